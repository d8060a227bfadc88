/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTable2Deed: one entry into the registers behind table 2, as it goes to the docket's thread. */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

/* What can be recorded, a part of the form each. */
typedef enum
{
  YS_PART_DECISIONS,
  YS_PART_OPENING,
  YS_PART_ISSUE,
  YS_PART_REPEAL,
  YS_N_PARTS,
} YsTable2Part;

typedef struct
{
  YsTable2Part part;
  int year;
  YsDay on;
  gint64 counts[3];
  gboolean is_rule;
  char *texts[2]; /* fee; title and number; id and by whom */
} YsTable2Deed;

void ys_table2_deed_free (gpointer deed);
/* A YsWorkFunc on a YsTable2Deed; gives its part plus one, NULL with @error. */
gpointer ys_table2_deed_do (YsSession *session, gpointer deed, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
