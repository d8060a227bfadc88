/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the tally: what a case, a review, a document and a fee count for, and that each identity
 * fails on a wrong cell and names the place. */
#include "../fixtures/figures-fixture.h"

#include <string.h>

static YsDay
day (const char *text)
{
  return text == NULL ? YS_DAY_NONE : ys_day_parse (text, -1);
}

static const char *const row_ids[YS_N_ROWS] = {
  "new", "carried-in", "granted", "partial", "refused.state-secret", "refused.law-forbids",
  "refused.security-stability", "refused.third-party", "refused.internal-affairs",
  "refused.process-information", "refused.enforcement-file", "refused.administrative-query",
  "unavailable.not-held", "unavailable.must-be-created", "unavailable.still-unclear",
  "declined.petition", "declined.repeated", "declined.publication", "declined.excessive",
  "declined.confirm-or-reissue", "other.correction-lapsed", "other.fee-lapsed", "other.other",
  "total", "carried-out"
};

static void
test_ids (void)
{
  static const char *const columns[]
    = { "person", "enterprise", "research", "welfare", "legal", "other", "total" };
  static const char *const routes[]
    = { "reconsideration", "litigation", "litigation-after-reconsideration" };
  static const char *const results[] = { "upheld", "corrected", "other", "pending", "total" };
  int printed = 0;

  for (int row = 0; row < YS_N_ROWS; row++)
    {
      g_assert_cmpstr (ys_row_get_id (row, YS_FORM_2021), ==, row_ids[row]);
      g_assert_true (ys_row_is_printed (row, YS_FORM_2021));
      printed += ys_row_is_printed (row, YS_FORM_2019);
    }
  g_assert_cmpint (printed, ==, 23);
  g_assert_cmpstr (ys_row_get_id (YS_ROW_OUTCOMES + YS_OUTCOME_OTHER, YS_FORM_2019), ==, "other");
  g_assert_null (ys_row_get_id (YS_N_ROWS, YS_FORM_2021));
  for (int i = 0; i < YS_N_COLUMNS; i++)
    g_assert_cmpstr (ys_column_get_id (i), ==, columns[i]);
  for (int i = 0; i < YS_N_ROUTES; i++)
    {
      g_assert_cmpstr (ys_route_get_id (i), ==, routes[i]);
      g_assert_cmpint (ys_route_from_id (routes[i]), ==, i);
    }
  for (int i = 0; i < YS_N_RESULTS; i++)
    {
      g_assert_cmpstr (ys_result_get_id (i), ==, results[i]);
      g_assert_cmpint (ys_result_from_id (results[i]), ==, i);
    }
  g_assert_cmpint (ys_route_from_id ("lawsuit"), ==, YS_ROUTE_NONE);
  g_assert_cmpint (ys_result_from_id (NULL), ==, YS_RESULT_NONE);
  g_assert_cmpint (ys_form_for_year (2019), ==, YS_FORM_2019);
  g_assert_cmpint (ys_form_for_year (2020), ==, YS_FORM_2019);
  g_assert_cmpint (ys_form_for_year (2021), ==, YS_FORM_2021);
  g_assert_cmpstr (ys_form_get_id (YS_FORM_2019), ==, "2019");
  g_assert_cmpstr (ys_form_get_id (YS_FORM_2021), ==, "2021");
}

