/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The runs of a clock: from a start (received, corrected, fee-paid, reopened) to a halt or a
 * conclusion, with the consultations, the extension and the set due day that belong to each.
 * Private to clock, clock-steps and history-judge. */
#pragma once

#include "rules/clock.h"

G_BEGIN_DECLS

typedef struct
{
  const YsEvent *sent;
  YsDay answered; /* YS_DAY_NONE while open */
  YsDay limit;    /* L of exchange.md: the 15th working day after delivery, or after sending */
} YsConsultation;

typedef struct
{
  const YsEvent *granted;
  YsWhy why; /* YS_WHY_EXTENSION, …_LATE or …_SECOND */
} YsExtension;

typedef enum
{
  YS_HALT_NONE,
  YS_HALT_CONFIRMATION,
  YS_HALT_CORRECTION,
  YS_HALT_FEE,
} YsHalt;

/* A run, or (start YS_DAY_NONE) the wait for a confirmation that comes before the first. */
typedef struct
{
  const YsEvent *opened;     /* the event that began it */
  YsDay start;
  GArray *consultations;     /* of YsConsultation */
  GArray *extensions;        /* of YsExtension, with and without effect */
  int extension;             /* working days in effect */
  const YsEvent *set_due;    /* the latest delay-set or reopened with until, or NULL */
  const YsEvent *halted_by;  /* correction-asked, fee-noticed, or NULL while it runs */
  GPtrArray *halts;          /* of YsEvent: all that it waited for, arrived and halted_by first */
  const YsEvent *concluded_by; /* what ended it, or the wait after it; NULL while open */
  const YsEvent *late_asked; /* the late correction that halted it, or whose answer began it */
} YsRun;

typedef struct
{
  YsDay on;               /* the day that the clock is read on, or the conclusion before it */
  GPtrArray *runs;        /* of YsRun */
  YsHalt halt;
  const YsEvent *conclusion;
  YsDay received_on;      /* YS_DAY_NONE until received */
  gboolean known;         /* arrived or received was seen */
  gboolean asked_correction;
} YsRuns;

/**
 * ys_runs_read:
 * @skip: (nullable): two events to pass over (a late correction and its answer)
 *
 * Reads the runs out of the folded events, which must outlive them.
 */
YsRuns *ys_runs_read (const YsFolded *folded, const YsCalendar *calendar,
                      const YsEvent *const *skip);
void ys_runs_free (YsRuns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRuns, ys_runs_free)

/* The last run, which may be halted or concluded; NULL if nothing is known. */
YsRun *ys_runs_get_last (const YsRuns *self);
/* Budget of a run in working days. */
int ys_run_get_budget (const YsRun *self);
/* Last suspended day that is known on @on; sent itself if nothing is suspended. */
YsDay ys_consultation_get_end (const YsConsultation *self, YsDay on);
/* Whether @day is suspended in @run as known on @on; @by (nullable) gets the consultation. */
gboolean ys_run_is_suspended (const YsRun *run, YsDay day, YsDay on, const YsConsultation **by);
/* Working days in (start, to], inside (TRUE) or outside of suspensions. */
int ys_run_count (const YsRun *run, const YsCalendar *calendar, YsDay to, YsDay on,
                  gboolean suspended);
/* Due day of a run as known on @on, whatever halted it. */
YsDay ys_run_get_due (const YsRun *run, const YsCalendar *calendar, YsDay on);
/* Day of the first `delivered` of letter @seq known before the conclusion, or YS_DAY_NONE. */
YsDay ys_folded_get_delivery (const YsFolded *folded, gint64 seq);

G_END_DECLS
