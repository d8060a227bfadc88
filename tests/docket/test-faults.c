/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every n-th call to the disk fails, once or from then on: while appending and erasing, opening,
 * bringing up an earlier version, and backing up.
 * After each the docket is opened again with a sound disk: its chain is whole, no append is there
 * by half, what was confirmed is there, and a retry appends it once. */

#include "earlier.h"
#include "place.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define COMMAND "6f1d2c1e-0000-4000-8000-000000000001"
#define PARTS 3
#define ERASED 7 /* the entry whose body goes with that command */

/* --- a disk that fails: a VFS around the default one --- */

typedef enum
{
  FAIL_NEVER,
  FAIL_ONCE,
  FAIL_EVER,
} Failing;

static struct
{
  sqlite3_vfs *real;
  Failing failing;
  gboolean full;   /* a write fails for want of space */
  gboolean short_; /* a read gives less */
  int calls;       /* to the disk so far */
  int fail_at;
} disk;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

/* Whether the call that is being made fails. */
static gboolean
must_fail (void)
{
  disk.calls++;
  return (disk.failing == FAIL_ONCE && disk.calls == disk.fail_at)
         || (disk.failing == FAIL_EVER && disk.calls >= disk.fail_at);
}

#define REAL(file) (((FaultFile *) file)->real)
#define METHODS(file) (REAL (file)->pMethods)

static int
fault_close (sqlite3_file *file)
{
  int code = METHODS (file)->xClose (REAL (file));

  g_free (REAL (file));
  return code;
}

static int
fault_read (sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
  if (must_fail ())
    {
      memset (bytes, 0, (gsize) size);
      return disk.short_ ? SQLITE_IOERR_SHORT_READ : SQLITE_IOERR_READ;
    }
  return METHODS (file)->xRead (REAL (file), bytes, size, offset);
}

