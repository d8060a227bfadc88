/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person could not do at the desk today is accepted with a warning: every id of it, on the
 * right line, counted, the first twenty told. Refusals stand in test-import-refusals.c. */
#include "place.h"

#include "rules/history.h"

#include <string.h>

#define TODAY "2024-12-31"
#define ZERO "sm3:0000000000000000000000000000000000000000000000000000000000000000"
#define SENT(on) CASE ("consultation-sent", on, "'ref':'甲','with':'third-party','name':'某公司'")
#define ASKED(on, until) CASE ("correction-asked", on, "'points':'写明文号','until':'" until "'")
#define EXTENDED(on) CASE ("extension-granted", on, "'days':10,'reason':'r','approver':'长'")
/* A reply that nothing speaks against, with its approval: three lines. */
#define APPROVED(on, seq)                                                                          \
  CASE ("approval-asked", on, "'for':'reply','files':[],'facts':'" ZERO "'")                       \
  CASE ("approved", on, "'asked':" seq ",'files':[],'facts':'" ZERO "'")
#define REPLIED(on) CASE ("replied", on, "'outcome':'granted','ground':'36-2','sent_by':'post'")
#define NOTICED(on, amount)                                                                        \
  CASE ("fee-noticed", on, "'basis':'pages','quantity':31,'amount_fen':" amount)

typedef struct
{
  const char *text;
  gint64 line;
  const char *id;
} Warning;

static const Warning warnings[] = {
  /* Seven working days from 8 February end on 23 February, twenty on 13 March. */
  { GOT ASKED ("2024-02-26", "2024-03-20"), 2, "late-correction" },
  { GOT ASKED ("2024-02-09", "2024-03-01") CASE ("corrected", "2024-02-19", "")
      ASKED ("2024-02-20", "2024-03-20"),
    4, "second-correction" },
  { GOT CASE ("extension-granted", "2024-03-14", "'days':5,'reason':'r','approver':'长'"), 2,
    "late-extension" },
  { GOT EXTENDED ("2024-03-01") EXTENDED ("2024-03-04"), 3, "second-extension" },
  { GOT ASKED ("2024-02-09", "2024-03-01") EXTENDED ("2024-02-19"), 3, "idle-extension" },
  { GOT ASKED ("2024-02-09", "2024-03-01") SENT ("2024-02-19"), 3, "idle-consultation" },
  { GOT CASE ("extension-granted", "2024-03-01", "'days':5,'reason':'r'"), 2,
    "unapproved-extension" },
  { GOT APPROVED ("2024-03-01", "2") REPLIED ("2024-03-14"), 4, "late-reply" },
  { GOT APPROVED ("2024-03-01", "2")
      CASE ("replied", "2024-03-04", "'outcome':'granted','sent_by':'post'"),
    4, "no-ground" },
  { GOT REPLIED ("2024-03-04"), 2, "no-approval" },
  { GOT CASE ("approval-asked", "2024-03-01", "'for':'extension','files':[],'facts':'" ZERO "'")
      CASE ("approved", "2024-03-01", "'asked':2,'files':[],'facts':'" ZERO "'")
        REPLIED ("2024-03-04"),
    4, "no-approval" },
  { CASE ("received",
          "2024-02-08",
          "'channel':'internet','submitted_on':'2024-02-08','applicant':"
          "{'class':'person','name':'张三'},'request':{'title':'a','description':'b','form':'paper'"
          ","
          "'delivery':'post'}"),
    1, "unconfirmed" },
  { RECEIVED ("2024-02-08") CASE ("amended",
                                  "2024-02-09",
                                  "'of':1,'field':'submitted_on','from':"
                                  "'2024-02-08','to':'2024-02-09','reason':'r'"),
    1, "received-before-submitted" },
  { GOT NOTICED ("2024-02-19", "999"), 2, "fee-differs" },
  { RECEIVED ("2020-12-01") NOTICED ("2020-12-31", "1000"), 2, "fee-too-early" },
  { GOT NOTICED ("2024-02-19", "1000") CASE ("fee-paid", "2024-02-20", "'amount_fen':500"), 3,
    "fee-paid-differs" },
  { GOT APPROVED ("2024-03-01", "2")
      CASE ("replied",
            "2024-03-04",
            "'outcome':'refused.third-party','ground':'15','sent_by':'post'"),
    4, "consultation-skipped" },
  { GOT ASKED ("2024-02-09", "2024-03-01")
      CASE ("closed", "2024-03-01", "'outcome':'other.correction-lapsed','reason':'r'"),
    3, "lapse-too-early" },
  { GOT NOTICED ("2024-02-19", "1000")
      CASE ("closed", "2024-05-01", "'outcome':'other.fee-lapsed','reason':'r'"),
    3, "lapse-too-early" },
  { GOT NOTICED ("2024-02-19", "1000") CASE ("delivered", "2024-02-20", "'of':2")
      CASE ("closed", "2024-03-19", "'outcome':'other.fee-lapsed','reason':'r'"),
    4, "lapse-too-early" },
  { GOT ASKED ("2024-02-09", "2024-03-01") CASE ("delivered", "2024-02-18", "'of':2")
      CASE ("struck", "2024-02-19", "'of':2,'reason':'r'"),
    4, "struck-referred" },
  { GOT SENT ("2024-02-09")
      CASE ("consultation-answered", "2024-02-19", "'ref':'甲','opinion':'none'")
        SENT ("2024-02-20"),
    4, "same-ref" },
  { GOT ASKED ("2024-02-18", "2024-03-01") CASE ("delivered", "2024-02-17", "'of':2"), 3,
    "delivered-before-letter" },
  { GOT CASE ("withdrawn", "2024-02-18", "")
      CASE ("archived", "2024-02-19", "'file_no':'1','retention':'10y'")
        CASE ("destruction-asked", "2024-12-30", "'reason':'r'"),
    4, "retention-runs" },
  { LINE ("register/normative/a", "repealed", "2024-02-09", ""), 1, "repealed-unknown" },
};

