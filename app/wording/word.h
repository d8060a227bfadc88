/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of choice that entries hold (a role, an opinion, a way of sending), for people: one
 * table for forms, timeline and papers. */
#pragma once

#include <glib.h>

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

G_END_DECLS
