/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lazy list: placeholders that fill, pages that go, changes that move only what changed, and a
 * selection that walks nothing. No display. */
#include "desk-docket.h"
#include "desk/cases/case-columns.h"
#include "desk/cases/case-model.h"
#include "desk/cases/case-selection.h"
#include "office/lists.h"
#include "office/register.h"

#define TODAY ys_day_from_ymd (2026, 11, 24)
/* More than the pages that are kept. */
#define CASES 3500

/* One for all: it takes seconds to make. */
static DeskDocket *docket;

/* --- ids -------------------------------------------------------------------------------------- */

static YsCaseIds *
pack (const char *letters)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = letters; *p != '\0'; p++)
    g_ptr_array_add (ids, g_strdup_printf ("2026-000%c", *p));
  return ys_case_ids_new (ids);
}

static const struct
{
  const char *before;
  const char *after;
  YsCaseIdsChange change;
} changes[] = {
  { "abcd", "abcd", { 4, 0, 0 } },  { "", "", { 0, 0, 0 } },
  { "", "ab", { 0, 0, 2 } },        { "ab", "", { 0, 2, 0 } },
  { "abcd", "abxcd", { 2, 0, 1 } }, { "abcd", "acd", { 1, 1, 0 } },
  { "abcd", "abxd", { 2, 1, 1 } },  { "abcd", "bcda", { 0, 4, 4 } },
  { "aa", "aaa", { 2, 0, 1 } },     { "abcd", "wxyz", { 0, 4, 4 } },
};

static void
test_ids (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (YsCaseIds) before = pack (changes[i].before);
      g_autoptr (YsCaseIds) after = pack (changes[i].after);
      YsCaseIdsChange change = ys_case_ids_compare (before, after);
      g_autoptr (YsCaseIds) common = ys_case_ids_without (before, change.at, change.removed);
      g_autoptr (YsCaseIds) same = ys_case_ids_without (after, change.at, change.added);
      YsCaseIdsChange none = ys_case_ids_compare (common, same);

      g_test_message ("%s → %s", changes[i].before, changes[i].after);
      g_assert_cmpuint (change.at, ==, changes[i].change.at);
      g_assert_cmpuint (change.removed, ==, changes[i].change.removed);
      g_assert_cmpuint (change.added, ==, changes[i].change.added);
      g_assert_cmpuint (none.removed + none.added, ==, 0);
    }
}

static void
test_ids_copy (void)
{
  g_autoptr (YsCaseIds) ids = pack ("abc");
  g_auto (GStrv) tail = ys_case_ids_copy (ids, 1, 64);
  g_auto (GStrv) none = ys_case_ids_copy (ids, 3, 64);

  g_assert_cmpuint (g_strv_length (tail), ==, 2);
  g_assert_cmpstr (tail[1], ==, "2026-000c");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* --- the model -------------------------------------------------------------------------------- */

typedef struct
{
  YsCaseModel *model;
  guint listed;
  guint wanted; /* how many lists are waited for */
  GString *moves;
} Fixture;

static void
listed_cb (YsCaseModel *model, Fixture *self)
{
  self->listed++;
}

static void
failed_cb (YsCaseModel *model, const GError *error, Fixture *self)
{
  g_error ("%s", error->message);
}

static void
moved_cb (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  /* Never both at once: a selection would walk every row. */
  g_assert_true (removed == 0 || added == 0);
  g_string_append_printf (self->moves, "%u-%u+%u ", position, removed, added);
}

static gboolean
is_listed (gpointer data)
{
  Fixture *self = data;

  return self->listed >= self->wanted;
}

static void
ask (Fixture *self, const YsCaseQuery *query)
{
  self->wanted = self->listed + 1;
  if (query != NULL)
    ys_case_model_set_query (self->model, query);
  else
    ys_case_model_refresh (self->model);
  g_assert_true (ys_case_model_is_loading (self->model));
  desk_turn_until (is_listed, self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseQuery) query = ys_case_query_new ();

  self->model = ys_case_model_new (docket->context);
  self->moves = g_string_new (NULL);
  g_signal_connect (self->model, "listed", G_CALLBACK (listed_cb), self);
  g_signal_connect (self->model, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (moved_cb), self);
  query->order = YS_ORDER_NUMBER;
  ask (self, query);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->model), (gpointer *) &self->model);
  g_object_unref (self->model);
  /* Pages on their way hold it until they are here. */
  desk_turn_until (is_gone, &self->model);
  g_string_free (self->moves, TRUE);
}

static gboolean
is_filled (gpointer data)
{
  return ys_case_item_get_row (data) != NULL;
}

