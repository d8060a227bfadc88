/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens a docket, its calendar and (when asked) its index. What is done with them is elsewhere. */
#include "office/audit.h"
#include "office/erasing.h"

#include "calendar-resources.h"
#include "docket/signer.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>
#include <string.h>

struct _YsSession
{
  GObject parent_instance;

  YsDocket *docket;
  YsIndex *index;
  YsCalendar *calendar;
  char *actor;
  YsDay today;
  YsStaffApproval founding_approval;
  YsAudited audited;
  YsSigner *signer;
  gboolean is_behind; /* a change came that could not be told yet */
  GSource *watch;
};

G_DEFINE_FINAL_TYPE (YsSession, ys_session, G_TYPE_OBJECT)

G_DEFINE_QUARK (ys-office-error-quark, ys_office_error)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Poll of a focused window (faults.md): two seconds, give or take a quarter, so that ten desks do
 * not all knock at once. */
#define POLL_MS 2000

gboolean
ys_error_is_damage (const GError *error)
{
  return g_error_matches (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT)
         || g_error_matches (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED)
         || g_error_matches (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED);
}

gboolean
ys_error_is_conflict (const GError *error)
{
  return g_error_matches (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CONFLICT);
}

gboolean
ys_error_is_index (const GError *error)
{
  return error != NULL && error->domain == YS_INDEX_ERROR;
}

/* --- calendar -------------------------------------------------------------------------------- */

void
ys_calendar_foreach_shipped (YsNoticeTextFunc func, gpointer user_data)
{
  static const char *const names[] = { "2018", "2019", "2019-2", "2020", "2020-2", "2021",
                                       "2022", "2023", "2024",   "2025", "2026" };
  GResource *resource = ys_calendars_get_resource ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cn/yishen/calendars/%s.notice", names[i]);
      g_autoptr (GBytes) bytes
        = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *text = NULL;

      g_assert (bytes != NULL);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      func (text, user_data);
    }
}

static void
add_shipped (const char *text, gpointer user_data)
{
  if (ys_calendar_add_notice (user_data, text, NULL) != YS_NOTICE_OK)
    g_assert_not_reached ();
}

YsCalendar *
ys_calendar_load_shipped (void)
{
  YsCalendar *calendar = ys_calendar_new ();

  ys_calendar_foreach_shipped (add_shipped, calendar);
  return calendar;
}

/* Adds what `announced` says. Days were checked by the rules; a span is cut at a month. */
static void
add_announcement (YsCalendar *calendar, const char *stream, const YsEvent *event)
{
  int rests = ys_event_count_list (event, "rest");
  int works = ys_event_count_list (event, "work");
  const char *year = strrchr (stream, '/');

  ys_calendar_add_year (calendar, (int) g_ascii_strtoll (year + 1, NULL, 10));
  for (int i = 0; i < rests; i++)
    {
      g_autofree char *name = g_strdup_printf ("rest.%d.name", i);
      g_autofree char *from = g_strdup_printf ("rest.%d.from", i);
      g_autofree char *to = g_strdup_printf ("rest.%d.to", i);
      YsDay first = ys_event_get_day (event, from);

      ys_calendar_add_rest (calendar, first, MAX (first, ys_event_get_day (event, to)),
                            ys_event_get_string (event, name));
    }
  for (int i = 0; i < works; i++)
    {
      g_autofree char *day = g_strdup_printf ("work.%d", i);
      ys_calendar_add_work (calendar, ys_event_get_day (event, day), NULL);
    }
}

/* The notices of a docket, and one that is tried among them. */
typedef struct
{
  YsCalendar *calendar;
  const char *stream; /* of the one that is tried, which follows what stands there; or NULL */
  const char *text;
} Reading;

static void
add_trial (Reading *reading)
{
  if (reading->stream == NULL)
    return;
  ys_calendar_add_notice (reading->calendar, reading->text, NULL);
  reading->stream = NULL;
}

static gboolean
take_announcement (YsEntry *entry, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (YsEvent) event = ys_session_parse_entry (entry, error);

  if (event == NULL)
    return FALSE;
  if (reading->stream != NULL && strcmp (entry->stream, reading->stream) > 0)
    add_trial (reading);
  add_announcement (reading->calendar, entry->stream, event);
  return TRUE;
}

YsCalendar *
ys_session_read_calendar (YsSession *self, int year, const char *text, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  g_autoptr (YsCalendar) calendar = ys_calendar_load_shipped ();
  g_autofree char *stream = text != NULL ? g_strdup_printf ("calendar/%04d", year) : NULL;
  Reading reading = { calendar, stream, text };

  if (!ys_docket_read_streams (self->docket, "calendar/", take_announcement, &reading, error))
    return NULL;
  add_trial (&reading);
  return g_steal_pointer (&calendar);
}

