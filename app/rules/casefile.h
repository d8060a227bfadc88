/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCasefile: everything a list row, the case page and the tally want to know of one case, derived
 * from its history on one day. It derives; it decides nothing (permission.h does). */
#pragma once

#include "rules/clock.h"
#include "rules/tally.h"

G_BEGIN_DECLS

/* One remedy against the agency (or, as_review_body, one that the agency itself decides). */
typedef struct
{
  char *ref;
  YsRoute route;
  gboolean as_review_body;
  gboolean summary;    /* 简易程序 */
  YsDay opened_on;
  YsDay served_on;     /* YS_DAY_NONE if not recorded */
  YsDay decided_on;    /* YS_DAY_NONE while open */
  YsReviewResult result;
} YsReview;

/* One question put to somebody and not yet answered. */
typedef enum
{
  YS_OPEN_CORRECTION = 1 << 0,
  YS_OPEN_FEE = 1 << 1,
  YS_OPEN_CONSULTATION = 1 << 2,
  YS_OPEN_SEARCH = 1 << 3,
  YS_OPEN_REASONS = 1 << 4,
} YsOpenQuestions;

/* From this case to another. */
typedef struct
{
  char *to; /* the other's id */
  char *as; /* "split", … */
} YsCaseLink;

typedef struct _YsCasefile YsCasefile;

/* Immutable. Strings NULL and days YS_DAY_NONE where nothing is recorded. */
struct _YsCasefile
{
  char *id;               /* "2024-0001" */
  gint64 seq;             /* last seq of the history, known on that day or not */
  YsDay on;               /* the day it was derived for */
  YsClock *clock;         /* NULL before the case is known (only notes and attachments) */
  gboolean has_later;     /* entries exist that are not known yet on that day */

  YsDay submitted_on;
  YsDay arrived_on;
  YsDay received_on;
  char *channel;          /* "in-person", … */
  YsApplicantClass klass;
  char *applicant;        /* name of the first applicant, unmasked */
  int joint;              /* further applicants */
  char *title;
  char *description;
  char *document_number;
  char *handler;          /* last assigned */

  YsDay first_concluded_on;
  YsOutcome first_outcome;
  YsDay concluded_on;     /* the conclusion in force, YS_DAY_NONE while open or reopened */
  YsOutcome outcome;
  char *ground;
  char *reply_number;

  unsigned open;          /* YsOpenQuestions */
  YsDay waiting_until;    /* nearest limit of those whom the case waits for: correction until, end
                           * of consultation, end of the fee period */
  gboolean extended;      /* an extension is in effect in the present run */
  gboolean corrected_once;/* a correction was already asked in this case */
  char *asks_approval;    /* "reply", "extension", …: asked and not yet decided */
  gint64 approval_seq;    /* seq of that approval-asked, 0 if none */
  gboolean in_approval;   /* open, with a draft or a request for an approval in the present run */
  YsOutcome drafted;      /* outcome of the last draft in the present run */
  gboolean archived;
  gint64 destruction_seq; /* seq of the open destruction-asked, 0 if none */
  gboolean destroyed;

  gint64 fee_paid_fen;    /* all payments together */
  GArray *fees;           /* of YsFeePaid, in order */
  GPtrArray *reviews;     /* of YsReview, in order */
  GPtrArray *links;       /* of YsCaseLink: from this case to others, in order */
  GPtrArray *files;       /* digests (char *), each once, in order */
  char *text;             /* everything a search should find, one line per text; no digests */

  gatomicrefcount refs;   /* private */
};

typedef struct
{
  YsDay on;
  gint64 amount_fen;
} YsFeePaid;

/* Derives the casefile of @history on @on. */
YsCasefile *ys_casefile_new (const YsHistory *history, const YsCalendar *calendar, YsDay on);
YsCasefile *ys_casefile_ref (YsCasefile *self);
void ys_casefile_unref (YsCasefile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCasefile, ys_casefile_unref)

/* What the tally counts of it. */
void ys_casefile_get_facts (const YsCasefile *self, YsCaseFacts *facts);
/* Adds the case, its reviews and its fees to @figures. */
void ys_casefile_tally (const YsCasefile *self, YsFigures *figures);

G_END_DECLS
