/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The case file for a court: everything there is of one case, as a ZIP file that can be read and
 * checked without this program (tests/verify). Applicants stand in it in full: whoever makes one puts
 * that on record first. */
#pragma once

#include <gio/gio.h>

#include "rules/case-papers.h"

G_BEGIN_DECLS

/* The bytes of a kept file. (transfer full) */
typedef GInputStream *(*YsOpenPaperFunc) (const char *digest, gpointer user_data, GError **error);
/* Progress of the work: @done of @total, TRUE to go on, FALSE to cancel (G_IO_ERROR_CANCELLED). */
typedef gboolean (*YsArchiveProgressFunc) (gint64 done, gint64 total, gpointer user_data);

/* Whether a file can be put there: the folder is there, and nothing in the way but a file. To be asked
 * before anything is put on record. */
gboolean ys_case_archive_may_stand_at (const char *path, GError **error);

/**
 * ys_case_archive_write:
 * @path: the ZIP file, replaced when it is whole; until then, and on failure, nothing changes there
 * @open: how to come by the bytes of the papers' files
 * @progress: (nullable)
 *
 * Writes the papers. Files go through in pieces, so that memory is bounded by the entries. A kept file
 * whose bytes are not those that its digest names is refused (G_IO_ERROR_INVALID_DATA).
 */
gboolean ys_case_archive_write (const YsCasePapers *papers, const char *path, YsOpenPaperFunc open,
                                gpointer open_data, YsArchiveProgressFunc progress,
                                gpointer progress_data, GError **error);

/* "某局2026-0163诉讼案卷.zip": what to call it. (transfer full) */
char *ys_case_archive_make_name (const char *agency, const char *id);

G_END_DECLS
