/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks a body against the tables of event-schema.c, and walks its fields by them. */
#include "rules/event-schema.h"

#include "rules/outcome.h"

#include <string.h>

static gboolean
is_digest (const char *text)
{
  const char *hex = g_str_has_prefix (text, "sm3:")      ? text + 4
                    : g_str_has_prefix (text, "sha256:") ? text + 7
                                                         : NULL;

  return hex != NULL && strlen (hex) == 64 && strspn (hex, "0123456789abcdef") == 64;
}

/* Digits, and at most six places after a point: 59237.2449. */
static gboolean
is_amount (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  const char *rest = text + whole;

  if (whole == 0 || whole > 15 || (text[0] == '0' && whole > 1))
    return FALSE;
  if (*rest == '\0')
    return TRUE;

  gsize places = strspn (rest + 1, "0123456789");
  return *rest == '.' && places >= 1 && places <= 6 && rest[1 + places] == '\0';
}

static const char *
get_outcome_id (guint index)
{
  return ys_outcome_get_id ((YsOutcome) index);
}

/* A word that is none of the @n that @get_id gives: all of them are what may stand there. */
static gboolean
refuse_word (const char *(*get_id) (guint), guint n, const char *text, const char *path,
             YsFault *fault)
{
  g_autoptr (GString) want = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (want, "%s%s", i > 0 ? ", " : "", get_id (i));
  return ys_fault_set (fault, YS_FAULT_BAD_VALUE, path, text, want->str);
}

static gboolean
check_text (const YsField *field, const char *text, const char *path, YsFault *fault)
{
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      if (field->required && text[strspn (text, " \t\r\n")] == '\0')
        return ys_fault_set (fault, YS_FAULT_EMPTY, path, NULL, NULL);
      return TRUE;
    case YS_FIELD_WORD:
      if (!g_strv_contains (field->values, text))
        {
          g_autofree char *want = g_strjoinv (", ", (char **) field->values);
          return ys_fault_set (fault, YS_FAULT_BAD_VALUE, path, text, want);
        }
      return TRUE;
    case YS_FIELD_DAY:
    case YS_FIELD_UNTIL:
    case YS_FIELD_ANY_DAY:
      return ys_day_parse (text, -1) != YS_DAY_NONE
             || ys_fault_set (fault, YS_FAULT_BAD_DATE, path, text, NULL);
    case YS_FIELD_FILE:
    case YS_FIELD_DIGEST:
      return is_digest (text) || ys_fault_set (fault, YS_FAULT_BAD_DIGEST, path, text, NULL);
    case YS_FIELD_CASE:
      return ys_case_id_is_valid (text)
             || ys_fault_set (fault, YS_FAULT_BAD_VALUE, path, text, "YEAR-NNNN");
    case YS_FIELD_AMOUNT:
      return is_amount (text) || ys_fault_set (fault, YS_FAULT_BAD_AMOUNT, path, text, NULL);
    case YS_FIELD_OUTCOME:
      return ys_outcome_from_id (text) != YS_OUTCOME_NONE
             || refuse_word (get_outcome_id, YS_N_OUTCOMES, text, path, fault);
    case YS_FIELD_GROUND:
      return ys_ground_get_outcome (text) != YS_OUTCOME_NONE
             || refuse_word (ys_ground_get_id, ys_ground_count (), text, path, fault);
    default:
      return ys_fault_set (fault, YS_FAULT_WRONG_TYPE, path, text, NULL);
    }
}

static const char *
name_type (YsFieldType type)
{
  switch (type)
    {
    case YS_FIELD_INT:
      return "integer";
    case YS_FIELD_FLAG:
    case YS_FIELD_BOOL:
      return "true, false";
    case YS_FIELD_BODY:
    case YS_FIELD_OBJECT:
      return "object";
    case YS_FIELD_LIST:
      return "list";
    default:
      return "text";
    }
}

