/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Registering requests: the body of the first entry, the next number of the year, and what is
 * refused. Acts on a case that is there are in test-acts.c. */
#include "place.h"

#include "office/register.h"

#define TODAY "2024-03-01"
#define TOMORROW "2024-03-02"

static YsRequest
make_request (const char *channel)
{
  return (YsRequest){
    .channel = channel,
    .submitted_on = day ("2024-02-19"),
    .applicant = { .klass = YS_CLASS_PERSON, .name = "张三" },
    .title = "标题",
    .description = "描述",
    .form = "paper",
    .delivery = "post",
  };
}

static void
test_register (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GError) error = NULL;
  YsApplicant joint[] = { { YS_CLASS_ENTERPRISE, "某公司", NULL, NULL, "1", NULL, NULL, NULL } };
  YsRequest request = make_request ("oral");
  g_autofree char *id = NULL, *second = NULL, *third = NULL;
  g_autofree char *first_told = NULL, *rest_told = NULL;
  g_autofree char *paper = digest_of (place, "授权书", "sm3:");
  g_autoptr (GInputStream) bytes = g_memory_input_stream_new_from_data ("授权书", -1, NULL);
  g_autofree char *kept
    = ys_docket_put_file (ys_session_get_docket (place->session), bytes, NULL, &error);

  g_assert_cmpstr (kept, ==, paper);
  request.taken_by = "officer-1";
  request.arrived_via = "窗口";
  request.applicant = (YsApplicant){ YS_CLASS_LEGAL, "某所", "证", "号", "1", "a@b", "路", "0" };
  request.joint = joint;
  request.n_joint = 1;
  request.agent = "李四";
  request.agent_authorisation = paper;
  request.document_number = "某〔2024〕1号";
  request.external_system = "平台";
  request.external_number = "77";
  request.suggested_publication = TRUE;
  id = ys_office_register (place->session, &request, day ("2024-02-20"), YS_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "2024-0001");
  first_told = tell_after (place->session, 0);
  g_autofree char *wanted = g_strdup_printf (
    "received 2024-02-20 {'agent':{'authorisation':'%s','name':'李四'},'applicant':{'address':'路',"
    "'class':'legal','email':'a@b','id_number':'号','id_type':'证','name':'某所','phone':'1',"
    "'postcode':'0'},'arrived_via':'窗口','channel':'oral','external':[{'number':'77','system':'"
    "平台'}],"
    "'joint':[{'class':'enterprise','name':'某公司','phone':'1'}],'request':{'delivery':'post',"
    "'description':'描述','document_number':'某〔2024〕1号','form':'paper','title':'标题'},"
    "'submitted_on':'2024-02-19','suggested_publication':true,'taken_by':'officer-1'}\n",
    paper);
  g_assert_cmpstr (first_told, ==, quoted (wanted));

  /* By internet: it arrives, and is received when both sides have confirmed. */
  request = make_request ("internet");
  second
    = ys_office_register (place->session, &request, day ("2024-02-20"), YS_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  third = ys_office_register (place->session, &request, day ("2024-02-20"), day ("2024-02-21"),
                              "电话", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second, ==, "2024-0002");
  g_assert_cmpstr (third, ==, "2024-0003");
  rest_told = tell_after (place->session, 1);
#define ARRIVED_BODY                                                                                   \
  "{'applicant':{'class':'person','name':'张三'},'channel':'internet','request':{"                   \
  "'delivery':'post','description':'描述','form':'paper','title':'标题'},'submitted_on':'2024-02-" \
  "19'}\n"
  g_assert_cmpstr (rest_told, ==,
                   quoted ("arrived 2024-02-20 " ARRIVED_BODY "arrived 2024-02-20 " ARRIVED_BODY
                           "received 2024-02-21 {'confirmed_by':'电话'}\n"));
  assert_whole (place->session);
}

