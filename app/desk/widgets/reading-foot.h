/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsReadingFoot: the line at the foot of the sidebar that tells how far attachments were read into
 * search; it has them read, and is not there when all are. Who needs the computer for something else
 * pauses it; that holds for whatever docket the window opens next. */
#pragma once

#include "desk/context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_READING_FOOT (ys_reading_foot_get_type ())
G_DECLARE_FINAL_TYPE (YsReadingFoot, ys_reading_foot, YS, READING_FOOT, AdwBin)

/* Has the attachments of the docket read from now on. */
void ys_reading_foot_set_context (YsReadingFoot *self, YsContext *context);

G_END_DECLS