/* What one case counts for in 2023. */
static const struct
{
  const char *received, *concluded;
  YsOutcome outcome;
  int fresh, carried_in, concludes, carried_out;
} cases[] = {
  { NULL, NULL, YS_OUTCOME_NONE, 0, 0, 0, 0 },
  { NULL, "2023-05-01", YS_OUTCOME_OTHER, 0, 0, 0, 0 },
  { "2023-01-01", NULL, YS_OUTCOME_NONE, 1, 0, 0, 1 },
  { "2023-12-31", NULL, YS_OUTCOME_NONE, 1, 0, 0, 1 },
  { "2024-01-01", NULL, YS_OUTCOME_NONE, 0, 0, 0, 0 },
  { "2022-12-31", NULL, YS_OUTCOME_NONE, 0, 1, 0, 1 },
  { "2023-06-01", "2023-06-01", YS_OUTCOME_GRANTED, 1, 0, 1, 0 },
  { "2023-12-31", "2023-12-31", YS_OUTCOME_PARTIAL, 1, 0, 1, 0 },
  { "2023-12-29", "2024-01-01", YS_OUTCOME_GRANTED, 1, 0, 0, 1 },
  { "2022-12-30", "2022-12-31", YS_OUTCOME_GRANTED, 0, 0, 0, 0 },
  { "2022-12-30", "2023-01-01", YS_OUTCOME_NOT_HELD, 0, 1, 1, 0 },
  { "2021-03-01", "2023-12-31", YS_OUTCOME_FEE_LAPSED, 0, 1, 1, 0 },
  { "2021-03-01", "2024-01-01", YS_OUTCOME_FEE_LAPSED, 0, 1, 0, 1 },
  /* No conclusion before the receipt. */
  { "2023-03-02", "2023-03-01", YS_OUTCOME_OTHER, 1, 0, 0, 1 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int klass = 0; klass < YS_N_CLASSES; klass++)
      {
        YsCaseFacts facts = { klass, day (cases[i].received), day (cases[i].concluded),
                              cases[i].outcome };
        YsFigures figures;
        ys_figures_begin (&figures, 2023, YS_FORM_2021);
        ys_figures_add_case (&figures, &facts);
        ys_figures_finish (&figures);

        g_assert_cmpint (figures.table3[YS_ROW_NEW][klass], ==, cases[i].fresh);
        g_assert_cmpint (figures.table3[YS_ROW_CARRIED_IN][klass], ==, cases[i].carried_in);
        g_assert_cmpint (figures.table3[YS_ROW_TOTAL][klass], ==, cases[i].concludes);
        g_assert_cmpint (figures.table3[YS_ROW_TOTAL][YS_COLUMN_TOTAL], ==, cases[i].concludes);
        g_assert_cmpint (figures.table3[YS_ROW_CARRIED_OUT][klass], ==, cases[i].carried_out);
        if (cases[i].concludes)
          g_assert_cmpint (figures.table3[YS_ROW_OUTCOMES + cases[i].outcome][klass], ==, 1);

        gint64 sum = 0;
        for (int row = 0; row < YS_N_ROWS; row++)
          for (int column = 0; column < YS_N_COLUMNS; column++)
            sum += figures.table3[row][column];
        /* Once in its class, once in the totals; a result also in row total. */
        g_assert_cmpint (sum, ==, 2 * (cases[i].fresh + cases[i].carried_in + cases[i].carried_out
                                       + 2 * cases[i].concludes));
        g_autoptr (GPtrArray) checks = ys_figures_check (&figures, NULL);
        g_assert_true (ys_checks_hold (checks));
      }
}

static void
test_form_2019 (void)
{
  YsFigures figures;

  ys_figures_begin (&figures, 2020, YS_FORM_2019);
  for (int outcome = 0; outcome < YS_N_OUTCOMES; outcome++)
    for (int n = 0; n <= outcome; n++)
      {
        YsCaseFacts facts = { YS_CLASS_LEGAL, day ("2020-02-03"), day ("2020-03-02"), outcome };
        ys_figures_add_case (&figures, &facts);
      }
  ys_figures_finish (&figures);
  ys_figures_finish (&figures); /* finishing twice changes nothing */

  g_assert_cmpint (figures.table3[YS_ROW_OUTCOMES + YS_OUTCOME_OTHER][YS_CLASS_LEGAL], ==,
                   19 + 20 + 21);
  g_assert_cmpint (figures.table3[YS_ROW_OUTCOMES + YS_OUTCOME_OTHER][YS_COLUMN_TOTAL], ==, 60);
  g_assert_cmpint (figures.table3[YS_ROW_OUTCOMES + YS_OUTCOME_FEE_LAPSED][YS_CLASS_LEGAL], ==, 0);
  g_assert_cmpint (figures.table3[YS_ROW_TOTAL][YS_CLASS_LEGAL], ==, 21 * 22 / 2);
  g_autoptr (GPtrArray) checks = ys_figures_check (&figures, NULL);
  g_assert_true (ys_checks_hold (checks));
}

static const struct
{
  const char *opened, *decided;
  int counted, pending;
} reviews[] = {
  { "2023-01-01", "2023-12-31", 1, 0 }, { "2022-11-01", "2023-01-01", 1, 0 },
  { "2022-11-01", "2022-12-31", 0, 0 }, { "2022-11-01", NULL, 0, 1 },
  { "2023-12-31", NULL, 0, 1 },         { "2023-12-31", "2024-01-01", 0, 1 },
  { "2024-01-01", NULL, 0, 0 },         { "2024-01-01", "2024-02-01", 0, 0 },
};

