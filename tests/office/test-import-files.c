/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that travel beside an exchange file: how they may be named, which are brought in, and that
 * a refusal leaves none behind. */
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2024-12-31"

/* A line that attaches the file of @digest to the case. */
static char *
make_line (const char *digest, const char *name)
{
  return g_strdup_printf (CASE ("attached", "2024-02-09",
                                "'file':'%s','name':'%s','role':'request','media_type':'text/"
                                "plain'"),
                          digest, name);
}

static void
put_beside (Place *place, const char *name, const char *bytes)
{
  g_autofree char *path = g_build_filename ("files", name, NULL);

  place_write (place, path, bytes, -1);
}

static char *
read_kept (Place *place, const char *digest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) in
    = ys_docket_get_file (ys_session_get_docket (place->session), digest, &error);
  char *bytes = g_malloc0 (64);

  g_assert_no_error (error);
  g_input_stream_read_all (in, bytes, 63, NULL, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

/* --- names ----------------------------------------------------------------------------------- */

/* "sm3:hex", "sm3-hex" (where a colon may not be) and "hex" alone. */
static void
test_names (void)
{
  static const char *const suites[] = { "sm3:", "sha256:" };

  for (guint suite = 0; suite < G_N_ELEMENTS (suites); suite++)
    for (int form = 0; form < 3; form++)
      {
        g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
        g_autoptr (YsImportReport) report = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *digest = digest_of (place, "原件", suites[suite]);
        g_autofree char *line = make_line (digest, "a.txt");
        g_autofree char *text = g_strconcat (GOT, line, NULL);
        g_autofree char *dashed = g_strdelimit (g_strdup (digest), ":", '-');
        const char *const names[] = { digest, dashed, strchr (digest, ':') + 1 };
        g_autofree char *kept = NULL;

        put_beside (place, names[form], "原件");
        assert_done (place_try_import (place, quoted (text), -1, &report, &error), &error);
        g_assert_cmpint (report->files, ==, 1);
        g_assert_cmpuint (count_files (place), ==, 1);
        kept = read_kept (place, digest);
        g_assert_cmpstr (kept, ==, "原件");
        assert_whole (place->session);
      }
}

/* What is none: a folder of that name, a name in capitals, another folder. */
static void
test_not_found (void)
{
  static const char *const places[] = { "files/%s/inside", "FILES/%s", "%s", "files/%.20s" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      g_autoptr (YsImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *digest = digest_of (place, "原件", "sm3:");
      g_autofree char *line = make_line (digest, "a.txt");
      g_autofree char *text = g_strconcat (GOT, line, NULL);
      g_auto (GStrv) parts = g_strsplit (places[i], "%", 2);
      g_autofree char *name = i == 3 ? g_strdup_printf ("files/%.20s", digest)
                                     : g_strconcat (parts[0], digest, parts[1] + 1, NULL);

      place_write (place, name, "原件", -1);
      assert_refused (place_try_import (place, quoted (text), -1, &report, &error), &error);
      g_assert_cmpstr (((YsImportRemark *) report->refused->pdata[0])->id, ==, "no-file");
      g_assert_cmpint (((YsImportRemark *) report->refused->pdata[0])->line, ==, 2);
      g_assert_cmpuint (count_files (place), ==, 0);
    }
}

/* One file that two entries speak of comes in once; one that the docket has is not asked for. */
static void
test_once (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = digest_of (place, "原件", "sm3:");
  g_autofree char *one = make_line (digest, "a.txt");
  g_autofree char *two = make_line (digest, "b.txt");
  g_autofree char *text = g_strconcat (GOT, one, two, NULL);
  g_autofree char *other
    = g_strconcat (LINE ("case/2024-0002", "received", "2024-02-08", REQUEST ("2024-02-08")), one,
                   NULL);
  g_autofree char *path = NULL;

  put_beside (place, digest, "原件");
  assert_done (place_try_import (place, quoted (text), -1, &report, &error), &error);
  g_assert_cmpint (report->files, ==, 1);
  g_clear_pointer (&report, ys_import_report_free);

  path = g_build_filename (place->root, "files", digest, NULL);
  g_assert_cmpint (g_remove (path), ==, 0);
  memcpy (strstr (strstr (other, "attached") - 30, "2024-0001"), "2024-0002", 9);
  assert_done (place_try_import (place, quoted (other), -1, &report, &error), &error);
  g_assert_cmpint (report->files, ==, 0);
  g_assert_cmpuint (count_files (place), ==, 1);
  assert_whole (place->session);
}

/* Every field that names a file brings it. */
static void
test_every_field (void)
{
  static const char *const bytes[] = { "a", "b", "c", "d", "e", "f", "g" };
  static const char *const lines[] = {
    CASE ("received", "2024-02-08",
          REQUEST ("2024-02-08") ",'agent':{'name':'李四','authorisation':'%s'}"),
    CASE ("attached", "2024-02-09", "'file':'%s','name':'n','role':'other','media_type':'a/b'"),
    CASE ("drafted", "2024-02-09", "'outcome':'granted','files':['%s']"),
    CASE ("replied", "2024-02-09", "'outcome':'granted','sent_by':'post','files':['%s']"),
    LINE ("register/normative/a", "issued", "2024-02-09", "'type':'rule','title':'t','file':'%s'"),
    LINE ("matter/2024-0001", "opened", "2024-02-09", "'kind':'enquiry','title':'t'")
      LINE ("matter/2024-0001", "answered", "2024-02-10", "'text':'a','files':['%s']"),
    LINE ("plan/2024/a", "finished", "2024-02-09", "'files':['%s']"),
  };
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *digest = digest_of (place, bytes[i], "sm3:");
      g_auto (GStrv) parts = g_strsplit (lines[i], "%s", 2);

      put_beside (place, digest, bytes[i]);
      g_string_append_printf (text, "%s%s%s", parts[0], digest, parts[1]);
    }
  assert_done (place_try_import (place, quoted (text->str), -1, &report, &error), &error);
  g_assert_cmpint (report->files, ==, G_N_ELEMENTS (lines));
  g_assert_cmpuint (count_files (place), ==, G_N_ELEMENTS (lines));
  assert_whole (place->session);
}

/* --- nothing is kept ------------------------------------------------------------------------- */

/* A file whose bytes are not those of its name, beside good ones before and after it. */
static void
test_other_bytes (void)
{
  static const char *const bytes[] = { "一", "二", "三", "四" };

  for (guint bad = 0; bad < G_N_ELEMENTS (bytes); bad++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      g_autoptr (YsImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new (GOT);
      g_autofree char *named = digest_of (place, bytes[bad], "sm3:");

      for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
        {
          g_autofree char *digest = digest_of (place, bytes[i], "sm3:");
          g_autofree char *line = make_line (digest, "a.txt");

          put_beside (place, digest, i == bad ? "exchanged" : bytes[i]);
          g_string_append (text, line);
        }
      assert_refused (place_try_import (place, quoted (text->str), -1, &report, &error), &error);
      g_assert_nonnull (strstr (error->message, named));
      g_assert_cmpint (report->entries, ==, 0);
      g_assert_cmpint (report->files, ==, 0);
      g_assert_cmpint (get_position (place->session), ==, 0);
      g_assert_cmpuint (count_files (place), ==, 0);
    }
}

/* Whatever else is refused, no file has come in before. */
static void
test_refused_beside (void)
{
  static const char *const bad[] = {
    CASE ("noted", "2024-02-09", ""),
    CASE ("corrected", "2024-02-09", ""),
    CASE ("delivered", "2024-02-09", "'of':9"),
    CASE ("attached", "2024-02-09",
          "'file':'sm3:0000000000000000000000000000000000000000000000000000"
          "000000000000','name':'n','role':'other','media_type':'a/b'"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      g_autoptr (YsImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *digest = digest_of (place, "原件", "sm3:");
      g_autofree char *line = make_line (digest, "a.txt");
      g_autofree char *text = g_strconcat (GOT, line, bad[i], NULL);

      put_beside (place, digest, "原件");
      assert_refused (place_try_import (place, quoted (text), -1, &report, &error), &error);
      g_assert_cmpuint (count_files (place), ==, 0);
      g_assert_cmpint (get_position (place->session), ==, 0);
    }
}

/* Files under the other suite's names stay whole under them, in a docket of either suite. */
static void
test_other_suite (void)
{
  for (YsSessionSuite suite = YS_SESSION_SUITE_GM; suite <= YS_SESSION_SUITE_INTL; suite++)
    {
      g_autoptr (Place) place = place_new_with (TODAY, YS_STAFF_APPROVAL_NONE, suite);
      g_autoptr (GError) error = NULL;
      g_autofree char *gm = digest_of (place, "同一", "sm3:");
      g_autofree char *intl = digest_of (place, "同一", "sha256:");
      g_autofree char *one = make_line (gm, "a.txt");
      g_autofree char *two = make_line (intl, "b.txt");
      g_autofree char *text = g_strconcat (GOT, one, two, NULL);
      g_autofree char *out_path = place_path (place, "out");
      g_autoptr (GFile) folder = g_file_new_for_path (out_path);
      g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
      const char *const digests[] = { gm, intl };

      put_beside (place, gm, "同一");
      put_beside (place, intl, "同一");
      place_import (place, text);
      g_assert_cmpuint (count_files (place), ==, 2);
      assert_whole (place->session);
      assert_done (ys_office_export (place->session, out, folder, NULL, NULL, &error), &error);
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *path = g_build_filename (out_path, "files", digests[i], NULL);
          g_autoptr (GFile) file = g_file_new_for_path (path);
          g_autofree char *found = ys_docket_digest_file (file, digests[i], &error);

          g_assert_no_error (error);
          g_assert_cmpstr (found, ==, digests[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/import/files/names", test_names);
  g_test_add_func ("/import/files/not-found", test_not_found);
  g_test_add_func ("/import/files/once", test_once);
  g_test_add_func ("/import/files/every-field", test_every_field);
  g_test_add_func ("/import/files/other-bytes", test_other_bytes);
  g_test_add_func ("/import/files/refused-beside", test_refused_beside);
  g_test_add_func ("/import/files/other-suite", test_other_suite);
  return place_run ();
}
