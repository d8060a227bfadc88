/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three lines beside a tick box. */
#include "desk/approvals/waiting-row.h"

#include "desk/widgets/due-label.h"
#include "desk/widgets/row-words.h"
#include "wording/i18n.h"
#include "wording/word.h"

struct _YsWaitingRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  const YsWaiting *waiting;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsWaitingRow, ys_waiting_row, GTK_TYPE_LIST_BOX_ROW)

char *
ys_waiting_describe (const YsWaiting *waiting)
{
  g_return_val_if_fail (waiting != NULL, NULL);

  switch (waiting->waits_for)
    {
    case YS_WAITS_FOR_APPROVAL:
      return g_strdup_printf (_("approve: %s"), ys_word_name ("for", waiting->what));
    case YS_WAITS_FOR_REVIEW:
      return g_strdup_printf (_("review: %s"), ys_word_name ("as", waiting->what));
    case YS_WAITS_FOR_MEND:
    default:
      return g_strdup (_("to be drafted or asked for again"));
    }
}

static GtkWidget *
make_line (const char *text, const char *style, gboolean expands)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expands);
  if (expands)
    gtk_label_set_width_chars (GTK_LABEL (label), 1);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
check_toggled_cb (GtkCheckButton *check, YsWaitingRow *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
fill (YsWaitingRow *self, YsContext *context)
{
  const YsWaiting *waiting = self->waiting;
  YsDay today = ys_context_get_today (context);
  YsDue due = ys_due_of_row (waiting->row, ys_context_get_calendar (context), today);
  g_autofree char *number = ys_words_number (waiting->row->id);
  g_autofree char *applicant = ys_words_applicant (waiting->row, TRUE);
  g_autofree char *what = ys_waiting_describe (waiting);
  g_autofree char *since = ys_words_day (waiting->since, today, FALSE);
  g_autofree char *by = waiting->by != NULL ? g_strdup_printf ("%s %s", waiting->by, since)
                                            : g_strdup (since);
  g_autofree char *due_day = ys_due_describe_day (waiting->row, today);
  g_autofree char *left = ys_due_describe (due);
  g_autofree char *sentence = g_strjoin (
    ", ", number, applicant, waiting->row->title != NULL ? waiting->row->title : "", what, by,
    due_day, left, waiting->changed, NULL);
  g_autofree char *who = g_strdup_printf ("%s · %s", applicant, due_day);
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = ys_due_label_new ();
  GtkWidget *second = make_line (who, "s", TRUE);

  ys_due_label_set_due (YS_DUE_LABEL (label), due);
  gtk_widget_add_css_class (whole, "row2");
  gtk_widget_add_css_class (second, "sub");
  gtk_box_append (GTK_BOX (top), make_line (number, "docno", TRUE));
  gtk_box_append (GTK_BOX (top), label);
  gtk_box_append (GTK_BOX (foot), make_line (what, "s", TRUE));
  gtk_box_append (GTK_BOX (foot), make_line (by, "s", FALSE));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), top);
  gtk_box_append (GTK_BOX (lines), make_line (waiting->row->title, NULL, TRUE));
  gtk_box_append (GTK_BOX (lines), second);
  gtk_box_append (GTK_BOX (lines), foot);
  if (waiting->changed != NULL)
    {
      GtkWidget *changed = make_line (waiting->changed, "s", TRUE);

      gtk_widget_add_css_class (changed, "warn");
      gtk_widget_set_tooltip_text (changed, waiting->changed);
      gtk_box_append (GTK_BOX (lines), changed);
    }
  if (self->check != NULL)
    gtk_box_append (GTK_BOX (whole), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (whole), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

static void
add_check (YsWaitingRow *self)
{
  g_autofree char *number = ys_words_number (self->waiting->row->id);
  g_autofree char *name = g_strdup_printf (_("Choose %s"), number);

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (check_toggled_cb), self, 0);
}

GtkWidget *
ys_waiting_row_new (YsContext *context, const YsWaiting *waiting)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context) && waiting != NULL, NULL);

  YsWaitingRow *self = g_object_new (YS_TYPE_WAITING_ROW, NULL);

  self->waiting = waiting;
  if (waiting->waits_for == YS_WAITS_FOR_APPROVAL && waiting->changed == NULL)
    add_check (self);
  fill (self, context);
  ys_waiting_row_set_seen (self, FALSE);
  return GTK_WIDGET (self);
}

const YsWaiting *
ys_waiting_row_get_waiting (YsWaitingRow *self)
{
  g_return_val_if_fail (YS_IS_WAITING_ROW (self), NULL);
  return self->waiting;
}

void
ys_waiting_row_set_seen (YsWaitingRow *self, gboolean seen)
{
  g_return_if_fail (YS_IS_WAITING_ROW (self));

  if (self->check == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), seen);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check),
                               seen ? _("Approve it together with others")
                                    : _("Look at it first"));
}

gboolean
ys_waiting_row_is_chosen (YsWaitingRow *self)
{
  g_return_val_if_fail (YS_IS_WAITING_ROW (self), FALSE);
  return self->check != NULL && gtk_check_button_get_active (self->check);
}

void
ys_waiting_row_set_chosen (YsWaitingRow *self, gboolean chosen)
{
  g_return_if_fail (YS_IS_WAITING_ROW (self));

  if (self->check != NULL)
    gtk_check_button_set_active (self->check, chosen);
}

static void
ys_waiting_row_class_init (YsWaitingRowClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_waiting_row_init (YsWaitingRow *self)
{
}
