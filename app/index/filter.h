/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A YsFilter as part of a question: fixed fragments that are joined, and values that are bound.
 * Nothing that somebody typed ever becomes SQL. */
#pragma once

#include "index/index-private.h"
#include "index/words.h"

G_BEGIN_DECLS

/* Parameters above those that a filter uses, free for the rest of a question. */
enum
{
  YS_PARAMETER_AFTER_VALUE = 30,
  YS_PARAMETER_KEY,
  YS_PARAMETER_LIMIT,
};

/* The words of @filter's text in *@words, NULL where it has none; they are to stand in texts of files
 * too where there are any. */
gboolean ys_filter_read_words (YsIndex *index, const YsFilter *filter, YsWords **words,
                               GError **error);
/* Appends " AND …" for everything that @filter (nullable) asks; @words are those of its text. */
void ys_filter_compose (const YsFilter *filter, const YsWords *words, GString *sql);
void ys_filter_bind (const YsFilter *filter, YsWords *words, YsQuestion *question);

G_END_DECLS
