/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Destroying a case: two persons, its retention, what is gone from every place, what stays the same, and
 * what is left to do when it was cut off. */
#define _GNU_SOURCE
#include "forge.h"
#include "staffed.h"

#include "office/case-view.h"
#include "office/deliver.h"
#include "office/destroy.h"
#include "office/due.h"
#include "office/figures.h"
#include "office/keep.h"
#include "office/lists.h"
#include "office/register.h"
#include "report/form.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2024-03-01"
#define ID "2010-0001"
#define OLD "case/" ID
#define SECRET "王麻子"
#define PHRASE "紫气东来工程"
#define ALONE "只此一案之件"
#define SHARED "两案共有之件"
#define APPROVED "批而未附之件"

/* --- an old case ----------------------------------------------------------------------------- */

static const char *const files[] = { ALONE, SHARED, APPROVED };

static void
import_old_case (Place *place, const char *retention)
{
  g_autofree char *alone = digest_of (place, ALONE, "sm3:");
  g_autofree char *shared = digest_of (place, SHARED, "sm3:");
  g_autofree char *approved = digest_of (place, APPROVED, "sm3:");
  g_autofree char *text = g_strdup_printf (
    LINE (OLD, "received", "2010-01-04",
          "'channel':'in-person','submitted_on':'2010-01-04','applicant':{'class':'person','name':'"
          SECRET "','phone':'13912345678'},'request':{'title':'" PHRASE
          "','description':'" PHRASE "的批复','form':'paper','delivery':'post'}")
    LINE (OLD, "attached", "2010-01-05", "'file':'%1$s','role':'request','name':'" SECRET "的材料.txt',"
          "'media_type':'text/plain'")
    LINE (OLD, "attached", "2010-01-05", "'file':'%2$s','role':'reply','name':'答复.txt',"
          "'media_type':'text/plain'")
    LINE (OLD, "approval-asked", "2010-01-06", "'for':'reply','facts':'%1$s','files':['%4$s']")
    LINE (OLD, "replied", "2010-01-06", "'outcome':'granted','ground':'36-2','sent_by':'post'")
    LINE (OLD, "archived", "2010-02-01", "'file_no':'1','retention':'%3$s'")
    LINE ("case/2012-0001", "received", "2012-01-04", REQUEST ("2012-01-04"))
    LINE ("case/2012-0001", "attached", "2012-01-05", "'file':'%2$s','role':'other','name':'答复.txt',"
          "'media_type':'text/plain'"),
    alone, shared, retention, approved);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *digest = keep_text (place->session, files[i]);

      g_assert_true (g_str_has_prefix (digest, "sm3:"));
    }
  place_import (place, text);
}

static Staffed *
begin (const char *retention)
{
  Place *place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);

  import_old_case (place, retention);
  return staffed_new (place);
}

static gboolean
is_kept (YsSession *session, Place *place, const char *text)
{
  g_autofree char *digest = digest_of (place, text, "sm3:");

  return ys_docket_has_file (ys_session_get_docket (session), digest);
}

/* Whether any file below @path holds @text, as bytes. */
static gboolean
lies_in (const char *path, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_autofree char *bytes = NULL;
      gsize length = 0;

      return g_file_get_contents (path, &bytes, &length, NULL)
             && memmem (bytes, length, text, strlen (text)) != NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (lies_in (inner, text))
        return TRUE;
    }
  return FALSE;
}

static void
destroy (Staffed *office)
{
  DO (ys_office_ask_destruction (office->officer, ID, day (TODAY), "期满", &error));
  DO (ys_office_destroy (office->head, ID, day (TODAY), &error));
}

/* --- who, and when --------------------------------------------------------------------------- */

static void
test_two_persons (void)
{
  g_autoptr (Staffed) office = begin ("10y");
  g_autoptr (YsSession) both = staffed_enrol (office, "b-1", YS_ROLE_HEAD);

  REFUSE (office->head, "Nobody has asked", ys_office_destroy (office->head, ID, day (TODAY), &error));
  DO (ys_office_ask_destruction (both, ID, day (TODAY), "期满", &error));
  REFUSE (both, "asked for the destruction", ys_office_destroy (both, ID, day (TODAY), &error));
  REFUSE (office->officer, "may not record", ys_office_destroy (office->officer, ID, day (TODAY), &error));
  g_assert_true (is_kept (office->head, office->place, ALONE));
  DO (ys_office_destroy (office->head, ID, day (TODAY), &error));
  REFUSE (office->head, "destroyed already", ys_office_destroy (office->head, ID, day (TODAY), &error));
  assert_whole (office->keeper);
}

