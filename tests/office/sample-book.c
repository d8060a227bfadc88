/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads an exchange file as strictly as an import would, and aborts the test on what it may not
 * hold. */
#include "sample-book.h"

#include <string.h>

static void
note_file (const char *digest, gpointer data)
{
  g_hash_table_add (((SampleBook *) data)->files, g_strdup (digest));
}

static void
read_line (SampleBook *book, const char *text, gsize length, int number)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *stream = NULL;
  const char *id = NULL;
  g_autoptr (YsEvent) event = ys_event_parse_line (text, length, &stream, &fault);

  if (event == NULL)
    g_error ("line %d: %s %s %s", number, ys_fault_get_id (fault.code), fault.path, fault.found);

  YsStreamClass klass = ys_stream_parse (stream, &id);
  if (!ys_event_check_dates (event, klass, book->today, &fault))
    g_error ("line %d: %s %s %s", number, ys_fault_get_id (fault.code), fault.path, fault.found);
  ys_event_foreach_file (event, note_file, book);
  g_hash_table_add (book->kinds, (gpointer) ys_kind_get_name (event->kind));

  if (klass != YS_STREAM_CASE)
    {
      g_ptr_array_add (book->registers, ys_event_ref (event));
      g_ptr_array_add (book->streams, g_steal_pointer (&stream));
      return;
    }

  YsHistory *history = g_hash_table_lookup (book->cases, id);
  if (history == NULL)
    {
      history = ys_history_new (id);
      g_hash_table_insert (book->cases, g_strdup (id), history);
      g_ptr_array_add (book->ids, g_strdup (id));
    }
  g_autoptr (YsEvent) numbered = ys_event_with_seq (event, ys_history_get_length (history) + 1);
  ys_history_add (history, numbered);
}

static void
judge (SampleBook *book, const YsHistory *history)
{
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  g_autoptr (GPtrArray) warnings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  ys_history_judge (history, book->calendar, book->today, problems, warnings);
  if (problems->len > 0)
    {
      const YsFinding *one = g_ptr_array_index (problems, 0);
      g_error ("%s: entry %" G_GINT64_FORMAT ": %s %s", ys_history_get_id (history), one->seq,
               ys_fault_get_id (one->fault.code), one->fault.path);
    }
  for (guint i = 0; i < warnings->len; i++)
    {
      const YsFinding *one = g_ptr_array_index (warnings, i);
      if (one->fault.code == YS_WARN_LATE_REPLY)
        {
          book->late++;
          continue;
        }
      book->odd++;
      g_test_message ("%s: entry %" G_GINT64_FORMAT ": %s", ys_history_get_id (history), one->seq,
                      ys_fault_get_id (one->fault.code));
    }
}

SampleBook *
sample_book_read (YsCalendar *calendar, YsDay today, const char *text, gsize length)
{
  SampleBook *book = g_new0 (SampleBook, 1);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = g_strdup ("");
  int number = 0;

  book->calendar = ys_calendar_ref (calendar);
  book->today = today;
  book->cases
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ys_history_free);
  book->ids = g_ptr_array_new_with_free_func (g_free);
  book->registers = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_event_unref);
  book->streams = g_ptr_array_new_with_free_func (g_free);
  book->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book->kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char *at = text; at < text + length;)
    {
      const char *end = memchr (at, '\n', (gsize) (text + length - at));
      g_assert_nonnull (end);

      char *line = g_strndup (at, (gsize) (end - at));
      read_line (book, line, (gsize) (end - at), ++number);
      /* The same line twice is refused. */
      g_assert_true (g_hash_table_add (lines, line));

      const char *on = strstr (line, "\"on\":\"");
      g_assert_nonnull (on);
      g_autofree char *day = g_strndup (on + 6, 10);
      g_assert_cmpstr (last, <=, day);
      g_free (last);
      last = g_steal_pointer (&day);
      at = end + 1;
    }

  for (guint i = 0; i < book->ids->len; i++)
    judge (book, g_hash_table_lookup (book->cases, g_ptr_array_index (book->ids, i)));
  return book;
}

void
sample_book_free (SampleBook *book)
{
  ys_calendar_unref (book->calendar);
  g_hash_table_unref (book->cases);
  g_ptr_array_unref (book->ids);
  g_ptr_array_unref (book->registers);
  g_ptr_array_unref (book->streams);
  g_hash_table_unref (book->files);
  g_hash_table_unref (book->kinds);
  g_free (book);
}
YsCasefile *
sample_book_get_casefile (const SampleBook *book, guint index)
{
  return ys_casefile_new (g_hash_table_lookup (book->cases, g_ptr_array_index (book->ids, index)),
                          book->calendar, book->today);
}

void
sample_book_count (const SampleBook *book, SampleStanding *standing)
{
  YsDay soon = ys_calendar_nth (book->calendar, book->today, 3);

  memset (standing, 0, sizeof *standing);
  for (guint i = 0; i < book->ids->len; i++)
    {
      g_autoptr (YsCasefile) casefile = sample_book_get_casefile (book, i);
      const YsClock *clock = casefile->clock;

      g_assert_nonnull (clock);
      standing->states[clock->state]++;
      if (clock->state == YS_STATE_CONCLUDED)
        continue;
      if (casefile->asks_approval != NULL)
        {
          standing->asks_reply += g_str_equal (casefile->asks_approval, "reply");
          standing->asks_extension += g_str_equal (casefile->asks_approval, "extension");
        }
      else if (casefile->drafted != YS_OUTCOME_NONE)
        {
          standing->returned++;
        }
      if (clock->due == YS_DAY_NONE)
        continue;
      standing->overdue += clock->due < book->today;
      standing->today += clock->due == book->today;
      standing->soon += clock->due > book->today && clock->due <= soon;
      standing->later += clock->due > soon;
    }
}

void
sample_book_assert_every_kind (const SampleBook *book)
{
  for (int kind = YS_KIND_ARRIVED; kind <= YS_KIND_NOTED; kind++)
    if (!g_hash_table_contains (book->kinds, ys_kind_get_name (kind)))
      g_error ("No case has an entry of the kind %s", ys_kind_get_name (kind));
}

void
sample_book_assert_every_outcome (const SampleBook *book)
{
  guint outcomes[YS_N_OUTCOMES] = { 0 };

  for (guint i = 0; i < book->ids->len; i++)
    {
      g_autoptr (YsCasefile) casefile = sample_book_get_casefile (book, i);

      if (casefile->first_outcome != YS_OUTCOME_NONE)
        outcomes[casefile->first_outcome]++;
    }
  for (int i = 0; i < YS_N_OUTCOMES; i++)
    if (outcomes[i] == 0)
      g_error ("No case has the outcome %s", ys_outcome_get_id (i));
}
