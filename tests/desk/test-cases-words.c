/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of a row, how long is left, and the filters that a person chooses. No display. */
#include <locale.h>

#include "desk/cases/case-choice.h"
#include "desk/cases/saved-views.h"
#include "desk/widgets/due-words.h"
#include "desk/widgets/row-words.h"
#include "office/session.h"

#define DAY(y, m, d) ys_day_from_ymd (y, m, d)
/* A Tuesday. */
#define TODAY DAY (2026, 11, 24)

/* --- numbers that are typed ------------------------------------------------------------------- */

static const struct
{
  const char *text;
  const char *id; /* NULL: something else */
} numbers[] = {
  { "2026-0441", "2026-0441" },    { "2025-441", "2025-0441" },  { "〔2026〕441号", "2026-0441" },
  { " 〔2025〕12 号", NULL },      { "[2026]441", "2026-0441" }, { "（2026）第441号", "2026-0441" },
  { "2026年441号", "2026-0441" },  { "441", "2026-0441" },       { " 441 ", "2026-0441" },
  { "４４１号", "2026-0441" },     { "第7号", "2026-0007" },     { "12345", "2026-12345" },
  { "2025", NULL },                { "2025号", "2026-2025" },    { "0", NULL },
  { "20260441", "2026-20260441" }, { "", NULL },                 { "土地 441", NULL },
  { "441 土地", NULL },            { "2026-", NULL },            { "1234567890", NULL },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *id = ys_words_read_number (numbers[i].text, 2026);

      g_test_message ("“%s”", numbers[i].text);
      g_assert_cmpstr (id, ==, numbers[i].id);
    }
}

/* --- days left -------------------------------------------------------------------------------- */

static const struct
{
  YsState state;
  int due; /* days from today; G_MAXINT: none */
  YsDueKind kind;
  int days;
  const char *words;
} dues[] = {
  { YS_STATE_RUNNING, 0, YS_DUE_TODAY, 0, "Due today" },
  { YS_STATE_RUNNING, -1, YS_DUE_OVERDUE, 1, "1 day over" },
  { YS_STATE_RUNNING, -5, YS_DUE_OVERDUE, 3, "3 days over" }, /* a weekend lies between */
  { YS_STATE_RUNNING, 1, YS_DUE_SOON, 1, "1 day left" },
  { YS_STATE_RUNNING, 3, YS_DUE_SOON, 3, "3 days left" },
  { YS_STATE_RUNNING, 4, YS_DUE_SOON, 3, "3 days left" },     /* a Saturday */
  { YS_STATE_RUNNING, 6, YS_DUE_LATER, 4, "4 days left" },
  { YS_STATE_RUNNING, G_MAXINT, YS_DUE_NONE, 0, "" },         /* the older law */
  { YS_STATE_SUSPENDED, 6, YS_DUE_PAUSED, 0, "Stopped" },
  { YS_STATE_AWAITING_FEE, G_MAXINT, YS_DUE_PAUSED, 0, "Stopped" },
  { YS_STATE_AWAITING_CORRECTION, G_MAXINT, YS_DUE_PAUSED, 0, "Stopped" },
  { YS_STATE_AWAITING_CONFIRMATION, G_MAXINT, YS_DUE_UNBEGUN, 0, "Not begun" },
  { YS_STATE_CONCLUDED, -5, YS_DUE_NONE, 0, "" },
};

static void
test_due (void)
{
  g_autoptr (YsCalendar) calendar = ys_calendar_load_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      YsIndexRow row = {
        .state = dues[i].state,
        .due = dues[i].due != G_MAXINT ? TODAY + dues[i].due : YS_DAY_NONE,
        .waiting_until = YS_DAY_NONE,
      };
      YsDue due = ys_due_of_row (&row, calendar, TODAY);
      g_autofree char *words = ys_due_describe (due);

      g_test_message ("row %u", i);
      g_assert_cmpint (due.kind, ==, dues[i].kind);
      g_assert_cmpint (due.days, ==, dues[i].days);
      g_assert_cmpstr (words, ==, dues[i].words);
      /* Colour never alone: what is urgent has an icon too. */
      g_assert_true (!ys_due_is_urgent (due.kind) || ys_due_get_icon (due.kind) != NULL);
    }
}