static void
test_retention (void)
{
  static const char *const periods[] = { "30y", "permanent" };

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (Staffed) office = begin (periods[i]);

      REFUSE (office->officer, NULL,
              ys_office_ask_destruction (office->officer, ID, day (TODAY), "期满", &error));
    }
}

static void
test_open_office (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);

  import_old_case (place, "10y");
  REFUSE (place->session, "two people",
          ys_office_ask_destruction (place->session, ID, day (TODAY), "期满", &error));
  REFUSE (place->session, "two people", ys_office_destroy (place->session, ID, day (TODAY), &error));
}

/* --- what is gone ---------------------------------------------------------------------------- */

static guint
count_hits (YsSession *session, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = ys_office_search (session, text, 10, &error);

  g_assert_no_error (error);
  return hits->len;
}

static void
test_gone (void)
{
  g_autoptr (Staffed) office = begin ("10y");
  g_autofree char *index = ys_session_find_index (office->keeper);
  gboolean came;

  g_assert_cmpuint (count_hits (office->keeper, PHRASE), ==, 1);
  g_assert_cmpuint (count_hits (office->keeper, SECRET), ==, 1);
  g_assert_true (lies_in (office->place->docket, SECRET));
  g_assert_true (lies_in (index, PHRASE) || lies_in (index, SECRET));
  destroy (office);

  g_assert_false (lies_in (office->place->docket, SECRET));
  g_assert_false (lies_in (office->place->docket, "13912345678"));
  g_assert_false (lies_in (office->place->docket, PHRASE));
  g_assert_false (is_kept (office->head, office->place, ALONE));
  g_assert_false (is_kept (office->head, office->place, APPROVED));
  g_assert_true (is_kept (office->head, office->place, SHARED));

  /* another client, at its next look */
  DO (ys_session_poll (office->keeper, &came, &error));
  g_assert_cmpuint (count_hits (office->keeper, PHRASE), ==, 0);
  g_assert_cmpuint (count_hits (office->keeper, SECRET), ==, 0);
  g_assert_cmpuint (count_hits (office->keeper, "13912345678"), ==, 0);
  assert_whole (office->keeper);
}

/* --- what stays ------------------------------------------------------------------------------ */

/* Clock, due list and figures of several days, as text. */
static char *
tell_all_days (YsSession *session)
{
  static const char *const days[] = { "2010-01-05", "2010-02-02", "2011-01-10", "2024-03-01" };
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) due = ys_office_list_due (session, day (days[i]), -1, &error);
      g_autoptr (YsHistory) history = ys_session_load_case (session, ID, &error);
      g_autoptr (YsFolded) folded = NULL;
      g_autoptr (YsClock) clock = NULL;
      YsFigures figures;

      g_assert_no_error (error);
      folded = ys_history_fold (history, day (days[i]));
      clock = ys_clock_read (folded, ys_session_get_calendar (session), FALSE);
      g_string_append_printf (out, "%s: state %d, due %d", days[i], clock != NULL ? (int) clock->state : -1,
                              clock != NULL ? (int) clock->due : -1);
      for (guint k = 0; k < due->len; k++)
        {
          const YsDueRow *row = g_ptr_array_index (due, k);

          g_string_append_printf (out, " %s %d %d", row->id, (int) row->due, row->remaining);
        }
      for (int year = 2010; year <= 2012; year++)
        {
          g_autofree char *bytes = NULL;

          memset (&figures, 0, sizeof figures);
          ys_office_count_year (session, year, YS_FORM_2021, day (days[i]), &figures, &error);
          g_clear_error (&error);
          bytes = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) &figures, sizeof figures);
          g_string_append_printf (out, " %.16s", bytes);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
test_same (void)
{
  g_autoptr (Staffed) office = begin ("10y");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  DO (ys_office_ask_destruction (office->officer, ID, day (TODAY), "期满", &error));
  before = tell_all_days (office->head);
  DO (ys_office_destroy (office->head, ID, day (TODAY), &error));
  after = tell_all_days (office->head);
  g_assert_cmpstr (before, ==, after);
}