static gboolean
check_value (const YsField *field, const cJSON *value, const char *path, YsFault *fault)
{
  const cJSON *element;
  int i = 0;

  switch (field->type)
    {
    case YS_FIELD_INT:
      if (!cJSON_IsNumber (value))
        break;
      if (value->valuedouble < (double) field->min || value->valuedouble > (double) field->max)
        {
          g_autofree char *found = ys_json_canonical (value);
          g_autofree char *want = g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT,
                                                   field->min, field->max);
          return ys_fault_set (fault, YS_FAULT_OUT_OF_RANGE, path, found, want);
        }
      return TRUE;
    case YS_FIELD_FLAG:
      if (!cJSON_IsBool (value) && !cJSON_IsString (value))
        break;
      return TRUE;
    case YS_FIELD_BOOL:
      if (!cJSON_IsBool (value))
        break;
      return TRUE;
    case YS_FIELD_BODY:
      if (!cJSON_IsObject (value))
        break;
      return TRUE;
    case YS_FIELD_VALUE:
      return TRUE;
    case YS_FIELD_OBJECT:
      if (!cJSON_IsObject (value))
        break;
      return ys_schema_check (field->fields, FALSE, value, path, fault);
    case YS_FIELD_LIST:
      if (!cJSON_IsArray (value))
        break;
      cJSON_ArrayForEach (element, value)
        {
          g_autofree char *place = g_strdup_printf ("%s.%d", path, i++);
          if (!check_value (field->fields, element, place, fault))
            return FALSE;
        }
      return TRUE;
    default:
      if (!cJSON_IsString (value))
        break;
      return check_text (field, value->valuestring, path, fault);
    }

  g_autofree char *found = ys_json_canonical (value);
  return ys_fault_set (fault, YS_FAULT_WRONG_TYPE, path, found, name_type (field->type));
}

const YsField *
ys_schema_find_field (const YsField *fields, const char *name)
{
  for (const YsField *field = fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

gboolean
ys_schema_check (const YsField *fields, gboolean open, const cJSON *body, const char *path,
                 YsFault *fault)
{
  const cJSON *member;

  cJSON_ArrayForEach (member, body)
    {
      const YsField *field = ys_schema_find_field (fields, member->string);
      g_autofree char *place = g_strconcat (path, ".", member->string, NULL);

      if (field == NULL && !(open && (cJSON_IsNumber (member) || cJSON_IsString (member))))
        return ys_fault_set (fault, YS_FAULT_UNKNOWN_FIELD, place, NULL, NULL);
      if (field != NULL && !check_value (field, member, place, fault))
        return FALSE;
    }

  for (const YsField *field = fields; field->name != NULL; field++)
    if (field->required && cJSON_GetObjectItemCaseSensitive (body, field->name) == NULL)
      {
        g_autofree char *place = g_strconcat (path, ".", field->name, NULL);
        return ys_fault_set (fault, YS_FAULT_MISSING_FIELD, place, NULL, NULL);
      }

  return TRUE;
}

static gboolean
walk_value (const YsField *field, const cJSON *value, const char *path, YsFieldFunc func,
            gpointer user_data)
{
  const cJSON *element;
  int i = 0;

  if (field->type == YS_FIELD_OBJECT)
    return ys_schema_walk (field->fields, value, path, func, user_data);
  if (field->type != YS_FIELD_LIST)
    return func (field, value, path, user_data);

  cJSON_ArrayForEach (element, value)
    {
      g_autofree char *place = g_strdup_printf ("%s.%d", path, i++);
      if (!walk_value (field->fields, element, place, func, user_data))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_schema_walk (const YsField *fields, const cJSON *body, const char *path, YsFieldFunc func,
                gpointer user_data)
{
  const cJSON *member;

  cJSON_ArrayForEach (member, body)
    {
      const YsField *field = ys_schema_find_field (fields, member->string);
      g_autofree char *place = g_strconcat (path, ".", member->string, NULL);

      if (field != NULL && !walk_value (field, member, place, func, user_data))
        return FALSE;
    }
  return TRUE;
}
