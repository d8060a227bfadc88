/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsSampleSpool: text that is made case by case and wanted day by day, in bounded memory. It does
 * not know what the text says. */
#pragma once

#include <gio/gio.h>

#include "rules/day.h"

G_BEGIN_DECLS

typedef struct _YsSampleSpool YsSampleSpool;

/* Keeps up to @limit bytes in memory, the rest in a nameless temporary file. */
YsSampleSpool *ys_sample_spool_new (YsDay first, YsDay last, gsize limit);
void ys_sample_spool_free (YsSampleSpool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSampleSpool, ys_sample_spool_free)

/* Adds @line and a line end to what belongs to @day. */
gboolean ys_sample_spool_add (
  YsSampleSpool *self, YsDay day, const char *line, gsize length, GError **error);
/* Writes out what belongs to @day, in the order in which it was added, and forgets it. */
gboolean ys_sample_spool_write (YsSampleSpool *self, YsDay day, GOutputStream *out, GError **error);

G_END_DECLS