/* A page of such a case, its row in the lists, a backup of the docket and that put back. */
static void
test_shown (void)
{
  g_autoptr (Staffed) office = begin ("10y");
  g_autofree char *copy = place_path (office->place, "copy.docket");
  g_autofree char *restored = place_path (office->place, "restored.docket");
  g_autoptr (YsCaseView) view = NULL;
  g_autoptr (YsIndexRow) row = NULL;
  g_autoptr (YsSession) session = NULL;
  g_autoptr (GError) problem = NULL;

  destroy (office);
  view = ys_office_view_case (office->head, ID, NULL, &problem);
  g_assert_no_error (problem);
  g_assert_cmpuint (view->entries->len, ==, 8);
  g_assert_cmpuint (view->files->len, <=, 2);
  row = ys_office_get_row (office->head, ID, &problem);
  g_assert_no_error (problem);
  g_assert_nonnull (row);

  DO (ys_office_backup (office->head, copy, NULL, NULL, &error));
  g_assert_false (lies_in (copy, SECRET));
  DO (ys_office_restore (restored, copy, TRUE, NULL, &error));
  session = sit_down (restored, day (TODAY), "o-1");
  g_assert_null (ys_session_get_distrust_reason (session));
  assert_whole (session);
}

/* --- exchange -------------------------------------------------------------------------------- */

/* Lines without what a docket gives them: position, seq, times, digests. */
static char *
export (YsSession *session, const char *only)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;
  GString *text = g_string_new (NULL);

  DO (ys_office_export (session, out, NULL, NULL, NULL, &error));
  g_output_stream_close (out, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      char *end = strstr (*line, ",\"position\":");

      if (end == NULL || strstr (*line, only) == NULL)
        continue;
      *end = '\0';
      g_string_append_printf (text, "%s}\n", *line);
    }
  return g_string_free (text, FALSE);
}

static void
test_exchange (void)
{
  g_autoptr (Staffed) office = begin ("10y");
  g_autoptr (Place) other = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);
  g_autoptr (GError) problem = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  destroy (office);
  first = export (office->head, "\"" OLD "\"");
  g_assert_null (strstr (first, SECRET));
  g_assert_nonnull (strstr (first, "destroyed"));
  assert_done (place_try_import (other, first, -1, NULL, &problem), &problem);
  second = export (other->session, "\"" OLD "\"");
  g_assert_cmpstr (first, ==, second);
  assert_whole (other->session);
}

/* --- cut off --------------------------------------------------------------------------------- */

/* The record stands, and the files are there still, as if the program had ended between the two. */
static void
cut_off (Staffed *office)
{
  g_autofree char *digest = digest_of (office->place, ALONE, "sm3:");
  g_autofree char *shared = digest_of (office->place, SHARED, "sm3:");
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "yishen", "erasing",
                                              ys_session_get_docket_id (office->keeper), NULL);
  g_autofree char *note = g_build_filename (folder, ID, NULL);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n", digest, shared);
  g_autofree char *again = NULL;

  destroy (office);
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
  again = keep_text (office->head, ALONE);
  g_assert_true (g_file_set_contents (note, text, -1, NULL));
}

static void
test_asked_again (void)
{
  g_autoptr (Staffed) office = begin ("10y");

  cut_off (office);
  DO (ys_office_destroy (office->head, ID, day (TODAY), &error));
  g_assert_false (is_kept (office->head, office->place, ALONE));
  g_assert_true (is_kept (office->head, office->place, SHARED));
  REFUSE (office->head, "destroyed already", ys_office_destroy (office->head, ID, day (TODAY), &error));
}

static void
test_next_start (void)
{
  g_autoptr (Staffed) office = begin ("10y");
  g_autoptr (YsSession) next = NULL;

  cut_off (office);
  next = sit_down (office->place->docket, day (TODAY), "o-1");
  g_assert_false (is_kept (next, office->place, ALONE));
  g_assert_true (is_kept (next, office->place, SHARED));
}

/* Noted, and then not destroyed: nothing is erased. */
static void
test_not_destroyed (void)
{
  g_autoptr (Staffed) office = begin ("10y");
  g_autofree char *digest = digest_of (office->place, ALONE, "sm3:");
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "yishen", "erasing",
                                              ys_session_get_docket_id (office->keeper), NULL);
  g_autofree char *note = g_build_filename (folder, ID, NULL);
  g_autoptr (YsSession) next = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (note, digest, -1, NULL));
  next = sit_down (office->place->docket, day (TODAY), "o-1");
  g_assert_true (is_kept (next, office->place, ALONE));
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/destroy/two-persons", test_two_persons);
  g_test_add_func ("/destroy/retention", test_retention);
  g_test_add_func ("/destroy/open-office", test_open_office);
  g_test_add_func ("/destroy/gone", test_gone);
  g_test_add_func ("/destroy/same", test_same);
  g_test_add_func ("/destroy/shown", test_shown);
  g_test_add_func ("/destroy/exchange", test_exchange);
  g_test_add_func ("/destroy/asked-again", test_asked_again);
  g_test_add_func ("/destroy/next-start", test_next_start);
  g_test_add_func ("/destroy/not-destroyed", test_not_destroyed);
  return place_run ();
}
