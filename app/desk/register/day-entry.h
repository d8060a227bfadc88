/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDayEntry: a day, typed or picked from a calendar. What is typed stays as it is typed until the
 * focus leaves; then it becomes YYYY-MM-DD, or is marked when it is no day. */
#pragma once

#include <gtk/gtk.h>

#include "rules/day.h"

G_BEGIN_DECLS

#define YS_TYPE_DAY_ENTRY (ys_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (YsDayEntry, ys_day_entry, YS, DAY_ENTRY, GtkBox)

/* Signal "day-changed": the text, and with it perhaps the day, is another. */

/* What it is called for screen readers. */
void ys_day_entry_set_label (YsDayEntry *self, const char *label);
/* The day from which days without a year are counted, and on which the calendar opens. */
void ys_day_entry_set_today (YsDayEntry *self, YsDay today);

/* YS_DAY_NONE while it is empty or no day. */
YsDay ys_day_entry_get_day (YsDayEntry *self);
void ys_day_entry_set_day (YsDayEntry *self, YsDay day);
/* As it was typed, for drafts. */
const char *ys_day_entry_get_text (YsDayEntry *self);
void ys_day_entry_set_text (YsDayEntry *self, const char *text);

/* Marks it, with the reason as its description; NULL takes the mark away. */
void ys_day_entry_set_fault (YsDayEntry *self, const char *reason);

G_END_DECLS
