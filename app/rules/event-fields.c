/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks a schema beside a body, and turns values into texts and back. */
#include "rules/event-fields.h"

#include "rules/event-schema.h"

void
ys_event_field_free (YsEventField *self)
{
  g_free (self->path);
  g_free (self);
}

/* Whether it can be amended as one value; then as what. */
static gboolean
find_shape (const YsField *field, YsFieldShape *shape)
{
  switch (field->type)
    {
    case YS_FIELD_TEXT:
    case YS_FIELD_AMOUNT:
      *shape = YS_SHAPE_TEXT;
      return TRUE;
    case YS_FIELD_WORD:
      *shape = YS_SHAPE_WORD;
      return TRUE;
    case YS_FIELD_DAY:
    case YS_FIELD_UNTIL:
    case YS_FIELD_ANY_DAY:
      *shape = YS_SHAPE_DAY;
      return TRUE;
    case YS_FIELD_INT:
      *shape = YS_SHAPE_NUMBER;
      return TRUE;
    case YS_FIELD_FLAG:
    case YS_FIELD_BOOL:
      *shape = YS_SHAPE_FLAG;
      return TRUE;
    case YS_FIELD_OUTCOME:
      *shape = YS_SHAPE_OUTCOME;
      return TRUE;
    case YS_FIELD_GROUND:
      *shape = YS_SHAPE_GROUND;
      return TRUE;
    case YS_FIELD_CASE:
      *shape = YS_SHAPE_CASE;
      return TRUE;
    case YS_FIELD_LIST:
      *shape = YS_SHAPE_FILES;
      return field->fields->type == YS_FIELD_FILE;
    default:
      return FALSE;
    }
}

static void
add_field (GPtrArray *fields, const char *path, const YsField *field, YsFieldShape shape)
{
  YsEventField *one = g_new0 (YsEventField, 1);

  one->path = g_strdup (path);
  one->shape = shape;
  one->required = field->required;
  one->words = field->values;
  one->min = field->min;
  one->max = field->max;
  g_ptr_array_add (fields, one);
}

/* Whether the elements of a list are applicants: they may be put in and taken out by name. */
static gboolean
lists_people (const YsField *list)
{
  const YsField *first = list->fields->fields;

  return g_strcmp0 (first[0].name, "class") == 0 && g_strcmp0 (first[1].name, "name") == 0;
}

static void
list_object (GPtrArray *fields, const YsField *schema, const cJSON *body, const char *prefix)
{
  for (const YsField *field = schema; field->name != NULL; field++)
    {
      g_autofree char *path = g_strconcat (prefix, field->name, NULL);
      const cJSON *value = cJSON_GetObjectItemCaseSensitive (body, field->name);
      const cJSON *element;
      YsFieldShape shape;
      int i = 0;

      if (find_shape (field, &shape))
        add_field (fields, path, field, shape);
      else if (field->type == YS_FIELD_OBJECT && value != NULL)
        {
          g_autofree char *inner = g_strconcat (path, ".", NULL);
          list_object (fields, field->fields, value, inner);
        }
      else if (field->type == YS_FIELD_LIST && field->fields->type == YS_FIELD_OBJECT)
        {
          if (lists_people (field))
            add_field (fields, path, field, YS_SHAPE_PEOPLE);
          cJSON_ArrayForEach (element, value)
            {
              g_autofree char *inner = g_strdup_printf ("%s.%d.", path, i++);
              list_object (fields, field->fields->fields, element, inner);
            }
        }
    }
}

GPtrArray *
ys_event_list_fields (const YsEvent *event)
{
  static const YsField day = { .name = "on", .type = YS_FIELD_DAY, .required = TRUE };
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_event_field_free);
  const YsKindSchema *schema;

  g_return_val_if_fail (event != NULL, fields);

  add_field (fields, "on", &day, YS_SHAPE_DAY);
  schema = ys_schema_get (event->kind);
  if (schema != NULL)
    list_object (fields, ys_schema_get_fields (schema, event->body), event->body, "");
  return fields;
}

