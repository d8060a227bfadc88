/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reminders: when which case is told, how often, in which groups; and the memory of it, whole,
 * damaged, and wanted by two at once. */
#include "place.h"

#include "office/remind.h"

#include <glib/gstdio.h>
#include <string.h>

/* A Wednesday; the 20th is a Saturday, the 22nd and 23rd are working days. */
#define TODAY "2024-01-17"

static const int usual[] = { 5, 3, 1, 0 };

#define USUAL                                                                                      \
  {                                                                                                \
    .thresholds = usual, .n_thresholds = G_N_ELEMENTS (usual), .others = TRUE                      \
  }

static YsIndexRow *
make_row (const char *id, YsState state, const char *due, const char *waiting)
{
  YsIndexRow *row = g_new0 (YsIndexRow, 1);

  row->id = g_strdup (id);
  row->title = g_strdup ("题");
  row->state = state;
  row->due = due != NULL ? day (due) : YS_DAY_NONE;
  row->waiting_until = waiting != NULL ? day (waiting) : YS_DAY_NONE;
  return row;
}

/* Decides on @today at @clock ("09:00"). */
static GPtrArray *
decide (YsTold *told, const YsRemindRules *rules, const char *today, const char *clock,
        gboolean telling, YsIndexRow *row, ...)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (YsCalendar) calendar = ys_calendar_load_shipped ();
  g_autofree char *text = g_strdup_printf ("%sT%s:00Z", today, clock);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (text, NULL);
  va_list list;

  g_assert_nonnull (now);
  va_start (list, row);
  for (YsIndexRow *next = row; next != NULL; next = va_arg (list, YsIndexRow *))
    g_ptr_array_add (rows, next);
  va_end (list);
  return ys_remind_decide (rows, rules, told, calendar, day (today), now, telling);
}

/* "ID:level" of all, with "!" for what is told now. */
static char *
tell (GPtrArray *reminders)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reminders->len; i++)
    {
      const YsReminder *reminder = g_ptr_array_index (reminders, i);

      g_string_append_printf (text, "%s%s:%d%s", i > 0 ? " " : "",
                              strrchr (reminder->row->id, '-') + 1, reminder->level,
                              reminder->tell ? "!" : "");
      if (reminder->kind != YS_REMIND_DUE)
        g_string_append_printf (text, "/%d", reminder->kind);
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_TOLD(reminders, wanted)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GPtrArray) told_reminders = (reminders);                                            \
    g_autofree char *told_text = tell (told_reminders);                                            \
    g_assert_cmpstr (told_text, ==, wanted);                                                       \
  }                                                                                                \
  G_STMT_END

/* --- levels ---------------------------------------------------------------------------------- */

static void
test_levels (void)
{
  static const struct
  {
    YsState state;
    const char *due;
    const char *wanted;
  } rows[] = {
    { YS_STATE_RUNNING, "2024-01-16", "0001:-1!" },
    { YS_STATE_RUNNING, "2024-01-17", "0001:0!" },
    { YS_STATE_RUNNING, "2024-01-18", "0001:1!" },
    { YS_STATE_RUNNING, "2024-01-19", "0001:3!" },
    { YS_STATE_RUNNING, "2024-01-20", "0001:3!" }, /* a rest day, set by a delay */
    { YS_STATE_RUNNING, "2024-01-22", "0001:3!" },
    { YS_STATE_RUNNING, "2024-01-23", "0001:5!" },
    { YS_STATE_RUNNING, "2024-01-24", "0001:5!" },
    { YS_STATE_RUNNING, "2024-01-25", "" },
    { YS_STATE_RUNNING, NULL, "" },
    { YS_STATE_SUSPENDED, "2024-01-17", "" },
    { YS_STATE_AWAITING_CORRECTION, NULL, "" },
    { YS_STATE_AWAITING_CONFIRMATION, NULL, "" },
    { YS_STATE_CONCLUDED, "2024-01-17", "" },
  };
  YsRemindRules rules = USUAL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsTold) told = ys_told_new ();

      g_test_message ("row %u", i);
      ASSERT_TOLD (decide (told, &rules, TODAY, "09:00", TRUE,
                           make_row ("2024-0001", rows[i].state, rows[i].due, NULL), NULL),
                   rows[i].wanted);
    }
}

