/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file and its lock. A line a thing told: case, kind, day, level, read, again. */
#include "office/told.h"

#include "rules/event.h"
#include "wording/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MARK "yishen-told-1"

/* A line is some 40 bytes; what is longer than a hundred thousand of them was not written here. */
#define SIZE_MAX_READ (16 * 1024 * 1024)

/* Another client holds it for some milliseconds. */
#define WAIT_MS 5000

#define NOTHING_WORD "-"

typedef struct
{
  int level;
  int read;
  gint64 again;
  gboolean is_used; /* looked up since the memory was opened */
} Note;

struct _YsTold
{
  char *path;  /* NULL: kept nowhere */
  int lock;    /* descriptor, -1: none */
  gboolean is_changed;
  GHashTable *notes; /* "2026-0163 0 2026-11-24" → Note */
};

/* --- notes ----------------------------------------------------------------------------------- */

static char *
make_key (const char *id, YsRemindKind kind, YsDay day)
{
  char text[YS_DAY_TEXT];

  return g_strdup_printf ("%s %d %s", id, kind, ys_day_format (day, text));
}

static Note *
look_up (const YsTold *self, const char *id, YsRemindKind kind, YsDay day)
{
  g_autofree char *key = make_key (id, kind, day);
  Note *note = g_hash_table_lookup (self->notes, key);

  if (note != NULL)
    note->is_used = TRUE;
  return note;
}

static Note *
note_new (void)
{
  Note *note = g_new0 (Note, 1);

  note->level = note->read = YS_TOLD_NOTHING;
  return note;
}

static Note *
ensure (YsTold *self, const char *id, YsRemindKind kind, YsDay day)
{
  Note *note = look_up (self, id, kind, day);

  self->is_changed = TRUE;
  if (note == NULL)
    {
      note = note_new ();
      note->is_used = TRUE;
      g_hash_table_insert (self->notes, make_key (id, kind, day), note);
    }
  return note;
}

int
ys_told_get_level (const YsTold *self, const char *id, YsRemindKind kind, YsDay day)
{
  g_return_val_if_fail (self != NULL && id != NULL, YS_TOLD_NOTHING);

  const Note *note = look_up (self, id, kind, day);

  return note != NULL ? note->level : YS_TOLD_NOTHING;
}

int
ys_told_get_read (const YsTold *self, const char *id, YsRemindKind kind, YsDay day)
{
  g_return_val_if_fail (self != NULL && id != NULL, YS_TOLD_NOTHING);

  const Note *note = look_up (self, id, kind, day);

  return note != NULL ? note->read : YS_TOLD_NOTHING;
}

gint64
ys_told_get_again (const YsTold *self, const char *id, YsRemindKind kind, YsDay day)
{
  g_return_val_if_fail (self != NULL && id != NULL, 0);

  const Note *note = look_up (self, id, kind, day);

  return note != NULL ? note->again : 0;
}

void
ys_told_set_level (YsTold *self, const char *id, YsRemindKind kind, YsDay day, int level)
{
  g_return_if_fail (self != NULL && id != NULL && day != YS_DAY_NONE);

  Note *note = ensure (self, id, kind, day);

  note->level = level;
  note->again = 0;
}

void
ys_told_set_read (YsTold *self, const char *id, YsRemindKind kind, YsDay day, int level)
{
  g_return_if_fail (self != NULL && id != NULL && day != YS_DAY_NONE);

  ensure (self, id, kind, day)->read = level;
}

void
ys_told_set_again (YsTold *self, const char *id, YsRemindKind kind, YsDay day, gint64 again)
{
  g_return_if_fail (self != NULL && id != NULL && day != YS_DAY_NONE);

  ensure (self, id, kind, day)->again = again;
}

gint64
ys_told_find_again (const YsTold *self, gint64 now)
{
  g_return_val_if_fail (self != NULL, 0);

  GHashTableIter iter;
  gpointer value;
  gint64 first = 0;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Note *note = value;

      if (note->again > now && (first == 0 || note->again < first))
        first = note->again;
    }
  return first;
}

void
ys_told_prune (YsTold *self, YsDay today)
{
  g_return_if_fail (self != NULL && today != YS_DAY_NONE);

  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!((Note *) value)->is_used && ys_day_parse (strrchr (key, ' ') + 1, -1) < today)
      {
        g_hash_table_iter_remove (&iter);
        self->is_changed = TRUE;
      }
}

guint
ys_told_get_length (const YsTold *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return g_hash_table_size (self->notes);
}

/* --- the file -------------------------------------------------------------------------------- */

