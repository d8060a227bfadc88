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
