/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The docket's thread: a main context with one session on it. Tasks reach it as sources in order. What
 * pages read at once: context-facts.c; the person's key: context-key.c. */
#include "desk/context-private.h"

#include "office/lists.h"
#include "office/staff.h"
#include "wording/explain.h"

#include <cjson/cJSON.h>
#include <string.h>


G_DEFINE_FINAL_TYPE (YsContext, ys_context, G_TYPE_OBJECT)

enum
{
  CHANGED,
  TEXTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Contexts whose thread may still be at work. */
static int alive;
/* The program ends: long work is to be broken off. */
static int is_ending;

/* --- telling the main loop ------------------------------------------------------------------ */

/* What the pages may read at once, as it stands after a change. */
typedef struct
{
  GWeakRef context;
  YsCalendar *calendar;
  YsStaff *staff;
  char *agency;
  char *read_only;
  char *actor;
  gboolean is_key_open;
} News;

static void
news_free (gpointer data)
{
  News *self = data;

  g_weak_ref_clear (&self->context);
  g_clear_pointer (&self->calendar, ys_calendar_unref);
  g_clear_pointer (&self->staff, ys_staff_free);
  g_free (self->agency);
  g_free (self->read_only);
  g_free (self->actor);
  g_free (self);
}

/* The docket was closed by its first keeper: whoever that was is known, the others must say who they
 * are. */
static void
take_closing (YsContext *self, const News *news)
{
  gboolean is_staff = news->actor != NULL && ys_staff_find (self->staff, news->actor) != NULL;

  g_free (self->actor);
  self->actor = g_strdup (is_staff ? news->actor : "");
  ys_context_run_async (self, ys_context_do_set_actor, g_strdup (self->actor), g_free, NULL, NULL, NULL, NULL);
}

static gboolean
tell_news (gpointer data)
{
  News *news = data;
  g_autoptr (YsContext) self = g_weak_ref_get (&news->context);
  gboolean was_open;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  was_open = ys_staff_is_open (self->staff);
  g_clear_pointer (&self->calendar, ys_calendar_unref);
  self->calendar = g_steal_pointer (&news->calendar);
  g_clear_pointer (&self->staff, ys_staff_free);
  self->staff = g_steal_pointer (&news->staff);
  g_free (self->read_only);
  self->read_only = g_steal_pointer (&news->read_only);
  self->is_key_open = news->is_key_open;
  if (was_open && !ys_staff_is_open (self->staff))
    take_closing (self, news);
  if (news->agency != NULL)
    {
      g_free (self->agency);
      self->agency = g_steal_pointer (&news->agency);
    }
  ys_context_emit_changed (self);
  return G_SOURCE_REMOVE;
}

/* The name in the agency's entry, or NULL. */
static char *
read_agency (YsSession *session)
{
  g_autofree char *text = ys_session_get_agency (session, NULL);
  cJSON *json = text != NULL ? cJSON_Parse (text) : NULL;
  char *name = g_strdup (cJSON_GetStringValue (cJSON_GetObjectItem (json, "name")));

  cJSON_Delete (json);
  return name;
}

static void
forget_first (YsContext *self)
{
  if (self->first_answer != NULL)
    self->free_first (g_steal_pointer (&self->first_answer));
  self->first = NULL;
}

static void
send_news (YsContext *self, YsSession *session)
{
  News *news = g_new0 (News, 1);

  g_weak_ref_init (&news->context, self);
  news->calendar = ys_calendar_ref (ys_session_get_calendar (session));
  news->staff = ys_staff_copy (ys_session_get_staff (session));
  news->agency = read_agency (session);
  news->read_only = g_strdup (ys_session_get_read_only_reason (session));
  news->actor = g_strdup (ys_session_get_actor (session));
  news->is_key_open = ys_office_is_key_open (session);
  self->told_open = news->is_key_open;
  g_free (self->told_reason);
  self->told_reason = g_strdup (news->read_only);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_news, news, news_free);
}

static void
changed_cb (YsSession *session, gpointer user_data)
{
  YsContext *self = user_data;

  forget_first (self);
  send_news (self, session);
}

