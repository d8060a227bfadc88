/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDue: how a row stands against its due day, in a kind, a number, words, icon and style class. */
#pragma once

#include "office/lists.h"

G_BEGIN_DECLS

/* Pixels of the icon that stands before the words. */
#define YS_DUE_ICON_SIZE 14

/* From this many working days on, the clock is nothing to hurry for. */
#define YS_DUE_SOON_DAYS 3

typedef enum
{
  YS_DUE_NONE,    /* concluded, or no clock that counts working days */
  YS_DUE_OVERDUE,
  YS_DUE_TODAY,
  YS_DUE_SOON,
  YS_DUE_LATER,
  YS_DUE_PAUSED,  /* the clock is halted or suspended */
  YS_DUE_UNBEGUN, /* to be confirmed: no clock yet */
  YS_DUE_THEIRS,  /* what is left of the time that others have */
} YsDueKind;

typedef struct
{
  YsDueKind kind;
  int days; /* working days left or gone by; negative only for THEIRS that is past */
} YsDue;

/* The office's own time. */
YsDue ys_due_of_row (const YsIndexRow *row, const YsCalendar *calendar, YsDay today);
/* The time of those whom the case waits for; without a limit as ys_due_of_row(). */
YsDue ys_due_of_waiting (const YsIndexRow *row, const YsCalendar *calendar, YsDay today);

/* "3 days over"; "" for NONE. (transfer full) */
char *ys_due_describe (YsDue due);
/* The due day of a row, "not before" it while a consultation runs. (transfer full) */
char *ys_due_describe_day (const YsIndexRow *row, YsDay today);
/* Name of an icon, NULL for none; a style class. */
const char *ys_due_get_icon (YsDueKind kind);
const char *ys_due_get_style (YsDueKind kind);
gboolean ys_due_is_urgent (YsDueKind kind);

G_END_DECLS
