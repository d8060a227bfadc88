/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsEntryForm: a window of a few rows that ends with one act on the docket's thread. It stays open,
 * with the reason, until the act is done. What is asked stands where it is asked. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_ENTRY_FORM (ys_entry_form_get_type ())
G_DECLARE_FINAL_TYPE (YsEntryForm, ys_entry_form, YS, ENTRY_FORM, AdwWindow)

/* Signal "done": the act was done; the form closes. */

/**
 * ys_entry_form_new:
 * @from: a widget in the window that asks
 * @title: what is done
 * @hint: (nullable): what to know before
 * @verb: of the button
 * @act: gets the answers (GHashTable: key → text, never NULL); FALSE or NULL with @error
 */
YsEntryForm *ys_entry_form_new (GtkWidget *from, YsContext *context, const char *title,
                                const char *hint, const char *verb, YsWorkFunc act);

/* Asked before the act, for what cannot be taken back. */
void ys_entry_form_set_sure (YsEntryForm *self, const char *question);

/* An answer that no row shows. */
void ys_entry_form_set (YsEntryForm *self, const char *key, const char *text);
/* Rows, each with the key of its answer. A required one that is empty stops the act. */
void ys_entry_form_add_text (YsEntryForm *self, const char *key, const char *title,
                             const char *text, gboolean required);
/* Nothing is shown of what is typed. @same_as: (nullable): key of the secret that it must repeat. */
void ys_entry_form_add_secret (YsEntryForm *self, const char *key, const char *title,
                               const char *same_as);
/* "1" or "0". */
void ys_entry_form_add_switch (YsEntryForm *self, const char *key, const char *title,
                               const char *subtitle, gboolean active);
/* @ids: ended by NULL, as many as @names. */
void ys_entry_form_add_choice (YsEntryForm *self, const char *key, const char *title,
                               const char *const *ids, const char *const *names);
/* Written as YYYY-MM-DD. */
void ys_entry_form_add_day (YsEntryForm *self, const char *key, const char *title, YsDay day);

/* As its button does. */
void ys_entry_form_go (YsEntryForm *self);
/* The row of @key, and what it says is wrong, NULL if nothing. (transfer none) */
GtkWidget *ys_entry_form_get_row (YsEntryForm *self, const char *key);
const char *ys_entry_form_get_failure (YsEntryForm *self);

/* For @act: the answer trimmed, NULL where it is empty; a secret as it was typed. */
const char *ys_entry_form_answer (GHashTable *answers, const char *key);
YsDay ys_entry_form_answer_day (GHashTable *answers, const char *key);

G_END_DECLS