static void
test_reviews (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    for (int route = 0; route < YS_N_ROUTES; route++)
      for (int result = 0; result < YS_RESULT_PENDING; result++)
        {
          YsFigures figures;
          ys_figures_begin (&figures, 2023, YS_FORM_2021);
          ys_figures_add_review (&figures, route, day (reviews[i].opened), day (reviews[i].decided),
                                 reviews[i].decided != NULL ? result : YS_RESULT_NONE);
          ys_figures_finish (&figures);
          g_assert_cmpint (figures.table4[route][result], ==, reviews[i].counted);
          g_assert_cmpint (figures.table4[route][YS_RESULT_PENDING], ==, reviews[i].pending);
          g_assert_cmpint (figures.table4[route][YS_RESULT_TOTAL], ==,
                           reviews[i].counted + reviews[i].pending);
        }
}

static void
test_documents_and_fees (void)
{
  YsFigures figures;

  ys_figures_begin (&figures, 2023, YS_FORM_2021);
  ys_figures_add_opening (&figures, 9, 100);
  ys_figures_add_document (&figures, TRUE, day ("2023-01-01"), YS_DAY_NONE);
  ys_figures_add_document (&figures, FALSE, day ("2022-12-31"), day ("2023-12-31"));
  ys_figures_add_document (&figures, FALSE, day ("2023-02-01"), day ("2023-03-01"));
  ys_figures_add_document (&figures, FALSE, day ("2023-12-31"), day ("2024-01-01"));
  ys_figures_add_document (&figures, FALSE, day ("2024-01-01"), YS_DAY_NONE);
  ys_figures_add_document (&figures, FALSE, day ("2020-01-01"), day ("2021-01-01"));
  ys_figures_add_document (&figures, FALSE, YS_DAY_NONE, day ("2023-07-01"));
  ys_figures_add_fee (&figures, 88000);
  ys_figures_add_fee (&figures, 0);
  ys_figures_add_fee (&figures, 108000);
  ys_figures_finish (&figures);

  g_assert_cmpint (figures.rule.issued, ==, 1);
  g_assert_cmpint (figures.rule.repealed, ==, 0);
  g_assert_cmpint (figures.rule.in_force, ==, 10);
  g_assert_cmpint (figures.normative.issued, ==, 2);
  g_assert_cmpint (figures.normative.repealed, ==, 3);
  g_assert_cmpint (figures.normative.in_force, ==, 100 + 1 - 1);
  g_assert_cmpint (figures.fee_cases, ==, 2);
  g_assert_cmpint (figures.fee_fen, ==, 196000);
  ys_figures_add_fee (&figures, G_MAXINT64);
  g_assert_cmpint (figures.fee_fen, ==, G_MAXINT64);
}

static const YsCheck *
find_check (GPtrArray *checks, const char *id)
{
  for (guint i = 0; i < checks->len; i++)
    if (g_str_equal (((YsCheck *) g_ptr_array_index (checks, i))->id, id))
      return g_ptr_array_index (checks, i);
  return NULL;
}

/* Exactly the checks in @ids (ended by NULL) fail. */
static void
assert_only_fail (GPtrArray *checks, const char *const *ids)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      if (check->holds == g_strv_contains (ids, check->id))
        g_error ("%s %s: %s", check->id, check->holds ? "holds" : "fails", check->detail);
    }
}

static void
test_published (void)
{
  static const char *const none[] = { NULL };
  static const char *const binding[]
    = { "table3-balance", "table3-total-rows", "table3-total-columns", "table3-signs",
        "table4-totals",  "table4-signs",      "table2-signs",         "table2-in-force" };
  YsFigures figures;

  fixture_read_figures (&figures);
  g_autoptr (GPtrArray) checks = ys_figures_check (&figures, NULL);
  assert_only_fail (checks, none);
  g_assert_cmpuint (checks->len, ==, G_N_ELEMENTS (binding));
  for (guint i = 0; i < G_N_ELEMENTS (binding); i++)
    g_assert_true (find_check (checks, binding[i])->binding);
  g_assert_cmpstr (find_check (checks, "table3-balance")->detail, ==,
                   "total: new 3511 + carried-in 96 = total 3486 + carried-out 121; 7/7");
}

