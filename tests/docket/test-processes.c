/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several processes on one docket: two that write at once, and two that are killed in the midst of
 * writing, again and again. What was confirmed is there, nothing is there twice, the chain is
 * whole. */

#include "place.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* How long processes are killed, in microseconds. */
#define KILLING (2500 * 1000)
#define KILLING_AT_MOST (60 * G_USEC_PER_SEC)

typedef struct
{
  GPid pid;
  int output;
} Writer;

static Writer
start_writer (Place *place, const char *state, const char *stream, const char *count)
{
  g_autofree char *state_dir = place_path (place, state);
  const char *argv[]
    = { g_getenv ("YS_DOCKET_WRITER"), place->docket, state_dir, stream, count, NULL };
  g_autoptr (GError) error = NULL;
  Writer writer;

  g_assert_nonnull (argv[0]);
  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &writer.pid, NULL, &writer.output, NULL, &error);
  g_assert_no_error (error);
  return writer;
}

/* Reads what it said to the end and waits for it; its exit status. */
static int
finish_writer (Writer *writer, GPtrArray *tried, GHashTable *confirmed)
{
  FILE *output = fdopen (writer->output, "r");
  char line[256];
  int status = -1;

  while (fgets (line, sizeof line, output) != NULL)
    {
      /* the last line may be cut off */
      if (!g_str_has_suffix (line, "\n"))
        break;
      g_strchomp (line);
      if (g_str_has_prefix (line, "try "))
        g_ptr_array_add (tried, g_strdup (line + 4));
      else if (g_str_has_prefix (line, "ack "))
        g_hash_table_add (confirmed, g_strdup (line + 4));
    }
  fclose (output);
  g_assert_cmpint (waitpid (writer->pid, &status, 0), ==, writer->pid);
  g_spawn_close_pid (writer->pid);
  return status;
}

/* How many entries each command has. */
static GHashTable *
count_parts (YsDocket *docket)
{
  g_autoptr (GPtrArray) entries = gather_all (docket);
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const YsEntry *entry = entries->pdata[i];
      int before = GPOINTER_TO_INT (g_hash_table_lookup (parts, entry->command));

      g_hash_table_replace (parts, g_strdup (entry->command), GINT_TO_POINTER (before + 1));
    }
  return parts;
}

static void
test_two_writers (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (GPtrArray) tried = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) confirmed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) parts = NULL;
  g_autoptr (GPtrArray) stream = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  Writer one = start_writer (place, "one", "case/2024-0001", "200");
  Writer other = start_writer (place, "other", "case/2024-0001", "200");

  g_assert_cmpint (finish_writer (&one, tried, confirmed), ==, 0);
  g_assert_cmpint (finish_writer (&other, tried, confirmed), ==, 0);
  g_assert_cmpuint (g_hash_table_size (confirmed), ==, 400);
  parts = count_parts (docket);
  g_assert_cmpuint (g_hash_table_size (parts), ==, 400);
  g_assert_true (ys_docket_read_stream (docket, "case/2024-0001", gather_cb, stream, NULL));
  g_assert_cmpuint (stream->len, ==, 800);
  for (guint i = 0; i < stream->len; i++)
    g_assert_cmpint (((YsEntry *) stream->pdata[i])->seq, ==, i + 1);
  assert_whole (docket);
}

static void
test_killed (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (GPtrArray) tried = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) confirmed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) parts = NULL;
  gint64 end = g_get_monotonic_time () + KILLING;
  GHashTableIter iter;
  gpointer command, count;
  int kills = 0, unconfirmed = 0;
  int slowness = 1;

  g_clear_object (&docket);
  /* Until some got so far: on a busy machine a writer is long in starting, and is let live longer. */
  while (g_get_monotonic_time () < end
         || (g_hash_table_size (confirmed) == 0 && g_get_monotonic_time () < end + KILLING_AT_MOST))
    {
      Writer writers[] = { start_writer (place, "one", "case/2024-0001", "1000000"),
                           start_writer (place, "other", "case/2024-0002", "1000000") };

      for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
        {
          g_usleep ((gulong) g_random_int_range (5000, 40000) * slowness);
          g_assert_cmpint (kill (writers[i].pid, SIGKILL), ==, 0);
          kills++;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
        {
          int status = finish_writer (&writers[i], tried, confirmed);

          g_assert_true (WIFSIGNALED (status));
          g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
        }
      if (g_hash_table_size (confirmed) == 0)
        slowness = MIN (slowness * 2, 64);
    }

  docket = place_open (place, YS_DOCKET_READ_WRITE);
  assert_whole (docket);
  parts = count_parts (docket);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &command, &count))
    {
      g_assert_cmpint (GPOINTER_TO_INT (count), ==, 2);
      if (!g_hash_table_contains (confirmed, command))
        unconfirmed++;
    }
  g_hash_table_iter_init (&iter, confirmed);
  while (g_hash_table_iter_next (&iter, &command, NULL))
    g_assert_true (g_hash_table_contains (parts, command));

  /* each retried: found if it is there, done now if it is not; never twice */
  for (guint i = 0; i < tried->len; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean there = g_hash_table_contains (parts, tried->pdata[i]);
      YsAppend *append;

      if (g_hash_table_contains (confirmed, tried->pdata[i]))
        continue;
      append = ys_docket_begin (docket, tried->pdata[i], FALSE, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ys_append_was_done (append), ==, there);
      ys_append_abandon (append);
    }
  g_test_message ("%d kills, %u confirmed and all there, %d there unconfirmed", kills,
                  g_hash_table_size (confirmed), unconfirmed);
  g_assert_cmpuint (g_hash_table_size (confirmed), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/processes/two-writers", test_two_writers);
  g_test_add_func ("/processes/killed", test_killed);
  return g_test_run ();
}