/* A key that was opened or locked, and a docket that is no longer trusted, are no entries. */
static void
tell_other_changes (YsContext *self)
{
  if (ys_office_is_key_open (self->session) != self->told_open
      || g_strcmp0 (ys_session_get_read_only_reason (self->session), self->told_reason) != 0)
    send_news (self, self->session);
}

/* --- the docket's thread -------------------------------------------------------------------- */

static gpointer
run_thread (gpointer data)
{
  GMainLoop *loop = data;
  GMainContext *queue = g_main_loop_get_context (loop);

  g_main_context_push_thread_default (queue);
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (queue);
  g_main_loop_unref (loop);
  return NULL;
}

void
ys_context_push (YsContext *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->queue);
}

/* Told of progress, so it is long: not before the window has a bar that shows it. */
static gboolean
is_long (gint64 done, gint64 total, gpointer user_data)
{
  return FALSE;
}

static void
read_first (YsContext *self, GCancellable *cancellable)
{
  if (self->first != NULL && ys_office_prepare_lists (self->session, is_long, NULL, NULL))
    self->first_answer = self->first (self->session, NULL, cancellable, NULL);
  if (self->first_answer == NULL)
    self->first = NULL;
}

static gboolean
open_session (gpointer data)
{
  GTask *task = data;
  YsContext *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->session = ys_session_open (self->address, TRUE, self->today, &error);
  if (self->session == NULL)
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }

  self->staff = ys_staff_copy (ys_session_get_staff (self->session));
  /* The login's name is nobody's id. */
  if (!ys_staff_is_open (self->staff))
    *self->actor = '\0';
  ys_session_set_actor (self->session, *self->actor != '\0' ? self->actor : NULL);
  g_signal_connect (self->session, "changed", G_CALLBACK (changed_cb), self);
  ys_session_watch (self->session);
  self->read_only = g_strdup (ys_session_get_read_only_reason (self->session));
  self->told_reason = g_strdup (self->read_only);
  self->docket_id = g_strdup (ys_session_get_docket_id (self->session));
  self->agency = read_agency (self->session);
  self->calendar = ys_calendar_ref (ys_session_get_calendar (self->session));
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
  read_first (self, g_task_get_cancellable (task));
  return G_SOURCE_REMOVE;
}

static char *
make_name (const char *address)
{
  g_autofree char *base = g_path_get_basename (address);

  if (g_str_has_suffix (base, ".docket"))
    base[strlen (base) - strlen (".docket")] = '\0';
  return g_filename_display_name (base);
}

char *
ys_context_find_login (void)
{
  const char *real = g_get_real_name ();

  return g_strdup (real != NULL && *real != '\0' && !g_str_equal (real, "Unknown")
                     ? real
                     : g_get_user_name ());
}

void
ys_context_open_async (const char *address, YsDay today, YsWorkFunc first,
                       GDestroyNotify free_first, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (address != NULL && today != YS_DAY_NONE);

  YsContext *self = g_object_new (YS_TYPE_CONTEXT, NULL);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ys_context_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  self->address = g_strdup (address);
  self->name = make_name (address);
  self->actor = ys_context_find_login ();
  self->today = today;
  self->first = first;
  self->free_first = free_first;
  self->queue = g_main_context_new ();
  self->loop = g_main_loop_new (self->queue, FALSE);
  g_atomic_int_inc (&alive);
  self->thread = g_thread_new ("docket", run_thread, g_main_loop_ref (self->loop));
  ys_context_push (self, open_session, task, g_object_unref);
}

YsContext *
ys_context_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- work ----------------------------------------------------------------------------------- */


static void
work_free (gpointer data)
{
  YsContextWork *self = data;

  if (self->free_input != NULL && self->input != NULL)
    self->free_input (self->input);
  g_clear_error (&self->locked);
  g_free (self);
}

/* The answer that was got ahead, once, or NULL. */
static gpointer
take_first (YsContext *self, const YsContextWork *work)
{
  if (work->func != self->first || work->input != NULL)
    return NULL;
  self->first = NULL;
  return g_steal_pointer (&self->first_answer);
}