static YsCaseItem *
get_filled (Fixture *self, guint position)
{
  YsCaseItem *item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  desk_turn_until (is_filled, item);
  return item;
}

static void
test_placeholders (Fixture *self, gconstpointer data)
{
  GListModel *list = G_LIST_MODEL (self->model);
  g_autoptr (YsCaseItem) item = NULL;
  g_autoptr (YsCaseItem) same = NULL;
  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  g_autoptr (GPtrArray) ids = ys_office_list_ids (session, NULL, YS_ORDER_NUMBER, FALSE, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, CASES);
  g_assert_cmpstr (self->moves->str, ==, "0-0+3500 ");
  g_assert_cmpuint (ys_case_model_count_pages (self->model), ==, 0);
  g_assert_null (g_list_model_get_item (list, CASES));

  item = g_list_model_get_item (list, 100);
  /* At once an id and no row: nothing was waited for. */
  g_assert_cmpstr (ys_case_item_get_id (item), ==, g_ptr_array_index (ids, 100));
  g_assert_null (ys_case_item_get_row (item));
  same = g_list_model_get_item (list, 100);
  g_assert_true (item == same);
  desk_turn_until (is_filled, item);
  g_assert_cmpstr (ys_case_item_get_row (item)->id, ==, g_ptr_array_index (ids, 100));
  g_assert_cmpuint (ys_case_model_count_pages (self->model), ==, 1);
}

/* Wherever one looks last, that comes; what one flew over is let go. */
static void
test_scroll (Fixture *self, gconstpointer data)
{
  GListModel *list = G_LIST_MODEL (self->model);
  g_autoptr (YsCaseItem) kept = get_filled (self, 0);
  g_autoptr (YsCaseItem) last = NULL;
  g_autoptr (YsCaseItem) again = NULL;

  for (guint i = 0; i < CASES; i += YS_CASE_PAGES_ROWS)
    g_object_unref (g_list_model_get_item (list, i));
  last = get_filled (self, CASES - 1);
  g_assert_cmpuint (CASES / YS_CASE_PAGES_ROWS, >, YS_CASE_PAGES_KEPT);
  g_assert_cmpuint (ys_case_model_count_pages (self->model), ==, YS_CASE_PAGES_KEPT);
  /* Somebody held it all the time: it is the same object, row and all. */
  again = g_list_model_get_item (list, 0);
  g_assert_true (again == kept);
}

static void
count_filled_cb (YsCaseItem *item, guint *filled)
{
  (*filled)++;
}

static gboolean
has_handler (gpointer data)
{
  const YsIndexRow *row = ys_case_item_get_row (data);

  return row != NULL && g_strcmp0 (row->handler, "何雨") == 0;
}

static gpointer
assign (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_assign (session, input, TODAY, "何雨", error) ? input : NULL;
}

/* To a name that stands behind all others. */
static gpointer
assign_last (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_assign (session, input, TODAY, "龘", error) ? input : NULL;
}

static void
assigned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* A handler changes one row of a list by number: nothing moves, the row that is held fills anew. */
static void
test_refresh_in_place (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseItem) item = get_filled (self, CASES - 1);
  guint filled = 0;
  gboolean done = FALSE;

  g_signal_connect (item, "filled", G_CALLBACK (count_filled_cb), &filled);
  ys_context_run_async (docket->context, assign, g_strdup (ys_case_item_get_id (item)), g_free,
                        NULL, NULL, assigned_cb, &done);
  desk_turn_until (is_true, &done);
  g_string_truncate (self->moves, 0);
  ask (self, NULL);
  desk_turn_until (has_handler, item);
  g_assert_cmpstr (self->moves->str, ==, "");
  g_assert_cmpuint (filled, ==, 1);
}

/* A new question replaces everything; what is asked last is what is shown. */
static void
test_questions (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseQuery) first = ys_case_query_new ();
  g_autoptr (YsCaseQuery) second = ys_case_query_new ();
  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  YsFilter open;
  gint64 n_open;

  ys_filter_init (&open);
  open.open_only = TRUE;
  n_open = ys_office_count (session, &open, NULL);
  g_assert_cmpint (n_open, >, 0);
  g_assert_cmpint (n_open, <, CASES);

  first->text = g_strdup ("zzzz");
  second->open_only = TRUE;
  g_string_truncate (self->moves, 0);
  ys_case_model_set_query (self->model, first);
  ask (self, second);
  desk_turn ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, n_open);
  g_assert_true (g_str_has_prefix (self->moves->str, "0-3500+0 0-0+"));
  g_assert_false (ys_case_model_is_loading (self->model));
}

static gboolean
has_parts (gpointer data)
{
  return ys_case_item_get_parts (data) != 0;
}

