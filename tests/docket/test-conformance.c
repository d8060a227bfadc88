/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every engine must do, written against the interface alone: founding, appending, files, and
 * what is still there afterwards. Reading stands in test-reading.c. */

#include "place.h"

#include <string.h>

#define COMMAND "6f1d2c1e-0000-4000-8000-000000000001"
#define OTHER_COMMAND "6f1d2c1e-0000-4000-8000-000000000002"

static void
test_found (gconstpointer data)
{
  static const struct
  {
    YsSuite suite;
    const char *prefix;
  } suites[] = { { YS_SUITE_GM, "sm3:" }, { YS_SUITE_INTL, "sha256:" } };
  const Engine *engine = data;

  for (gsize i = 0; i < G_N_ELEMENTS (suites); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = engine->found (place, suites[i].suite);
      g_autoptr (GError) error = NULL;
      g_autofree char *digest = NULL;
      gint64 position = -1;

      g_assert_true (g_uuid_string_is_valid (ys_docket_get_id (docket)));
      g_assert_cmpstr (ys_docket_get_founding (docket), ==, FOUNDING);
      g_assert_cmpstr (ys_docket_get_address (docket), ==, place->docket);
      g_assert_cmpint (ys_docket_get_suite (docket), ==, suites[i].suite);
      g_assert_null (ys_docket_get_read_only_reason (docket));
      g_assert_null (ys_docket_get_distrust_reason (docket));
      g_assert_true (ys_docket_get_position (docket, &position, &digest, &error));
      g_assert_cmpint (position, ==, 0);
      g_assert_true (g_str_has_prefix (digest, suites[i].prefix));
      assert_whole (docket);
    }
}

static void
test_found_twice (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;

  append_some (docket, "agency", 1);
  g_assert_null (ys_docket_create (place->docket, YS_SUITE_GM, "{}", place->state, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_EXISTS);
  assert_whole (docket);
}

static void
test_append (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  YsAppend *append = ys_docket_begin (docket, COMMAND, TRUE, &error);
  const YsEntry *first, *second, *third;
  gint64 seq = 0;

  g_assert_false (ys_append_was_done (append));
  g_assert_true (ys_append_add (append, "case/2024-0001", 0, "received", "2024-02-08", "officer-1",
                                "{\"a\":\"一\"}", &seq, &error));
  g_assert_cmpint (seq, ==, 1);
  g_assert_true (
    ys_append_add (append, "case/2024-0001", 1, "noted", "2024-02-09", NULL, "{}", &seq, &error));
  g_assert_cmpint (seq, ==, 2);
  g_assert_true (
    ys_append_add (append, "agency", YS_SEQ_ANY, "named", "2024-02-09", "", "{}", &seq, &error));
  g_assert_cmpint (seq, ==, 1);
  g_assert_true (ys_append_commit (append, &error));

  entries = gather_all (docket);
  g_assert_cmpuint (entries->len, ==, 3);
  first = entries->pdata[0];
  second = entries->pdata[1];
  third = entries->pdata[2];
  g_assert_cmpint (first->position, ==, 1);
  g_assert_cmpstr (first->stream, ==, "case/2024-0001");
  g_assert_cmpstr (first->kind, ==, "received");
  g_assert_cmpstr (first->on, ==, "2024-02-08");
  g_assert_cmpstr (first->actor, ==, "officer-1");
  g_assert_cmpstr (first->command, ==, COMMAND);
  g_assert_true (first->imported);
  g_assert_cmpstr (first->body, ==, "{\"a\":\"一\"}");
  g_assert_cmpuint (strlen (first->recorded_at), ==, strlen ("2024-02-08T00:00:00Z"));
  g_assert_true (g_str_has_prefix (first->digest, "sm3:"));
  g_assert_true (g_str_has_prefix (first->body_digest, "sm3:"));
  g_assert_null (first->signature);
  g_assert_cmpint (second->seq, ==, 2);
  g_assert_null (second->actor);
  g_assert_cmpint (third->position, ==, 3);
  g_assert_cmpint (third->seq, ==, 1);
  g_assert_cmpstr (third->actor, ==, "");
  /* the same body twice: the salt keeps their digests apart */
  g_assert_cmpstr (second->body_digest, !=, third->body_digest);
  assert_whole (docket);
}

static void
test_abandon (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  YsAppend *append = ys_docket_begin (docket, NULL, FALSE, &error);

  g_assert_true (
    ys_append_add (append, "agency", 0, "named", "2024-01-01", NULL, "{}", NULL, &error));
  ys_append_abandon (append);
  /* an append of nothing keeps nothing and holds no lock */
  append = ys_docket_begin (docket, NULL, FALSE, &error);
  g_assert_true (ys_append_commit (append, &error));
  append_some (docket, "agency", 1);
  entries = gather_all (docket);
  g_assert_cmpuint (entries->len, ==, 1);
  assert_whole (docket);
}

static void
test_conflict (gconstpointer data)
{
  static const struct
  {
    gint64 standing;
    gint64 expected;
    gboolean conflict;
  } rows[] = {
    { 0, 0, FALSE }, { 0, 1, TRUE }, { 2, 2, FALSE },
    { 2, 1, TRUE },  { 2, 0, TRUE }, { 2, YS_SEQ_ANY, FALSE },
  };
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *stream = g_strdup_printf ("case/2024-%04d", (int) i);
      g_autoptr (GError) error = NULL;
      gint64 seq = -1;

      if (rows[i].standing > 0)
        append_some (docket, stream, (int) rows[i].standing);
      g_assert_cmpint (append_one (docket, NULL, stream, rows[i].expected, BODY, &error), ==,
                       !rows[i].conflict);
      if (rows[i].conflict)
        g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CONFLICT);
      else
        g_assert_no_error (error);
      g_assert_true (ys_docket_get_seq (docket, stream, &seq, NULL));
      g_assert_cmpint (seq, ==, rows[i].standing + (rows[i].conflict ? 0 : 1));
    }
  assert_whole (docket);
}

