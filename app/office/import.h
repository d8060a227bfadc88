/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The exchange format: testimony comes in, all or nothing, and the whole docket goes out. */
#pragma once

#include "docket/docket.h"
#include "office/session.h"

G_BEGIN_DECLS

/* One refusal or warning, ready to be shown. */
typedef struct
{
  gint64 line;    /* in the file, from 1 */
  char *id;       /* "missing-field", "late-reply", … */
  char *sentence; /* what is wrong and the mend */
} YsImportRemark;

/* How many remarks are kept; the rest is counted. */
#define YS_IMPORT_REMARKS 20

/* What became of an import. */
typedef struct
{
  gint64 lines;        /* lines read, without blank ones */
  gint64 entries;      /* appended; 0 when refused */
  gint64 cases;        /* case streams that came in */
  gint64 files;        /* files that came in */
  gint64 refusals;     /* problems found, all of them counted unless the file was given up on */
  gint64 warnings;
  GPtrArray *refused;  /* of YsImportRemark: the first ones by line */
  GPtrArray *warned;   /* likewise */
} YsImportReport;

void ys_import_report_free (YsImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsImportReport, ys_import_report_free)

/**
 * ys_office_import:
 * @file: an exchange file; its attachments stand in files/ beside it
 * @report: (out): what was found, also when it was refused
 *
 * Reads, judges and appends the file in bounded memory. FALSE with REFUSED when anything is wrong:
 * then nothing was kept. The write lock of the docket is held throughout.
 */
gboolean ys_office_import (YsSession *session, GFile *file, YsProgressFunc progress,
                           gpointer user_data, YsImportReport **report, GError **error);

/**
 * ys_office_export:
 * @out: gets the lines
 * @files: (nullable): folder that gets files/ with every attachment
 */
gboolean ys_office_export (YsSession *session, GOutputStream *out, GFile *files,
                           YsProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
