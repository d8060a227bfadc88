/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample year as a whole: how many cases come in on which day, their numbers, the registers,
 * the files, and the order of the lines. What happens to a case is sample-life.c. */
#include "office/sample.h"

#include <string.h>

#include "docket/docket.h"
#include "office/sample-acts.h"
#include "office/sample-life.h"
#include "office/sample-spool.h"
#include "sample-resources.h"

/* Thirteen months. */
#define SPAN_DAYS 395
/* Lines waiting for their day, in bytes. */
#define SPOOL_LIMIT (32 * 1024 * 1024)
/* One round of planned cases for every so many cases. */
#define CASES_A_ROUND 600

/* One round of the cases that shall be open today in a certain way, the most telling ones first: a
 * small sample gets only the beginning. */
static const YsSampleRole round_of_roles[] = {
  YS_SAMPLE_DUE_SOON,
  YS_SAMPLE_OVERDUE,
  YS_SAMPLE_TO_APPROVE,
  YS_SAMPLE_SUSPENDED,
  YS_SAMPLE_AWAITS_CORRECTION,
  YS_SAMPLE_DUE_TODAY,
  YS_SAMPLE_AWAITS_CONFIRMATION,
  YS_SAMPLE_AWAITS_FEE,
  YS_SAMPLE_DUE_SOON,
  YS_SAMPLE_OVERDUE,
  YS_SAMPLE_RETURNED,
  YS_SAMPLE_SUSPENDED,
  YS_SAMPLE_AWAITS_CORRECTION,
  YS_SAMPLE_DUE_TODAY,
  YS_SAMPLE_DUE_SOON,
  YS_SAMPLE_AWAITS_CONFIRMATION,
  YS_SAMPLE_EXTENSION_TO_APPROVE,
  YS_SAMPLE_DUE_SOON,
  YS_SAMPLE_OVERDUE,
  YS_SAMPLE_AWAITS_FEE,
  YS_SAMPLE_TO_APPROVE,
  YS_SAMPLE_SUSPENDED,
  YS_SAMPLE_AWAITS_CORRECTION,
  YS_SAMPLE_DUE_SOON,
};

static const char *const file_names[YS_N_SAMPLE_FILES] = {
  [YS_SAMPLE_FILE_REQUEST] = "request", [YS_SAMPLE_FILE_CORRECTION] = "correction",
  [YS_SAMPLE_FILE_REPLY] = "reply",     [YS_SAMPLE_FILE_RECEIPT] = "receipt",
  [YS_SAMPLE_FILE_SCAN] = "scan",
};

typedef struct
{
  YsDay day;
  YsSampleRole role;
  guint nth;
} Planned;

typedef struct
{
  const YsCalendar *calendar;
  YsDice dice;
  YsDay first;
  YsDay today;
  GArray *planned;  /* of Planned, by day */
  guint *by_chance; /* cases a day, from first on */
  YsSampleSpool *spool;
} Year;

/* --- when they come in ----------------------------------------------------------------------- */

static int
compare_planned (gconstpointer a, gconstpointer b)
{
  const Planned *one = a;
  const Planned *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if (one->role != other->role)
    return one->role < other->role ? -1 : 1;
  return one->nth < other->nth ? -1 : one->nth > other->nth;
}

static void
plan_open_cases (Year *year, int cases)
{
  guint counts[YS_N_SAMPLE_ROLES] = { 0 };
  int rounds = MAX (1, cases / CASES_A_ROUND);
  int n = MIN (rounds * (int) G_N_ELEMENTS (round_of_roles), cases / 2);

  for (int i = 0; i < n; i++)
    {
      YsSampleRole role = round_of_roles[i % (int) G_N_ELEMENTS (round_of_roles)];
      Planned planned
        = { ys_sample_plan_first_day (year->calendar, year->today, role, counts[role]), role,
            counts[role] };

      g_array_append_val (year->planned, planned);
      counts[role]++;
    }
  g_array_sort (year->planned, compare_planned);
}

/* How busy a day is: Mondays bring three days' post, days of rest only what the internet brings. */
static guint
weigh_day (Year *year, YsDay day)
{
  guint weight = 100;

  if (!ys_calendar_is_working (year->calendar, day))
    weight = 7;
  else if (ys_day_weekday (day) == 1)
    weight = 138;
  else if (ys_day_weekday (day) == 5)
    weight = 88;
  return weight * (guint) ys_dice_between (&year->dice, 75, 125);
}

