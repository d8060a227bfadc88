/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The budget of working days as a row of segments in the order of days: what the bar draws. A pure
 * function of clock and calendar. */
#pragma once

#include "rules/clock.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SEGMENT_COUNTED,
  YS_SEGMENT_SUSPENDED,
  YS_SEGMENT_LEFT,
  YS_SEGMENT_OVER, /* past the due day */
} YsSegmentKind;

typedef struct
{
  YsSegmentKind kind;
  int days; /* working days, at least one */
} YsSegment;

/* Segments of the present run; empty while it has no due day. (transfer full) (element-type
 * YsSegment) */
GArray *ys_budget_list_segments (const YsClock *clock, const YsCalendar *calendar);
/* The same in words. (transfer full) */
char *ys_budget_describe (const YsClock *clock);
/* Working days of the whole period: the law's number, or as many as lead to a day that was set. */
int ys_budget_get_whole (const YsClock *clock);
/* The whole beside its parts: a number of days, or that it goes to a day that was set. (transfer
 * full) */
char *ys_budget_describe_whole (const YsClock *clock);
/* Why the due day is the due day. (transfer full) */
char *ys_budget_describe_end (const YsClock *clock);

G_END_DECLS
