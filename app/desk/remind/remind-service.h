/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRemindService: the program without a window, for --remind: whether it stays, looks once, or asks
 * the program that runs already. Looking itself is remind-watch.h. */
#pragma once

#include "desk/remind/remind-watch.h"

G_BEGIN_DECLS

typedef struct _YsRemindService YsRemindService;

/* Adds the options --remind and --once and the actions "stay", "leave" and "check-reminders" to
 * @application, which owns it. */
YsRemindService *ys_remind_service_new (GApplication *application);
void ys_remind_service_free (YsRemindService *self);

/* For handle-local-options: what the program ends with at once, or -1 to go on. */
int ys_remind_service_take_options (YsRemindService *self, GVariantDict *options);
/* The watch, once the application has started and until it ends. */
void ys_remind_service_set_watch (YsRemindService *self, YsRemindWatch *watch);
/* At the first activation: TRUE if the program was started to remind and wants no window. */
gboolean ys_remind_service_begin (YsRemindService *self);
/* What a program that looked once ends with: 1 if a docket could not be read. */
int ys_remind_service_get_status (YsRemindService *self);

G_END_DECLS
