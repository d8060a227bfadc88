/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast the index is filled and asked: YISHEN_BENCH_CASES made casefiles (20,000 unless told),
 * put, and the same rows inserted by SQLite with nothing else around them. It prints; it judges
 * nothing. */
#include <locale.h>
#include <stdlib.h>

#include "made-case.h"
#include "index/files.h"
#include "index/key.h"
#include "index/reading.h"
#include "index/store.h"

/* A phrase is about five characters: a description of about 200. */
#define PHRASES 40
#define REPLY_PHRASES 160

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static GPtrArray *
make_cases (int n_cases)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) made_case_free);
  g_autoptr (GRand) lot = g_rand_new_with_seed (711);

  for (int i = 0; i < n_cases; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d-%04d", 2010 + i / 2000, i % 2000 + 1);
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

      g_ptr_array_add (cases, made_case_by_lot (lot, id, PHRASES));
      made_case_hold (g_ptr_array_index (cases, i), digest);
    }
  return cases;
}

/* A reply of a page and a half for each, and all of it searched. */
static void
put_file_texts (MadeIndex *made, GPtrArray *cases)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (12);
  g_autoptr (GError) error = NULL;
  gint64 spent = 0;

  for (guint i = 0; i < cases->len && error == NULL; i++)
    {
      const YsCasefile *file = &((MadeCase *) g_ptr_array_index (cases, i))->file;
      g_autofree char *text = made_text_by_lot (lot, REPLY_PHRASES);
      gint64 start = g_get_monotonic_time ();

      ys_index_put_file_text (made->index, g_ptr_array_index (file->files, 0), text, &error);
      spent += g_get_monotonic_time () - start;
    }
  if (error != NULL)
    g_error ("%s", error->message);
  g_print ("texts of files, each committed %.0f/s\n", cases->len * (double) G_USEC_PER_SEC / spent);
}

static double
put_all (MadeIndex *made, GPtrArray *cases)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  ys_index_begin (made->index, &error);
  for (guint i = 0; i < cases->len && error == NULL; i++)
    ys_index_put (made->index, &((MadeCase *) g_ptr_array_index (cases, i))->file, &error);
  if (error == NULL)
    ys_index_commit (made->index, cases->len, "digest", 1, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  return seconds_since (start);
}

/* --- the raw rate ---------------------------------------------------------------------------- */

/* One row of cases and texts, with nothing left to derive. */
typedef struct
{
  gint64 key;
  char *name;
  char *text;
} RawRow;

static void
insert (YsStore *store, YsQuestion *question)
{
  g_autoptr (GError) error = NULL;

  if (!ys_store_run (store, question, &error))
    g_error ("%s", error->message);
}

