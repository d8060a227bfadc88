/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of choice that entries hold (a role, an opinion, a way of sending), for people: one
 * table for the forms and for the timeline. */
#pragma once

#include "rules/day.h"
#include "rules/event.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;   /* as the entry holds it; NULL closes a group */
  const char *name; /* for people, untranslated */
} YsWord;

/* The group of a field: "role", "opinion", "with", "result", "sent_by", "form", "delivery", "for",
 * "as" (of a reviewer), "verdict", "link", "route", "procedure", "capacity", "decision", "retention",
 * "basis", "outcome" (of a closing).
 * NULL for an unknown one. */
const YsWord *ys_words_get (const char *group);
/* Translated; the word itself where the group does not know it; NULL for NULL. */
const char *ys_word_name (const char *group, const char *word);

/* What a ground says, in the words of the regulation, or NULL. */
const char *ys_ground_describe (const char *ground);

/* "2026-12-09 Wed", or an em dash for YS_DAY_NONE. (transfer full) */
char *ys_day_with_weekday (YsDay day);
/* "12-09", with the year where it is not that of @today; "—" for YS_DAY_NONE. (transfer full) */
char *ys_day_short (YsDay day, YsDay today);
/* Fen as yuan: "130.00". (transfer full) */
char *ys_yuan_format (gint64 fen);
/* Yuan as fen; -1 when it is no amount. */
gint64 ys_yuan_parse (const char *text);

G_END_DECLS
