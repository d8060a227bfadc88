/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of the request. The files are attachment-list.c. */
#include "desk/register/request-panel.h"

#include "desk/register/attachment-list.h"
#include "desk/register/choices.h"
#include "desk/register/field-fault.h"
#include "desk/widgets/drop-down-name.h"
#include "wording/i18n.h"

struct _YsRequestPanel
{
  GtkBox parent_instance;

  GtkEntry *title;
  GtkTextView *description;
  GtkLabel *description_fault;
  GtkEntry *document_number;
  GtkDropDown *form;
  GtkDropDown *delivery;
  GtkCheckButton *publication;
  YsAttachmentList *files;

  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (YsRequestPanel, ys_request_panel, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const YsChoice forms[] = {
  { "paper", N_ ("Paper") },
  { "email", N_ ("E-mail") },
  { "copy", N_ ("Copy on a disc") },
  { "inspect", N_ ("Inspection") },
  { "other", N_ ("Other form") },
  { NULL, NULL },
};

static const YsChoice deliveries[] = {
  { "post", N_ ("By post") },
  { "email", N_ ("By e-mail") },
  { "pickup", N_ ("Picked up in person") },
  { "fax", N_ ("By fax") },
  { "onsite", N_ ("Read on the spot") },
  { "other", N_ ("Another way") },
  { NULL, NULL },
};

static char *
dup_description (YsRequestPanel *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The title that registering will take if none is typed stands pale in its entry. */
static void
show_proposed_title (YsRequestPanel *self)
{
  g_autoptr (YsRequestDraft) draft = ys_request_draft_new ();
  g_autofree char *title = NULL;

  g_free (draft->description);
  draft->description = dup_description (self);
  title = ys_request_find_title (draft);
  gtk_entry_set_placeholder_text (self->title,
                                  *title != '\0' ? title : _("short, as lists show it"));
}

static void
edited_cb (YsRequestPanel *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
mark_description (YsRequestPanel *self, const char *reason)
{
  ys_field_mark (GTK_WIDGET (self->description), reason);
  gtk_label_set_text (self->description_fault, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description_fault), reason != NULL);
}

static void
described_cb (GtkTextBuffer *buffer, YsRequestPanel *self)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (self->description), "error"))
    mark_description (self, NULL);
  show_proposed_title (self);
  edited_cb (self);
}

static void
ys_request_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_REQUEST_PANEL);
  G_OBJECT_CLASS (ys_request_panel_parent_class)->dispose (object);
}

static void
ys_request_panel_class_init (YsRequestPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_request_panel_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YS_TYPE_ATTACHMENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/request-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRequestPanel, title);
  gtk_widget_class_bind_template_child (widget_class, YsRequestPanel, description);
  gtk_widget_class_bind_template_child (widget_class, YsRequestPanel, description_fault);
  gtk_widget_class_bind_template_child (widget_class, YsRequestPanel, document_number);
  gtk_widget_class_bind_template_child (widget_class, YsRequestPanel, form);
  gtk_widget_class_bind_template_child (widget_class, YsRequestPanel, delivery);
  gtk_widget_class_bind_template_child (widget_class, YsRequestPanel, publication);
  gtk_widget_class_bind_template_child (widget_class, YsRequestPanel, files);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
ys_request_panel_init (YsRequestPanel *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_choices_fill (self->form, forms);
  ys_choices_fill (self->delivery, deliveries);
  ys_drop_down_set_name (self->form, _("Form of the information"));
  ys_drop_down_set_name (self->delivery, _("Way of delivery"));
  show_proposed_title (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->description), "changed",
                           G_CALLBACK (described_cb), self, 0);
  self->quiet = FALSE;
}

void
ys_request_panel_show (YsRequestPanel *self, const YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_REQUEST_PANEL (self) && draft != NULL);

  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title), draft->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->description), draft->description, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->document_number), draft->document_number);
  ys_choices_set (self->form, forms, draft->form);
  ys_choices_set (self->delivery, deliveries, draft->delivery);
  gtk_check_button_set_active (self->publication, draft->suggested_publication);
  ys_attachment_list_show (self->files, draft->files);
  self->quiet = FALSE;
}

void
ys_request_panel_take (YsRequestPanel *self, YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_REQUEST_PANEL (self) && draft != NULL);

  ys_draft_set (&draft->title, gtk_editable_get_text (GTK_EDITABLE (self->title)));
  g_free (draft->description);
  draft->description = dup_description (self);
  ys_draft_set (&draft->document_number,
                gtk_editable_get_text (GTK_EDITABLE (self->document_number)));
  ys_draft_set (&draft->form, ys_choices_get (self->form, forms));
  ys_draft_set (&draft->delivery, ys_choices_get (self->delivery, deliveries));
  draft->suggested_publication = gtk_check_button_get_active (self->publication);
  ys_attachment_list_take (self->files, draft->files);
}

gboolean
ys_request_panel_mark (YsRequestPanel *self, YsPlace place, const char *reason)
{
  g_return_val_if_fail (YS_IS_REQUEST_PANEL (self), FALSE);

  if (place != YS_FIELD_DESCRIPTION)
    return FALSE;
  mark_description (self, reason);
  return TRUE;
}
