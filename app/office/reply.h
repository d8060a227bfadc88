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
/* @what: "reply", "extension", "correction" or "fee". The facts' digest is made here. A reply is REFUSED
 * while steps of the review chain before the leader's have not agreed to the draft in force. */
gboolean ys_office_ask_approval (YsSession *session, const char *id, YsDay on, const char *what,
                                 const char *const *files, GError **error);
/* REFUSED when the facts are no longer those that approval was asked for. */
gboolean ys_office_approve (YsSession *session, const char *id, YsDay on, GError **error);
/* The same of one certain request: REFUSED when approval was asked for anew since @asked, its seq; 0: of
 * whichever is open. */
gboolean ys_office_approve_asked (YsSession *session, const char *id, gint64 asked, YsDay on,
                                  GError **error);
gboolean ys_office_return (YsSession *session, const char *id, YsDay on, const char *reason,
                           GError **error);

/* One of several approvals to be given at once. */
typedef struct
{
  char *id;      /* the case */
  gint64 asked;  /* seq of the approval-asked that was looked at */
  GError *error; /* why it was not given, or NULL */
} YsApproval;

YsApproval *ys_approval_new (const char *id, gint64 asked);
void ys_approval_free (YsApproval *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsApproval, ys_approval_free)

/* Gives each by itself, with a signature of its own where approvals are signed: one that is refused
 * stops none. (element-type YsApproval) Returns: how many were given. */
guint ys_office_approve_many (YsSession *session, YsDay on, GPtrArray *approvals);

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