static void
spread_by_chance (Year *year, int cases)
{
  guint n_days = (guint) (year->today - year->first) + 1;
  g_autofree guint *weights = g_new (guint, n_days);
  guint64 total = 0;
  guint64 sum = 0;
  guint64 given = 0;

  for (guint i = 0; i < n_days; i++)
    total += weights[i] = weigh_day (year, year->first + (YsDay) i);

  year->by_chance = g_new (guint, n_days);
  for (guint i = 0; i < n_days; i++)
    {
      sum += weights[i];
      guint64 due = sum * (guint64) cases / total;
      year->by_chance[i] = (guint) (due - given);
      given = due;
    }
}

/* --- registers ------------------------------------------------------------------------------- */

static gboolean
add_register (Year *year,
              YsDay on,
              GString *line,
              const char *stream,
              const char *kind,
              const char *members,
              GError **error)
{
  char day[YS_DAY_TEXT];

  if (on > year->today)
    return TRUE;
  g_string_printf (line,
                   "{\"stream\":\"register/%s\",\"kind\":\"%s\",\"on\":\"%s\",\"body\":{%s},"
                   "\"actor\":\"" YS_SAMPLE_RECEPTION "\"}",
                   stream, kind, ys_day_format (on, day), members);
  return ys_sample_spool_add (year->spool, on, line->str, line->len, error);
}

/* Documents that are issued in a year, and a few of them repealed later. */
static gboolean
add_documents (Year *year, int number_of_year, GString *line, GError **error)
{
  g_autoptr (GString) members = g_string_new (NULL);
  YsDay first = ys_day_from_ymd (number_of_year, 1, 4);
  int n = ys_dice_between (&year->dice, 26, 38);

  for (int i = 1; i <= n; i++)
    {
      gboolean is_rule = i == 1;
      YsDay on = ys_calendar_nth (year->calendar, first + ys_dice_between (&year->dice, 0, 350), 1);
      g_autofree char *stream = g_strdup_printf ("normative/%d-%03d", number_of_year, i);

      g_string_truncate (members, 0);
      ys_sample_add_document (members, &year->dice, is_rule, number_of_year, i + 3);
      if (!add_register (year, on, line, stream, "issued", members->str, error))
        return FALSE;
      if (ys_dice_chance (&year->dice, 120)
          && !add_register (year, on + ys_dice_between (&year->dice, 60, 400), line, stream,
                            "repealed", "\"by\":\"晴川市人民政府文件清理决定\"", error))
        return FALSE;
    }
  return TRUE;
}

/* Counts of administrative decisions at the end of every quarter, and as of today. */
static gboolean
add_decisions (Year *year, int number_of_year, GString *line, GError **error)
{
  static const int month_ends[4][2] = { { 3, 31 }, { 6, 30 }, { 9, 30 }, { 12, 31 } };
  g_autofree char *stream = g_strdup_printf ("decisions/%d", number_of_year);
  int licence = 0;
  int penalty = 0;
  int coercion = 0;
  int fee_fen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (month_ends); i++)
    {
      YsDay end = ys_day_from_ymd (number_of_year, month_ends[i][0], month_ends[i][1]);
      gboolean last = end >= year->today;
      char members[160];

      licence += ys_dice_between (&year->dice, 2800, 4400);
      penalty += ys_dice_between (&year->dice, 900, 1700);
      coercion += ys_dice_between (&year->dice, 8, 40);
      fee_fen += ys_dice_between (&year->dice, 1100000, 2900000);
      g_snprintf (members, sizeof members,
                  "\"licence\":%d,\"penalty\":%d,\"coercion\":%d,\"fee_wan\":\"%d.%04d\"", licence,
                  penalty, coercion, fee_fen / 10000, fee_fen % 10000);
      if (!add_register (year, last ? year->today : end, line, stream, "counted", members, error))
        return FALSE;
      if (last)
        break;
    }
  return TRUE;
}

static gboolean
add_registers (Year *year, YsDay opening, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (!add_register (year, opening, line, "normative/opening", "counted",
                     "\"rule\":6,\"normative\":312", error))
    return FALSE;
  for (int number = ys_day_year (year->first); number <= ys_day_year (year->today); number++)
    if (!add_documents (year, number, line, error) || !add_decisions (year, number, line, error))
      return FALSE;
  return TRUE;
}

/* --- files ----------------------------------------------------------------------------------- */

