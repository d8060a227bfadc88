/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What store.c and store-open.c share. */
#pragma once

#include "index/store.h"

G_BEGIN_DECLS

struct _YsStore
{
  sqlite3 *db;
  char *path;
  char *docket_id;
  GHashTable *questions; /* name or SQL → sqlite3_stmt */
  gint64 busy_since;
  gboolean damaged;
};

gboolean ys_store_is_damage (int rc);
gboolean ys_store_is_busy (int rc);
/* Says in a sentence what an SQLite code comes to, and marks a damaged store. */
void ys_store_set_error (YsStore *self, int rc, GError **error);

G_END_DECLS
