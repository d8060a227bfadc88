/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shape of every kind's body (exchange.md), as tables. Private to the event files. */
#pragma once

#include "rules/event-json.h"

G_BEGIN_DECLS

typedef enum
{
  YS_FIELD_TEXT,     /* a string; required ones hold more than white space */
  YS_FIELD_WORD,     /* one of values */
  YS_FIELD_DAY,      /* a fact's day: not after today */
  YS_FIELD_UNTIL,    /* a day that may lie ahead */
  YS_FIELD_ANY_DAY,  /* a day of the calendar: neither */
  YS_FIELD_INT,      /* min..max */
  YS_FIELD_FLAG,     /* true or false; older exports write a text */
  YS_FIELD_BOOL,     /* true or false, nothing else */
  YS_FIELD_FILE,     /* digest of a kept file */
  YS_FIELD_DIGEST,   /* digest of something else */
  YS_FIELD_CASE,     /* YEAR-NNNN */
  YS_FIELD_AMOUNT,   /* 万元 as a decimal string */
  YS_FIELD_OUTCOME,
  YS_FIELD_GROUND,
  YS_FIELD_VALUE,    /* whatever an amended field holds */
  YS_FIELD_BODY,     /* the body of another entry, an object: judged with the history */
  YS_FIELD_OBJECT,   /* fields */
  YS_FIELD_LIST,     /* of fields[0] */
} YsFieldType;

typedef struct _YsField YsField;

struct _YsField
{
  const char *name;
  YsFieldType type;
  gboolean required;
  const char *const *values;
  const YsField *fields; /* ends with a nameless one */
  gint64 min;
  gint64 max;
};

typedef struct
{
  YsKind kind;
  YsStreamClass klass;
  const char *name;
  const YsField *fields;
  gboolean open; /* further fields with figures or text are welcome (register/work) */
} YsKindSchema;

/* The schema of a kind; NULL for YS_KIND_UNKNOWN. */
const YsKindSchema *ys_schema_get (YsKind kind);
const YsKindSchema *ys_schema_find (YsStreamClass klass, const char *name);
/* The fields of @body: `received` after `arrived` has others than one that begins a case, and
 * `attached` has no file once it is destroyed; all other kinds have one shape. */
const YsField *ys_schema_get_fields (const YsKindSchema *schema, const cJSON *body);

/* The field of that name, or NULL. */
const YsField *ys_schema_find_field (const YsField *fields, const char *name);

/* Called for each field that is there and of that type. */
typedef gboolean (*YsFieldFunc) (const YsField *field, const cJSON *value, const char *path,
                                 gpointer user_data);

/* Checks @body against @fields: names, types, values. @path leads there ("body"). */
gboolean ys_schema_check (const YsField *fields, gboolean open, const cJSON *body,
                          const char *path, YsFault *fault);
/* Walks every field that is there, lists and objects entered; FALSE from @func stops. */
gboolean ys_schema_walk (const YsField *fields, const cJSON *body, const char *path,
                         YsFieldFunc func, gpointer user_data);

G_END_DECLS
