/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody typed to find cases: the words of it, the full-text question that finds candidates,
 * and the exact test that a text holds every word. SQL is asked elsewhere (search.c, filter.c). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YsWords YsWords;

/* Any text; signs that mean something to a query language mean nothing here. */
YsWords *ys_words_new (const char *text);
void ys_words_free (YsWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWords, ys_words_free)

/* Nothing but white space was typed. */
gboolean ys_words_are_none (const YsWords *self);
/* Something was typed, but no letter, digit or Chinese character: no text holds it. */
gboolean ys_words_are_unfindable (const YsWords *self);
/* Question for MATCH; NULL where there is no word. Finds too much where ys_words_need_check(). */
const char *ys_words_get_match (const YsWords *self);
gboolean ys_words_need_check (const YsWords *self);

/* A case has several texts: its own, and those of its files. Every word must stand in one of them,
 * whichever. Each part is the question of one word, asked by itself; of words beyond these none is
 * made, and ys_words_mark() alone tells. */
#define YS_WORDS_PARTS_MAX 8
void ys_words_set_in_files (YsWords *self, gboolean in_files);
gboolean ys_words_are_in_files (const YsWords *self);
guint ys_words_count_parts (const YsWords *self);
const char *ys_words_get_part (const YsWords *self, guint part);
/* Whether the parts alone find too much. */
gboolean ys_words_parts_need_check (const YsWords *self);
guint ys_words_count (const YsWords *self);
/* Marks in @held (of as many as there are words) those that stand in @text; how many still lack. */
guint ys_words_mark (YsWords *self, const char *text, gsize length, gboolean *held);
/* Whether @text holds every word: a word that begins with a letter or digit, where a word of the
 * text begins; a Chinese one anywhere; signs between count as one space, however they are written.
 */
gboolean ys_words_hold (YsWords *self, const char *text, gsize length);

/**
 * ys_words_locate:
 * @start: (out): byte of @text where the first hit of any word begins
 * @end: (out): byte after it
 *
 * Returns: whether there is a hit.
 */
gboolean
ys_words_locate (const YsWords *self, const char *text, gsize length, gsize *start, gsize *end);

G_END_DECLS
