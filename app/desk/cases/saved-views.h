/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of cases kept under a name, in the settings. */
#pragma once

#include <gio/gio.h>

#include "desk/cases/case-query.h"

G_BEGIN_DECLS

/* Names in the order they were saved. (transfer full) */
GStrv ys_saved_views_list (GSettings *settings);
/* NULL when there is no such view. (transfer full) */
YsCaseQuery *ys_saved_views_get (GSettings *settings, const char *name);
/* One of the same name gives way. */
void ys_saved_views_put (GSettings *settings, const char *name, const YsCaseQuery *query);
void ys_saved_views_remove (GSettings *settings, const char *name);

G_END_DECLS
