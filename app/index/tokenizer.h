/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text tokenizer "yishen": readings (reading.h) handed to SQLite's FTS5, to index and to
 * query alike. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* An SQLite result code. */
int ys_tokenizer_register (sqlite3 *db);

G_END_DECLS
