/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 审核: the chain that the office set, step by step over the draft in force, and the taking of a
 * step. A changed draft begins at the first step again. */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CHAIN_OPEN,
  YS_CHAIN_AGREED,
  YS_CHAIN_DISAGREED,
} YsChainState;

/* One step, with the opinion that counts for the draft in force. */
typedef struct
{
  char *as;       /* "section", … */
  YsChainState state;
  char *by;       /* actor, or NULL */
  char *comment;  /* or NULL */
  YsDay on;       /* YS_DAY_NONE while open */
} YsChainStep;

/* Immutable. */
typedef struct
{
  gint64 draft;     /* seq of the draft in force, 0 for none */
  gint64 since;     /* the last entry that changed the facts: opinions before it do not count */
  GPtrArray *steps; /* of YsChainStep, in order; empty where the office set no chain */
} YsChain;

/* @steps: of the chain, ended by NULL. (transfer full) */
YsChain *ys_chain_new (const YsHistory *history, YsDay today, const char *const *steps);
void ys_chain_free (YsChain *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsChain, ys_chain_free)

/* The step to be taken next; NULL when all agreed, one disagreed, or there is no draft. The leader's
 * may also be left to the approval. (transfer none) */
const YsChainStep *ys_chain_get_next (const YsChain *self);
/* The step that sent the draft back, or NULL. (transfer none) */
const YsChainStep *ys_chain_get_refused (const YsChain *self);
/* Why approval of the reply cannot be asked for yet: the chain has steps before the leader that have
 * not agreed. NULL when it can. (transfer full) */
char *ys_chain_explain_block (const YsChain *self);

/* The steps in force, ended by NULL: those that the office set; none while it is open, for then nobody is
 * anybody. (transfer none) */
const char *const *ys_office_get_chain (YsSession *session);

/**
 * ys_office_review:
 * @as: "section", "legal", "secrecy", "co-unit" or "leader"
 *
 * Records an opinion on the draft. Where the office set a chain, it is REFUSED unless @as is the next
 * step; after a disagreement the draft must be made anew.
 */
gboolean ys_office_review (YsSession *session, const char *id, YsDay on, const char *as,
                           gboolean agree, const char *comment, GError **error);

G_END_DECLS
