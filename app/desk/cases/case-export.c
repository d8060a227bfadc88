/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of ids, one work after another, each writing into the same file in the making. */
#include "desk/cases/case-export.h"

#include "desk/cases/case-rows.h"
#include "desk/widgets/row-words.h"
#include "report/csv.h"
#include "report/list-sheet.h"
#include "wording/explain.h"
#include "wording/i18n.h"

/* Cases of one stretch: some ten milliseconds on the docket's thread. */
#define STRETCH 256

static const struct
{
  const char *title;
  int width;
  gboolean is_number;
} heads[] = {
  { N_ ("Number"), 12, FALSE },    { N_ ("Applicant"), 18, FALSE },
  { N_ ("Class"), 14, FALSE },     { N_ ("Content"), 60, FALSE },
  { N_ ("Received"), 12, FALSE },  { N_ ("Channel"), 12, FALSE },
  { N_ ("Stage"), 20, FALSE },     { N_ ("Handler"), 14, FALSE },
  { N_ ("Due"), 12, FALSE },       { N_ ("Days Left"), 10, TRUE },
  { N_ ("Concluded"), 12, FALSE }, { N_ ("Outcome"), 30, FALSE },
};
#define N_HEADS G_N_ELEMENTS (heads)

typedef struct
{
  YsCaseIds *ids;
  guint n_ids;
  guint done;
  YsCaseExportFormat format;
  gboolean masked;
  GString *csv;       /* one of the two */
  YsListSheet *sheet;
  GBytes *bytes;      /* at the end */
  YsCaseExportProgress progress;
  gpointer progress_data;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  ys_case_ids_unref (self->ids);
  if (self->csv != NULL)
    g_string_free (self->csv, TRUE);
  g_clear_pointer (&self->sheet, ys_list_sheet_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* --- rows ------------------------------------------------------------------------------------- */

static char *
format_day (YsDay day)
{
  char text[YS_DAY_TEXT];

  return day != YS_DAY_NONE ? g_strdup (ys_day_format (day, text)) : NULL;
}

static char *
count_left (const YsIndexRow *row, const YsCalendar *calendar, YsDay today)
{
  if (row->state != YS_STATE_RUNNING || row->due == YS_DAY_NONE)
    return NULL;
  return g_strdup_printf ("%d", row->due >= today ? ys_calendar_count (calendar, today, row->due)
                                                  : -ys_calendar_count (calendar, row->due, today));
}

static gboolean
add_cells (Export *self, const char *const *cells, GError **error)
{
  if (self->csv == NULL)
    return ys_list_sheet_add_row (self->sheet, cells, error);
  ys_csv_add_row (self->csv, cells);
  return TRUE;
}

static gboolean
add_row (Export *self, const YsIndexRow *row, YsSession *session, GError **error)
{
  YsDay today = ys_session_get_today (session);
  g_autofree char *applicant = ys_words_applicant (row, self->masked);
  g_autofree char *received = format_day (row->received_on);
  g_autofree char *stage = ys_words_stage (row);
  g_autofree char *due = format_day (row->due);
  g_autofree char *left = count_left (row, ys_session_get_calendar (session), today);
  g_autofree char *concluded = format_day (row->concluded_on);
  const char *outcome = ys_name_outcome (row->outcome);
  const char *klass = ys_name_class (row->klass);
  const char *cells[N_HEADS + 1] = {
    row->id,
    applicant,
    klass != NULL ? klass : "",
    row->title != NULL ? row->title : "",
    received != NULL ? received : "",
    row->channel != NULL ? ys_name_channel (row->channel) : "",
    stage,
    row->handler != NULL ? row->handler : "",
    due != NULL ? due : "",
    left != NULL ? left : "",
    concluded != NULL ? concluded : "",
    outcome != NULL ? outcome : "",
    NULL,
  };

  return add_cells (self, cells, error);
}

static gboolean
begin (Export *self, GError **error)
{
  YsListSheetColumn columns[N_HEADS];
  const char *titles[N_HEADS + 1] = { NULL };

  for (guint i = 0; i < N_HEADS; i++)
    {
      titles[i] = _(heads[i].title);
      columns[i] = (YsListSheetColumn){ titles[i], heads[i].width, heads[i].is_number };
    }
  if (self->format == YS_CASE_EXPORT_XLSX)
    {
      self->sheet = ys_list_sheet_new (_("Cases"), columns, N_HEADS, error);
      return self->sheet != NULL;
    }
  /* Without the mark, spreadsheets here take UTF-8 for GBK. */
  self->csv = g_string_new ("\xEF\xBB\xBF");
  ys_csv_add_row (self->csv, titles);
  return TRUE;
}

/* YsWorkFunc: one stretch more. */
static gpointer
write_stretch (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  Export *self = input;
  guint end = MIN (self->done + STRETCH, self->n_ids);
  g_auto (GStrv) ids = ys_case_ids_copy (self->ids, self->done, STRETCH);
  g_autoptr (GPtrArray) rows = NULL;

  if (self->done == 0 && !begin (self, error))
    return NULL;
  rows = ys_case_rows_read (session, ids, cancellable, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (!add_row (self, g_ptr_array_index (rows, i), session, error))
      return NULL;
  self->done = end;
  if (self->done < self->n_ids)
    return self;
  self->bytes = self->csv != NULL ? g_string_free_to_bytes (g_steal_pointer (&self->csv))
                                  : ys_list_sheet_finish (self->sheet, error);
  return self->bytes != NULL ? self : NULL;
}

/* --- the chain -------------------------------------------------------------------------------- */

static void run_stretch (GTask *task);

static void
stretch_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (ys_context_run_finish (YS_CONTEXT (source), result, &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->progress != NULL)
    self->progress (self->done, self->n_ids, self->progress_data);
  if (self->bytes == NULL)
    run_stretch (task);
  else
    g_task_return_pointer (task, g_steal_pointer (&self->bytes), (GDestroyNotify) g_bytes_unref);
}

static void
run_stretch (GTask *task)
{
  ys_context_run_async (g_task_get_source_object (task), write_stretch, g_task_get_task_data (task),
                        NULL, NULL, g_task_get_cancellable (task), stretch_cb,
                        g_object_ref (task));
}

void
ys_case_export_async (YsContext *context, YsCaseIds *ids, YsCaseExportFormat format,
                      gboolean masked, YsCaseExportProgress progress, gpointer progress_data,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (context) && ids != NULL);

  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, user_data);
  Export *self = g_new0 (Export, 1);

  self->ids = ys_case_ids_ref (ids);
  self->n_ids = ys_case_ids_get_length (ids);
  self->format = format;
  self->masked = masked;
  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_source_tag (task, ys_case_export_async);
  g_task_set_task_data (task, self, export_free);
  run_stretch (task);
}

GBytes *
ys_case_export_finish (YsContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
