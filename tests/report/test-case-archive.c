/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the case file as bytes: members and their names, foreign text escaped, large files in pieces, and
 * that whatever goes wrong leaves what stood there and nothing beside it. That it can be checked without
 * the program is tests/cli/check_casefile.py's business. */
#include "case-maker.h"
#include "report/case-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* More than one piece of the writer, and no multiple of it. */
#define LARGE (3 * 1024 * 1024 + 17)

typedef struct
{
  char *folder;
  char *path;
  YsCasePapers *papers;
  GHashTable *kept;    /* digest → GBytes */
  gboolean fail;       /* a file cannot be opened */
  gint64 stop_at;      /* progress at which it is cancelled, -1: never */
  gint64 calls;
  gint64 last;
  gint64 total;
} Fixture;

/* --- a case ---------------------------------------------------------------------------------- */

static GBytes *
make_bytes (gsize size)
{
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 7 + i / 251);
  return g_bytes_new_take (data, size);
}

static char *
keep (Fixture *self, GBytes *bytes)
{
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  char *digest = g_strconcat ("sha256:", hex, NULL);

  g_hash_table_replace (self->kept, g_strdup (digest), g_bytes_ref (bytes));
  return digest;
}

static char *
attach (Fixture *self, gsize size, const char *name)
{
  g_autoptr (GBytes) bytes = make_bytes (size);
  g_autofree char *digest = keep (self, bytes);

  return g_strdup_printf ("2024-02-09 attached {\"file\":\"%s\",\"name\":\"%s\",\"role\":"
                          "\"reply\",\"media_type\":\"application/pdf\"}", digest, name);
}

static void
add_entries (YsCasePapers *papers, const YsHistory *history)
{
  for (guint seq = 1; seq <= ys_history_get_length (history); seq++)
    {
      YsPaperEntry *entry = ys_case_papers_add_entry (papers);

      entry->seq = seq;
      entry->position = seq;
      entry->first = ys_event_ref (ys_history_get (history, seq));
      entry->event = ys_event_ref (entry->first);
      entry->recorded_at = g_strdup ("2024-02-09T02:03:04Z");
      entry->digest = g_strdup ("sm3:0");
      entry->line = g_strdup ("{}\n");
      entry->link = g_strdup ("{}\n");
    }
}

static YsCasePapers *
make_papers (Fixture *self, const char *const *lines)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);
  YsDay on = ys_day_parse ("2024-03-01", -1);
  g_autoptr (YsFolded) folded = ys_history_fold (history, on);
  YsCasePapers *papers = ys_case_papers_new ();

  papers->on = on;
  papers->agency = g_strdup ("某市<自然>&资源局");
  papers->docket = g_strdup ("0");
  papers->checkpoint = g_strdup ("point");
  papers->casefile = ys_casefile_new (history, calendar, on);
  papers->clock = ys_clock_read (folded, calendar, TRUE);
  add_entries (papers, history);
  if (papers->clock != NULL)
    papers->receipt = ys_event_ref (ys_history_get (history, 1));
  ys_case_papers_list_files (papers);
  for (guint i = 0; i < papers->files->len; i++)
    {
      YsPaperFile *file = g_ptr_array_index (papers->files, i);
      file->is_kept = g_hash_table_contains (self->kept, file->digest);
    }
  return papers;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("yishen-archive-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "案卷.zip", NULL);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_bytes_unref);
  self->stop_at = -1;
  g_autofree char *one = attach (self, LARGE, "../../etc/答复:书?.pdf");
  g_autofree char *name = g_strnfill (200, 'n');
  g_autofree char *long_name = g_strconcat (name, ".pdf", NULL);
  g_autofree char *two = attach (self, 3, long_name);
  g_autofree char *three = attach (self, 5, "答复\\u0001书.pdf");
  const char *const lines[] = {
    "2024-02-08 received", one, two, three, "2024-02-10 noted {\"text\":\"<script>&\\u0001\"}",
    NULL,
  };
  self->papers = make_papers (self, lines);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  ys_case_papers_free (self->papers);
  g_hash_table_unref (self->kept);
}

/* --- writing and reading it ------------------------------------------------------------------ */

static GInputStream *
open_cb (const char *digest, gpointer user_data, GError **error)
{
  Fixture *self = user_data;

  if (!self->fail)
    return g_memory_input_stream_new_from_bytes (g_hash_table_lookup (self->kept, digest));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "The file is away.");
  return NULL;
}

static gboolean
progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpint (done, >=, self->last);
  g_assert_cmpint (done, <, total);
  self->last = done;
  self->total = total;
  return self->calls++ != self->stop_at;
}

static gboolean
write_papers (Fixture *self, GError **error)
{
  self->calls = self->last = 0;
  return ys_case_archive_write (self->papers, self->path, open_cb, self, progress_cb, self, error);
}

/* Names and contents. */
static GHashTable *
read_members (const char *path)
{
  GHashTable *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               (GDestroyNotify) g_byte_array_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  /* The program writes in the C locale here; only reading needs another. */
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
  locale_t before = uselocale (utf8);

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      GByteArray *bytes = g_byte_array_new ();
      const void *data;
      size_t size;
      la_int64_t offset;

      while (archive_read_data_block (archive, &data, &size, &offset) == ARCHIVE_OK)
        g_byte_array_append (bytes, data, (guint) size);
      g_assert_true (
        g_hash_table_insert (members, g_strdup (archive_entry_pathname_utf8 (entry)), bytes));
    }
  g_assert_cmpstr (archive_error_string (archive), ==, NULL);
  archive_read_free (archive);
  uselocale (before);
  freelocale (utf8);
  return members;
}

