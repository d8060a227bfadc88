/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attachments on their way in: files/ beside an exchange file, each by its digest. */
#pragma once

#include "office/import-report.h"

G_BEGIN_DECLS

/* The file that is named by @digest in files/ under @folder, as "sm3:hex", "sm3-hex" or "hex"; NULL
 * if there is none. Its bytes are not looked at. (transfer full) */
GFile *ys_import_find_file (GFile *folder, const char *digest);

/* Keeps every file that the entries of the import refer to and the docket does not have. A file
 * whose bytes are not those of its name is REFUSED, and then none is kept. */
gboolean ys_import_bring_files (YsSession *session, GFile *folder, const YsLineMap *lines,
                                gint64 *count, GError **error);

G_END_DECLS
