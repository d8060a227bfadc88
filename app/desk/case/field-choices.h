/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drop-down of a form offers: words, grounds by article, open questions, fields. */
#pragma once

#include <gtk/gtk.h>

#include "desk/case/deed.h"
#include "rules/event-fields.h"

G_BEGIN_DECLS

/**
 * ys_field_choices_list:
 * @kind: the act, @of: seq of the entry in question or 0
 * @ids: (element-type utf8): gets the answers; owns them
 * @names: gets what people read, in the same order
 */
void ys_field_choices_list (const YsAsk *ask, const YsCaseView *view, YsKind kind, gint64 of,
                            GPtrArray *ids, GtkStringList *names);

/* The same for the values that a field of an entry of @kind may hold: of words, outcomes, grounds,
 * flags. */
void ys_field_choices_list_values (const YsEventField *field, YsKind kind, GPtrArray *ids,
                                   GtkStringList *names);

G_END_DECLS
