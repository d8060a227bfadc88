/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 答复 and the other ends of a case, and the approval that comes before. Approvals are bound to the
 * digests of the files and of the facts they answer. */
#pragma once

#include "office/session.h"
#include "rules/outcome.h"

G_BEGIN_DECLS

/* A reply, as drafted or as sent; NULL where there is nothing. */
typedef struct
{
  YsOutcome outcome;
  const char *ground;       /* "36-2", … */
  const char *earlier;      /* the case answered before, for a repeated request */
  const char *reply_number;
  const char *text;         /* of a draft */
  const char *const *files; /* digests, closed by NULL */
} YsReply;

gboolean ys_office_draft (YsSession *session, const char *id, YsDay on, const YsReply *reply,
                          GError **error);
/* @as: "section", "legal", "secrecy", "co-unit" or "leader". */
gboolean ys_office_review_draft (YsSession *session, const char *id, YsDay on, const char *as,
                                 gboolean agree, const char *comment, GError **error);

/* @what: "reply", "extension", "correction" or "fee". The facts' digest is made here. */
gboolean ys_office_ask_approval (YsSession *session, const char *id, YsDay on, const char *what,
                                 const char *const *files, GError **error);
/* REFUSED when the facts are no longer those that approval was asked for. */
gboolean ys_office_approve (YsSession *session, const char *id, YsDay on, GError **error);
gboolean ys_office_return (YsSession *session, const char *id, YsDay on, const char *reason,
                           GError **error);

/* @on: the day of signing (in person), posting (post) or sending. @sent_by: "post", … */
gboolean ys_office_reply (YsSession *session, const char *id, YsDay on, const YsReply *reply,
                          const char *sent_by, GError **error);
gboolean ys_office_withdraw (YsSession *session, const char *id, YsDay on, const char *reason,
                             GError **error);
/* @outcome: one of the two lapses, or YS_OUTCOME_OTHER. */
gboolean ys_office_close (YsSession *session, const char *id, YsDay on, YsOutcome outcome,
                          const char *reason, GError **error);
/* To be answered again. @ref: the remedy that ordered it, or NULL; @until: the day it set. */
gboolean ys_office_reopen (YsSession *session, const char *id, YsDay on, const char *reason,
                           const char *ref, YsDay until, GError **error);

G_END_DECLS
