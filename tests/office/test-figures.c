/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "What a year's report counts" (exchange.md), sentence by sentence, counted from the index and,
 * as of the same day, from the docket. */
#include "place.h"

#include "office/figures.h"

#include <string.h>

#define TODAY "2024-06-12"

/* A case of its own number, received on a day. */
#define IN(id, on) LINE ("case/" id, "received", on, REQUEST (on))
#define OUT(id, on)                                                                                \
  LINE ("case/" id, "replied", on, "'outcome':'granted','ground':'36-2','sent_by':'post'")
#define AGAIN(id, on) LINE ("case/" id, "reopened", on, "'reason':'r'")
#define REVIEW(id, on, ref, route)                                                                 \
  LINE ("case/" id, "review-opened", on, "'ref':'" ref "','route':'" route "'")
#define DECIDED(id, on, ref, result)                                                               \
  LINE ("case/" id, "review-decided", on, "'ref':'" ref "','result':'" result "'")
#define BY(id, on, klass, more)                                                                    \
  LINE ("case/" id, "received", on,                                                                \
        "'channel':'in-person','submitted_on':'" on "','applicant':{'class':'" klass               \
        "','name':'某'},"                                                                         \
        "'request':{'title':'t','description':'d','form':'paper','delivery':'post'}" more)
#define ISSUED(id, on, type)                                                                       \
  LINE ("register/normative/" id, "issued", on, "'type':'" type "','title':'t'")
#define REPEALED(id, on) LINE ("register/normative/" id, "repealed", on, "")
#define OPENING(on, rule, normative)                                                               \
  LINE ("register/normative/opening", "counted", on, "'rule':" rule ",'normative':" normative)
#define COUNTED(year, on, licence, fee)                                                            \
  LINE ("register/decisions/" year, "counted", on,                                                 \
        "'licence':" licence ",'penalty':2,'coercion':3" fee)
#define NOTICED(id, on)                                                                            \
  LINE ("case/" id, "fee-noticed", on, "'basis':'pages','quantity':31,'amount_fen':1000")
#define PAID(id, on, fen) LINE ("case/" id, "fee-paid", on, "'amount_fen':" fen)

typedef struct
{
  const char *sentence; /* of exchange.md, or what of it is meant */
  const char *lines;
  int year;
  const char *wanted; /* every cell that is not nought, totals left out */
  const char *on;     /* as known on that day; NULL: today */
} Row;

