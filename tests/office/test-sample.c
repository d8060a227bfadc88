/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample year by seed: it must stand before the rules without a refusal, and show today what it
 * shall show. Needs CALENDARS_DIR. */
#include "office/sample.h"

#include <glib/gstdio.h>
#include <string.h>

#include "case-maker.h"
#include "docket/chain.h"
#include "office/sample-spool.h"
#include "sample-book.h"

typedef struct
{
  YsCalendar *calendar;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->calendar = case_maker_load_calendar ();
  self->folder = g_dir_make_tmp ("yishen-sample-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *kept = g_build_filename (self->folder, "files", NULL);
  g_autoptr (GDir) dir = g_dir_open (kept, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (kept, name, NULL);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_rmdir (kept);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  ys_calendar_unref (self->calendar);
}

static GBytes *
write_sample (Fixture *self, int cases, guint32 seed, const char *today, const char *suite)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  ys_sample_write (self->calendar, cases, seed, ys_day_parse (today, -1), out, folder, suite,
                   &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static SampleBook *
read_sample (Fixture *self, int cases, guint32 seed, const char *today)
{
  g_autoptr (GBytes) bytes = write_sample (self, cases, seed, today, "sha256");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return sample_book_read (self->calendar, ys_day_parse (today, -1), text, length);
}

static void
test_years (Fixture *self, gconstpointer data)
{
  /* Plain days, a make-up Saturday, days of rest, New Year, the turn of a leap year. */
  static const char *const days[]
    = { "2026-11-24", "2026-02-14", "2026-10-03", "2026-01-01", "2025-09-28", "2024-03-01" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (SampleBook) book = read_sample (self, 600, 7 + i, days[i]);
      SampleStanding standing;

      sample_book_count (book, &standing);
      g_test_message ("%s: %u cases, %u replied late; overdue %u, today %u, soon %u, later %u, "
                      "suspended %u,"
                      " correction %u, fee %u, confirmation %u, to approve %u + %u",
                      days[i], book->ids->len, book->late, standing.overdue, standing.today,
                      standing.soon, standing.later, standing.states[YS_STATE_SUSPENDED],
                      standing.states[YS_STATE_AWAITING_CORRECTION],
                      standing.states[YS_STATE_AWAITING_FEE],
                      standing.states[YS_STATE_AWAITING_CONFIRMATION], standing.asks_reply,
                      standing.asks_extension);
      g_assert_cmpuint (book->ids->len, ==, 600);
      g_assert_cmpuint (standing.overdue, ==, 3);
      g_assert_cmpuint (standing.today, ==, 2);
      g_assert_cmpuint (standing.soon, ==, 5);
      g_assert_cmpuint (standing.later, >=, 8);
      g_assert_cmpuint (standing.states[YS_STATE_SUSPENDED], >=, 3);
      g_assert_cmpuint (standing.states[YS_STATE_AWAITING_CORRECTION], >=, 3);
      g_assert_cmpuint (standing.states[YS_STATE_AWAITING_FEE], >=, 2);
      g_assert_cmpuint (standing.states[YS_STATE_AWAITING_CONFIRMATION], >=, 2);
      g_assert_cmpuint (standing.states[YS_STATE_CONCLUDED], >=, 500);
      g_assert_cmpuint (standing.asks_reply, >=, 6);
      g_assert_cmpuint (standing.asks_extension, >=, 1);
      g_assert_cmpuint (standing.returned, >=, 1);
      /* A few replies are late, and nothing else is odd. */
      g_assert_cmpuint (book->late, <, 15);
      g_assert_cmpuint (book->odd, ==, 0);
    }
}

static void
test_small (Fixture *self, gconstpointer data)
{
  for (int cases = 1; cases <= 40; cases += 3)
    {
      g_autoptr (SampleBook) book = read_sample (self, cases, (guint32) cases, "2026-11-24");

      g_assert_cmpuint (book->ids->len, ==, cases);
    }
}

static void
test_numbers_rise (Fixture *self, gconstpointer data)
{
  g_autoptr (SampleBook) book = read_sample (self, 900, 3, "2026-11-24");
  int year = 0;
  int number = 0;

  for (guint i = 0; i < book->ids->len; i++)
    {
      const char *id = g_ptr_array_index (book->ids, i);
      int of_year = (int) g_ascii_strtoll (id, NULL, 10);

      number = of_year == year ? number + 1 : 1;
      year = of_year;
      g_assert_cmpint (g_ascii_strtoll (id + 5, NULL, 10), ==, number);

      const YsHistory *history = g_hash_table_lookup (book->cases, id);
      g_assert_cmpint (ys_day_year (ys_history_get (history, 1)->on), ==, year);
    }
  g_assert_cmpint (year, ==, 2026);
}

static void
test_same_bytes (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) one = write_sample (self, 200, 42, "2026-11-24", "sm3");
  g_autoptr (GBytes) again = write_sample (self, 200, 42, "2026-11-24", "sm3");
  g_autoptr (GBytes) other = write_sample (self, 200, 43, "2026-11-24", "sm3");

  g_assert_true (g_bytes_equal (one, again));
  g_assert_false (g_bytes_equal (one, other));
}

/* Many cases keep their order, and are made fast enough to be waited for. */
static void
test_long_year (Fixture *self, gconstpointer data)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = write_sample (self, 60000, 1, "2026-11-24", "sha256");
  gint64 taken = g_get_monotonic_time () - begun;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GHashTable) streams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char last[YS_DAY_TEXT] = "";
  guint lines = 0;

  g_test_message ("60,000 cases: %.0f cases a second, %.1f MB", 60000e6 / (double) taken,
                  (double) length / 1e6);
  for (const char *at = text; at < text + length; lines++)
    {
      const char *end = memchr (at, '\n', (gsize) (text + length - at));
      const char *on = g_strstr_len (at, end - at, "\"on\":\"");
      const char *close = g_strstr_len (at + 11, end - at - 11, "\"");

      g_assert_nonnull (on);
      g_assert_cmpint (strncmp (last, on + 6, 10), <=, 0);
      memcpy (last, on + 6, 10);
      g_hash_table_add (streams, g_strndup (at + 11, (gsize) (close - at - 11)));
      at = end + 1;
    }
  g_assert_cmpuint (g_hash_table_size (streams), >, 60000);
  g_assert_cmpuint (lines, >, 600000);
}

