/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page, or a part of it, drawn into the reader's memory. */
#pragma once

#include "paper/wire.h"

#include <poppler.h>

G_BEGIN_DECLS

/* Draws what @render says, on white, into the memfd @canvas, which must be exactly that large and
 * sealed. 0, or NOT_PDF if there is no such page, TOO_LARGE if memory does not suffice, CRASHED if
 * the canvas is none. */
YsPaperError ys_worker_render (PopplerDocument *document, const YsWireRender *render, int canvas);

G_END_DECLS
