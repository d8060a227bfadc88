/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How an exchange file may be cut into lines, and files that are none. What a line says is tested
 * in test-import-refusals.c. */
#include "place.h"

#include <string.h>

#define TODAY "2024-12-31"
#define NOTED(text) CASE ("noted", "2024-02-09", "'text':'" text "'")
#define BAD "{'stream':'case/2024-0001','kind':'noted','on':'2024-02-09','body':{}}\n"

/* --- ends of lines --------------------------------------------------------------------------- */

/* @text with every newline as @end. */
static char *
end_lines (const char *text, const char *end)
{
  g_auto (GStrv) lines = g_strsplit (quoted (text), "\n", -1);

  return g_strjoinv (end, lines);
}

static void
assert_holds_two (Place *place)
{
  g_autofree char *all = tell_all (place->session);

  g_assert_cmpint (get_position (place->session), ==, 2);
  g_assert_nonnull (strstr (all, "case/2024-0001 received 2024-02-08 {"));
  g_assert_nonnull (strstr (all, "case/2024-0001 noted 2024-02-09 {\"text\":\"记\"} -\n"));
}

static void
test_ends (void)
{
  static const struct
  {
    const char *text, *end;
    int line; /* of a bad line put at the end */
  } rows[] = {
    { GOT NOTED ("记"), "\n", 3 },
    { GOT NOTED ("记"), "\r\n", 3 },
    { "\n\n" GOT "\n\n\n" NOTED ("记") "\n", "\n", 9 },
    { "\n\n" GOT "\n\n\n" NOTED ("记") "\n", "\r\n", 9 },
    { "  \t " GOT "   \n\t\n" NOTED ("记"), "\n", 5 },
    { "\xef\xbb\xbf" GOT NOTED ("记"), "\r\n", 3 },
    { "\xef\xbb\xbf\n" GOT NOTED ("记"), "\n", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int cut = 0; cut <= 2; cut++)
      {
        g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
        g_autoptr (YsImportReport) report = NULL;
        g_autoptr (YsImportReport) bad = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *text = end_lines (rows[i].text, rows[i].end);
        g_autofree char *with_bad = g_strconcat (text, quoted (BAD), NULL);
        gsize length = strlen (text);

        /* Without the last end, and without its first half. */
        while (cut > 0 && strchr ("\r\n", text[length - 1]) != NULL)
          length--;
        if (cut == 2)
          text[length++] = '\r';

        g_assert_false (place_try_import (place, with_bad, -1, &bad, NULL));
        g_assert_cmpint (bad->refusals, ==, 1);
        g_assert_cmpint (((YsImportRemark *) bad->refused->pdata[0])->line, ==, rows[i].line);
        assert_done (place_try_import (place, text, (gssize) length, &report, &error), &error);
        g_assert_cmpint (report->lines, ==, 2);
        g_assert_cmpint (report->entries, ==, 2);
        assert_holds_two (place);
      }
}

/* A byte order mark further on is no blank. */
static void
test_late_mark (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done
    = place_try_import (place, quoted (GOT "\xef\xbb\xbf" NOTED ("记")), -1, &report, &error);

  assert_refused (done, &error);
  g_assert_cmpint (((YsImportRemark *) report->refused->pdata[0])->line, ==, 2);
}

/* A nul byte is no blank either: neither before, in, nor after a line, nor alone on one. */
static void
test_nul_bytes (void)
{
  static const char *const places[]
    = { "@" GOT, GOT "@" NOTED ("记"), GOT "@\n" NOTED ("记"), GOT NOTED ("记") "@@@@" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int after = 0; after < 2; after++)
      {
        g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
        g_autoptr (YsImportReport) report = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *text = g_strdup (quoted (places[i]));
        gsize length = strlen (text);
        char *at;

        g_test_message ("%u", i);
        /* Once at the end of the line before. */
        at = strchr (text, '@');
        if (after && at > text && at[-1] == '\n')
          {
            at[-1] = '@';
            at[0] = '\n';
          }
        for (gsize k = 0; k < length; k++)
          if (text[k] == '@')
            text[k] = '\0';
        assert_refused (place_try_import (place, text, (gssize) length, &report, &error), &error);
        g_assert_cmpint (get_position (place->session), ==, 0);
        g_assert_cmpuint (report->refused->len, >=, 1);
      }
}

/* --- streams --------------------------------------------------------------------------------- */

/* `of` names the entry of its own stream, however the streams lie between each other; warnings and
 * refusals name the right line. */
static void
test_interleaved (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *all = NULL;
  gboolean done;

  for (int i = 1; i <= 30; i++)
    g_string_append_printf (text,
                            "\n" LINE ("case/2024-%04d", "received", "2024-02-08",
                                       REQUEST ("2024-02-08")),
                            i * 7 % 31);
  for (int i = 1; i <= 30; i++)
    g_string_append_printf (text,
                            LINE ("case/2024-%04d", "correction-asked", "2024-02-09",
                                  "'points':'p','until':'2024-03-01'"),
                            i * 11 % 31);
  for (int i = 1; i <= 30; i++)
    g_string_append_printf (text, LINE ("case/2024-%04d", "delivered", "2024-02-10", "'of':2"),
                            i * 13 % 31);
  /* Line 121: delivered before its letter. */
  g_string_append (text, LINE ("case/2024-0017", "delivered", "2024-02-08", "'of':2"));

  done = place_try_import (place, quoted (text->str), -1, &report, &error);
  assert_done (done, &error);
  g_assert_cmpint (report->lines, ==, 91);
  g_assert_cmpint (report->entries, ==, 91);
  g_assert_cmpint (report->cases, ==, 30);
  g_assert_cmpint (report->warnings, ==, 1);
  g_assert_cmpint (((YsImportRemark *) report->warned->pdata[0])->line, ==, 121);

  g_string_append (text, LINE ("case/2024-0018", "delivered", "2024-02-10", "'of':9"));
  for (char *at = text->str; (at = strstr (at, "case/2024-")) != NULL; at++)
    at[8] = '3';
  g_clear_pointer (&report, ys_import_report_free);
  g_assert_false (place_try_import (place, quoted (text->str), -1, &report, NULL));
  g_assert_cmpint (report->refusals, ==, 1);
  g_assert_cmpint (((YsImportRemark *) report->refused->pdata[0])->line, ==, 122);
  all = tell_all (place->session);
  g_assert_null (strstr (all, "case/2023-"));
}

/* --- long lines ------------------------------------------------------------------------------ */

/* A note whose line is @length bytes long. */
static char *
make_long_line (gsize length)
{
  const char *head
    = quoted ("{'stream':'case/2024-0001','kind':'noted','on':'2024-02-09','body':{'text':'");
  const char *tail = quoted ("'}}");
  g_autofree char *middle = g_strnfill (length - strlen (head) - strlen (tail), 'x');

  return g_strconcat (head, middle, tail, NULL);
}

static void
test_long_lines (void)
{
  static const struct
  {
    gssize more; /* than one mebibyte */
    const char *end;
    gsize before; /* blanks before the line, to move it against the blocks of reading */
    gboolean accepted;
  } rows[] = {
    { -1, "\n", 0, TRUE },     { 0, "\n", 0, TRUE },       { 0, "", 0, TRUE },
    { 0, "\r\n", 0, TRUE },    { 0, "\r\n", 65535, TRUE }, { 0, "\r\n", 1, TRUE },
    { 1, "\n", 0, FALSE },     { 1, "", 0, FALSE },        { 1, "\r\n", 65534, FALSE },
    { 70000, "\n", 0, FALSE }, { 70000, "", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize shift = 0; shift < 2; shift++)
      {
        g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
        g_autoptr (YsImportReport) report = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *line = make_long_line (YS_LINE_MAX + rows[i].more);
        gsize got = strlen (GOT);
        /* So that the line begins at the very block, or one byte before. */
        gsize fill = (2 * 65536 - got + rows[i].before - shift) % 65536;
        g_autofree char *blanks = g_strnfill (fill, '\n');
        g_autofree char *text = g_strconcat (quoted (GOT), blanks, line, rows[i].end, NULL);

        g_test_message ("%u %" G_GSIZE_FORMAT, i, shift);
        if (rows[i].accepted)
          assert_done (place_try_import (place, text, -1, &report, &error), &error);
        else
          {
            const YsImportRemark *remark;

            assert_refused (place_try_import (place, text, -1, &report, &error), &error);
            remark = g_ptr_array_index (report->refused, 0);
            g_assert_cmpstr (remark->id, ==, "too-long");
            g_assert_cmpint (remark->line, ==, (gint64) fill + 2);
          }
        g_assert_cmpint (get_position (place->session), ==, rows[i].accepted ? 2 : 0);
      }
}

/* --- files that are none --------------------------------------------------------------------- */

static void
assert_given_up (Place *place, const char *bytes, gsize length)
{
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (place_try_import (place, bytes, (gssize) length, &report, &error), &error);
  g_assert_cmpint (report->refusals, >, 0);
  g_assert_cmpuint (report->refused->len, >, 0);
  g_assert_cmpuint (report->refused->len, <=, YS_IMPORT_REMARKS);
  g_assert_cmpint (get_position (place->session), ==, 0);
}

static void
test_nonsense (void)
{
  const gsize length = 8 * 1024 * 1024;
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GRand) dice = g_rand_new_with_seed (20240101);
  g_autofree char *bytes = g_malloc (length);

  memset (bytes, 'x', length);
  assert_given_up (place, bytes, length);
  memset (bytes, '\0', length);
  assert_given_up (place, bytes, length);
  memset (bytes, ' ', length);
  assert_given_up (place, bytes, length);
  memset (bytes, '[', length);
  assert_given_up (place, bytes, length);
  for (gsize i = 0; i < length; i++)
    bytes[i] = (char) g_rand_int_range (dice, 0, 256);
  assert_given_up (place, bytes, length);
  for (gsize i = 0; i < length; i++)
    bytes[i] = "{}[]\",:0123456789 ean\\u\n"[g_rand_int_range (dice, 0, 24)];
  assert_given_up (place, bytes, length);
  assert_whole (place->session);
}

/* Nothing is nothing: no entry, no complaint. */
static void
test_empty (void)
{
  static const char *const texts[]
    = { "", "\n", "\r\n\r\n", "\xef\xbb\xbf", "\xef\xbb\xbf\r\n", "  \n\t" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      g_autoptr (YsImportReport) report = NULL;
      g_autoptr (GError) error = NULL;

      assert_done (place_try_import (place, texts[i], -1, &report, &error), &error);
      g_assert_cmpint (report->lines, ==, 0);
      g_assert_cmpint (report->entries, ==, 0);
      g_assert_cmpint (get_position (place->session), ==, 0);
      assert_whole (place->session);
    }
}

static void
test_no_file (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *missing = place_path (place, "missing.ndjson");
  const char *const paths[] = { missing, place->root };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (YsImportReport) report = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (ys_office_import (place->session, file, NULL, NULL, &report, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (report);
      g_assert_cmpint (report->lines, ==, 0);
      g_assert_cmpint (get_position (place->session), ==, 0);
    }
}

/* --- progress -------------------------------------------------------------------------------- */

static gboolean
stop (gint64 done, gint64 total, gpointer user_data)
{
  g_assert_cmpint (done, <=, total);
  return --*(int *) user_data > 0;
}

static void
test_cancelled (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = place_path (place, "long.ndjson");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  int steps = 3;

  for (int i = 1; i <= 3000; i++)
    g_string_append_printf (text,
                            LINE ("case/2024-%04d", "received", "2024-02-08",
                                  REQUEST ("2024-02-08")),
                            i);
  place_write (place, "long.ndjson", quoted (text->str), -1);
  g_assert_false (ys_office_import (place->session, file, stop, &steps, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (get_position (place->session), ==, 0);
  g_assert_cmpint (report->entries, ==, 0);

  /* And the lock is free again. */
  place_import (place, GOT);
  g_assert_cmpint (get_position (place->session), ==, 1);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/import/lines/ends", test_ends);
  g_test_add_func ("/import/lines/late-mark", test_late_mark);
  g_test_add_func ("/import/lines/nul-bytes", test_nul_bytes);
  g_test_add_func ("/import/lines/interleaved", test_interleaved);
  g_test_add_func ("/import/lines/long", test_long_lines);
  g_test_add_func ("/import/lines/nonsense", test_nonsense);
  g_test_add_func ("/import/lines/empty", test_empty);
  g_test_add_func ("/import/lines/no-file", test_no_file);
  g_test_add_func ("/import/lines/cancelled", test_cancelled);
  return place_run ();
}
