/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forgeries by one who has docket.db and knows how it is made, chain and all, but has nobody's key: each
 * is found by verifying, at its place; a desk that has the docket open finds it at its next poll, and
 * one that opens it then; and neither writes anything after it. */
#include "forge.h"
#include "staffed.h"

#include "office/deliver.h"
#include "office/destroy.h"
#include "office/keep.h"
#include "office/record.h"
#include "office/register.h"
#include "office/reply.h"

#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>

#define TODAY "2024-03-01"
#define ZEROS "sm3:0000000000000000000000000000000000000000000000000000000000000000"
#define OLD "case/2010-0001"

/* --- an honest office ------------------------------------------------------------------------ */

/* One of each policy, made once and copied for each forgery. */
static Staffed *offices[2];

/* 2010-0001: concluded and archived long ago, asked to be destroyed by the officer.
 * 2024-0001: drafted by the officer, approved by the head, replied. 2024-0002: approval asked for.
 * 2024-0003: drafted by the head, approval asked for. h-2 was head and has left. */
static Staffed *
make_office (YsStaffApproval approval)
{
  Place *place = place_new_with (TODAY, approval, YS_SESSION_SUITE_GM);
  Staffed *self;
  g_autoptr (YsSession) gone = NULL;
  g_autofree char *file = NULL;
  g_autofree char *other = NULL;

  place_import (place,
                LINE (OLD, "received", "2010-01-04", REQUEST ("2010-01-04"))
                LINE (OLD, "withdrawn", "2010-01-06", "'reason':'不要了'")
                LINE (OLD, "archived", "2010-02-01", "'file_no':'1','retention':'10y'"));
  self = staffed_new (place);
  gone = staffed_enrol (self, "h-2", YS_ROLE_HEAD);
  file = keep_text (self->officer, "答复书");
  other = keep_text (self->officer, "另一件");
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = register_case (self->officer, "2024-02-08");

      DO (draft_text (i == 2 ? self->head : self->officer, id, "答复", &error));
      DO (ask_for_reply (self->officer, id, i == 1 ? other : file, &error));
    }
  DO (ys_office_approve (self->head, "2024-0001", day (TODAY), &error));
  DO (send_reply (self->officer, "2024-0001", file, &error));
  DO (ys_office_leave (self->keeper, day (TODAY), "h-2", "退休", &error));
  DO (ys_office_ask_destruction (self->officer, "2010-0001", day (TODAY), "期满", &error));
  assert_whole (self->keeper);
  return self;
}

/* --- forgeries ------------------------------------------------------------------------------- */

/* In which office it is tried, and who finds it besides whoever verifies with the pin of a client: */
enum
{
  RECORDED = 1 << 0,
  SIGNED = 1 << 1,
  POLL = 1 << 2,           /* a desk that has the docket open, at its next poll */
  OPEN = 1 << 3,           /* one that had it open before, when it opens it again */
  STRANGER = 1 << 4,       /* one that never saw it, and a verification there */
  STRANGER_SIGNED = 1 << 5 /* that one only where it is signed */
};

/* An entry that was put at the end. */
#define ADDED (POLL | OPEN | STRANGER)
/* What was there, with the chain after it digested anew. */
#define REWRITTEN (POLL | OPEN | STRANGER_SIGNED)
#define BOTH (RECORDED | SIGNED)

typedef struct
{
  const char *name;
  guint how;
  const char *at; /* SQL of the position that has to be named, asked after the forging; NULL: any */
  const char *stream, *kind, *actor, *body; /* an entry appended, as of an honest one */
  gboolean imported;
  const char *sql; /* or this */
} Forgery;

#define LAST "SELECT max (position) FROM entries"
#define WHERE(stream, kind) "(SELECT max (position) FROM entries WHERE stream = '" stream "' AND kind = '" kind "')"
#define APPROVED(asked) "{'asked':" asked ",'facts':'" ZEROS "','files':[]}"
#define APPROVAL WHERE ("case/2024-0001", "approved")
#define REMOVE(position)                                                                           \
  "DELETE FROM bodies WHERE position = " position "; DELETE FROM entries WHERE position = " position ";"
