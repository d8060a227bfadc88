/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The draft as the page keeps it: saved while one types, restored, discarded and brought back. */
#include "desk/register/register-page-private.h"

#include "desk/window.h"
#include "wording/i18n.h"

char *
ys_register_page_write_draft_cb (gpointer user_data)
{
  YsRegisterPage *self = user_data;
  g_autoptr (YsRequestDraft) draft = ys_register_page_take_draft (self);

  return ys_request_draft_is_blank (draft) ? NULL : ys_request_draft_write (draft);
}

void
ys_register_page_show_draft_state (YsRegisterPage *self, const char *sentence, gboolean saved)
{
  gtk_label_set_text (self->draft_state, sentence != NULL ? sentence : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->draft_state), sentence);
  gtk_widget_set_css_classes (GTK_WIDGET (self->draft_state),
                              (const char *[]) { "s", saved ? "sub" : "warn", NULL });
  gtk_widget_set_visible (self->draft_icon, saved && sentence != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.discard",
                                 sentence != NULL || self->discarded != NULL);
}

void
ys_register_page_saved_cb (YsDraftKeeper *keeper, const char *time, const GError *error,
                           YsRegisterPage *self)
{
  g_autofree char *sentence = NULL;

  if (error != NULL)
    sentence = g_strdup_printf (_("The draft could not be saved: %s"), error->message);
  else if (time != NULL)
    sentence = g_strdup_printf (_("Draft saved %s"), time);
  /* What is wrong with the fields is told until they are put right. */
  if (!self->marked)
    ys_register_page_show_draft_state (self, sentence, error == NULL);
}

void
ys_register_page_restore_draft (YsRegisterPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ys_draft_keeper_load (self->keeper, &error);
  g_autoptr (YsRequestDraft) draft = text != NULL ? ys_request_draft_read (text, &error) : NULL;
  g_autofree char *time = NULL;
  g_autofree char *sentence = NULL;

  if (draft != NULL)
    {
      time = ys_draft_keeper_dup_time (self->keeper, TRUE);
      sentence = g_strdup_printf (_("Draft of %s restored"), time);
    }
  else if (error != NULL)
    sentence = g_strdup (error->message);
  if (draft == NULL)
    draft = ys_request_draft_new_fresh (ys_context_get_today (self->context),
                                        ys_context_get_actor (self->context));
  ys_register_page_show_draft (self, draft);
  ys_register_page_show_draft_state (self, sentence, error == NULL);
}

void
ys_register_page_show_fresh_draft (YsRegisterPage *self)
{
  g_autoptr (YsRequestDraft) draft
    = ys_request_draft_new_fresh (ys_context_get_today (self->context),
                                  ys_context_get_actor (self->context));

  ys_draft_keeper_discard (self->keeper);
  ys_register_page_unmark_all (self);
  ys_register_page_show_draft (self, draft);
  ys_register_page_show_draft_state (self, NULL, TRUE);
}

/* Undo instead of a question, until one types: by the toast, or by the same button. */
void
ys_register_page_set_discarded (YsRegisterPage *self, YsRequestDraft *draft)
{
  g_clear_pointer (&self->discarded, ys_request_draft_free);
  self->discarded = draft;
  gtk_button_set_label (self->discard, draft != NULL ? _("_Bring Back") : _("_Discard Draft"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.discard", TRUE);
}

static void
bring_back (GtkWidget *page)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (page);
  g_autoptr (YsRequestDraft) draft = g_steal_pointer (&self->discarded);

  if (draft == NULL)
    return;
  ys_register_page_show_draft (self, draft);
  ys_register_page_set_discarded (self, NULL);
  ys_draft_keeper_touch (self->keeper);
  ys_register_form_focus (self->form);
}

void
ys_register_page_discard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (widget);
  YsRequestDraft *draft;

  if (self->discarded != NULL)
    {
      bring_back (widget);
      return;
    }
  draft = ys_register_page_take_draft (self);
  ys_register_page_show_fresh_draft (self);
  ys_register_page_set_discarded (self, draft);
  ys_register_form_focus (self->form);
  ys_window_tell_undo (widget, _("Draft discarded"), bring_back);
}
