/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reminders that are due to be told become notifications, or a toast in the window that shows the
 * docket and has the person's eyes already. */
#pragma once

#include "desk/remind/remind-watch.h"

G_BEGIN_DECLS

void ys_remind_tell (YsApplication *application, YsRemindWatch *watch, const char *address,
                     GPtrArray *reminders, YsDay today);
/* One to see whether this desktop shows any. */
void ys_remind_tell_sample (void);

G_END_DECLS
