/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key on its way: made, recorded in the docket, and only then put into the person's profile. Private
 * to the office; what a person does with keys is in staff.h. */
#pragma once

#include <cjson/cJSON.h>

#include "office/session-private.h"

G_BEGIN_DECLS

typedef struct _YsNewKey YsNewKey;

/* Makes a key of the docket's suite for person @id and wraps it beside where it will lie, so that what
 * may fail has failed before anything is recorded. NULL with @error. */
YsNewKey *ys_new_key_make (YsSession *session, const char *id, const char *passphrase,
                           GError **error);
/* Forgets a key that was not kept. */
void ys_new_key_free (YsNewKey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsNewKey, ys_new_key_free)

/* The body of its `key-set`. (transfer full) */
cJSON *ys_new_key_get_body (const YsNewKey *self);
/* Recorded, it is kept: it goes to the place of the person's key, whose file is kept aside, and is open
 * in @session. Where the disk does not let it, or the program ends before, it stays beside that place
 * and is found there, for the docket names it. */
void ys_new_key_keep (YsNewKey *self, YsSession *session);

G_END_DECLS
