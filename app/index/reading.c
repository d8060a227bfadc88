/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as the index reads it: NFKC, case folded, separators made one space; and its tokens. */
#include "index/reading.h"

#include <string.h>

/* One letter, digit or Chinese character at a time is written to the reading; a separator only
 * promises a space before the next of them. */
typedef struct
{
  GString *reading;
  GArray *origins;
  guint32 origin;
  gboolean space;
} Writer;

gboolean
ys_reading_is_han (gunichar c)
{
  if (c < 0x2E80)
    return FALSE;
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF))
    return TRUE;
  if ((c >= 0x20000 && c <= 0x3FFFF) || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000)
    return TRUE;
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* Signs that are not seen and part no word: soft hyphen, zero widths, bidi and variation signs. */
static gboolean
is_unseen (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF
         || (c >= 0xE0100 && c <= 0xE01EF);
}

/* Whether normalising may join @c with what stands before it. */
static gboolean
composes (gunichar c)
{
  if (c < 0x300 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFF9D))
    return FALSE;
  return g_unichar_ismark (c) || (c >= 0x1100 && c <= 0x11FF) || c == 0xFF9E || c == 0xFF9F;
}

/* The character at @at; 0 for bytes that are none, which separate like any other sign. */
static inline gunichar
read_char (const char *at, const char *end, const char **next)
{
  const guchar *bytes = (const guchar *) at;
  gunichar c = bytes[0];

  *next = at + 1;
  if (c < 0x80)
    return c;
  /* Three bytes: nearly every Chinese character. */
  if ((c & 0xF0) == 0xE0 && end - at >= 3 && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80)
    {
      c = (c & 0x0F) << 12 | (bytes[1] & 0x3FU) << 6 | (bytes[2] & 0x3FU);
      *next = at + 3;
      if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF))
        return c;
    }
  c = g_utf8_get_char_validated (at, end - at);
  if (c >= 0x110000)
    {
      *next = at + 1;
      return 0;
    }
  *next = g_utf8_next_char (at);
  return c;
}

/* GString's own append is a quarter of all the time that reading takes. */
static inline void
append_bytes (GString *to, const char *bytes, gsize length)
{
  gsize before = to->len;

  if (before + length >= to->allocated_len)
    {
      g_string_append_len (to, bytes, (gssize) length);
      return;
    }
  for (gsize i = 0; i < length; i++)
    to->str[before + i] = bytes[i];
  to->len += length;
  to->str[to->len] = '\0';
}

static inline void
write_letter (Writer *self, const char *bytes, gsize length)
{
  if (self->space && self->reading->len > 0)
    {
      append_bytes (self->reading, " ", 1);
      if (self->origins != NULL)
        g_array_append_val (self->origins, self->origin);
    }
  self->space = FALSE;
  append_bytes (self->reading, bytes, length);
  for (gsize i = 0; self->origins != NULL && i < length; i++)
    g_array_append_val (self->origins, self->origin);
}

/* Most characters of an office's texts need no normalising, and GLib's is ten times slower than
 * this: ASCII, its wide form, unified Chinese characters and their punctuation. @bytes are those
 * of @c. */
static gboolean
write_plain (Writer *self, gunichar c, const char *bytes)
{
  if (c >= 0x4E00 && c <= 0x9FFF)
    {
      write_letter (self, bytes, 3);
      return TRUE;
    }
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFEE0;
  if (c < 0x80)
    {
      char lower = g_ascii_tolower ((char) c);

      if (g_ascii_isalnum (lower))
        write_letter (self, &lower, 1);
      else
        self->space = TRUE;
      return TRUE;
    }
  if ((c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || (c >= 0x2010 && c <= 0x2023))
    {
      self->space = TRUE;
      return TRUE;
    }
  return FALSE;
}

static void
write_normalised (Writer *self, const char *text, gsize length)
{
  g_autofree char *composed = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_NFKC);
  g_autofree char *folded = NULL;
  g_autofree char *normal = NULL;

  if (composed == NULL)
    {
      self->space = TRUE;
      return;
    }
  /* Folding case may take a character apart again. */
  folded = g_utf8_casefold (composed, -1);
  normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_unseen (c))
        continue;
      /* A mark that marks no letter says nothing: U+2017 comes apart into a space and one. */
      if (g_unichar_ismark (c) ? !self->space : g_unichar_isalnum (c) || ys_reading_is_han (c))
        write_letter (self, at, (gsize) (g_utf8_next_char (at) - at));
      else
        self->space = TRUE;
    }
}

