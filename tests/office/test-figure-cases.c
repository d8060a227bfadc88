/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For every cell of tables 3 and 4 as many cases are listed as the figure says, through the index
 * and through the docket, on the published year of Suqian and on sample years. Needs SUQIAN_NDJSON. */
#include "office/figure-cases.h"

#include "office/figures.h"
#include "office/found-sample.h"
#include "office/import.h"
#include "office/lists.h"
#include "office/registers.h"

#include <string.h>

typedef struct
{
  char *folder;
  YsSession *session;
} Fixture;

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

static void
set_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;

  self->folder = g_dir_make_tmp ("yishen-cells-XXXXXX", &error);
  g_assert_no_error (error);
  state = g_build_filename (self->folder, "state", NULL);
  g_assert_true (g_setenv ("XDG_STATE_HOME", state, TRUE));
}

static void
tear_down (Fixture *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  g_clear_object (&self->session);
  remove_tree (folder);
  g_assert_false (g_file_query_exists (folder, NULL));
  g_free (self->folder);
}

static void
found_suqian (Fixture *self, YsDay today)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_build_filename (self->folder, "suqian.docket", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("SUQIAN_NDJSON"));

  self->session = ys_session_found (address, "宿迁市人民政府", YS_SESSION_SUITE_GM,
                                    YS_STAFF_APPROVAL_NONE, today, &error);
  g_assert_no_error (error);
  g_assert_true (ys_office_import (self->session, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
found_sample (Fixture *self, YsDay today)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_build_filename (self->folder, "sample.docket", NULL);

  self->session = ys_office_found_sample (address, 300, 7, today, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The cell's cases number the figure, are in order, and each is a case of the docket. */
static void
check_cell (Fixture *self, const YsFigures *figures, YsDay on, int table, int row, int column)
{
  g_autoptr (GError) error = NULL;
  YsFigureCell cell = { table, row, column };
  gint64 figure = table == 3 ? figures->table3[row][column] : figures->table4[row][column];
  gint64 total = -1;
  g_autoptr (GPtrArray) cases = ys_office_list_figure_cases (
    self->session, figures->year, figures->form, on, &cell, 0, &total, &error);

  g_assert_no_error (error);
  if (cases->len != figure)
    g_error ("table %d, row %d, column %d: %u cases, figure %" G_GINT64_FORMAT, table, row, column,
             cases->len, figure);
  g_assert_cmpint (total, ==, figure);
  for (guint i = 0; i < cases->len; i++)
    {
      const YsFigureCase *found = g_ptr_array_index (cases, i);

      g_assert_nonnull (found->id);
      g_assert_nonnull (found->title);
      g_assert_cmpint (found->on, !=, YS_DAY_NONE);
      g_assert_cmpint (ys_day_year (found->on), <=, figures->year);
      if (i > 0)
        g_assert_cmpint (((YsFigureCase *) g_ptr_array_index (cases, i - 1))->on, >=, found->on);
    }
}

static gint64
check_year (Fixture *self, int year, YsForm form, YsDay on)
{
  g_autoptr (GError) error = NULL;
  YsFigures figures;

  g_assert_true (ys_office_count_year (self->session, year, form, on, &figures, &error));
  g_assert_no_error (error);
  for (int row = 0; row < YS_N_ROWS; row++)
    for (int column = 0; column < YS_N_COLUMNS; column++)
      check_cell (self, &figures, on, 3, row, column);
  for (int route = 0; route < YS_N_ROUTES; route++)
    for (int result = 0; result < YS_N_RESULTS; result++)
      check_cell (self, &figures, on, 4, route, result);
  return figures.table3[YS_ROW_TOTAL][YS_COLUMN_TOTAL];
}

static void
test_suqian (void)
{
  Fixture fixture = { NULL };
  YsDay today = ys_day_from_ymd (2024, 3, 1);

  set_up (&fixture);
  found_suqian (&fixture, today);
  /* As published: the lists are not equal to figures that are all nothing. */
  g_assert_cmpint (check_year (&fixture, 2023, YS_FORM_2021, today), ==, 3486);
  tear_down (&fixture);
}

static void
test_sample (void)
{
  Fixture fixture = { NULL };
  YsDay today = ys_day_from_ymd (2026, 11, 24);

  set_up (&fixture);
  found_sample (&fixture, today);
  for (int year = 2025; year <= 2026; year++)
    {
      g_assert_cmpint (check_year (&fixture, year, YS_FORM_2021, today), >, 0);
      g_assert_cmpint (check_year (&fixture, year, YS_FORM_2019, today), >, 0);
      /* Another day than today is folded from the docket. */
      check_year (&fixture, year, YS_FORM_2021, today - 40);
    }
  tear_down (&fixture);
}

static void
test_limit (void)
{
  Fixture fixture = { NULL };
  YsDay today = ys_day_from_ymd (2026, 11, 24);
  YsFigureCell cell = { 3, YS_ROW_NEW, YS_COLUMN_TOTAL };
  g_autoptr (GError) error = NULL;
  gint64 total = 0;

  set_up (&fixture);
  found_sample (&fixture, today);

  g_autoptr (GPtrArray) all = ys_office_list_figure_cases (fixture.session, 2026, YS_FORM_2021,
                                                           today, &cell, 0, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) some = ys_office_list_figure_cases (fixture.session, 2026, YS_FORM_2021,
                                                            today, &cell, 5, &total, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 5);
  g_assert_cmpint (total, ==, all->len);
  g_assert_cmpint (total, >, 5);
  for (guint i = 0; i < some->len; i++)
    g_assert_cmpstr (((YsFigureCase *) g_ptr_array_index (some, i))->id, ==,
                     ((YsFigureCase *) g_ptr_array_index (all, i))->id);
  tear_down (&fixture);
}

static void
test_registers (void)
{
  Fixture fixture = { NULL };
  g_autoptr (GError) error = NULL;

  set_up (&fixture);
  found_suqian (&fixture, ys_day_from_ymd (2024, 3, 1));

  g_autoptr (YsRegisters) registers = ys_office_read_registers (fixture.session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (registers->years->len, >=, 2);
  for (guint i = 1; i < registers->years->len; i++)
    g_assert_cmpint (g_array_index (registers->years, int, i - 1), >,
                     g_array_index (registers->years, int, i));
  guint issued = 0, repealed = 0;
  for (guint i = 0; i < registers->documents->len; i++)
    {
      const YsDocument *document = g_ptr_array_index (registers->documents, i);

      issued += document->issued_on != YS_DAY_NONE && ys_day_year (document->issued_on) == 2023;
      repealed
        += document->repealed_on != YS_DAY_NONE && ys_day_year (document->repealed_on) == 2023;
    }
  g_assert_cmpuint (issued, ==, 2 + 109);
  g_assert_cmpuint (repealed, ==, 489);

  g_autofree char *fresh = ys_registers_make_id (registers, 2031);
  g_assert_cmpstr (fresh, ==, "2031-001");
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-cases/suqian", test_suqian);
  g_test_add_func ("/figure-cases/sample", test_sample);
  g_test_add_func ("/figure-cases/limit", test_limit);
  g_test_add_func ("/figure-cases/registers", test_registers);
  return g_test_run ();
}
