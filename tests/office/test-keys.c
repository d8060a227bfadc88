/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys in an office that signs: enrolment, locking, passphrases, a new person's key, a changed and a
 * lost one, and what is left when the disk or the docket does not go along. */
#include "staffed.h"

#include "docket/key-file.h"
#include "office/register.h"
#include "office/reply.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2024-03-01"
#define OTHER "八七六五四三二一"

static Staffed *
begin (YsSessionSuite suite)
{
  return staffed_new (place_new_with (TODAY, YS_STAFF_APPROVAL_SIGNED, suite));
}

static char *
find_folder (YsSession *session)
{
  return g_build_filename (g_get_user_data_dir (), "yishen", "keys",
                           ys_session_get_docket_id (session), NULL);
}

static char *
find_key (YsSession *session, const char *name)
{
  g_autofree char *folder = find_folder (session);

  return g_build_filename (folder, name, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of files in @folder, sorted, each followed by a blank. */
static char *
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (out, "%s ", (const char *) names->pdata[i]);
  return g_string_free (out, FALSE);
}

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf about;

  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmphex (about.st_mode & 0777, ==, mode);
}

static void
assert_not_opened (YsSession *session, const char *passphrase, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_office_open_key (session, passphrase, &error));
  g_assert_error (error, YS_KEY_ERROR, code);
}

static const YsPerson *
find (YsSession *session, const char *id)
{
  gboolean came;

  DO (ys_session_poll (session, &came, &error));
  return ys_staff_find (ys_session_get_staff (session), id);
}

/* --- signing --------------------------------------------------------------------------------- */

/* Approvals and replies are signed, in both suites; locked they are not made. */
static void
test_signing (gconstpointer data)
{
  g_autoptr (Staffed) office = begin (GPOINTER_TO_INT (data));
  g_autofree char *id = register_case (office->officer, "2024-02-08");
  g_autofree char *file = keep_text (office->officer, "答复书");
  g_autofree char *folder = find_folder (office->keeper);
  g_autofree char *key = find_key (office->keeper, "k-1.key");
  g_autofree char *names = list_files (folder);
  g_autofree char *beside = NULL;

  g_assert_cmpstr (names, ==, "h-1.key k-1.key o-1.key ");
  assert_mode (key, 0600);
  assert_mode (folder, 0700);
  beside = list_files (office->place->docket);
  g_assert_null (strstr (beside, ".key"));

  DO (draft_text (office->officer, id, "答复", &error));
  DO (ask_for_reply (office->officer, id, file, &error));
  g_assert_true (ys_office_is_key_open (office->head));
  ys_office_lock_key (office->head);
  g_assert_false (ys_office_is_key_open (office->head));
  LOCKED (ys_office_approve (office->head, id, day (TODAY), &error));
  /* whoever may not is told so, and not asked for a passphrase */
  ys_office_lock_key (office->officer);
  REFUSE (office->officer, "may not record", ys_office_approve (office->officer, id, day (TODAY), &error));

  assert_not_opened (office->head, OTHER, YS_KEY_ERROR_WRONG_PASSPHRASE);
  LOCKED (ys_office_approve (office->head, id, day (TODAY), &error));
  DO (ys_office_open_key (office->head, PASSPHRASE, &error));
  DO (ys_office_approve (office->head, id, day (TODAY), &error));
  LOCKED (send_reply (office->officer, id, file, &error));
  DO (ys_office_open_key (office->officer, PASSPHRASE, &error));
  DO (send_reply (office->officer, id, file, &error));

  /* a keeper's acts are signed too; what needs no signature is not */
  ys_office_lock_key (office->keeper);
  LOCKED (ys_office_give_role (office->keeper, day (TODAY), "o-1", YS_ROLE_REPORTER, &error));
  ys_office_lock_key (office->officer);
  DO (ys_office_note (office->officer, id, day (TODAY), "字", &error));
  assert_whole (office->keeper);
}

/* Nobody signs with the key of whoever sat there before. */
static void
test_other_person (void)
{
  g_autoptr (Staffed) office = begin (YS_SESSION_SUITE_INTL);

  ys_session_set_actor (office->keeper, "k-1");
  g_assert_true (ys_office_is_key_open (office->keeper));
  ys_session_set_actor (office->keeper, "h-1");
  g_assert_false (ys_office_is_key_open (office->keeper));
  ys_session_set_actor (office->keeper, NULL);
  {
    g_autoptr (GError) problem = NULL;

    g_assert_false (ys_office_open_key (office->keeper, PASSPHRASE, &problem));
    g_assert_error (problem, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT);
  }
  ys_session_set_actor (office->keeper, "../k-1");
  g_assert_false (ys_office_has_key (office->keeper, "../k-1"));
  g_assert_false (ys_office_has_key (office->keeper, "n-1"));
  g_assert_true (ys_office_has_key (office->keeper, "h-1"));
}

