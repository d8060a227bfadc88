/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Judges, a stream at a time, what an import has laid into its unfinished append: histories that
 * cannot be, streams that were there before, lines that stand twice. */
#include "office/import-report.h"

#include "office/session-private.h"

#include <string.h>

typedef struct
{
  YsSession *session;
  const YsLineMap *lines;
  YsImportReport *report;
  GPtrArray *stream; /* of YsEntry: the stream that is being read */
} Judge;

static gint64
find_line (const Judge *self, const YsEntry *entry)
{
  return ys_line_map_find (self->lines, entry->position);
}

static void
refuse (Judge *self, const YsEntry *entry, YsFaultCode code, const char *found)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;

  ys_fault_set (&fault, code, NULL, found, NULL);
  ys_import_report_refuse (self->report, find_line (self, entry), &fault);
}

/* --- lines that stand twice -------------------------------------------------------------------- */

static guint
hash_line (gconstpointer key)
{
  const YsEntry *entry = key;

  return g_str_hash (entry->body) ^ (g_str_hash (entry->kind) * 31) ^ g_str_hash (entry->on);
}

static gboolean
equal_lines (gconstpointer a, gconstpointer b)
{
  const YsEntry *x = a;
  const YsEntry *y = b;

  return g_str_equal (x->kind, y->kind) && g_str_equal (x->on, y->on)
         && g_strcmp0 (x->actor, y->actor) == 0 && g_strcmp0 (x->body, y->body) == 0;
}

static void
check_twice (Judge *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_line, equal_lines);

  for (guint i = 0; i < self->stream->len; i++)
    {
      YsEntry *entry = g_ptr_array_index (self->stream, i);
      const YsEntry *first;

      if (entry->body == NULL)
        continue;
      first = g_hash_table_lookup (seen, entry);
      if (first == NULL)
        g_hash_table_add (seen, entry);
      else if (entry->position > self->lines->base)
        {
          g_autofree char *line
            = first->position > self->lines->base
                ? g_strdup_printf ("%" G_GINT64_FORMAT, find_line (self, first))
                : NULL;
          refuse (self, entry, YS_FAULT_SAME_LINE, line);
        }
    }
}

/* --- a stream ---------------------------------------------------------------------------------- */

static void
pass_on (Judge *self, GPtrArray *findings,
         void (*tell) (YsImportReport *, gint64, const YsFault *))
{
  for (guint i = 0; i < findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (findings, i);
      const YsEntry *entry = g_ptr_array_index (self->stream, finding->seq - 1);

      tell (self->report, find_line (self, entry), &finding->fault);
    }
}

static gboolean
judge_case (Judge *self, const char *id, GError **error)
{
  g_autoptr (YsHistory) history = ys_history_new (id);
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  g_autoptr (GPtrArray) warnings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  for (guint i = 0; i < self->stream->len; i++)
    {
      g_autoptr (YsEvent) event
        = ys_session_parse_entry (g_ptr_array_index (self->stream, i), error);

      if (event == NULL)
        return FALSE;
      ys_history_add (history, event);
    }

  ys_history_judge (history, ys_session_get_calendar (self->session),
                    ys_session_get_today (self->session), problems, warnings);
  pass_on (self, problems, ys_import_report_refuse);
  pass_on (self, warnings, ys_import_report_warn);
  self->report->cases++;
  return TRUE;
}

/* A document that was never entered as issued has no type: table 2 cannot count its repeal. */
static void
judge_document (Judge *self)
{
  gboolean issued = FALSE;

  for (guint i = 0; i < self->stream->len; i++)
    {
      const YsEntry *entry = g_ptr_array_index (self->stream, i);
      g_auto (YsFault) fault = YS_FAULT_INIT;

      issued |= g_str_equal (entry->kind, "issued");
      if (issued || entry->position <= self->lines->base)
        continue;
      ys_fault_set (&fault, YS_WARN_REPEALED_UNKNOWN, NULL, NULL, NULL);
      ys_import_report_warn (self->report, find_line (self, entry), &fault);
    }
}

/* Once a stream: that its lines stand twice goes without saying. */
static void
refuse_existing (Judge *self, const char *id)
{
  for (guint i = 0; i < self->stream->len; i++)
    {
      const YsEntry *entry = g_ptr_array_index (self->stream, i);

      if (entry->position > self->lines->base)
        {
          refuse (self, entry, YS_FAULT_STREAM_EXISTS, id);
          return;
        }
    }
}

static gboolean
judge_stream (Judge *self, GError **error)
{
  const YsEntry *first;
  const YsEntry *last;
  const char *id;
  YsStreamClass klass;

  if (self->stream->len == 0)
    return TRUE;
  first = g_ptr_array_index (self->stream, 0);
  last = g_ptr_array_index (self->stream, self->stream->len - 1);
  if (last->position <= self->lines->base)
    return TRUE;

  klass = ys_stream_parse (first->stream, &id);
  if (klass == YS_STREAM_CASE && first->position <= self->lines->base)
    {
      refuse_existing (self, id);
      return TRUE;
    }
  check_twice (self);
  if (klass == YS_STREAM_NORMATIVE)
    judge_document (self);
  return klass != YS_STREAM_CASE || judge_case (self, id, error);
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  Judge *self = user_data;

  if (self->stream->len > 0)
    {
      const YsEntry *first = g_ptr_array_index (self->stream, 0);

      if (!g_str_equal (first->stream, entry->stream))
        {
          if (!judge_stream (self, error))
            return FALSE;
          g_ptr_array_set_size (self->stream, 0);
        }
    }
  g_ptr_array_add (self->stream, ys_entry_ref (entry));
  return TRUE;
}

gboolean
ys_import_judge (YsSession *session, const YsLineMap *lines, YsImportReport *report,
                 GError **error)
{
  g_autoptr (GPtrArray) stream = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  Judge self = { session, lines, report, stream };

  return ys_docket_read_streams (ys_session_get_docket (session), "", take_entry, &self, error)
         && judge_stream (&self, error);
}
