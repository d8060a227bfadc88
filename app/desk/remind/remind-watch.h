/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRemindWatch: looks at the dockets that are open in windows and at those that the person has set
 * to be watched: at once, when they change, on a new day, and every hour. It keeps no docket open. */
#pragma once

#include "desk/application.h"
#include "desk/context.h"
#include "office/remind.h"

G_BEGIN_DECLS

#define YS_TYPE_REMIND_WATCH (ys_remind_watch_get_type ())
G_DECLARE_FINAL_TYPE (YsRemindWatch, ys_remind_watch, YS, REMIND_WATCH, GObject)

/**
 * ys_remind_watch_new:
 *
 * Signal "checked" (address, error): the reminders of a docket were looked at; @error tells why they
 * could not be. Signal "idle": no look is under way any more.
 */
YsRemindWatch *ys_remind_watch_new (YsApplication *application);

/* Also watches the dockets of the settings, beginning after @seconds. */
void ys_remind_watch_begin (YsRemindWatch *self, int seconds);
/* The program ends when it has looked: nobody will hear what is chosen on a notification. */
void ys_remind_watch_set_ends (YsRemindWatch *self);
gboolean ys_remind_watch_ends (YsRemindWatch *self);
/* A window has opened a docket: it is looked at through its context as long as that lives. */
void ys_remind_watch_attach (YsRemindWatch *self, YsContext *context);
/* Looks at everything again. */
void ys_remind_watch_check (YsRemindWatch *self);
gboolean ys_remind_watch_is_idle (YsRemindWatch *self);
/* How many dockets are watched. */
guint ys_remind_watch_count (YsRemindWatch *self);

/* What a docket reminds of, NULL before the first look. (transfer none) (element-type YsReminder) */
GPtrArray *ys_remind_watch_get (YsRemindWatch *self, const char *address);
/* The person has seen them; or wants them again in an hour. */
void ys_remind_watch_mark (YsRemindWatch *self, const char *address);
void ys_remind_watch_put_off (YsRemindWatch *self, const char *address, GPtrArray *reminders);

G_END_DECLS