/* Buckets go to the temporary file and come back whole and in order. */
static void
test_spool (Fixture *self, gconstpointer data)
{
  g_autoptr (YsSampleSpool) spool = ys_sample_spool_new (100, 104, 64);
  g_autoptr (GError) error = NULL;
  GString *want[5];

  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    want[i] = g_string_new (NULL);
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *line = g_strdup_printf ("line %d", i);

      ys_sample_spool_add (spool, 100 + i * 7 % 5, line, strlen (line), &error);
      g_assert_no_error (error);
      g_string_append_printf (want[i * 7 % 5], "%s\n", line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    {
      g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
      g_autofree char *expected = g_string_free (want[i], FALSE);

      ys_sample_spool_write (spool, 100 + (YsDay) i, out, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                       g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)),
                       expected, strlen (expected));
    }
}

static void
test_files (Fixture *self, gconstpointer data)
{
  static const char *const suites[] = { "sm3", "sha256" };

  for (guint i = 0; i < G_N_ELEMENTS (suites); i++)
    {
      g_autoptr (GBytes) bytes = write_sample (self, 200, 5, "2026-11-24", suites[i]);
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);
      g_autoptr (SampleBook) book
        = sample_book_read (self->calendar, ys_day_parse ("2026-11-24", -1), text, length);
      GHashTableIter iter;
      gpointer digest;

      g_assert_cmpuint (g_hash_table_size (book->files), ==, 5);
      g_hash_table_iter_init (&iter, book->files);
      while (g_hash_table_iter_next (&iter, &digest, NULL))
        {
          g_autofree char *path
            = g_build_filename (self->folder, "files", strchr (digest, ':') + 1, NULL);
          g_autoptr (GFile) file = g_file_new_for_path (path);
          g_autofree char *found = ys_docket_digest_file (file, digest, NULL);

          g_assert_true (g_str_has_prefix (digest, suites[i]));
          g_assert_cmpstr (found, ==, digest);
        }
    }
}

/* ISO 7064 MOD 11-2 over all eighteen, which GB 11643's weights come from. */
static gboolean
is_id_number (const char *text)
{
  int sum = 0;

  for (int i = 0; i < 18; i++)
    sum = (sum * 2 + (text[i] == 'X' ? 10 : text[i] - '0')) % 11;
  return sum == 1;
}

