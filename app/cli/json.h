/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON on stdout: days and texts that may be missing are null. */
#pragma once

#include <cjson/cJSON.h>

#include "rules/clock.h"

G_BEGIN_DECLS

void ys_json_add_day (cJSON *object, const char *key, YsDay day);
void ys_json_add_text (cJSON *object, const char *key, const char *text);
/* Prints on one line and frees. */
void ys_json_print (cJSON *json);

G_END_DECLS
