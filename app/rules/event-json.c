/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strict reading and canonical writing of JSON. cJSON makes the tree; what it lets pass (floats,
 * null, duplicate keys, control characters, \u0000, leading zeros) is refused here. */
#include "rules/event-json.h"

#include <string.h>

/* --- reading --------------------------------------------------------------------------------- */

static gboolean
refuse (YsFault *fault, YsFaultCode code, const char *text, gsize at)
{
  g_autofree char *where = g_strdup_printf ("%.*s", (int) MIN (strlen (text + at), 20), text + at);
  g_autofree char *valid = g_utf8_make_valid (where, -1);

  return ys_fault_set (fault, code, NULL, valid, NULL);
}

/* Whether four hexadecimal digits begin @text, not all of them nought. */
static gboolean
is_code_unit (const char *text)
{
  for (int i = 0; i < 4; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return strncmp (text, "0000", 4) != 0;
}

/* @at stands after the opening quote; moves it past the closing one. */
static gboolean
scan_string (const char *text, gsize length, gsize *at, YsFault *fault)
{
  gsize i = *at;

  while (i < length && text[i] != '"')
    {
      if ((guchar) text[i] < 0x20)
        return refuse (fault, YS_FAULT_BAD_JSON, text, i);
      if (text[i] == '\\')
        {
          if (i + 1 >= length)
            break;
          /* cJSON reads what is no hexadecimal number as a nul, and would end the string at a nul
           * and lose what follows. */
          if (text[i + 1] == 'u' && !is_code_unit (text + i + 2))
            return refuse (fault, YS_FAULT_BAD_JSON, text, i);
          i++;
        }
      i++;
    }
  if (i >= length)
    return refuse (fault, YS_FAULT_BAD_JSON, text, *at);

  *at = i + 1;
  return TRUE;
}

static gboolean
scan_number (const char *text, gsize length, gsize *at, YsFault *fault)
{
  gsize i = *at + (text[*at] == '-');
  gsize first = i;
  gint64 value = 0;

  while (i < length && g_ascii_isdigit (text[i]) && i - first < 17)
    value = value * 10 + (text[i++] - '0');
  if (i < length && strchr (".eE", text[i]) != NULL)
    return refuse (fault, YS_FAULT_NOT_INTEGER, text, *at);
  if (i == first || (text[first] == '0' && i > first + 1))
    return refuse (fault, YS_FAULT_BAD_JSON, text, *at);
  if (i - first > 16 || value > YS_INTEGER_MAX)
    return refuse (fault, YS_FAULT_OUT_OF_RANGE, text, *at);

  *at = i;
  return TRUE;
}

/* What cJSON would let pass. Grammar is left to cJSON. */
static gboolean
scan_strictly (const char *text, gsize length, YsFault *fault)
{
  int depth = 0;
  gsize i = 0;

  while (i < length)
    {
      char c = text[i];

      if (c == '"')
        {
          i++;
          if (!scan_string (text, length, &i, fault))
            return FALSE;
        }
      else if (c == '-' || g_ascii_isdigit (c))
        {
          if (!scan_number (text, length, &i, fault))
            return FALSE;
        }
      else if (strchr ("{}[]:, \t\r\n", c) != NULL)
        {
          depth += c == '{' || c == '[';
          depth -= c == '}' || c == ']';
          if (depth > YS_JSON_DEPTH)
            return refuse (fault, YS_FAULT_TOO_DEEP, text, i);
          i++;
        }
      else if (g_str_has_prefix (text + i, "true"))
        i += 4;
      else if (g_str_has_prefix (text + i, "false"))
        i += 5;
      else if (g_str_has_prefix (text + i, "null"))
        return refuse (fault, YS_FAULT_NULL_VALUE, text, i);
      else
        return refuse (fault, YS_FAULT_BAD_JSON, text, i);
    }

  return TRUE;
}

/* Keys of one object are few, but a hostile line may hold a hundred thousand. */
static gboolean
check_keys (const cJSON *json, YsFault *fault)
{
  const cJSON *child;

  if (cJSON_IsObject (json))
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      cJSON_ArrayForEach (child, json)
        if (!g_hash_table_add (seen, child->string))
          return ys_fault_set (fault, YS_FAULT_DUPLICATE_KEY, child->string, NULL, NULL);
    }

  cJSON_ArrayForEach (child, json)
    if ((cJSON_IsObject (child) || cJSON_IsArray (child)) && !check_keys (child, fault))
      return FALSE;

  return TRUE;
}

