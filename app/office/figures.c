/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting a year. What counts as what is the tally's business; here it only gets everything. */
#include "office/figures.h"

#include "office/session-private.h"
#include "rules/casefile.h"

#include <string.h>

/* --- cases ----------------------------------------------------------------------------------- */

typedef struct
{
  const YsCalendar *calendar;
  YsDay on;
  YsFigures *figures;
} CaseCount;

static gboolean
count_case (YsHistory *history, gpointer user_data, GError **error)
{
  CaseCount *count = user_data;
  g_autoptr (YsCasefile) casefile = ys_casefile_new (history, count->calendar, count->on);

  ys_casefile_tally (casefile, count->figures);
  return TRUE;
}

static gboolean
count_cases (YsSession *session, YsDay on, YsFigures *figures, GError **error)
{
  CaseCount count = { ys_session_get_calendar (session), on, figures };
  g_autoptr (GError) local = NULL;
  YsIndex *index;

  if (on == ys_session_get_today (session))
    {
      index = ys_session_get_index (session, NULL, NULL, &local);
      if (index != NULL)
        return ys_index_tally (index, figures, error);
      if (!ys_error_is_index (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return ys_session_each_case (session, count_case, &count, error);
}

/* --- registers --------------------------------------------------------------------------------- */

typedef struct
{
  YsDay on;
  YsDay end;         /* last day of the year */
  YsFigures *figures;
  char *stream;      /* the document that is being read */
  gboolean is_rule;
  YsDay issued;
  YsDay repealed;
  YsDay opened;      /* day of the opening count in force */
  gint64 opening_rule, opening_normative;
  YsDay counted;     /* day of the decision count in force */
} RegisterCount;

static void
close_document (RegisterCount *self)
{
  if (self->issued != YS_DAY_NONE)
    ys_figures_add_document (self->figures, self->is_rule, self->issued, self->repealed);
  self->issued = self->repealed = YS_DAY_NONE;
  g_clear_pointer (&self->stream, g_free);
}

/* A document is issued once and repealed once; what stands first counts. */
static void
take_document (RegisterCount *self, const char *stream, const YsEvent *event)
{
  if (g_strcmp0 (self->stream, stream) != 0)
    {
      close_document (self);
      self->stream = g_strdup (stream);
    }
  if (event->kind == YS_KIND_NORMATIVE_ISSUED && self->issued == YS_DAY_NONE)
    {
      self->issued = event->on;
      self->is_rule = g_strcmp0 (ys_event_get_string (event, "type"), "rule") == 0;
    }
  else if (event->kind == YS_KIND_NORMATIVE_REPEALED && self->repealed == YS_DAY_NONE)
    self->repealed = event->on;
}

static void
take_decisions (RegisterCount *self, const YsEvent *event)
{
  const char *fee = ys_event_get_string (event, "fee_wan");

  if (self->counted != YS_DAY_NONE && event->on < self->counted)
    return;
  self->counted = event->on;
  self->figures->licence = ys_event_get_int (event, "licence", 0);
  self->figures->penalty = ys_event_get_int (event, "penalty", 0);
  self->figures->coercion = ys_event_get_int (event, "coercion", 0);
  g_strlcpy (self->figures->fee_wan, fee != NULL ? fee : "", sizeof self->figures->fee_wan);
}

static void
take_opening (RegisterCount *self, const YsEvent *event)
{
  if (event->on > self->end || (self->opened != YS_DAY_NONE && event->on < self->opened))
    return;
  self->opened = event->on;
  self->opening_rule = ys_event_get_int (event, "rule", 0);
  self->opening_normative = ys_event_get_int (event, "normative", 0);
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  RegisterCount *self = user_data;
  g_autoptr (YsEvent) event = ys_session_parse_entry (entry, error);
  const char *id;

  if (event == NULL)
    return FALSE;
  if (event->on > self->on)
    return TRUE;

  switch (ys_stream_parse (entry->stream, &id))
    {
    case YS_STREAM_NORMATIVE:
      take_document (self, entry->stream, event);
      break;
    case YS_STREAM_NORMATIVE_OPENING:
      take_opening (self, event);
      break;
    case YS_STREAM_DECISIONS:
      if (g_ascii_strtoll (id, NULL, 10) == self->figures->year)
        take_decisions (self, event);
      break;
    default:
      break;
    }
  return TRUE;
}

static gboolean
count_registers (YsSession *session, YsDay on, YsFigures *figures, GError **error)
{
  RegisterCount count = {
    .on = on,
    .end = ys_day_from_ymd (figures->year, 12, 31),
    .figures = figures,
    .issued = YS_DAY_NONE,
    .repealed = YS_DAY_NONE,
    .opened = YS_DAY_NONE,
    .counted = YS_DAY_NONE,
  };
  gboolean done = ys_docket_read_streams (ys_session_get_docket (session), "register/", take_entry,
                                          &count, error);

  close_document (&count);
  if (count.opened != YS_DAY_NONE)
    ys_figures_add_opening (figures, count.opening_rule, count.opening_normative);
  return done;
}

gboolean
ys_office_count_year (YsSession *session, int year, YsForm form, YsDay on, YsFigures *figures,
                      GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && figures != NULL && on != YS_DAY_NONE, FALSE);

  ys_figures_begin (figures, year, form);
  if (!count_cases (session, on, figures, error)
      || !count_registers (session, on, figures, error))
    return FALSE;
  ys_figures_finish (figures);
  return TRUE;
}
