/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signed entries and signed checkpoints: what every engine must do, and by raw SQL each way of
 * tampering with a signature, found at its place. */

#include "docket/signer.h"
#include "place.h"

#include <string.h>

/* Entries 1 and 4 of found_signed() by nobody, 2 and 3 and 5 by a signer. */
#define ENTRIES 5

static YsSigner *
make_signer (YsSuite suite)
{
  g_autoptr (GError) error = NULL;
  YsSigner *signer = ys_signer_new (suite, &error);

  g_assert_no_error (error);
  return signer;
}

static void
add (YsAppend *append, const char *stream)
{
  g_autoptr (GError) error = NULL;

  ys_append_add (append, stream, YS_SEQ_ANY, "noted", "2024-02-08", "officer-1", BODY, NULL,
                 &error);
  g_assert_no_error (error);
}

/* @one signs entries 2 and 3, @other entry 5. */
static void
append_signed (YsDocket *docket, const YsSigner *one, const YsSigner *other)
{
  g_autoptr (GError) error = NULL;
  YsAppend *append = ys_docket_begin (docket, NULL, FALSE, &error);

  add (append, "case/2024-0001");
  ys_append_set_signer (append, one);
  add (append, "case/2024-0001");
  add (append, "case/2024-0002");
  ys_append_set_signer (append, NULL);
  add (append, "case/2024-0001");
  ys_append_set_signer (append, other);
  add (append, "case/2024-0001");
  ys_append_commit (append, &error);
  g_assert_no_error (error);
}

static void
test_signed (gconstpointer data)
{
  static const struct
  {
    YsSuite docket, one, other;
  } rows[] = {
    { YS_SUITE_GM, YS_SUITE_GM, YS_SUITE_GM },
    { YS_SUITE_INTL, YS_SUITE_INTL, YS_SUITE_INTL },
    /* a person's key need not be of the docket's suite */
    { YS_SUITE_GM, YS_SUITE_INTL, YS_SUITE_GM },
  };
  const Engine *engine = data;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = engine->found (place, rows[i].docket);
      g_autoptr (YsSigner) one = make_signer (rows[i].one);
      g_autoptr (YsSigner) other = make_signer (rows[i].other);
      const YsSigner *signers[ENTRIES] = { NULL, one, one, NULL, other };
      g_autoptr (GPtrArray) entries = NULL;

      append_signed (docket, one, other);
      assert_whole (docket);
      g_clear_object (&docket);
      docket = engine->open (place, YS_DOCKET_READ_ONLY);
      entries = gather_all (docket);
      g_assert_cmpuint (entries->len, ==, ENTRIES);
      for (guint j = 0; j < ENTRIES; j++)
        {
          const YsEntry *entry = entries->pdata[j];

          g_assert_cmpstr (entry->signer, ==,
                           signers[j] != NULL ? ys_signer_get_public_key (signers[j]) : NULL);
          g_assert_cmpint (entry->signature != NULL, ==, signers[j] != NULL);
          g_assert_cmpint (ys_entry_signature_is_good (entry), ==, signers[j] != NULL);
          if (entry->signature != NULL)
            g_assert_true (ys_signature_is_good (entry->signer, entry->signature, entry->digest,
                                                 strlen (entry->digest)));
        }
      assert_whole (docket);
    }
}

/* What a caller that reads on from where it stopped asks of each entry. */
static void
test_entry_alone (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_INTL);
  g_autoptr (YsSigner) one = make_signer (YS_SUITE_INTL);
  g_autoptr (YsSigner) other = make_signer (YS_SUITE_INTL);
  g_autoptr (GPtrArray) entries = NULL;
  const YsEntry *good;
  YsEntry entry;

  append_signed (docket, one, other);
  entries = gather_all (docket);
  good = entries->pdata[1];
  g_assert_true (ys_entry_signature_is_good (good));
  entry = *good;
  entry.signer = NULL;
  g_assert_false (ys_entry_signature_is_good (&entry));
  entry = *good;
  entry.signature = NULL;
  g_assert_false (ys_entry_signature_is_good (&entry));
  entry = *good;
  entry.digest = ((YsEntry *) entries->pdata[2])->digest;
  g_assert_false (ys_entry_signature_is_good (&entry));
  entry = *good;
  entry.signer = (char *) ys_signer_get_public_key (other);
  g_assert_false (ys_entry_signature_is_good (&entry));
  entry = *good;
  entry.signer = (char *) "head";
  g_assert_false (ys_entry_signature_is_good (&entry));
}

