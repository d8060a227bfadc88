/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which cases belong to which section, and how many are due on which day. */
#include "desk/today/today-figures.h"

#include "desk/widgets/due-words.h"

#define WAITING                                                                  \
  (1u << YS_STATE_AWAITING_CONFIRMATION | 1u << YS_STATE_SUSPENDED               \
   | 1u << YS_STATE_AWAITING_CORRECTION | 1u << YS_STATE_AWAITING_FEE)

YsTodayFigures *
ys_today_figures_ref (YsTodayFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_today_figures_unref (YsTodayFigures *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->due, g_array_unref);
  for (int i = 0; i < YS_N_TODAY_SECTIONS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_free (self);
}

/* A suspended case waits for others, whatever day it would be due if they answered now. */
void
ys_today_get_due_filter (YsDay from, YsDay until, YsFilter *filter)
{
  ys_filter_init (filter);
  filter->states = 1u << YS_STATE_RUNNING;
  filter->open_only = TRUE;
  filter->due_from = from;
  filter->due_until = until;
}

void
ys_today_figures_get_filter (const YsTodayFigures *self, YsTodaySection section, YsFilter *filter)
{
  switch (section)
    {
    case YS_TODAY_OVERDUE:
      ys_today_get_due_filter (YS_DAY_NONE, self->today - 1, filter);
      break;
    case YS_TODAY_DUE:
      ys_today_get_due_filter (self->today, self->today, filter);
      break;
    case YS_TODAY_SOON:
      ys_today_get_due_filter (self->today + 1, self->soon, filter);
      break;
    case YS_TODAY_LATER:
      ys_today_get_due_filter (self->soon + 1, self->until, filter);
      break;
    case YS_TODAY_WAITING:
      ys_filter_init (filter);
      filter->open_only = TRUE;
      filter->states = WAITING;
      break;
    case YS_TODAY_APPROVAL:
      ys_filter_init (filter);
      filter->open_only = TRUE;
      filter->asks_approval = TRUE;
      break;
    default:
      g_return_if_reached ();
    }
}

static gboolean
read_section (YsTodayFigures *self, YsTodaySection section, YsSession *session, GError **error)
{
  YsFilter filter;

  ys_today_figures_get_filter (self, section, &filter);
  self->counts[section] = ys_office_count (session, &filter, error);
  if (self->counts[section] < 0)
    return FALSE;
  if (self->counts[section] == 0)
    {
      self->rows[section] = g_ptr_array_new ();
      return TRUE;
    }
  self->rows[section]
    = ys_office_page (session, &filter,
                      section == YS_TODAY_WAITING ? YS_ORDER_WAITING : YS_ORDER_DUE, FALSE, NULL,
                      YS_TODAY_SECTION_ROWS, error);
  return self->rows[section] != NULL;
}

static void
take_count (YsDay day, gint64 count, gpointer user_data)
{
  YsTodayFigures *self = user_data;

  g_array_index (self->due, gint64, day - self->today) = count;
  self->n_due += count;
}

gpointer
ys_today_figures_read (YsSession *session, gpointer input, GCancellable *cancellable,
                       GError **error)
{
  YsCalendar *calendar = ys_session_get_calendar (session);
  g_autoptr (YsTodayFigures) self = g_new0 (YsTodayFigures, 1);

  g_atomic_ref_count_init (&self->refs);
  self->today = ys_session_get_today (session);
  self->soon = ys_calendar_nth (calendar, self->today, YS_DUE_SOON_DAYS);
  self->until = ys_calendar_nth (calendar, self->today, YS_TODAY_STRIP_DAYS);
  self->due = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (self->due, (guint) (self->until - self->today + 1));

  self->total = ys_office_count (session, NULL, error);
  if (self->total < 0
      || !ys_office_count_due (session, self->today, self->until, take_count, self, error))
    return NULL;
  for (int i = 0; i < YS_N_TODAY_SECTIONS; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !read_section (self, (YsTodaySection) i, session, error))
      return NULL;

  return g_steal_pointer (&self);
}
