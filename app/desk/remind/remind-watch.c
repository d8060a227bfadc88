/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule: which dockets, and when. What announces a change is remind-post.h, how one look is made
 * remind-check.h, what is told then remind-tell.h. */
#include "desk/remind/remind-watch.h"

#include "desk/remind/remind-check.h"
#include "desk/remind/remind-post.h"
#include "desk/remind/remind-tell.h"

/* The wall clock is asked this often, since a timer stands still while a computer sleeps. */
#define TICK_SECONDS 60
#define PUT_OFF_SECONDS (60 * 60)
/* A docket that could not be looked at is tried again. */
#define RETRY_SECONDS (10 * 60)

struct _YsRemindWatch
{
  GObject parent_instance;

  YsApplication *application; /* unowned: it owns us */
  GSettings *settings;
  GPtrArray *posts;
  guint tick;
  guint begin;
  gboolean has_begun;
  gboolean ends;
  guint n_busy;
};

G_DEFINE_FINAL_TYPE (YsRemindWatch, ys_remind_watch, G_TYPE_OBJECT)

enum
{
  CHECKED,
  IDLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void check (YsRemindPost *post);

/* --- posts ------------------------------------------------------------------------------------ */

static YsRemindPost *
find_post (YsRemindWatch *self, const char *address)
{
  for (guint i = 0; i < self->posts->len; i++)
    {
      YsRemindPost *post = g_ptr_array_index (self->posts, i);

      if (g_str_equal (post->address, address))
        return post;
    }
  return NULL;
}

static YsRemindPost *
ensure_post (YsRemindWatch *self, const char *address)
{
  YsRemindPost *post = find_post (self, address);

  if (post == NULL)
    {
      post = ys_remind_post_new (address, check, self);
      g_ptr_array_add (self->posts, post);
    }
  return post;
}

/* --- one look --------------------------------------------------------------------------------- */

static gint64
get_now (YsRemindWatch *self)
{
  g_autoptr (GDateTime) now = ys_application_get_now (self->application);

  return g_date_time_to_unix (now);
}

typedef struct
{
  YsRemindWatch *watch;
  char *address;
  YsDay today;
} Looking;

static void
looking_free (Looking *looking)
{
  g_object_unref (looking->watch);
  g_free (looking->address);
  g_free (looking);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looking, looking_free)

static void
take_reminders (YsRemindPost *post, YsReminders *reminders, YsDay today)
{
  YsRemindWatch *self = post->owner;

  g_clear_pointer (&post->reminders, g_ptr_array_unref);
  post->reminders = g_ptr_array_ref (reminders->reminders);
  post->next = get_now (self) + reminders->pause;
  ys_remind_tell (self->application, self, post->address, post->reminders, today);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Looking) looking = user_data;
  YsRemindWatch *self = looking->watch;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsReminders) reminders = ys_remind_check_finish (result, &error);
  YsRemindPost *post = find_post (self, looking->address);

  self->n_busy--;
  if (self->application == NULL)
    return;
  if (post != NULL)
    {
      post->is_busy = FALSE;
      post->next = get_now (self) + RETRY_SECONDS;
      if (reminders != NULL)
        take_reminders (post, reminders, looking->today);
      g_signal_emit (self, signals[CHECKED], 0, looking->address, error);
      /* Whoever heard of it may have dropped the post. */
      post = find_post (self, looking->address);
      if (post != NULL && post->is_stale)
        check (post);
    }
  if (self->n_busy == 0)
    g_signal_emit (self, signals[IDLE], 0);
}

static void
check (YsRemindPost *post)
{
  YsRemindWatch *self = post->owner;
  g_autoptr (YsRemindWish) wish = NULL;
  g_autoptr (GDateTime) now = NULL;
  Looking *looking;

  ys_remind_post_settle (post);
  post->is_stale = post->is_busy;
  if (post->is_busy)
    return;
  post->is_busy = TRUE;
  self->n_busy++;
  wish = ys_remind_wish_new (self->settings);
  now = ys_application_get_now (self->application);
  looking = g_new (Looking, 1);
  *looking = (Looking){ g_object_ref (self), g_strdup (post->address),
                        ys_application_get_today (self->application) };
  ys_remind_check_async (post->address, post->context, wish, looking->today, now, TRUE, checked_cb,
                         looking);
}