/* A retry is inert, whoever signs it. */
static void
test_retry (gconstpointer data)
{
  static const char command[] = "6f1d2c1e-0000-4000-8000-000000000001";
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_INTL);
  g_autoptr (YsSigner) one = make_signer (YS_SUITE_INTL);
  g_autoptr (GPtrArray) entries = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      YsAppend *append = ys_docket_begin (docket, command, FALSE, &error);

      g_assert_cmpint (ys_append_was_done (append), ==, i);
      ys_append_set_signer (append, one);
      add (append, "agency");
      g_assert_true (ys_append_commit (append, &error));
    }
  entries = gather_all (docket);
  g_assert_cmpuint (entries->len, ==, 1);
  assert_whole (docket);
}

typedef struct
{
  gint64 last;
  int calls;
} Watch;

static gboolean
watch_cb (gint64 done, gint64 total, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpint (done, >=, watch->last);
  g_assert_cmpint (total, ==, 300);
  g_assert_cmpint (done, <=, total);
  watch->last = done;
  watch->calls++;
  return TRUE;
}

/* Signatures take long: whoever waits is told, and asked, often. */
static void
test_progress (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_INTL);
  g_autoptr (YsSigner) one = make_signer (YS_SUITE_INTL);
  g_autoptr (YsVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  YsAppend *append = ys_docket_begin (docket, NULL, FALSE, &error);
  Watch watch = { 0 };

  ys_append_set_signer (append, one);
  for (int i = 0; i < 300; i++)
    add (append, "agency");
  g_assert_true (ys_append_commit (append, &error));
  verdict = ys_docket_verify (docket, watch_cb, &watch, &error);
  g_assert_no_error (error);
  g_assert_null (verdict->reason);
  g_assert_cmpint (verdict->entries, ==, 300);
  g_assert_cmpint (watch.last, ==, 300);
  g_assert_cmpint (watch.calls, >=, 9);
}

static void
test_checkpoint (gconstpointer data)
{
  const Engine *engine = data;

  for (int suite = YS_SUITE_GM; suite <= YS_SUITE_INTL; suite++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (Place) other_place = place_new ();
      g_autoptr (YsDocket) docket = engine->found (place, (YsSuite) suite);
      g_autoptr (YsDocket) other = engine->found (other_place, (YsSuite) suite);
      g_autoptr (YsSigner) signer = make_signer ((YsSuite) suite);
      g_autoptr (GError) error = NULL;
      g_autofree char *line = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *told = NULL;
      g_auto (GStrv) words = NULL;

      append_some (docket, "agency", 5);
      line = ys_docket_make_checkpoint (docket, signer, &error);
      plain = ys_docket_make_checkpoint (docket, NULL, &error);
      g_assert_no_error (error);
      g_assert_null (strchr (line, '\n'));
      append_some (docket, "agency", 1);
      kept = g_strconcat (line, "\r\n", NULL);
      g_assert_true (ys_docket_compare_checkpoint (docket, kept, &told, &error));
      g_assert_cmpstr (told, ==, ys_signer_get_public_key (signer));
      g_clear_pointer (&told, g_free);
      g_assert_true (ys_docket_compare_checkpoint (docket, line, NULL, &error));
      g_assert_true (ys_docket_compare_checkpoint (docket, plain, &told, &error));
      g_assert_null (told);
      g_assert_false (ys_docket_compare_checkpoint (other, line, &told, &error));
      g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS);
      g_assert_null (told);

      /* each word another one, of the signature too; and the signature gone */
      words = g_strsplit (line, " ", -1);
      g_assert_cmpuint (g_strv_length (words), ==, 7);
      for (int i = 0; i < 8; i++)
        {
          g_auto (GStrv) changed = g_strdupv (words);
          g_autofree char *text = NULL;
          char *last = changed[MIN (i, 6)] + strlen (changed[MIN (i, 6)]) - 1;

          if (i < 7)
            *last = *last == '4' ? '5' : '4';
          else
            g_clear_pointer (&changed[6], g_free);
          text = g_strjoinv (" ", changed);
          g_clear_error (&error);
          g_assert_false (ys_docket_compare_checkpoint (docket, text, &told, &error));
          g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS);
          g_assert_null (told);
        }
    }
}

