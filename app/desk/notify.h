/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notifications of the desktop, through libnotify. What they say is the caller's business, and none
 * may be the only place that says it: a desktop need not show any. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something that the person may choose on a notification. */
typedef struct
{
  const char *id;    /* "default": a click on the notification itself */
  const char *label; /* translated */
} YsNotifyChoice;

/* @choice: the id; on the main loop. */
typedef void (*YsNotifyFunc) (const char *choice, gpointer user_data);

/**
 * ys_notify_show:
 * @summary: one line of plain text
 * @body: plain text; it is escaped where the desktop reads markup
 * @is_urgent: it stays until it is dismissed
 * @choices: offered where the desktop can
 * @func: (nullable): called for every choice, until the notification is closed
 * @destroy: frees @user_data, on the main loop
 *
 * Never waits and never fails: without a desktop that shows it, nothing is shown.
 */
void ys_notify_show (const char *summary, const char *body, gboolean is_urgent,
                     const YsNotifyChoice *choices, guint n_choices, YsNotifyFunc func,
                     gpointer user_data, GDestroyNotify destroy);

/* At the end of the program: lets what was asked for reach the desktop, for @seconds at most. FALSE
 * if the desktop does not answer; then nothing may be torn down. */
gboolean ys_notify_end (int seconds);

G_END_DECLS
