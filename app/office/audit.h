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
 * ys_audit_all:
 *
 * Audits every entry from the one that closed the office, and whether a `destroyed` tells of every body
 * that was erased, until the first offence. Signatures were tested by ys_docket_verify(). FALSE with
 * @error when it could not be carried out, or was cancelled.
 */
gboolean ys_audit_all (YsSession *session, YsProgressFunc progress, gpointer user_data,
                       YsOffence *offence, GError **error);

/**
 * ys_audit_catch_up:
 *
 * Audits and folds what came since the session looked; at first, since this client's last audit of the
 * docket, of which a note is kept in its own folder (position and digest; a note that does not fit the
 * docket is not used). The session distrusts the docket from the first offence on, and a store that is
 * damaged there. FALSE with @error when it could not be carried out.
 */
gboolean ys_audit_catch_up (YsSession *session, GError **error);

G_END_DECLS