static void
insert_case (YsStore *store, YsQuestion *question, const RawRow *row, const MadeCase *made)
{
  const YsCasefile *file = &made->file;
  const YsClock *clock = &made->clock;
  const struct
  {
    int column;
    gint64 value;
  } numbers[] = {
    { 1, row->key },
    { 5, file->joint },
    { 6, file->klass },
    { 9, clock->state },
    { 13, clock->budget },
    { 14, clock->counted },
    { 15, clock->suspended },
    { 16, clock->provisional },
    { 17, clock->older_law },
    { 19, file->open },
    { 20, file->extended },
    { 22, file->outcome },
    { 25, file->first_outcome },
  };
  const struct
  {
    int column;
    YsDay day;
  } days[] = {
    { 10, file->received_on },   { 11, clock->start },       { 12, clock->due },
    { 18, file->waiting_until }, { 21, file->concluded_on }, { 24, file->first_concluded_on },
  };
  const struct
  {
    int column;
    const char *text;
  } texts[] = {
    { 2, file->title },   { 3, file->applicant }, { 4, row->name },
    { 7, file->channel }, { 8, file->handler },   { 23, file->asks_approval },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    sqlite3_bind_int64 (question, numbers[i].column, numbers[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    ys_question_bind_day (question, days[i].column, days[i].day);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ys_question_bind_text (question, texts[i].column, texts[i].text);
  insert (store, question);
}

static double
insert_all (const char *dir, GPtrArray *cases, const RawRow *rows)
{
  YsStore *store = ys_store_open (dir, "raw", NULL);
  YsQuestion *put_case = ys_store_ask (store, "put-case", NULL);
  YsQuestion *put_text = ys_store_ask (store, "put-text", NULL);
  YsQuestion *put_hit = ys_store_ask (store, "put-hit", NULL);
  YsQuestion *put_fee = ys_store_ask (store, "put-fee", NULL);
  YsQuestion *put_review = ys_store_ask (store, "put-review", NULL);
  gint64 start = g_get_monotonic_time ();
  double seconds;

  ys_store_run_sql (store, "BEGIN IMMEDIATE", NULL);
  for (guint i = 0; i < cases->len; i++)
    {
      const MadeCase *made = g_ptr_array_index (cases, i);

      insert_case (store, put_case, &rows[i], made);
      sqlite3_bind_int64 (put_text, 1, rows[i].key);
      ys_question_bind_text (put_text, 2, rows[i].text);
      ys_question_bind_text (put_text, 3, made->file.description);
      insert (store, put_text);
      sqlite3_bind_int64 (put_hit, 1, rows[i].key);
      ys_question_bind_text (put_hit, 2, rows[i].text);
      insert (store, put_hit);
      for (guint j = 0; j < made->file.fees->len; j++)
        {
          const YsFeePaid *fee = &g_array_index (made->file.fees, YsFeePaid, j);

          sqlite3_bind_int64 (put_fee, 1, rows[i].key);
          sqlite3_bind_int64 (put_fee, 2, j);
          sqlite3_bind_int64 (put_fee, 3, fee->on);
          sqlite3_bind_int64 (put_fee, 4, fee->amount_fen);
          insert (store, put_fee);
        }
      for (guint j = 0; j < made->file.reviews->len; j++)
        {
          const YsReview *review = g_ptr_array_index (made->file.reviews, j);

          sqlite3_bind_int64 (put_review, 1, rows[i].key);
          sqlite3_bind_int64 (put_review, 2, j);
          sqlite3_bind_int64 (put_review, 3, review->route);
          ys_question_bind_day (put_review, 4, review->opened_on);
          ys_question_bind_day (put_review, 5, review->decided_on);
          sqlite3_bind_int64 (put_review, 6, review->result);
          insert (store, put_review);
        }
    }
  ys_store_run_sql (store, "COMMIT", NULL);
  seconds = seconds_since (start);
  ys_store_close (store);
  return seconds;
}

static double
measure_raw (GPtrArray *cases)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autofree RawRow *rows = g_new0 (RawRow, cases->len);
  double seconds;

  g_clear_object (&made->index);
  for (guint i = 0; i < cases->len; i++)
    {
      const YsCasefile *file = &((MadeCase *) g_ptr_array_index (cases, i))->file;

      rows[i].key = ys_key_from_id (file->id);
      rows[i].name = file->applicant != NULL ? ys_reading_of_name (file->applicant) : NULL;
      rows[i].text = g_strconcat (file->id, "\n", file->text, NULL);
    }
  seconds = insert_all (made->dir, cases, rows);
  for (guint i = 0; i < cases->len; i++)
    {
      g_free (rows[i].name);
      g_free (rows[i].text);
    }
  return seconds;
}

/* --- asking ---------------------------------------------------------------------------------- */

#define ROUNDS 20

static void
tell (const char *what, double seconds, gint64 found)
{
  g_print ("%-44s %9.3f ms   (%" G_GINT64_FORMAT ")\n", what, seconds * 1000, found);
}

static void
ask_page (
  YsIndex *index, const char *what, const YsFilter *filter, YsOrder order, const char *after)
{
  gint64 start = g_get_monotonic_time ();
  guint found = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GPtrArray) rows = ys_index_page (index, filter, order, FALSE, after, 64, NULL);

      found = rows->len;
    }
  tell (what, seconds_since (start) / ROUNDS, found);
}

