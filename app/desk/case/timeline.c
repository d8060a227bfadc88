/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list box of rows. A note is recorded by the page (action case.note). */
#include "desk/case/timeline.h"

#include "desk/case/entry-family.h"
#include "desk/case/timeline-row.h"
#include "desk/widgets/drop-down-name.h"
#include "wording/i18n.h"

#include <string.h>

struct _YsTimeline
{
  GtkBox parent_instance;

  GtkLabel *count;
  GtkDropDown *family;
  GtkListBox *rows;
  GtkEntry *note;
  GtkWidget *record;

  gint64 shown; /* seq up to which the rows stand */
  YsDay shown_on;
  GArray *kinds; /* of YsKind, one a row */
};

G_DEFINE_FINAL_TYPE (YsTimeline, ys_timeline, GTK_TYPE_BOX)

/* --- looking through --------------------------------------------------------------------------- */

static gboolean
is_wanted (GtkListBoxRow *row, gpointer user_data)
{
  YsTimeline *self = user_data;
  guint index = (guint) gtk_list_box_row_get_index (row);
  guint family = gtk_drop_down_get_selected (self->family);

  return index >= self->kinds->len || family >= YS_N_FAMILIES
         || ys_entry_family_has (family, g_array_index (self->kinds, YsKind, index));
}

/* "3 of 12" where some are left out: nobody shall take them for all. */
static void
show_count (YsTimeline *self)
{
  guint family = gtk_drop_down_get_selected (self->family);
  guint shown = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->kinds->len; i++)
    shown += ys_entry_family_has (family, g_array_index (self->kinds, YsKind, i));
  text = shown == self->kinds->len
           ? g_strdup_printf ("%u", shown)
           : g_strdup_printf (_("%1$u of %2$u"), shown, self->kinds->len);
  gtk_label_set_text (self->count, text);
}

static void
family_chosen_cb (GtkDropDown *family, GParamSpec *pspec, YsTimeline *self)
{
  gtk_list_box_invalidate_filter (self->rows);
  show_count (self);
}

static void
list_families (YsTimeline *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int family = 0; family < YS_N_FAMILIES; family++)
    gtk_string_list_append (names, ys_entry_family_name (family));
  gtk_drop_down_set_model (self->family, G_LIST_MODEL (names));
  ys_drop_down_set_name (self->family, _("Entries shown"));
}

/* --- notes ------------------------------------------------------------------------------------- */

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

  GtkListBoxRow *row;

  gtk_widget_set_sensitive (GTK_WIDGET (self->note), may_write);
  /* Other cases change far more often than this one: its rows, focus and place stay. */
  if (self->shown == view->casefile->seq && self->shown_on == view->on)
    return;
  self->shown = view->casefile->seq;
  self->shown_on = view->on;

  g_array_set_size (self->kinds, 0);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < view->entries->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (view->entries, i);
      g_autofree char *sentence = ys_timeline_row_describe (view, entry);

      g_array_append_val (self->kinds, entry->event->kind);
      gtk_list_box_append (self->rows, ys_timeline_row_new (view, entry, may_write));
      row = gtk_list_box_get_row_at_index (self->rows, (int) i);
      gtk_list_box_row_set_activatable (row, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                      -1);
    }
  show_count (self);
}

static void
ys_timeline_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_TIMELINE);
  G_OBJECT_CLASS (ys_timeline_parent_class)->dispose (object);
}

static void
ys_timeline_finalize (GObject *object)
{
  g_array_unref (YS_TIMELINE (object)->kinds);
  G_OBJECT_CLASS (ys_timeline_parent_class)->finalize (object);
}

static void
ys_timeline_class_init (YsTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_timeline_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, count);
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, family);
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, rows);
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, note);
  gtk_widget_class_bind_template_child (widget_class, YsTimeline, record);
  gtk_widget_class_bind_template_callback (widget_class, family_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
}

static void
ys_timeline_init (YsTimeline *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (YsKind));
  gtk_widget_init_template (GTK_WIDGET (self));
  list_families (self);
  gtk_list_box_set_filter_func (self->rows, is_wanted, self, NULL);
}
