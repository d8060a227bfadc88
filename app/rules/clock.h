/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsClock: the statutory clock of a case (条例 30-35) on a given day: state, due date, and every
 * step that led there. A pure function of the history, the calendar and the day. */
#pragma once

#include "rules/calendar.h"
#include "rules/history.h"

G_BEGIN_DECLS

typedef enum
{
  YS_STATE_AWAITING_CONFIRMATION,
  YS_STATE_RUNNING,
  YS_STATE_SUSPENDED,
  YS_STATE_AWAITING_CORRECTION,
  YS_STATE_AWAITING_FEE,
  YS_STATE_CONCLUDED,
  YS_N_STATES,
} YsState;

typedef enum
{
  YS_ACT_CORRECTION,
  YS_ACT_CONSULTATION,
  YS_ACT_FEE,
  YS_ACT_EXTENSION,
  YS_ACT_REVIEW_REPLY,
  YS_ACT_LAWSUIT_ANSWER,
} YsAct;

typedef enum
{
  YS_EFFECT_COUNT,
  YS_EFFECT_SKIP,
  YS_EFFECT_SUSPEND,
  YS_EFFECT_HALT,
  YS_EFFECT_RESTART,
  YS_EFFECT_EXTEND,
} YsEffect;

/* Why a step has its effect; wording makes the sentence. */
typedef enum
{
  YS_WHY_WORKING_DAY,
  YS_WHY_MAKE_UP_DAY,
  YS_WHY_WEEKEND,
  YS_WHY_HOLIDAY,       /* name holds the holiday */
  YS_WHY_RECEIVED,      /* the start day is not counted */
  YS_WHY_CORRECTED,
  YS_WHY_FEE_PAID,
  YS_WHY_REOPENED,
  YS_WHY_CONSULTATION,  /* name holds who is asked */
  YS_WHY_AWAITS_CONFIRMATION,
  YS_WHY_AWAITS_CORRECTION,
  YS_WHY_AWAITS_FEE,
  YS_WHY_EXTENSION,
  YS_WHY_EXTENSION_LATE,   /* no effect: granted after the due date */
  YS_WHY_EXTENSION_SECOND, /* no effect: one a run */
  YS_WHY_DELAY,            /* 条例 35: due on a set day */
  YS_WHY_REOPENED_UNTIL,   /* due on the day that a decision set */
} YsWhy;

typedef struct
{
  YsAct act;
  YsDay until; /* YS_DAY_NONE while what starts it (a delivery) is not recorded */
  const char *article;
  char *ref;   /* consultation or review it belongs to, or NULL */
} YsLimit;

typedef struct
{
  YsDay from;
  YsDay to;
  int days; /* calendar days from…to; for an extension the working days granted */
  YsEffect effect;
  YsWhy why;
  const char *article;
  char *name;     /* holiday, or whoever is consulted, or NULL */
  gboolean ahead; /* lies after the day the clock is read on */
  gboolean over;  /* lies after the due day */
} YsStep;

typedef struct _YsClock YsClock;

/* Immutable; members as in `clock --json` of exchange.md. */
struct _YsClock
{
  YsDay on;              /* the day the clock is read on */
  YsState state;
  YsDay start;           /* YS_DAY_NONE while halted, and under the older law */
  YsDay due;             /* likewise */
  gboolean due_is_set;   /* by a reasonable delay (条例 35) or a decision, instead of by counting */
  int budget;            /* 20 + granted extension, working days */
  int counted;
  int suspended;
  gboolean has_remaining;
  int remaining;
  gboolean provisional;
  gboolean has_on_time;
  gboolean on_time;
  YsDay contested_due;   /* YS_DAY_NONE when no correction of the run was asked late */
  gboolean older_law;    /* received before 2019-05-15 */
  YsDay concluded_on;    /* YS_DAY_NONE while open */
  YsDay changes_on;      /* first later day on which the clock alone changes state or due date (an
                          * open consultation), YS_DAY_NONE if none */
  GPtrArray *limits;     /* of YsLimit */
  GPtrArray *steps;      /* of YsStep; empty unless asked for */

  gatomicrefcount refs;  /* private */
};

/**
 * ys_clock_read:
 * @folded: what is known on @on: ys_history_fold() of that day
 * @with_steps: also list every step (the clock sheet)
 *
 * Returns: (transfer full) (nullable): the clock on @on, or NULL before the first known arrived or
 *   received.
 */
YsClock *ys_clock_read (const YsFolded *folded, const YsCalendar *calendar, gboolean with_steps);
YsClock *ys_clock_ref (YsClock *self);
void ys_clock_unref (YsClock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsClock, ys_clock_unref)

/* "running", … as in exchange.md; from_id gives -1 for an unknown one. */
const char *ys_state_get_id (YsState state);
int ys_state_from_id (const char *id);
const char *ys_act_get_id (YsAct act);
const char *ys_effect_get_id (YsEffect effect);

G_END_DECLS
