/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsEvent: one entry read and checked by the tables of event-schema. What streams and kinds there
 * are is in event-stream.c. */
#include "rules/event.h"

#include "rules/edition.h"
#include "rules/event-schema.h"
#include "rules/outcome.h"

#include <string.h>

/* --- one entry ------------------------------------------------------------------------------- */

YsEvent *
ys_event_ref (YsEvent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_event_unref (YsEvent *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  cJSON_Delete (self->body);
  g_free (self->actor);
  g_free (self);
}

/* What no single field can tell: the shape of received, and ground against outcome. */
static gboolean
check_body (const YsKindSchema *schema, const cJSON *body, YsFault *fault)
{
  if (!ys_schema_check (ys_schema_get_fields (schema, body), schema->open, body, "body", fault))
    return FALSE;

  if (schema->kind == YS_KIND_DRAFTED || schema->kind == YS_KIND_REPLIED)
    {
      const char *outcome = cJSON_GetStringValue (ys_json_get (body, "outcome"));
      const char *ground = cJSON_GetStringValue (ys_json_get (body, "ground"));

      if (ground != NULL && ys_ground_get_outcome (ground) != ys_outcome_from_id (outcome))
        return ys_fault_set (fault, YS_FAULT_GROUND_DISAGREES, "body.ground", ground,
                             ys_outcome_get_id (ys_ground_get_outcome (ground)));
    }

  return TRUE;
}

YsEvent *
ys_event_new (YsStreamClass klass, gint64 seq, YsKind kind, YsDay on, const char *actor,
              cJSON *body, YsFault *fault)
{
  g_return_val_if_fail (body != NULL && on != YS_DAY_NONE && fault != NULL, NULL);

  const YsKindSchema *schema = ys_schema_get (kind);

  if (schema == NULL || schema->klass != klass)
    ys_fault_set (fault, YS_FAULT_UNKNOWN_KIND, "kind", schema != NULL ? schema->name : NULL, NULL);
  else if (check_body (schema, body, fault))
    {
      YsEvent *self = g_new0 (YsEvent, 1);

      g_atomic_ref_count_init (&self->refs);
      self->kind = kind;
      self->on = on;
      self->seq = seq;
      self->actor = g_strdup (actor);
      self->body = body;
      return self;
    }

  cJSON_Delete (body);
  return NULL;
}

/* What the four texts around a body must be. */
static gboolean
read_head (const char *stream, const char *kind, const char *on, YsStreamClass *klass,
           YsKind *kind_out, YsDay *day, YsFault *fault)
{
  *klass = ys_stream_parse (stream, NULL);
  if (*klass == YS_STREAM_UNKNOWN)
    return ys_fault_set (fault, YS_FAULT_UNKNOWN_STREAM, "stream", stream, NULL);
  *kind_out = ys_kind_parse (*klass, kind);
  if (*kind_out == YS_KIND_UNKNOWN)
    return ys_fault_set (fault, YS_FAULT_UNKNOWN_KIND, "kind", kind, NULL);
  *day = ys_day_parse (on, -1);
  if (*day == YS_DAY_NONE)
    return ys_fault_set (fault, YS_FAULT_BAD_DATE, "on", on, NULL);
  return TRUE;
}

YsEvent *
ys_event_parse (const char *stream, gint64 seq, const char *kind, const char *on,
                const char *actor, const char *body, YsFault *fault)
{
  g_return_val_if_fail (stream != NULL && kind != NULL && on != NULL && body != NULL, NULL);
  g_return_val_if_fail (fault != NULL, NULL);

  YsStreamClass klass;
  YsKind parsed;
  YsDay day;

  if (!read_head (stream, kind, on, &klass, &parsed, &day, fault))
    return NULL;

  cJSON *json = ys_json_parse (body, strlen (body), fault);
  return json != NULL ? ys_event_new (klass, seq, parsed, day, actor, json, fault) : NULL;
}

/* The members of a line. Those that only an export carries are passed over. */
static gboolean
read_line_members (cJSON *line, const char **texts, cJSON **body, YsFault *fault)
{
  static const char *const names[] = { "stream", "kind", "on", "actor" };
  static const char *const ignored[] = { "position", "seq", "recorded_at", "digest", "signature",
                                         "signer", NULL };
  cJSON *member;

  cJSON_ArrayForEach (member, line)
    {
      gboolean known = g_strv_contains (ignored, member->string);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (g_str_equal (member->string, names[i]))
          {
            if (!cJSON_IsString (member))
              return ys_fault_set (fault, YS_FAULT_WRONG_TYPE, names[i], NULL, "text");
            texts[i] = member->valuestring;
            known = TRUE;
          }
      if (g_str_equal (member->string, "body"))
        {
          if (!cJSON_IsObject (member))
            return ys_fault_set (fault, YS_FAULT_WRONG_TYPE, "body", NULL, "object");
          *body = member;
          known = TRUE;
        }
      if (!known)
        return ys_fault_set (fault, YS_FAULT_UNKNOWN_FIELD, member->string, NULL, NULL);
    }

  for (guint i = 0; i < 3; i++)
    if (texts[i] == NULL)
      return ys_fault_set (fault, YS_FAULT_MISSING_FIELD, names[i], NULL, NULL);
  if (*body == NULL)
    return ys_fault_set (fault, YS_FAULT_MISSING_FIELD, "body", NULL, NULL);
  return TRUE;
}

YsEvent *
ys_event_parse_line (const char *line, gsize length, char **stream, YsFault *fault)
{
  g_return_val_if_fail (line != NULL && stream != NULL && fault != NULL, NULL);

  cJSON *json = ys_json_parse (line, length, fault);
  const char *texts[4] = { NULL };
  cJSON *body = NULL;
  YsStreamClass klass;
  YsKind kind;
  YsDay on;
  YsEvent *self = NULL;

  *stream = NULL;
  if (json == NULL)
    return NULL;

  if (read_line_members (json, texts, &body, fault)
      && read_head (texts[0], texts[1], texts[2], &klass, &kind, &on, fault))
    {
      self = ys_event_new (klass, 0, kind, on, texts[3],
                           cJSON_DetachItemViaPointer (json, body), fault);
      if (self != NULL)
        *stream = g_strdup (texts[0]);
    }

  cJSON_Delete (json);
  return self;
}

YsEvent *
ys_event_with_seq (const YsEvent *self, gint64 seq)
{
  g_return_val_if_fail (self != NULL, NULL);

  YsEvent *copy = g_new0 (YsEvent, 1);

  g_atomic_ref_count_init (&copy->refs);
  copy->kind = self->kind;
  copy->on = self->on;
  copy->seq = seq;
  copy->actor = g_strdup (self->actor);
  copy->body = cJSON_Duplicate (self->body, TRUE);
  return copy;
}

/* --- dates ----------------------------------------------------------------------------------- */

typedef struct
{
  YsDay first;
  YsDay today;
  YsDay latest;
  YsFault *fault;
} DateBounds;

static gboolean
check_date (YsDay day, gboolean ahead, const char *path, const DateBounds *bounds)
{
  char text[YS_DAY_TEXT];
  char bound[YS_DAY_TEXT];

  ys_day_format (day, text);
  if (day < bounds->first)
    return ys_fault_set (bounds->fault, YS_FAULT_TOO_EARLY, path, text,
                         ys_day_format (bounds->first, bound));
  if (!ahead && day > bounds->today)
    return ys_fault_set (bounds->fault, YS_FAULT_FUTURE, path, text,
                         ys_day_format (bounds->today, bound));
  if (ahead && day > bounds->latest)
    return ys_fault_set (bounds->fault, YS_FAULT_TOO_LATE, path, text,
                         ys_day_format (bounds->latest, bound));
  return TRUE;
}

static gboolean
check_date_field (const YsField *field, const cJSON *value, const char *path, gpointer user_data)
{
  if (field->type != YS_FIELD_DAY && field->type != YS_FIELD_UNTIL)
    return TRUE;
  return check_date (ys_day_parse (value->valuestring, -1), field->type == YS_FIELD_UNTIL, path,
                     user_data);
}

gboolean
ys_event_check_dates (const YsEvent *self, YsStreamClass klass, YsDay today, YsFault *fault)
{
  g_return_val_if_fail (self != NULL && today != YS_DAY_NONE && fault != NULL, FALSE);

  int year, month, date;
  ys_day_split (today, &year, &month, &date);

  /* 29 February plus five years is the last of February. */
  YsDay latest = ys_day_from_ymd (year + 5, month, date);
  DateBounds bounds = {
    .first = ys_edition_first_day (klass),
    .today = today,
    .latest = latest != YS_DAY_NONE ? latest : ys_day_from_ymd (year + 5, month, date - 1),
    .fault = fault,
  };

  return check_date (self->on, FALSE, "on", &bounds)
         && ys_schema_walk (ys_schema_get (self->kind)->fields, self->body, "body",
                            check_date_field, &bounds);
}

/* --- reading a body -------------------------------------------------------------------------- */

char *
ys_event_canonical_body (const YsEvent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ys_json_canonical (self->body);
}

const cJSON *
ys_event_get (const YsEvent *self, const char *path)
{
  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  return ys_json_get (self->body, path);
}

const char *
ys_event_get_string (const YsEvent *self, const char *path)
{
  return cJSON_GetStringValue (ys_event_get (self, path));
}

YsDay
ys_event_get_day (const YsEvent *self, const char *path)
{
  return ys_day_parse (ys_event_get_string (self, path), -1);
}

gint64
ys_event_get_int (const YsEvent *self, const char *path, gint64 fallback)
{
  const cJSON *value = ys_event_get (self, path);

  return cJSON_IsNumber (value) ? (gint64) value->valuedouble : fallback;
}

int
ys_event_count_list (const YsEvent *self, const char *path)
{
  return cJSON_GetArraySize (ys_event_get (self, path));
}

typedef struct
{
  YsFieldType type;
  void (*func) (const char *text, gpointer data);
  gpointer data;
} StringVisit;

static gboolean
visit_string (const YsField *field, const cJSON *value, const char *path, gpointer user_data)
{
  StringVisit *visit = user_data;

  if (field->type == visit->type && cJSON_IsString (value))
    visit->func (value->valuestring, visit->data);
  return TRUE;
}

static void
walk_strings (const YsEvent *self, StringVisit *visit)
{
  ys_schema_walk (ys_schema_get_fields (ys_schema_get (self->kind), self->body), self->body, "body",
                  visit_string, visit);
}

void
ys_event_foreach_file (const YsEvent *self, void (*func) (const char *digest, gpointer data),
                       gpointer data)
{
  g_return_if_fail (self != NULL && func != NULL);

  StringVisit visit = { YS_FIELD_FILE, func, data };
  walk_strings (self, &visit);
}

void
ys_event_foreach_text (const YsEvent *self, void (*func) (const char *text, gpointer data),
                       gpointer data)
{
  g_return_if_fail (self != NULL && func != NULL);

  StringVisit visit = { YS_FIELD_TEXT, func, data };
  walk_strings (self, &visit);
}

/* --- amending -------------------------------------------------------------------------------- */

gboolean
ys_event_matches (const YsEvent *self, const char *field, const cJSON *from)
{
  g_return_val_if_fail (self != NULL && field != NULL && from != NULL, FALSE);

  if (g_str_equal (field, "on"))
    {
      const char *text = cJSON_GetStringValue (from);
      return text != NULL && ys_day_parse (text, -1) == self->on;
    }

  const cJSON *here = ys_event_get (self, field);
  if (here == NULL)
    return cJSON_IsString (from) && from->valuestring[0] == '\0';
  return ys_json_equal (here, from);
}

YsEvent *
ys_event_amend (const YsEvent *self, YsStreamClass klass, const char *field, const cJSON *to,
                YsFault *fault)
{
  g_return_val_if_fail (self != NULL && field != NULL && to != NULL && fault != NULL, NULL);

  if (g_str_equal (field, "on"))
    {
      const char *text = cJSON_GetStringValue (to);
      YsDay on = ys_day_parse (text, -1);

      if (on == YS_DAY_NONE)
        {
          ys_fault_set (fault, YS_FAULT_BAD_DATE, "body.to", text, NULL);
          return NULL;
        }
      return ys_event_new (klass, self->seq, self->kind, on, self->actor,
                           cJSON_Duplicate (self->body, TRUE), fault);
    }

  cJSON *body = cJSON_Duplicate (self->body, TRUE);
  gboolean takes_out = cJSON_IsString (to) && to->valuestring[0] == '\0';

  if (!ys_json_set (body, field, takes_out ? NULL : cJSON_Duplicate (to, TRUE)))
    {
      cJSON_Delete (body);
      ys_fault_set (fault, YS_FAULT_UNKNOWN_FIELD, "body.field", field, NULL);
      return NULL;
    }
  return ys_event_new (klass, self->seq, self->kind, self->on, self->actor, body, fault);
}