static gboolean
read_level (const char *word, int *level)
{
  gint64 number;

  *level = YS_TOLD_NOTHING;
  if (strcmp (word, NOTHING_WORD) == 0)
    return TRUE;
  if (!g_ascii_string_to_signed (word, 10, -1, G_MAXINT16, &number, NULL))
    return FALSE;
  *level = (int) number;
  return TRUE;
}

/* A line that was not written here is passed over: then that is told once more. */
static void
take_line (YsTold *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree Note *note = note_new ();
  gint64 kind;
  YsDay day;

  if (g_strv_length (words) != 6 || !ys_case_id_is_valid (words[0])
      || !g_ascii_string_to_signed (words[1], 10, 0, YS_N_REMIND_KINDS - 1, &kind, NULL)
      || (day = ys_day_parse (words[2], -1)) == YS_DAY_NONE
      || !read_level (words[3], &note->level) || !read_level (words[4], &note->read)
      || !g_ascii_string_to_signed (words[5], 10, 0, G_MAXINT64, &note->again, NULL))
    return;
  g_hash_table_replace (self->notes, make_key (words[0], (YsRemindKind) kind, day),
                        g_steal_pointer (&note));
}

static void
load (YsTold *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GStatBuf about;
  gsize length;

  if (g_stat (self->path, &about) != 0 || about.st_size > SIZE_MAX_READ
      || !g_file_get_contents (self->path, &text, &length, NULL)
      || !g_utf8_validate_len (text, length, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  if (g_strcmp0 (lines[0], MARK) != 0)
    return;
  for (char **line = lines + 1; *line != NULL; line++)
    take_line (self, *line);
}

static void
add_level (GString *text, int level)
{
  if (level == YS_TOLD_NOTHING)
    g_string_append (text, " " NOTHING_WORD);
  else
    g_string_append_printf (text, " %d", level);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
print (YsTold *self)
{
  GString *text = g_string_new (MARK "\n");
  guint n;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (self->notes, &n);

  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    {
      const Note *note = g_hash_table_lookup (self->notes, keys[i]);

      g_string_append (text, keys[i]);
      add_level (text, note->level);
      add_level (text, note->read);
      g_string_append_printf (text, " %" G_GINT64_FORMAT "\n", note->again);
    }
  return g_string_free (text, FALSE);
}

gboolean
ys_told_save (YsTold *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_autofree char *text = NULL;

  if (self->path == NULL || !self->is_changed)
    return TRUE;
  text = print (self);
  if (!g_file_set_contents_full (self->path, text, (gssize) strlen (text),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0600, error))
    return FALSE;
  self->is_changed = FALSE;
  return TRUE;
}

/* --- opening --------------------------------------------------------------------------------- */

static gboolean
set_lock_error (GError **error, const char *path, int code)
{
  if (code == EWOULDBLOCK)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                 _("Another window holds the memory of what you were reminded of (%s). It is tried "
                   "again later."),
                 path);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _("What you were reminded of cannot be remembered in %s: %s. Make room there or let "
                   "yourself write to it."),
                 path, g_strerror (code));
  return FALSE;
}

/* The lock is a file of its own, since the memory is replaced when it is saved. It belongs to the
 * open file, so that two windows of one process hold each other off as well. */
static gboolean
take_lock (YsTold *self, const char *path, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + WAIT_MS * G_TIME_SPAN_MILLISECOND;

  self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0)
    return set_lock_error (error, path, errno);
  while (flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    {
      int code = errno;

      if ((code != EWOULDBLOCK && code != EINTR) || g_get_monotonic_time () > deadline)
        return set_lock_error (error, path, code);
      g_usleep ((gulong) g_random_int_range (1000, 12000));
    }
  return TRUE;
}

YsTold *
ys_told_new (void)
{
  YsTold *self = g_new0 (YsTold, 1);

  self->lock = -1;
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

YsTold *
ys_told_open (const char *dir, const char *docket_id, GError **error)
{
  g_return_val_if_fail (dir != NULL && docket_id != NULL, NULL);

  g_autoptr (YsTold) self = ys_told_new ();
  g_autofree char *name = g_strconcat (docket_id, ".told", NULL);
  g_autofree char *lock = g_strconcat (docket_id, ".lock", NULL);
  g_autofree char *lock_path = g_build_filename (dir, lock, NULL);

  self->path = g_build_filename (dir, name, NULL);
  if (g_mkdir_with_parents (dir, 0700) != 0)
    {
      set_lock_error (error, dir, errno);
      return NULL;
    }
  if (!take_lock (self, lock_path, error))
    return NULL;
  load (self);
  return g_steal_pointer (&self);
}

void
ys_told_free (YsTold *self)
{
  g_return_if_fail (self != NULL);

  if (self->lock >= 0)
    close (self->lock);
  g_hash_table_unref (self->notes);
  g_free (self->path);
  g_free (self);
}
