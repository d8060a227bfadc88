/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the index reads text: width, case and composition folded away, everything that is neither
 * letter, digit nor Chinese character turned into one space; and the tokens of such a reading.
 * SQLite is not known here (tokenizer.h), nor are the words somebody looks for (words.h). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longest token in bytes; of a longer word the beginning alone is indexed. */
#define YS_TOKEN_MAX 64

/**
 * ys_reading_append:
 * @reading: what was read so far; @text begins a new word in it
 * @origins: (nullable) (element-type guint32): gets, for every byte of @reading, where in @text the
 *   character that it comes from begins; a space gets what follows it
 * @length: bytes of @text
 */
void ys_reading_append (GString *reading, GArray *origins, const char *text, gsize length);
/* The reading of a whole text, NULL read as "". (transfer full) */
char *ys_reading_of (const char *text);
/* The same without spaces: how names are compared. (transfer full) */
char *ys_reading_of_name (const char *name);

/* End of the character at @at as people see it: marks and joined signs belong to it. */
const char *ys_reading_skip (const char *at, const char *end);
/* Beginning of the character before @at, not before @begin. */
const char *ys_reading_skip_back (const char *begin, const char *at, const char *end);

/* Chinese characters, those of the private areas too, into which rare names were once put. */
gboolean ys_reading_is_han (gunichar c);

typedef enum
{
  YS_TOKENS_INDEX, /* pairs of Chinese characters, the last one of each run alone, words */
  YS_TOKENS_QUERY, /* the same, a last character alone only where the run is one character */
} YsTokenPurpose;

/* Anything but 0 ends the walk and is returned. */
typedef int (*YsTokenFunc) (const char *token, int length, int offset, gpointer user_data);
int ys_reading_each_token (
  const char *reading, gsize length, YsTokenPurpose purpose, YsTokenFunc func, gpointer user_data);

G_END_DECLS
