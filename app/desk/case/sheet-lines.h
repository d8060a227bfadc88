/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock sheet as texts: the same lines on screen and on paper. */
#pragma once

#include "office/case-view.h"

G_BEGIN_DECLS

typedef struct
{
  YsEffect effect;
  char *days;      /* "2026-11-03 – 2026-11-06" */
  char *sentence;
  char *article;   /* "" where none */
  char *total;     /* "4/20": working days counted so far in this run, or "" */
  gboolean ahead;
} YsSheetLine;

/* Every step of the case's clock. (transfer full) (element-type YsSheetLine) */
GPtrArray *ys_sheet_list_lines (const YsClock *clock, const YsCalendar *calendar);
/* Name of an effect, for people. */
const char *ys_effect_name (YsEffect effect);

/* The due day of a clock in a sentence: the day, or what it waits for. (transfer full) */
char *ys_due_sentence (const YsCaseView *view);

G_END_DECLS