/* In a search each row says where; outside of one none does. */
static void
test_parts (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseItem) before = get_filled (self, 7);
  g_autoptr (YsCaseQuery) query = ys_case_query_new ();
  g_autoptr (YsCaseItem) item = NULL;
  g_autofree char *said = NULL;

  g_assert_cmpuint (ys_case_item_get_parts (before), ==, 0);
  query->text = g_strdup (ys_case_item_get_row (before)->title);
  ask (self, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), >, 0);
  /* It may have its row from before: the parts come with the row that is read anew. */
  item = g_list_model_get_item (G_LIST_MODEL (self->model), 0);
  desk_turn_until (has_parts, item);
  g_assert_cmpuint (ys_case_item_get_parts (item) & YS_PART_TITLE, !=, 0);
  said = ys_case_row_describe (ys_case_item_get_row (item), YS_PART_TITLE | YS_PART_FILE,
                               ys_context_get_calendar (docket->context), TODAY);
  g_assert_true (g_str_has_suffix (said, ", found in: content, attachment"));
  g_assert_null (ys_case_parts_describe (0));
}

/* --- the selection ---------------------------------------------------------------------------- */

static void
test_selection (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseSelection) selection = ys_case_selection_new (self->model);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  g_autoptr (YsCaseQuery) query = ys_case_query_new ();

  g_assert_true (gtk_selection_model_select_all (model));
  g_assert_cmpuint (ys_case_selection_count (selection), ==, CASES);
  /* Ctrl+A on a million rows makes no item and reads no page. */
  g_assert_cmpuint (ys_case_model_count_pages (self->model), ==, 0);

  gtk_selection_model_unselect_item (model, 3);
  g_assert_false (gtk_selection_model_is_selected (model, 3));
  g_assert_cmpuint (ys_case_selection_count (selection), ==, CASES - 1);
  gtk_selection_model_select_range (model, 10, 5, TRUE);
  g_assert_cmpuint (ys_case_selection_count (selection), ==, 5);

  ask (self, NULL);
  g_assert_cmpuint (ys_case_selection_count (selection), ==, 5);
  query->open_only = TRUE;
  ask (self, query);
  g_assert_cmpuint (ys_case_selection_count (selection), ==, 0);
}

/* A new due order moves cases about: those selected stay selected, wherever they are then. */
static void
test_selection_moves (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseSelection) selection = ys_case_selection_new (self->model);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  g_autoptr (YsCaseQuery) query = ys_case_query_new ();
  g_autofree char *moved = NULL;
  g_autofree char *stays = NULL;
  gboolean done = FALSE;
  guint n = 0;

  query->order = YS_ORDER_HANDLER;
  ask (self, query);
  moved = g_strdup (ys_case_ids_get (ys_case_model_get_ids (self->model), CASES / 2));
  stays = g_strdup (ys_case_ids_get (ys_case_model_get_ids (self->model), CASES / 2 + 7));
  gtk_selection_model_select_item (model, CASES / 2, TRUE);
  gtk_selection_model_select_item (model, CASES / 2 + 7, FALSE);
  ys_context_run_async (docket->context, assign_last, g_strdup (moved), g_free, NULL, NULL,
                        assigned_cb, &done);
  desk_turn_until (is_true, &done);
  ask (self, NULL);
  g_assert_cmpstr (ys_case_ids_get (ys_case_model_get_ids (self->model), CASES / 2), !=, moved);
  g_assert_cmpuint (ys_case_selection_count (selection), ==, 2);
  for (guint i = 0; i < CASES; i++)
    if (gtk_selection_model_is_selected (model, i))
      {
        const char *id = ys_case_ids_get (ys_case_model_get_ids (self->model), i);

        g_assert_true (g_str_equal (id, moved) || g_str_equal (id, stays));
        n++;
      }
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  docket = desk_docket_new (CASES, TODAY);
  g_test_add_func ("/case-model/ids", test_ids);
  g_test_add_func ("/case-model/ids-copy", test_ids_copy);
  g_test_add ("/case-model/placeholders", Fixture, NULL, set_up, test_placeholders, tear_down);
  g_test_add ("/case-model/scroll", Fixture, NULL, set_up, test_scroll, tear_down);
  g_test_add ("/case-model/refresh", Fixture, NULL, set_up, test_refresh_in_place, tear_down);
  g_test_add ("/case-model/questions", Fixture, NULL, set_up, test_questions, tear_down);
  g_test_add ("/case-model/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/case-model/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/case-model/selection-moves", Fixture, NULL, set_up, test_selection_moves,
              tear_down);
  status = g_test_run ();
  desk_docket_free (docket);
  return status;
}
