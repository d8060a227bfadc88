/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walls from inside: what an intruder would do, tried in a child before and after it has
 * confined itself. Each thing works before, so that its failing after says something. */
#define _GNU_SOURCE
#include "asked.h"
#include "paper-worker/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* In a child: 0 if it could be done, else errno. */
typedef int (*Attempt) (void);

#define RESULT(condition) ((condition) ? 0 : errno)

static char *scratch; /* a file of our own, in a folder of our own */

static int
read_a_secret (void)
{
  return RESULT (open (scratch, O_RDONLY) >= 0);
}

static int
read_passwords (void)
{
  return RESULT (open ("/etc/passwd", O_RDONLY) >= 0);
}

static int
look_around (void)
{
  return RESULT (open ("/", O_RDONLY | O_DIRECTORY) >= 0);
}

static int
read_fonts (void)
{
  return RESULT (open ("/etc/fonts", O_RDONLY | O_DIRECTORY) >= 0);
}

static int
write_a_file (void)
{
  return RESULT (open (scratch, O_WRONLY) >= 0);
}

static int
make_a_file (void)
{
  g_autofree char *path = g_strconcat (scratch, "-new", NULL);
  int fd = open (path, O_CREAT | O_WRONLY, 0600);
  int result = RESULT (fd >= 0);

  if (fd >= 0)
    unlink (path);
  return result;
}

static int
remove_a_file (void)
{
  g_autofree char *path = g_strconcat (scratch, "-gone", NULL);

  if (link (scratch, path) != 0)
    return errno;
  return RESULT (unlink (path) == 0);
}

static int
make_a_folder (void)
{
  g_autofree char *path = g_strconcat (scratch, "-folder", NULL);

  if (mkdir (path, 0700) != 0)
    return errno;
  return RESULT (rmdir (path) == 0);
}

static int
change_a_mode (void)
{
  return RESULT (chmod (scratch, 0600) == 0);
}

static int
open_a_socket (void)
{
  return RESULT (socket (AF_INET, SOCK_STREAM, 0) >= 0);
}

static int
open_a_local_socket (void)
{
  return RESULT (socket (AF_UNIX, SOCK_STREAM, 0) >= 0);
}

static int
fork_a_child (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);
  return RESULT (pid > 0 && waitpid (pid, NULL, 0) == pid);
}

static int
run_a_program (void)
{
  execl ("/usr/bin/true", "true", NULL);
  return errno;
}

static void *
do_nothing (void *data)
{
  return data;
}

static int
start_a_thread (void)
{
  pthread_t thread;
  int result = pthread_create (&thread, NULL, do_nothing, NULL);

  return result != 0 ? result : pthread_join (thread, NULL);
}

static int
signal_the_desk (void)
{
  return RESULT (kill (getppid (), 0) == 0);
}

static int
trace_the_desk (void)
{
  return RESULT (ptrace (PTRACE_TRACEME, 0, NULL, NULL) == 0);
}

static int
read_other_memory (void)
{
  char from = 'x', to = 0;
  struct iovec local = { &to, 1 }, remote = { &from, 1 };

  return RESULT (syscall (SYS_process_vm_readv, getpid (), &local, 1, &remote, 1, 0) == 1);
}

static int
make_a_memfd (void)
{
  return RESULT (memfd_create ("x", 0) >= 0);
}

static int
map_code (void)
{
  return RESULT (
    mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    != MAP_FAILED);
}

static int
turn_data_into_code (void)
{
  void *at = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return RESULT (mprotect (at, 4096, PROT_READ | PROT_EXEC) == 0);
}

static int
raise_a_limit (void)
{
  struct rlimit limit;

  getrlimit (RLIMIT_NOFILE, &limit);
  return RESULT (setrlimit (RLIMIT_NOFILE, &limit) == 0);
}

static int
open_many_files (void)
{
  for (guint i = 0; i < 40; i++)
    {
      if (fcntl (2, F_DUPFD_CLOEXEC, 0) < 0)
        return errno;
    }
  return 0;
}