/* Each year has its own numbers; they go on from the greatest, past four digits. */
static void
test_numbers (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  YsRequest request = make_request ("post");
  static const struct
  {
    const char *there, *on, *wanted;
  } rows[] = {
    { NULL, "2024-02-20", "2024-0001" },         { NULL, "2023-12-29", "2023-0001" },
    { "2024-0077", "2024-02-20", "2024-0078" },  { "2024-00079", "2024-02-20", "2024-0080" },
    { "2024-9999", "2024-02-20", "2024-10000" }, { NULL, "2024-02-20", "2024-10001" },
    { "2024-9998", "2024-02-20", "2024-10002" }, { "2022-9999", "2023-12-29", "2023-0002" },
  };

  request.submitted_on = day ("2023-12-01");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;

      if (rows[i].there != NULL)
        {
          g_autofree char *line
            = g_strdup_printf (LINE ("case/%s", "received", "2024-02-08", REQUEST ("2024-02-08")),
                               rows[i].there);
          place_import (place, line);
        }
      id = ys_office_register (place->session, &request, day (rows[i].on), YS_DAY_NONE, NULL,
                               &error);
      g_assert_no_error (error);
      g_assert_cmpstr (id, ==, rows[i].wanted);
    }

  place_import (place,
                LINE ("case/2024-999999999", "received", "2024-02-08", REQUEST ("2024-02-08")));
  g_autoptr (GError) error = NULL;
  gint64 position = get_position (place->session);
  assert_refused (ys_office_register (place->session, &request, day ("2024-02-20"), YS_DAY_NONE,
                                      NULL, &error)
                    != NULL,
                  &error);
  g_assert_cmpint (get_position (place->session), ==, position);
}

static void
refuse_request (const YsRequest *request, const char *on, const char *confirmed, const char *by)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GError) error = NULL;
  char *id = ys_office_register (place->session, request, day (on),
                                 confirmed != NULL ? day (confirmed) : YS_DAY_NONE, by, &error);

  assert_refused (id != NULL, &error);
  g_assert_cmpint (get_position (place->session), ==, 0);
}

static void
test_register_refused (void)
{
  YsRequest request = make_request ("post");

  refuse_request (&request, TOMORROW, NULL, NULL);
  refuse_request (&request, "2024-02-18", NULL, NULL); /* before it was submitted */
  request = make_request ("pigeon");
  refuse_request (&request, "2024-02-20", NULL, NULL);
  request = make_request (NULL);
  refuse_request (&request, "2024-02-20", NULL, NULL);
  request = make_request ("post");
  request.submitted_on = YS_DAY_NONE;
  refuse_request (&request, "2024-02-20", NULL, NULL);
  request = make_request ("post");
  request.title = " ";
  refuse_request (&request, "2024-02-20", NULL, NULL);
  request = make_request ("post");
  request.applicant.name = NULL;
  refuse_request (&request, "2024-02-20", NULL, NULL);
  request = make_request ("post");
  request.applicant.klass = YS_CLASS_NONE;
  refuse_request (&request, "2024-02-20", NULL, NULL);
  request = make_request ("post");
  request.form = "stone";
  refuse_request (&request, "2024-02-20", NULL, NULL);
  request = make_request ("post");
  request.agent = "李四";
  request.agent_authorisation
    = "sm3:0000000000000000000000000000000000000000000000000000000000000000";
  refuse_request (&request, "2024-02-20", NULL, NULL);
  request = make_request ("fax");
  refuse_request (&request, "2024-02-20", "2024-02-21", NULL);
  refuse_request (&request, "2024-02-20", TOMORROW, "电话");
  refuse_request (&request, "2024-02-20", "2024-02-18", "电话");
  /* Before the regulation there was no such request. */
  request.submitted_on = day ("2008-04-01");
  refuse_request (&request, "2008-04-30", NULL, NULL);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/register/body", test_register);
  g_test_add_func ("/register/numbers", test_numbers);
  g_test_add_func ("/register/refused", test_register_refused);
  return place_run ();
}
