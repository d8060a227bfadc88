/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for the passphrase of the person's key and opens it. The context leads here whatever finds the
 * key locked (ys_context_set_key_question()). */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_KEY_QUESTION (ys_key_question_get_type ())
G_DECLARE_FINAL_TYPE (YsKeyQuestion, ys_key_question, YS, KEY_QUESTION, AdwWindow)

/**
 * ys_key_question_ask:
 * @from: a widget in the window that asks
 *
 * Asks until the key is open or the person gives up. What is wrong is said there: a passphrase that
 * does not open the key, or no key file, with the place where it should lie.
 */
void ys_key_question_ask (GtkWidget *from, YsContext *context, GAsyncReadyCallback callback,
                          gpointer user_data);
/* Whether the key is open now; @result is that of the callback. */
gboolean ys_key_question_finish (GAsyncResult *result);

G_END_DECLS
