/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list box of rows. A note is recorded by the page (action case.note). */
#include "desk/case/timeline.h"

#include "desk/case/timeline-row.h"

#include <string.h>

struct _YsTimeline
{
  GtkBox parent_instance;

  GtkLabel *count;
  GtkListBox *rows;
  GtkEntry *note;
  GtkWidget *record;

  gint64 shown; /* seq up to which the rows stand */
  YsDay shown_on;
};

G_DEFINE_FINAL_TYPE (YsTimeline, ys_timeline, GTK_TYPE_BOX)

static void
note_changed_cb (GtkEditable *editable, YsTimeline *self)
{
  const char *text = gtk_editable_get_text (editable);

  gtk_widget_set_sensitive (self->record, text[strspn (text, " \t")] != '\0');
}

static void
note_cb (GtkButton *button, YsTimeline *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "case.note", NULL);
}

const char *
ys_timeline_get_note (YsTimeline *self)
{
  g_return_val_if_fail (YS_IS_TIMELINE (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->note));
}

void
ys_timeline_clear_note (YsTimeline *self)
{
  g_return_if_fail (YS_IS_TIMELINE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
}

void
ys_timeline_set_view (YsTimeline *self, YsCaseView *view, gboolean may_write)
{
  g_return_if_fail (YS_IS_TIMELINE (self) && view != NULL);

  g_autofree char *count = g_strdup_printf ("%u", view->entries->len);
  GtkListBoxRow *row;

  gtk_widget_set_sensitive (GTK_WIDGET (self->note), may_write);
  /* Other cases change far more often than this one: its rows, focus and place stay. */
  if (self->shown == view->casefile->seq && self->shown_on == view->on)
    return;
  self->shown = view->casefile->seq;
  self->shown_on = view->on;

  gtk_label_set_text (self->count, count);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < view->entries->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (view->entries, i);
      g_autofree char *sentence = ys_timeline_row_describe (view, entry);

      gtk_list_box_append (self->rows, ys_timeline_row_new (view, entry, may_write));
      row = gtk_list_box_get_row_at_index (self->rows, (int) i);
      gtk_list_box_row_set_activatable (row, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                      -1);
    }
}

static void
ys_timeline_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_TIMELINE);
  G_OBJECT_CLASS (ys_timeline_parent_class)->dispose (object);
}

static void
ys_timeline_class_init (YsTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_timeline_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, count);
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, rows);
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, note);
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, record);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
}

static void
ys_timeline_init (YsTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
