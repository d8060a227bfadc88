/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two at one case, ten that register at once, one document entered twice at once: what was
 * acknowledged is there, nothing is there twice, and whoever came second is told. */
#include "place.h"

#include "office/publish.h"
#include "office/record.h"
#include "office/register.h"

#include <stdio.h>
#include <string.h>

#define TODAY "2024-03-01"
#define ID "2024-0001"
#define CLIENTS 10
#define EACH 5
/* Rounds until two have met; the first or second does. */
#define ROUNDS 200

/* --- a case ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *docket;
  gint started;
  gboolean (*act) (YsSession *session, GError **error);
  GError *error;
  gboolean done;
} Rival;

/* Its session belongs to its thread. */
static gpointer
run_rival (gpointer user_data)
{
  Rival *self = user_data;
  g_autoptr (YsSession) session = ys_session_open (self->docket, TRUE, day (TODAY), &self->error);

  g_atomic_int_set (&self->started, TRUE);
  self->done = session != NULL && self->act (session, &self->error);
  return NULL;
}

/* Holds the lock, lets the rival look at the case and wait, and then goes on with the stream. */
static void
meet (Place *place, Rival *rival, const char *stream, const char *kind, const char *body)
{
  g_autoptr (GError) error = NULL;
  YsDocket *docket = ys_session_get_docket (place->session);
  YsAppend *append = ys_docket_begin (docket, NULL, FALSE, &error);
  GThread *thread;

  g_assert_no_error (error);
  ys_append_add (append, stream, YS_SEQ_ANY, kind, "2024-02-20", NULL, body, NULL, &error);
  g_assert_no_error (error);
  thread = g_thread_new ("rival", run_rival, rival);
  while (!g_atomic_int_get (&rival->started))
    g_thread_yield ();
  ys_append_commit (append, &error);
  g_assert_no_error (error);
  g_thread_join (thread);
}

static gboolean
note (YsSession *session, GError **error)
{
  return ys_office_note (session, ID, day (TODAY), "乙的记录", error);
}

static gboolean
issue (YsSession *session, GError **error)
{
  return ys_office_issue_document (session, "2024-1", day (TODAY), TRUE, "规章", NULL, error);
}

static void
test_conflict (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  int conflicts = 0;
  gint64 wanted = 1;

  place_import (place, GOT);
  for (int i = 0; i < ROUNDS && conflicts == 0; i++)
    {
      Rival rival = { .docket = place->docket, .act = note };

      meet (place, &rival, "case/" ID, "noted", "{\"text\":\"甲的记录\"}");
      wanted += 1 + rival.done;
      g_assert_cmpint (get_position (place->session), ==, wanted);
      if (rival.done)
        continue;
      g_assert_true (ys_error_is_conflict (rival.error));
      g_assert_false (ys_error_is_damage (rival.error));
      g_assert_cmpuint (strlen (rival.error->message), >, 10);
      g_clear_error (&rival.error);
      conflicts++;

      /* Having looked again, it can do the same. */
      g_assert_true (note (place->session, &rival.error));
      wanted++;
    }
  g_assert_cmpint (conflicts, ==, 1);
  assert_whole (place->session);
}

/* What was judged on one state of a case is not written onto another: an approval, a reply. */
static void
test_judged_before (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  place_import (place, GOT);
  history = ys_session_load_case (place->session, ID, &error);
  g_assert_no_error (error);
  g_assert_true (note (place->session, &error));

  g_assert_false (ys_session_record_after (place->session, history, YS_KIND_NOTED, day (TODAY),
                                           ys_body_new ("text", "甲", NULL), &error));
  g_assert_true (ys_error_is_conflict (error));
  g_assert_cmpint (get_position (place->session), ==, 2);
  assert_whole (place->session);
}

/* The register takes a name once, whoever comes at the same time. */
static void
test_one_document (void)
{
  int conflicts = 0;

  for (int i = 0; i < ROUNDS && conflicts == 0; i++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      Rival rival = { .docket = place->docket, .act = issue };

      meet (place, &rival, "register/normative/2024-1", "issued",
            "{\"title\":\"甲\",\"type\":\"rule\"}");
      g_assert_false (rival.done);
      g_assert_cmpint (get_position (place->session), ==, 1);
      conflicts += ys_error_is_conflict (rival.error);
      g_clear_error (&rival.error);
    }
  g_assert_cmpint (conflicts, ==, 1);
}

/* --- ten at once ----------------------------------------------------------------------------- */

/* What each of the ten processes does: registers, and says under which number. */
static int
register_some (const char *docket)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session = ys_session_open (docket, TRUE, day (TODAY), &error);
  YsRequest request = {
    .channel = "post",
    .submitted_on = day ("2024-02-19"),
    .applicant = { .klass = YS_CLASS_PERSON, .name = "张三" },
    .title = "标题",
    .description = "描述",
    .form = "paper",
    .delivery = "post",
  };

  for (int i = 0; session != NULL && i < EACH; i++)
    {
      g_autofree char *id
        = ys_office_register (session, &request, day ("2024-02-20"), YS_DAY_NONE, NULL, &error);

      if (id == NULL)
        break;
      printf ("%s\n", id);
    }
  if (error != NULL)
    fprintf (stderr, "%s\n", error->message);
  return error != NULL;
}

static void
test_ten_register (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  GSubprocess *clients[CLIENTS];

  for (int i = 0; i < CLIENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("state-%d", i);
      g_autofree char *state = place_path (place, name);
      g_autoptr (GSubprocessLauncher) launcher
        = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
      g_autoptr (GError) error = NULL;

      g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", state, TRUE);
      clients[i]
        = g_subprocess_launcher_spawn (launcher, &error, self, "--register", place->docket, NULL);
      g_assert_no_error (error);
    }
  for (int i = 0; i < CLIENTS; i++)
    {
      g_autofree char *told = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) lines = NULL;

      g_subprocess_communicate_utf8 (clients[i], NULL, NULL, &told, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_subprocess_get_exit_status (clients[i]), ==, 0);
      lines = g_strsplit (told, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, EACH + 1);
      for (int k = 0; k < EACH; k++)
        if (!g_hash_table_add (numbers, g_strdup (lines[k])))
          g_error ("%s was given twice", lines[k]);
      g_object_unref (clients[i]);
    }

  for (int n = 1; n <= CLIENTS * EACH; n++)
    {
      g_autofree char *id = g_strdup_printf ("2024-%04d", n);
      g_autoptr (YsHistory) history = ys_session_load_case (place->session, id, NULL);

      g_assert_true (g_hash_table_contains (numbers, id));
      g_assert_nonnull (history);
      g_assert_cmpuint (ys_history_get_length (history), ==, 1);
    }
  g_assert_cmpint (get_position (place->session), ==, CLIENTS * EACH);
  assert_whole (place->session);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--register"))
    return register_some (argv[2]);

  place_begin (&argc, &argv);

  g_test_add_func ("/together/conflict", test_conflict);
  g_test_add_func ("/together/judged-before", test_judged_before);
  g_test_add_func ("/together/one-document", test_one_document);
  g_test_add_func ("/together/ten-register", test_ten_register);
  return place_run ();
}
