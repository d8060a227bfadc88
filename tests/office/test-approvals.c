/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "What is approved is bytes": an approval names the digests of the files and of the facts; change
 * either, and it is void. */
#include "place.h"

#include "office/deliver.h"
#include "office/register.h"
#include "office/reply.h"
#include "office/review.h"

#include <string.h>

#define TODAY "2024-03-01"
#define ID "2024-0001"

static const YsReply granted = { .outcome = YS_OUTCOME_GRANTED, .ground = "36-2" };

static Place *
begin (void)
{
  Place *place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);

  place_import (place, GOT);
  return place;
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

static gboolean
draft (Place *place, const char *text, GError **error)
{
  const YsReply reply = { .outcome = YS_OUTCOME_GRANTED, .ground = "36-2", .text = text };

  return ys_office_draft (place->session, ID, day (TODAY), &reply, error);
}

static gboolean
ask (Place *place, const char *what, const char *file, GError **error)
{
  const char *const files[] = { file, NULL };

  return ys_office_ask_approval (place->session, ID, day (TODAY), what, files, error);
}

static gboolean
approve (Place *place, GError **error)
{
  return ys_office_approve (place->session, ID, day (TODAY), error);
}

static gboolean
reply (Place *place, const char *file, GError **error)
{
  const char *const files[] = { file, NULL };
  YsReply sent = granted;

  sent.files = files;
  return ys_office_reply (place->session, ID, day (TODAY), &sent, "post", error);
}

/* Does @act, which has to be refused and to append nothing. */
#define REFUSE(place, act)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    gint64 position_ = get_position ((place)->session);                                            \
                                                                                                   \
    assert_refused (act, &error);                                                                  \
    g_assert_cmpint (get_position ((place)->session), ==, position_);                              \
  }                                                                                                \
  G_STMT_END
#define DO(act)                                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
                                                                                                   \
    assert_done (act, &error);                                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_whole_way (void)
{
  g_autoptr (Place) place = begin ();
  g_autofree char *file = keep (place, "答复");
  g_autofree char *told = NULL;
  g_auto (GStrv) lines = NULL;
  char *facts;

  REFUSE (place, reply (place, file, &error));
  DO (draft (place, "拟", &error));
  REFUSE (place, reply (place, file, &error));
  REFUSE (place, approve (place, &error));
  DO (ask (place, "reply", file, &error));
  REFUSE (place, reply (place, file, &error));
  DO (approve (place, &error));
  REFUSE (place, approve (place, &error));
  REFUSE (place, ys_office_return (place->session, ID, day (TODAY), "r", &error));
  DO (reply (place, file, &error));

  told = tell_after (place->session, 2);
  lines = g_strsplit (told, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  facts = strstr (lines[0], "\"facts\":\"");
  g_assert_nonnull (facts);
  facts = g_strndup (facts, strlen ("\"facts\":\"sm3:") + 64 + 1);
  g_autofree char *asked
    = g_strdup_printf ("approval-asked " TODAY " {%s,\"files\":[\"%s\"],\"for\":\"reply\"}", facts,
                       file);
  g_autofree char *approved
    = g_strdup_printf ("approved " TODAY " {\"asked\":3,%s,\"files\":[\"%s\"]}", facts, file);
  g_assert_cmpstr (lines[0], ==, asked);
  g_assert_cmpstr (lines[1], ==, approved);
  g_free (facts);
  assert_whole (place->session);
}

static void
test_returned (void)
{
  g_autoptr (Place) place = begin ();

  REFUSE (place, ys_office_return (place->session, ID, day (TODAY), "r", &error));
  DO (ask (place, "reply", NULL, &error));
  REFUSE (place, ys_office_return (place->session, ID, day (TODAY), "", &error));
  REFUSE (place, ys_office_return (place->session, ID, day ("2024-03-02"), "r", &error));
  DO (ys_office_return (place->session, ID, day (TODAY), "再核", &error));
  REFUSE (place, ys_office_return (place->session, ID, day (TODAY), "r", &error));
  REFUSE (place, approve (place, &error));
  REFUSE (place, reply (place, NULL, &error));
  DO (ask (place, "reply", NULL, &error));
  DO (approve (place, &error));
  DO (reply (place, NULL, &error));
}

static void
test_ask_refused (void)
{
  g_autoptr (Place) place = begin ();

  REFUSE (place, ask (place, "lunch", NULL, &error));
  REFUSE (place,
          ask (place, "reply",
               "sm3:0000000000000000000000000000000000000000000000000000000000000000", &error));
  REFUSE (place,
          ys_office_ask_approval (place->session, ID, day ("2024-03-02"), "reply", NULL, &error));
  DO (ask (place, "reply", NULL, &error));
  DO (approve (place, &error));
  DO (reply (place, NULL, &error));
  REFUSE (place, ask (place, "reply", NULL, &error));
}

/* What changes the facts, and what does not. */
static gboolean
draft_again (Place *place, GError **error)
{
  return draft (place, "另拟", error);
}

static gboolean
amend_request (Place *place, GError **error)
{
  return ys_office_amend (place->session, ID, day (TODAY), 1, "request.title", "古渡路工程",
                          "新渡路工程", "r", error);
}

static gboolean
strike_draft (Place *place, GError **error)
{
  return ys_office_strike (place->session, ID, day (TODAY), 2, "r", error);
}

static gboolean
write_note (Place *place, GError **error)
{
  return ys_office_note (place->session, ID, day (TODAY), "记", error);
}

static gboolean
assign (Place *place, GError **error)
{
  return ys_office_assign (place->session, ID, day (TODAY), "乙", error);
}

static gboolean
review (Place *place, GError **error)
{
  return ys_office_review (place->session, ID, day (TODAY), "legal", TRUE, NULL, error);
}

static const struct
{
  gboolean (*act) (Place *place, GError **error);
  gboolean voids;
} changes[] = {
  { draft_again, TRUE }, { amend_request, TRUE }, { strike_draft, TRUE },
  { write_note, FALSE }, { assign, FALSE },       { review, FALSE },
};

static void
test_changed_after_asked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (Place) place = begin ();

      DO (draft (place, "拟", &error));
      DO (ask (place, "reply", NULL, &error));
      DO (changes[i].act (place, &error));
      if (!changes[i].voids)
        {
          DO (approve (place, &error));
          continue;
        }
      REFUSE (place, approve (place, &error));
      DO (ys_office_return (place->session, ID, day (TODAY), "变更", &error));
      DO (ask (place, "reply", NULL, &error));
      DO (approve (place, &error));
      DO (reply (place, NULL, &error));
    }
}

