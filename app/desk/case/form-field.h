/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFormField: one question of an act: its label and the control that fits it. Whatever the control
 * is, its answer is a text. */
#pragma once

#include <gtk/gtk.h>

#include "desk/case/deed.h"
#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_FORM_FIELD (ys_form_field_get_type ())
G_DECLARE_FINAL_TYPE (YsFormField, ys_form_field, YS, FORM_FIELD, GtkBox)

/**
 * ys_form_field_new:
 * @kind: the act, @of: seq of the entry in question or 0
 *
 * Signal "changed": the answer is another.
 */
GtkWidget *ys_form_field_new (const YsAsk *ask, YsContext *context, const YsCaseView *view,
                              YsKind kind, gint64 of);

/* For YS_ASK_VALUE: the control that fits the field @path of the entry @of. */
GtkWidget *ys_form_field_new_value (const YsAsk *ask, YsContext *context, const YsCaseView *view,
                                    gint64 of, const char *path);

const YsAsk *ys_form_field_get_ask (YsFormField *self);
/* Gives the label a mnemonic that is none of @taken (capital letters), and adds its letter to them. */
void ys_form_field_take_letter (YsFormField *self, GString *taken);
/* As it stands, not trimmed. (transfer full) */
char *ys_form_field_get_text (YsFormField *self);
void ys_form_field_set_text (YsFormField *self, const char *text);
/* Marks it as what is missing, and goes there. */
void ys_form_field_mark (YsFormField *self);

G_END_DECLS
