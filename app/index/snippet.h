/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The piece of text that shows why something was found. */
#pragma once

#include "index/words.h"

G_BEGIN_DECLS

/* Plain text, a line at most: bytes @start to @stop of @text between U+2068 and U+2069, and a little
 * before and after. (transfer full) */
char *ys_snippet_cut (const char *text, gsize length, gsize start, gsize stop);

G_END_DECLS
