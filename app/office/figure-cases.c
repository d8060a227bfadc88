/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case belongs to a cell when the tally, given that case alone, counts there: so the list and the
 * figure cannot part. */
#include "office/figure-cases.h"

#include "index/facts.h"
#include "office/session-private.h"
#include "rules/number.h"

void
ys_figure_case_free (YsFigureCase *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/* A case found, before anybody asks for its number and title. */
typedef struct
{
  gint64 key;     /* of the index; 0 where the docket itself was read */
  char *id;       /* where the docket was read */
  char *title;
  YsDay on;
} Find;

static void
find_clear (gpointer data)
{
  Find *self = data;

  g_free (self->id);
  g_free (self->title);
}

typedef struct
{
  YsFigureCell cell;
  const YsCalendar *calendar;
  YsDay on;
  YsFigures blank; /* begun for the year */
  GArray *finds;   /* of Find */
} Search;

/* --- does it count there? ------------------------------------------------------------------- */

static gint64
read_cell (const YsFigureCell *cell, const YsFigures *figures)
{
  return cell->table == 3 ? figures->table3[cell->row][cell->column]
                          : figures->table4[cell->row][cell->column];
}

static void
add_find (Search *self, gint64 key, const char *id, const char *title, YsDay on)
{
  Find find = { key, g_strdup (id), g_strdup (title), on };

  g_array_append_val (self->finds, find);
}

static void
try_case (Search *self, gint64 key, const char *id, const char *title, const YsCaseFacts *facts)
{
  YsFigures figures = self->blank;
  gboolean by_receipt = self->cell.row == YS_ROW_NEW || self->cell.row == YS_ROW_CARRIED_IN
                        || self->cell.row == YS_ROW_CARRIED_OUT;

  ys_figures_add_case (&figures, facts);
  ys_figures_finish (&figures);
  if (read_cell (&self->cell, &figures) > 0)
    add_find (self, key, id, title, by_receipt ? facts->received_on : facts->concluded_on);
}

static void
try_review (Search *self, gint64 key, const char *id, const char *title, const YsReview *review)
{
  YsFigures figures = self->blank;

  ys_figures_add_review (&figures, review->route, review->opened_on, review->decided_on,
                         review->result);
  ys_figures_finish (&figures);
  if (read_cell (&self->cell, &figures) > 0)
    add_find (self, key, id, title,
              figures.table4[review->route][YS_RESULT_PENDING] > 0 ? review->opened_on
                                                                   : review->decided_on);
}

/* --- through the index ---------------------------------------------------------------------- */

static void
take_case (gint64 key, const YsCaseFacts *facts, gpointer user_data)
{
  try_case (user_data, key, NULL, NULL, facts);
}

static void
take_review (gint64 key, const YsReview *review, gpointer user_data)
{
  try_review (user_data, key, NULL, NULL, review);
}

static gboolean
search_index (Search *self, YsIndex *index, GError **error)
{
  return self->cell.table == 3 ? ys_index_each_case (index, take_case, self, error)
                               : ys_index_each_review (index, take_review, self, error);
}

/* --- through the docket --------------------------------------------------------------------- */

static gboolean
take_history (YsHistory *history, gpointer user_data, GError **error)
{
  Search *self = user_data;
  g_autoptr (YsCasefile) casefile = ys_casefile_new (history, self->calendar, self->on);
  YsCaseFacts facts;

  if (self->cell.table == 3)
    {
      ys_casefile_get_facts (casefile, &facts);
      try_case (self, 0, casefile->id, casefile->title, &facts);
      return TRUE;
    }
  for (guint i = 0; i < casefile->reviews->len; i++)
    {
      const YsReview *review = g_ptr_array_index (casefile->reviews, i);

      if (!review->as_review_body)
        try_review (self, 0, casefile->id, casefile->title, review);
    }
  return TRUE;
}

/* --- the list ------------------------------------------------------------------------------- */

static int
compare_finds (gconstpointer a, gconstpointer b)
{
  const Find *x = a;
  const Find *y = b;

  if (x->on != y->on)
    return x->on < y->on ? 1 : -1;
  if (x->id != NULL && y->id != NULL)
    return ys_number_compare (y->id, x->id);
  return x->key < y->key ? 1 : x->key > y->key ? -1 : 0;
}

static YsFigureCase *
make_case (Find *find, YsIndex *index, GError **error)
{
  g_autoptr (YsFigureCase) found = g_new0 (YsFigureCase, 1);
  g_autoptr (YsIndexRow) row = NULL;
  g_autoptr (GError) local = NULL;

  found->on = find->on;
  found->id = find->id != NULL ? g_steal_pointer (&find->id) : ys_index_key_to_id (find->key);
  found->title = g_steal_pointer (&find->title);
  if (find->key == 0)
    return g_steal_pointer (&found);

  row = ys_index_get_row (index, found->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (row != NULL)
    found->title = g_steal_pointer (&row->title);
  return g_steal_pointer (&found);
}

static gboolean
search_everywhere (Search *self, YsSession *session, YsIndex **index, GError **error)
{
  g_autoptr (GError) local = NULL;

  *index = NULL;
  if (self->on == ys_session_get_today (session))
    {
      *index = ys_session_get_index (session, NULL, NULL, &local);
      if (*index != NULL)
        return search_index (self, *index, error);
      if (!ys_error_is_index (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return ys_session_each_case (session, take_history, self, error);
}

GPtrArray *
ys_office_list_figure_cases (YsSession *session, int year, YsForm form, YsDay on,
                             const YsFigureCell *cell, guint limit, gint64 *total, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && cell != NULL && on != YS_DAY_NONE, NULL);
  g_return_val_if_fail (cell->row >= 0 && cell->column >= 0, NULL);
  g_return_val_if_fail (cell->table == 3
                          ? cell->row < YS_N_ROWS && cell->column < YS_N_COLUMNS
                          : cell->table == 4 && cell->row < YS_N_ROUTES
                              && cell->column < YS_N_RESULTS,
                        NULL);

  g_autoptr (GPtrArray) cases
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_figure_case_free);
  g_autoptr (GArray) finds = g_array_new (FALSE, FALSE, sizeof (Find));
  YsIndex *index;
  Search search = {
    .cell = *cell,
    .calendar = ys_session_get_calendar (session),
    .on = on,
    .finds = finds,
  };

  g_array_set_clear_func (finds, find_clear);
  ys_figures_begin (&search.blank, year, form);
  if (!search_everywhere (&search, session, &index, error))
    return NULL;

  g_array_sort (finds, compare_finds);
  if (total != NULL)
    *total = finds->len;
  for (guint i = 0; i < finds->len && (limit == 0 || i < limit); i++)
    {
      YsFigureCase *found = make_case (&g_array_index (finds, Find, i), index, error);

      if (found == NULL)
        return NULL;
      g_ptr_array_add (cases, found);
    }
  return g_steal_pointer (&cases);
}