static int
fault_write (sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
  if (must_fail ())
    {
      /* half of it got there */
      METHODS (file)->xWrite (REAL (file), bytes, size / 2, offset);
      return disk.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
  return METHODS (file)->xWrite (REAL (file), bytes, size, offset);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return must_fail () ? SQLITE_IOERR_TRUNCATE : METHODS (file)->xTruncate (REAL (file), size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  /* No power fails here: what was written is seen by the next to open it, synced or not. */
  return must_fail () ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
fault_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return must_fail () ? SQLITE_IOERR_FSTAT : METHODS (file)->xFileSize (REAL (file), size);
}

static int
fault_lock (sqlite3_file *file, int level)
{
  return must_fail () ? SQLITE_IOERR_LOCK : METHODS (file)->xLock (REAL (file), level);
}

static int
fault_unlock (sqlite3_file *file, int level)
{
  return METHODS (file)->xUnlock (REAL (file), level);
}

static int
fault_check_lock (sqlite3_file *file, int *held)
{
  return must_fail () ? SQLITE_IOERR_CHECKRESERVEDLOCK
                      : METHODS (file)->xCheckReservedLock (REAL (file), held);
}

static int
fault_control (sqlite3_file *file, int operation, void *argument)
{
  return METHODS (file)->xFileControl (REAL (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return METHODS (file)->xSectorSize (REAL (file));
}

static int
fault_device (sqlite3_file *file)
{
  return METHODS (file)->xDeviceCharacteristics (REAL (file));
}

static const sqlite3_io_methods fault_methods = {
  .iVersion = 1,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device,
};

static int
fault_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given)
{
  FaultFile *self = (FaultFile *) file;
  int code;

  self->base.pMethods = NULL;
  if (must_fail ())
    return SQLITE_CANTOPEN;
  self->real = g_malloc0 ((gsize) disk.real->szOsFile);
  code = disk.real->xOpen (disk.real, name, self->real, flags, given);
  if (code != SQLITE_OK)
    {
      g_free (self->real);
      return code;
    }
  self->base.pMethods = &fault_methods;
  return SQLITE_OK;
}

static int
fault_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  return must_fail () ? SQLITE_IOERR_DELETE : disk.real->xDelete (disk.real, name, 0);
}

static int
fault_access (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  return must_fail () ? SQLITE_IOERR_ACCESS : disk.real->xAccess (disk.real, name, flags, result);
}

static void
register_disk (void)
{
  static sqlite3_vfs vfs;

  disk.real = sqlite3_vfs_find (NULL);
  vfs = *disk.real;
  vfs.zName = "fault";
  vfs.szOsFile = sizeof (FaultFile);
  vfs.pNext = NULL;
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  vfs.xAccess = fault_access;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/* --- the sweep --- */

static const struct
{
  const char *what;
  Failing failing;
  gboolean full;
  gboolean short_;
} ways[] = {
  { "once", FAIL_ONCE, FALSE, FALSE },
  { "for want of space", FAIL_ONCE, TRUE, FALSE },
  { "short", FAIL_ONCE, FALSE, TRUE },
  { "from then on", FAIL_EVER, FALSE, FALSE },
  { "for want of space from then on", FAIL_EVER, TRUE, FALSE },
};

static void
break_disk (gsize way, int at)
{
  disk.calls = 0;
  disk.fail_at = at;
  disk.failing = ways[way].failing;
  disk.full = ways[way].full;
  disk.short_ = ways[way].short_;
}

/* Sound again; whether it did fail. */
static gboolean
mend_disk (void)
{
  gboolean failed = disk.calls >= disk.fail_at;

  disk.failing = FAIL_NEVER;
  return failed;
}

static gboolean
append_parts (YsDocket *docket, GError **error)
{
  YsAppend *append = ys_docket_begin (docket, COMMAND, FALSE, error);

  if (append == NULL)
    return FALSE;
  for (int i = 0; i < PARTS; i++)
    if (!ys_append_add (append, "case/2024-0001", YS_SEQ_ANY, "noted", "2024-02-08", NULL, BODY,
                        NULL, error))
      {
        ys_append_abandon (append);
        return FALSE;
      }
  if (!ys_append_erase_body (append, ERASED, error))
    {
      ys_append_abandon (append);
      return FALSE;
    }
  return ys_append_commit (append, error);
}

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, YS_DOCKET_ERROR);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

/* A docket of twenty entries, ready to be copied into place as often as it is needed. */
static char *
prepare (Place *place)
{
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_INTL);
  g_autofree char *file = put_text (docket, "附件");
  char *kept = place_path (place, "kept.db");

  append_some (docket, "case/2024-0001", 20);
  g_clear_object (&docket);
  copy_file (place->store, kept);
  return kept;
}

static void
reset_store (Place *place, const char *kept)
{
  g_autofree char *journal = g_strconcat (place->store, "-journal", NULL);

  g_unlink (journal);
  copy_file (kept, place->store);
}

/* Entries of the command; the body went with them or stayed with all others. */
static gint64
count_of_command (YsDocket *docket)
{
  g_autoptr (GPtrArray) entries = gather_all (docket);
  gint64 found = 0;

  for (guint i = 0; i < entries->len; i++)
    found += strcmp (((YsEntry *) entries->pdata[i])->command, COMMAND) == 0;
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpint (((YsEntry *) entries->pdata[i])->body == NULL, ==,
                     found > 0 && i == ERASED - 1);
  return found;
}

/* One append with the disk failing at its @at-th call. Whether that call was ever made. */
static gboolean
fail_append (Place *place, const char *kept, gsize way, int at, int *confirmed_with_fault)
{
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) retry = NULL;
  g_autofree char *state = place_path (place, "append-state");
  gboolean confirmed, failed;
  gint64 there;

  remove_tree (state);
  reset_store (place, kept);
  docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, state, &error);
  g_assert_no_error (error);
  break_disk (way, at);
  confirmed = append_parts (docket, &error);
  failed = mend_disk ();
  if (!confirmed)
    assert_sentence (error);
  else if (failed)
    ++*confirmed_with_fault;
  /* the connection that failed goes away as a program would that ends */
  g_clear_object (&docket);

  docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, state, &retry);
  g_assert_no_error (retry);
  assert_whole (docket);
  there = count_of_command (docket);
  g_assert_true (there == PARTS || (there == 0 && !confirmed));
  g_assert_true (append_parts (docket, &retry));
  g_assert_cmpint (count_of_command (docket), ==, PARTS);
  assert_whole (docket);
  return failed;
}

static void
test_append (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *kept = prepare (place);

  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      int confirmed_with_fault = 0;
      int at = 1;

      while (fail_append (place, kept, way, at, &confirmed_with_fault))
        at++;
      g_test_message ("%s: %d calls failed in turn, %d appends went through all the same",
                      ways[way].what, at - 1, confirmed_with_fault);
      g_assert_cmpint (at, >, 20);
      g_assert_cmpint (confirmed_with_fault, <, at / 2);
    }
}

/* After a write that failed, the same open docket is still read, and says why it is not written. */
static void
test_after_failure (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *kept = prepare (place);
  int read_only = 0;

  for (int at = 1;; at++)
    {
      g_autoptr (YsDocket) docket = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError) error = NULL;
      gboolean confirmed, failed;

      reset_store (place, kept);
      docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, NULL, &error);
      g_assert_no_error (error);
      break_disk (0, at);
      confirmed = append_parts (docket, &error);
      failed = mend_disk ();
      entries = gather_all (docket);
      g_assert_true (entries->len == 20 || entries->len == 20 + PARTS);
      if (ys_docket_get_read_only_reason (docket) != NULL)
        {
          g_assert_false (confirmed);
          g_clear_error (&error);
          g_assert_null (ys_docket_begin (docket, NULL, FALSE, &error));
          g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY);
          read_only++;
        }
      if (!failed)
        break;
    }
  g_assert_cmpint (read_only, >, 5);
}

