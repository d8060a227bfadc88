/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the person who sits at this desk may make an entry, as the staff stands at the head of the
 * docket; and the signature that it needs. Private to the office. */
#pragma once

#include "office/session-private.h"

G_BEGIN_DECLS

/* Folds one entry of `agency` or `staff/ID`; one that cannot be understood changes nothing. */
void ys_authority_fold (YsStaff *staff, const YsEntry *entry, gboolean signature_is_good);

/**
 * ys_authority_read_staff:
 * @until: position of the last entry that counts
 * @closed_at: (out) (optional): the entry that closed the office, 0 while it is open
 *
 * The staff as it stood behind the entry at @until, read out of its own streams. Signatures are taken
 * for what they say: they were audited, or will be. NULL with @error. (transfer full)
 */
YsStaff *ys_authority_read_staff (YsSession *self, gint64 until, gint64 *closed_at, GError **error);

/**
 * ys_authority_begin:
 *
 * For an append that has just begun, under its lock: what came since the session looked is audited and
 * folded, so that what follows is judged by what really stands before it. DISTRUSTED when it should
 * not be there.
 */
gboolean ys_authority_begin (YsSession *self, GError **error);

/**
 * ys_authority_may:
 *
 * Whether the session's person may make entries of @event's kind at all, by the roles that the session
 * knows of: so that somebody who may not is told that, and not what else speaks against it.
 */
gboolean ys_authority_may (YsSession *self, const char *stream, const YsEvent *event, YsFault *fault);

/**
 * ys_authority_judge:
 * @staff: as it stands before @event
 * @history: (nullable): the case, for whoever drafted or asked; entries before @event's seq count
 * @append: its signer is set if @event must be signed, else taken back
 *
 * Returns: TRUE if the session's person may make @event; else REFUSED with the reason, or LOCKED when
 * only the signature is missing, for the person's key is not open here.
 */
gboolean ys_authority_judge (YsSession *self, const YsStaff *staff, YsAppend *append,
                             const char *stream, const YsEvent *event, const YsHistory *history,
                             GError **error);

/**
 * ys_authority_check_bond:
 * @event: about to be added to @history
 *
 * What a person approves, or sends as approved, must be the very bytes that the docket's digests
 * name: DAMAGED where a file of an `approved` or a `replied` is another one. And an approval that came
 * with an import is testimony: REFUSED for a reply of an office that has staff and approves.
 */
gboolean ys_authority_check_bond (YsSession *self, const YsHistory *history, const YsEvent *event,
                                  GError **error);

/* Whoever drafted what is to be approved in @history before @seq, and whoever asked for its
 * destruction: actors, or NULL. (transfer none) */
const char *ys_authority_find_drafter (const YsHistory *history, gint64 seq);
const char *ys_authority_find_asker (const YsHistory *history, gint64 seq);

G_END_DECLS