/* Whoever wants no threshold still hears of what is overdue. */
static void
test_no_thresholds (void)
{
  YsRemindRules rules = { .others = FALSE };
  g_autoptr (YsTold) told = ys_told_new ();

  ASSERT_TOLD (decide (told, &rules, TODAY, "09:00", TRUE,
                       make_row ("2024-0001", YS_STATE_RUNNING, "2024-01-17", NULL),
                       make_row ("2024-0002", YS_STATE_RUNNING, "2024-01-16", NULL),
                       make_row ("2024-0003", YS_STATE_AWAITING_FEE, NULL, "2024-01-16"), NULL),
               "0002:-1!");
}

static void
test_others (void)
{
  static const struct
  {
    YsState state;
    unsigned open;
    const char *until;
    const char *wanted;
  } rows[] = {
    { YS_STATE_AWAITING_CORRECTION, YS_OPEN_CORRECTION, "2024-01-16", "0001:-1!/1" },
    { YS_STATE_AWAITING_CORRECTION, YS_OPEN_CORRECTION, "2024-01-17", "" },
    { YS_STATE_AWAITING_FEE, YS_OPEN_FEE, "2024-01-12", "0001:-1!/2" },
    { YS_STATE_SUSPENDED, YS_OPEN_CONSULTATION, "2024-01-16", "0001:-1!/3" },
    { YS_STATE_RUNNING, YS_OPEN_CONSULTATION | YS_OPEN_SEARCH, "2024-01-16", "0001:-1!/3" },
    { YS_STATE_RUNNING, YS_OPEN_SEARCH, "2024-01-16", "0001:-1!/4" },
    { YS_STATE_CONCLUDED, YS_OPEN_SEARCH, "2024-01-16", "" },
    { YS_STATE_RUNNING, 0, NULL, "" },
  };
  YsRemindRules rules = USUAL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsTold) told = ys_told_new ();
      YsIndexRow *first = make_row ("2024-0001", rows[i].state, NULL, rows[i].until);
      YsIndexRow *second = make_row ("2024-0001", rows[i].state, NULL, rows[i].until);

      g_test_message ("row %u", i);
      first->open = second->open = rows[i].open;
      ASSERT_TOLD (decide (told, &rules, TODAY, "09:00", TRUE, first, NULL), rows[i].wanted);
      /* Once, however long it stays so. */
      {
        g_autoptr (GPtrArray) later
          = decide (told, &rules, "2024-01-25", "09:00", TRUE, second, NULL);

        if (later->len > 0 && *rows[i].wanted != '\0')
          g_assert_false (((YsReminder *) g_ptr_array_index (later, 0))->tell);
      }
    }
}

/* A case may be due itself while somebody else is late. */
static void
test_both (void)
{
  YsRemindRules rules = USUAL;
  g_autoptr (YsTold) told = ys_told_new ();
  YsIndexRow *row = make_row ("2024-0001", YS_STATE_RUNNING, "2024-01-18", "2024-01-10");

  row->open = YS_OPEN_CONSULTATION;
  ASSERT_TOLD (decide (told, &rules, TODAY, "09:00", TRUE, row, NULL), "0001:1! 0001:-1!/3");
}

/* --- how often ------------------------------------------------------------------------------- */

