/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outcomes of a case (rows of table 3), the grounds that lead to them, the classes of
 * applicants, and which remedy each outcome opens. No counting here: tally.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order of the printed form. */
typedef enum
{
  YS_OUTCOME_GRANTED,
  YS_OUTCOME_PARTIAL,
  YS_OUTCOME_STATE_SECRET,
  YS_OUTCOME_LAW_FORBIDS,
  YS_OUTCOME_SECURITY_STABILITY,
  YS_OUTCOME_THIRD_PARTY,
  YS_OUTCOME_INTERNAL_AFFAIRS,
  YS_OUTCOME_PROCESS_INFORMATION,
  YS_OUTCOME_ENFORCEMENT_FILE,
  YS_OUTCOME_ADMINISTRATIVE_QUERY,
  YS_OUTCOME_NOT_HELD,
  YS_OUTCOME_MUST_BE_CREATED,
  YS_OUTCOME_STILL_UNCLEAR,
  YS_OUTCOME_PETITION,
  YS_OUTCOME_REPEATED,
  YS_OUTCOME_PUBLICATION,
  YS_OUTCOME_EXCESSIVE,
  YS_OUTCOME_CONFIRM_OR_REISSUE,
  YS_OUTCOME_CORRECTION_LAPSED,
  YS_OUTCOME_FEE_LAPSED,
  YS_OUTCOME_OTHER,
  YS_N_OUTCOMES,
  YS_OUTCOME_NONE = -1,
} YsOutcome;

/* Columns of table 3, in the order of the printed form. */
typedef enum
{
  YS_CLASS_PERSON,
  YS_CLASS_ENTERPRISE,
  YS_CLASS_RESEARCH,
  YS_CLASS_WELFARE,
  YS_CLASS_LEGAL,
  YS_CLASS_OTHER,
  YS_N_CLASSES,
  YS_CLASS_NONE = -1,
} YsApplicantClass;

/* Which way an applicant may go against an outcome (law.md §6). */
typedef enum
{
  YS_REMEDY_NONE,                 /* nothing was decided: withdrawn */
  YS_REMEDY_RECONSIDERATION_FIRST,/* 行政复议法 23(1)(四): reconsideration before a lawsuit */
  YS_REMEDY_EITHER,               /* reconsideration within 60 days or a lawsuit within 6 months */
} YsRemedy;

/* "granted", "refused.state-secret", …; NULL and YS_OUTCOME_NONE for each other. */
const char *ys_outcome_get_id (YsOutcome outcome);
YsOutcome ys_outcome_from_id (const char *id);
/* Whether staff may reply with it (the two lapses and withdrawals are closings, not replies). */
gboolean ys_outcome_is_reply (YsOutcome outcome);
YsRemedy ys_outcome_get_remedy (YsOutcome outcome);

/* Number of grounds, and the id of each ("36-1", "14-secret", …). */
guint ys_ground_count (void);
const char *ys_ground_get_id (guint index);
/* Outcome that a ground leads to; YS_OUTCOME_NONE for an unknown ground. */
YsOutcome ys_ground_get_outcome (const char *ground);
/* The article behind a ground, as the regulation writes it ("条例第三十六条第（一）项"), or NULL. */
const char *ys_ground_get_article (const char *ground);

/* "person", "enterprise", …; NULL and YS_CLASS_NONE for each other. */
const char *ys_applicant_class_get_id (YsApplicantClass klass);
YsApplicantClass ys_applicant_class_from_id (const char *id);

G_END_DECLS
