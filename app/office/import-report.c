/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report of an import: counts, and the first remarks by line. */
#include "office/import-report.h"

#include "wording/explain.h"

static void
remark_free (gpointer data)
{
  YsImportRemark *self = data;

  g_free (self->id);
  g_free (self->sentence);
  g_free (self);
}

YsImportReport *
ys_import_report_new (void)
{
  YsImportReport *self = g_new0 (YsImportReport, 1);

  self->refused = g_ptr_array_new_with_free_func (remark_free);
  self->warned = g_ptr_array_new_with_free_func (remark_free);
  return self;
}

void
ys_import_report_free (YsImportReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->refused);
  g_ptr_array_unref (self->warned);
  g_free (self);
}

/* Findings come a stream at a time, so not in the order of lines. */
static void
keep (GPtrArray *remarks, gint64 line, const YsFault *fault)
{
  guint at = remarks->len;

  while (at > 0 && ((YsImportRemark *) g_ptr_array_index (remarks, at - 1))->line > line)
    at--;
  if (at >= YS_IMPORT_REMARKS)
    return;

  YsImportRemark *remark = g_new0 (YsImportRemark, 1);
  remark->line = line;
  remark->id = g_strdup (ys_fault_get_id (fault->code));
  remark->sentence = ys_explain_fault (fault);
  g_ptr_array_insert (remarks, (int) at, remark);
  if (remarks->len > YS_IMPORT_REMARKS)
    g_ptr_array_remove_index (remarks, remarks->len - 1);
}

void
ys_import_report_refuse (YsImportReport *self, gint64 line, const YsFault *fault)
{
  self->refusals++;
  keep (self->refused, line, fault);
}

void
ys_import_report_warn (YsImportReport *self, gint64 line, const YsFault *fault)
{
  self->warnings++;
  keep (self->warned, line, fault);
}

/* --- lines of positions ------------------------------------------------------------------------ */

typedef struct
{
  gint64 count; /* from this entry of the import on… */
  gint64 ahead; /* …the line number is this much greater than its count */
} LineGap;

void
ys_line_map_init (YsLineMap *self, gint64 base)
{
  self->base = base;
  self->gaps = g_array_new (FALSE, FALSE, sizeof (LineGap));
}

void
ys_line_map_clear (YsLineMap *self)
{
  g_clear_pointer (&self->gaps, g_array_unref);
}

void
ys_line_map_add (YsLineMap *self, gint64 count, gint64 line)
{
  LineGap gap = { count, line - count };

  if (self->gaps->len == 0
      || g_array_index (self->gaps, LineGap, self->gaps->len - 1).ahead != gap.ahead)
    g_array_append_val (self->gaps, gap);
}

gint64
ys_line_map_find (const YsLineMap *self, gint64 position)
{
  gint64 count = position - self->base;
  guint low = 0;
  guint high = self->gaps->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->gaps, LineGap, middle).count <= count)
        low = middle;
      else
        high = middle;
    }
  return count + (low < self->gaps->len ? g_array_index (self->gaps, LineGap, low).ahead : 0);
}
