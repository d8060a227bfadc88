/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a draft lacks before it can be registered (条例 29, 31), each with its reason. The docket
 * judges again; this is for marking the fields. */
#pragma once

#include "desk/register/request-draft.h"
#include "rules/day.h"

G_BEGIN_DECLS

/* Places on the page that can be marked. */
typedef enum
{
  YS_FIELD_NAME,
  YS_FIELD_PHONE,
  YS_FIELD_EMAIL,
  YS_FIELD_ADDRESS,
  YS_FIELD_JOINT_NAME,
  YS_FIELD_DESCRIPTION,
  YS_FIELD_SUBMITTED,
  YS_FIELD_RECEIVED,
  YS_FIELD_CONFIRMED,
  YS_FIELD_CONFIRMED_BY,
  YS_FIELD_TAKEN_BY,
  YS_FIELD_SYSTEM,
  YS_N_PLACES,
} YsPlace;

/* @index: which joint applicant, else 0; @reason: (transfer none). */
typedef void (*YsPlaceFunc) (YsPlace place, guint index, const char *reason, gpointer user_data);

/* Calls @func for every place that keeps the request from being registered, in the order of the
 * page; gives how many. */
guint ys_request_check (const YsRequestDraft *draft, YsDay today, YsPlaceFunc func,
                        gpointer user_data);

/* The title, or the beginning of the description where none was typed. (transfer full) */
char *ys_request_find_title (const YsRequestDraft *draft);

G_END_DECLS
