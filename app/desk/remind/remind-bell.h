/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRemindBell: the header's bell with the number of reminders not seen yet, and the list behind it,
 * which is there whether or not the desktop shows notifications. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"
#include "desk/remind/remind-watch.h"

G_BEGIN_DECLS

#define YS_TYPE_REMIND_BELL (ys_remind_bell_get_type ())
G_DECLARE_FINAL_TYPE (YsRemindBell, ys_remind_bell, YS, REMIND_BELL, GtkBox)

/* Shows what @watch finds in the docket of @context. */
void ys_remind_bell_set_docket (YsRemindBell *self, YsRemindWatch *watch, YsContext *context);
/* Opens the list. */
void ys_remind_bell_open (YsRemindBell *self);

G_END_DECLS
