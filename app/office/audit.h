/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether what stands in the docket was put there by somebody who might: each entry judged at its own
 * position, by the staff as it stood before it. Digests and files are the docket's own business.
 * Private to the office. */
#pragma once

#include "office/session-private.h"

G_BEGIN_DECLS

/* The first entry that should not be there. */
typedef struct
{
  gint64 position; /* 0: none */
  char *reason;    /* translated sentence, or NULL */
} YsOffence;

void ys_offence_clear (YsOffence *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsOffence, ys_offence_clear)

/**
 * ys_audit_entries:
 * @after: entries up to this position were audited before
 *
 * Audits the entries after @after, signatures too, until the first offence. FALSE with @error when it
 * could not be carried out, or was cancelled.
 */
gboolean ys_audit_entries (YsSession *session, gint64 after, YsProgressFunc progress,
                           gpointer user_data, YsOffence *offence, GError **error);

/* Whether a `destroyed` of its case tells of every body that was erased. */
gboolean ys_audit_erased (YsSession *session, YsOffence *offence, GError **error);

/**
 * ys_audit_news:
 *
 * The same from where this client's last audit of the docket ended; what was found good is noted in
 * the client's own folder, as position and digest. A note that does not fit the docket is not used.
 */
gboolean ys_audit_news (YsSession *session, YsOffence *offence, GError **error);

G_END_DECLS
