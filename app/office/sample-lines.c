/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the entries of a case of the sample year become lines: in their order, with the seqs that
 * they name, and with the digests of the facts that a head approves. */
#include "office/sample-lines.h"

#include <string.h>

#include "office/facts.h"

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const YsSampleEntry *one = a;
  const YsSampleEntry *other = b;

  if (one->on != other->on)
    return one->on < other->on ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

static gboolean
is_fact (const YsSampleEntry *entry)
{
  return ys_facts_hold (ys_kind_parse (YS_STREAM_CASE, entry->kind));
}

static void
add_fact (GString *facts, const YsSampleCase *made, const YsSampleEntry *entry, const char *on)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *stream = g_strdup_printf ("case/%s", made->id);
  g_autofree char *body
    = g_strdup_printf ("{%.*s}", (int) entry->length, made->text->str + entry->body);
  g_autoptr (YsEvent) event = ys_event_parse (stream, 0, entry->kind, on, NULL, body, &fault);

  if (event == NULL)
    g_error ("The sample made a bad entry: %s %s", ys_fault_get_id (fault.code), body);
  ys_facts_add (facts, event);
}

/* Digest of the facts among the first @n entries. */
static void
digest_facts (const YsSampleCase *made, guint n, YsHash *hash, char digest[YS_DIGEST_SIZE])
{
  g_autoptr (GString) facts = g_string_new (NULL);
  char day[YS_DAY_TEXT];

  for (guint i = 0; i < n; i++)
    {
      const YsSampleEntry *entry = &g_array_index (made->entries, YsSampleEntry, i);

      if (is_fact (entry))
        add_fact (facts, made, entry, ys_day_format (entry->on, day));
    }
  ys_hash_add (hash, facts->str, facts->len);
  ys_hash_finish (hash, digest);
}

gboolean
ys_sample_hand_out (YsSampleCase *made,
                    YsDay today,
                    YsHash *hash,
                    YsSampleLineFunc func,
                    gpointer user_data,
                    GError **error)
{
  GArray *entries = made->entries;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree guint *seqs = g_new (guint, entries->len);
  char facts[YS_DIGEST_SIZE] = "";
  char day[YS_DAY_TEXT];

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    seqs[g_array_index (entries, YsSampleEntry, i).order] = i + 1;

  for (guint i = 0; i < entries->len; i++)
    {
      const YsSampleEntry *entry = &g_array_index (entries, YsSampleEntry, i);

      if (entry->on > today)
        break;
      if (is_fact (entry))
        facts[0] = '\0';
      g_string_printf (line, "{\"stream\":\"case/%s\",\"kind\":\"%s\",\"on\":\"%s\",\"body\":{",
                       made->id, entry->kind, ys_day_format (entry->on, day));
      if (entry->refers >= 0)
        g_string_append_printf (line, "\"%s\":%u%s", entry->refers_as, seqs[entry->refers],
                                entry->length > 0 ? "," : "");
      g_string_append_len (line, made->text->str + entry->body, (gssize) entry->length);
      if (entry->answers_facts)
        {
          if (facts[0] == '\0')
            digest_facts (made, i, hash, facts);
          g_string_append_printf (line, ",\"facts\":\"%s\"", facts);
        }
      g_string_append_printf (line, "},\"actor\":\"%s\"}", entry->actor);
      if (!func (entry->on, line, user_data, error))
        return FALSE;
    }
  return TRUE;
}
