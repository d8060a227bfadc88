/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids one after the other in one piece of memory, and where each begins. */
#include "desk/cases/case-ids.h"

#include <string.h>

struct _YsCaseIds
{
  char *text;
  guint32 *starts; /* of each, and the end */
  guint length;
  gatomicrefcount refs;
};

static YsCaseIds *
alloc (guint length)
{
  YsCaseIds *self = g_new0 (YsCaseIds, 1);

  g_atomic_ref_count_init (&self->refs);
  self->length = length;
  self->starts = g_new (guint32, length + 1);
  return self;
}

YsCaseIds *
ys_case_ids_new (const GPtrArray *ids)
{
  g_return_val_if_fail (ids != NULL, NULL);

  YsCaseIds *self = alloc (ids->len);
  g_autoptr (GByteArray) text = g_byte_array_sized_new (ids->len * 10);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      self->starts[i] = text->len;
      g_byte_array_append (text, (const guint8 *) id, (guint) strlen (id) + 1);
    }
  self->starts[ids->len] = text->len;
  /* An empty list has a text too. */
  g_byte_array_append (text, (const guint8 *) "", 1);
  self->text = (char *) g_byte_array_free (g_steal_pointer (&text), FALSE);
  return self;
}

YsCaseIds *
ys_case_ids_without (const YsCaseIds *self, guint position, guint n)
{
  g_return_val_if_fail (position + n <= self->length, NULL);

  YsCaseIds *rest = alloc (self->length - n);
  guint32 head = self->starts[position];
  guint32 gap = self->starts[position + n] - head;
  guint32 end = self->starts[self->length];

  rest->text = g_malloc (end - gap + 1);
  memcpy (rest->text, self->text, head);
  memcpy (rest->text + head, self->text + head + gap, end - gap - head);
  for (guint i = 0; i <= rest->length; i++)
    rest->starts[i] = i < position ? self->starts[i] : self->starts[i + n] - gap;
  return rest;
}

YsCaseIds *
ys_case_ids_ref (YsCaseIds *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_case_ids_unref (YsCaseIds *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->text);
  g_free (self->starts);
  g_free (self);
}

guint
ys_case_ids_get_length (const YsCaseIds *self)
{
  return self->length;
}

const char *
ys_case_ids_get (const YsCaseIds *self, guint position)
{
  g_return_val_if_fail (position < self->length, NULL);

  return self->text + self->starts[position];
}

GStrv
ys_case_ids_copy (const YsCaseIds *self, guint position, guint n)
{
  guint end = position < self->length ? position + MIN (n, self->length - position) : position;
  GStrv copy = g_new0 (char *, end - position + 1);

  for (guint i = position; i < end; i++)
    copy[i - position] = g_strdup (ys_case_ids_get (self, i));
  return copy;
}

YsCaseIdsChange
ys_case_ids_compare (const YsCaseIds *before, const YsCaseIds *after)
{
  guint shorter = MIN (before->length, after->length);
  guint head = 0;
  guint tail = 0;

  while (head < shorter
         && g_str_equal (ys_case_ids_get (before, head), ys_case_ids_get (after, head)))
    head++;
  while (tail < shorter - head
         && g_str_equal (ys_case_ids_get (before, before->length - tail - 1),
                         ys_case_ids_get (after, after->length - tail - 1)))
    tail++;
  return (YsCaseIdsChange){ head, before->length - head - tail, after->length - head - tail };
}
