/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the person who sits at this desk may make an entry, as the staff stands at the head of the
 * docket; and the signature that it needs. Private to the office. */
#pragma once

#include "office/session-private.h"

G_BEGIN_DECLS

/* Folds one entry of `agency` or `staff/ID`. */
gboolean ys_authority_fold (YsStaff *staff, const YsEntry *entry, GError **error);
/* The staff as it stood behind the entry at @position, folded anew; NULL with @error. (transfer full) */
YsStaff *ys_authority_read_staff_until (YsSession *self, gint64 position, GError **error);
/* The same at the head, whose position is told. */
YsStaff *ys_authority_read_staff (YsSession *self, gint64 *position, GError **error);

/**
 * ys_authority_begin:
 *
 * For an append that has just begun, under its lock: if entries came since the session looked, the
 * staff is folded anew, so that what follows is judged by what really stands before it.
 */
gboolean ys_authority_begin (YsSession *self, GError **error);

/**
 * ys_authority_judge:
 * @history: (nullable): the case, for whoever drafted or asked; entries before @event's seq count
 * @append: its signer is set if @event must be signed, else taken back
 *
 * Returns: TRUE if the session's person may make @event; else REFUSED with the reason, or LOCKED when
 * it must be signed and the person's key is not open here.
 */
gboolean ys_authority_judge (YsSession *self, YsAppend *append, const char *stream,
                             const YsEvent *event, const YsHistory *history, GError **error);

/* An entry was added that may have changed the staff: folds it. */
void ys_authority_note (YsSession *self, const char *stream, const YsEvent *event);

/* Whoever drafted what is to be approved in @history before @seq, and whoever asked for its
 * destruction: actors, or NULL. (transfer none) */
const char *ys_authority_find_drafter (const YsHistory *history, gint64 seq);
const char *ys_authority_find_asker (const YsHistory *history, gint64 seq);

G_END_DECLS
