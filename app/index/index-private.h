/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the index share of YsIndex. */
#pragma once

#include "index/index.h"
#include "index/store.h"

G_BEGIN_DECLS

/* Of what something was removed since the last purge. */
enum
{
  YS_RESIDUE_OF_CASES = 1 << 0,
  YS_RESIDUE_OF_FILES = 1 << 1,
};

struct _YsIndex
{
  GObject parent_instance;

  GThread *owner;
  YsStore *store;
  gboolean writing; /* between begin and commit */
  gboolean cleared; /* since the last whole commit */
  int residue;      /* YS_RESIDUE_… */
  gint64 position;
  char *digest;
  YsDay day;
  char *part;
};

/* The store, for the thread that opened it alone. */
YsStore *ys_index_get_store (YsIndex *self);

/* Fills @row from the columns of query/rows.sql. (transfer full) */
YsIndexRow *ys_index_row_new (YsQuestion *question);

G_END_DECLS
