/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who sits here, in a docket that has staff: asked once, then remembered for the docket in the
 * person's own settings. It is no password; what must be sure is signed with a key. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_SIGN_IN (ys_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (YsSignIn, ys_sign_in, YS, SIGN_IN, AdwWindow)

/* Takes whoever is remembered for the docket, if that person still belongs to the staff. FALSE: it is
 * to be asked. TRUE also where the docket is open. */
gboolean ys_sign_in_take_remembered (YsContext *context, GSettings *settings);
/* Remembers that person @id sits here, for the next time that the docket is opened. */
void ys_sign_in_remember (GSettings *settings, const char *docket_id, const char *id);
/* Asks with a list of those present. Another person's key is locked. */
YsSignIn *ys_sign_in_ask (GtkWidget *from, YsContext *context, GSettings *settings);

G_END_DECLS
