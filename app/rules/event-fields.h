/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of an entry can be amended, field by field: what each may hold, by the tables of
 * event-schema.c, and its value as a text that a person reads and writes. */
#pragma once

#include "rules/event.h"

struct cJSON;

G_BEGIN_DECLS

typedef enum
{
  YS_SHAPE_TEXT,
  YS_SHAPE_WORD,    /* one of words */
  YS_SHAPE_DAY,     /* YYYY-MM-DD */
  YS_SHAPE_NUMBER,  /* min..max */
  YS_SHAPE_FLAG,    /* "true" or "false" */
  YS_SHAPE_OUTCOME,
  YS_SHAPE_GROUND,
  YS_SHAPE_CASE,    /* YEAR-NNNN */
  YS_SHAPE_FILES,   /* digests of kept files, one a line */
  YS_SHAPE_PEOPLE,  /* applicants by name, one a line */
} YsFieldShape;

typedef struct
{
  char *path; /* "on", "applicant.name", "joint.0.phone" */
  YsFieldShape shape;
  gboolean required;
  const char *const *words;
  gint64 min;
  gint64 max;
} YsEventField;

void ys_event_field_free (YsEventField *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsEventField, ys_event_field_free)

/**
 * ys_event_list_fields:
 *
 * Its day, and every field of its kind: also optional ones that hold nothing, unless the object
 * around them is missing. Not what is told by digest alone, for that is another file or seal.
 * (transfer full) (element-type YsEventField)
 */
GPtrArray *ys_event_list_fields (const YsEvent *event);
/* One of them, or NULL. (transfer full) */
YsEventField *ys_event_find_field (const YsEvent *event, const char *path);

/* What stands there as a text, "" for nothing. (transfer full) */
char *ys_event_get_text (const YsEvent *event, const char *path);
/* A value as such a text. (transfer full) */
char *ys_event_field_write (const struct cJSON *value);
/**
 * ys_event_field_read:
 * @event: the entry as it stands
 *
 * A text as the value of a field; what is none (letters for a number) becomes a string, for the checks
 * to refuse. Whoever of people is named as one who stands there keeps all that is known of them; a new
 * one is of the class of the first applicant, to be amended where that is wrong. (transfer full)
 */
struct cJSON *ys_event_field_read (const YsEventField *self, const YsEvent *event,
                                   const char *text);

G_END_DECLS