static gboolean
is_credit_code (const char *text)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  int sum = 0;
  int weight = 1;

  for (int i = 0; i < 17; i++, weight = weight * 3 % 31)
    sum += (int) (strchr (alphabet, text[i]) - alphabet) * weight;
  return (sum + (int) (strchr (alphabet, text[17]) - alphabet)) % 31 == 0;
}

static void
test_words (Fixture *self, gconstpointer data)
{
  g_autoptr (SampleBook) book = read_sample (self, 3000, 11, "2026-11-24");
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint classes[YS_N_CLASSES] = { 0 };
  guint people = 0;
  guint bodies = 0;

  g_assert_true (is_credit_code ("91350100M000100Y43"));
  g_assert_true (is_id_number ("11010519491231002X"));
  for (guint i = 0; i < book->ids->len; i++)
    {
      const YsHistory *history
        = g_hash_table_lookup (book->cases, g_ptr_array_index (book->ids, i));
      const YsEvent *first = ys_history_get (history, 1);
      const char *number = ys_event_get_string (first, "applicant.id_number");

      g_hash_table_add (titles, g_strdup (ys_event_get_string (first, "request.title")));
      classes[ys_applicant_class_from_id (ys_event_get_string (first, "applicant.class"))]++;
      if (number == NULL)
        continue;
      g_assert_cmpuint (strlen (number), ==, 18);
      if (g_str_equal (ys_event_get_string (first, "applicant.class"), "person"))
        {
          g_assert_true (is_id_number (number));
          people++;
        }
      else
        {
          g_assert_true (is_credit_code (number));
          bodies++;
        }
    }
  g_assert_cmpuint (g_hash_table_size (titles), >=, 1500);
  g_assert_cmpuint (people, >, 100);
  g_assert_cmpuint (bodies, >, 20);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    g_assert_cmpuint (classes[i], >, 0);
}

static void
test_variety (Fixture *self, gconstpointer data)
{
  g_autoptr (SampleBook) book = read_sample (self, 4000, 19, "2026-11-24");

  sample_book_assert_every_kind (book);
  sample_book_assert_every_outcome (book);
  g_assert_cmpuint (book->late, >, 0);
}

/* What waits for approval must be approvable: its digest is that of the facts as approve.c digests
 * them. */
static void
test_facts (Fixture *self, gconstpointer data)
{
  g_autoptr (SampleBook) book = read_sample (self, 1200, 23, "2026-11-24");
  g_autoptr (YsHash) hash = ys_hash_new (YS_SUITE_INTL, NULL);
  guint asked = 0;

  for (guint i = 0; i < book->ids->len; i++)
    {
      g_autoptr (YsCasefile) casefile = sample_book_get_casefile (book, i);
      const YsHistory *history = g_hash_table_lookup (book->cases, casefile->id);
      g_autoptr (YsFolded) folded = ys_history_fold (history, book->today);
      char digest[YS_DIGEST_SIZE];

      if (casefile->approval_seq == 0)
        continue;
      for (guint k = 0; k < folded->events->len; k++)
        {
          const YsEvent *event = g_ptr_array_index (folded->events, k);
          g_autofree char *body = ys_event_canonical_body (event);
          char on[YS_DAY_TEXT];

          if (event->kind != YS_KIND_ARRIVED && event->kind != YS_KIND_RECEIVED
              && event->kind != YS_KIND_CORRECTED && event->kind != YS_KIND_DRAFTED)
            continue;
          g_autofree char *fact = g_strdup_printf ("%s %s %s\n", ys_kind_get_name (event->kind),
                                                   ys_day_format (event->on, on), body);
          ys_hash_add (hash, fact, strlen (fact));
        }
      ys_hash_finish (hash, digest);
      g_assert_cmpstr (ys_event_get_string (ys_history_get (history, casefile->approval_seq),
                                            "facts"),
                       ==, digest);
      asked++;
    }
  g_assert_cmpuint (asked, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/sample/years", test_years);
  ADD ("/sample/small", test_small);
  ADD ("/sample/numbers-rise", test_numbers_rise);
  ADD ("/sample/same-bytes", test_same_bytes);
  ADD ("/sample/long-year", test_long_year);
  ADD ("/sample/spool", test_spool);
  ADD ("/sample/files", test_files);
  ADD ("/sample/facts", test_facts);
  ADD ("/sample/words", test_words);
  ADD ("/sample/variety", test_variety);
#undef ADD

  return g_test_run ();
}