static GBytes *
look_up_pdf (const char *name, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/cn/yishen/sample/pdf/%s.pdf", name);

  return g_resource_lookup_data (ys_sample_files_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* Puts the PDFs into FOLDER/files, each named by the digits of its digest. */
static gboolean
write_files (GFile *folder, const char *suite, YsSampleFiles *files, GError **error)
{
  g_autoptr (GFile) kept = g_file_get_child (folder, "files");
  g_autofree char *like = g_strdup_printf ("%s:", suite);
  g_autoptr (GError) local = NULL;

  if (!g_file_make_directory_with_parents (kept, NULL, &local)
      && !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  for (guint i = 0; i < YS_N_SAMPLE_FILES; i++)
    {
      g_autoptr (GBytes) bytes = look_up_pdf (file_names[i], error);
      g_autoptr (GFile) draft = g_file_get_child (kept, file_names[i]);
      gsize size;
      const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

      if (data == NULL
          || !g_file_replace_contents (draft, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       NULL, error))
        return FALSE;
      files->digests[i] = ys_docket_digest_file (draft, like, error);
      if (files->digests[i] == NULL)
        return FALSE;

      g_autoptr (GFile) named = g_file_get_child (kept, strchr (files->digests[i], ':') + 1);
      if (!g_file_move (draft, named, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* --- the year -------------------------------------------------------------------------------- */

static gboolean
spool_line (YsDay on, const GString *line, gpointer user_data, GError **error)
{
  return ys_sample_spool_add (user_data, on, line->str, line->len, error);
}

static gboolean
write_days (Year *year, YsSampleLives *lives, YsDay opening, GOutputStream *out, GError **error)
{
  guint next_planned = 0;
  int numbered = 0;
  int number = 0;

  for (YsDay day = opening; day <= year->today; day++)
    {
      guint by_chance = day >= year->first ? year->by_chance[day - year->first] : 0;

      if (numbered != ys_day_year (day))
        number = 0;
      numbered = ys_day_year (day);

      for (;;)
        {
          Planned planned = { day, YS_SAMPLE_BY_CHANCE, 0 };
          char id[16];

          if (by_chance > 0)
            by_chance--;
          else if (next_planned < year->planned->len
                   && g_array_index (year->planned, Planned, next_planned).day == day)
            planned = g_array_index (year->planned, Planned, next_planned++);
          else
            break;
          g_snprintf (id, sizeof id, "%d-%04d", numbered, ++number);
          if (!ys_sample_lives_make (lives, id, day, planned.role, planned.nth, spool_line,
                                     year->spool, error))
            return FALSE;
        }
      if (!ys_sample_spool_write (year->spool, day, out, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_sample_write (const YsCalendar *calendar,
                 int cases,
                 guint32 seed,
                 YsDay today,
                 GOutputStream *out,
                 GFile *files,
                 const char *suite,
                 GError **error)
{
  g_return_val_if_fail (calendar != NULL && cases >= 1 && cases <= 1000000, FALSE);
  g_return_val_if_fail (today != YS_DAY_NONE && G_IS_OUTPUT_STREAM (out), FALSE);
  g_return_val_if_fail (G_IS_FILE (files) && suite != NULL, FALSE);
  g_return_val_if_fail (g_str_equal (suite, "sm3") || g_str_equal (suite, "sha256"), FALSE);

  YsSampleFiles kept = { 0 };
  Year year
    = { .calendar = calendar, .dice = { seed }, .first = today - SPAN_DAYS, .today = today };
  YsDay opening = ys_day_from_ymd (ys_day_year (year.first) - 1, 12, 31);
  YsSuite digests;
  g_autoptr (YsHash) hash
    = ys_suite_from_name (suite, &digests) ? ys_hash_new (digests, error) : NULL;
  gboolean fine = hash != NULL && write_files (files, suite, &kept, error);

  if (fine)
    {
      g_autoptr (YsSampleLives) lives
        = ys_sample_lives_new (calendar, &year.dice, today, &kept, hash);

      year.planned = g_array_new (FALSE, FALSE, sizeof (Planned));
      year.spool = ys_sample_spool_new (opening, today, SPOOL_LIMIT);
      plan_open_cases (&year, cases);
      spread_by_chance (&year, cases - (int) year.planned->len);
      fine
        = add_registers (&year, opening, error) && write_days (&year, lives, opening, out, error);

      g_free (year.by_chance);
      ys_sample_spool_free (year.spool);
      g_array_unref (year.planned);
    }
  for (guint i = 0; i < YS_N_SAMPLE_FILES; i++)
    g_free (kept.digests[i]);
  return fine;
}
