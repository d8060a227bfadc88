/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the texts of a case for search: each once, in the order of the entries. */
#include "rules/casefile-text.h"

typedef struct
{
  GString *out;
  GHashTable *seen; /* texts belong to the events */
} Gathering;

static void
gather (const char *text, gpointer user_data)
{
  Gathering *gathering = user_data;

  if (text[0] == '\0' || !g_hash_table_add (gathering->seen, (gpointer) text))
    return;
  g_string_append (gathering->out, text);
  g_string_append_c (gathering->out, '\n');
}

char *
ys_casefile_gather_text (const YsFolded *folded)
{
  g_return_val_if_fail (folded != NULL, NULL);

  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Gathering gathering = { g_string_new (NULL), seen };

  for (guint i = 0; i < folded->events->len; i++)
    ys_event_foreach_text (g_ptr_array_index (folded->events, i), gather, &gathering);
  return g_string_free (gathering.out, FALSE);
}