static void
test_passphrase (void)
{
  g_autoptr (Staffed) office = begin (YS_SESSION_SUITE_INTL);
  g_autofree char *before = g_strdup (find (office->head, "h-1")->key);
  g_autoptr (GError) problem = NULL;

  g_assert_false (ys_office_change_passphrase (office->head, PASSPHRASE, "短", &problem));
  g_assert_error (problem, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT);
  g_clear_error (&problem);
  g_assert_false (ys_office_change_passphrase (office->head, OTHER, OTHER, &problem));
  g_assert_error (problem, YS_KEY_ERROR, YS_KEY_ERROR_WRONG_PASSPHRASE);
  DO (ys_office_change_passphrase (office->head, PASSPHRASE, OTHER, &error));
  assert_not_opened (office->head, PASSPHRASE, YS_KEY_ERROR_WRONG_PASSPHRASE);
  DO (ys_office_open_key (office->head, OTHER, &error));
  g_assert_cmpstr (find (office->head, "h-1")->key, ==, before);
}

/* --- new keys -------------------------------------------------------------------------------- */

static void
test_request (void)
{
  g_autoptr (Staffed) office = begin (YS_SESSION_SUITE_INTL);
  g_autoptr (YsSession) fresh = NULL;

  DO (ys_office_enrol (office->keeper, day (TODAY), "n-1", "新人", NULL, NULL, YS_ROLE_HEAD, &error));
  REFUSE (office->keeper, "asked for no key",
          ys_office_confirm_key (office->keeper, day (TODAY), "n-1", &error));
  fresh = sit_down (office->place->docket, day (TODAY), "n-1");
  assert_not_opened (fresh, PASSPHRASE, YS_KEY_ERROR_NONE_THERE);
  DO (ys_office_make_key (fresh, day (TODAY), PASSPHRASE, &error));
  g_assert_null (find (fresh, "n-1")->key);
  g_assert_nonnull (find (fresh, "n-1")->requested_key);

  /* thought better of, and asked for once more: the second is confirmed */
  DO (ys_office_make_key (fresh, day (TODAY), OTHER, &error));
  DO (ys_office_confirm_key (office->keeper, day (TODAY), "n-1", &error));
  g_assert_nonnull (find (fresh, "n-1")->key);
  g_assert_null (find (fresh, "n-1")->requested_key);
  ys_office_lock_key (fresh);
  DO (ys_office_open_key (fresh, OTHER, &error));
  assert_whole (office->keeper);
}

/* With the old key open a new one is in force at once; what the old one signed stays good. */
static void
test_change (void)
{
  g_autoptr (Staffed) office = begin (YS_SESSION_SUITE_GM);
  g_autofree char *id = register_case (office->officer, "2024-02-08");
  g_autofree char *before = g_strdup (find (office->head, "h-1")->key);
  g_autofree char *aside = find_key (office->head, "h-1.key.1");

  DO (draft_text (office->officer, id, "答复", &error));
  DO (ask_for_reply (office->officer, id, NULL, &error));
  DO (ys_office_approve (office->head, id, day (TODAY), &error));
  DO (ys_office_make_key (office->head, day (TODAY), OTHER, &error));
  g_assert_cmpstr (find (office->head, "h-1")->key, !=, before);
  g_assert_null (find (office->head, "h-1")->requested_key);
  assert_mode (aside, 0600);
  DO (draft_text (office->officer, id, "再答复", &error));
  DO (ask_for_reply (office->officer, id, NULL, &error));
  DO (ys_office_approve (office->head, id, day (TODAY), &error));
  assert_whole (office->keeper);
}

