/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amending fields of every shape: numbers, flags, days, words and lists, as texts that the office
 * types by the kind's schema; and that what is none of them is refused. */
#include "act.h"

#include "office/deliver.h"

#define EXTENDED CASE ("extension-granted", "2024-02-20", "'days':20,'reason':'案情复杂','approver':'王'")
#define REASONS CASE ("reasons-asked", "2024-02-20", "'until':'2024-03-04'")
#define JOINT                                                                                      \
  CASE ("received", "2024-02-08", REQUEST ("2024-02-08")                                           \
        ",'joint':[{'class':'person','name':'李四'},{'class':'enterprise','name':'甲公司'}]")
#define FEE                                                                                        \
  CASE ("fee-noticed", "2024-02-20", "'basis':'pages','quantity':40,'amount_fen':10000")

#define AMEND(name, of, field, from, to)                                                           \
  ACT (name, ys_office_amend (session, ID, day (ACT_TODAY), of, field, from, to, "误录", error))

AMEND (number, 2, "days", "20", "10")
AMEND (number_from, 2, "days", "19", "10")
AMEND (number_beyond, 2, "days", "20", "21")
AMEND (number_letters, 2, "days", "20", "十")
AMEND (number_away, 2, "days", "20", "")
AMEND (optional_away, 2, "until", "2024-03-04", "")
AMEND (later, 2, "until", "2024-03-04", "2024-03-11")
AMEND (no_day, 2, "until", "2024-03-04", "03-11")
AMEND (word, 1, "request.form", "paper", "email")
AMEND (no_word, 1, "request.form", "paper", "pigeon")
AMEND (flag, 1, "suggested_publication", "", "true")
AMEND (element, 1, "joint.1.name", "甲公司", "甲有限公司")
AMEND (element_new, 1, "joint.0.phone", "", "0527")
AMEND (element_none, 1, "joint.2.name", "", "丙")
AMEND (fee, 2, "quantity", "40", "41")

#define AMENDED(of, field, from, to)                                                               \
  "amended 2024-03-01 {'field':'" field "','from':" from ",'of':" #of ",'reason':'误录','to':" to  \
  "}\n"

static const ActRow rows[] = {
  DONE (number, GOT EXTENDED, AMENDED (2, "days", "20", "10")),
  REFUSED (number_from, GOT EXTENDED, "body.from"),
  REFUSED (number_beyond, GOT EXTENDED, "21"),
  REFUSED (number_letters, GOT EXTENDED, "十"),
  REFUSED (number_away, GOT EXTENDED, "body.to"),
  DONE (optional_away, GOT REASONS, AMENDED (2, "until", "'2024-03-04'", "''")),
  DONE (later, GOT REASONS, AMENDED (2, "until", "'2024-03-04'", "'2024-03-11'")),
  REFUSED (no_day, GOT REASONS, "03-11"),
  DONE (word, GOT, AMENDED (1, "request.form", "'paper'", "'email'")),
  REFUSED (no_word, GOT, "pigeon"),
  DONE (flag, GOT, AMENDED (1, "suggested_publication", "''", "true")),
  DONE (element, JOINT, AMENDED (1, "joint.1.name", "'甲公司'", "'甲有限公司'")),
  DONE (element_new, JOINT, AMENDED (1, "joint.0.phone", "''", "'0527'")),
  REFUSED (element_none, JOINT, NULL),
  DONE (fee, GOT FEE, AMENDED (2, "quantity", "40", "41")),
};

static void
test_fields (void)
{
  run_acts (rows, G_N_ELEMENTS (rows), YS_STAFF_APPROVAL_NONE);
}

static char *
keep (Place *place, const char *text)
{
  g_autoptr (GInputStream) bytes = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  char *digest = ys_docket_put_file (ys_session_get_docket (place->session), bytes, NULL, &error);

  g_assert_no_error (error);
  return digest;
}

/* A list is amended as a whole; its files must be kept ones. */
static void
test_files (void)
{
  g_autoptr (Place) place = place_new (ACT_TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *one = keep (place, "甲");
  g_autofree char *two = keep (place, "乙");
  g_autofree char *from = g_strdup_printf ("%s\n", one);
  g_autofree char *to = g_strdup_printf ("%s\n%s\n", one, two);
  g_autofree char *lines = g_strdup_printf (
    GOT CASE ("drafted", "2024-02-20", "'outcome':'granted','ground':'36-2','files':['%s']"), one);
  g_autofree char *wanted = g_strdup_printf ("amended 2024-03-01 {'field':'files','from':['%s'],"
                                             "'of':2,'reason':'漏附','to':['%s','%s']}\n",
                                             one, one, two);
  g_autofree char *added = NULL;
  g_autoptr (GError) error = NULL;
  gint64 position;
  gboolean done;

  place_import (place, lines);
  position = get_position (place->session);
  done = ys_office_amend (place->session, ID, day (ACT_TODAY), 2, "files", from, to, "漏附", &error);
  assert_done (done, &error);
  added = tell_after (place->session, position);
  g_assert_cmpstr (added, ==, quoted (wanted));

  /* It stands there now; what stood there before is no longer what an amendment may start from. */
  done = ys_office_amend (place->session, ID, day (ACT_TODAY), 2, "files", from, to, "漏附", &error);
  assert_refused (done, &error);
  g_clear_error (&error);
  done = ys_office_amend (place->session, ID, day (ACT_TODAY), 2, "files", to, "sm3:00", "r", &error);
  assert_refused (done, &error);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);
  g_test_add_func ("/amend/fields", test_fields);
  g_test_add_func ("/amend/files", test_files);
  return place_run ();
}
