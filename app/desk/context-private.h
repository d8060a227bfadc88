/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the context share; pages know desk/context.h alone. */
#pragma once

#include "desk/context.h"

G_BEGIN_DECLS

struct _YsContext
{
  GObject parent_instance;

  /* main thread */
  char *address;
  char *name;
  char *docket_id;
  char *agency;
  char *read_only;
  char *actor;
  YsDay today;
  YsCalendar *calendar;
  YsStaff *staff;
  gboolean is_key_open;
  YsKeyQuestionFunc ask_key;
  gpointer ask_data;
  GQueue waiting; /* of GTask: work that found the key locked */

  GThread *thread;
  GMainContext *queue;
  GMainLoop *loop;

  /* the docket's thread */
  YsSession *session;
  YsWorkFunc first; /* whose answer is kept; NULL once it is taken or no longer true */
  GDestroyNotify free_first;
  gpointer first_answer;
  gboolean told_open; /* what the main loop was last told of the key, */
  char *told_reason;  /* and of why nothing can be written */
};

/* One piece of work, as the data of its task. */
typedef struct
{
  YsWorkFunc func;
  gpointer input;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
  gboolean was_asked; /* the key was asked for, so that nobody is asked for ever */
  GError *locked;     /* why it waits */
} YsContextWork;

/* "changed" */
void ys_context_emit_changed (YsContext *self);
/* Hands a source to the docket's thread, in order. */
void ys_context_push (YsContext *self, GSourceFunc func, gpointer data, GDestroyNotify destroy);
/* A GSourceFunc: does the work of the task @data. */
gboolean ys_context_do_work (gpointer data);
/* A GSourceFunc of the main loop: the work of the task @data found the key locked. */
gboolean ys_context_wait_for_key (gpointer data);
/* The name as the login has it. (transfer full) */
char *ys_context_find_login (void);
/* Work: the session's actor is @input, "" for nobody. */
gpointer ys_context_do_set_actor (YsSession *session, gpointer input, GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