static void
test_due_of_others (void)
{
  g_autoptr (YsCalendar) calendar = ys_calendar_load_shipped ();
  YsIndexRow row = {
    .state = YS_STATE_AWAITING_CORRECTION,
    .due = YS_DAY_NONE,
    .waiting_until = TODAY + 6,
  };
  YsDue due = ys_due_of_waiting (&row, calendar, TODAY);
  g_autofree char *left = ys_due_describe (due);
  g_autofree char *over = NULL;

  g_assert_cmpint (due.kind, ==, YS_DUE_THEIRS);
  g_assert_cmpstr (left, ==, "they: 4 days left");
  row.waiting_until = TODAY - 1;
  over = ys_due_describe (ys_due_of_waiting (&row, calendar, TODAY));
  g_assert_cmpstr (over, ==, "they: 1 day over");
}

/* --- row words -------------------------------------------------------------------------------- */

static void
test_row (void)
{
  YsIndexRow row = {
    .state = YS_STATE_RUNNING,
    .applicant = (char *) "赵建国",
    .joint = 2,
    .extended = TRUE,
    .due = DAY (2026, 12, 11),
  };
  g_autofree char *number = ys_words_number ("2026-0163");
  g_autofree char *near = ys_words_day (DAY (2027, 1, 5), TODAY, TRUE);
  g_autofree char *far = ys_words_day (DAY (2025, 1, 5), TODAY, TRUE);
  g_autofree char *masked = ys_words_applicant (&row, TRUE);
  g_autofree char *whole = ys_words_applicant (&row, FALSE);
  g_autofree char *stage = ys_words_stage (&row);
  g_autofree char *due = ys_due_describe_day (&row, TODAY);
  g_autofree char *not_before = NULL;

  g_assert_cmpstr (number, ==, "〔2026〕163号");
  g_assert_cmpstr (near, ==, "01-05 Tue");
  g_assert_cmpstr (far, ==, "2025-01-05");
  g_assert_cmpstr (masked, ==, "赵** and 2 more");
  g_assert_cmpstr (whole, ==, "赵建国 and 2 more");
  g_assert_cmpstr (stage, ==, "registered · extended");
  g_assert_cmpstr (due, ==, "12-11 Fri");
  row.state = YS_STATE_SUSPENDED;
  not_before = ys_due_describe_day (&row, TODAY);
  g_assert_cmpstr (not_before, ==, "after 12-11");
}

/* --- the query -------------------------------------------------------------------------------- */

/* Every word of a menu, chosen, is the word that is then chosen, and has a name. */
static void
check_menu (YsCaseChoice choice, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section
        = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (YsCaseQuery) query = ys_case_query_new ();
      g_autoptr (GVariant) target = NULL;
      g_autofree char *word = NULL;
      g_autofree char *name = NULL;

      if (section != NULL)
        {
          check_menu (choice, section);
          continue;
        }
      target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET,
                                                      G_VARIANT_TYPE_STRING);
      ys_case_choice_set (choice, query, g_variant_get_string (target, NULL));
      word = ys_case_choice_get (choice, query);
      name = ys_case_choice_describe (choice, query, TODAY);
      g_assert_cmpstr (word, ==, g_variant_get_string (target, NULL));
      g_assert_true ((name != NULL) == (*word != '\0'));
      g_assert_true (ys_case_query_is_filtered (query) == (*word != '\0'));
    }
}

static void
test_choices (void)
{
  static const char *const words[] = { "2026", "2025", NULL };

  for (int i = 0; i < YS_N_CASE_CHOICES; i++)
    {
      g_autoptr (GMenuModel) menu = ys_case_choice_make_menu ((YsCaseChoice) i, "cases", words);

      check_menu ((YsCaseChoice) i, menu);
    }
}

static YsCaseQuery *
make_query (void)
{
  YsCaseQuery *query = ys_case_query_new ();

  query->states = 1u << YS_STATE_SUSPENDED;
  query->received_year = 2026;
  query->handler = g_strdup ("");
  query->outcome = YS_OUTCOME_PETITION;
  query->klass = YS_CLASS_LEGAL;
  query->channel = g_strdup ("post");
  query->text = g_strdup ("土地 _");
  query->due = YS_CASE_DUE_WITHIN;
  query->within = 3;
  query->order = YS_ORDER_HANDLER;
  query->descending = TRUE;
  return query;
}

