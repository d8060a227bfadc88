/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the registers. What of them counts in which year is figures.c. */
#include "office/registers.h"

#include "office/lists.h"
#include "office/session-private.h"

#include <stdio.h>

static void
document_free (gpointer data)
{
  YsDocument *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->document_number);
  g_free (self);
}

void
ys_registers_free (YsRegisters *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->documents);
  g_array_unref (self->years);
  g_free (self);
}

static void
add_year (YsRegisters *self, int year)
{
  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, int, i) == year)
      return;
  g_array_append_val (self->years, year);
}

/* The entries of one document follow each other. */
static YsDocument *
get_document (YsRegisters *self, const char *id)
{
  YsDocument *last = self->documents->len > 0
                       ? g_ptr_array_index (self->documents, self->documents->len - 1)
                       : NULL;

  if (last != NULL && g_str_equal (last->id, id))
    return last;
  last = g_new0 (YsDocument, 1);
  last->id = g_strdup (id);
  last->issued_on = last->repealed_on = YS_DAY_NONE;
  g_ptr_array_add (self->documents, last);
  return last;
}

static void
take_document (YsRegisters *self, const char *id, const YsEvent *event)
{
  YsDocument *document = get_document (self, id);

  if (event->kind == YS_KIND_NORMATIVE_ISSUED && document->issued_on == YS_DAY_NONE)
    {
      document->issued_on = event->on;
      document->is_rule = g_strcmp0 (ys_event_get_string (event, "type"), "rule") == 0;
      document->title = g_strdup (ys_event_get_string (event, "title"));
      document->document_number = g_strdup (ys_event_get_string (event, "document_number"));
      add_year (self, ys_day_year (event->on));
    }
  else if (event->kind == YS_KIND_NORMATIVE_REPEALED && document->repealed_on == YS_DAY_NONE)
    {
      document->repealed_on = event->on;
      add_year (self, ys_day_year (event->on));
    }
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  YsRegisters *self = user_data;
  g_autoptr (YsEvent) event = ys_session_parse_entry (entry, error);
  const char *id;

  if (event == NULL)
    return FALSE;
  switch (ys_stream_parse (entry->stream, &id))
    {
    case YS_STREAM_NORMATIVE:
      take_document (self, id, event);
      break;
    case YS_STREAM_NORMATIVE_OPENING:
      if (self->opened_on == YS_DAY_NONE || event->on >= self->opened_on)
        {
          self->opened_on = event->on;
          self->opening_rule = ys_event_get_int (event, "rule", 0);
          self->opening_normative = ys_event_get_int (event, "normative", 0);
        }
      break;
    case YS_STREAM_DECISIONS:
      add_year (self, (int) g_ascii_strtoll (id, NULL, 10));
      break;
    default:
      break;
    }
  return TRUE;
}

static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const YsDocument *x = *(YsDocument *const *) a;
  const YsDocument *y = *(YsDocument *const *) b;

  if (x->issued_on != y->issued_on)
    return x->issued_on < y->issued_on ? 1 : -1;
  return g_strcmp0 (y->id, x->id);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

YsRegisters *
ys_office_read_registers (YsSession *session, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session), NULL);

  g_autoptr (YsRegisters) self = g_new0 (YsRegisters, 1);
  g_autoptr (GArray) received = NULL;

  self->documents = g_ptr_array_new_with_free_func (document_free);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->opened_on = YS_DAY_NONE;
  if (!ys_docket_read_streams (ys_session_get_docket (session), "register/", take_entry, self,
                               error))
    return NULL;
  received = ys_office_list_years (session, error);
  if (received == NULL)
    return NULL;
  for (guint i = 0; i < received->len; i++)
    add_year (self, g_array_index (received, int, i));
  g_array_sort (self->years, compare_years);
  g_ptr_array_sort (self->documents, compare_documents);
  return g_steal_pointer (&self);
}

char *
ys_registers_make_id (const YsRegisters *self, int year)
{
  int highest = 0;

  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < self->documents->len; i++)
    {
      const YsDocument *document = g_ptr_array_index (self->documents, i);
      int of, number;
      char end;

      if (sscanf (document->id, "%4d-%9d%c", &of, &number, &end) == 2 && of == year)
        highest = MAX (highest, number);
    }
  return g_strdup_printf ("%04d-%03d", year, highest + 1);
}