cJSON *
ys_json_parse (const char *text, gsize length, YsFault *fault)
{
  g_return_val_if_fail (text != NULL && fault != NULL, NULL);

  if (length > YS_LINE_MAX)
    {
      ys_fault_set (fault, YS_FAULT_TOO_LONG, NULL, NULL, NULL);
      return NULL;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      ys_fault_set (fault, YS_FAULT_BAD_UTF8, NULL, NULL, NULL);
      return NULL;
    }

  g_autofree char *copy = g_strndup (text, length);
  if (!scan_strictly (copy, length, fault))
    return NULL;

  const char *end = NULL;
  cJSON *json = cJSON_ParseWithLengthOpts (copy, length + 1, &end, TRUE);

  if (json == NULL)
    refuse (fault, YS_FAULT_BAD_JSON, copy, end != NULL ? MIN ((gsize) (end - copy), length) : 0);
  else if (!cJSON_IsObject (json))
    ys_fault_set (fault, YS_FAULT_NOT_OBJECT, NULL, NULL, NULL);
  else if (check_keys (json, fault))
    return json;

  cJSON_Delete (json);
  return NULL;
}

/* --- writing --------------------------------------------------------------------------------- */

static void
write_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      static const char plain[] = "\"\\\b\f\n\r\t";
      static const char letter[] = "\"\\bfnrt";
      const char *special = strchr (plain, *p);

      if (special != NULL)
        g_string_append_printf (out, "\\%c", letter[special - plain]);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const cJSON *const *x = a;
  const cJSON *const *y = b;

  return strcmp ((*x)->string, (*y)->string);
}

static void
write_value (GString *out, const cJSON *json)
{
  const cJSON *child;
  const char *comma = "";

  if (cJSON_IsObject (json))
    {
      g_autoptr (GPtrArray) members = g_ptr_array_new ();

      cJSON_ArrayForEach (child, json)
        g_ptr_array_add (members, (gpointer) child);
      g_ptr_array_sort (members, compare_keys);
      g_string_append_c (out, '{');
      for (guint i = 0; i < members->len; i++)
        {
          child = g_ptr_array_index (members, i);
          g_string_append (out, i > 0 ? "," : "");
          write_string (out, child->string);
          g_string_append_c (out, ':');
          write_value (out, child);
        }
      g_string_append_c (out, '}');
    }
  else if (cJSON_IsArray (json))
    {
      g_string_append_c (out, '[');
      cJSON_ArrayForEach (child, json)
        {
          g_string_append (out, comma);
          write_value (out, child);
          comma = ",";
        }
      g_string_append_c (out, ']');
    }
  else if (cJSON_IsString (json))
    write_string (out, json->valuestring);
  else if (cJSON_IsNumber (json))
    g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) json->valuedouble);
  else
    g_string_append (out, cJSON_IsTrue (json) ? "true" : "false");
}

char *
ys_json_canonical (const cJSON *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  GString *out = g_string_new (NULL);

  write_value (out, json);
  return g_string_free (out, FALSE);
}

/* --- paths ----------------------------------------------------------------------------------- */

static cJSON *
get_member (const cJSON *json, const char *name)
{
  if (cJSON_IsArray (json))
    {
      guint64 index;

      return g_ascii_string_to_unsigned (name, 10, 0, G_MAXINT, &index, NULL)
               ? cJSON_GetArrayItem (json, (int) index)
               : NULL;
    }
  return cJSON_GetObjectItemCaseSensitive (json, name);
}

const cJSON *
ys_json_get (const cJSON *json, const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (strchr (path, '.') == NULL)
    return get_member (json, path);

  g_auto (GStrv) names = g_strsplit (path, ".", -1);

  for (char **name = names; json != NULL && *name != NULL; name++)
    json = get_member (json, *name);
  return json;
}

gboolean
ys_json_set (cJSON *json, const char *path, cJSON *value)
{
  g_return_val_if_fail (json != NULL && path != NULL, FALSE);

  const char *dot = strrchr (path, '.');
  g_autofree char *before = dot != NULL ? g_strndup (path, dot - path) : NULL;
  const char *last = dot != NULL ? dot + 1 : path;
  cJSON *parent = before != NULL ? (cJSON *) ys_json_get (json, before) : json;
  cJSON *old = parent != NULL ? get_member (parent, last) : NULL;
  gboolean done = TRUE;

  if (cJSON_IsObject (parent) && *last != '\0')
    {
      if (old != NULL && value != NULL)
        cJSON_ReplaceItemInObjectCaseSensitive (parent, last, g_steal_pointer (&value));
      else if (old != NULL)
        cJSON_Delete (cJSON_DetachItemViaPointer (parent, old));
      else if (value != NULL)
        cJSON_AddItemToObject (parent, last, g_steal_pointer (&value));
    }
  else if (cJSON_IsArray (parent) && old != NULL && value != NULL)
    cJSON_ReplaceItemViaPointer (parent, old, g_steal_pointer (&value));
  else
    done = FALSE;

  cJSON_Delete (value);
  return done;
}

gboolean
ys_json_equal (const cJSON *a, const cJSON *b)
{
  if (a == NULL || b == NULL)
    return FALSE;

  /* cJSON_Compare() takes integers near 2^53 for equal when they differ by one. */
  g_autofree char *x = ys_json_canonical (a);
  g_autofree char *y = ys_json_canonical (b);
  return g_str_equal (x, y);
}
