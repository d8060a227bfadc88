/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a case that is being destroyed. Which ones they were stands nowhere in the docket once
 * the bodies are gone, so this client notes it in its own folder until the last one is erased. Private
 * to the office. */
#pragma once

#include "office/session-private.h"

G_BEGIN_DECLS

/* Nothing follows a `destroyed`, so it is the last entry. */
gboolean ys_erasing_is_destroyed (const YsHistory *history);
/* Notes durably which @files (a set of digests) go with case @id. */
gboolean ys_erasing_note (YsSession *session, const char *id, GHashTable *files, GError **error);
/* Whether a note of case @id is left. */
gboolean ys_erasing_is_noted (YsSession *session, const char *id);

/**
 * ys_erasing_finish:
 *
 * For each note of this docket, under the docket's lock: erases the files that no other case holds, if
 * the case was destroyed, and forgets the note. Nothing to do is fine.
 */
gboolean ys_erasing_finish (YsSession *session, GError **error);

G_END_DECLS
