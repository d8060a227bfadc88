/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the fields of the channel chosen and hides the others; those keep what was typed. */
#include "desk/register/receipt-panel.h"

#include "desk/register/choices.h"
#include "desk/register/day-entry.h"
#include "desk/register/field-fault.h"
#include "desk/register/receipt.h"
#include "desk/widgets/drop-down-name.h"
#include "desk/widgets/mnemonic.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsReceiptPanel
{
  GtkBox parent_instance;

  GtkDropDown *channel;
  GtkLabel *received_label;
  YsDayEntry *received;
  GtkLabel *submitted_label;
  YsDayEntry *submitted;
  GtkWidget *confirmed_label;
  YsDayEntry *confirmed;
  GtkWidget *confirmed_by_label;
  GtkEntry *confirmed_by;
  GtkWidget *taken_by_label;
  GtkEntry *taken_by;
  GtkWidget *system_label;
  GtkEntry *system;
  GtkLabel *number_label;
  GtkEntry *number;
  GtkEntry *handler;
  GtkMenuButton *handlers;

  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (YsReceiptPanel, ys_receipt_panel, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_channel (YsReceiptPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->channel);

  return ys_channels[selected != GTK_INVALID_LIST_POSITION ? selected : 0];
}

static void
edited_cb (YsReceiptPanel *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
typed_cb (GtkEditable *editable, YsReceiptPanel *self)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (editable), "error"))
    ys_field_mark (GTK_WIDGET (editable), NULL);
  edited_cb (self);
}

static void
day_changed_cb (YsDayEntry *entry, YsReceiptPanel *self)
{
  if (!self->quiet)
    ys_day_entry_set_fault (entry, NULL);
  edited_cb (self);
}

/* Letters that nothing else on the page has, whatever the label says of a channel. */
#define RECEIVED_LETTER 'Z'
#define SUBMITTED_LETTER 'Q'
#define NUMBER_LETTER 'X'
#define CONFIRMED_LETTER 'K'

static void
set_label (GtkLabel *label, const char *text, char letter)
{
  g_autofree char *marked = ys_mnemonic_mark (text, letter);

  gtk_label_set_text_with_mnemonic (label, marked);
}

static void
show_channel (YsReceiptPanel *self)
{
  const char *channel = get_channel (self);
  gboolean submission = ys_channel_has_submission (channel);
  gboolean confirms = ys_channel_confirms (channel);
  gboolean oral = g_str_equal (channel, "oral");
  gboolean internet = g_str_equal (channel, "internet");
  gboolean number = ys_channel_has_number (channel);

  set_label (self->received_label, ys_channel_name_received (channel), RECEIVED_LETTER);
  ys_day_entry_set_label (self->received, ys_channel_name_received (channel));
  set_label (self->submitted_label, ys_channel_name_submitted (channel), SUBMITTED_LETTER);
  ys_day_entry_set_label (self->submitted, ys_channel_name_submitted (channel));
  set_label (self->number_label, internet ? _("Number there") : _("Mail number"), NUMBER_LETTER);
  gtk_widget_set_visible (GTK_WIDGET (self->submitted_label), submission);
  gtk_widget_set_visible (GTK_WIDGET (self->submitted), submission);
  gtk_widget_set_visible (self->confirmed_label, confirms);
  gtk_widget_set_visible (GTK_WIDGET (self->confirmed), confirms);
  gtk_widget_set_visible (self->confirmed_by_label, confirms);
  gtk_widget_set_visible (GTK_WIDGET (self->confirmed_by), confirms);
  gtk_widget_set_visible (self->taken_by_label, oral);
  gtk_widget_set_visible (GTK_WIDGET (self->taken_by), oral);
  gtk_widget_set_visible (self->system_label, internet);
  gtk_widget_set_visible (GTK_WIDGET (self->system), internet);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), number);
  gtk_widget_set_visible (GTK_WIDGET (self->number), number);
}

static void
channel_chosen_cb (GtkDropDown *list, GParamSpec *pspec, YsReceiptPanel *self)
{
  show_channel (self);
  edited_cb (self);
}

static void
handler_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (YS_RECEIPT_PANEL (widget)->handler),
                         g_variant_get_string (parameter, NULL));
}

static void
ys_receipt_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_RECEIPT_PANEL);
  G_OBJECT_CLASS (ys_receipt_panel_parent_class)->dispose (object);
}

static void
ys_receipt_panel_class_init (YsReceiptPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_receipt_panel_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YS_TYPE_DAY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/receipt-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, channel);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, received_label);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, received);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, submitted_label);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, submitted);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, confirmed_label);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, confirmed);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, confirmed_by_label);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, confirmed_by);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, taken_by_label);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, taken_by);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, system_label);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, system);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, number_label);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, number);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, handler);
  gtk_widget_class_bind_template_child (widget_class, YsReceiptPanel, handlers);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, channel_chosen_cb);
  gtk_widget_class_install_action (widget_class, "receipt.handler", "s", handler_action);
}