/* Every cell of table 3, one too many: the right identities fail and name the place. */
static void
test_flipped_table3 (void)
{
  YsFigures figures;

  fixture_read_figures (&figures);
  for (int row = 0; row < YS_N_ROWS; row++)
    for (int column = 0; column < YS_N_COLUMNS; column++)
      {
        gboolean in_balance = row < YS_ROW_OUTCOMES || row >= YS_ROW_TOTAL;
        gboolean in_rows = row >= YS_ROW_OUTCOMES && row <= YS_ROW_TOTAL;
        const char *ids[4] = { "table3-total-columns" };
        int n = 1;
        if (in_balance)
          ids[n++] = "table3-balance";
        if (in_rows)
          ids[n++] = "table3-total-rows";

        figures.table3[row][column]++;
        g_autoptr (GPtrArray) checks = ys_figures_check (&figures, NULL);
        figures.table3[row][column]--;
        assert_only_fail (checks, ids);
        g_assert_false (ys_checks_hold (checks));

        g_autofree char *by_row = g_strdup_printf ("%s: total ", row_ids[row]);
        g_assert_true (g_str_has_prefix (find_check (checks, ids[0])->detail, by_row));
        for (int i = 1; i < n; i++)
          {
            g_autofree char *by_column = g_strdup_printf ("%s: ", ys_column_get_id (column));
            const char *detail = find_check (checks, ids[i])->detail;
            g_assert_true (g_str_has_prefix (detail, by_column));
            g_assert_nonnull (strstr (detail, "≠"));
            g_assert_null (strstr (detail, ";"));
          }
      }
}

static void
test_flipped_elsewhere (void)
{
  YsFigures good;
  fixture_read_figures (&good);

  for (int route = 0; route < YS_N_ROUTES; route++)
    for (int result = 0; result < YS_N_RESULTS; result++)
      {
        static const char *const ids[] = { "table4-totals", NULL };
        YsFigures figures = good;
        figures.table4[route][result]++;
        g_autoptr (GPtrArray) checks = ys_figures_check (&figures, NULL);
        assert_only_fail (checks, ids);
        g_assert_true (g_str_has_prefix (find_check (checks, ids[0])->detail,
                                         ys_route_get_id (route)));
      }

  YsFigures figures = good;
  figures.table3[YS_ROW_OUTCOMES][YS_CLASS_WELFARE] = -1;
  figures.table4[YS_ROUTE_LITIGATION][YS_RESULT_OTHER] = -3;
  figures.penalty = -2;
  figures.rule.in_force = -1;
  figures.normative.issued = 2000; /* 2000 issued and 489 repealed leave more than 597 */
  g_autoptr (GPtrArray) checks = ys_figures_check (&figures, NULL);
  g_assert_cmpstr (find_check (checks, "table3-signs")->detail, ==, "granted/welfare: -1 < 0");
  g_assert_cmpstr (find_check (checks, "table4-signs")->detail, ==, "litigation/other: -3 < 0");
  g_assert_cmpstr (find_check (checks, "table2-signs")->detail, ==, "penalty/decisions: -2 < 0");
  g_assert_cmpstr (find_check (checks, "table2-in-force")->detail, ==,
                   "rule: in_force -1 < issued 2 - repealed 0; "
                   "normative: in_force 597 < issued 2000 - repealed 489");
}

static void
test_several_places (void)
{
  YsFigures figures;

  fixture_read_figures (&figures);
  figures.table3[YS_ROW_NEW][YS_CLASS_PERSON] += 2;
  figures.table3[YS_ROW_NEW][YS_CLASS_LEGAL] -= 2;
  g_autoptr (GPtrArray) checks = ys_figures_check (&figures, NULL);
  g_assert_cmpstr (find_check (checks, "table3-balance")->detail, ==,
                   "person: new 3404 + carried-in 91 ≠ total 3375 + carried-out 118; "
                   "legal: new 3 + carried-in 2 ≠ total 7 + carried-out 0");
  g_assert_true (find_check (checks, "table3-total-columns")->holds);
}