/* One case through its days: each row is one look. */
static void
test_once (void)
{
  static const struct
  {
    const char *today;
    const char *due;
    gboolean telling;
    const char *wanted;
  } looks[] = {
    { "2024-01-15", "2024-01-23", TRUE, "" },
    { "2024-01-16", "2024-01-23", FALSE, "0001:5" }, /* only listed: not told by that */
    { "2024-01-16", "2024-01-23", TRUE, "0001:5!" },
    { "2024-01-16", "2024-01-23", TRUE, "0001:5" },
    { "2024-01-17", "2024-01-23", TRUE, "0001:5" },
    { "2024-01-18", "2024-01-23", TRUE, "0001:3!" },
    { "2024-01-19", "2024-01-23", TRUE, "0001:3" },
    { "2024-01-19", "2024-01-30", TRUE, "" },       /* extended */
    { "2024-01-23", "2024-01-30", TRUE, "0001:5!" },/* near again: told again */
    { "2024-01-29", "2024-01-30", TRUE, "0001:1!" },
    { "2024-01-30", "2024-01-30", TRUE, "0001:0!" },
    { "2024-01-30", "2024-01-30", TRUE, "0001:0" },
    { "2024-01-31", "2024-01-30", TRUE, "0001:-1!" },
    { "2024-02-01", "2024-01-30", TRUE, "0001:-1" },
    { "2024-05-06", "2024-01-30", TRUE, "0001:-1" },
  };
  YsRemindRules rules = USUAL;
  g_autoptr (YsTold) told = ys_told_new ();

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_test_message ("look %u", i);
      ASSERT_TOLD (decide (told, &rules, looks[i].today, "09:00", looks[i].telling,
                           make_row ("2024-0001", YS_STATE_RUNNING, looks[i].due, NULL), NULL),
                   looks[i].wanted);
    }
}

/* A wider threshold that is set later must not tell again what a narrower one has told. */
static void
test_changed_rules (void)
{
  static const int few[] = { 1 };
  static const int wide[] = { 10, 2 };
  static const int between[] = { 1, 0 };
  YsRemindRules rules = { .thresholds = few, .n_thresholds = 1 };
  g_autoptr (YsTold) told = ys_told_new ();

#define LOOK(wanted)                                                                               \
  ASSERT_TOLD (decide (told, &rules, TODAY, "09:00", TRUE,                                         \
                       make_row ("2024-0001", YS_STATE_RUNNING, "2024-01-17", NULL), NULL),        \
               wanted)
  LOOK ("0001:1!");
  rules = (YsRemindRules){ .thresholds = wide, .n_thresholds = 2 };
  LOOK ("0001:2");
  rules = (YsRemindRules){ .thresholds = between, .n_thresholds = 2 };
  LOOK ("0001:0!");
#undef LOOK
}

static void
test_put_off (void)
{
  static const struct
  {
    const char *clock;
    const char *wanted;
  } looks[] = {
    { "09:00", "0001:1!" }, { "09:00", "0001:1" }, { "09:59", "0001:1" }, { "10:00", "0001:1!" },
    { "10:01", "0001:1" },
  };
  YsRemindRules rules = USUAL;
  g_autoptr (YsTold) told = ys_told_new ();
  g_autoptr (GDateTime) again = g_date_time_new_utc (2024, 1, 17, 10, 0, 0);
  g_autoptr (GDateTime) before = g_date_time_new_utc (2024, 1, 17, 9, 30, 0);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_test_message ("look %u", i);
      ASSERT_TOLD (decide (told, &rules, TODAY, looks[i].clock, TRUE,
                           make_row ("2024-0001", YS_STATE_RUNNING, "2024-01-18", NULL), NULL),
                   looks[i].wanted);
      if (i == 1)
        {
          ys_told_set_again (told, "2024-0001", YS_REMIND_DUE, day ("2024-01-18"),
                             g_date_time_to_unix (again));
          g_assert_cmpint (ys_remind_get_pause (&rules, told, before), ==, 1800);
        }
    }
}

