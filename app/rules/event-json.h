/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON as the exchange format allows it: strict to read, canonical to write, paths into it.
 * Private to the event files and to the history. */
#pragma once

#include <cjson/cJSON.h>

#include "rules/event.h"

G_BEGIN_DECLS

/* Depth of nesting that any body needs, with room to spare. */
#define YS_JSON_DEPTH 12

/* Reads one object: valid UTF-8, integers only, no null, no duplicate key, nothing after it. */
cJSON *ys_json_parse (const char *text, gsize length, YsFault *fault);

/* Keys sorted by bytes, no spaces, only what must be escaped is. (transfer full) */
char *ys_json_canonical (const cJSON *json);

/* The value at "a.b" or "list.0.c", or NULL. */
const cJSON *ys_json_get (const cJSON *json, const char *path);

/* Puts @value (transfer full) at @path, NULL takes the member out; FALSE if there is no such
 * place. Objects on the way must exist; a list's element must exist. */
gboolean ys_json_set (cJSON *json, const char *path, cJSON *value);

/* Same value, whatever the order of keys. */
gboolean ys_json_equal (const cJSON *a, const cJSON *b);

G_END_DECLS