static void
test_blanks (void)
{
  static const char *const none[] = { NULL };
  YsFigures figures;

  /* Blank zeros and blank totals, as published tables have them. */
  fixture_read_figures (&figures);
  for (int row = 0; row < YS_N_ROWS; row++)
    for (int column = 0; column < YS_N_COLUMNS; column++)
      if (figures.table3[row][column] == 0 || row == YS_ROW_OUTCOMES)
        figures.table3[row][column] = column == YS_CLASS_PERSON && row == YS_ROW_OUTCOMES
                                        ? figures.table3[row][column]
                                        : YS_BLANK;
  figures.table3[YS_ROW_OUTCOMES][YS_CLASS_ENTERPRISE] = 12;
  figures.table3[YS_ROW_OUTCOMES][YS_CLASS_WELFARE] = 3;
  figures.table3[YS_ROW_OUTCOMES][YS_CLASS_LEGAL] = 1;
  figures.table3[YS_ROW_TOTAL][YS_COLUMN_TOTAL] = YS_BLANK;
  figures.table4[YS_ROUTE_LITIGATION][YS_RESULT_TOTAL] = YS_BLANK;
  figures.rule = (YsNormativeFigures){ YS_BLANK, YS_BLANK, YS_BLANK };
  g_autoptr (GPtrArray) checks = ys_figures_check (&figures, NULL);
  assert_only_fail (checks, none);
  g_assert_true (g_str_has_suffix (find_check (checks, "table3-balance")->detail,
                                   "not tested (blank): research, total"));
  g_assert_nonnull (strstr (find_check (checks, "table3-total-columns")->detail,
                            "not tested (blank): granted, "));
  g_assert_true (g_str_has_suffix (find_check (checks, "table4-totals")->detail,
                                   "not tested (blank): litigation"));
  g_assert_true (g_str_has_suffix (find_check (checks, "table2-in-force")->detail,
                                   "not tested (blank): rule"));

  /* A blank is no wild card: a sum that lacks what it should hold still fails. */
  figures.table3[YS_ROW_OUTCOMES + YS_OUTCOME_PARTIAL][YS_CLASS_PERSON] = YS_BLANK;
  g_autoptr (GPtrArray) after = ys_figures_check (&figures, NULL);
  g_assert_false (find_check (after, "table3-total-rows")->holds);
  g_assert_false (find_check (after, "table3-total-columns")->holds);
}

static void
test_previous (void)
{
  YsFigures now, before;

  fixture_read_figures (&now);
  fixture_read_figures (&before);
  before.year = 2022;
  for (int column = 0; column < YS_N_COLUMNS; column++)
    before.table3[YS_ROW_CARRIED_OUT][column] = now.table3[YS_ROW_CARRIED_IN][column];
  before.rule.in_force = 9;
  before.normative.in_force = 977;

  g_autoptr (GPtrArray) good = ys_figures_check (&now, &before);
  g_assert_true (find_check (good, "carry-over")->holds);
  g_assert_true (find_check (good, "in-force-continues")->holds);

  before.table3[YS_ROW_CARRIED_OUT][YS_CLASS_ENTERPRISE] = 4;
  before.normative.in_force = 978;
  g_autoptr (GPtrArray) bad = ys_figures_check (&now, &before);
  const YsCheck *carried = find_check (bad, "carry-over");
  const YsCheck *in_force = find_check (bad, "in-force-continues");
  g_assert_false (carried->holds);
  g_assert_false (carried->binding);
  g_assert_cmpstr (carried->detail, ==, "enterprise: 2023 carried-in 3 ≠ 2022 carried-out 4");
  g_assert_false (in_force->holds);
  g_assert_false (in_force->binding);
  g_assert_cmpstr (in_force->detail, ==,
                   "normative: 2023 in_force 597 ≠ 2022 in_force 978 + issued 109 - repealed 489");
  g_assert_true (ys_checks_hold (bad));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/ids", test_ids);
  g_test_add_func ("/tally/cases", test_cases);
  g_test_add_func ("/tally/form-2019", test_form_2019);
  g_test_add_func ("/tally/reviews", test_reviews);
  g_test_add_func ("/tally/documents-and-fees", test_documents_and_fees);
  g_test_add_func ("/tally/published", test_published);
  g_test_add_func ("/tally/flipped-table3", test_flipped_table3);
  g_test_add_func ("/tally/flipped-elsewhere", test_flipped_elsewhere);
  g_test_add_func ("/tally/several-places", test_several_places);
  g_test_add_func ("/tally/blanks", test_blanks);
  g_test_add_func ("/tally/previous", test_previous);
  return g_test_run ();
}
