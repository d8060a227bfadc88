/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Member by member: pages, attachments, data, then the index and the manifest of what was written. */
#include "report/case-archive.h"

#include "report/court-index.h"
#include "report/court-pages.h"
#include "report/zip.h"
#include "wording/i18n.h"
#include "wording/word.h"

#include <string.h>

#define PIECE (256 * 1024)
/* Characters of an attachment's own name that are kept: some systems stop at 255 bytes. */
#define NAME_MAX_CHARACTERS 60

typedef struct
{
  const YsCasePapers *papers;
  YsZip *zip;
  YsDigesting *digesting;
  GPtrArray *names; /* of char *: of the papers' files */
  GPtrArray *files; /* of YsCourtFile: what was written */
  gint64 time;      /* of what is no attachment */
  YsOpenPaperFunc open;
  gpointer open_data;
  YsArchiveProgressFunc progress;
  gpointer progress_data;
  gint64 done;
  gint64 total;
} Archive;

/* --- names ----------------------------------------------------------------------------------- */

/* No path, nothing that a file system forbids, not too long; the ending stays. */
static char *
clean_name (const char *name)
{
  const char *slash = strrchr (name, '/');
  g_autofree char *text = g_strdup (slash != NULL ? slash + 1 : name);
  const char *dot;
  glong length;

  for (char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f || strchr ("\\:*?\"<>|", *p) != NULL)
      *p = '-';
  g_strstrip (text);
  dot = strrchr (text, '.');
  length = g_utf8_strlen (text, -1);
  if (dot == NULL || strlen (dot) > 8 || length <= NAME_MAX_CHARACTERS)
    return g_utf8_substring (text, 0, MIN (length, NAME_MAX_CHARACTERS));
  g_autofree char *begin = g_utf8_substring (text, 0, NAME_MAX_CHARACTERS - (glong) strlen (dot));
  return g_strconcat (begin, dot, NULL);
}

static char *
name_attachment (const YsPaperFile *file, int number)
{
  const char *role = file->role != NULL ? ys_word_name ("role", file->role) : "文件";
  const char *hex = strchr (file->digest, ':');
  g_autofree char *name = file->name != NULL ? clean_name (file->name)
                                             : g_strndup (hex != NULL ? hex + 1 : file->digest, 12);

  return g_strdup_printf ("附件/%02d-%s-%s", number, role, name);
}

static GPtrArray *
name_attachments (const YsCasePapers *papers)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  int number = 0;

  for (guint i = 0; i < papers->files->len; i++)
    {
      const YsPaperFile *file = g_ptr_array_index (papers->files, i);

      g_ptr_array_add (names, file->is_kept ? name_attachment (file, ++number) : NULL);
    }
  return names;
}

char *
ys_case_archive_make_name (const char *agency, const char *id)
{
  g_return_val_if_fail (agency != NULL && id != NULL, NULL);

  g_autofree char *whole = g_strdelimit (g_strdup (agency), "/", '-');
  g_autofree char *clean = clean_name (whole);

  return g_strdup_printf ("%s%s诉讼案卷.zip", clean, id);
}

/* --- members --------------------------------------------------------------------------------- */

static gint64
read_time (const char *recorded_at)
{
  g_autoptr (GDateTime) time = recorded_at != NULL ? g_date_time_new_from_iso8601 (recorded_at, NULL)
                                                   : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static gboolean
tell_progress (Archive *self, GError **error)
{
  if (self->progress == NULL || self->progress (self->done, self->total, self->progress_data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
  return FALSE;
}

static gboolean
add_piece (Archive *self, gconstpointer bytes, gsize size, GError **error)
{
  ys_digesting_add (self->digesting, bytes, size);
  return ys_zip_add (self->zip, bytes, size, error);
}

/* (transfer none) */
static YsCourtFile *
note_file (Archive *self, const char *name, const char *what, const YsPaperFile *paper)
{
  YsCourtFile *file = ys_court_file_new (name, what, paper);

  ys_digesting_finish (self->digesting, &file->pair);
  g_ptr_array_add (self->files, file);
  return file;
}

static gboolean
add_bytes (Archive *self, const char *name, const char *what, GBytes *bytes, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (!tell_progress (self, error)
      || !ys_zip_begin (self->zip, name, (gint64) size, self->time, error)
      || !add_piece (self, data, size, error))
    return FALSE;
  note_file (self, name, what, NULL);
  self->done++;
  return TRUE;
}

static gboolean
add_pages (Archive *self, GError **error)
{
  for (guint i = 0; i < ys_n_court_pages; i++)
    {
      const YsCourtPageKind *kind = &ys_court_pages[i];
      g_autoptr (GBytes) bytes = ys_court_page_make (kind, self->papers, self->names, error);

      if (bytes == NULL || !add_bytes (self, kind->name, kind->title, bytes, error))
        return FALSE;
    }
  return TRUE;
}

/* --- attachments ----------------------------------------------------------------------------- */

static gboolean
copy_pieces (Archive *self, GInputStream *from, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  gsize size;

  do
    if (!tell_progress (self, error)
        || !g_input_stream_read_all (from, piece, PIECE, &size, NULL, error)
        || !add_piece (self, piece, size, error))
      return FALSE;
  while (size == PIECE);
  return TRUE;
}

static gint64
find_size (GInputStream *stream)
{
  g_autoptr (GFileInfo) info
    = G_IS_FILE_INPUT_STREAM (stream)
        ? g_file_input_stream_query_info (G_FILE_INPUT_STREAM (stream),
                                          G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL)
        : NULL;

  return info != NULL ? (gint64) g_file_info_get_size (info) : -1;
}

static gboolean
is_as_named (const YsPaperFile *paper, const YsDigestPair *pair)
{
  g_autofree char *sha256 = g_strconcat ("sha256:", pair->sha256, NULL);
  g_autofree char *sm3 = g_strconcat ("sm3:", pair->sm3, NULL);

  return g_str_equal (paper->digest, sha256) || g_str_equal (paper->digest, sm3);
}

static gboolean
add_attachment (Archive *self, const YsPaperFile *paper, const char *name, GError **error)
{
  gint64 seq = g_array_index (paper->seqs, gint64, 0);
  const YsPaperEntry *entry = ys_case_papers_get_entry (self->papers, seq);
  g_autoptr (GInputStream) from = self->open (paper->digest, self->open_data, error);
  const YsCourtFile *file;

  if (from == NULL
      || !ys_zip_begin (self->zip, name, find_size (from), read_time (entry->recorded_at), error)
      || !copy_pieces (self, from, error))
    return FALSE;
  file = note_file (self, name, paper->name != NULL ? paper->name : "附件", paper);
  self->done++;
  if (is_as_named (paper, &file->pair))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("The file %1$s (%2$s) is no longer what was kept: its bytes were changed. No case "
                 "file was written. Verify the docket, and restore the file from a backup."),
               file->what, paper->digest);
  return FALSE;
}

static gboolean
add_attachments (Archive *self, GError **error)
{
  for (guint i = 0; i < self->papers->files->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      if (name != NULL
          && !add_attachment (self, g_ptr_array_index (self->papers->files, i), name, error))
        return FALSE;
    }
  return TRUE;
}

/* --- data, index, manifest ------------------------------------------------------------------- */

static GBytes *
join_lines (const YsCasePapers *papers, gboolean links)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < papers->entries->len; i++)
    {
      const YsPaperEntry *entry = g_ptr_array_index (papers->entries, i);

      g_string_append (text, links ? entry->link : entry->line);
    }
  return g_string_free_to_bytes (text);
}

