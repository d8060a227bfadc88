/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsHistory: all entries of one case, and what they come to on a given day once amendments and
 * strikes are applied; also which histories are impossible, and which only odd. */
#pragma once

#include "rules/calendar.h"
#include "rules/event.h"

G_BEGIN_DECLS

typedef struct _YsHistory YsHistory;
typedef struct _YsFolded YsFolded;

/* What is known of a case on a day: events by (on, seq), amended, without the struck ones and
 * without the amendments and strikes themselves. Immutable. */
struct _YsFolded
{
  YsDay on;
  GPtrArray *events;    /* of YsEvent, sorted by (on, seq) */
  gboolean has_later;   /* the history holds entries that are not known yet on that day */
  gatomicrefcount refs; /* private */
};

/* @id without "case/". */
YsHistory *ys_history_new (const char *id);
void ys_history_free (YsHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsHistory, ys_history_free)

const char *ys_history_get_id (const YsHistory *self);
/* Takes a reference. Seqs must rise by one from 1. */
void ys_history_add (YsHistory *self, YsEvent *event);
guint ys_history_get_length (const YsHistory *self);
/* The entry of that seq (from 1) as it was first written, or NULL. (transfer none) */
YsEvent *ys_history_get (const YsHistory *self, gint64 seq);

/* A copy with @event added: what would be. (transfer full) */
YsHistory *ys_history_with (const YsHistory *self, YsEvent *event);

/* Entries whose on is after @on are not known, amendments and strikes too; an amended on decides
 * once the amendment is known. */
YsFolded *ys_history_fold (const YsHistory *self, YsDay on);
YsFolded *ys_folded_ref (YsFolded *self);
void ys_folded_unref (YsFolded *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFolded, ys_folded_unref)
/* The folded event of that seq, or NULL. (transfer none) */
YsEvent *ys_folded_get (const YsFolded *self, gint64 seq);

/* Seq of the first entry that refers to entry @seq and stands before @before (0: anywhere), by
 * `of`, `asked` or the same `ref`; 0 if there is none. Strikes do not count, nor what is itself
 * struck. */
gint64 ys_history_find_referrer (const YsHistory *self, gint64 seq, gint64 before);

/* --- judging ------------------------------------------------------------------------------- */

/* Something wrong or odd in a history. */
typedef struct
{
  YsFault fault; /* code, path and words */
  gint64 seq;    /* the entry it stands in */
} YsFinding;

void ys_finding_free (YsFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFinding, ys_finding_free)

/**
 * ys_history_judge:
 * @problems: (element-type YsFinding): gets what no testimony may hold (exchange.md, "references"
 *   and "orders impossible in life")
 * @warnings: (nullable) (element-type YsFinding): gets what could not be done at the desk today
 *
 * @today: no fact may be amended to a later day
 *
 * Judges the whole history, as an import does. Dates of the lines themselves were checked before.
 */
void ys_history_judge (const YsHistory *self, const YsCalendar *calendar, YsDay today,
                       GPtrArray *problems, GPtrArray *warnings);
/* A finding to be put into such a list. (transfer full) */
YsFinding *ys_finding_new (gint64 seq, YsFaultCode code, const char *path, const char *found,
                           const char *want);

G_END_DECLS
