/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences and the list of moves. What moves is office/notice.h. */
#include "desk/settings/notice-preview.h"

#include "desk/widgets/row-words.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <libintl.h>

/* Of more the number is enough. */
#define ROWS_MAX 300

static GtkWidget *
make_move (const YsNoticeMove *move, YsDay today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *number = ys_words_number (move->id);
  g_autofree char *from = ys_words_day (move->from, today, TRUE);
  g_autofree char *to = ys_words_day (move->to, today, TRUE);
  g_autofree char *days = g_strdup_printf ("%s → %s", from, to);
  /* Translators: number, title, old due day, new due day. */
  g_autofree char *sentence = g_strdup_printf (_("%1$s, %2$s: from %3$s to %4$s"), number,
                                               move->title != NULL ? move->title : "", from, to);
  GtkWidget *label;

  gtk_widget_add_css_class (box, "row");
  label = gtk_label_new (number);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (label, 104, -1);
  gtk_widget_add_css_class (label, "docno");
  gtk_box_append (GTK_BOX (box), label);
  label = gtk_label_new (move->title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  label = gtk_label_new (days);
  gtk_widget_add_css_class (label, "num");
  gtk_widget_add_css_class (label, "b");
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  return row;
}

static GtkWidget *
make_list (const YsNoticePreview *preview, YsDay today)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "sections");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Due days that move"), -1);
  for (guint i = 0; i < preview->moves->len && i < ROWS_MAX; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         make_move (g_ptr_array_index (preview->moves, i), today));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_add_css_class (scroller, "panel");
  gtk_widget_set_size_request (scroller, 480, -1);
  return scroller;
}

static char *
describe_moves (const YsNoticePreview *preview)
{
  unsigned long n = preview->moves->len;

  if (n == 0)
    return g_strdup_printf (ngettext ("It moves no due day of the %" PRId64 " open case.",
                                      "It moves no due day of the %" PRId64 " open cases.",
                                      (unsigned long) preview->open), preview->open);
  /* Translators: cases that move, of all open ones. */
  return g_strdup_printf (ngettext ("%1$lu of %2$" PRId64 " open cases moves:",
                                    "%1$lu of %2$" PRId64 " open cases move:", n), n,
                          preview->open);
}

GtkWidget *
ys_notice_preview_dialog_new (GtkWindow *parent, const YsNoticePreview *preview, YsDay today)
{
  g_return_val_if_fail (preview != NULL, NULL);

  g_autofree char *heading = g_strdup_printf (_("Take in the Notice for %d?"), preview->year);
  g_autofree char *moves = describe_moves (preview);
  /* Translators: title of the notice, days of rest, days of work in exchange, a sentence on moves. */
  g_autofree char *body = g_strdup_printf (_("%1$s\nDays of rest: %2$d. Worked in exchange: %3$d.\n%4$s"),
                                           preview->title != NULL ? preview->title
                                                                  : _("A notice without a title"),
                                           preview->rest_days, preview->work_days, moves);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  if (preview->moves->len > 0)
    adw_message_dialog_set_extra_child (message, make_list (preview, today));
  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"), "accept",
                                    preview->is_known ? _("_Replace What Is Known")
                                                      : _("_Take It In"), NULL);
  adw_message_dialog_set_response_appearance (message, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  return dialog;
}
