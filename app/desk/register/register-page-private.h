/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What register-page.c and register-page-draft.c share of the page. */
#pragma once

#include "desk/context.h"
#include "desk/register/draft-keeper.h"
#include "desk/register/likeness-panel.h"
#include "desk/register/period-card.h"
#include "desk/register/register-form.h"
#include "desk/register/register-page.h"

G_BEGIN_DECLS

struct _YsRegisterPage
{
  GtkBox parent_instance;

  YsRegisterForm *form;
  YsPeriodCard *period;
  YsLikenessPanel *likeness;
  GtkWidget *draft_icon;
  GtkLabel *draft_state;
  GtkLabel *next_number;
  GtkButton *discard;

  YsContext *context;
  YsDraftKeeper *keeper;
  GCancellable *cancellable; /* of what only fills the page; registering is never cancelled */
  YsRequestDraft *discarded; /* what was discarded and can be brought back, or NULL */
  gboolean registering;
  gboolean prints;           /* a slip, when it is registered */
  gboolean marked;           /* some field is marked */
};

/* What is typed, as a draft. (transfer full) */
YsRequestDraft *ys_register_page_take_draft (YsRegisterPage *self);
void ys_register_page_show_draft (YsRegisterPage *self, const YsRequestDraft *draft);
/* No field is marked any more. */
void ys_register_page_unmark_all (YsRegisterPage *self);

/* --- register-page-draft.c --------------------------------------------------------------------- */

/* For the keeper: (YsDraftTextFunc), and its signal "saved". */
char *ys_register_page_write_draft_cb (gpointer user_data);
void ys_register_page_saved_cb (YsDraftKeeper *keeper, const char *time, const GError *error,
                                YsRegisterPage *self);
/* @sentence NULL: there is no draft. */
void ys_register_page_show_draft_state (YsRegisterPage *self, const char *sentence, gboolean saved);
/* What an earlier window left, or a fresh draft. */
void ys_register_page_restore_draft (YsRegisterPage *self);
void ys_register_page_show_fresh_draft (YsRegisterPage *self);
/* @draft: what was discarded and can be brought back, or NULL. (transfer full) */
void ys_register_page_set_discarded (YsRegisterPage *self, YsRequestDraft *draft);
void ys_register_page_discard_action (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
