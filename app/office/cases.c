/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cases read out of the docket: one by its number, or all in turn. */
#include "office/session-private.h"

#include "rules/event-reduce.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <string.h>

YsEvent *
ys_session_parse_entry (const YsEntry *entry, GError **error)
{
  g_return_val_if_fail (entry != NULL, NULL);

  g_auto (YsFault) fault = YS_FAULT_INIT;
  YsEvent *event = NULL;

  if (entry->body != NULL)
    event = ys_event_parse (entry->stream, entry->seq, entry->kind, entry->on, entry->actor,
                            entry->body, &fault);
  if (event == NULL)
    {
      g_autofree char *why = fault.code != YS_FAULT_NONE ? ys_explain_fault (&fault)
                                                         : g_strdup (_("its body is gone"));
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED,
                   _("Entry %1$" PRId64 " of the docket (%2$s) cannot be understood: %3$s "
                     "Check the docket with “yishenctl verify”."),
                   entry->position, entry->stream, why);
    }
  return event;
}

/* --- one history ----------------------------------------------------------------------------- */

/* The entries of one stream as they come, in the order of seq. */
typedef struct
{
  YsHistory *history;
  GPtrArray *erased; /* of YsEntry: without their bodies, until a `destroyed` says what was kept */
} Gathering;

static void
gathering_clear (Gathering *self)
{
  g_clear_pointer (&self->history, ys_history_free);
  g_clear_pointer (&self->erased, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

static void
gathering_begin (Gathering *self, const char *id)
{
  self->history = ys_history_new (id);
  self->erased = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
}

static char *
print_body (const cJSON *json)
{
  char *printed = cJSON_PrintUnformatted (json);
  char *body = g_strdup (printed);

  cJSON_free (printed);
  return body;
}

YsEvent *
ys_session_parse_kept (const YsEntry *entry, const YsEvent *destroyed, GError **error)
{
  g_return_val_if_fail (entry != NULL && entry->body == NULL, NULL);

  const cJSON *kept = destroyed != NULL ? ys_event_get_kept (destroyed, entry->seq) : NULL;
  g_autofree char *body = NULL;
  YsEntry view = *entry;

  if (kept == NULL)
    return ys_session_parse_entry (entry, error);
  body = print_body (kept);
  view.body = body;
  return ys_session_parse_entry (&view, error);
}

static gboolean
add_event (YsHistory *history, const YsEntry *entry, const YsEvent *destroyed, GError **error)
{
  g_autoptr (YsEvent) event = entry->body != NULL
                                ? ys_session_parse_entry (entry, error)
                                : ys_session_parse_kept (entry, destroyed, error);

  if (event == NULL)
    return FALSE;
  ys_history_add (history, event);
  return TRUE;
}

/* A damaged store may leave entries out, or give them in another order. */
static gboolean
add_entry (Gathering *self, YsEntry *entry, GError **error)
{
  gint64 next = (gint64) ys_history_get_length (self->history) + self->erased->len + 1;
  g_autoptr (YsEvent) destroyed = NULL;

  if (entry->seq != next)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED,
                   _("Entry %1$" PRId64 " of the docket (%2$s) says that it is number %3$" PRId64
                     " of its stream, where number %4$" PRId64 " should follow. Check the docket "
                     "with “yishenctl verify”."),
                   entry->position, entry->stream, entry->seq, next);
      return FALSE;
    }
  if (entry->body == NULL)
    {
      g_ptr_array_add (self->erased, ys_entry_ref (entry));
      return TRUE;
    }
  if (self->erased->len > 0)
    destroyed = ys_session_parse_entry (entry, error);
  if (self->erased->len > 0 && destroyed == NULL)
    return FALSE;
  for (guint i = 0; i < self->erased->len; i++)
    if (!add_event (self->history, g_ptr_array_index (self->erased, i), destroyed, error))
      return FALSE;
  g_ptr_array_set_size (self->erased, 0);
  return add_event (self->history, entry, NULL, error);
}

/* What was erased and never said to be is not understood. */
static YsHistory *
gathering_finish (Gathering *self, GError **error)
{
  if (self->erased->len > 0
      && !add_event (self->history, g_ptr_array_index (self->erased, 0), NULL, error))
    return NULL;
  return g_steal_pointer (&self->history);
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  return add_entry (user_data, entry, error);
}

YsHistory *
ys_session_load_case (YsSession *self, const char *id, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && id != NULL, NULL);

  g_autofree char *stream = g_strconcat ("case/", id, NULL);
  g_auto (Gathering) gathering = { NULL };
  g_autoptr (YsHistory) history = NULL;

  if (!ys_case_id_is_valid (id))
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_NO_CASE,
                   _("“%s” is no case number. Write YEAR-NNNN, as 2026-0001."), id);
      return NULL;
    }
  gathering_begin (&gathering, id);
  if (!ys_docket_read_stream (ys_session_get_docket (self), stream, take_entry, &gathering, error))
    return NULL;
  history = gathering_finish (&gathering, error);
  if (history == NULL)
    return NULL;
  if (ys_history_get_length (history) == 0)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_NO_CASE,
                   _("The docket has no case %s."), id);
      return NULL;
    }
  return g_steal_pointer (&history);
}

/* --- all of them ----------------------------------------------------------------------------- */

typedef struct
{
  Gathering gathering;
  YsHistoryFunc func;
  YsSkipFunc skip;
  gpointer user_data;
  const char *after; /* id, or NULL */
  gboolean stopped;
} Walk;

static gboolean
give_history (Walk *walk, GError **error)
{
  g_auto (Gathering) gathering = walk->gathering;
  g_autoptr (YsHistory) history = NULL;

  walk->gathering = (Gathering){ NULL };
  if (gathering.history == NULL || walk->stopped)
    return TRUE;
  history = gathering_finish (&gathering, error);
  if (history == NULL)
    return FALSE;
  if (walk->func (history, walk->user_data, error))
    return TRUE;
  walk->stopped = TRUE;
  return FALSE;
}

static gboolean
take_case_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  const char *id = entry->stream + strlen ("case/");

  /* Streams come in the order of their bytes. */
  if (walk->after != NULL && strcmp (id, walk->after) <= 0)
    return walk->skip == NULL || walk->skip (walk->user_data, error);
  if (walk->gathering.history == NULL
      || !g_str_equal (ys_history_get_id (walk->gathering.history), id))
    {
      if (!give_history (walk, error))
        return FALSE;
      gathering_begin (&walk->gathering, id);
    }

  return add_entry (&walk->gathering, entry, error);
}

gboolean
ys_session_each_case (YsSession *self, YsHistoryFunc func, gpointer user_data, GError **error)
{
  return ys_session_each_case_after (self, NULL, NULL, func, user_data, error);
}

gboolean
ys_session_each_case_after (YsSession *self, const char *after, YsSkipFunc skip,
                            YsHistoryFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && func != NULL, FALSE);

  Walk walk = { { NULL }, func, skip, user_data, after, FALSE };
  gboolean done = ys_docket_read_streams (ys_session_get_docket (self), "case/", take_case_entry,
                                          &walk, error)
                  && give_history (&walk, error);

  gathering_clear (&walk.gathering);
  return done;
}
