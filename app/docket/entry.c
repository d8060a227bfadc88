/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsEntry: making, sharing and freeing one. Nothing of the chain or of a store. */

#include "docket/entry-private.h"

#include <string.h>

/* Every string member, so that copying knows them all from one place. */
static const gsize strings[] = {
  G_STRUCT_OFFSET (YsEntry, stream), G_STRUCT_OFFSET (YsEntry, kind),
  G_STRUCT_OFFSET (YsEntry, on),     G_STRUCT_OFFSET (YsEntry, recorded_at),
  G_STRUCT_OFFSET (YsEntry, actor),  G_STRUCT_OFFSET (YsEntry, command),
  G_STRUCT_OFFSET (YsEntry, body),   G_STRUCT_OFFSET (YsEntry, body_digest),
  G_STRUCT_OFFSET (YsEntry, digest), G_STRUCT_OFFSET (YsEntry, signature),
  G_STRUCT_OFFSET (YsEntry, signer),
};

YsEntry *
ys_entry_new (const YsEntry *view)
{
  gsize lengths[G_N_ELEMENTS (strings)];
  gsize total = sizeof (YsEntry);
  YsEntry *self;
  char *place;

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, view, strings[i]);

      lengths[i] = text != NULL ? strlen (text) + 1 : 0;
      total += lengths[i];
    }

  self = g_malloc (total);
  *self = *view;
  place = (char *) (self + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      char **text = &G_STRUCT_MEMBER (char *, self, strings[i]);

      if (lengths[i] == 0)
        continue;
      *text = memcpy (place, *text, lengths[i]);
      place += lengths[i];
    }
  g_atomic_ref_count_init (&self->refs);
  return self;
}

YsEntry *
ys_entry_ref (YsEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_entry_unref (YsEntry *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}
