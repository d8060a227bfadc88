/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsChecksBar: the identities (勾稽) of one table, holding or not, each as a sentence. */
#pragma once

#include <gtk/gtk.h>

#include "desk/annual/annual-figures.h"
#include "report/form.h"

G_BEGIN_DECLS

#define YS_TYPE_CHECKS_BAR (ys_checks_bar_get_type ())
G_DECLARE_FINAL_TYPE (YsChecksBar, ys_checks_bar, YS, CHECKS_BAR, GtkBox)

/* @compares_published: whether published totals are compared with those of table 3. */
void ys_checks_bar_show (YsChecksBar *self, const YsAnnualFigures *figures, YsTable table,
                         gboolean compares_published);

/* "person: …" as it stands in a failing check, for people. (transfer full) */
char *ys_checks_bar_describe (const YsCheck *check);

G_END_DECLS
