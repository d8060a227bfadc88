/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRemindPost: the watch over one docket: hears that it changed, of the window that has it open or else
 * of its folder, and asks for a look when the gust is over. What a look is is remind-watch.c's business. */
#pragma once

#include "desk/context.h"

G_BEGIN_DECLS

typedef struct _YsRemindPost YsRemindPost;

/* The docket is to be looked at. */
typedef void (*YsRemindPostLook) (YsRemindPost *post);

struct _YsRemindPost
{
  gpointer owner;        /* unowned */
  char *address;
  YsContext *context;    /* weak: of the window that has it open, or NULL */
  GPtrArray *reminders;  /* of the last look, or NULL */
  gint64 next;           /* when to look at the latest, seconds since 1970 */
  gboolean is_busy;
  gboolean is_stale;     /* something came while it was looked at */
  gboolean is_wanted;    /* by the settings */

  /* private */
  YsRemindPostLook look;
  gulong changed;
  GFileMonitor *monitor;
  guint delay; /* source */
};

YsRemindPost *ys_remind_post_new (const char *address, YsRemindPostLook look, gpointer owner);
void ys_remind_post_free (YsRemindPost *self);

/* Follows a window's context as long as that lives. */
void ys_remind_post_attach (YsRemindPost *self, YsContext *context);
/* Follows the folder where no window tells of changes. */
void ys_remind_post_watch_folder (YsRemindPost *self);
/* It is being looked at: what was announced is no news any more. */
void ys_remind_post_settle (YsRemindPost *self);

G_END_DECLS
