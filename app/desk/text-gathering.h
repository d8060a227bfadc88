/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTextGathering: reads the attached documents of an open docket into search, one after another and
 * in the background, as long as it lives. Nothing is shown here. */
#pragma once

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_TEXT_GATHERING (ys_text_gathering_get_type ())
G_DECLARE_FINAL_TYPE (YsTextGathering, ys_text_gathering, YS, TEXT_GATHERING, GObject)

/* Begins at once. Signal "progress": what is below has changed. When it comes to rest and search finds
 * more than before, the context's "texts-changed" says so. */
YsTextGathering *ys_text_gathering_new (YsContext *context);

/* Files that were looked into, of so many that the docket holds. */
gint64 ys_text_gathering_get_done (YsTextGathering *self);
gint64 ys_text_gathering_get_total (YsTextGathering *self);
/* Whether it is at work; FALSE when all is read, it is paused, or no worker can be had on this computer. */
gboolean ys_text_gathering_is_working (YsTextGathering *self);
/* Paused, it goes on counting what there is to be read, and reads nothing; what it is at is read from
 * the beginning when it goes on. */
void ys_text_gathering_set_paused (YsTextGathering *self, gboolean paused);
gboolean ys_text_gathering_is_paused (YsTextGathering *self);
/* Gives up what it is at. Dropping the last reference alone may come later than one thinks. */
void ys_text_gathering_stop (YsTextGathering *self);

G_END_DECLS