static void
test_filter (void)
{
  g_autoptr (YsCalendar) calendar = ys_calendar_load_shipped ();
  g_autoptr (YsCaseQuery) query = make_query ();
  g_autoptr (YsCaseQuery) taken = ys_case_query_new ();
  YsFilter filter;

  ys_case_query_get_filter (query, calendar, TODAY, &filter);
  g_assert_cmpuint (filter.states, ==, 1u << YS_STATE_SUSPENDED);
  g_assert_true (filter.open_only);
  g_assert_cmpstr (filter.handler, ==, "");
  g_assert_cmpint (filter.due_from, ==, YS_DAY_NONE);
  g_assert_cmpint (filter.due_until, ==, DAY (2026, 11, 27));

  /* Another day, other days. */
  ys_case_query_get_filter (query, calendar, DAY (2026, 11, 27), &filter);
  g_assert_cmpint (filter.due_until, ==, DAY (2026, 12, 2));

  filter.due_until = TODAY - 1;
  ys_case_query_set_filter (taken, &filter, TODAY);
  g_assert_cmpint (taken->due, ==, YS_CASE_DUE_OVERDUE);
  g_assert_cmpstr (taken->text, ==, "土地 _");
  g_assert_cmpint (taken->order, ==, YS_ORDER_DUE);
  filter.due_from = filter.due_until = TODAY;
  ys_case_query_set_filter (taken, &filter, TODAY);
  g_assert_cmpint (taken->due, ==, YS_CASE_DUE_DAYS);
  ys_case_query_get_filter (taken, calendar, TODAY + 1, &filter);
  g_assert_cmpint (filter.due_from, ==, TODAY);
}

static void
test_variant (void)
{
  g_autoptr (YsCaseQuery) query = make_query ();
  g_autoptr (GVariant) variant = g_variant_ref_sink (ys_case_query_to_variant (query));
  g_autoptr (YsCaseQuery) read = ys_case_query_from_variant (variant);
  g_autoptr (GVariant) again = g_variant_ref_sink (ys_case_query_to_variant (read));
  g_autoptr (GVariant) odd = g_variant_ref_sink (g_variant_new_parsed (
    "{'within': <-5>, 'order': <'size'>, 'outcome': <7>, 'states': <uint32 999>}"));
  g_autoptr (YsCaseQuery) mended = ys_case_query_from_variant (odd);

  g_assert_cmpint (read->order, ==, YS_ORDER_HANDLER);
  g_assert_cmpint (read->within, ==, 3);
  g_assert_cmpstr (read->text, ==, "土地 _");
  g_assert_cmpint (read->outcome, ==, YS_OUTCOME_PETITION);
  g_assert_cmpuint (g_variant_n_children (variant), ==, g_variant_n_children (again));

  /* Settings may hold anything. */
  g_assert_cmpint (mended->within, ==, 0);
  g_assert_cmpint (mended->order, ==, YS_ORDER_DUE);
  g_assert_cmpint (mended->outcome, ==, YS_OUTCOME_NONE);
  g_assert_cmpuint (mended->states, ==, 999 & ((1u << YS_N_STATES) - 1));
}

static void
test_views (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("cn.yishen.Yishen");
  g_autoptr (YsCaseQuery) query = make_query ();
  g_autoptr (YsCaseQuery) other = ys_case_query_new ();
  g_autoptr (YsCaseQuery) found = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) fewer = NULL;

  ys_saved_views_put (settings, "我科未结", query);
  ys_saved_views_put (settings, "b", other);
  ys_saved_views_put (settings, "我科未结", query);
  names = ys_saved_views_list (settings);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  found = ys_saved_views_get (settings, "我科未结");
  g_assert_cmpstr (found->channel, ==, "post");
  ys_saved_views_remove (settings, "b");
  fewer = ys_saved_views_list (settings);
  g_assert_cmpuint (g_strv_length (fewer), ==, 1);
  g_assert_null (ys_saved_views_get (settings, "b"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/numbers", test_numbers);
  g_test_add_func ("/cases/due", test_due);
  g_test_add_func ("/cases/due-of-others", test_due_of_others);
  g_test_add_func ("/cases/row", test_row);
  g_test_add_func ("/cases/choices", test_choices);
  g_test_add_func ("/cases/filter", test_filter);
  g_test_add_func ("/cases/variant", test_variant);
  g_test_add_func ("/cases/views", test_views);
  return g_test_run ();
}
