/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping attachments: one file for the same bytes, nothing left of a failure, nothing read that is
 * not a plain file of the docket. */

#include "docket/blobs.h"
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gint64
count (const char *files)
{
  g_autoptr (GError) error = NULL;
  gint64 found = -1;

  g_assert_true (ys_blobs_count (files, YS_SUITE_INTL, &found, &error));
  g_assert_no_error (error);
  return found;
}

/* Everything in the folder, hidden and unfinished files too. */
static int
count_names (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  int names = 0;

  while (g_dir_read_name (dir) != NULL)
    names++;
  return names;
}

static char *
put (const char *files, const char *text, gint64 most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream
    = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);

  return ys_blobs_put (files, YS_SUITE_INTL, stream, most, cancellable, error);
}

static void
test_put (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *one = put (place->root, "one", 100, NULL, NULL);
  g_autofree char *again = put (place->root, "one", 100, NULL, NULL);
  g_autofree char *two = put (place->root, "two", 100, NULL, NULL);

  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, two);
  g_assert_cmpint (count (place->root), ==, 2);
  g_assert_cmpint (count_names (place->root), ==, 2);
}

static void
test_refused (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = put (place->root, "12345", 5, NULL, &error);

  g_assert_nonnull (exact);
  g_assert_null (put (place->root, "123456", 5, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (put (place->root, "654321", 100, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (put (place->state, "no such folder", 100, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND);
  g_assert_cmpint (count_names (place->root), ==, 1);
}

/* The largest that is taken, and one byte more; in bounded memory, for nothing is held but a chunk.
 */
#define YS_TYPE_ENDLESS (ys_endless_get_type ())
G_DECLARE_FINAL_TYPE (YsEndless, ys_endless, YS, ENDLESS, GInputStream)

struct _YsEndless
{
  GInputStream parent_instance;
  gint64 left;
};

G_DEFINE_FINAL_TYPE (YsEndless, ys_endless, G_TYPE_INPUT_STREAM)

static gssize
ys_endless_read (
  GInputStream *stream, void *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  YsEndless *self = (YsEndless *) stream;
  gsize given = (gsize) MIN ((gint64) size, self->left);

  memset (buffer, 'x', given);
  self->left -= (gint64) given;
  return (gssize) given;
}

static void
ys_endless_class_init (YsEndlessClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = ys_endless_read;
}

static void
ys_endless_init (YsEndless *self)
{
}

static void
test_too_large (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_INTL);
  g_autofree char *files = g_build_filename (place->docket, "files", NULL);
  g_autoptr (YsEndless) stream = g_object_new (YS_TYPE_ENDLESS, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (YS_BLOB_MAX, ==, 209715200);
  stream->left = YS_BLOB_MAX + 1;
  g_assert_null (ys_docket_put_file (docket, G_INPUT_STREAM (stream), NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "200"));
  g_assert_cmpint (count_names (files), ==, 0);
}

/* A kept file that was harmed is made good by putting the right one again. */
static void
test_mended (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *digest = put (place->root, "right", 100, NULL, NULL);
  g_autofree char *again = NULL;
  g_autofree char *head = g_strndup (strchr (digest, ':') + 1, 2);
  g_autofree char *path = g_build_filename (place->root, head, strchr (digest, ':') + 3, NULL);
  gboolean same;

  g_assert_true (g_file_set_contents (path, "wrong", -1, NULL));
  g_assert_true (ys_blobs_compare (place->root, digest, NULL, &same, NULL));
  g_assert_false (same);
  again = put (place->root, "right", 100, NULL, NULL);
  g_assert_true (ys_blobs_compare (place->root, digest, NULL, &same, NULL));
  g_assert_true (same);
  g_assert_cmpint (count (place->root), ==, 1);
}

static void
test_strange_names (void)
{
  static const char *const digests[] = {
    "sha256:",
    "sha256:../../../../etc/passwd",
    "",
    "nonsense",
    "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_INTL);

  for (gsize i = 0; i < G_N_ELEMENTS (digests); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ys_docket_has_file (docket, digests[i]));
      g_assert_null (ys_docket_get_file (docket, digests[i], &error));
      g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND);
    }
}

/* Litter of file browsers, and our own unfinished files, are no attachments and no harm. */
static void
test_litter (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_INTL);
  g_autofree char *litter = g_build_filename (place->docket, "files", "Thumbs.db", NULL);
  g_autofree char *unfinished = g_build_filename (place->docket, "files", ".incoming-1", NULL);

  g_assert_true (g_file_set_contents (litter, "x", -1, NULL));
  g_assert_true (g_file_set_contents (unfinished, "x", -1, NULL));
  assert_whole (docket);
}

static void
test_symbolic_link (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *digest = put (place->root, "text", 100, NULL, NULL);
  g_autofree char *head = g_strndup (strchr (digest, ':') + 1, 2);
  g_autofree char *path = g_build_filename (place->root, head, strchr (digest, ':') + 3, NULL);
  g_autofree char *elsewhere = place_path (place, "elsewhere");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (path, elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, path), ==, 0);
  g_assert_false (ys_blobs_has (place->root, digest));
  g_assert_null (ys_blobs_get (place->root, digest, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND);
}

static void
test_digest_file (void)
{
  static const struct
  {
    const char *like;
    const char *digest;
  } rows[] = {
    { "sm3:", "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0" },
    { "sha256:00", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "md5:00", NULL },
  };
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = place_path (place, "abc");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_docket_digest_file (file, "sm3:", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (path, "abc", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *digest = ys_docket_digest_file (file, rows[i].like, NULL);

      g_assert_cmpstr (digest, ==, rows[i].digest);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blobs/put", test_put);
  g_test_add_func ("/blobs/refused", test_refused);
  g_test_add_func ("/blobs/too-large", test_too_large);
  g_test_add_func ("/blobs/mended", test_mended);
  g_test_add_func ("/blobs/strange-names", test_strange_names);
  g_test_add_func ("/blobs/litter", test_litter);
  g_test_add_func ("/blobs/symbolic-link", test_symbolic_link);
  g_test_add_func ("/blobs/digest-file", test_digest_file);
  return g_test_run ();
}