/* The docket lost what the checkpoint saw: whoever signed it is told all the same. */
static void
test_checkpoint_lost (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (YsSigner) signer = make_signer (YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *told = NULL;

  append_some (docket, "agency", 5);
  line = ys_docket_make_checkpoint (docket, signer, &error);
  g_clear_object (&docket);
  tamper_sql (place->store, "DELETE FROM entries WHERE position > 4;"
                            "DELETE FROM bodies WHERE position > 4");
  docket = place_open (place, YS_DOCKET_READ_ONLY);
  g_assert_false (ys_docket_compare_checkpoint (docket, line, &told, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  g_assert_cmpstr (told, ==, ys_signer_get_public_key (signer));
}

#define FROM_ENTRY(column, position)                                                               \
  "(SELECT " column " FROM entries WHERE position = " position ")"

static void
test_tampered (void)
{
  static const struct
  {
    const char *what;
    const char *sql;
    gint64 position; /* 0: this the docket alone cannot see */
  } rows[] = {
    { "signature of another entry by the same key",
      "UPDATE entries SET signature = " FROM_ENTRY ("signature", "2") " WHERE position = 3", 3 },
    { "signature and signer of another entry",
      "UPDATE entries SET (signature, signer) = "
      "(SELECT signature, signer FROM entries WHERE position = 5) WHERE position = 3",
      3 },
    { "signer swapped",
      "UPDATE entries SET signer = " FROM_ENTRY ("signer", "5") " WHERE position = 2", 2 },
    { "signer changed in a digit",
      "UPDATE entries SET signer = substr (signer, 1, length (signer) - 1) || "
      "CASE WHEN signer LIKE '%0' THEN '1' ELSE '0' END WHERE position = 5",
      5 },
    { "signature changed in a digit",
      "UPDATE entries SET signature = substr (signature, 1, length (signature) - 1) || "
      "CASE WHEN signature LIKE '%0' THEN '1' ELSE '0' END WHERE position = 5",
      5 },
    { "written otherwise", "UPDATE entries SET signature = upper (signature) WHERE position = 2",
      2 },
    { "signature stripped, signer stays", "UPDATE entries SET signature = NULL WHERE position = 3",
      3 },
    { "signer stripped, signature stays", "UPDATE entries SET signer = NULL WHERE position = 3",
      3 },
    { "signature empty", "UPDATE entries SET signature = '' WHERE position = 3", 3 },
    { "both empty", "UPDATE entries SET signature = '', signer = '' WHERE position = 3", 3 },
    { "signed what nobody signed",
      "UPDATE entries SET (signature, signer) = "
      "(SELECT signature, signer FROM entries WHERE position = 2) WHERE position = 4",
      4 },
    { "signer named where nobody signed",
      "UPDATE entries SET signer = " FROM_ENTRY ("signer", "2") " WHERE position = 1", 1 },
    { "both stripped", "UPDATE entries SET signature = NULL, signer = NULL WHERE position = 3", 0 },
  };

  for (int suite = YS_SUITE_GM; suite <= YS_SUITE_INTL; suite++)
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        g_autoptr (Place) place = place_new ();
        g_autoptr (YsDocket) docket = place_found (place, (YsSuite) suite);
        g_autoptr (YsSigner) one = make_signer ((YsSuite) suite);
        g_autoptr (YsSigner) other = make_signer ((YsSuite) suite);

        g_test_message ("%s", rows[i].what);
        append_signed (docket, one, other);
        assert_whole (docket);
        tamper_sql (place->store, rows[i].sql);
        if (rows[i].position > 0)
          assert_bad_at (docket, rows[i].position);
        else
          assert_whole (docket);
      }
}

int
main (int argc, char **argv)
{
  static const EngineTest tests[] = {
    { "signed/read", test_signed },           { "signed/entry-alone", test_entry_alone },
    { "signed/retry", test_retry },           { "signed/progress", test_progress },
    { "signed/checkpoint", test_checkpoint },
  };

  g_test_init (&argc, &argv, NULL);
  add_on_engines (tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/signed/checkpoint-lost", test_checkpoint_lost);
  g_test_add_func ("/signed/tampered", test_tampered);
  return g_test_run ();
}
