/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the desk asks for each act, what it proposes, and how the answers reach the office. Answers
 * are texts by key; no widgets here. */
#pragma once

#include "office/case-view.h"

G_BEGIN_DECLS

typedef enum
{
  YS_ASK_DAY,    /* YYYY-MM-DD */
  YS_ASK_LINE,
  YS_ASK_TEXT,   /* several lines */
  YS_ASK_NUMBER, /* min..max */
  YS_ASK_YUAN,
  YS_ASK_CHOICE, /* a word of group */
  YS_ASK_GROUND,
  YS_ASK_NAME,   /* a line, with the office's handlers to choose from */
  YS_ASK_REF,    /* an open question of the case */
  YS_ASK_FILES,  /* digests of attached files, one a line */
  YS_ASK_FIELD,  /* a field of the entry in question */
  YS_ASK_VALUE,  /* what that field shall hold: the control follows the field */
} YsAskType;

typedef struct
{
  const char *key; /* NULL closes a list */
  const char *label;
  YsAskType type;
  gboolean required;
  const char *group;
  int min;
  int max;
} YsAsk;

typedef struct
{
  YsKind kind;
  const char *title; /* of the button, untranslated like label and hint */
  const char *hint;  /* what follows from it, with the article; or NULL */
  const YsAsk *asks;
  const char *sure;  /* of a legal fact that cannot be undone: what is asked before; or NULL */
} YsDeed;

/* NULL for a kind that is no act of the desk. */
const YsDeed *ys_deed_get (YsKind kind);
/* Title of an act for people. (transfer none) */
const char *ys_deed_get_title (YsKind kind);

/* Keys that no field shows: the seq of the entry in question, the paths of files (one a line), the
 * text that an amendment replaces. */
#define YS_DEED_OF "of"
#define YS_DEED_PATH "path"
#define YS_DEED_FROM "from"

/* An empty set of answers. (transfer full) */
GHashTable *ys_deed_answers_new (void);
GHashTable *ys_deed_answers_copy (GHashTable *answers);
/* NULL for an empty one too. (transfer none) */
const char *ys_deed_answer (GHashTable *answers, const char *key);
void ys_deed_set_answer (GHashTable *answers, const char *key, const char *text);

/* The latest day with which the act can be entered: today, unless it was lawful before alone. */
YsDay ys_deed_get_day (YsKind kind, const YsCaseView *view);
/* Of an act that can only be entered late: why, and until which day; else NULL. (transfer full) */
char *ys_deed_tell_late (YsKind kind, const YsCaseView *view);
/**
 * ys_deed_propose:
 * @of: seq of the entry in question, 0 for acts that have none
 *
 * What a form opens with. (transfer full)
 */
GHashTable *ys_deed_propose (YsKind kind, const YsCaseView *view, const YsCalendar *calendar,
                            gint64 of);
/* What the answers come to: the fee, the outcome of a ground, the new due day. NULL where there is
 * nothing to say. (transfer full) */
char *ys_deed_tell (YsKind kind, GHashTable *answers, const YsCaseView *view,
                   const YsCalendar *calendar);
/* What becomes of the due day with the act, in a sentence; NULL for acts that do not touch it, and
 * while the answers do not make an entry. (transfer full) */
char *ys_deed_preview (YsKind kind, GHashTable *answers, const YsCaseView *view,
                       const YsCalendar *calendar);
/* The first required field that is empty, or a day that is none. NULL if all is there. */
const YsAsk *ys_deed_find_missing (const YsDeed *deed, GHashTable *answers);

/* Does it, on the docket's thread. */
gboolean ys_deed_carry_out (YsSession *session, const char *id, YsKind kind, GHashTable *answers,
                           GError **error);

G_END_DECLS
