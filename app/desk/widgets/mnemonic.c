/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only letters and digits of ASCII are mnemonics: others take an input method to type. */
#include "desk/widgets/mnemonic.h"

#include <string.h>

static const char all[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890";

/* Where what belongs behind the brackets begins: "…", a colon. */
static const char *
find_tail (const char *text)
{
  static const char *const tails[] = { "…", ":", "：" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_suffix (text, tails[i]))
      return text + strlen (text) - strlen (tails[i]);
  return text + strlen (text);
}

/* Where @letter stands in @text, at the beginning of a word before anywhere else; or NULL. */
static const char *
find_place (const char *text, char letter)
{
  const char *place = NULL;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_toupper (*c) != g_ascii_toupper (letter))
        continue;
      if (c == text || c[-1] == ' ')
        return c;
      if (place == NULL)
        place = c;
    }
  return place;
}

static void
append_bracketed (GString *text, char letter)
{
  gboolean is_latin = text->len > 0 && g_ascii_isalnum (text->str[text->len - 1]);

  if (is_latin)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "(_%c)", g_ascii_toupper (letter));
}

char *
ys_mnemonic_mark (const char *text, char letter)
{
  g_return_val_if_fail (text != NULL && g_ascii_isalnum (letter), NULL);

  GString *marked = g_string_new (NULL);
  const char *place = find_place (text, letter);
  const char *tail = find_tail (text);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (c == place)
        g_string_append_c (marked, '_');
      else if (place == NULL && c == tail)
        append_bracketed (marked, letter);
      g_string_append_c (marked, *c);
      /* One that the text has of itself. */
      if (*c == '_')
        g_string_append_c (marked, '_');
    }
  if (place == NULL && *tail == '\0')
    append_bracketed (marked, letter);
  return g_string_free (marked, FALSE);
}

static gboolean
is_free (char c, const char *taken)
{
  return g_ascii_isalnum (c) && strchr (taken, g_ascii_toupper (c)) == NULL;
}

char
ys_mnemonic_pick (const char *said, const char *taken)
{
  g_return_val_if_fail (said != NULL && taken != NULL, 0);

  for (const char *c = said; *c != '\0'; c++)
    if ((c == said || c[-1] == ' ') && is_free (*c, taken))
      return g_ascii_toupper (*c);
  for (const char *c = said; *c != '\0'; c++)
    if (is_free (*c, taken))
      return g_ascii_toupper (*c);
  for (const char *c = all; *c != '\0'; c++)
    if (is_free (*c, taken))
      return *c;
  return 0;
}

/* The letter itself, behind its underscore; NULL for none. */
static const char *
find_letter (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c != '_')
        continue;
      if (c[1] != '_' && c[1] != '\0')
        return c + 1;
      if (c[1] == '_')
        c++;
    }
  return NULL;
}

char
ys_mnemonic_get (const char *text)
{
  const char *letter = text != NULL ? find_letter (text) : NULL;

  return letter != NULL ? g_ascii_toupper (*letter) : 0;
}

char *
ys_mnemonic_strip (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  GString *stripped = g_string_new (NULL);
  const char *letter = find_letter (text);
  const char *bracket = letter != NULL && letter - text >= 2 && letter[-2] == '(' && letter[1] == ')'
                          ? letter - 2
                          : NULL;

  if (bracket != NULL && bracket > text && bracket[-1] == ' ')
    bracket--;
  for (const char *c = text; *c != '\0'; c++)
    {
      if (c == bracket)
        c = letter + 1;
      else if (letter != NULL && c == letter - 1)
        continue;
      else
        {
          g_string_append_c (stripped, *c);
          if (c[0] == '_' && c[1] == '_')
            c++;
        }
    }
  return g_string_free (stripped, FALSE);
}
