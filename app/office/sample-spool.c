/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bucket of text a day. When all of them together grow past the limit, every bucket is appended
 * to one temporary file, and remembers where its pieces lie. */
#include "office/sample-spool.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "wording/i18n.h"

typedef struct
{
  gint64 offset;
  gsize length;
} Piece;

typedef struct
{
  GString *text;  /* or NULL */
  GArray *pieces; /* of Piece, earlier than text; or NULL */
} Bucket;

struct _YsSampleSpool
{
  YsDay first;
  int n_days;
  Bucket *buckets;
  gsize limit;
  gsize held;
  int fd; /* -1 until needed */
  gint64 end;
};

YsSampleSpool *
ys_sample_spool_new (YsDay first, YsDay last, gsize limit)
{
  g_return_val_if_fail (first <= last, NULL);

  YsSampleSpool *self = g_new0 (YsSampleSpool, 1);

  self->first = first;
  self->n_days = last - first + 1;
  self->buckets = g_new0 (Bucket, self->n_days);
  self->limit = limit;
  self->fd = -1;
  return self;
}

static void
empty_bucket (YsSampleSpool *self, Bucket *bucket)
{
  if (bucket->text != NULL)
    {
      self->held -= bucket->text->len;
      g_string_free (bucket->text, TRUE);
      bucket->text = NULL;
    }
}

void
ys_sample_spool_free (YsSampleSpool *self)
{
  for (int i = 0; i < self->n_days; i++)
    {
      empty_bucket (self, &self->buckets[i]);
      g_clear_pointer (&self->buckets[i].pieces, g_array_unref);
    }
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->buckets);
  g_free (self);
}

static gboolean
fail (GError **error)
{
  int number = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _ ("The temporary file for sample data cannot be used: %s. Free some space in %s."),
               g_strerror (number), g_get_tmp_dir ());
  return FALSE;
}

static gboolean
spill (YsSampleSpool *self, GError **error)
{
  if (self->fd < 0)
    {
      g_autofree char *name = NULL;

      self->fd = g_file_open_tmp ("yishen-sample-XXXXXX", &name, error);
      if (self->fd < 0)
        return FALSE;
      g_unlink (name);
    }

  for (int i = 0; i < self->n_days; i++)
    {
      Bucket *bucket = &self->buckets[i];

      if (bucket->text == NULL)
        continue;

      Piece piece = { self->end, bucket->text->len };
      for (gsize done = 0; done < piece.length;)
        {
          gssize n = pwrite (self->fd, bucket->text->str + done, piece.length - done,
                             piece.offset + (gint64) done);

          if (n < 0 && errno != EINTR)
            return fail (error);
          done += n > 0 ? (gsize) n : 0;
        }
      if (bucket->pieces == NULL)
        bucket->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
      g_array_append_val (bucket->pieces, piece);
      self->end += (gint64) piece.length;
      empty_bucket (self, bucket);
    }
  return TRUE;
}

gboolean
ys_sample_spool_add (YsSampleSpool *self, YsDay day, const char *line, gsize length, GError **error)
{
  g_return_val_if_fail (day >= self->first && day < self->first + self->n_days, FALSE);

  Bucket *bucket = &self->buckets[day - self->first];

  if (bucket->text == NULL)
    bucket->text = g_string_new (NULL);
  g_string_append_len (bucket->text, line, (gssize) length);
  g_string_append_c (bucket->text, '\n');
  self->held += length + 1;
  return self->held <= self->limit || spill (self, error);
}

static gboolean
write_piece (YsSampleSpool *self, const Piece *piece, GOutputStream *out, GError **error)
{
  g_autofree char *buffer = g_malloc (piece->length);

  for (gsize done = 0; done < piece->length;)
    {
      gssize n
        = pread (self->fd, buffer + done, piece->length - done, piece->offset + (gint64) done);

      if (n == 0)
        errno = EIO;
      if (n == 0 || (n < 0 && errno != EINTR))
        return fail (error);
      done += n > 0 ? (gsize) n : 0;
    }
  return g_output_stream_write_all (out, buffer, piece->length, NULL, NULL, error);
}

gboolean
ys_sample_spool_write (YsSampleSpool *self, YsDay day, GOutputStream *out, GError **error)
{
  g_return_val_if_fail (day >= self->first && day < self->first + self->n_days, FALSE);

  Bucket *bucket = &self->buckets[day - self->first];

  for (guint i = 0; bucket->pieces != NULL && i < bucket->pieces->len; i++)
    if (!write_piece (self, &g_array_index (bucket->pieces, Piece, i), out, error))
      return FALSE;
  g_clear_pointer (&bucket->pieces, g_array_unref);

  if (bucket->text != NULL
      && !g_output_stream_write_all (out, bucket->text->str, bucket->text->len, NULL, NULL, error))
    return FALSE;
  empty_bucket (self, bucket);
  return TRUE;
}
