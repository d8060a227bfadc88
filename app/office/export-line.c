/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Members in the order in which people look for them. */
#include "office/export-line.h"

#include <cjson/cJSON.h>

static void
add_text (GString *line, const char *key, const char *text)
{
  cJSON *string;
  char *printed;

  if (text == NULL)
    return;
  string = cJSON_CreateString (text);
  printed = cJSON_PrintUnformatted (string);
  g_string_append_printf (line, ",\"%s\":%s", key, printed);
  cJSON_free (printed);
  cJSON_Delete (string);
}

char *
ys_export_make_line (const YsEntry *entry, const char *kept)
{
  g_return_val_if_fail (entry != NULL, NULL);

  GString *line = g_string_new (NULL);

  add_text (line, "stream", entry->stream);
  line->str[0] = '{';
  add_text (line, "kind", entry->kind);
  add_text (line, "on", entry->on);
  if (entry->body != NULL)
    kept = entry->body;
  g_string_append_printf (line, ",\"body\":%s", kept != NULL ? kept : "null");
  add_text (line, "actor", entry->actor);
  g_string_append_printf (line, ",\"position\":%" G_GINT64_FORMAT ",\"seq\":%" G_GINT64_FORMAT,
                          entry->position, entry->seq);
  add_text (line, "recorded_at", entry->recorded_at);
  add_text (line, "digest", entry->digest);
  add_text (line, "signature", entry->signature);
  add_text (line, "signer", entry->signer);
  g_string_append (line, "}\n");
  return g_string_free (line, FALSE);
}
