/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A wrapped key comes back with its passphrase and with no other, and a changed file not at all. */
#include "docket/key-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("yishen-key-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "me.key", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
test_round (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSigner) signer = ys_signer_new (GPOINTER_TO_UINT (data), &error);
  g_autoptr (YsSigner) back = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *public_key = NULL;
  GStatBuf status;

  g_assert_true (ys_key_file_save (self->path, signer, "青山 Ｏｎｅ", &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  public_key = ys_key_file_read_public_key (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (public_key, ==, ys_signer_get_public_key (signer));

  /* Full-width letters of an input method are the same passphrase. */
  back = ys_key_file_load (self->path, "青山 One", &error);
  g_assert_no_error (error);
  signature = ys_signer_sign (back, "x", 1, &error);
  g_assert_no_error (error);
  g_assert_true (ys_signature_is_good (public_key, signature, "x", 1));

  g_assert_null (ys_key_file_load (self->path, "青山 one", &error));
  g_assert_error (error, YS_KEY_ERROR, YS_KEY_ERROR_WRONG_PASSPHRASE);
}

/* The first letter of each word of the file changed, and the file cut. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  static const struct
  {
    int word;
    int code;
  } rows[] = {
    { 0, YS_KEY_ERROR_DAMAGED },
    { 1, YS_KEY_ERROR_DAMAGED },
    { 2, YS_KEY_ERROR_WRONG_PASSPHRASE },
    { 3, YS_KEY_ERROR_WRONG_PASSPHRASE },
    { 4, YS_KEY_ERROR_WRONG_PASSPHRASE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSigner) signer = ys_signer_new (YS_SUITE_INTL, &error);
  g_autofree char *whole = NULL;

  g_assert_true (ys_key_file_save (self->path, signer, "words", &error));
  g_assert_true (g_file_get_contents (self->path, &whole, NULL, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (whole, " ", -1);
      g_autofree char *text = NULL;

      words[rows[i].word][0] = words[rows[i].word][0] == '0' ? '1' : '0';
      text = g_strjoinv (" ", words);
      g_assert_true (g_file_set_contents (self->path, text, -1, &error));
      g_assert_null (ys_key_file_load (self->path, "words", &error));
      g_assert_error (error, YS_KEY_ERROR, rows[i].code);
      g_clear_error (&error);
    }
  whole[strlen (whole) - 3] = '\0';
  g_assert_true (g_file_set_contents (self->path, whole, -1, &error));
  g_assert_null (ys_key_file_load (self->path, "words", &error));
  g_assert_error (error, YS_KEY_ERROR, YS_KEY_ERROR_DAMAGED);
}

/* A public key put there by another hand does not open with the passphrase. */
static void
test_exchanged (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSigner) signer = ys_signer_new (YS_SUITE_GM, &error);
  g_autoptr (YsSigner) other = ys_signer_new (YS_SUITE_GM, &error);
  g_autofree char *whole = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;

  g_assert_true (ys_key_file_save (self->path, signer, "words", &error));
  g_assert_true (g_file_get_contents (self->path, &whole, NULL, &error));
  words = g_strsplit (whole, " ", -1);
  g_free (words[1]);
  words[1] = g_strdup (ys_signer_get_public_key (other));
  text = g_strjoinv (" ", words);
  g_assert_true (g_file_set_contents (self->path, text, -1, &error));
  g_assert_null (ys_key_file_load (self->path, "words", &error));
  g_assert_error (error, YS_KEY_ERROR, YS_KEY_ERROR_WRONG_PASSPHRASE);
}

static void
test_no_place (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSigner) signer = ys_signer_new (YS_SUITE_GM, &error);
  g_autofree char *nowhere = g_build_filename (self->folder, "none", "me.key", NULL);

  g_assert_null (ys_key_file_load (self->path, "words", &error));
  g_assert_error (error, YS_KEY_ERROR, YS_KEY_ERROR_NONE_THERE);
  g_clear_error (&error);
  g_assert_false (ys_key_file_save (nowhere, signer, "words", &error));
  g_assert_error (error, YS_KEY_ERROR, YS_KEY_ERROR_IO);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/key-file/round/gm", GUINT_TO_POINTER (YS_SUITE_GM), test_round);
  ADD ("/key-file/round/intl", GUINT_TO_POINTER (YS_SUITE_INTL), test_round);
  ADD ("/key-file/changed", NULL, test_changed);
  ADD ("/key-file/exchanged", NULL, test_exchanged);
  ADD ("/key-file/no-place", NULL, test_no_place);
  return g_test_run ();
}