static const Row rows[] = {
  { "new: received with `on` in the year",
    IN ("2023-0001", "2023-01-01") IN ("2023-0002", "2023-12-31"), 2023,
    "new/person 2, carried-out/person 2" },
  { "not the year before", IN ("2023-0001", "2022-12-31"), 2023,
    "carried-in/person 1, carried-out/person 1" },
  { "nor the year after", IN ("2023-0001", "2024-01-01"), 2023, "" },
  { "the number's year is not asked", IN ("2019-0001", "2023-05-04"), 2023,
    "new/person 1, carried-out/person 1" },
  { "what only arrived is not received",
    LINE ("case/2023-0001", "arrived", "2023-05-04", REQUEST ("2023-05-04")), 2023, "" },
  { "it is received when it is confirmed",
    LINE ("case/2023-0001", "arrived", "2022-12-30", REQUEST ("2022-12-30"))
      LINE ("case/2023-0001", "received", "2023-01-03", "'confirmed_by':'电话'"),
    2023, "new/person 1, carried-out/person 1" },
  { "carried-in: received before it and not concluded before it",
    IN ("2022-0001", "2022-12-30") OUT ("2022-0001", "2023-01-01"), 2023,
    "carried-in/person 1, granted/person 1" },
  { "concluded on the last day before",
    IN ("2022-0001", "2022-12-30") OUT ("2022-0001", "2022-12-31"), 2023, "" },
  { "concluded on the last day", IN ("2023-0001", "2023-12-30") OUT ("2023-0001", "2023-12-31"),
    2023, "new/person 1, granted/person 1" },
  { "carried-out: received by its end and not concluded by then",
    IN ("2023-0001", "2023-12-30") OUT ("2023-0001", "2024-01-01"), 2023,
    "new/person 1, carried-out/person 1" },
  { "and in the next year carried in",
    IN ("2023-0001", "2023-12-30") OUT ("2023-0001", "2024-01-01"), 2024,
    "carried-in/person 1, granted/person 1" },
  { "carried through a whole year", IN ("2022-0001", "2022-03-01") OUT ("2022-0001", "2024-03-01"),
    2023, "carried-in/person 1, carried-out/person 1" },
  { "a reply after reopened is not counted again",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10") AGAIN ("2023-0001", "2023-06-01")
      LINE ("case/2023-0001",
            "replied",
            "2023-06-10",
            "'outcome':'partial','ground':'37','sent_by':'post'"),
    2023, "new/person 1, granted/person 1" },
  { "nor in the next year",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10") AGAIN ("2023-0001", "2024-02-01")
      OUT ("2023-0001", "2024-03-01"),
    2024, "" },
  { "reopened is not a new request, nor carried out",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10")
      AGAIN ("2023-0001", "2023-12-01"),
    2023, "new/person 1, granted/person 1" },
  { "withdrawn: outcome other.other",
    IN ("2023-0001", "2023-03-01") LINE ("case/2023-0001", "withdrawn", "2023-03-02", ""), 2023,
    "new/person 1, other.other/person 1" },
  { "closed under its outcome",
    IN ("2023-0001", "2023-03-01")
      LINE ("case/2023-0001", "correction-asked", "2023-03-02", "'points':'p','until':'2023-03-20'")
        LINE ("case/2023-0001",
              "closed",
              "2023-03-21",
              "'outcome':'other.correction-lapsed','reason':'r'"),
    2023, "new/person 1, other.correction-lapsed/person 1" },
  { "merged and duplicate cases count like all others",
    IN ("2023-0001", "2023-03-01") IN ("2023-0002", "2023-03-01")
      LINE ("case/2023-0002", "linked", "2023-03-02", "'to':'2023-0001','as':'merged'")
        IN ("2023-0003", "2023-03-01")
          LINE ("case/2023-0003", "linked", "2023-03-02", "'to':'2023-0001','as':'duplicate'"),
    2023, "new/person 3, carried-out/person 3" },
  { "older cases count like all others",
    IN ("2018-0001", "2018-03-01") OUT ("2018-0001", "2018-03-20"), 2018,
    "new/person 1, granted/person 1" },
  { "column: the class of the first applicant",
    BY ("2023-0001",
        "2023-03-01",
        "legal",
        ",'joint':[{'class':'enterprise','name':'某公司'},{'class':'person','name':'张三'}]"),
    2023, "new/legal 1, carried-out/legal 1" },
  { "every class has its column",
    BY ("2023-0001", "2023-03-01", "person", "") BY ("2023-0002", "2023-03-01", "enterprise", "")
      BY ("2023-0003", "2023-03-01", "research", "") BY ("2023-0004", "2023-03-01", "welfare", "")
        BY ("2023-0005", "2023-03-01", "legal", "") BY ("2023-0006", "2023-03-01", "other", ""),
    2023,
    "new/person 1, new/enterprise 1, new/research 1, new/welfare 1, new/legal 1, new/other 1, "
    "carried-out/person 1, carried-out/enterprise 1, carried-out/research 1, carried-out/welfare "
    "1, "
    "carried-out/legal 1, carried-out/other 1" },
  { "a class that was put right",
    IN ("2023-0001", "2023-03-01")
      LINE ("case/2023-0001",
            "amended",
            "2024-01-05",
            "'of':1,'field':'applicant.class','from':'person','to':'welfare','reason':'r'"),
    2023, "new/welfare 1, carried-out/welfare 1" },
  { "and as it was known before",
    IN ("2023-0001", "2023-03-01")
      LINE ("case/2023-0001",
            "amended",
            "2024-01-05",
            "'of':1,'field':'applicant.class','from':'person','to':'welfare','reason':'r'"),
    2023, "new/person 1, carried-out/person 1", "2024-01-04" },
  { "a receipt moved over the turn of the year",
    IN ("2023-0001", "2023-01-04")
      LINE ("case/2023-0001",
            "amended",
            "2023-01-05",
            "'of':1,'field':'on','from':'2023-01-04','to':'2022-12-30','reason':'r'"),
    2023, "carried-in/person 1, carried-out/person 1" },
  { "a struck reply",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10")
      LINE ("case/2023-0001", "struck", "2024-01-05", "'of':2,'reason':'r'"),
    2023, "new/person 1, carried-out/person 1" },
  { "--on D limits what is known",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-05-10") IN ("2023-0002", "2023-05-11"),
    2023, "new/person 1, granted/person 1", "2023-05-10" },
  { "before it was known", IN ("2023-0001", "2023-03-01"), 2023, "", "2023-02-28" },
  { "a review decided in the year under its result",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10")
      REVIEW ("2023-0001", "2023-04-01", "a", "reconsideration")
        DECIDED ("2023-0001", "2023-12-31", "a", "corrected"),
    2023, "new/person 1, granted/person 1, reconsideration/corrected 1" },
  { "opened by the year's end and undecided then: pending",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10")
      REVIEW ("2023-0001", "2023-12-31", "a", "litigation")
        DECIDED ("2023-0001", "2024-01-01", "a", "upheld"),
    2023, "new/person 1, granted/person 1, litigation/pending 1" },
  { "and in the next year under its result",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10")
      REVIEW ("2023-0001", "2023-12-31", "a", "litigation")
        DECIDED ("2023-0001", "2024-01-01", "a", "upheld"),
    2024, "litigation/upheld 1" },
  { "opened in the next year: not in this",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10")
      REVIEW ("2023-0001", "2024-01-01", "a", "litigation"),
    2023, "new/person 1, granted/person 1" },
  { "pending through a whole year",
    IN ("2022-0001", "2022-03-01") OUT ("2022-0001", "2022-03-10")
      REVIEW ("2022-0001", "2022-04-01", "a", "litigation-after-reconsideration"),
    2023, "litigation-after-reconsideration/pending 1" },
  { "decided before the year: no more",
    IN ("2022-0001", "2022-03-01") OUT ("2022-0001", "2022-03-10")
      REVIEW ("2022-0001", "2022-04-01", "a", "litigation")
        DECIDED ("2022-0001", "2022-12-31", "a", "other"),
    2023, "" },
  { "as review-body is not counted",
    IN ("2023-0001", "2023-03-01") OUT ("2023-0001", "2023-03-10")
      LINE ("case/2023-0001",
            "review-opened",
            "2023-04-01",
            "'ref':'a','route':'reconsideration','as':"
            "'review-body'"),
    2023, "new/person 1, granted/person 1" },
  { "a review of a case that still runs",
    IN ("2023-0001", "2023-03-01") REVIEW ("2023-0001", "2023-04-01", "a", "reconsideration"), 2023,
    "new/person 1, carried-out/person 1, reconsideration/pending 1" },
  { "table 2: issued and repealed in the year, in force at its end",
    ISSUED ("a", "2023-01-01", "rule") ISSUED ("b", "2022-12-31", "rule")
      ISSUED ("c", "2024-01-01", "rule") ISSUED ("d", "2020-05-01", "normative")
        REPEALED ("d", "2023-12-31") ISSUED ("e", "2020-05-01", "normative")
          REPEALED ("e", "2024-01-01") ISSUED ("f", "2020-05-01", "normative")
            REPEALED ("f", "2022-12-31"),
    2023, "rule 1/0/2, normative 0/1/1" },
  { "opening + all issued − all repealed by then",
    OPENING ("2022-12-31", "5", "300") ISSUED ("a", "2023-02-01", "rule")
      ISSUED ("b", "2023-02-01", "normative") REPEALED ("b", "2023-03-01"),
    2023, "rule 1/0/6, normative 1/1/300" },
  { "the last opening that is known",
    OPENING ("2022-12-31", "5", "300") OPENING ("2023-01-05", "6", "299"), 2023,
    "rule 0/0/6, normative 0/0/299" },
  { "an opening counted after the year's end",
    OPENING ("2022-12-31", "5", "300") OPENING ("2024-01-05", "6", "299"), 2023,
    "rule 0/0/5, normative 0/0/300" },
  { "the last decision counts recorded for the year",
    COUNTED ("2023", "2024-01-05", "10", "")
      COUNTED ("2023", "2024-01-20", "11", ",'fee_wan':'5.5'")
        COUNTED ("2023", "2024-01-10", "12", "") COUNTED ("2022", "2024-01-25", "99", ""),
    2023, "decisions 11/2/3/5.5" },
  { "of the same day the later entry",
    COUNTED ("2023", "2024-01-05", "10", ",'fee_wan':'1'") COUNTED ("2023", "2024-01-05", "11", ""),
    2023, "decisions 11/2/3/" },
  { "as known before",
    COUNTED ("2023", "2024-01-05", "10", "") COUNTED ("2023", "2024-01-20", "11", ""), 2023,
    "decisions 10/2/3/", "2024-01-19" },
  { "fees by fee-paid in the year",
    IN ("2023-0001", "2023-12-01") NOTICED ("2023-0001", "2023-12-04")
      PAID ("2023-0001", "2023-12-31", "1000") IN ("2023-0002", "2023-12-01")
        NOTICED ("2023-0002", "2023-12-04") PAID ("2023-0002", "2024-01-01", "1000"),
    2023, "new/person 2, carried-out/person 2, fees 1/1000" },
  { "two payments of one case are one case",
    IN ("2023-0001", "2023-03-01") NOTICED ("2023-0001", "2023-03-02")
      PAID ("2023-0001", "2023-03-03", "1000") NOTICED ("2023-0001", "2023-03-06")
        PAID ("2023-0001", "2023-03-07", "500"),
    2023, "new/person 1, carried-out/person 1, fees 1/1500" },
  { "paid after the conclusion",
    IN ("2023-0001", "2023-03-01") NOTICED ("2023-0001", "2023-03-02")
      OUT ("2023-0001", "2023-03-03") PAID ("2023-0001", "2023-03-04", "1000"),
    2023, "new/person 1, granted/person 1, fees 1/1000" },
};

