/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts, one question each, on the docket's thread. */
#include "desk/cases/case-summary.h"

#include "desk/widgets/due-words.h"

void
ys_case_summary_free (YsCaseSummary *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->handlers);
  g_strfreev (self->years);
  g_free (self);
}

/* The list's open cases due from @from to @until, either of which may be YS_DAY_NONE. */
static gboolean
count_due (YsSession *session, const YsFilter *filter, YsDay from, YsDay until, gint64 *count,
           GError **error)
{
  YsFilter due = *filter;

  due.open_only = TRUE;
  if (from != YS_DAY_NONE)
    due.due_from = MAX (filter->due_from, from);
  due.due_until = filter->due_until != YS_DAY_NONE ? MIN (filter->due_until, until) : until;
  *count = ys_office_count (session, &due, error);
  return *count >= 0;
}

static gboolean
count_suspended (YsSession *session, const YsFilter *filter, gint64 *count, GError **error)
{
  YsFilter suspended = *filter;
  unsigned bit = 1u << YS_STATE_SUSPENDED;

  *count = 0;
  if (filter->states != 0 && (filter->states & bit) == 0)
    return TRUE;
  suspended.states = bit;
  *count = ys_office_count (session, &suspended, error);
  return *count >= 0;
}

static GStrv
list_years (YsSession *session, GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GArray) years = ys_office_list_years (session, error);

  if (years == NULL)
    return NULL;
  for (guint i = years->len; i > 0; i--)
    {
      g_autofree char *word = g_strdup_printf ("%d", g_array_index (years, int, i - 1));
      g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}

static GStrv
list_handlers (YsSession *session, GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GPtrArray) handlers = ys_office_list_handlers (session, error);

  if (handlers == NULL)
    return NULL;
  for (guint i = 0; i < handlers->len; i++)
    g_strv_builder_add (words, g_ptr_array_index (handlers, i));
  return g_strv_builder_end (words);
}

gpointer
ys_case_summary_read (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  YsCaseQuery *query = input;
  YsCalendar *calendar = ys_session_get_calendar (session);
  YsDay today = ys_session_get_today (session);
  YsDay soon = ys_calendar_nth (calendar, today, YS_DUE_SOON_DAYS);
  g_autoptr (YsCaseSummary) self = g_new0 (YsCaseSummary, 1);
  YsFilter filter;

  ys_case_query_get_filter (query, calendar, today, &filter);
  self->total = ys_office_count (session, NULL, error);
  if (self->total < 0
      || !count_due (session, &filter, YS_DAY_NONE, today - 1, &self->overdue, error)
      || !count_due (session, &filter, today, today, &self->today, error)
      || !count_due (session, &filter, today + 1, soon, &self->soon, error)
      || !count_suspended (session, &filter, &self->suspended, error))
    return NULL;
  self->handlers = list_handlers (session, error);
  self->years = self->handlers != NULL ? list_years (session, error) : NULL;
  return self->years != NULL ? g_steal_pointer (&self) : NULL;
}

gpointer
ys_case_summary_count (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  YsFilter filter;
  gint64 count;

  ys_case_query_get_filter (input, ys_session_get_calendar (session), ys_session_get_today (session),
                            &filter);
  count = ys_office_count (session, &filter, error);
  return count >= 0 ? g_memdup2 (&count, sizeof count) : NULL;
}