static void
test_two_clients (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) one = engine->found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) other = engine->open (place, YS_DOCKET_READ_WRITE);
  g_autoptr (GError) error = NULL;
  gboolean changed = TRUE;

  g_assert_true (ys_docket_has_changed (one, &changed, &error));
  g_assert_false (changed);
  g_assert_true (append_one (other, NULL, "case/2024-0001", 0, BODY, &error));
  g_assert_true (ys_docket_has_changed (one, &changed, &error));
  g_assert_true (changed);
  g_assert_true (ys_docket_has_changed (one, &changed, &error));
  g_assert_false (changed);
  g_assert_true (ys_docket_has_changed (other, &changed, &error));
  g_assert_true (changed);

  /* the second of two who had seen the stream new */
  g_assert_false (append_one (one, NULL, "case/2024-0001", 0, BODY, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (append_one (one, NULL, "case/2024-0001", 1, BODY, &error));
  g_assert_true (ys_docket_has_changed (one, &changed, &error));
  g_assert_true (changed);
  g_assert_true (ys_docket_has_changed (one, &changed, &error));
  g_assert_false (changed);
  assert_whole (other);
}

static void
test_command (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gint64 position = -1, seq = -1;
  YsAppend *append;

  append_some (docket, "case/2024-0001", 3);
  g_assert_true (ys_docket_find_command (docket, COMMAND, &position, &error));
  g_assert_cmpint (position, ==, 0);
  g_assert_true (append_one (docket, COMMAND, "case/2024-0001", 3, BODY, &error));
  append_some (docket, "case/2024-0001", 1);

  /* the retry, by a client that never heard the answer */
  append = ys_docket_begin (docket, COMMAND, FALSE, &error);
  g_assert_true (ys_append_was_done (append));
  g_assert_true (
    ys_append_add (append, "case/2024-0001", 3, "noted", "2024-02-08", NULL, BODY, &seq, &error));
  g_assert_cmpint (seq, ==, 4);
  g_assert_true (ys_append_commit (append, &error));
  g_assert_true (ys_docket_find_command (docket, COMMAND, &position, &error));
  g_assert_cmpint (position, ==, 4);
  g_assert_true (ys_docket_find_command (docket, OTHER_COMMAND, &position, &error));
  g_assert_cmpint (position, ==, 0);
  entries = gather_all (docket);
  g_assert_cmpuint (entries->len, ==, 5);

  /* and it holds no lock */
  append = ys_docket_begin (docket, COMMAND, FALSE, &error);
  {
    g_autoptr (YsDocket) other = engine->open (place, YS_DOCKET_READ_WRITE);

    append_some (other, "agency", 1);
  }
  ys_append_abandon (append);
}

static void
test_within_append (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;
  gint64 position = -1, seq = -1;
  YsAppend *append;

  append_some (docket, "case/2024-0001", 1);
  append = ys_docket_begin (docket, NULL, FALSE, &error);
  g_assert_true (ys_append_add (append, "case/2024-0002", 0, "received", "2024-01-01", NULL, "{}",
                                NULL, &error));
  g_assert_true (ys_docket_find_last_stream (docket, "case/2024-", &last, &error));
  g_assert_cmpstr (last, ==, "case/2024-0002");
  g_assert_true (ys_docket_get_position (docket, &position, NULL, &error));
  g_assert_cmpint (position, ==, 2);
  ys_append_abandon (append);
  g_assert_true (ys_docket_get_position (docket, &position, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (position, ==, 1);
  g_assert_true (ys_docket_get_seq (docket, "case/2024-0002", &seq, &error));
  g_assert_cmpint (seq, ==, 0);
}

typedef struct
{
  YsDocket *docket;
  YsAppend *append; /* NULL: nothing is added while reading */
  int outer;
  guint inner;
} Inside;

/* Reads, and adds, while entries are being read. */
static gboolean
inside_cb (YsEntry *entry, gpointer user_data, GError **error)
{
  Inside *self = user_data;
  g_autoptr (GPtrArray) stream = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);

  self->outer++;
  if (entry->position % 100 != 0)
    return TRUE;
  if (!ys_docket_read_stream (self->docket, "agency", gather_cb, stream, error))
    return FALSE;
  self->inner += stream->len;
  return self->append == NULL
         || ys_append_add (self->append, "agency", YS_SEQ_ANY, "noted", "2024-01-01", NULL, "{}",
                           NULL, error);
}

/* Under the lock, whoever appends can judge by all that stands there: nothing comes between. */
static void
test_read_within_append (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) other = engine->open (place, YS_DOCKET_READ_WRITE);
  g_autoptr (GPtrArray) streams = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  g_autoptr (GArray) erased = NULL;
  g_autoptr (GError) error = NULL;
  Inside inside = { docket };
  gint64 position = -1, seq = -1;
  YsAppend *append;

  append_some (docket, "agency", 2);
  append_some (docket, "case/2024-0001", 700);
  /* what came last came from somebody else */
  append_some (other, "case/2024-0002", 1);

  append = ys_docket_begin (docket, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (ys_docket_read_after (docket, 0, inside_cb, &inside, &error));
  g_assert_cmpint (inside.outer, ==, 703);
  g_assert_cmpuint (inside.inner, ==, 7 * 2);
  g_assert_true (ys_docket_read_streams (docket, "case/2024-0002", gather_cb, streams, &error));
  g_assert_cmpuint (streams->len, ==, 1);
  g_assert_true (ys_docket_get_seq (docket, "case/2024-0001", &seq, &error));
  g_assert_cmpint (seq, ==, 700);
  g_assert_true (ys_docket_get_position (docket, &position, NULL, &error));
  g_assert_cmpint (position, ==, 703);
  g_assert_true (ys_docket_find_command (docket, COMMAND, &position, &error));
  g_assert_cmpint (position, ==, 0);
  erased = ys_docket_list_erased (docket, &error);
  g_assert_cmpuint (erased->len, ==, 0);

  /* and what it adds on the way is seen at once, beyond what is being read */
  inside = (Inside){ docket, append };
  g_assert_true (ys_docket_read_after (docket, 0, inside_cb, &inside, &error));
  g_assert_no_error (error);
  g_assert_cmpint (inside.outer, ==, 703);
  g_assert_cmpuint (inside.inner, ==, 2 + 3 + 4 + 5 + 6 + 7 + 8);
  /* others read on meanwhile, of what is there for good */
  g_assert_true (ys_docket_get_position (other, &position, NULL, &error));
  g_assert_cmpint (position, ==, 703);
  g_assert_true (ys_append_commit (append, &error));
  g_assert_true (ys_docket_get_position (other, &position, NULL, &error));
  g_assert_cmpint (position, ==, 710);
  assert_whole (other);
}

static void
test_files (gconstpointer data)
{
  static const struct
  {
    YsSuite suite;
    const char *digest; /* of "abc": GB/T 32905 annex A.1, FIPS 180-4 */
  } rows[] = {
    { YS_SUITE_GM, "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0" },
    { YS_SUITE_INTL, "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  };
  const Engine *engine = data;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = engine->found (place, rows[i].suite);
      g_autofree char *first = put_text (docket, "abc");
      g_autofree char *again = put_text (docket, "abc");
      g_autofree char *empty = put_text (docket, "");
      g_autofree char *text = get_text (docket, first);
      g_autofree char *nothing = get_text (docket, empty);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (first, ==, rows[i].digest);
      g_assert_cmpstr (again, ==, first);
      g_assert_cmpstr (text, ==, "abc");
      g_assert_cmpstr (nothing, ==, "");
      g_assert_true (ys_docket_has_file (docket, first));
      g_assert_false (ys_docket_has_file (docket, rows[1 - i].digest));
      g_assert_null (ys_docket_get_file (docket, rows[1 - i].digest, &error));
      g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND);
      assert_whole (docket);
    }
}

static void
test_persistent (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autofree char *id = NULL;
  g_autofree char *file = NULL;

  {
    g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_INTL);

    append_some (docket, "case/2024-0001", 5);
    file = put_text (docket, "附件");
    before = gather_all (docket);
    id = g_strdup (ys_docket_get_id (docket));
  }
  for (int mode = YS_DOCKET_READ_ONLY; mode <= YS_DOCKET_READ_WRITE; mode++)
    {
      g_autoptr (YsDocket) docket = engine->open (place, (YsDocketMode) mode);
      g_autoptr (GPtrArray) after = gather_all (docket);
      g_autofree char *text = get_text (docket, file);

      g_assert_cmpstr (ys_docket_get_id (docket), ==, id);
      g_assert_cmpint (ys_docket_get_suite (docket), ==, YS_SUITE_INTL);
      g_assert_cmpstr (text, ==, "附件");
      g_assert_cmpuint (after->len, ==, before->len);
      for (guint i = 0; i < after->len; i++)
        g_assert_cmpstr (((YsEntry *) after->pdata[i])->digest, ==,
                         ((YsEntry *) before->pdata[i])->digest);
      assert_whole (docket);
    }
}

static void
test_read_only (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) founded = engine->found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) docket = engine->open (place, YS_DOCKET_READ_ONLY);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new ();
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (ys_docket_get_read_only_reason (docket));
  g_assert_null (ys_docket_begin (docket, NULL, FALSE, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (ys_docket_put_file (docket, stream, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY);
}

static gboolean
cancel_cb (gint64 done, gint64 total, gpointer user_data)
{
  gint64 *seen = user_data;

  g_assert_cmpint (done, <=, total);
  *seen = done;
  return FALSE;
}

static void
test_cancel_verify (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  gint64 seen = -1;

  append_some (docket, "agency", 3);
  g_assert_null (ys_docket_verify (docket, cancel_cb, &seen, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (seen, ==, 3);
}

int
main (int argc, char **argv)
{
  static const EngineTest tests[] = {
    { "found", test_found },
    { "found-twice", test_found_twice },
    { "append", test_append },
    { "abandon", test_abandon },
    { "conflict", test_conflict },
    { "two-clients", test_two_clients },
    { "command", test_command },
    { "within-append", test_within_append },
    { "read-within-append", test_read_within_append },
    { "files", test_files },
    { "persistent", test_persistent },
    { "read-only", test_read_only },
    { "cancel-verify", test_cancel_verify },
  };

  return run_on_engines (argc, argv, tests, G_N_ELEMENTS (tests));
}
