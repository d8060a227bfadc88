/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cases of the sample year that shall be open today in a certain way, so that every page of the
 * desk has something to show. */
#pragma once

#include "office/sample-acts.h"

G_BEGIN_DECLS

/* How a case shall stand today. */
typedef enum
{
  YS_SAMPLE_BY_CHANCE, /* concluded, or open with time left */
  YS_SAMPLE_OVERDUE,
  YS_SAMPLE_DUE_TODAY,
  YS_SAMPLE_DUE_SOON, /* on one of the next three working days */
  YS_SAMPLE_SUSPENDED,
  YS_SAMPLE_AWAITS_CORRECTION,
  YS_SAMPLE_AWAITS_FEE,
  YS_SAMPLE_AWAITS_CONFIRMATION,
  YS_SAMPLE_TO_APPROVE,
  YS_SAMPLE_EXTENSION_TO_APPROVE,
  YS_SAMPLE_RETURNED,
  YS_N_SAMPLE_ROLES,
} YsSampleRole;

/* The day on which the @nth case (from 0) of a role must come in. */
YsDay
ys_sample_plan_first_day (const YsCalendar *calendar, YsDay today, YsSampleRole role, guint nth);

/* Makes that case, begun with ys_sample_case_begin(); it comes in on @first. */
void
ys_sample_plan_make (YsSampleCase *making, YsDay today, YsDay first, YsSampleRole role, guint nth);

G_END_DECLS