static gboolean
load_calendar (YsSession *self, GError **error)
{
  YsCalendar *calendar = ys_session_read_calendar (self, 0, NULL, error);

  if (calendar == NULL)
    return FALSE;
  g_clear_pointer (&self->calendar, ys_calendar_unref);
  self->calendar = calendar;
  return TRUE;
}

/* --- opening --------------------------------------------------------------------------------- */

static char *
make_state_dir (const char *what)
{
  return g_build_filename (g_get_user_state_dir (), "yishen", what, NULL);
}

static gboolean
take_docket (YsSession *self, YsDocket *docket, YsDay today, GError **error)
{
  cJSON *founding = cJSON_Parse (ys_docket_get_founding (docket));
  const char *approval = cJSON_GetStringValue (cJSON_GetObjectItem (founding, "approval"));

  self->docket = docket;
  self->today = today;
  self->founding_approval = ys_approval_from_id (approval);
  cJSON_Delete (founding);
  return load_calendar (self, error) && ys_audit_catch_up (self, error);
}

/* What was cut off while a case was destroyed; if it cannot be done now, then at the next start. */
static void
finish_erasing (YsSession *self)
{
  g_autoptr (GError) error = NULL;

  if (ys_session_get_read_only_reason (self) == NULL && !ys_erasing_finish (self, &error))
    g_debug ("erasing files: %s", error->message);
}

YsSession *
ys_session_found (const char *address, const char *agency, YsSessionSuite suite,
                  YsStaffApproval approval, YsDay today, GError **error)
{
  g_return_val_if_fail (address != NULL && agency != NULL && today != YS_DAY_NONE, NULL);

  g_autofree char *pins = make_state_dir ("pins");
  g_autofree char *founding = NULL;
  g_autoptr (YsSession) self = NULL;
  cJSON *json;
  char *printed;
  YsDocket *docket;

  if (!g_utf8_validate (agency, -1, NULL) || agency[strspn (agency, " \t")] == '\0')
    {
      g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
                           _("The agency has no name. Give the name that its letters bear."));
      return NULL;
    }

  json = cJSON_CreateObject ();
  cJSON_AddStringToObject (json, "approval", ys_approval_get_id (approval));
  cJSON_AddStringToObject (json, "name", agency);
  printed = cJSON_PrintUnformatted (json);
  founding = g_strdup (printed);
  cJSON_free (printed);
  cJSON_Delete (json);

  docket = ys_docket_create (address, suite == YS_SESSION_SUITE_GM ? YS_SUITE_GM : YS_SUITE_INTL,
                             founding, pins, error);
  if (docket == NULL)
    return NULL;

  self = g_object_new (YS_TYPE_SESSION, NULL);
  return take_docket (self, docket, today, error) ? g_steal_pointer (&self) : NULL;
}

YsSession *
ys_session_open (const char *address, gboolean writing, YsDay today, GError **error)
{
  g_return_val_if_fail (address != NULL && today != YS_DAY_NONE, NULL);

  g_autofree char *pins = make_state_dir ("pins");
  g_autoptr (YsSession) self = NULL;
  YsDocket *docket
    = ys_docket_open (address, writing ? YS_DOCKET_READ_WRITE : YS_DOCKET_READ_ONLY, pins, error);

  if (docket == NULL)
    return NULL;

  self = g_object_new (YS_TYPE_SESSION, NULL);
  if (!take_docket (self, docket, today, error))
    return NULL;
  finish_erasing (self);
  return g_steal_pointer (&self);
}

/* --- what a session knows -------------------------------------------------------------------- */

const char *
ys_session_get_docket_id (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return ys_docket_get_id (self->docket);
}

YsDocket *
ys_session_get_docket (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return self->docket;
}

char *
ys_session_find_index (YsSession *self)
{
  g_autofree char *all = make_state_dir ("index");

  return g_build_filename (all, ys_docket_get_id (self->docket), NULL);
}

YsIndex *
ys_session_get_index (YsSession *self, YsProgressFunc progress, gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  if (self->index == NULL)
    {
      g_autofree char *dir = ys_session_find_index (self);

      self->index = ys_index_open (dir, ys_docket_get_id (self->docket), error);
      if (self->index == NULL)
        return NULL;
    }
  return ys_session_fill_index (self, self->index, progress, user_data, error) ? self->index : NULL;
}

void
ys_session_set_actor (YsSession *self, const char *actor)
{
  g_return_if_fail (YS_IS_SESSION (self));

  char *copy;

  if (g_strcmp0 (self->actor, actor) == 0)
    return;
  /* Nobody signs with another person's key. */
  ys_session_take_signer (self, NULL);
  copy = g_strdup (actor);
  g_free (self->actor);
  self->actor = copy;
}

const char *
ys_session_get_actor (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return self->actor;
}

YsDay
ys_session_get_today (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), YS_DAY_NONE);
  return self->today;
}

void
ys_session_set_today (YsSession *self, YsDay today)
{
  g_return_if_fail (YS_IS_SESSION (self) && today != YS_DAY_NONE);

  if (self->today == today)
    return;
  self->today = today;
  g_signal_emit (self, signals[CHANGED], 0);
}