/* Numbers that stand without gaps again, in two steps. */
#define CLOSE_RANKS                                                                                \
  "CREATE TEMP TABLE ranks AS SELECT position AS p,"                                               \
  " row_number () OVER (ORDER BY position) AS r FROM entries;"                                     \
  "UPDATE entries SET position = position + 100000; UPDATE bodies SET position = position + 100000;" \
  "UPDATE entries SET position = (SELECT r FROM ranks WHERE p = position - 100000);"               \
  "UPDATE bodies SET position = (SELECT r FROM ranks WHERE p = position - 100000);"                \
  "DROP TABLE ranks;"

static const Forgery forgeries[] = {
  { "approved by an officer", BOTH | ADDED, LAST, "case/2024-0002", "approved", "o-1", APPROVED ("3") },
  { "approved by a keeper", BOTH | ADDED, LAST, "case/2024-0002", "approved", "k-1", APPROVED ("3") },
  { "approved by nobody", BOTH | ADDED, LAST, "case/2024-0002", "approved", NULL, APPROVED ("3") },
  { "approved by a stranger", BOTH | ADDED, LAST, "case/2024-0002", "approved", "x-9", APPROVED ("3") },
  { "approved by one who has left", BOTH | ADDED, LAST, "case/2024-0002", "approved", "h-2", APPROVED ("3") },
  { "approved by the head, unsigned", SIGNED | ADDED, LAST, "case/2024-0002", "approved", "h-1", APPROVED ("3") },
  { "own draft approved", BOTH | ADDED, LAST, "case/2024-0003", "approved", "h-1", APPROVED ("3") },
  { "approved, “imported”", BOTH | ADDED, LAST, "case/2024-0002", "approved", "h-1", APPROVED ("3"), TRUE },
  { "replied by a reporter", BOTH | ADDED, LAST, "case/2024-0002", "replied", "r-1",
    "{'outcome':'granted','ground':'36-2','sent_by':'post'}" },
  { "noted by one who has left", BOTH | ADDED, LAST, "case/2024-0002", "noted", "h-2", "{'text':'x'}" },
  { "role given to oneself", BOTH | ADDED, LAST, "staff/o-1", "role-given", "o-1", "{'role':'head'}" },
  { "role given by the keeper, unsigned", SIGNED | ADDED, LAST, "staff/o-1", "role-given", "k-1", "{'role':'head'}" },
  { "role, “imported”", BOTH | ADDED, LAST, "staff/o-1", "role-given", "k-1", "{'role':'head'}", TRUE },
  { "policy, “imported”", BOTH | ADDED, LAST, "agency", "policy-set", "k-1", "{'approval':'none'}", TRUE },
  { "policy by an officer", BOTH | ADDED, LAST, "agency", "policy-set", "o-1", "{'approval':'none'}" },
  { "deputy by that deputy", BOTH | ADDED, LAST, "staff/h-1", "deputy-set", "o-1",
    "{'deputy':'o-1','from':'2024-01-01','until':'2024-12-31'}" },
  { "destroyed by who asked", BOTH | ADDED, LAST, OLD, "destroyed", "o-1", "{'asked':4,'kept':[]}" },
  { "what cannot be understood", BOTH | ADDED, LAST, "staff/o-1", "role-given", "k-1", "{'role':'king'}" },
  { "signature copied from another case", SIGNED | ADDED, LAST, NULL, NULL, NULL, NULL, FALSE,
    "COPY" },
  { "signature stripped", SIGNED | STRANGER, "SELECT " APPROVAL, NULL, NULL, NULL, NULL, FALSE,
    "UPDATE entries SET signature = NULL, signer = NULL WHERE position = " APPROVAL ";" },
  { "signature exchanged", SIGNED | STRANGER, "SELECT " APPROVAL, NULL, NULL, NULL, NULL, FALSE,
    "UPDATE entries SET signature = (SELECT signature FROM entries WHERE position = "
    WHERE ("case/2024-0001", "replied") ") WHERE position = " APPROVAL ";" },
  { "entry back-dated", BOTH | REWRITTEN, NULL, NULL, NULL, NULL, NULL, FALSE,
    "UPDATE entries SET \"on\" = '2024-02-09' WHERE position = " APPROVAL ";" },
  { "reply put into other words", BOTH | REWRITTEN, NULL, NULL, NULL, NULL, NULL, FALSE,
    "UPDATE bodies SET body = replace (body, 'granted', 'refused') WHERE position = "
    WHERE ("case/2024-0001", "replied") ";" },
  { "actor exchanged", BOTH | REWRITTEN, NULL, NULL, NULL, NULL, NULL, FALSE,
    "UPDATE entries SET actor = 'h-2' WHERE position = " APPROVAL ";" },
  { "entry inserted", BOTH | REWRITTEN, NULL, NULL, NULL, NULL, NULL, FALSE, "INSERT" },
  { "case removed whole", BOTH | REWRITTEN, NULL, NULL, NULL, NULL, NULL, FALSE,
    "DELETE FROM bodies WHERE position IN (SELECT position FROM entries WHERE stream = 'case/2024-0003');"
    "DELETE FROM entries WHERE stream = 'case/2024-0003';" CLOSE_RANKS },
  { "tail cut", BOTH | POLL | OPEN, NULL, NULL, NULL, NULL, NULL, FALSE,
    REMOVE ("(SELECT max (position) FROM entries)") },
  { "body erased", BOTH | OPEN | STRANGER, "SELECT " APPROVAL, NULL, NULL, NULL, NULL, FALSE,
    "INSERT INTO erased SELECT " APPROVAL ";"
    "UPDATE bodies SET salt = zeroblob (16), body = '' WHERE position = " APPROVAL ";" },
};

