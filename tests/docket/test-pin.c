/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A client's note of what it saw, and checkpoints: what is noted when, and what a docket is told
 * that no longer holds it. Tampering with the docket itself stands in test-tamper.c. */

#include "docket/docket-private.h"
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static YsPin
load_pin (Place *place, YsDocket *docket)
{
  g_autoptr (GError) error = NULL;
  gboolean found;
  YsPin pin;

  g_assert_true (ys_pin_load (place->state, ys_docket_get_id (docket), &pin, &found, &error));
  g_assert_no_error (error);
  g_assert_true (found);
  return pin;
}

static void
assert_pinned_head (Place *place, YsDocket *docket)
{
  g_autofree char *digest = NULL;
  gint64 position;
  YsPin pin;

  g_assert_true (ys_docket_get_position (docket, &position, &digest, NULL));
  pin = load_pin (place, docket);
  g_assert_cmpint (pin.position, ==, position);
  g_assert_cmpstr (pin.digest, ==, digest);
}

static void
test_moves_on (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *other_state = place_path (place, "other-state");
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) other = NULL;
  gint64 position;
  GStatBuf status;

  g_assert_cmpint (load_pin (place, docket).position, ==, 0);
  g_assert_cmpint (g_stat (place->state, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  append_some (docket, "agency", 2);
  g_assert_cmpint (load_pin (place, docket).position, ==, 2);
  assert_pinned_head (place, docket);

  /* what another client appends is noted once it is seen */
  other = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, other_state, NULL);
  append_some (other, "agency", 3);
  g_assert_cmpint (load_pin (place, docket).position, ==, 2);
  g_assert_true (ys_docket_get_position (docket, &position, NULL, NULL));
  g_assert_cmpint (load_pin (place, docket).position, ==, 5);
  append_some (other, "agency", 1);
  g_clear_object (&docket);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  g_assert_cmpint (load_pin (place, docket).position, ==, 6);
  assert_pinned_head (place, docket);
}

static void
test_reader_notes_nothing (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *state = place_path (place, "reader");
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) reader = NULL;
  gint64 position;

  append_some (docket, "agency", 2);
  reader = ys_docket_open (place->docket, YS_DOCKET_READ_ONLY, state, NULL);
  append_some (docket, "agency", 2);
  g_assert_true (ys_docket_get_position (reader, &position, NULL, NULL));
  g_assert_cmpint (position, ==, 4);
  g_assert_false (g_file_test (state, G_FILE_TEST_EXISTS));
}

/* Two programs of one person: the one that saw less does not turn the note back. */
static void
test_not_turned_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  YsPin later;

  append_some (docket, "agency", 2);
  later = load_pin (place, docket);
  later.position = 9;
  g_assert_true (ys_pin_save (place->state, ys_docket_get_id (docket), &later, TRUE, NULL));
  append_some (docket, "agency", 1);
  g_assert_cmpint (load_pin (place, docket).position, ==, 9);
}

static void
test_bad_note (void)
{
#define DIGEST "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
  static const char *const notes[] = {
    "",
    "nonsense",
    "yishen-pin-1 %s 1",
    "yishen-pin-1 %s x " DIGEST,
    "yishen-pin-1 %s -1 " DIGEST,
    "yishen-pin-2 %s 1 " DIGEST,
    "yishen-pin-1 %s 1 sm3:00",
    "yishen-pin-1 6f1d2c1e-0000-4000-8000-000000000001 1 " DIGEST,
    /* well written, of an entry that was never there */
    "yishen-pin-1 %s 1 " DIGEST,
    "yishen-pin-1 %s 7 " DIGEST,
    "yishen-pin-1 %s 0 " DIGEST,
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *id = g_strdup (ys_docket_get_id (docket));
  g_autofree char *name = g_strconcat (id, ".pin", NULL);
  g_autofree char *path = g_build_filename (place->state, name, NULL);

  append_some (docket, "agency", 2);
  g_clear_object (&docket);
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_auto (GStrv) halves = g_strsplit (notes[i], "%s", -1);
      g_autofree char *note = g_strjoinv (id, halves);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, note, -1, NULL));
      g_assert_null (ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, place->state, &error));
      g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
      docket = place_open (place, YS_DOCKET_READ_ONLY);
      g_assert_nonnull (ys_docket_get_distrust_reason (docket));
      g_clear_object (&docket);
    }
}

/* Locks that do not hold, seen from within: what this client just wrote is gone under its hands. */
static void
test_while_open (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  gint64 position;

  append_some (docket, "agency", 5);
  tamper_sql (place->store, "DELETE FROM entries WHERE position = 5;"
                            "DELETE FROM bodies WHERE position = 5");
  g_assert_false (ys_docket_get_position (docket, &position, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  g_clear_error (&error);
  g_assert_nonnull (ys_docket_get_distrust_reason (docket));
  g_assert_null (ys_docket_begin (docket, NULL, FALSE, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
}

static void
test_before_append (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;

  append_some (docket, "agency", 5);
  tamper_sql (place->store, "DELETE FROM entries WHERE position = 5;"
                            "DELETE FROM bodies WHERE position = 5");
  g_assert_false (append_one (docket, NULL, "agency", YS_SEQ_ANY, BODY, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  g_assert_cmpint (ask_sql (place->store, "SELECT count (*) FROM entries"), ==, 4);
}

static void
test_checkpoint (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Place) other_place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) other = place_found (other_place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = ys_docket_make_checkpoint (docket, NULL, &error);
  g_autofree char *full = NULL;
  g_autofree char *line = NULL;
  static const char *const nonsense[] = { "", "a letter", "yishen-checkpoint-1 a b c d" };

  append_some (docket, "agency", 5);
  full = ys_docket_make_checkpoint (docket, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strchr (full, '\n'));
  g_assert_true (ys_docket_compare_checkpoint (docket, empty, NULL, &error));
  g_assert_true (ys_docket_compare_checkpoint (docket, full, NULL, &error));
  append_some (docket, "agency", 1);
  line = g_strconcat (full, "\r\n", NULL);
  g_assert_true (ys_docket_compare_checkpoint (docket, line, NULL, &error));

  g_assert_false (ys_docket_compare_checkpoint (other, full, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS);
  g_clear_error (&error);
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_assert_false (ys_docket_compare_checkpoint (docket, nonsense[i], NULL, &error));
      g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS);
      g_clear_error (&error);
    }

  g_clear_object (&docket);
  tamper_sql (place->store, "DELETE FROM entries WHERE position > 4;"
                            "DELETE FROM bodies WHERE position > 4");
  docket = ys_docket_open (place->docket, YS_DOCKET_READ_ONLY, NULL, &error);
  g_assert_true (ys_docket_compare_checkpoint (docket, empty, NULL, &error));
  g_assert_false (ys_docket_compare_checkpoint (docket, full, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  g_clear_error (&error);
  g_clear_object (&docket);

  docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, NULL, &error);
  append_some (docket, "agency", 1);
  g_assert_false (ys_docket_compare_checkpoint (docket, full, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pin/moves-on", test_moves_on);
  g_test_add_func ("/pin/reader-notes-nothing", test_reader_notes_nothing);
  g_test_add_func ("/pin/not-turned-back", test_not_turned_back);
  g_test_add_func ("/pin/bad-note", test_bad_note);
  g_test_add_func ("/pin/while-open", test_while_open);
  g_test_add_func ("/pin/before-append", test_before_append);
  g_test_add_func ("/pin/checkpoint", test_checkpoint);
  return g_test_run ();
}