static void
add (GString *out, const char *format, ...)
{
  va_list args;

  if (out->len > 0)
    g_string_append (out, ", ");
  va_start (args, format);
  g_string_append_vprintf (out, format, args);
  va_end (args);
}

static void
tell_documents (GString *out, const char *name, const YsNormativeFigures *figures)
{
  if (figures->issued != 0 || figures->repealed != 0 || figures->in_force != 0)
    add (out, "%s %d/%d/%d", name, (int) figures->issued, (int) figures->repealed,
         (int) figures->in_force);
}

static char *
tell (const YsFigures *figures)
{
  GString *out = g_string_new (NULL);

  for (YsRow row = YS_ROW_NEW; row < YS_N_ROWS; row++)
    {
      gint64 sum = 0;

      for (int column = 0; column < YS_COLUMN_TOTAL; column++)
        {
          sum += figures->table3[row][column];
          if (row != YS_ROW_TOTAL && figures->table3[row][column] != 0)
            add (out, "%s/%s %d", ys_row_get_id (row, figures->form), ys_column_get_id (column),
                 (int) figures->table3[row][column]);
        }
      g_assert_cmpint (sum, ==, figures->table3[row][YS_COLUMN_TOTAL]);
    }
  for (int route = 0; route < YS_N_ROUTES; route++)
    for (int result = 0; result < YS_RESULT_TOTAL; result++)
      if (figures->table4[route][result] != 0)
        add (out, "%s/%s %d", ys_route_get_id (route), ys_result_get_id (result),
             (int) figures->table4[route][result]);
  tell_documents (out, "rule", &figures->rule);
  tell_documents (out, "normative", &figures->normative);
  if (figures->licence != 0)
    add (out, "decisions %d/%d/%d/%s", (int) figures->licence, (int) figures->penalty,
         (int) figures->coercion, figures->fee_wan);
  if (figures->fee_cases != 0)
    add (out, "fees %d/%d", (int) figures->fee_cases, (int) figures->fee_fen);
  return g_string_free (out, FALSE);
}