YsEventField *
ys_event_find_field (const YsEvent *event, const char *path)
{
  g_return_val_if_fail (event != NULL && path != NULL, NULL);

  g_autoptr (GPtrArray) fields = ys_event_list_fields (event);

  for (guint i = 0; i < fields->len; i++)
    if (g_str_equal (((YsEventField *) g_ptr_array_index (fields, i))->path, path))
      return g_ptr_array_steal_index (fields, i);
  return NULL;
}

/* --- texts ----------------------------------------------------------------------------------- */

char *
ys_event_field_write (const cJSON *value)
{
  const cJSON *element;
  GString *lines;

  if (value == NULL)
    return g_strdup ("");
  if (cJSON_IsString (value))
    return g_strdup (value->valuestring);
  if (!cJSON_IsArray (value))
    return ys_json_canonical (value);
  lines = g_string_new (NULL);
  cJSON_ArrayForEach (element, value)
    {
      const cJSON *named = cJSON_IsObject (element)
                             ? cJSON_GetObjectItemCaseSensitive (element, "name")
                             : element;
      if (cJSON_IsString (named))
        g_string_append_printf (lines, "%s\n", named->valuestring);
    }
  return g_string_free (lines, FALSE);
}

char *
ys_event_get_text (const YsEvent *event, const char *path)
{
  g_return_val_if_fail (event != NULL && path != NULL, NULL);

  char day[YS_DAY_TEXT];

  return g_str_equal (path, "on") ? g_strdup (ys_day_format (event->on, day))
                                  : ys_event_field_write (ys_event_get (event, path));
}

static cJSON *
read_lines (const YsEventField *field, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  cJSON *list = cJSON_CreateArray ();

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      cJSON_AddItemToArray (list, cJSON_CreateString (*line));
  if (cJSON_GetArraySize (list) > 0 || field->required)
    return list;
  cJSON_Delete (list);
  return cJSON_CreateString ("");
}

/* Takes the first of @people of that name out of them, or NULL. */
static cJSON *
detach_person (cJSON *people, const char *name)
{
  cJSON *person;

  cJSON_ArrayForEach (person, people)
    if (g_strcmp0 (cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (person, "name")), name)
        == 0)
      return cJSON_DetachItemViaPointer (people, person);
  return NULL;
}

static cJSON *
make_person (const YsEvent *event, const char *name)
{
  const char *klass = ys_event_get_string (event, "applicant.class");
  cJSON *person = cJSON_CreateObject ();

  cJSON_AddStringToObject (person, "class", klass != NULL ? klass : "person");
  cJSON_AddStringToObject (person, "name", name);
  return person;
}

static cJSON *
read_people (const YsEventField *field, const YsEvent *event, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const cJSON *now = ys_event_get (event, field->path);
  cJSON *left = now != NULL ? cJSON_Duplicate (now, TRUE) : cJSON_CreateArray ();
  cJSON *list = cJSON_CreateArray ();

  for (char **line = lines; *line != NULL; line++)
    {
      const char *name = g_strstrip (*line);
      cJSON *person = *name != '\0' ? detach_person (left, name) : NULL;

      if (*name != '\0')
        cJSON_AddItemToArray (list, person != NULL ? person : make_person (event, name));
    }
  cJSON_Delete (left);
  if (cJSON_GetArraySize (list) > 0)
    return list;
  cJSON_Delete (list);
  return cJSON_CreateString ("");
}

cJSON *
ys_event_field_read (const YsEventField *self, const YsEvent *event, const char *text)
{
  g_return_val_if_fail (self != NULL && event != NULL && text != NULL, NULL);

  gint64 number;

  if (self->shape == YS_SHAPE_NUMBER
      && g_ascii_string_to_signed (text, 10, -YS_INTEGER_MAX, YS_INTEGER_MAX, &number, NULL))
    return cJSON_CreateNumber ((double) number);
  if (self->shape == YS_SHAPE_FLAG && (g_str_equal (text, "true") || g_str_equal (text, "false")))
    return cJSON_CreateBool (g_str_equal (text, "true"));
  if (self->shape == YS_SHAPE_FILES)
    return read_lines (self, text);
  if (self->shape == YS_SHAPE_PEOPLE)
    return read_people (self, event, text);
  return cJSON_CreateString (text);
}
