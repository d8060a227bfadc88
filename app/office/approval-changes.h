/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed since an approval was asked for or given, named fact by fact and file by file, for the
 * sentence that says why it is void. */
#pragma once

#include "rules/history.h"

G_BEGIN_DECLS

/* What became of the facts since entry @since was written: sentences without a full stop, in order;
 * empty when they are what they were. (transfer full) (element-type utf8) */
GPtrArray *ys_approval_list_changes (const YsHistory *history, YsDay today, gint64 since);
/* The same of the files of @approved (an approval, or what was asked) against @files. */
GPtrArray *ys_approval_list_file_changes (const YsHistory *history, const YsEvent *approved,
                                          const char *const *files);
/* The list as one text. (transfer full) */
char *ys_approval_join_changes (const GPtrArray *changes);

/* The last approval of a reply in @folded, or NULL; *@reopened: the case was reopened after it.
 * (transfer none) */
const YsEvent *ys_approval_find (const YsFolded *folded, gboolean *reopened);
/**
 * ys_approval_explain_void:
 *
 * Returns: (transfer full) (nullable): why the last approval of the reply holds no more, as what
 * changed; NULL when it holds, when there is none, or when approval was asked for anew since.
 */
char *ys_approval_explain_void (const YsHistory *history, YsDay today);

G_END_DECLS
