/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON on stdout. */
#include "cli/json.h"

#include "cli/verb.h"

void
ys_json_add_day (cJSON *object, const char *key, YsDay day)
{
  char text[YS_DAY_TEXT];

  ys_json_add_text (object, key, day != YS_DAY_NONE ? ys_day_format (day, text) : NULL);
}

void
ys_json_add_text (cJSON *object, const char *key, const char *text)
{
  if (text != NULL)
    cJSON_AddStringToObject (object, key, text);
  else
    cJSON_AddNullToObject (object, key);
}

void
ys_json_print (cJSON *json)
{
  char *text = cJSON_PrintUnformatted (json);

  ys_cli_print ("%s\n", text);
  cJSON_free (text);
  cJSON_Delete (json);
}
