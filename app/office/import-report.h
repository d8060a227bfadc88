/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collects what an import finds. Private to import.c and import-judge.c. */
#pragma once

#include "office/import.h"
#include "rules/history.h"

G_BEGIN_DECLS

YsImportReport *ys_import_report_new (void);
/* Counts the remark, and keeps it if it is among the first by line. */
void ys_import_report_refuse (YsImportReport *self, gint64 line, const YsFault *fault);
void ys_import_report_warn (YsImportReport *self, gint64 line, const YsFault *fault);

/* Lines of positions: blank lines and those before the docket's head make them differ. */
typedef struct
{
  gint64 base;   /* the docket's head before the import */
  GArray *gaps;  /* of LineGap */
} YsLineMap;

void ys_line_map_init (YsLineMap *self, gint64 base);
void ys_line_map_clear (YsLineMap *self);
/* Entry number @count (from 1) of this import stands at @line. */
void ys_line_map_add (YsLineMap *self, gint64 count, gint64 line);
gint64 ys_line_map_find (const YsLineMap *self, gint64 position);

/* import-judge.c: judges every stream that the import has touched. */
gboolean ys_import_judge (YsSession *session, const YsLineMap *lines, YsImportReport *report,
                          GError **error);

G_END_DECLS