static char *
make_sql (const Forgery *self)
{
  g_autofree char *entry = NULL;

  if (g_strcmp0 (self->sql, "COPY") == 0)
    {
      entry = forge_entry ("case/2024-0002", "approved", TODAY, "h-1", APPROVED ("3"), FALSE);
      return g_strconcat (entry,
                          "UPDATE entries SET signature = (SELECT signature FROM entries WHERE position = "
                          APPROVAL "), signer = (SELECT signer FROM entries WHERE position = " APPROVAL
                          ") WHERE position = (SELECT max (position) FROM entries);", NULL);
    }
  if (g_strcmp0 (self->sql, "INSERT") == 0)
    {
      /* a note of the officer, put before the approval */
      entry = forge_entry ("case/2024-0002", "noted", "2024-02-08", "o-1", "{'text':'x'}", FALSE);
      return g_strconcat (entry,
                          "CREATE TEMP TABLE place AS SELECT " APPROVAL " AS a, max (position) AS m FROM entries;"
                          "UPDATE entries SET position = position + 100000 WHERE position >= (SELECT a FROM place);"
                          "UPDATE bodies SET position = position + 100000 WHERE position >= (SELECT a FROM place);"
                          "UPDATE entries SET position = (SELECT a FROM place) WHERE position = 100000 + (SELECT m FROM place);"
                          "UPDATE bodies SET position = (SELECT a FROM place) WHERE position = 100000 + (SELECT m FROM place);"
                          "UPDATE entries SET position = position - 99999 WHERE position > 100000;"
                          "UPDATE bodies SET position = position - 99999 WHERE position > 100000;"
                          "DROP TABLE place;", NULL);
    }
  return self->sql != NULL ? g_strdup (self->sql)
                           : forge_entry (self->stream, self->kind, TODAY, self->actor, self->body,
                                          self->imported);
}

/* This client forgets what it saw: it is another computer. */
static void
forget (const char *what, YsSession *session)
{
  static const char *const names[] = { "", ".erased" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name
        = g_strconcat (ys_session_get_docket_id (session), names[i], ".pin", NULL);
      g_autofree char *path
        = g_build_filename (g_get_user_state_dir (), "yishen", what, name, NULL);

      g_unlink (path);
    }
}

