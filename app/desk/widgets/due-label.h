/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDueLabel: time left as an icon and words. What they say is due-words.h. */
#pragma once

#include <gtk/gtk.h>

#include "desk/widgets/due-words.h"

G_BEGIN_DECLS

#define YS_TYPE_DUE_LABEL (ys_due_label_get_type ())
G_DECLARE_FINAL_TYPE (YsDueLabel, ys_due_label, YS, DUE_LABEL, GtkBox)

GtkWidget *ys_due_label_new (void);
/* Takes the width it is given, whatever it says: for columns. */
void ys_due_label_set_fixed (YsDueLabel *self);
void ys_due_label_set_due (YsDueLabel *self, YsDue due);

G_END_DECLS