static void
test_changed_after_approved (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (Place) place = begin ();

      DO (draft (place, "拟", &error));
      DO (ask (place, "reply", NULL, &error));
      DO (approve (place, &error));
      DO (changes[i].act (place, &error));
      if (changes[i].voids)
        {
          REFUSE (place, reply (place, NULL, &error));
          DO (ask (place, "reply", NULL, &error));
          DO (approve (place, &error));
        }
      DO (reply (place, NULL, &error));
    }
}

static void
test_other_files (void)
{
  g_autoptr (Place) place = begin ();
  g_autofree char *file = keep (place, "答复");
  g_autofree char *other = keep (place, "另一份");

  DO (ask (place, "reply", file, &error));
  DO (approve (place, &error));
  REFUSE (place, reply (place, NULL, &error));
  REFUSE (place, reply (place, other, &error));
  DO (reply (place, file, &error));

  g_clear_pointer (&place, place_free);
  place = begin ();
  g_free (file);
  file = keep (place, "答复");
  DO (ask (place, "reply", NULL, &error));
  DO (approve (place, &error));
  REFUSE (place, reply (place, file, &error));
  DO (reply (place, NULL, &error));
}

/* An approval of an extension is none of a reply, nor one that was given before the reopening. */
static void
test_other_approvals (void)
{
  g_autoptr (Place) place = begin ();

  DO (ask (place, "extension", NULL, &error));
  DO (approve (place, &error));
  REFUSE (place, reply (place, NULL, &error));
  DO (ask (place, "reply", NULL, &error));
  DO (approve (place, &error));
  DO (reply (place, NULL, &error));
  DO (ys_office_reopen (place->session, ID, day (TODAY), "判决", NULL, YS_DAY_NONE, &error));
  REFUSE (place, reply (place, NULL, &error));
  DO (ask (place, "reply", NULL, &error));
  DO (approve (place, &error));
  DO (reply (place, NULL, &error));
}

static void
test_none_asked (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);

  place_import (place, GOT);
  DO (reply (place, NULL, &error));
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/approvals/whole-way", test_whole_way);
  g_test_add_func ("/approvals/returned", test_returned);
  g_test_add_func ("/approvals/ask-refused", test_ask_refused);
  g_test_add_func ("/approvals/changed-after-asked", test_changed_after_asked);
  g_test_add_func ("/approvals/changed-after-approved", test_changed_after_approved);
  g_test_add_func ("/approvals/other-files", test_other_files);
  g_test_add_func ("/approvals/other-approvals", test_other_approvals);
  g_test_add_func ("/approvals/none-asked", test_none_asked);
  return place_run ();
}
