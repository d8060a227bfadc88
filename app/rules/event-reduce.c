/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks the tables of event-schema beside a body and leaves out what a person wrote. Which entries
 * may be destroyed, and when, stands in history-destruction.c. */
#include "rules/event-reduce.h"

#include "rules/event-schema.h"

/* In the place of a digest that must be there: whoever guesses what was digested learns nothing. */
#define NOUGHT_DIGEST "sm3:0000000000000000000000000000000000000000000000000000000000000000"

/* --- values ---------------------------------------------------------------------------------- */

static cJSON *
number_ref (const char *ref, GHashTable *refs)
{
  const char *number = g_hash_table_lookup (refs, ref);

  if (number == NULL)
    {
      g_hash_table_insert (refs, g_strdup (ref),
                           g_strdup_printf ("%u", g_hash_table_size (refs) + 1));
      number = g_hash_table_lookup (refs, ref);
    }
  return cJSON_CreateString (number);
}

static cJSON *
reduce_text (const YsField *field, const cJSON *value, GHashTable *refs)
{
  /* Who handled it is an id of the staff, which stands in their own streams for good. */
  if (g_str_equal (field->name, "to") && cJSON_IsString (value))
    return cJSON_Duplicate (value, TRUE);
  if (g_str_equal (field->name, "ref") && cJSON_IsString (value))
    return number_ref (value->valuestring, refs);
  return field->required ? cJSON_CreateString (YS_DESTROYED_TEXT) : NULL;
}

static gboolean
is_list_of_digests (const YsField *field)
{
  return field->type == YS_FIELD_LIST
         && (field->fields->type == YS_FIELD_FILE || field->fields->type == YS_FIELD_DIGEST);
}

static cJSON *reduce_object (const YsField *fields, const cJSON *object, GHashTable *refs);

/* NULL where nothing stays. */
static cJSON *
reduce_value (const YsField *field, const cJSON *value, GHashTable *refs)
{
  const cJSON *element;
  cJSON *list;

  switch (field->type)
    {
    case YS_FIELD_TEXT:
      return reduce_text (field, value, refs);
    case YS_FIELD_FLAG:
      return cJSON_IsBool (value) ? cJSON_Duplicate (value, TRUE) : NULL;
    case YS_FIELD_DIGEST:
      return field->required ? cJSON_CreateString (NOUGHT_DIGEST) : NULL;
    case YS_FIELD_FILE:
    case YS_FIELD_VALUE:
    case YS_FIELD_BODY:
      return NULL;
    case YS_FIELD_OBJECT:
      return cJSON_IsObject (value) ? reduce_object (field->fields, value, refs) : NULL;
    case YS_FIELD_LIST:
      if (is_list_of_digests (field) && !field->required)
        return NULL;
      list = cJSON_CreateArray ();
      if (!is_list_of_digests (field))
        cJSON_ArrayForEach (element, value)
          cJSON_AddItemToArray (list, reduce_value (field->fields, element, refs));
      return list;
    default:
      return cJSON_Duplicate (value, TRUE);
    }
}

static cJSON *
reduce_object (const YsField *fields, const cJSON *object, GHashTable *refs)
{
  cJSON *reduced = cJSON_CreateObject ();
  const cJSON *member;

  cJSON_ArrayForEach (member, object)
    {
      const YsField *field = ys_schema_find_field (fields, member->string);
      cJSON *value = field != NULL ? reduce_value (field, member, refs) : NULL;

      if (value != NULL)
        cJSON_AddItemToObject (reduced, member->string, value);
    }
  return reduced;
}

/* --- amendments ------------------------------------------------------------------------------ */

/* The field that @path leads to from @fields, or NULL. @place becomes the path, but ends at a list of
 * files, of which no element stays. */
static const YsField *
follow_path (const YsField *fields, const char *path, GString *place)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  const YsField *field = NULL;

  g_string_truncate (place, 0);
  for (char **name = names; *name != NULL; name++)
    {
      if (field == NULL || field->type == YS_FIELD_OBJECT)
        field = ys_schema_find_field (fields, *name);
      else
        field = field->type == YS_FIELD_LIST ? field->fields : NULL;
      if (field == NULL)
        return NULL;
      g_string_append_printf (place, "%s%s", place->len > 0 ? "." : "", *name);
      if (is_list_of_digests (field))
        return field;
      fields = field->fields;
    }
  return field;
}

