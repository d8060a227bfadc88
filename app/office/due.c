/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of open cases by due day: from the index for today, folded from the docket for any
 * other day; and the look-ups by words. */
#include "office/due.h"

#include "office/session-private.h"
#include "rules/casefile.h"
#include "rules/number.h"
#include "wording/i18n.h"

/* Rows fetched from the index at a time. */
#define PAGE 512

void
ys_due_row_free (YsDueRow *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self->handler);
  g_free (self);
}

typedef struct
{
  const YsCalendar *calendar;
  YsDay on;
  YsDay until;      /* YS_DAY_NONE: all open cases */
  GPtrArray *rows;
} Listing;

static void
add_row (Listing *self, const char *id, const char *title, const char *handler, YsState state,
         YsDay due)
{
  YsDueRow *row;

  if (self->until != YS_DAY_NONE && (due == YS_DAY_NONE || due > self->until))
    return;
  row = g_new0 (YsDueRow, 1);
  row->id = g_strdup (id);
  row->title = g_strdup (title);
  row->handler = g_strdup (handler);
  row->state = state;
  row->due = due;
  if (due != YS_DAY_NONE)
    row->remaining = due >= self->on ? ys_calendar_count (self->calendar, self->on, due)
                                     : -ys_calendar_count (self->calendar, due, self->on);
  g_ptr_array_add (self->rows, row);
}

static gboolean
take_case (YsHistory *history, gpointer user_data, GError **error)
{
  Listing *self = user_data;
  g_autoptr (YsCasefile) casefile = ys_casefile_new (history, self->calendar, self->on);
  const YsClock *clock = casefile->clock;

  if (clock != NULL && clock->state != YS_STATE_CONCLUDED)
    add_row (self, casefile->id, casefile->title, casefile->handler, clock->state, clock->due);
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const YsDueRow *x = *(YsDueRow *const *) a;
  const YsDueRow *y = *(YsDueRow *const *) b;

  if (x->due != y->due)
    {
      if (x->due == YS_DAY_NONE || y->due == YS_DAY_NONE)
        return x->due == YS_DAY_NONE ? 1 : -1;
      return x->due < y->due ? -1 : 1;
    }
  return ys_number_compare (x->id, y->id);
}

static gboolean
take_pages (Listing *self, YsIndex *index, GError **error)
{
  YsFilter filter;
  g_autofree char *after = NULL;
  guint got;

  ys_filter_init (&filter);
  filter.open_only = TRUE;
  filter.due_until = self->until;
  do
    {
      g_autoptr (GPtrArray) page
        = ys_index_page (index, &filter, YS_ORDER_DUE, FALSE, after, PAGE, error);

      if (page == NULL)
        return FALSE;
      got = page->len;
      for (guint i = 0; i < page->len; i++)
        {
          const YsIndexRow *row = g_ptr_array_index (page, i);

          add_row (self, row->id, row->title, row->handler, row->state, row->due);
          if (i + 1 == page->len)
            {
              g_free (after);
              after = g_strdup (row->id);
            }
        }
    }
  while (got == PAGE);
  return TRUE;
}

GPtrArray *
ys_office_list_due (YsSession *session, YsDay on, int within, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && on != YS_DAY_NONE, NULL);

  const YsCalendar *calendar = ys_session_get_calendar (session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_due_row_free);
  Listing listing = {
    .calendar = calendar,
    .on = on,
    .until = within >= 0 ? ys_calendar_nth (calendar, on, within) : YS_DAY_NONE,
    .rows = rows,
  };

  g_autoptr (GError) local = NULL;
  YsIndex *index = on == ys_session_get_today (session)
                     ? ys_session_get_index (session, NULL, NULL, &local)
                     : NULL;

  if (local != NULL && !ys_error_is_index (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!(index != NULL ? take_pages (&listing, index, error)
                      : ys_session_each_case (session, take_case, &listing, error)))
    return NULL;

  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

GPtrArray *
ys_office_search (YsSession *session, const char *text, int limit, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && text != NULL, NULL);

  YsIndex *index = ys_session_get_index (session, NULL, NULL, error);

  return index != NULL ? ys_index_search (index, text, limit, error) : NULL;
}

GPtrArray *
ys_office_list_similar (YsSession *session, const char *id, int limit, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, NULL);

  YsIndex *index;
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);

  if (history == NULL)
    return NULL;
  index = ys_session_get_index (session, NULL, NULL, error);
  return index != NULL ? ys_index_similar (index, id, limit, error) : NULL;
}
