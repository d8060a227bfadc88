/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a file as it is kept: what was typeset made one line of writing again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At most YS_FILE_TEXT_MAX bytes of @text, whole characters. White space between two Chinese
 * characters goes: a line may end anywhere in a word, and titles are spaced out. Ends of pages
 * stay. (transfer full) */
char *ys_file_text_close_up (const char *text);

G_END_DECLS
