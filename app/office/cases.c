/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cases read out of the docket: one by its number, or all in turn. */
#include "office/session-private.h"

#include "wording/explain.h"
#include "wording/i18n.h"

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

/* A damaged store may leave entries out, or give them in another order. */
static gboolean
add_entry (YsHistory *history, const YsEntry *entry, GError **error)
{
  g_autoptr (YsEvent) event = ys_session_parse_entry (entry, error);
  gint64 next = (gint64) ys_history_get_length (history) + 1;

  if (event == NULL)
    return FALSE;
  if (entry->seq != next)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED,
                   _("Entry %1$" PRId64 " of the docket (%2$s) says that it is number %3$" PRId64
                     " of its stream, where number %4$" PRId64 " should follow. Check the docket "
                     "with “yishenctl verify”."),
                   entry->position, entry->stream, entry->seq, next);
      return FALSE;
    }
  ys_history_add (history, event);
  return TRUE;
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
  g_autoptr (YsHistory) history = ys_history_new (id);

  if (!ys_case_id_is_valid (id))
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_NO_CASE,
                   _("“%s” is no case number. Write YEAR-NNNN, as 2026-0001."), id);
      return NULL;
    }
  if (!ys_docket_read_stream (ys_session_get_docket (self), stream, take_entry, history, error))
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
  YsHistory *history;
  YsHistoryFunc func;
  YsSkipFunc skip;
  gpointer user_data;
  const char *after; /* id, or NULL */
  gboolean stopped;
} Walk;

static gboolean
give_history (Walk *walk, GError **error)
{
  g_autoptr (YsHistory) history = g_steal_pointer (&walk->history);

  if (history == NULL || walk->stopped)
    return TRUE;
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
  if (walk->history == NULL || !g_str_equal (ys_history_get_id (walk->history), id))
    {
      if (!give_history (walk, error))
        return FALSE;
      walk->history = ys_history_new (id);
    }

  return add_entry (walk->history, entry, error);
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

  Walk walk = { .func = func, .skip = skip, .user_data = user_data, .after = after };
  gboolean done = ys_docket_read_streams (ys_session_get_docket (self), "case/", take_case_entry,
                                          &walk, error)
                  && give_history (&walk, error);

  g_clear_pointer (&walk.history, ys_history_free);
  return done;
}
