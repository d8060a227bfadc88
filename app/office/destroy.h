/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 销毁: the end of what a case keeps of people, once its retention has ended: asked for by one person,
 * carried out by another. Clock and tables stay what they were. */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

/* Asks that a concluded and archived case be destroyed; its retention must have ended. */
gboolean ys_office_ask_destruction (YsSession *session, const char *id, YsDay on,
                                    const char *reason, GError **error);
/**
 * ys_office_destroy:
 *
 * Destroys the case that somebody else has asked for: in one append the record of it and the erasing
 * of every body of the case; then the files that no other case holds. Each client's index and the
 * texts in it follow at its next sync. What was erased cannot be brought back but from a backup.
 */
gboolean ys_office_destroy (YsSession *session, const char *id, YsDay on, GError **error);

G_END_DECLS