gboolean
ys_context_do_work (gpointer data)
{
  GTask *task = data;
  YsContext *self = g_task_get_source_object (task);
  YsContextWork *work = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  result = take_first (self, work);
  if (result == NULL)
    result = work->func (self->session, work->input, cancellable, &error);
  tell_other_changes (self);
  if (g_error_matches (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_LOCKED) && !work->was_asked)
    {
      work->locked = error;
      g_idle_add_full (G_PRIORITY_DEFAULT, ys_context_wait_for_key, g_object_ref (task), NULL);
    }
  else if (error != NULL)
    {
      if (result != NULL && work->free_result != NULL)
        work->free_result (result);
      g_task_return_error (task, error);
    }
  else
    g_task_return_pointer (task, result, work->free_result);
  return G_SOURCE_REMOVE;
}

void
ys_context_run_async (YsContext *self, YsWorkFunc func, gpointer input, GDestroyNotify free_input,
                      GDestroyNotify free_result, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (self) && func != NULL);

  GTask *task = g_task_new (self, cancellable, callback, user_data);
  YsContextWork *work = g_new0 (YsContextWork, 1);

  *work = (YsContextWork) { func, input, free_input, free_result };
  g_task_set_source_tag (task, ys_context_run_async);
  g_task_set_task_data (task, work, work_free);
  ys_context_push (self, ys_context_do_work, task, g_object_unref);
}

gpointer
ys_context_run_finish (YsContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what is read of files ------------------------------------------------------------------- */

void
ys_context_tell_texts (YsContext *self)
{
  g_return_if_fail (YS_IS_CONTEXT (self));
  g_signal_emit (self, signals[TEXTS_CHANGED], 0);
}

/* --- the end -------------------------------------------------------------------------------- */

typedef struct
{
  YsSession *session;
  gpointer context;
  GMainLoop *loop;
} Ending;

/* The session must go on the thread that owns it. */
static gboolean
end_thread (gpointer data)
{
  Ending *ending = data;

  if (ending->session != NULL)
    g_signal_handlers_disconnect_by_data (ending->session, ending->context);
  g_clear_object (&ending->session);
  g_main_loop_quit (ending->loop);
  return G_SOURCE_REMOVE;
}

static void
ys_context_finalize (GObject *object)
{
  YsContext *self = YS_CONTEXT (object);

  if (self->thread != NULL)
    {
      Ending ending = { g_steal_pointer (&self->session), self, self->loop };

      /* The last reference may be a task's, dropped on the docket's own thread. */
      if (self->thread == g_thread_self ())
        {
          end_thread (&ending);
          g_thread_unref (self->thread);
        }
      else
        {
          ys_context_push (self, end_thread, &ending, NULL);
          g_thread_join (self->thread);
        }
      g_atomic_int_dec_and_test (&alive);
    }
  forget_first (self);
  g_clear_pointer (&self->staff, ys_staff_free);
  g_free (self->told_reason);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->queue, g_main_context_unref);
  g_clear_pointer (&self->calendar, ys_calendar_unref);
  g_free (self->address);
  g_free (self->name);
  g_free (self->docket_id);
  g_free (self->agency);
  g_free (self->read_only);
  g_free (self->actor);
  G_OBJECT_CLASS (ys_context_parent_class)->finalize (object);
}

void
ys_context_emit_changed (YsContext *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ys_context_class_init (YsContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_context_finalize;

  signals[TEXTS_CHANGED] = g_signal_new ("texts-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_context_init (YsContext *self)
{
  self->today = YS_DAY_NONE;
  g_queue_init (&self->waiting);
}

gboolean
ys_context_is_ending (void)
{
  return g_atomic_int_get (&is_ending);
}

static gboolean
look_again (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
ys_context_wait_for_all (int seconds)
{
  gint64 deadline = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  guint source = g_timeout_add (20, look_again, NULL);

  g_atomic_int_set (&is_ending, TRUE);
  /* Results that are still on their way hold their context until the main loop has taken them. */
  while (g_atomic_int_get (&alive) > 0 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_atomic_int_set (&is_ending, FALSE);
  return g_atomic_int_get (&alive) == 0;
}