static void
ys_receipt_panel_init (YsReceiptPanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; ys_channels[i] != NULL; i++)
    gtk_string_list_append (names, ys_name_channel (ys_channels[i]));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (names));
  ys_drop_down_set_name (self->channel, _("Channel of the request"));
  ys_day_entry_set_label (self->confirmed, _("Confirmed on"));
  set_label (GTK_LABEL (self->confirmed_label), _("Confirmed on"), CONFIRMED_LETTER);
  show_channel (self);
  self->quiet = FALSE;
}

void
ys_receipt_panel_set_today (YsReceiptPanel *self, YsDay today)
{
  g_return_if_fail (YS_IS_RECEIPT_PANEL (self));

  ys_day_entry_set_today (self->received, today);
  ys_day_entry_set_today (self->submitted, today);
  ys_day_entry_set_today (self->confirmed, today);
}

void
ys_receipt_panel_set_handlers (YsReceiptPanel *self, const GPtrArray *handlers)
{
  g_return_if_fail (YS_IS_RECEIPT_PANEL (self));

  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; handlers != NULL && i < handlers->len; i++)
    {
      const char *name = g_ptr_array_index (handlers, i);
      g_autoptr (GMenuItem) item = NULL;

      if (*name == '\0')
        continue;
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "receipt.handler", "s", name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->handlers, G_MENU_MODEL (menu));
}

void
ys_receipt_panel_show (YsReceiptPanel *self, const YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_RECEIPT_PANEL (self) && draft != NULL);

  self->quiet = TRUE;
  for (guint i = 0; ys_channels[i] != NULL; i++)
    if (g_str_equal (ys_channels[i], draft->channel))
      gtk_drop_down_set_selected (self->channel, i);
  ys_day_entry_set_text (self->received, draft->received);
  ys_day_entry_set_text (self->submitted, draft->submitted);
  ys_day_entry_set_text (self->confirmed, draft->confirmed);
  gtk_editable_set_text (GTK_EDITABLE (self->confirmed_by), draft->confirmed_by);
  gtk_editable_set_text (GTK_EDITABLE (self->taken_by), draft->taken_by);
  gtk_editable_set_text (GTK_EDITABLE (self->system), draft->system);
  gtk_editable_set_text (GTK_EDITABLE (self->number), draft->number);
  gtk_editable_set_text (GTK_EDITABLE (self->handler), draft->handler);
  show_channel (self);
  self->quiet = FALSE;
}

void
ys_receipt_panel_take (YsReceiptPanel *self, YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_RECEIPT_PANEL (self) && draft != NULL);

  ys_draft_set (&draft->channel, get_channel (self));
  ys_draft_set (&draft->received, ys_day_entry_get_text (self->received));
  ys_draft_set (&draft->submitted, ys_day_entry_get_text (self->submitted));
  ys_draft_set (&draft->confirmed, ys_day_entry_get_text (self->confirmed));
  ys_draft_set (&draft->confirmed_by, gtk_editable_get_text (GTK_EDITABLE (self->confirmed_by)));
  ys_draft_set (&draft->taken_by, gtk_editable_get_text (GTK_EDITABLE (self->taken_by)));
  ys_draft_set (&draft->system, gtk_editable_get_text (GTK_EDITABLE (self->system)));
  ys_draft_set (&draft->number, gtk_editable_get_text (GTK_EDITABLE (self->number)));
  ys_draft_set (&draft->handler, gtk_editable_get_text (GTK_EDITABLE (self->handler)));
}

gboolean
ys_receipt_panel_mark (YsReceiptPanel *self, YsPlace place, const char *reason)
{
  g_return_val_if_fail (YS_IS_RECEIPT_PANEL (self), FALSE);

  switch (place)
    {
    case YS_FIELD_RECEIVED:
      ys_day_entry_set_fault (self->received, reason);
      return TRUE;
    case YS_FIELD_SUBMITTED:
      ys_day_entry_set_fault (self->submitted, reason);
      return TRUE;
    case YS_FIELD_CONFIRMED:
      ys_day_entry_set_fault (self->confirmed, reason);
      return TRUE;
    case YS_FIELD_CONFIRMED_BY:
      ys_field_mark (GTK_WIDGET (self->confirmed_by), reason);
      return TRUE;
    case YS_FIELD_TAKEN_BY:
      ys_field_mark (GTK_WIDGET (self->taken_by), reason);
      return TRUE;
    case YS_FIELD_SYSTEM:
      ys_field_mark (GTK_WIDGET (self->system), reason);
      return TRUE;
    default:
      return FALSE;
    }
}
