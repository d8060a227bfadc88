/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of streams and kinds (declared in event.h). */
#include "rules/event-schema.h"

#include <string.h>

static gboolean
is_year (const char *text, gsize length)
{
  return length == 4 && strspn (text, "0123456789") >= 4
         && ys_day_from_ymd ((int) g_ascii_strtoll (text, NULL, 10), 1, 1) != YS_DAY_NONE;
}

/* Names of people, documents and templates: no blanks, no control characters, no slash. */
static gboolean
is_name (const char *text)
{
  if (*text == '\0' || strlen (text) > 200)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '/' || g_unichar_isspace (c) || g_unichar_iscntrl (c))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_case_id_is_valid (const char *id)
{
  if (id == NULL || strlen (id) < 9 || id[4] != '-' || !is_year (id, 4))
    return FALSE;

  gsize digits = strspn (id + 5, "0123456789");

  return digits >= 4 && digits <= 9 && id[5 + digits] == '\0'
         && strncmp (id, "2008", 4) >= 0;
}

YsStreamClass
ys_stream_parse (const char *stream, const char **id)
{
  static const struct
  {
    const char *prefix;
    YsStreamClass klass;
  } prefixes[] = {
    { "case/", YS_STREAM_CASE },
    { "staff/", YS_STREAM_STAFF },
    { "calendar/", YS_STREAM_CALENDAR },
    { "matter/", YS_STREAM_MATTER },
    { "register/normative/", YS_STREAM_NORMATIVE },
    { "register/decisions/", YS_STREAM_DECISIONS },
    { "register/work/", YS_STREAM_WORK },
    { "plan/", YS_STREAM_PLAN },
    { "report/", YS_STREAM_REPORT },
    { "template/", YS_STREAM_TEMPLATE },
  };
  YsStreamClass klass = YS_STREAM_UNKNOWN;
  const char *rest = "";

  if (g_str_equal (stream, "agency"))
    klass = YS_STREAM_AGENCY;
  else if (g_str_equal (stream, "register/normative/opening"))
    klass = YS_STREAM_NORMATIVE_OPENING;

  for (guint i = 0; klass == YS_STREAM_UNKNOWN && i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (stream, prefixes[i].prefix))
      {
        klass = prefixes[i].klass;
        rest = stream + strlen (prefixes[i].prefix);
      }

  gboolean valid = TRUE;
  switch (klass)
    {
    case YS_STREAM_CASE:
    case YS_STREAM_MATTER:
      valid = ys_case_id_is_valid (rest);
      break;
    case YS_STREAM_CALENDAR:
    case YS_STREAM_DECISIONS:
    case YS_STREAM_REPORT:
      valid = is_year (rest, strlen (rest));
      break;
    case YS_STREAM_PLAN:
      valid = strlen (rest) > 5 && is_year (rest, 4) && rest[4] == '/' && is_name (rest + 5);
      break;
    case YS_STREAM_STAFF:
    case YS_STREAM_NORMATIVE:
    case YS_STREAM_WORK:
    case YS_STREAM_TEMPLATE:
      valid = is_name (rest);
      break;
    default:
      break;
    }

  if (id != NULL)
    *id = rest;
  return valid ? klass : YS_STREAM_UNKNOWN;
}

YsKind
ys_kind_parse (YsStreamClass klass, const char *name)
{
  const YsKindSchema *schema = ys_schema_find (klass, name);

  return schema != NULL ? schema->kind : YS_KIND_UNKNOWN;
}

const char *
ys_kind_get_name (YsKind kind)
{
  const YsKindSchema *schema = ys_schema_get (kind);

  return schema != NULL ? schema->name : NULL;
}

YsStreamClass
ys_kind_get_stream (YsKind kind)
{
  const YsKindSchema *schema = ys_schema_get (kind);

  return schema != NULL ? schema->klass : YS_STREAM_UNKNOWN;
}

gboolean
ys_kind_is_letter (YsKind kind)
{
  switch (kind)
    {
    case YS_KIND_CORRECTION_ASKED:
    case YS_KIND_CONSULTATION_SENT:
    case YS_KIND_SEARCH_ASKED:
    case YS_KIND_EXTENSION_GRANTED:
    case YS_KIND_REASONS_ASKED:
    case YS_KIND_DELAY_SET:
    case YS_KIND_FEE_NOTICED:
    case YS_KIND_REPLIED:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
ys_kind_is_conclusion (YsKind kind)
{
  return kind == YS_KIND_REPLIED || kind == YS_KIND_WITHDRAWN || kind == YS_KIND_CLOSED;
}
