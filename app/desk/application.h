/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsApplication: today's date with its midnight timer, the application's actions, one window a
 * docket, reminders with or without a window. It is the only place of the desk that reads the wall
 * clock. */
#pragma once

#include <adwaita.h>

#include "rules/day.h"

G_BEGIN_DECLS

#define YS_APPLICATION_ID "cn.yishen.Yishen"

#define YS_TYPE_APPLICATION (ys_application_get_type ())
G_DECLARE_FINAL_TYPE (YsApplication, ys_application, YS, APPLICATION, AdwApplication)

typedef struct _YsRemindWatch YsRemindWatch;

YsApplication *ys_application_new (void);
/* What the program ends with: not 0 when reminders were asked for once and could not be read. */
int ys_application_get_status (YsApplication *self);

/* The day it is here; property "today" (int) notifies when it changes. */
YsDay ys_application_get_today (YsApplication *self);
/* Date and time, local. (transfer full) */
GDateTime *ys_application_get_now (YsApplication *self);
GSettings *ys_application_get_settings (YsApplication *self);
/* (transfer none) */
YsRemindWatch *ys_application_get_watch (YsApplication *self);
/* The name that a person has set for what is written into dockets, or NULL. (transfer full) */
char *ys_application_get_writer (YsApplication *self);

typedef struct _YsOpening YsOpening;
/* Begins to open a docket that a window will ask for: before the toolkit begins, if called before
 * the application is registered, as its own command line does. */
void ys_application_read_ahead (YsApplication *self, const char *address);
/* What was begun ahead, if it is that docket, else begun now. (transfer full) */
YsOpening *ys_application_begin_opening (YsApplication *self, const char *address);

typedef struct _YsWindow YsWindow;
/* Shows the docket: the window that has it open, else @from if that is free, else a new one.
 * @from: (nullable) */
void ys_application_open_docket (YsApplication *self, YsWindow *from, const char *address);

G_END_DECLS
