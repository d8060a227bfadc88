/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsProgressNews: how far work on another thread has come, told on the main loop, not more often than
 * one sees. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YsProgressNews YsProgressNews;

/* On the main loop, some ten times a second; @told is the object given. */
typedef void (*YsProgressTell) (GObject *told, double fraction);

/**
 * ys_progress_news_new:
 * @told: told as long as it lives; not held, since the work may end on its own thread, where no widget
 *   may
 * @cancellable: (nullable): stops the work
 */
YsProgressNews *ys_progress_news_new (GObject *told, YsProgressTell tell,
                                      GCancellable *cancellable);
void ys_progress_news_free (YsProgressNews *self);

/* As the office's progress functions, on any thread; @news: the YsProgressNews. FALSE: the work is to
 * stop, because it was cancelled or the program ends. */
gboolean ys_progress_news_step (gint64 done, gint64 total, gpointer news);

G_END_DECLS
