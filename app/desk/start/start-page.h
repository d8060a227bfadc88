/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsStartPage: the first start. Create a docket, open one, or look around: a sample year that ends
 * today, or the published Suqian report made again from its cases. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_START_PAGE (ys_start_page_get_type ())
G_DECLARE_FINAL_TYPE (YsStartPage, ys_start_page, YS, START_PAGE, GtkBox)

/* Shows why a docket could not be opened. */
void ys_start_page_tell_failure (YsStartPage *self, const GError *error);

GtkWidget *ys_start_page_new (void);

G_END_DECLS
