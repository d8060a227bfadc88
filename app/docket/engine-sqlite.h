/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine that keeps a docket in a folder: entries in a SQLite file, attachments beside it. */
#pragma once

#include "docket/docket.h"

G_BEGIN_DECLS

#define YS_TYPE_ENGINE_SQLITE (ys_engine_sqlite_get_type ())
G_DECLARE_FINAL_TYPE (YsEngineSqlite, ys_engine_sqlite, YS, ENGINE_SQLITE, YsDocket)

/* Makes an empty docket in @folder, a new or an empty folder; *@made tells which. A founding that
 * fails leaves nothing behind. */
gboolean ys_engine_sqlite_found (
  const char *folder, YsSuite suite, const char *founding, gboolean *made, GError **error);
/* Opens what lies in @folder. Whether it is to be trusted is the caller's question, save that a
 * founding that does not match its digest sets the distrust reason. */
YsDocket *ys_engine_sqlite_open (const char *folder, YsDocketMode mode, GError **error);
/* Turns a docket of an earlier version, opened for writing and trusted, into one of this version:
 * in one transaction. Where that cannot be written, it is for reading from here on. FALSE with
 * @error (BUSY, CORRUPT) when it cannot be worked with now. */
gboolean ys_engine_sqlite_bring_up (YsDocket *docket, GError **error);

G_END_DECLS
