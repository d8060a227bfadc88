/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drop-down of a form offers: words, grounds by article, open questions, fields. */
#pragma once

#include <gtk/gtk.h>

#include "desk/case/deed.h"

G_BEGIN_DECLS

/**
 * ys_field_choices_list:
 * @kind: the act, @of: seq of the entry in question or 0
 * @ids: (element-type utf8): gets the answers; owns them
 * @names: gets what people read, in the same order
 */
void ys_field_choices_list (const YsAsk *ask, const YsCaseView *view, YsKind kind, gint64 of,
                            GPtrArray *ids, GtkStringList *names);

G_END_DECLS