/* The same with nothing odd about it. */
static const char *const quiet[] = {
  GOT ASKED ("2024-02-23", "2024-03-20"),
  GOT EXTENDED ("2024-03-13"),
  GOT APPROVED ("2024-03-01", "2") REPLIED ("2024-03-13"),
  GOT SENT ("2024-02-09") APPROVED ("2024-03-01", "3")
    CASE ("replied",
          "2024-03-04",
          "'outcome':'refused.third-party','ground':'15','sent_by':'post'"),
  GOT NOTICED ("2024-02-19", "1000") CASE ("fee-paid", "2024-02-20", "'amount_fen':1000"),
  GOT ASKED ("2024-02-09", "2024-03-01")
    CASE ("closed", "2024-03-02", "'outcome':'other.correction-lapsed','reason':'r'"),
  GOT NOTICED ("2024-02-19", "1000") CASE ("delivered", "2024-02-20", "'of':2")
    CASE ("closed", "2024-03-20", "'outcome':'other.fee-lapsed','reason':'r'"),
  GOT SENT ("2024-02-09") CASE ("search-asked", "2024-02-09", "'ref':'甲','unit':'u'"),
  LINE ("register/normative/a", "issued", "2024-02-09", "'type':'rule','title':'t'")
    LINE ("register/normative/a", "repealed", "2024-02-10", ""),
  CASE ("arrived",
        "2024-02-08",
        "'channel':'fax','submitted_on':'2024-02-08','applicant':{'class':"
        "'person','name':'张三'},'request':{'title':'a','description':'b','form':'paper','delivery'"
        ":"
        "'post'}") CASE ("received", "2024-02-09", "'confirmed_by':'电话'"),
};

static void
test_each (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    {
      const Warning *row = &warnings[i];
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      g_autoptr (YsImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done = place_try_import (place, quoted (row->text), -1, &report, &error);
      gboolean found = FALSE;

      assert_done (done, &error);
      g_assert_cmpint (report->warnings, ==, report->warned->len);
      for (guint k = 0; k < report->warned->len; k++)
        {
          const YsImportRemark *remark = g_ptr_array_index (report->warned, k);

          g_test_message ("%u: line %" G_GINT64_FORMAT ": %s", i, remark->line, remark->id);
          g_assert_null (strchr (remark->sentence, '%'));
          g_assert_cmpuint (strlen (remark->sentence), >, 10);
          found |= remark->line == row->line && g_str_equal (remark->id, row->id);
        }
      if (!found)
        g_error ("row %u: line %" G_GINT64_FORMAT ": no %s", i, row->line, row->id);
      g_assert_cmpint (get_position (place->session), ==, report->entries);
      assert_whole (place->session);
    }
}

static void
test_every_id (void)
{
  for (YsFaultCode code = YS_FAULT_AFTER_CONCLUSION + 1; code < YS_N_FAULTS; code++)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (warnings) && !g_str_equal (warnings[i].id, ys_fault_get_id (code)))
        i++;
      if (i == G_N_ELEMENTS (warnings))
        g_error ("no warning of %s is tested", ys_fault_get_id (code));
    }
}

static void
test_quiet (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (quiet); i++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);
      g_autoptr (YsImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done = place_try_import (place, quoted (quiet[i]), -1, &report, &error);

      g_test_message ("%u", i);
      assert_done (done, &error);
      if (report->warnings > 0)
        g_error ("row %u: %s", i, ((YsImportRemark *) report->warned->pdata[0])->id);
    }
}

/* All are counted, the first twenty by line are told, whatever the order of the streams. */
static void
test_counted (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean done;

  for (int i = 50; i > 0; i--)
    {
      g_string_append_printf (text,
                              LINE ("case/2024-%04d", "received", "2024-02-08",
                                    REQUEST ("2024-02-08")),
                              i);
      g_string_append_printf (text,
                              LINE ("case/2024-%04d", "replied", "2024-03-01",
                                    "'outcome':'granted','ground':'36-2','sent_by':'post'"),
                              i);
    }
  done = place_try_import (place, quoted (text->str), -1, &report, &error);
  assert_done (done, &error);
  g_assert_cmpint (report->warnings, ==, 50);
  g_assert_cmpint (report->cases, ==, 50);
  g_assert_cmpuint (report->warned->len, ==, YS_IMPORT_REMARKS);
  for (guint i = 0; i < report->warned->len; i++)
    g_assert_cmpint (((YsImportRemark *) report->warned->pdata[i])->line, ==, 2 * (i + 1));
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/import/warns/each", test_each);
  g_test_add_func ("/import/warns/every-id", test_every_id);
  g_test_add_func ("/import/warns/quiet", test_quiet);
  g_test_add_func ("/import/warns/counted", test_counted);
  return place_run ();
}