void
ys_reading_append (GString *reading, GArray *origins, const char *text, gsize length)
{
  Writer writer = { reading, origins, 0, TRUE };
  const char *end = text + length;
  const char *at = text;
  const char *next = text;
  gunichar c = at < end ? read_char (at, end, &next) : 0;

  while (at < end)
    {
      const char *stop = next;
      const char *after = next;
      gunichar following = 0;

      while (stop < end && composes (following = read_char (stop, end, &after)))
        stop = after;
      writer.origin = (guint32) (at - text);
      if (c == 0)
        writer.space = TRUE;
      else if (stop > next || !write_plain (&writer, c, at))
        write_normalised (&writer, at, (gsize) (stop - at));
      at = stop;
      next = after;
      c = following;
    }
}

char *
ys_reading_of (const char *text)
{
  GString *reading = g_string_new (NULL);

  if (text != NULL)
    ys_reading_append (reading, NULL, text, strlen (text));
  return g_string_free (reading, FALSE);
}

char *
ys_reading_of_name (const char *name)
{
  char *reading = ys_reading_of (name);
  char *to = reading;

  for (const char *from = reading; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';
  return reading;
}

/* --- borders of characters as people see them ------------------------------------------------ */

static gboolean
belongs_to_previous (gunichar c)
{
  return composes (c) || is_unseen (c) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

const char *
ys_reading_skip (const char *at, const char *end)
{
  const char *next;

  if (at >= end)
    return end;
  read_char (at, end, &at);
  while (at < end)
    {
      gunichar c = read_char (at, end, &next);

      if (!belongs_to_previous (c))
        break;
      at = next;
      /* A zero width joiner ties the sign after it too. */
      if (c == 0x200D && at < end)
        read_char (at, end, &at);
    }
  return at;
}

const char *
ys_reading_skip_back (const char *begin, const char *at, const char *end)
{
  while (at > begin)
    {
      const char *next;
      const char *before;
      gunichar c;

      at = g_utf8_find_prev_char (begin, at);
      if (at == NULL)
        return begin;
      c = read_char (at, end, &next);
      if (belongs_to_previous (c))
        continue;
      before = at > begin ? g_utf8_find_prev_char (begin, at) : NULL;
      if (before == NULL || read_char (before, end, &next) != 0x200D)
        break;
    }
  return at;
}

/* --- tokens ---------------------------------------------------------------------------------- */

static int
walk_han (const char *run,
          const char *end,
          const char **after,
          const char *reading,
          YsTokenPurpose purpose,
          YsTokenFunc func,
          gpointer user_data)
{
  const char *at = run;
  const char *next = g_utf8_next_char (at);

  while (TRUE)
    {
      const char *stop = next;
      gboolean last = next >= end || !ys_reading_is_han (read_char (next, end, &stop));
      int result = 0;

      if (last)
        stop = next;
      if (!last || purpose == YS_TOKENS_INDEX || at == run)
        result = func (at, (int) (stop - at), (int) (at - reading), user_data);
      *after = next;
      if (last || result != 0)
        return result;
      at = next;
      next = stop;
    }
}

static int
walk_word (const char *word,
           const char *end,
           const char **after,
           const char *reading,
           YsTokenFunc func,
           gpointer user_data)
{
  const char *stop = word;
  const char *at = word;

  while (at < end && *at != ' ' && !ys_reading_is_han (g_utf8_get_char (at)))
    {
      at = g_utf8_next_char (at);
      if (at - word <= YS_TOKEN_MAX)
        stop = at;
    }
  *after = at;
  return func (word, (int) (stop - word), (int) (word - reading), user_data);
}

int
ys_reading_each_token (
  const char *reading, gsize length, YsTokenPurpose purpose, YsTokenFunc func, gpointer user_data)
{
  const char *end = reading + length;
  const char *at = reading;
  int result = 0;

  while (at < end && result == 0)
    {
      if (*at == ' ')
        at++;
      else if (ys_reading_is_han (g_utf8_get_char (at)))
        result = walk_han (at, end, &at, reading, purpose, func, user_data);
      else
        result = walk_word (at, end, &at, reading, func, user_data);
    }
  return result;
}