static void
assert_names (const char *sentence, gint64 position)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, position);

  if (sentence == NULL || (position > 0 && strstr (sentence, number) == NULL))
    g_error ("“%s” does not name %s", sentence, number);
}

static void
assert_writes_nothing (YsSession *session, const char *address)
{
  gint64 head = ask_docket (address, "SELECT count (*) FROM entries");
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_office_note (session, "2024-0001", day (TODAY), "字", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* nor after a refused attempt at the staff */
  g_assert_false (ys_office_give_role (session, day (TODAY), "r-1", YS_ROLE_HEAD, &error));
  g_clear_error (&error);
  g_assert_false (ys_office_note (session, "2024-0001", day (TODAY), "字", &error));
  g_assert_cmpint (ask_docket (address, "SELECT count (*) FROM entries"), ==, head);
}

/* A desk that has it open when it happens. */
static void
check_poll (YsSession *witness, const char *address, gint64 position)
{
  g_autoptr (GError) error = NULL;
  gboolean came;

  if (ys_session_poll (witness, &came, &error))
    assert_names (ys_session_get_distrust_reason (witness), position);
  else
    g_assert_true (ys_error_is_damage (error));
  g_assert_nonnull (ys_session_get_read_only_reason (witness));
  assert_writes_nothing (witness, address);
}

/* One that opens it after that, which had it open before, or never. */
static void
check_open (const char *address, gint64 position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session = ys_session_open (address, TRUE, day (TODAY), &error);

  if (session == NULL)
    {
      g_assert_true (ys_error_is_damage (error));
      return;
    }
  ys_session_set_actor (session, "o-1");
  assert_names (ys_session_get_distrust_reason (session), position);
  g_assert_nonnull (ys_session_get_read_only_reason (session));
  assert_writes_nothing (session, address);
}

static void
check_verify (const char *address, gint64 position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session = ys_session_open (address, FALSE, day (TODAY), &error);
  g_autoptr (YsVerdict) verdict = NULL;

  g_assert_no_error (error);
  verdict = ys_office_verify (session, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (verdict->reason);
  g_test_message ("%s", verdict->reason);
  if (position > 0)
    g_assert_cmpint (verdict->bad_position, ==, position);
  else
    g_assert_cmpint (verdict->bad_position, >, 0);
}

static void
check_forgery (Staffed *office, guint policy, const Forgery *forgery)
{
  g_autofree char *address = g_build_filename (office->place->root, "forged.docket", NULL);
  g_autofree char *sql = make_sql (forgery);
  g_autoptr (YsSession) witness = NULL;
  guint how = forgery->how;
  gint64 position;

  g_test_message ("%s, %s", forgery->name, policy == SIGNED ? "signed" : "recorded");
  forget ("pins", office->keeper);
  forget ("audits", office->keeper);
  copy_tree (office->place->docket, address);
  witness = sit_down (address, day (TODAY), "o-1");
  g_assert_null (ys_session_get_distrust_reason (witness));
  forge (address, sql);
  position = forgery->at != NULL ? ask_docket (address, forgery->at) : 0;

  check_verify (address, position);
  if ((how & POLL) != 0)
    check_poll (witness, address, position);
  g_clear_object (&witness);
  if ((how & OPEN) != 0)
    check_open (address, position);
  if ((how & STRANGER) != 0 || ((how & STRANGER_SIGNED) != 0 && policy == SIGNED))
    {
      forget ("pins", office->keeper);
      forget ("audits", office->keeper);
      check_verify (address, position);
      forget ("pins", office->keeper);
      check_open (address, position);
    }
  remove_tree (address);
}

static void
test_forgeries (gconstpointer data)
{
  guint policy = GPOINTER_TO_UINT (data);

  for (gsize i = 0; i < G_N_ELEMENTS (forgeries); i++)
    if ((forgeries[i].how & policy) != 0)
      check_forgery (offices[policy == SIGNED], policy, &forgeries[i]);
}

/* An older copy in the place of the docket: told by whoever saw more. */
static void
test_old_copy (void)
{
  Staffed *office = offices[1];
  g_autofree char *address = g_build_filename (office->place->root, "old.docket", NULL);
  g_autofree char *older = g_build_filename (office->place->root, "older.docket", NULL);
  g_autoptr (YsSession) session = NULL;

  forget ("pins", office->keeper);
  copy_tree (office->place->docket, address);
  copy_tree (office->place->docket, older);
  session = sit_down (address, day (TODAY), "o-1");
  DO (ys_office_note (session, "2024-0002", day (TODAY), "字", &error));
  g_clear_object (&session);
  remove_tree (address);
  g_assert_cmpint (g_rename (older, address), ==, 0);
  check_open (address, 0);
  check_verify (address, 0);
  remove_tree (address);
  forget ("pins", office->keeper);
}

/* --- files ----------------------------------------------------------------------------------- */

static char *
find_file (const char *address, const char *digest)
{
  const char *hex = strchr (digest, ':') + 1;
  g_autofree char *folder = g_strndup (hex, 2);
  g_autofree char *path = g_build_filename (address, "files", folder, hex + 2, NULL);

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  return g_steal_pointer (&path);
}

/* Bytes changed under the digest, or two files exchanged: verifying names the file and the entry that
 * speaks of it; nobody approves it, and nobody sends it. */
static void
test_files (gconstpointer data)
{
  gboolean exchange = GPOINTER_TO_INT (data);
  Staffed *office = offices[1];
  g_autofree char *address = g_build_filename (office->place->root, "files.docket", NULL);
  g_autofree char *other = digest_of (office->place, "另一件", "sm3:");
  g_autofree char *file = digest_of (office->place, "答复书", "sm3:");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (YsSession) head = NULL;
  g_autoptr (YsVerdict) verdict = NULL;
  g_autoptr (GError) problem = NULL;

  forget ("pins", office->keeper);
  copy_tree (office->place->docket, address);
  first = find_file (address, other);
  second = find_file (address, file);
  g_chmod (first, 0600);
  g_chmod (second, 0600);
  g_assert_true (g_file_set_contents (first, exchange ? "答复书" : "另一样", -1, NULL));
  if (exchange)
    g_assert_true (g_file_set_contents (second, "另一件", -1, NULL));

  head = sit_down (address, day (TODAY), "h-1");
  DO (ys_office_open_key (head, PASSPHRASE, &error));
  g_assert_false (ys_office_approve (head, "2024-0002", day (TODAY), &problem));
  g_assert_error (problem, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED);
  assert_says (problem, other);
  verdict = ys_office_verify (head, NULL, NULL, NULL);
  g_assert_nonnull (verdict->bad_file);
  g_assert_true (g_str_equal (verdict->bad_file, other) || (exchange && g_str_equal (verdict->bad_file, file)));
  g_assert_cmpint (verdict->bad_position, >, 0);
  remove_tree (address);
  forget ("pins", office->keeper);
}

int
main (int argc, char **argv)
{
  int status;

  place_begin (&argc, &argv);
  offices[0] = make_office (YS_STAFF_APPROVAL_RECORDED);
  offices[1] = make_office (YS_STAFF_APPROVAL_SIGNED);

  g_test_add_data_func ("/forgeries/recorded", GUINT_TO_POINTER (RECORDED), test_forgeries);
  g_test_add_data_func ("/forgeries/signed", GUINT_TO_POINTER (SIGNED), test_forgeries);
  g_test_add_func ("/forgeries/old-copy", test_old_copy);
  g_test_add_data_func ("/forgeries/file-swapped", GINT_TO_POINTER (FALSE), test_files);
  g_test_add_data_func ("/forgeries/files-exchanged", GINT_TO_POINTER (TRUE), test_files);
  status = g_test_run ();
  for (gsize i = 0; i < G_N_ELEMENTS (offices); i++)
    staffed_free (offices[i]);
  place_end ();
  return status;
}
