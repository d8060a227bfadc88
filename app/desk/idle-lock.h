/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notices that nobody has touched any window of the program for a while. What is locked then is the
 * caller's business. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _YsIdleLock YsIdleLock;

/* Calls @lock once after as many minutes without input as the settings say, until there is input
 * again. Main thread. */
YsIdleLock *ys_idle_lock_new (GSettings *settings, GFunc lock, gpointer user_data);
void ys_idle_lock_free (YsIdleLock *self);

/* Microseconds since the computer started, the time that it slept included. */
gint64 ys_idle_lock_read_clock (void);
/* Looks whether it is time, at @now of that clock. It looks by itself every few seconds. */
void ys_idle_lock_look (YsIdleLock *self, gint64 now);

G_END_DECLS