static void
ask_lists (YsIndex *index)
{
  g_autoptr (GPtrArray) ids = NULL;
  YsFilter filter;
  gint64 start;
  gint64 count;

  ys_filter_init (&filter);
  ask_page (index, "first page by due", &filter, YS_ORDER_DUE, NULL);
  ask_page (index, "first page by title", &filter, YS_ORDER_TITLE, NULL);
  start = g_get_monotonic_time ();
  ids = ys_index_list_ids (index, &filter, YS_ORDER_DUE, FALSE, NULL);
  tell ("all ids by due", seconds_since (start), ids->len);
  ask_page (index, "deep page by due", &filter, YS_ORDER_DUE,
            g_ptr_array_index (ids, ids->len / 2));
  ask_page (index, "deep page by state", &filter, YS_ORDER_STATE,
            g_ptr_array_index (ids, ids->len / 2));
  filter.open_only = TRUE;
  filter.handler = "officer-2";
  ask_page (index, "first page by due, open, one handler", &filter, YS_ORDER_DUE, NULL);
  start = g_get_monotonic_time ();
  count = ys_index_count (index, &filter, NULL);
  tell ("count, open, one handler", seconds_since (start), count);
  ys_filter_init (&filter);
  filter.text = "行政处罚";
  ask_page (index, "first page by due, four common characters", &filter, YS_ORDER_DUE, NULL);
  start = g_get_monotonic_time ();
  count = ys_index_count (index, &filter, NULL);
  tell ("count, four common characters", seconds_since (start), count);
}

static void
ask_words (YsIndex *index, GPtrArray *cases)
{
  const MadeCase *middle = g_ptr_array_index (cases, cases->len / 2);
  const char *const words[] = { "政", "政府",          "行政处罚决定书",        "A区2024",
                                "gb", middle->file.id, "竣工验收 低保名单 消防" };
  gint64 start;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *what = g_strdup_printf ("search “%s”", words[i]);
      guint found = 0;

      start = g_get_monotonic_time ();
      for (int j = 0; j < ROUNDS; j++)
        {
          g_autoptr (GPtrArray) hits = ys_index_search (index, words[i], 50, NULL);

          found = hits->len;
        }
      tell (what, seconds_since (start) / ROUNDS, found);
    }
  start = g_get_monotonic_time ();
  for (int i = 0; i < ROUNDS; i++)
    g_ptr_array_unref (ys_index_similar (index, middle->file.id, 20, NULL));
  tell ("cases like one", seconds_since (start) / ROUNDS, 0);
}

static void
ask_counts (YsIndex *index)
{
  gint64 counts[YS_N_STATES];
  YsFigures figures;
  gint64 start = g_get_monotonic_time ();

  ys_index_count_states (index, counts, NULL);
  tell ("cases by state", seconds_since (start), counts[YS_STATE_RUNNING]);
  ys_figures_begin (&figures, 2024, YS_FORM_2021);
  start = g_get_monotonic_time ();
  ys_index_tally (index, &figures, NULL);
  tell ("tally of a year", seconds_since (start), figures.fee_cases);
}

static void
forget_one (MadeIndex *made, MadeCase *one)
{
  gint64 start;

  made_case_set (&one->file.applicant, NULL);
  made_case_set (&one->file.description, "已销毁");
  made_case_write_text (one);
  start = g_get_monotonic_time ();
  made_index_put (made, one);
  tell ("one case replaced, removed words purged", seconds_since (start), 1);
}

/* Other work on the machine comes and goes: the best of so many rounds, by turns. */
#define FILLINGS 3

int
main (int argc, char **argv)
{
  const char *told = g_getenv ("YISHEN_BENCH_CASES");
  int n_cases = told != NULL ? atoi (told) : 20000;
  g_autoptr (MadeIndex) made = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  double ours = G_MAXDOUBLE;
  double raw = G_MAXDOUBLE;

  setlocale (LC_ALL, "");
  cases = make_cases (MAX (n_cases, 10));
  for (int i = 0; i < FILLINGS; i++)
    {
      g_clear_pointer (&made, made_index_free);
      made = made_index_new ();

      double raw_once = measure_raw (cases);
      double ours_once = put_all (made, cases);

      raw = MIN (raw, raw_once);
      ours = MIN (ours, ours_once);
    }
  g_print ("%u cases, best of %d\n", cases->len, FILLINGS);
  g_print ("raw inserts %8.0f/s\nputs        %8.0f/s   %.2f of raw\n", cases->len / raw,
           cases->len / ours, raw / ours);
  g_print ("puts again  %8.0f/s\n", cases->len / put_all (made, cases));
  ask_lists (made->index);
  ask_words (made->index, cases);
  ask_counts (made->index);
  forget_one (made, g_ptr_array_index (cases, 7));
  put_file_texts (made, cases);
  ask_lists (made->index);
  ask_words (made->index, cases);
  forget_one (made, g_ptr_array_index (cases, 8));
  return 0;
}
