/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A code of the rules becomes a sentence for a person: the place, what is wrong, and the mend. */
#pragma once

#include "rules/clock.h"
#include "rules/event.h"
#include "rules/tally.h"

G_BEGIN_DECLS

/* What is wrong (or odd) and how to mend it, in one or two sentences. (transfer full) */
char *ys_explain_fault (const YsFault *fault);
/* Why a step of the clock sheet has its effect. (transfer full) */
char *ys_explain_step (const YsStep *step);
/* Why a notice of rest days cannot be read. (transfer none) */
const char *ys_explain_notice_fault (YsNoticeFault fault);

/* A day as people write it, "2026年11月24日" in Chinese. (transfer full) */
char *ys_explain_day (YsDay day);

/* Names for people; (transfer none). */
const char *ys_name_state (YsState state);
const char *ys_name_act (YsAct act);
const char *ys_name_effect (YsEffect effect);
const char *ys_name_kind (YsKind kind);
/* By the id of a role; "deputy" and "self" are who else may, any other id stays. */
const char *ys_name_role (const char *role);
const char *ys_name_channel (const char *channel);
const char *ys_name_class (YsApplicantClass klass);
/* The statutory label of an outcome: always Chinese, as the form prints it. */
const char *ys_name_outcome (YsOutcome outcome);

/* What an identity of the annual report says. (transfer none) */
const char *ys_name_check (const char *id);

/* A name with everything but its first character hidden: "张**". (transfer full) */
char *ys_mask_name (const char *name);

G_END_DECLS
