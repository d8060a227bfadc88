/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds and removes joint applicants; the fields themselves are applicant-box.c. */
#include "desk/register/applicant-panel.h"

#include "desk/register/applicant-box.h"
#include "desk/window.h"
#include "wording/i18n.h"

struct _YsApplicantPanel
{
  GtkBox parent_instance;

  YsApplicantBox *first;
  GtkBox *joint;   /* of rows made by add_joint() */
  GtkEntry *agent;

  GPtrArray *boxes; /* of YsApplicantBox: the joint ones, in order */
  YsApplicantDraft *removed; /* the joint one that was removed last, or NULL */
  YsDay today;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (YsApplicantPanel, ys_applicant_panel, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
edited_cb (YsApplicantPanel *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[EDITED], 0);
}

static YsApplicantBox *add_joint (YsApplicantPanel *self);

static void
bring_back (GtkWidget *panel)
{
  YsApplicantPanel *self = YS_APPLICANT_PANEL (panel);

  if (self->removed == NULL)
    return;
  ys_applicant_box_show (add_joint (self), self->removed);
  g_clear_pointer (&self->removed, ys_applicant_draft_free);
  edited_cb (self);
}

static void
remove_cb (GtkButton *button, YsApplicantBox *box)
{
  YsApplicantPanel *self
    = YS_APPLICANT_PANEL (gtk_widget_get_ancestor (GTK_WIDGET (button), YS_TYPE_APPLICANT_PANEL));
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (box));

  g_clear_pointer (&self->removed, ys_applicant_draft_free);
  self->removed = ys_applicant_draft_new ();
  ys_applicant_box_take (box, self->removed);
  ys_window_tell_undo (GTK_WIDGET (self), _("Joint applicant removed"), bring_back);
  g_ptr_array_remove (self->boxes, box);
  gtk_box_remove (self->joint, row);
  gtk_widget_set_visible (GTK_WIDGET (self->joint), self->boxes->len > 0);
  edited_cb (self);
}

static GtkWidget *
make_head (YsApplicantBox *box)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_("Joint applicant"));
  GtkWidget *button = gtk_button_new_with_label (_("Remove"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "b");
  gtk_widget_add_css_class (button, "small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove the joint applicant"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), box, 0);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

static YsApplicantBox *
add_joint (YsApplicantPanel *self)
{
  YsApplicantBox *box = ys_applicant_box_new (self->today);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (row), make_head (box));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (box));
  gtk_box_append (self->joint, row);
  gtk_widget_set_visible (GTK_WIDGET (self->joint), TRUE);
  g_signal_connect_object (box, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->boxes, box);
  return box;
}

static void
add_cb (GtkButton *button, YsApplicantPanel *self)
{
  ys_applicant_box_focus (add_joint (self));
  edited_cb (self);
}

static void
ys_applicant_panel_dispose (GObject *object)
{
  YsApplicantPanel *self = YS_APPLICANT_PANEL (object);

  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->removed, ys_applicant_draft_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_APPLICANT_PANEL);
  G_OBJECT_CLASS (ys_applicant_panel_parent_class)->dispose (object);
}

static void
ys_applicant_panel_class_init (YsApplicantPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_applicant_panel_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YS_TYPE_APPLICANT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/applicant-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YsApplicantPanel, first);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantPanel, joint);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantPanel, agent);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ys_applicant_panel_init (YsApplicantPanel *self)
{
  self->today = YS_DAY_NONE;
  self->boxes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_applicant_panel_set_today (YsApplicantPanel *self, YsDay today)
{
  g_return_if_fail (YS_IS_APPLICANT_PANEL (self));

  self->today = today;
  ys_applicant_box_set_today (self->first, today);
  for (guint i = 0; i < self->boxes->len; i++)
    ys_applicant_box_set_today (g_ptr_array_index (self->boxes, i), today);
}

void
ys_applicant_panel_show (YsApplicantPanel *self, const YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_APPLICANT_PANEL (self) && draft != NULL);

  self->quiet = TRUE;
  ys_applicant_box_show (self->first, &draft->applicant);
  gtk_editable_set_text (GTK_EDITABLE (self->agent), draft->agent);
  while (self->boxes->len > 0)
    {
      GtkWidget *box = g_ptr_array_remove_index (self->boxes, 0);

      gtk_box_remove (self->joint, gtk_widget_get_parent (box));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->joint), FALSE);
  for (guint i = 0; i < draft->joint->len; i++)
    ys_applicant_box_show (add_joint (self), g_ptr_array_index (draft->joint, i));
  self->quiet = FALSE;
}

void
ys_applicant_panel_take (YsApplicantPanel *self, YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_APPLICANT_PANEL (self) && draft != NULL);

  ys_applicant_box_take (self->first, &draft->applicant);
  ys_draft_set (&draft->agent, gtk_editable_get_text (GTK_EDITABLE (self->agent)));
  g_ptr_array_set_size (draft->joint, 0);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      YsApplicantDraft *joint = ys_applicant_draft_new ();

      ys_applicant_box_take (g_ptr_array_index (self->boxes, i), joint);
      g_ptr_array_add (draft->joint, joint);
    }
}

void
ys_applicant_panel_focus (YsApplicantPanel *self)
{
  g_return_if_fail (YS_IS_APPLICANT_PANEL (self));

  ys_applicant_box_focus (self->first);
}

gboolean
ys_applicant_panel_mark (YsApplicantPanel *self, YsPlace place, guint index, const char *reason)
{
  g_return_val_if_fail (YS_IS_APPLICANT_PANEL (self), FALSE);

  switch (place)
    {
    case YS_FIELD_NAME:
    case YS_FIELD_PHONE:
    case YS_FIELD_EMAIL:
    case YS_FIELD_ADDRESS:
      ys_applicant_box_mark (self->first, place, reason);
      return TRUE;
    case YS_FIELD_JOINT_NAME:
      if (index < self->boxes->len)
        ys_applicant_box_mark (g_ptr_array_index (self->boxes, index), YS_FIELD_NAME, reason);
      return TRUE;
    default:
      return FALSE;
    }
}