/* --- what makes it look ----------------------------------------------------------------------- */

static gboolean
tick_cb (gpointer user_data)
{
  YsRemindWatch *self = user_data;
  gint64 now = get_now (self);

  for (guint i = self->posts->len; i-- > 0;)
    {
      YsRemindPost *post = g_ptr_array_index (self->posts, i);

      /* Its last window was closed. */
      if (!post->is_wanted && post->context == NULL)
        g_ptr_array_remove_index (self->posts, i);
      else if (now >= post->next && !post->is_busy)
        check (post);
    }
  return G_SOURCE_CONTINUE;
}

void
ys_remind_watch_check (YsRemindWatch *self)
{
  g_return_if_fail (YS_IS_REMIND_WATCH (self));

  for (guint i = 0; i < self->posts->len; i++)
    check (g_ptr_array_index (self->posts, i));
}

static void
today_cb (YsApplication *application, GParamSpec *pspec, YsRemindWatch *self)
{
  ys_remind_watch_check (self);
}

/* --- which dockets ---------------------------------------------------------------------------- */

static void
want (YsRemindWatch *self, const char *address)
{
  YsRemindPost *post;

  if (*address == '\0')
    return;
  post = ensure_post (self, address);
  post->is_wanted = TRUE;
  ys_remind_post_watch_folder (post);
}

/* Whatever neither a window nor the person wants any more goes. */
static void
read_dockets (YsRemindWatch *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-docket");
  g_auto (GStrv) dockets = g_settings_get_strv (self->settings, "remind-dockets");

  for (guint i = 0; i < self->posts->len; i++)
    ((YsRemindPost *) g_ptr_array_index (self->posts, i))->is_wanted = FALSE;
  want (self, last);
  for (char **docket = dockets; *docket != NULL; docket++)
    want (self, *docket);
  for (guint i = self->posts->len; i-- > 0;)
    {
      YsRemindPost *post = g_ptr_array_index (self->posts, i);

      if (!post->is_wanted && post->context == NULL)
        g_ptr_array_remove_index (self->posts, i);
    }
}

static void
look_at_new (YsRemindWatch *self)
{
  for (guint i = 0; i < self->posts->len; i++)
    {
      YsRemindPost *post = g_ptr_array_index (self->posts, i);

      if (post->next == 0)
        check (post);
    }
}

static void
settings_cb (GSettings *settings, const char *key, YsRemindWatch *self)
{
  if (g_str_equal (key, "remind-dockets") || g_str_equal (key, "last-docket"))
    {
      if (!self->has_begun)
        return;
      read_dockets (self);
      look_at_new (self);
    }
  else if (g_str_has_prefix (key, "remind-"))
    ys_remind_watch_check (self);
}

static gboolean
begin_cb (gpointer user_data)
{
  YsRemindWatch *self = user_data;

  self->begin = 0;
  self->has_begun = TRUE;
  read_dockets (self);
  look_at_new (self);
  return G_SOURCE_REMOVE;
}

void
ys_remind_watch_begin (YsRemindWatch *self, int seconds)
{
  g_return_if_fail (YS_IS_REMIND_WATCH (self));

  g_clear_handle_id (&self->begin, g_source_remove);
  if (seconds == 0)
    begin_cb (self);
  else
    self->begin = g_timeout_add_seconds ((guint) seconds, begin_cb, self);
}

void
ys_remind_watch_attach (YsRemindWatch *self, YsContext *context)
{
  g_return_if_fail (YS_IS_REMIND_WATCH (self) && YS_IS_CONTEXT (context));

  YsRemindPost *post = ensure_post (self, ys_context_get_address (context));

  ys_remind_post_attach (post, context);
  check (post);
}

gboolean
ys_remind_watch_is_idle (YsRemindWatch *self)
{
  g_return_val_if_fail (YS_IS_REMIND_WATCH (self), TRUE);
  return self->n_busy == 0;
}