static gboolean
add_data (Archive *self, GError **error)
{
  g_autoptr (GBytes) entries = join_lines (self->papers, FALSE);
  g_autoptr (GBytes) chain = join_lines (self->papers, TRUE);
  g_autofree char *line = g_strconcat (self->papers->checkpoint, "\n", NULL);
  g_autoptr (GBytes) checkpoint = g_bytes_new (line, strlen (line));

  return add_bytes (self, "数据/entries.ndjson", "本案全部记录", entries, error)
         && add_bytes (self, "数据/chain.ndjson", "各记录摘要的成分", chain, error)
         && add_bytes (self, "数据/checkpoint.txt", "核对凭证", checkpoint, error);
}

static gboolean
add_index (Archive *self, GError **error)
{
  g_autoptr (GBytes) index
    = ys_court_index_make (self->papers, self->names, self->files, error);
  g_autoptr (GBytes) manifest = NULL;

  if (index == NULL || !add_bytes (self, "00-目录.html", "目录", index, error))
    return FALSE;
  manifest = ys_court_manifest_make (self->papers, self->files);
  return add_bytes (self, "数据/manifest.json", "供程序核对的目录", manifest, error);
}

static gint64
count_members (const GPtrArray *names)
{
  gint64 count = ys_n_court_pages + 5;

  for (guint i = 0; i < names->len; i++)
    count += g_ptr_array_index (names, i) != NULL;
  return count;
}

/* When the last entry was written down. */
static gint64
find_time (const YsCasePapers *papers)
{
  const YsPaperEntry *last = papers->entries->len > 0
                               ? g_ptr_array_index (papers->entries, papers->entries->len - 1)
                               : NULL;

  return last != NULL ? read_time (last->recorded_at) : 0;
}

gboolean
ys_case_archive_may_stand_at (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  g_autofree char *folder = g_path_get_dirname (path);
  gboolean is_free = !g_file_test (path, G_FILE_TEST_EXISTS)
                     || g_file_test (path, G_FILE_TEST_IS_REGULAR);

  if (is_free && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
               _("There can be no case file at %s. Name a file in a folder that is there."), path);
  return FALSE;
}

gboolean
ys_case_archive_write (const YsCasePapers *papers, const char *path, YsOpenPaperFunc open,
                       gpointer open_data, YsArchiveProgressFunc progress, gpointer progress_data,
                       GError **error)
{
  g_return_val_if_fail (papers != NULL && path != NULL && open != NULL, FALSE);

  g_autoptr (GPtrArray) names = name_attachments (papers);
  g_autoptr (GPtrArray) files
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_court_file_free);
  g_autoptr (YsDigesting) digesting = ys_digesting_new (error);
  g_autoptr (YsZip) zip = digesting != NULL && ys_case_archive_may_stand_at (path, error)
                            ? ys_zip_new (path, error)
                            : NULL;
  Archive self = { papers, zip, digesting, names, files, find_time (papers), open, open_data,
                   progress, progress_data, 0, count_members (names) };

  return zip != NULL && add_pages (&self, error) && add_attachments (&self, error)
         && add_data (&self, error) && add_index (&self, error)
         && ys_zip_close (g_steal_pointer (&zip), error);
}