/* The field of @event that @path names. What was attached has lost its file when it is reduced
 * again: its first shape knows the field. */
static const YsField *
find_amended (const YsEvent *event, const char *path, GString *place)
{
  static const YsField on = { .name = "on", .type = YS_FIELD_DAY, .required = TRUE };
  const YsKindSchema *schema = ys_schema_get (event->kind);
  const YsField *field;

  if (g_str_equal (path, "on"))
    {
      g_string_assign (place, path);
      return &on;
    }
  field = follow_path (ys_schema_get_fields (schema, event->body), path, place);
  return field != NULL ? field : follow_path (schema->fields, path, place);
}

/* An empty text says that nothing stands there. */
static cJSON *
reduce_side (const YsField *field, const cJSON *value, GHashTable *refs)
{
  gboolean nothing = cJSON_IsString (value) && value->valuestring[0] == '\0';
  cJSON *reduced = nothing ? NULL : reduce_value (field, value, refs);

  return reduced != NULL ? reduced : cJSON_CreateString ("");
}

static void
reduce_amendment (cJSON *reduced, const YsEvent *event, const YsEvent *amended, GHashTable *refs)
{
  g_autoptr (GString) place = g_string_new (NULL);
  const YsField *field
    = amended != NULL ? find_amended (amended, ys_event_get_string (event, "field"), place) : NULL;
  cJSON *from = field != NULL ? reduce_side (field, ys_event_get (event, "from"), refs) : NULL;
  cJSON *to = field != NULL ? reduce_side (field, ys_event_get (event, "to"), refs) : NULL;

  ys_json_set (reduced, "field",
               cJSON_CreateString (field != NULL ? place->str : YS_DESTROYED_TEXT));
  ys_json_set (reduced, "from", from != NULL ? from : cJSON_CreateString (""));
  ys_json_set (reduced, "to", to != NULL ? to : cJSON_CreateString (""));
}

/* --- public ---------------------------------------------------------------------------------- */

cJSON *
ys_event_reduce (const YsEvent *event, const YsEvent *amended, GHashTable *refs)
{
  g_return_val_if_fail (event != NULL && refs != NULL, NULL);

  const YsKindSchema *schema = ys_schema_get (event->kind);
  cJSON *reduced = reduce_object (ys_schema_get_fields (schema, event->body), event->body, refs);

  if (event->kind == YS_KIND_AMENDED)
    reduce_amendment (reduced, event, amended, refs);
  return reduced;
}

cJSON *
ys_history_reduce (const YsHistory *self, gint64 last)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GHashTable) refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 end = last > 0 ? last : (gint64) ys_history_get_length (self);
  cJSON *kept = cJSON_CreateArray ();

  for (gint64 seq = 1; seq <= end; seq++)
    {
      const YsEvent *event = ys_history_get (self, seq);
      const YsEvent *amended = event->kind == YS_KIND_AMENDED
                                 ? ys_history_get (self, ys_event_get_int (event, "of", 0))
                                 : NULL;
      cJSON *one = cJSON_CreateObject ();

      cJSON_AddNumberToObject (one, "seq", (double) seq);
      cJSON_AddItemToObject (one, "body", ys_event_reduce (event, amended, refs));
      cJSON_AddItemToArray (kept, one);
    }
  return kept;
}

cJSON *
ys_history_make_destroyed (const YsHistory *self, gint64 asked)
{
  g_return_val_if_fail (self != NULL, NULL);

  cJSON *body = cJSON_CreateObject ();

  cJSON_AddNumberToObject (body, "asked", (double) asked);
  cJSON_AddItemToObject (body, "kept", ys_history_reduce (self, 0));
  return body;
}

const cJSON *
ys_event_get_kept (const YsEvent *destroyed, gint64 seq)
{
  g_return_val_if_fail (destroyed != NULL, NULL);

  const cJSON *one;

  cJSON_ArrayForEach (one, ys_event_get (destroyed, "kept"))
    {
      const cJSON *number = cJSON_GetObjectItemCaseSensitive (one, "seq");

      if (cJSON_IsNumber (number) && (gint64) number->valuedouble == seq)
        return cJSON_GetObjectItemCaseSensitive (one, "body");
    }
  return NULL;
}