void
ys_remind_watch_set_ends (YsRemindWatch *self)
{
  g_return_if_fail (YS_IS_REMIND_WATCH (self));
  self->ends = TRUE;
}

gboolean
ys_remind_watch_ends (YsRemindWatch *self)
{
  g_return_val_if_fail (YS_IS_REMIND_WATCH (self), FALSE);
  return self->ends;
}

guint
ys_remind_watch_count (YsRemindWatch *self)
{
  g_return_val_if_fail (YS_IS_REMIND_WATCH (self), 0);
  return self->posts->len;
}

/* --- what they remind of ---------------------------------------------------------------------- */

GPtrArray *
ys_remind_watch_get (YsRemindWatch *self, const char *address)
{
  g_return_val_if_fail (YS_IS_REMIND_WATCH (self) && address != NULL, NULL);

  YsRemindPost *post = find_post (self, address);

  return post != NULL ? post->reminders : NULL;
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Looking) looking = user_data;
  g_autoptr (GError) error = NULL;
  YsRemindPost *post = find_post (looking->watch, looking->address);

  if (!ys_remind_note_finish (result, &error))
    g_info ("reminders: %s", error->message);
  else if (post != NULL && looking->watch->application != NULL)
    check (post);
}

static void
note (YsRemindWatch *self, const char *address, GPtrArray *reminders, GDateTime *again)
{
  Looking *looking = g_new (Looking, 1);

  *looking = (Looking){ g_object_ref (self), g_strdup (address),
                        ys_application_get_today (self->application) };
  ys_remind_note_async (address, reminders, looking->today, again, noted_cb, looking);
}

void
ys_remind_watch_mark (YsRemindWatch *self, const char *address)
{
  g_return_if_fail (YS_IS_REMIND_WATCH (self) && address != NULL);

  GPtrArray *reminders = ys_remind_watch_get (self, address);

  for (guint i = 0; reminders != NULL && i < reminders->len; i++)
    if (!((YsReminder *) g_ptr_array_index (reminders, i))->read)
      {
        note (self, address, reminders, NULL);
        return;
      }
}

void
ys_remind_watch_put_off (YsRemindWatch *self, const char *address, GPtrArray *reminders)
{
  g_return_if_fail (YS_IS_REMIND_WATCH (self) && address != NULL && reminders != NULL);

  g_autoptr (GDateTime) now = ys_application_get_now (self->application);
  g_autoptr (GDateTime) again = g_date_time_add_seconds (now, PUT_OFF_SECONDS);

  note (self, address, reminders, again);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_remind_watch_dispose (GObject *object)
{
  YsRemindWatch *self = YS_REMIND_WATCH (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->begin, g_source_remove);
  g_ptr_array_set_size (self->posts, 0);
  if (self->application != NULL)
    g_signal_handlers_disconnect_by_data (self->application, self);
  self->application = NULL;
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ys_remind_watch_parent_class)->dispose (object);
}

static void
ys_remind_watch_finalize (GObject *object)
{
  g_ptr_array_unref (YS_REMIND_WATCH (object)->posts);
  G_OBJECT_CLASS (ys_remind_watch_parent_class)->finalize (object);
}

static void
ys_remind_watch_class_init (YsRemindWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ys_remind_watch_dispose;
  object_class->finalize = ys_remind_watch_finalize;

  signals[CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
  signals[IDLE] = g_signal_new ("idle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
ys_remind_watch_init (YsRemindWatch *self)
{
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_remind_post_free);
}

YsRemindWatch *
ys_remind_watch_new (YsApplication *application)
{
  g_return_val_if_fail (YS_IS_APPLICATION (application), NULL);

  YsRemindWatch *self = g_object_new (YS_TYPE_REMIND_WATCH, NULL);

  self->application = application;
  self->settings = g_object_ref (ys_application_get_settings (application));
  g_signal_connect (application, "notify::today", G_CALLBACK (today_cb), self);
  g_signal_connect (self->settings, "changed", G_CALLBACK (settings_cb), self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  return self;
}
