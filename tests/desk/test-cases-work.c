/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to many cases: handlers given one by one, a list as CSV, workbook and paper. Needs a
 * display, for printing. */
#include <adwaita.h>
#include <string.h>

#include "desk-docket.h"
#include "desk/cases/case-assign.h"
#include "desk/cases/case-export.h"
#include "desk/cases/case-print.h"
#include "office/lists.h"

#define TODAY ys_day_from_ymd (2026, 11, 24)
#define CASES 600

static DeskDocket *docket;

typedef struct
{
  GAsyncResult *result;
  guint done;
  guint total;
  guint told;
  GCancellable *cancel_at; /* cancelled at the first progress */
} Work;

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Work *) data)->result = g_object_ref (result);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  Work *work = data;

  g_assert_cmpuint (done, >=, work->done);
  work->done = done;
  work->total = total;
  work->told++;
  if (work->cancel_at != NULL)
    g_cancellable_cancel (work->cancel_at);
}

static gboolean
is_finished (gpointer data)
{
  return ((Work *) data)->result != NULL;
}

static GPtrArray *
read_rows (const YsFilter *filter, int limit)
{
  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  GPtrArray *rows = ys_office_page (session, filter, YS_ORDER_NUMBER, FALSE, NULL, limit, NULL);

  g_assert_nonnull (rows);
  return rows;
}

/* --- handlers --------------------------------------------------------------------------------- */

static void
test_assign (void)
{
  YsFilter open;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (YsCaseAssignment) done = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const char *ids[5] = { NULL };
  Work work = { NULL };

  ys_filter_init (&open);
  open.open_only = TRUE;
  rows = read_rows (&open, 3);
  for (guint i = 0; i < 3; i++)
    ids[i] = ((YsIndexRow *) g_ptr_array_index (rows, i))->id;
  ids[3] = "2026-9999"; /* there is none: the others are assigned all the same */
  ys_case_assign_async (docket->context, ids, "何雨", progress_cb, &work, NULL, finished_cb, &work);
  desk_turn_until (is_finished, &work);
  done = ys_case_assign_finish (docket->context, work.result, NULL);
  g_assert_cmpuint (done->assigned, ==, 3);
  g_assert_cmpuint (done->left, ==, 0);
  g_assert_cmpuint (done->failures->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (done->failures, 0), "9999"));
  g_assert_cmpuint (work.told, ==, 4);

  open.handler = "何雨";
  after = read_rows (&open, 10);
  g_assert_cmpuint (after->len, ==, 3);
  g_clear_object (&work.result);
}

static void
test_assign_cancelled (void)
{
  YsFilter open;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (YsCaseAssignment) done = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *ids[4] = { NULL };
  Work work = { .cancel_at = cancellable };

  ys_filter_init (&open);
  open.open_only = TRUE;
  rows = read_rows (&open, 3);
  for (guint i = 0; i < 3; i++)
    ids[i] = ((YsIndexRow *) g_ptr_array_index (rows, i))->id;
  ys_case_assign_async (docket->context, ids, "孙晓梅", progress_cb, &work, cancellable, finished_cb,
                        &work);
  desk_turn_until (is_finished, &work);
  /* What was done is told, not an error. */
  done = ys_case_assign_finish (docket->context, work.result, NULL);
  g_assert_nonnull (done);
  g_assert_cmpuint (done->assigned, ==, 1);
  g_assert_cmpuint (done->left, ==, 2);
  g_clear_object (&work.result);
}

/* --- files ------------------------------------------------------------------------------------ */

static YsCaseIds *
pack (const GPtrArray *rows)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, ((YsIndexRow *) g_ptr_array_index (rows, i))->id);
  return ys_case_ids_new (ids);
}

static GBytes *
export (const GPtrArray *rows, YsCaseExportFormat format, gboolean masked, Work *work,
        GError **error)
{
  g_autoptr (YsCaseIds) ids = pack (rows);
  GBytes *bytes;

  ys_case_export_async (docket->context, ids, format, masked, progress_cb, work, work->cancel_at,
                        finished_cb, work);
  desk_turn_until (is_finished, work);
  bytes = ys_case_export_finish (docket->context, work->result, error);
  g_clear_object (&work->result);
  return bytes;
}

static void
test_csv (void)
{
  g_autoptr (GPtrArray) rows = read_rows (NULL, CASES);
  const YsIndexRow *first = g_ptr_array_index (rows, 0);
  g_autoptr (GError) error = NULL;

  for (int full = 0; full < 2; full++)
    {
      Work work = { NULL };
      g_autoptr (GBytes) bytes = export (rows, YS_CASE_EXPORT_CSV, !full, &work, &error);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      lines = g_strsplit (text, "\r\n", -1);
      /* Head, cases, and what follows the last end of line. */
      g_assert_cmpuint (g_strv_length (lines), ==, CASES + 2);
      g_assert_true (g_str_has_prefix (lines[0], "\xEF\xBB\xBFNumber,Applicant,"));
      g_assert_true (g_str_has_prefix (lines[1], first->id));
      g_assert_true ((strstr (lines[1], first->applicant) != NULL) == (full == 1));
      g_assert_cmpuint (work.done, ==, CASES);
      /* In stretches, so that other work comes in between. */
      g_assert_cmpuint (work.told, >, 1);
    }
}

static void
test_xlsx (void)
{
  g_autoptr (GPtrArray) rows = read_rows (NULL, 40);
  g_autoptr (GError) error = NULL;
  Work work = { NULL };
  g_autoptr (GBytes) bytes = export (rows, YS_CASE_EXPORT_XLSX, TRUE, &work, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "PK\3\4", 4), ==, 0);
}

static void
test_export_cancelled (void)
{
  g_autoptr (GPtrArray) rows = read_rows (NULL, CASES);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Work work = { .cancel_at = cancellable };

  g_assert_null (export (rows, YS_CASE_EXPORT_XLSX, TRUE, &work, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (work.done, <, CASES);
}

/* --- paper ------------------------------------------------------------------------------------ */

static void
test_print (void)
{
  GPtrArray *rows = read_rows (NULL, 100);
  g_autofree char *path = g_build_filename (docket->folder, "list.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (ys_case_print (NULL, rows, "Cases", docket->context, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (length, >, 4000);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  docket = desk_docket_new (CASES, TODAY);
  g_test_add_func ("/cases-work/assign", test_assign);
  g_test_add_func ("/cases-work/assign-cancelled", test_assign_cancelled);
  g_test_add_func ("/cases-work/csv", test_csv);
  g_test_add_func ("/cases-work/xlsx", test_xlsx);
  g_test_add_func ("/cases-work/export-cancelled", test_export_cancelled);
  g_test_add_func ("/cases-work/print", test_print);
  status = g_test_run ();
  desk_docket_free (docket);
  return status;
}