static void
test_open (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *kept = prepare (place);

  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      gboolean failed = TRUE;
      int at = 1;

      for (; failed; at++)
        {
          g_autoptr (YsDocket) docket = NULL;
          g_autoptr (GError) error = NULL;

          break_disk (way, at);
          docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, place->state, &error);
          failed = mend_disk ();
          if (docket == NULL)
            assert_sentence (error);
          g_clear_object (&docket);
          /* and it does not take a failing disk for a forger */
          docket = place_open (place, YS_DOCKET_READ_WRITE);
        }
      g_test_message ("%s: %d calls failed in turn", ways[way].what, at - 2);
      g_assert_cmpint (at, >, 5);
    }
}

/* An earlier version is brought up or is as it was, and no half of either. */
static void
test_bring_up (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *today = prepare (place);
  g_autofree char *kept = place_path (place, "earlier.db");

  turn_back (place->store);
  copy_file (place->store, kept);
  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      gboolean failed = TRUE;
      int at = 1, read_only = 0;

      for (; failed; at++)
        {
          g_autoptr (YsDocket) docket = NULL;
          g_autoptr (GError) error = NULL;

          reset_store (place, kept);
          break_disk (way, at);
          docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, place->state, &error);
          failed = mend_disk ();
          if (docket == NULL)
            assert_sentence (error);
          else if (ys_docket_get_read_only_reason (docket) != NULL)
            read_only++;
          else
            g_assert_cmpint (ask_sql (place->store, "PRAGMA user_version"), ==, 2);
          g_clear_object (&docket);

          docket = place_open (place, YS_DOCKET_READ_WRITE);
          g_assert_null (ys_docket_get_read_only_reason (docket));
          g_assert_cmpint (ask_sql (place->store, "PRAGMA user_version"), ==, 2);
          assert_whole (docket);
        }
      g_test_message ("%s: %d calls failed in turn, after %d it was open for reading",
                      ways[way].what, at - 2, read_only);
      g_assert_cmpint (at, >, 20);
      g_assert_cmpint (read_only, >, 0);
    }
}

static void
test_backup (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *kept = prepare (place);
  g_autofree char *to = place_path (place, "copy.docket");
  g_autoptr (YsDocket) docket = place_open (place, YS_DOCKET_READ_WRITE);
  gboolean failed = TRUE;
  int at = 1;

  for (; failed; at++)
    {
      g_autoptr (GError) error = NULL;
      gboolean made;

      break_disk (0, at);
      made = ys_docket_backup (docket, to, NULL, NULL, &error);
      failed = mend_disk ();
      g_assert_cmpint (g_file_test (to, G_FILE_TEST_EXISTS), ==, made);
      if (made)
        {
          g_autoptr (YsDocket) copy = ys_docket_open (to, YS_DOCKET_READ_ONLY, NULL, &error);

          g_assert_no_error (error);
          assert_whole (copy);
          g_clear_object (&copy);
          remove_tree (to);
        }
      else
        assert_sentence (error);
    }
  g_test_message ("%d calls failed in turn", at - 2);
  g_assert_cmpint (at, >, 20);
  assert_whole (docket);
}

static void
test_founding (void)
{
  gboolean failed = TRUE;
  int at = 1;

  for (; failed; at++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = NULL;
      g_autoptr (GError) error = NULL;

      break_disk (0, at);
      docket = ys_docket_create (place->docket, YS_SUITE_GM, FOUNDING, place->state, &error);
      failed = mend_disk ();
      g_assert_cmpint (g_file_test (place->docket, G_FILE_TEST_EXISTS), ==, docket != NULL);
      if (docket != NULL)
        assert_whole (docket);
      else
        assert_sentence (error);
    }
  g_test_message ("%d calls failed in turn", at - 2);
  g_assert_cmpint (at, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_disk ();
  g_test_add_func ("/faults/append", test_append);
  g_test_add_func ("/faults/after-failure", test_after_failure);
  g_test_add_func ("/faults/open", test_open);
  g_test_add_func ("/faults/bring-up", test_bring_up);
  g_test_add_func ("/faults/backup", test_backup);
  g_test_add_func ("/faults/founding", test_founding);
  return g_test_run ();
}
