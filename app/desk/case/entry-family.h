/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Families of entries, by which the timeline is looked through. */
#pragma once

#include "rules/event.h"

G_BEGIN_DECLS

typedef enum
{
  YS_FAMILY_ALL,
  YS_FAMILY_PERIOD,   /* what starts, halts, moves or ends the period */
  YS_FAMILY_PAPERS,   /* drafts, replies, files */
  YS_FAMILY_APPROVAL,
  YS_FAMILY_DELIVERY,
  YS_FAMILY_REMEDY,
  YS_FAMILY_NOTES,    /* notes, amendments, strikes, and who works on it */
  YS_N_FAMILIES,
} YsEntryFamily;

/* For people. (transfer none) */
const char *ys_entry_family_name (YsEntryFamily family);
/* Whether an entry of @kind belongs to it; one may belong to several. */
gboolean ys_entry_family_has (YsEntryFamily family, YsKind kind);

G_END_DECLS
