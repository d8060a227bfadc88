/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a case by its texts, word by word. */
#include "index/parts.h"

#include <string.h>

#include "index/index-private.h"
#include "index/key.h"
#include "index/words.h"

/* Columns of the question. */
enum
{
  KEY,
  TEXT,
  TITLE,
  APPLICANT,
  DESCRIPTION,
};

typedef struct
{
  YsWords *words;
  guint n;
  gboolean *named; /* words that stand in a part that has a name */
} Finding;

static gboolean
mark (Finding *self, const char *text, gboolean *held)
{
  gboolean any = FALSE;

  memset (held, 0, self->n * sizeof (gboolean));
  if (text != NULL)
    ys_words_mark (self->words, text, strlen (text), held);
  for (guint i = 0; i < self->n; i++)
    any = any || held[i];
  return any;
}

static unsigned
find_named (Finding *self, const char *text, YsPart part)
{
  g_autofree gboolean *held = g_new0 (gboolean, self->n + 1);

  if (!mark (self, text, held))
    return 0;
  for (guint i = 0; i < self->n; i++)
    self->named[i] = self->named[i] || held[i];
  return part;
}

/* A word of the whole that no named part has is elsewhere in it; one that it lacks is in a file. */
static unsigned
find_rest (Finding *self, const char *text)
{
  g_autofree gboolean *held = g_new0 (gboolean, self->n + 1);
  unsigned parts = 0;

  mark (self, text, held);
  for (guint i = 0; i < self->n; i++)
    if (!held[i] && !self->named[i])
      parts |= YS_PART_FILE;
    else if (!self->named[i])
      parts |= YS_PART_OTHER;
  return parts;
}

static unsigned
find_parts (Finding *self, YsQuestion *question, const char *id)
{
  unsigned parts = 0;

  memset (self->named, 0, self->n * sizeof (gboolean));
  parts |= find_named (self, id, YS_PART_NUMBER);
  parts |= find_named (self, (const char *) sqlite3_column_text (question, TITLE), YS_PART_TITLE);
  parts |= find_named (self, (const char *) sqlite3_column_text (question, APPLICANT),
                       YS_PART_APPLICANT);
  parts |= find_named (self, (const char *) sqlite3_column_text (question, DESCRIPTION),
                       YS_PART_DESCRIPTION);
  return parts | find_rest (self, (const char *) sqlite3_column_text (question, TEXT));
}

/* The keys as a JSON list, and in @places where each stands in @ids, from 1 on. */
static char *
list_keys (const char *const *ids, GHashTable *places)
{
  GString *keys = g_string_new ("[");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gint64 *key = g_new (gint64, 1);

      *key = ys_key_from_id (ids[i]);
      g_string_append_printf (keys, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", *key);
      g_hash_table_insert (places, key, GUINT_TO_POINTER (i + 1));
    }
  g_string_append_c (keys, ']');
  return g_string_free (keys, FALSE);
}

GArray *
ys_index_find_parts (YsIndex *self, const char *const *ids, const char *text, GError **error)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (YsWords) words = NULL;
  g_autoptr (YsQuestion) question = NULL;
  g_autoptr (GHashTable) places = NULL;
  g_autofree gboolean *named = NULL;
  g_autofree char *keys = NULL;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self) && ids != NULL && text != NULL, NULL);

  words = ys_words_new (text);
  named = g_new0 (gboolean, ys_words_count (words) + 1);
  Finding finding = { words, ys_words_count (words), named };

  found = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (found, g_strv_length ((char **) ids));
  places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  keys = list_keys (ids, places);
  store = ys_index_get_store (self);
  question = ys_store_ask (store, "texts-of-cases", error);
  if (question == NULL)
    return NULL;
  ys_question_bind_text (question, 1, keys);
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      gint64 key = sqlite3_column_int64 (question, KEY);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key));

      if (place > 0)
        g_array_index (found, guint, place - 1) = find_parts (&finding, question, ids[place - 1]);
    }
  return step == 0 ? g_steal_pointer (&found) : NULL;
}