static void
test_read (void)
{
  YsRemindRules rules = USUAL;
  g_autoptr (YsTold) told = ys_told_new ();
  static const struct
  {
    const char *today;
    gboolean read;
  } looks[] = {
    { "2024-01-18", FALSE }, { "2024-01-18", TRUE }, { "2024-01-19", TRUE }, { "2024-01-22", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GPtrArray) reminders
        = decide (told, &rules, looks[i].today, "09:00", TRUE,
                  make_row ("2024-0001", YS_STATE_RUNNING, "2024-01-23", NULL), NULL);
      const YsReminder *reminder = g_ptr_array_index (reminders, 0);

      g_test_message ("look %u", i);
      g_assert_cmpint (reminder->read, ==, looks[i].read);
      if (i == 0)
        ys_told_set_read (told, "2024-0001", YS_REMIND_DUE, reminder->day, reminder->level);
    }
}

/* --- silence --------------------------------------------------------------------------------- */

static void
test_quiet (void)
{
  static const struct
  {
    int from, to; /* hours */
    gboolean rest_days;
    const char *today;
    const char *clock;
    gboolean quiet;
    int pause;
  } rows[] = {
    { 0, 0, FALSE, TODAY, "03:00", FALSE, 3600 },
    { 12, 14, FALSE, TODAY, "11:59", FALSE, 3600 },
    { 12, 14, FALSE, TODAY, "12:00", TRUE, 3600 },
    { 12, 14, FALSE, TODAY, "13:30", TRUE, 1800 },
    { 12, 14, FALSE, TODAY, "14:00", FALSE, 3600 },
    { 20, 8, FALSE, TODAY, "19:59", FALSE, 3600 },
    { 20, 8, FALSE, TODAY, "20:00", TRUE, 3600 },
    { 20, 8, FALSE, TODAY, "23:59", TRUE, 3600 },
    { 20, 8, FALSE, TODAY, "00:00", TRUE, 3600 },
    { 20, 8, FALSE, TODAY, "07:59", TRUE, 60 },
    { 20, 8, FALSE, TODAY, "08:00", FALSE, 3600 },
    { 0, 0, FALSE, "2024-01-20", "10:00", TRUE, 3600 },  /* Saturday */
    { 0, 0, TRUE, "2024-01-20", "10:00", FALSE, 3600 },
    { 0, 0, FALSE, "2024-02-04", "10:00", FALSE, 3600 }, /* a Sunday worked in exchange */
    { 0, 0, FALSE, "2024-02-12", "10:00", TRUE, 3600 },  /* Monday of Spring Festival */
  };
  static const int all[] = { 20 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      YsRemindRules rules = { .thresholds = all, .n_thresholds = 1,
                              .quiet_from = rows[i].from * 60, .quiet_to = rows[i].to * 60,
                              .rest_days = rows[i].rest_days };
      g_autoptr (YsTold) told = ys_told_new ();
      g_autofree char *text = g_strdup_printf ("%sT%s:00Z", rows[i].today, rows[i].clock);
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (text, NULL);

      g_test_message ("row %u", i);
      /* Listed in any case; when the silence is over it is told. */
      ASSERT_TOLD (decide (told, &rules, rows[i].today, rows[i].clock, TRUE,
                           make_row ("2024-0001", YS_STATE_RUNNING, "2024-02-19", NULL), NULL),
                   rows[i].quiet ? "0001:20" : "0001:20!");
      g_assert_cmpint (ys_remind_get_pause (&rules, told, now), ==, rows[i].pause);
      rules.quiet_from = rules.quiet_to = 0;
      rules.rest_days = TRUE;
      ASSERT_TOLD (decide (told, &rules, rows[i].today, rows[i].clock, TRUE,
                           make_row ("2024-0001", YS_STATE_RUNNING, "2024-02-19", NULL), NULL),
                   rows[i].quiet ? "0001:20!" : "0001:20");
    }
}

/* --- groups ---------------------------------------------------------------------------------- */

