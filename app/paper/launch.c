/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starting the worker, inside bubblewrap where that works. Inside, it sees its own program, /usr
 * and the system's fonts, all for reading; no network, no other process, no home. */

#include "paper/launch.h"

#include "paper/wire.h"

#include <fcntl.h>

/* Where the program stands inside the walls, wherever it was built or installed. */
#define INSIDE "/yishen-paper-worker"

static gint wrap_fails;

/* A program run from its build folder has the worker beside it; an installed one does not. */
static char *
find_neighbour (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside
    = folder != NULL ? g_build_filename (folder, "yishen-paper-worker", NULL) : NULL;

  if (beside == NULL || !g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return NULL;
  return g_steal_pointer (&beside);
}

static char *
find_worker (void)
{
  const char *told = g_getenv ("YISHEN_PAPER_WORKER");
  char *beside;

  if (told != NULL)
    return g_strdup (told);
  beside = find_neighbour ();
  return beside != NULL ? beside : g_strdup (YS_PAPER_WORKER);
}

gboolean
ys_paper_launch_can_wrap (void)
{
  g_autofree char *bwrap = g_find_program_in_path ("bwrap");

  return bwrap != NULL && g_atomic_int_get (&wrap_fails) == 0;
}

void
ys_paper_launch_wrap_fails (void)
{
  g_atomic_int_set (&wrap_fails, 1);
}

static void
add_words (GPtrArray *line, const char *const *words)
{
  for (; *words != NULL; words++)
    g_ptr_array_add (line, g_strdup (*words));
}

static GPtrArray *
make_line (gboolean wrap, const char *worker)
{
  /* clang-format off */
  static const char *const WALLS[] = {
    "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv",
    "--cap-drop", "ALL", "--chdir", "/",
    "--ro-bind", "/usr", "/usr",
    /* Links on a merged /usr, folders on older systems; either way what the loader asks for. */
    "--ro-bind-try", "/lib", "/lib", "--ro-bind-try", "/lib64", "/lib64",
    "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
    "--ro-bind-try", "/etc/fonts", "/etc/fonts",
    "--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig", NULL,
  };
  /* clang-format on */
  GPtrArray *line = g_ptr_array_new_with_free_func (g_free);

  if (wrap)
    {
      add_words (line, WALLS);
      add_words (line, (const char *const[]){ "--ro-bind", worker, INSIDE, "--", INSIDE, NULL });
      /* The worker may then leave files readable even where Landlock is missing. */
      g_ptr_array_add (line, g_strdup ("--in-bwrap"));
    }
  else
    g_ptr_array_add (line, g_strdup (worker));
  g_ptr_array_add (line, NULL);
  return line;
}

static gboolean
hand_over (GSubprocessLauncher *launcher, int fd, int as, GError **error)
{
  int own;

  if (fd < 0)
    return TRUE;
  own = fcntl (fd, F_DUPFD_CLOEXEC, 10);
  if (own < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_OPEN_FILES,
                           "cannot hand a descriptor to the worker");
      return FALSE;
    }
  g_subprocess_launcher_take_fd (launcher, own, as);
  return TRUE;
}

GSubprocess *
ys_paper_launch (gboolean wrap, int wire, int document, GError **error)
{
  static const char *const NO_ENVIRONMENT[] = { "LC_ALL=C.UTF-8", NULL };
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autofree char *worker = find_worker ();
  g_autoptr (GPtrArray) line = make_line (wrap, worker);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                        | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_environ (launcher, (char **) NO_ENVIRONMENT);
  if (!hand_over (launcher, wire, YS_PAPER_FD_WIRE, error)
      || !hand_over (launcher, document, YS_PAPER_FD_DOCUMENT, error))
    return NULL;
  if (wrap)
    {
      g_autofree char *bwrap = g_find_program_in_path ("bwrap");

      if (bwrap != NULL)
        {
          g_free (line->pdata[0]);
          line->pdata[0] = g_steal_pointer (&bwrap);
        }
    }
  return g_subprocess_launcher_spawnv (launcher, (const char *const *) line->pdata, error);
}