static void
assert_counts (YsSession *session, const Row *row, YsDay on)
{
  YsFigures figures;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  g_autofree char *told = NULL;

  assert_done (ys_office_count_year (session, row->year, YS_FORM_2021, on, &figures, &error),
               &error);
  told = tell (&figures);
  if (!g_str_equal (told, row->wanted))
    g_error ("%s: %s, not %s", row->sentence, told, row->wanted);
  checks = ys_figures_check (&figures, NULL);
  g_assert_true (ys_checks_hold (checks));
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      YsDay on = day (rows[i].on != NULL ? rows[i].on : TODAY);

      place_import (place, rows[i].lines);
      assert_counts (place->session, &rows[i], on);
      /* Whichever of index and docket has answered: now the other one. */
      ys_session_set_today (place->session, rows[i].on != NULL ? on : on + 1);
      assert_counts (place->session, &rows[i], on);
    }
}

/* Each outcome is counted in its row, in form 2021 and 2019. */
static void
test_outcomes (void)
{
  for (YsOutcome outcome = 0; outcome < YS_N_OUTCOMES; outcome++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      g_autoptr (GError) error = NULL;
      const char *id = ys_outcome_get_id (outcome);
      g_autofree char *end = ys_outcome_is_reply (outcome)
                               ? g_strdup_printf (LINE ("case/2020-0001", "replied", "2020-12-30",
                                                        "'outcome':'%s','sent_by':'post'"),
                                                  id)
                               : g_strdup_printf (LINE ("case/2020-0001", "closed", "2020-12-30",
                                                        "'outcome':'%s','reason':'r'"),
                                                  id);
      g_autofree char *text
        = g_strconcat (IN ("2020-0001", "2020-03-01"),
                       outcome == YS_OUTCOME_CORRECTION_LAPSED
                         ? LINE ("case/2020-0001", "correction-asked", "2020-03-02",
                                 "'points':'p','until':'2020-03-20'")
                       : outcome == YS_OUTCOME_FEE_LAPSED ? NOTICED ("2020-0001", "2020-03-02")
                                                          : "",
                       end, NULL);

      place_import (place, text);
      for (YsForm form = YS_FORM_2019; form <= YS_FORM_2021; form++)
        {
          YsFigures figures;
          gboolean lumped = form == YS_FORM_2019 && outcome >= YS_OUTCOME_CORRECTION_LAPSED;
          int row = YS_ROW_OUTCOMES + (lumped ? (int) YS_OUTCOME_OTHER : (int) outcome);

          assert_done (ys_office_count_year (place->session, 2020, form, day (TODAY), &figures,
                                             &error),
                       &error);
          for (int k = YS_ROW_OUTCOMES; k < YS_ROW_TOTAL; k++)
            g_assert_cmpint (figures.table3[k][YS_CLASS_PERSON], ==, k == row);
          g_assert_cmpint (figures.table3[YS_ROW_TOTAL][YS_COLUMN_TOTAL], ==, 1);
        }
    }
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/figures/sentences", test_sentences);
  g_test_add_func ("/figures/outcomes", test_outcomes);
  return place_run ();
}