/* Lost: the old one stays in force until a keeper and a head, two persons, vouch for the new one. */
static void
test_lost (void)
{
  g_autoptr (Staffed) office = begin (YS_SESSION_SUITE_INTL);
  g_autofree char *before = g_strdup (find (office->officer, "o-1")->key);
  g_autofree char *key = find_key (office->officer, "o-1.key");

  g_assert_cmpint (g_unlink (key), ==, 0);
  ys_office_lock_key (office->officer);
  assert_not_opened (office->officer, PASSPHRASE, YS_KEY_ERROR_NONE_THERE);
  DO (ys_office_make_key (office->officer, day (TODAY), OTHER, &error));
  g_assert_cmpstr (find (office->officer, "o-1")->key, ==, before);
  DO (ys_office_confirm_key (office->keeper, day (TODAY), "o-1", &error));
  g_assert_cmpstr (find (office->officer, "o-1")->key, ==, before);
  DO (ys_session_poll (office->head, &(gboolean){ FALSE }, &error));
  DO (ys_office_confirm_key (office->head, day (TODAY), "o-1", &error));
  g_assert_cmpstr (find (office->officer, "o-1")->key, !=, before);
  ys_office_lock_key (office->officer);
  DO (ys_office_open_key (office->officer, OTHER, &error));
  assert_whole (office->keeper);
}

/* --- half done ------------------------------------------------------------------------------- */

/* What is refused leaves neither an entry nor a file. */
static void
test_refused (void)
{
  g_autoptr (Place) place = place_new_with (TODAY, YS_STAFF_APPROVAL_SIGNED, YS_SESSION_SUITE_INTL);
  g_autofree char *folder = find_folder (place->session);
  g_autofree char *names = NULL;
  g_autoptr (GError) problem = NULL;

  REFUSE (place->session, NULL,
          ys_office_enrol_keeper (place->session, day ("2024-03-02"), "k-1", "管理员", PASSPHRASE, &error));
  names = list_files (folder);
  g_assert_cmpstr (names, ==, "");
  g_assert_false (ys_office_is_key_open (place->session));
  g_assert_false (ys_office_enrol_keeper (place->session, day (TODAY), "../k", "管理员", PASSPHRASE,
                                          &problem));
  g_assert_error (problem, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT);
  g_assert_cmpint (get_position (place->session), ==, 0);
}

/* Where keys cannot lie none is recorded. */
static void
test_no_room (void)
{
  g_autoptr (Place) place = place_new_with (TODAY, YS_STAFF_APPROVAL_SIGNED, YS_SESSION_SUITE_INTL);
  g_autofree char *folder = find_folder (place->session);
  g_autofree char *above = g_path_get_dirname (folder);
  g_autoptr (GError) problem = NULL;

  g_mkdir_with_parents (above, 0700);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_false (ys_office_enrol_keeper (place->session, day (TODAY), "k-1", "管理员", PASSPHRASE,
                                          &problem));
  g_assert_error (problem, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT);
  g_assert_cmpint (get_position (place->session), ==, 0);
  g_unlink (folder);
  DO (ys_office_enrol_keeper (place->session, day (TODAY), "k-1", "管理员", PASSPHRASE, &error));
}

/* Recorded, but cut off before the file was in its place: it is found where it was put down. */
static void
test_cut_off (void)
{
  g_autoptr (Staffed) office = begin (YS_SESSION_SUITE_INTL);
  g_autofree char *key = find_key (office->keeper, "k-1.key");
  g_autofree char *fresh = find_key (office->keeper, "k-1.key.new");

  g_assert_cmpint (g_rename (key, fresh), ==, 0);
  ys_office_lock_key (office->keeper);
  g_assert_true (ys_office_has_key (office->keeper, "k-1"));
  DO (ys_office_open_key (office->keeper, PASSPHRASE, &error));
  g_assert_true (g_file_test (key, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));

  /* a file left by a key that was never recorded is none, and stands in nobody's way */
  g_assert_true (g_file_set_contents (fresh, "半", -1, NULL));
  ys_office_lock_key (office->keeper);
  DO (ys_office_open_key (office->keeper, PASSPHRASE, &error));
  DO (ys_office_make_key (office->keeper, day (TODAY), OTHER, &error));
  DO (ys_office_open_key (office->keeper, OTHER, &error));
  assert_whole (office->keeper);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_data_func ("/keys/signing/gm", GINT_TO_POINTER (YS_SESSION_SUITE_GM), test_signing);
  g_test_add_data_func ("/keys/signing/intl", GINT_TO_POINTER (YS_SESSION_SUITE_INTL), test_signing);
  g_test_add_func ("/keys/other-person", test_other_person);
  g_test_add_func ("/keys/passphrase", test_passphrase);
  g_test_add_func ("/keys/request", test_request);
  g_test_add_func ("/keys/change", test_change);
  g_test_add_func ("/keys/lost", test_lost);
  g_test_add_func ("/keys/refused", test_refused);
  g_test_add_func ("/keys/no-room", test_no_room);
  g_test_add_func ("/keys/cut-off", test_cut_off);
  return place_run ();
}
