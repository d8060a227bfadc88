/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFigureList: the cases behind a figure as a list model; an item is made when it is shown. */
#pragma once

#include <gio/gio.h>

#include "office/figure-cases.h"

G_BEGIN_DECLS

#define YS_TYPE_FIGURE_ITEM (ys_figure_item_get_type ())
G_DECLARE_FINAL_TYPE (YsFigureItem, ys_figure_item, YS, FIGURE_ITEM, GObject)

const YsFigureCase *ys_figure_item_get_case (YsFigureItem *self);

#define YS_TYPE_FIGURE_LIST (ys_figure_list_get_type ())
G_DECLARE_FINAL_TYPE (YsFigureList, ys_figure_list, YS, FIGURE_LIST, GObject)

/* (transfer full for @cases) (element-type YsFigureCase) */
YsFigureList *ys_figure_list_new (GPtrArray *cases);

G_END_DECLS
