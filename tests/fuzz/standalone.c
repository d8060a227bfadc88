/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a fuzz target without libFuzzer: every file of a corpus, then so many mutations of them from
 * a fixed seed, the same on every machine. Usage: CORPUS MUTATIONS [SEED]. */
#include <glib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What parsers of such texts trip over. */
static const char *const pieces[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\u00", "null", "true", "-", "0", "01",
  "1e9", "9007199254740993", "\n", "\r", "\t", " ", "\xff", "\xe4\xb8", "年", "2024-02-30", "0000-00-00",
  "case/2024-0001", "\"on\"", "\"body\":{}", "year 2027\n", "rest x 2027-01-01 2027-12-31\n",
  "work x 2027-01-01\n", "#", "9999-12-31", "[[[[[[[[[[[[[[[[",
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Files by name, so that their order is the same everywhere. */
static GPtrArray *
read_corpus (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *name;

  if (dir == NULL)
    g_error ("%s: no such corpus", folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      char *data;
      gsize size;

      if (!g_file_get_contents (path, &data, &size, NULL))
        g_error ("%s: cannot be read", path);
      g_ptr_array_add (inputs, g_bytes_new_take (data, size));
    }
  return inputs;
}

static GBytes *
pick (GPtrArray *inputs, GRand *dice)
{
  return g_ptr_array_index (inputs, g_rand_int_range (dice, 0, (gint32) inputs->len));
}

/* One change somewhere in @text. */
static void
mutate (GByteArray *text, GPtrArray *inputs, GRand *dice)
{
  guint at = text->len > 0 ? (guint) g_rand_int_range (dice, 0, (gint32) text->len) : 0;
  guint n = text->len > 0 ? (guint) g_rand_int_range (dice, 0, MIN (16, (gint32) (text->len - at)) + 1) : 0;
  const char *piece = pieces[g_rand_int_range (dice, 0, G_N_ELEMENTS (pieces))];
  g_autoptr (GByteArray) tail = NULL;

  switch (g_rand_int_range (dice, 0, 6))
    {
    case 0: /* another byte */
      if (text->len > 0)
        text->data[at] = (guint8) g_rand_int_range (dice, 0, 256);
      break;
    case 1: /* a bit */
      if (text->len > 0)
        text->data[at] ^= (guint8) (1 << g_rand_int_range (dice, 0, 8));
      break;
    case 2: /* something gone */
      if (n > 0)
        g_byte_array_remove_range (text, at, n);
      break;
    case 3: /* cut off */
      g_byte_array_set_size (text, at);
      break;
    case 4: /* a piece put in */
      tail = g_byte_array_new ();
      g_byte_array_append (tail, text->data + at, text->len - at);
      g_byte_array_set_size (text, at);
      g_byte_array_append (text, (const guint8 *) piece, (guint) strlen (piece));
      g_byte_array_append (text, tail->data, tail->len);
      break;
    default: /* the end of another */
      {
        gsize size;
        const guint8 *other = g_bytes_get_data (pick (inputs, dice), &size);
        gsize from = size > 0 ? (gsize) g_rand_int_range (dice, 0, (gint32) size) : 0;

        g_byte_array_set_size (text, at);
        g_byte_array_append (text, other + from, (guint) (size - from));
      }
      break;
    }
}

/* In a block of its own size, so that a read past its end is noticed. */
static void
run_input (const guint8 *data, gsize size)
{
  guint8 *copy = g_malloc (MAX (size, 1));

  if (size > 0)
    memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
  g_free (copy);
}

int
main (int argc, char **argv)
{
  g_assert_true (argc >= 3);

  g_autoptr (GPtrArray) inputs = read_corpus (argv[1]);
  guint64 mutations = g_ascii_strtoull (argv[2], NULL, 10);
  guint32 seed = argc > 3 ? (guint32) g_ascii_strtoull (argv[3], NULL, 10) : 711;
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);

  g_assert_cmpuint (inputs->len, >, 0);
  for (guint i = 0; i < inputs->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (inputs, i), &size);
      run_input (data, size);
    }
  for (guint64 i = 0; i < mutations; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (pick (inputs, dice), &size);
      g_autoptr (GByteArray) text = g_byte_array_sized_new ((guint) size);

      g_byte_array_append (text, data, (guint) size);
      for (int changes = g_rand_int_range (dice, 1, 5); changes > 0; changes--)
        mutate (text, inputs, dice);
      run_input (text->data, text->len);
    }
  g_print ("%u inputs, %" G_GUINT64_FORMAT " mutations, seed %u\n", inputs->len, mutations, seed);
  return 0;
}
