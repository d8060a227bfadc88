/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A passphrase, from the terminal or from YISHEN_PASSPHRASE; never from the words of a command, which
 * everybody on the computer can see. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ys_cli_read_passphrase:
 * @is_new: it is asked for twice, since nobody can find out later what was mistyped
 *
 * Returns: (transfer full): wipe it with ys_cli_free_passphrase(); NULL after a sentence on stderr
 *   when there is neither.
 */
char *ys_cli_read_passphrase (gboolean is_new);
void ys_cli_free_passphrase (char *passphrase);

G_END_DECLS
