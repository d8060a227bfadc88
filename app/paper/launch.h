/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starting the worker: where its program is, and bubblewrap's walls around it where they can be
 * had. What is said to it is not known here. Private to paper. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether bubblewrap is there and has not been found to fail. */
gboolean ys_paper_launch_can_wrap (void);
/* Bubblewrap is there but cannot make its walls (no user namespaces): not tried again by this
 * process. Only to be called when a worker without it has come up after one with it did not, and
 * before any byte of a document was read; so no document can take the walls away. */
void ys_paper_launch_wrap_fails (void);

/* Starts the worker with @wire (its end of a socket pair) and @document (-1 for none) as its
 * descriptors; both stay the caller's. It dies with the calling thread, so call it from one that
 * stays. NULL with a GIOErrorEnum or GSpawnError. */
GSubprocess *ys_paper_launch (gboolean wrap, int wire, int document, GError **error);

G_END_DECLS