static char *
get_text (GHashTable *members, const char *name)
{
  GByteArray *bytes = g_hash_table_lookup (members, name);

  if (bytes == NULL)
    g_error ("no member %s", name);
  return g_strndup ((const char *) bytes->data, bytes->len);
}

static guint
count_files (const Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

/* --- tests ----------------------------------------------------------------------------------- */

static void
test_members (Fixture *self, gconstpointer data)
{
  static const char *const names[] = {
    "00-目录.html", "01-申请.html", "02-收件.html", "03-期限说明.html", "04-经办过程.html",
    "05-审批.html", "06-答复.html", "数据/entries.ndjson", "数据/chain.ndjson",
    "数据/checkpoint.txt", "数据/manifest.json", "附件/01-reply-答复-书-.pdf",
    "附件/03-reply-答复-书.pdf",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) members = NULL;
  GStatBuf status;

  g_assert_true (write_papers (self, &error));
  g_assert_no_error (error);
  g_assert_cmpint (self->last, ==, self->total - 1);
  members = read_members (self->path);
  g_assert_cmpuint (g_hash_table_size (members), ==, G_N_ELEMENTS (names) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!g_hash_table_contains (members, names[i]))
      g_error ("no member %s", names[i]);
  g_autofree char *begin = g_strnfill (56, 'n');
  g_autofree char *long_name = g_strconcat ("附件/02-reply-", begin, ".pdf", NULL);
  g_assert_true (g_hash_table_contains (members, long_name));

  GByteArray *large = g_hash_table_lookup (members, "附件/01-reply-答复-书-.pdf");
  g_autoptr (GBytes) want = make_bytes (LARGE);
  g_assert_cmpmem (large->data, large->len, g_bytes_get_data (want, NULL), LARGE);
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_escaped (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) members = NULL;

  g_assert_true (write_papers (self, NULL));
  members = read_members (self->path);
  g_autofree char *timeline = get_text (members, "04-经办过程.html");
  g_autofree char *index = get_text (members, "00-目录.html");
  g_assert_nonnull (strstr (timeline, "&lt;script&gt;&amp;\357\277\275"));
  g_assert_null (strstr (timeline, "<script"));
  g_assert_null (strchr (timeline, '\1'));
  g_assert_nonnull (strstr (index, "某市&lt;自然&gt;&amp;资源局"));
}

/* No file is anywhere in the way, and the old one is as it was. */
static void
assert_untouched (Fixture *self)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (count_files (self), ==, 1);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  gint64 calls;

  g_assert_true (write_papers (self, NULL));
  calls = self->calls;
  g_assert_cmpint (calls, >, self->total);
  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  for (self->stop_at = 0; self->stop_at < calls; self->stop_at++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (write_papers (self, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_untouched (self);
    }
}

static void
test_file_away (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  self->fail = TRUE;
  g_assert_false (write_papers (self, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_untouched (self);
}

static void
test_file_changed (Fixture *self, gconstpointer data)
{
  const YsPaperFile *file = g_ptr_array_index (self->papers->files, 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  g_hash_table_replace (self->kept, g_strdup (file->digest), make_bytes (4));
  g_assert_false (write_papers (self, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, file->digest));
  assert_untouched (self);
}

/* As on a full disk: a write is refused on the way. */
static void
test_no_room (Fixture *self, gconstpointer data)
{
  struct rlimit before, little;

  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (rlim_t size = 0; size < 65536; size = size * 3 + 100)
    {
      g_autoptr (GError) error = NULL;

      little = before;
      little.rlim_cur = size;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
      g_assert_false (write_papers (self, &error));
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_nonnull (strstr (error->message, "案卷.zip"));
      assert_untouched (self);
    }
}

static void
test_places (Fixture *self, gconstpointer data)
{
  g_autofree char *none = g_build_filename (self->folder, "none", "a.zip", NULL);
  const char *const bad[] = { none, self->folder, "/dev/null" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ys_case_archive_write (self->papers, bad[i], open_cb, self, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
      g_assert_nonnull (strstr (error->message, bad[i]));
    }
  g_assert_cmpuint (count_files (self), ==, 0);
}

/* Only a note: no request, no clock, no files. */
static void
test_unknown_case (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) members = NULL;
  const char *const lines[] = { "2024-02-10 noted", NULL };

  g_clear_pointer (&self->papers, ys_case_papers_free);
  self->papers = make_papers (self, lines);
  g_assert_null (self->papers->clock);
  g_assert_true (write_papers (self, NULL));
  members = read_members (self->path);
  g_assert_cmpuint (g_hash_table_size (members), ==, 11);
  g_autofree char *request = get_text (members, "01-申请.html");
  g_assert_nonnull (strstr (request, "案卷中没有申请的记录"));
}

static void
test_name (void)
{
  g_autofree char *name = ys_case_archive_make_name ("某市/自然:资源局", "2024-0001");

  g_assert_cmpstr (name, ==, "某市-自然-资源局2024-0001诉讼案卷.zip");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/case-archive/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("members", test_members);
  ADD ("escaped", test_escaped);
  ADD ("cancelled", test_cancelled);
  ADD ("file-away", test_file_away);
  ADD ("file-changed", test_file_changed);
  ADD ("no-room", test_no_room);
  ADD ("places", test_places);
  ADD ("unknown-case", test_unknown_case);
  g_test_add_func ("/case-archive/name", test_name);
  return g_test_run ();
}