static void
test_groups (void)
{
  YsRemindRules rules = USUAL;
  g_autoptr (YsTold) told = ys_told_new ();
  YsIndexRow *asked = make_row ("2024-0006", YS_STATE_SUSPENDED, "2024-03-01", "2024-01-10");
  g_autoptr (GPtrArray) reminders = NULL;
  static const struct
  {
    guint n;
    int width;
    const char *first;
  } wanted[YS_N_REMIND_GROUPS] = {
    [YS_REMIND_GROUP_OVERDUE] = { 2, 0, "2024-0002" },
    [YS_REMIND_GROUP_TODAY] = { 1, 0, "2024-0003" },
    [YS_REMIND_GROUP_COMING] = { 2, 3, "2024-0004" },
    [YS_REMIND_GROUP_OTHERS] = { 1, 0, "2024-0006" },
  };

  asked->open = YS_OPEN_CONSULTATION;
  ys_told_set_level (told, "2024-0007", YS_REMIND_DUE, day ("2024-01-18"), 1);
  reminders = decide (told, &rules, TODAY, "09:00", TRUE, asked,
                      make_row ("2024-0005", YS_STATE_RUNNING, "2024-01-22", NULL),
                      make_row ("2024-0001", YS_STATE_RUNNING, "2024-01-16", NULL),
                      make_row ("2024-0002", YS_STATE_RUNNING, "2024-01-05", NULL),
                      make_row ("2024-0003", YS_STATE_RUNNING, "2024-01-17", NULL),
                      make_row ("2024-0007", YS_STATE_RUNNING, "2024-01-18", NULL),
                      make_row ("2024-0004", YS_STATE_RUNNING, "2024-01-18", NULL), NULL);
  for (int i = 0; i < YS_N_REMIND_GROUPS; i++)
    {
      g_autoptr (GPtrArray) group
        = ys_remind_pick_group (reminders, (YsRemindGroup) i, day (TODAY));

      g_test_message ("group %d", i);
      g_assert_cmpuint (group->len, ==, wanted[i].n);
      g_assert_cmpint (ys_remind_get_width (group), ==, wanted[i].width);
      g_assert_cmpstr (((YsReminder *) g_ptr_array_index (group, 0))->row->id, ==,
                       wanted[i].first);
    }
}

/* --- the memory ------------------------------------------------------------------------------ */

#define DOCKET_ID "0d1e6b52-8c3f-4c40-9d37-1b3e5e7a9b11"