#ifndef __SANITIZE_ADDRESS__
static int
take_much_memory (void)
{
  return RESULT (mmap (NULL, 1ul << 30, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
                 != MAP_FAILED);
}
#endif

static int
keep_an_inherited_file (void)
{
  return RESULT (fcntl (20, F_GETFD) >= 0);
}

static int
ask_prctl (void)
{
  return RESULT (prctl (PR_SET_NAME, "x", 0, 0, 0) == 0);
}

static int
make_a_world (void)
{
  return RESULT (unshare (0) == 0);
}

static int
allocate (void)
{
  char *some = g_malloc (64 * 1024 * 1024);

  memset (some, 1, 64 * 1024 * 1024);
  g_free (some);
  return 0;
}

/* What comes of it inside the walls: an errno, 0 if it is allowed, or death by SIGSYS. */
#define DIES (-1)
/* Which of the refusals it is depends on the walls. */
#define REFUSED (-2)

static const struct
{
  const char *what;
  Attempt attempt;
  int inside;
} ATTEMPTS[] = {
  { "allocate", allocate, 0 },
  { "read_fonts", read_fonts, 0 },
  { "read_a_secret", read_a_secret, REFUSED },
  { "read_passwords", read_passwords, REFUSED },
  { "look_around", look_around, REFUSED },
  { "write_a_file", write_a_file, EPERM },
  { "make_a_file", make_a_file, EPERM },
  { "remove_a_file", remove_a_file, EPERM },
  { "make_a_folder", make_a_folder, EPERM },
  { "change_a_mode", change_a_mode, EPERM },
  { "open_a_socket", open_a_socket, DIES },
  { "open_a_local_socket", open_a_local_socket, DIES },
  { "fork_a_child", fork_a_child, DIES },
  { "run_a_program", run_a_program, DIES },
  { "start_a_thread", start_a_thread, DIES },
  { "signal_the_desk", signal_the_desk, DIES },
  { "trace_the_desk", trace_the_desk, DIES },
  { "read_other_memory", read_other_memory, DIES },
  { "make_a_memfd", make_a_memfd, DIES },
  { "make_a_world", make_a_world, DIES },
  { "map_code", map_code, EPERM },
  { "turn_data_into_code", turn_data_into_code, EPERM },
  { "raise_a_limit", raise_a_limit, EPERM },
  { "ask_prctl", ask_prctl, EPERM },
  { "open_many_files", open_many_files, EMFILE },
  { "keep_an_inherited_file", keep_an_inherited_file, EBADF },
#ifndef __SANITIZE_ADDRESS__
  { "take_much_memory", take_much_memory, ENOMEM },
#endif
};

/* Gives the child's wait status; its exit status is what the attempt gave. */
static int
try_in_child (Attempt attempt, gboolean confined, gboolean in_bwrap)
{
  pid_t pid = fork ();
  int status;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      if (dup2 (2, 20) < 0)
        _exit (200);
      if (confined && (ys_worker_confine (in_bwrap) & YS_PAPER_CONFINED_SECCOMP) == 0)
        _exit (201);
      _exit (attempt ());
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

static void
test_before (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ATTEMPTS); i++)
    {
      int status = try_in_child (ATTEMPTS[i].attempt, FALSE, FALSE);

      g_test_message ("%s", ATTEMPTS[i].what);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
}

static void
test_after (void)
{
  gboolean landlock = asked_landlock_works ();

  for (guint i = 0; i < G_N_ELEMENTS (ATTEMPTS); i++)
    {
      int status = try_in_child (ATTEMPTS[i].attempt, TRUE, FALSE);

      g_test_message ("%s", ATTEMPTS[i].what);
      if (ATTEMPTS[i].inside == DIES)
        {
          g_assert_true (WIFSIGNALED (status));
          g_assert_cmpint (WTERMSIG (status), ==, SIGSYS);
          continue;
        }
      g_assert_true (WIFEXITED (status));
      if (ATTEMPTS[i].inside == REFUSED)
        g_assert_cmpint (WEXITSTATUS (status), ==, landlock ? EACCES : EPERM);
      else if (ATTEMPTS[i].attempt == read_fonts && !landlock)
        g_assert_cmpint (WEXITSTATUS (status), ==, EPERM);
      else
        g_assert_cmpint (WEXITSTATUS (status), ==, ATTEMPTS[i].inside);
    }
}

/* Without any other wall no file can be opened at all. */
static int
filter_and_open (void)
{
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !ys_worker_filter_system_calls (FALSE))
    return 202;
  return read_fonts ();
}

/* With one that is not Landlock, files can be read and not written. */
static int
filter_and_write (void)
{
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !ys_worker_filter_system_calls (TRUE))
    return 202;
  if (read_a_secret () != 0)
    return 203;
  return write_a_file ();
}

static void
test_filter_alone (void)
{
  int opened = try_in_child (filter_and_open, FALSE, FALSE);
  int written = try_in_child (filter_and_write, FALSE, FALSE);

  g_assert_true (WIFEXITED (opened));
  g_assert_cmpint (WEXITSTATUS (opened), ==, EPERM);
  g_assert_true (WIFEXITED (written));
  g_assert_cmpint (WEXITSTATUS (written), ==, EPERM);
}

static int
burn (void)
{
  for (volatile guint64 i = 0;; i++)
    ;
  return 0;
}

static int
burn_one_second (void)
{
  struct rlimit limit = { 1, 1 };

  /* The limit's own effect, with the worker's 20 s lowered to one. */
  setrlimit (RLIMIT_CPU, &limit);
  if ((ys_worker_confine (TRUE) & YS_PAPER_CONFINED_SECCOMP) == 0)
    return 201;
  return burn ();
}

static void
test_time (void)
{
  int status = try_in_child (burn_one_second, FALSE, FALSE);

  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("yishen-confine-XXXXXX", NULL);
  int status;

  g_test_init (&argc, &argv, NULL);
  scratch = g_build_filename (folder, "secret", NULL);
  g_assert_true (g_file_set_contents (scratch, "secret", -1, NULL));
  g_test_add_func ("/confine/before", test_before);
  g_test_add_func ("/confine/after", test_after);
  g_test_add_func ("/confine/filter-alone", test_filter_alone);
  g_test_add_func ("/confine/time", test_time);
  status = g_test_run ();
  unlink (scratch);
  rmdir (folder);
  g_free (scratch);
  return status;
}
