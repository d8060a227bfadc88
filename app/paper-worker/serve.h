/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The worker's conversation: confined first, then one request after the other until the reader
 * hangs up. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Serves on YS_PAPER_FD_WIRE. @in_bwrap: whoever started us has made files outside the system's
 * own invisible. Gives the exit status. */
int ys_worker_serve (gboolean in_bwrap);

G_END_DECLS
