/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which open cases a person must be reminded of, and which of them must be told this very moment.
 * How they are told is the desk's business; what was told before stands in told.h. */
#pragma once

#include "index/index.h"
#include "office/session.h"
#include "office/told.h"

G_BEGIN_DECLS

/* The level of what is past; the others are the working days of a threshold. */
#define YS_REMIND_PAST (-1)
/* Working days that a threshold may name. */
#define YS_REMIND_MAX 20

/* When to tell, as the person set it. */
typedef struct
{
  const int *thresholds; /* working days 0…YS_REMIND_MAX, in any order */
  guint n_thresholds;
  gboolean others;       /* also tell that a limit of others has passed */
  int quiet_from;        /* minutes after midnight, local time; */
  int quiet_to;          /* equal: never quiet */
  gboolean rest_days;    /* tell on rest days too */
} YsRemindRules;

/* One thing to be reminded of. Frozen once handed out. */
typedef struct
{
  YsRemindKind kind;
  YsIndexRow *row;
  YsDay day;      /* due day, or the limit that has passed */
  int left;       /* working days until @day, negative when it is past */
  int level;      /* the threshold that is reached, or YS_REMIND_PAST */
  gboolean tell;  /* now, by notification */
  gboolean read;  /* the person saw it at this level */
} YsReminder;

void ys_reminder_free (YsReminder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsReminder, ys_reminder_free)

/**
 * ys_remind_decide:
 * @rows: (element-type YsIndexRow): the open cases as they stand on @today
 * @told: what was told before; what is to be told now is noted in it
 * @now: date and time, local
 * @telling: FALSE only lists
 *
 * A running case is told once a threshold and due day, for the narrowest threshold it has reached,
 * and once when it is overdue; the limit of somebody else once when it has passed. Nothing is told
 * in quiet hours or, unless wanted, on rest days; it is listed all the same.
 *
 * Returns: (transfer full) (element-type YsReminder): the most pressing first. The rows move there.
 */
GPtrArray *ys_remind_decide (GPtrArray *rows, const YsRemindRules *rules, YsTold *told,
                             const YsCalendar *calendar, YsDay today, GDateTime *now,
                             gboolean telling);

/* Whether @rules want silence at that moment. */
gboolean ys_remind_is_quiet (const YsRemindRules *rules, const YsCalendar *calendar, YsDay today,
                             GDateTime *now);
/* Seconds until it is worth looking again: an hour, or less when quiet hours end or something was
 * put off until then. */
int ys_remind_get_pause (const YsRemindRules *rules, const YsTold *told, GDateTime *now);

/* --- one docket ------------------------------------------------------------------------------ */

typedef struct
{
  GPtrArray *reminders; /* of YsReminder */
  int pause;            /* seconds, see ys_remind_get_pause() */
} YsReminders;

void ys_reminders_free (YsReminders *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsReminders, ys_reminders_free)

/* Decides over the docket's open cases on the session's day. Only one client of this person at a
 * time does so, thus nothing is told twice. A memory that cannot be kept does not silence it. */
YsReminders *ys_office_remind (YsSession *session, const YsRemindRules *rules, GDateTime *now,
                               gboolean telling, GError **error);

/* The person has seen these, or wants them told again at @again. */
gboolean ys_office_mark_reminders (YsSession *session, GPtrArray *reminders, GError **error);
gboolean ys_office_put_off_reminders (YsSession *session, GPtrArray *reminders, GDateTime *again,
                                      GError **error);

/* --- groups ---------------------------------------------------------------------------------- */

/* What makes one notification. */
typedef enum
{
  YS_REMIND_GROUP_OVERDUE,
  YS_REMIND_GROUP_TODAY,
  YS_REMIND_GROUP_COMING,
  YS_REMIND_GROUP_OTHERS,
  YS_N_REMIND_GROUPS,
} YsRemindGroup;

YsRemindGroup ys_reminder_get_group (const YsReminder *self, YsDay today);
/* Those of @group that are to be told now, in order. (transfer container) (element-type YsReminder)
 */
GPtrArray *ys_remind_pick_group (GPtrArray *reminders, YsRemindGroup group, YsDay today);
/* The least threshold that holds them all. */
int ys_remind_get_width (GPtrArray *group);

G_END_DECLS