YsCalendar *
ys_session_get_calendar (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return self->calendar;
}

YsStaffApproval
ys_session_get_approval (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), YS_STAFF_APPROVAL_RECORDED);
  return ys_staff_get_approval (self->audited.staff);
}

YsStaffApproval
ys_session_get_founding_approval (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), YS_STAFF_APPROVAL_RECORDED);
  return self->founding_approval;
}

const YsStaff *
ys_session_get_staff (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return self->audited.staff;
}

YsAudited *
ys_session_get_audited (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return &self->audited;
}

const YsSigner *
ys_session_get_signer (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return self->signer;
}

void
ys_session_take_signer (YsSession *self, YsSigner *signer)
{
  g_return_if_fail (YS_IS_SESSION (self));

  g_clear_pointer (&self->signer, ys_signer_free);
  self->signer = signer;
}

const char *
ys_session_get_read_only_reason (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return self->audited.distrust != NULL ? self->audited.distrust : ys_docket_get_read_only_reason (self->docket);
}

const char *
ys_session_get_distrust_reason (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);
  return self->audited.distrust != NULL ? self->audited.distrust : ys_docket_get_distrust_reason (self->docket);
}

static gboolean
take_name (YsEntry *entry, gpointer user_data, GError **error)
{
  char **agency = user_data;

  if (g_str_equal (entry->kind, "named") && entry->body != NULL)
    {
      g_free (*agency);
      *agency = g_strdup (entry->body);
    }
  return TRUE;
}

char *
ys_session_get_agency (YsSession *self, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  g_autofree char *agency = NULL;

  if (!ys_docket_read_stream (self->docket, "agency", take_name, &agency, error))
    return NULL;
  if (agency == NULL)
    {
      cJSON *founding = cJSON_Parse (ys_docket_get_founding (self->docket));
      char *printed;

      cJSON_DeleteItemFromObject (founding, "approval");
      printed = cJSON_PrintUnformatted (founding);
      agency = g_strdup (printed);
      cJSON_free (printed);
      cJSON_Delete (founding);
    }
  return g_steal_pointer (&agency);
}

/* --- change ---------------------------------------------------------------------------------- */

gboolean
ys_session_tell_changed (YsSession *self, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self), FALSE);

  if (!load_calendar (self, error) || !ys_audit_catch_up (self, error))
    return FALSE;
  self->is_behind = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
ys_session_tell_done (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  g_autoptr (GError) error = NULL;

  self->is_behind = TRUE;
  if (!ys_session_tell_changed (self, &error))
    g_debug ("told later: %s", error->message);
}

gboolean
ys_session_poll (YsSession *self, gboolean *came, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && came != NULL, FALSE);

  if (!ys_docket_has_changed (self->docket, came, error))
    return FALSE;
  /* The docket tells of a change once. */
  *came = self->is_behind |= *came;
  return !*came || ys_session_tell_changed (self, error);
}

static gboolean
poll_cb (gpointer user_data)
{
  /* Whoever hears of a change may let the session go. */
  g_autoptr (YsSession) self = g_object_ref (user_data);
  g_autoptr (GError) error = NULL;
  gboolean came;

  /* A share that is away for a moment is polled again; whoever reads next is told. */
  if (!ys_session_poll (self, &came, &error))
    g_debug ("poll: %s", error->message);
  if (self->watch == NULL)
    return G_SOURCE_REMOVE;
  g_source_set_ready_time (self->watch, g_get_monotonic_time ()
                                          + g_random_int_range (POLL_MS * 3 / 4, POLL_MS * 5 / 4)
                                              * G_TIME_SPAN_MILLISECOND);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_watch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

static GSourceFuncs watch_funcs = { .dispatch = dispatch_watch };

void
ys_session_watch (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  if (self->watch != NULL)
    return;
  self->watch = g_source_new (&watch_funcs, sizeof (GSource));
  g_source_set_callback (self->watch, poll_cb, self, NULL);
  g_source_set_static_name (self->watch, "yishen docket poll");
  g_source_set_ready_time (self->watch, 0);
  g_source_attach (self->watch, g_main_context_get_thread_default ());
}

static void
ys_session_dispose (GObject *object)
{
  YsSession *self = YS_SESSION (object);

  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
  g_clear_object (&self->index);
  g_clear_object (&self->docket);
  g_clear_pointer (&self->calendar, ys_calendar_unref);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->audited.staff, ys_staff_free);
  g_clear_pointer (&self->audited.erased, g_array_unref);
  g_clear_pointer (&self->audited.distrust, g_free);
  g_clear_pointer (&self->signer, ys_signer_free);
  G_OBJECT_CLASS (ys_session_parent_class)->dispose (object);
}

static void
ys_session_class_init (YsSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_session_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_session_init (YsSession *self)
{
  self->today = YS_DAY_NONE;
}