static void
test_memory (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *dir = place_path (place, "reminders");
  g_autofree char *file = g_build_filename (dir, DOCKET_ID ".told", NULL);
  g_autoptr (YsTold) told = ys_told_open (dir, DOCKET_ID, NULL);
  YsDay due = day ("2024-01-18");
  GStatBuf about;

  g_assert_nonnull (told);
  ys_told_set_level (told, "2024-0001", YS_REMIND_DUE, due, -1);
  ys_told_set_again (told, "2024-0001", YS_REMIND_DUE, due, 1705485600);
  ys_told_set_read (told, "2024-10001", YS_REMIND_FEE, due, 3);
  g_assert_true (ys_told_save (told, NULL));
  g_assert_cmpint (g_stat (file, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (dir, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  g_clear_pointer (&told, ys_told_free);

  told = ys_told_open (dir, DOCKET_ID, NULL);
  g_assert_cmpint (ys_told_get_level (told, "2024-0001", YS_REMIND_DUE, due), ==, -1);
  g_assert_cmpint (ys_told_get_again (told, "2024-0001", YS_REMIND_DUE, due), ==, 1705485600);
  g_assert_cmpint (ys_told_get_read (told, "2024-0001", YS_REMIND_DUE, due), ==, YS_TOLD_NOTHING);
  g_assert_cmpint (ys_told_get_read (told, "2024-10001", YS_REMIND_FEE, due), ==, 3);
  g_assert_cmpint (ys_told_get_level (told, "2024-0001", YS_REMIND_FEE, due), ==, YS_TOLD_NOTHING);
  g_assert_cmpint (ys_told_get_level (told, "2024-0001", YS_REMIND_DUE, due + 1), ==,
                   YS_TOLD_NOTHING);
}

/* Whatever stands there, what cannot be read is told again, and the rest is kept. */
static void
test_damaged (void)
{
  static const struct
  {
    const char *text;
    guint kept;
  } rows[] = {
    { "yishen-told-1\n2024-0001 0 2024-01-18 1 - 0\n2024-0002 0 2024-01-18 1 1 7\n", 2 },
    { "yishen-told-1\n2024-0001 0 2024-01-18 1 - 0\n2024-0002 0 2024-01-1", 1 },
    { "yishen-told-1\n2024-0001 9 2024-01-18 1 - 0\n", 0 },
    { "yishen-told-1\n2024-0001 0 2024-02-30 1 - 0\n", 0 },
    { "yishen-told-1\n2024-0001 0 2024-01-18 x - 0\n", 0 },
    { "yishen-told-1\n2024-0001 0 2024-01-18 -7 - 0\n", 0 },
    { "yishen-told-1\n2024-0001 0 2024-01-18 1 - -1\n", 0 },
    { "yishen-told-1\n2024-0001 0 2024-01-18 1 - 0 0\n", 0 },
    { "yishen-told-1\n../etc 0 2024-01-18 1 - 0\n", 0 },
    { "yishen-told-2\n2024-0001 0 2024-01-18 1 - 0\n", 0 },
    { "2024-0001 0 2024-01-18 1 - 0\n", 0 },
    { "yishen-told-1\n\xff\xfe\n2024-0001 0 2024-01-18 1 - 0\n", 0 },
    { "", 0 },
  };
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *dir = place_path (place, "reminders");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsTold) told = NULL;

      g_test_message ("row %u", i);
      place_write (place, "reminders/" DOCKET_ID ".told", rows[i].text, -1);
      told = ys_told_open (dir, DOCKET_ID, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ys_told_get_length (told), ==, rows[i].kept);
      ys_told_set_level (told, "2024-0001", YS_REMIND_DUE, day ("2024-01-18"), 0);
      g_assert_true (ys_told_save (told, NULL));
    }
}

static void
test_pruned (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *dir = place_path (place, "reminders");
  g_autoptr (YsTold) told = NULL;

  place_write (place, "reminders/" DOCKET_ID ".told",
               "yishen-told-1\n2024-0001 0 2024-01-16 -1 - 0\n2024-0002 0 2024-01-16 -1 - 0\n"
               "2024-0003 0 2024-01-17 1 - 0\n", -1);
  told = ys_told_open (dir, DOCKET_ID, NULL);
  /* 0001 is still looked up; 0002 is past and nobody asks; 0003 may yet come back. */
  g_assert_cmpint (ys_told_get_level (told, "2024-0001", YS_REMIND_DUE, day ("2024-01-16")), ==,
                   -1);
  ys_told_prune (told, day (TODAY));
  g_assert_cmpuint (ys_told_get_length (told), ==, 2);
  g_assert_cmpint (ys_told_get_level (told, "2024-0002", YS_REMIND_DUE, day ("2024-01-16")), ==,
                   YS_TOLD_NOTHING);
}

/* --- a docket -------------------------------------------------------------------------------- */

static gint64
count_told (GPtrArray *reminders)
{
  gint64 n = 0;

  for (guint i = 0; i < reminders->len; i++)
    n += ((YsReminder *) g_ptr_array_index (reminders, i))->tell;
  return n;
}

typedef struct
{
  char *docket;
  gint64 told;
} Client;

/* As another window or process would: a session of its own on a thread of its own. */
static gpointer
remind_thread (gpointer data)
{
  Client *client = data;
  YsRemindRules rules = USUAL;
  g_autoptr (YsSession) session = ys_session_open (client->docket, FALSE, day ("2024-03-13"), NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 3, 13, 9, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsReminders) reminders = NULL;

  g_assert_nonnull (session);
  reminders = ys_office_remind (session, &rules, now, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reminders->reminders->len, ==, 1);
  client->told = count_told (reminders->reminders);
  return NULL;
}

static void
test_two_at_once (void)
{
  g_autoptr (Place) place = place_new ("2024-03-13", YS_STAFF_APPROVAL_NONE);
  Client clients[4] = { { NULL } };
  GThread *threads[G_N_ELEMENTS (clients)];
  gint64 told = 0;

  place_import (place, GOT);
  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      clients[i].docket = place->docket;
      threads[i] = g_thread_new ("client", remind_thread, &clients[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      g_thread_join (threads[i]);
      told += clients[i].told;
    }
  g_assert_cmpint (told, ==, 1);
}

/* The clock of the docket itself: told, answered, gone; read and put off in between. */
static void
test_docket (void)
{
  g_autoptr (Place) place = place_new ("2024-03-12", YS_STAFF_APPROVAL_NONE);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 3, 12, 9, 0, 0);
  g_autoptr (GDateTime) later = g_date_time_new_utc (2024, 3, 12, 10, 0, 0);
  YsRemindRules rules = USUAL;
  g_autoptr (YsReminders) first = NULL;
  g_autoptr (YsReminders) second = NULL;
  g_autoptr (YsReminders) third = NULL;
  g_autoptr (YsReminders) last = NULL;
  g_autoptr (GError) error = NULL;
  const YsReminder *reminder;

  place_import (place, GOT);
  first = ys_office_remind (place->session, &rules, now, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->reminders->len, ==, 1);
  reminder = g_ptr_array_index (first->reminders, 0);
  g_assert_cmpstr (reminder->row->id, ==, "2024-0001");
  g_assert_cmpstr (reminder->row->applicant, ==, "张三");
  g_assert_cmpint (reminder->day, ==, day ("2024-03-13"));
  g_assert_cmpint (reminder->left, ==, 1);
  g_assert_true (reminder->tell && !reminder->read);

  g_assert_true (ys_office_mark_reminders (place->session, first->reminders, &error));
  g_assert_true (ys_office_put_off_reminders (place->session, first->reminders, later, &error));
  second = ys_office_remind (place->session, &rules, now, TRUE, &error);
  reminder = g_ptr_array_index (second->reminders, 0);
  g_assert_true (!reminder->tell && reminder->read);
  g_assert_cmpint (second->pause, ==, 3600);
  third = ys_office_remind (place->session, &rules, later, TRUE, &error);
  g_assert_true (((YsReminder *) g_ptr_array_index (third->reminders, 0))->tell);

  place_import (place, LINE ("case/2024-0002", "received", "2024-03-01", REQUEST ("2024-03-01")));
  last = ys_office_remind (place->session, &rules, later, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last->reminders->len, ==, 1);
  g_assert_cmpint (count_told (last->reminders), ==, 0);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);
  g_test_add_func ("/remind/levels", test_levels);
  g_test_add_func ("/remind/no-thresholds", test_no_thresholds);
  g_test_add_func ("/remind/others", test_others);
  g_test_add_func ("/remind/both", test_both);
  g_test_add_func ("/remind/once", test_once);
  g_test_add_func ("/remind/changed-rules", test_changed_rules);
  g_test_add_func ("/remind/put-off", test_put_off);
  g_test_add_func ("/remind/read", test_read);
  g_test_add_func ("/remind/quiet", test_quiet);
  g_test_add_func ("/remind/groups", test_groups);
  g_test_add_func ("/remind/memory", test_memory);
  g_test_add_func ("/remind/damaged", test_damaged);
  g_test_add_func ("/remind/pruned", test_pruned);
  g_test_add_func ("/remind/two-at-once", test_two_at_once);
  g_test_add_func ("/remind/docket", test_docket);
  return place_run ();
}
