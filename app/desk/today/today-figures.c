/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which cases belong to which section, and how many are due on which day. */
#include "desk/today/today-figures.h"

#include "desk/widgets/due-words.h"

#define WAITING                                                                  \
  (1u << YS_STATE_AWAITING_CONFIRMATION | 1u << YS_STATE_SUSPENDED               \
   | 1u << YS_STATE_AWAITING_CORRECTION | 1u << YS_STATE_AWAITING_FEE)

/* Of those whom the office waits for, all are read, since no list is ordered by their limits. */
#define WAITING_MAX 2000

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
  /* By state, and no more than there are: the walk ends before the concluded ones. */
  self->rows[section]
    = ys_office_page (session, &filter,
                      section == YS_TODAY_WAITING ? YS_ORDER_STATE : YS_ORDER_DUE, FALSE, NULL,
                      section == YS_TODAY_WAITING ? (int) MIN (self->counts[section], WAITING_MAX)
                                                  : YS_TODAY_SECTION_ROWS,
                      error);
  return self->rows[section] != NULL;
}

static int
compare_limits (gconstpointer a, gconstpointer b)
{
  const YsIndexRow *x = *(YsIndexRow *const *) a;
  const YsIndexRow *y = *(YsIndexRow *const *) b;

  if (x->waiting_until == y->waiting_until)
    return g_strcmp0 (x->id, y->id);
  if (x->waiting_until == YS_DAY_NONE || y->waiting_until == YS_DAY_NONE)
    return x->waiting_until == YS_DAY_NONE ? 1 : -1;
  return x->waiting_until < y->waiting_until ? -1 : 1;
}

/* One question a day, each a few rows of an index: only running cases have a day that holds. */
static gboolean
count_days (YsTodayFigures *self, YsSession *session, GError **error)
{
  for (YsDay day = self->today; day <= self->until; day++)
    {
      YsFilter filter;
      gint64 count;

      ys_today_get_due_filter (day, day, &filter);
      count = ys_office_count (session, &filter, error);
      if (count < 0)
        return FALSE;
      g_array_index (self->due, gint64, day - self->today) = count;
      self->n_due += count;
    }
  return TRUE;
}

gpointer
ys_today_figures_read (YsSession *session, gpointer input, GCancellable *cancellable,
                       GError **error)
{
  YsCalendar *calendar = ys_session_get_calendar (session);
  g_autoptr (YsTodayFigures) self = g_new0 (YsTodayFigures, 1);
  GPtrArray *waiting;

  g_atomic_ref_count_init (&self->refs);
  self->today = ys_session_get_today (session);
  self->soon = ys_calendar_nth (calendar, self->today, YS_DUE_SOON_DAYS);
  self->until = ys_calendar_nth (calendar, self->today, YS_TODAY_STRIP_DAYS);
  self->due = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (self->due, (guint) (self->until - self->today + 1));

  self->total = ys_office_count (session, NULL, error);
  if (self->total < 0 || !count_days (self, session, error))
    return NULL;
  for (int i = 0; i < YS_N_TODAY_SECTIONS; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !read_section (self, (YsTodaySection) i, session, error))
      return NULL;

  waiting = self->rows[YS_TODAY_WAITING];
  g_ptr_array_sort (waiting, compare_limits);
  if (waiting->len > YS_TODAY_SECTION_ROWS)
    g_ptr_array_remove_range (waiting, YS_TODAY_SECTION_ROWS,
                              waiting->len - YS_TODAY_SECTION_ROWS);
  return g_steal_pointer (&self);
}
