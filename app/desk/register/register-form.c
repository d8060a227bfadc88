/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passes drafts and marks on to the panels. */
#include "desk/register/register-form.h"

#include "desk/register/applicant-panel.h"
#include "desk/register/receipt-panel.h"
#include "desk/register/request-panel.h"

struct _YsRegisterForm
{
  GtkBox parent_instance;

  YsApplicantPanel *applicant;
  YsRequestPanel *request;
  YsReceiptPanel *receipt;
};

G_DEFINE_FINAL_TYPE (YsRegisterForm, ys_register_form, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
edited_cb (YsRegisterForm *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
ys_register_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_REGISTER_FORM);
  G_OBJECT_CLASS (ys_register_form_parent_class)->dispose (object);
}

static void
ys_register_form_class_init (YsRegisterFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_register_form_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YS_TYPE_APPLICANT_PANEL);
  g_type_ensure (YS_TYPE_REQUEST_PANEL);
  g_type_ensure (YS_TYPE_RECEIPT_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/register-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRegisterForm, applicant);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterForm, request);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterForm, receipt);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
ys_register_form_init (YsRegisterForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_register_form_set_today (YsRegisterForm *self, YsDay today)
{
  g_return_if_fail (YS_IS_REGISTER_FORM (self));

  ys_applicant_panel_set_today (self->applicant, today);
  ys_receipt_panel_set_today (self->receipt, today);
}

void
ys_register_form_set_handlers (YsRegisterForm *self, const GPtrArray *handlers)
{
  g_return_if_fail (YS_IS_REGISTER_FORM (self));

  ys_receipt_panel_set_handlers (self->receipt, handlers);
}

void
ys_register_form_show (YsRegisterForm *self, const YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_REGISTER_FORM (self) && draft != NULL);

  ys_applicant_panel_show (self->applicant, draft);
  ys_request_panel_show (self->request, draft);
  ys_receipt_panel_show (self->receipt, draft);
}

void
ys_register_form_take (YsRegisterForm *self, YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_REGISTER_FORM (self) && draft != NULL);

  ys_applicant_panel_take (self->applicant, draft);
  ys_request_panel_take (self->request, draft);
  ys_receipt_panel_take (self->receipt, draft);
}

void
ys_register_form_focus (YsRegisterForm *self)
{
  g_return_if_fail (YS_IS_REGISTER_FORM (self));

  ys_applicant_panel_focus (self->applicant);
}

/* --- marks --------------------------------------------------------------------------------------- */

typedef struct
{
  YsRegisterForm *form;
  const char *first;
} Marking;

static void
mark_place (YsRegisterForm *self, YsPlace place, guint index, const char *reason)
{
  if (!ys_applicant_panel_mark (self->applicant, place, index, reason)
      && !ys_request_panel_mark (self->request, place, reason))
    ys_receipt_panel_mark (self->receipt, place, reason);
}

static void
mark_place_cb (YsPlace place, guint index, const char *reason, gpointer user_data)
{
  Marking *marking = user_data;

  if (marking->first == NULL)
    marking->first = reason;
  mark_place (marking->form, place, index, reason);
}

static GtkWidget *
find_marked (GtkWidget *from)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (from) || gtk_widget_has_css_class (from, "error"))
    return gtk_widget_get_visible (from) ? from : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_marked (child);
  return found;
}

void
ys_register_form_unmark (YsRegisterForm *self)
{
  g_return_if_fail (YS_IS_REGISTER_FORM (self));

  /* A joint applicant's mark goes when the name is typed or the applicant taken out. */
  for (YsPlace place = 0; place < YS_N_PLACES; place++)
    if (place != YS_FIELD_JOINT_NAME)
      mark_place (self, place, 0, NULL);
}

guint
ys_register_form_check (YsRegisterForm *self, const YsRequestDraft *draft, YsDay today,
                        const char **first)
{
  g_return_val_if_fail (YS_IS_REGISTER_FORM (self) && draft != NULL && first != NULL, 0);

  Marking marking = { self, NULL };
  guint faults;
  GtkWidget *marked;

  ys_register_form_unmark (self);
  faults = ys_request_check (draft, today, mark_place_cb, &marking);
  *first = marking.first;
  marked = faults > 0 ? find_marked (GTK_WIDGET (self)) : NULL;
  if (marked != NULL)
    gtk_widget_grab_focus (marked);
  return faults;
}
