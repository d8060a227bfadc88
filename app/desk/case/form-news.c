/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line for each entry, and a grid of three columns for one of the same act. */
#include "desk/case/form-news.h"

#include "desk/case/entry-sentence.h"
#include "wording/explain.h"
#include "wording/field.h"
#include "wording/i18n.h"

static void
add_cell (GtkGrid *grid, const char *text, int column, int row, gboolean is_head)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_set_hexpand (label, column > 0);
  gtk_widget_add_css_class (label, "s");
  if (is_head)
    gtk_widget_add_css_class (label, "sub");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

/* An answer as the entry's field would show it. */
static char *
describe_answer (const YsEventField *field, YsKind kind, const char *answer)
{
  return ys_field_describe (field, kind, answer != NULL ? answer : "");
}

/* Fields that the form asks for and the entry has under the same name. */
static GtkWidget *
make_comparison (const YsEvent *event, const YsDeed *deed, GHashTable *answers)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int row = 1;

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 2);
  add_cell (grid, C_ ("entry", "Recorded"), 1, 0, TRUE);
  add_cell (grid, C_ ("entry", "In this form"), 2, 0, TRUE);
  for (const YsAsk *ask = deed->asks; ask->key != NULL; ask++)
    {
      g_autoptr (YsEventField) field = ys_event_find_field (event, ask->key);
      g_autofree char *text = field != NULL ? ys_event_get_text (event, ask->key) : NULL;
      g_autofree char *theirs = NULL;
      g_autofree char *ours = NULL;

      if (field == NULL)
        continue;
      theirs = ys_field_describe (field, event->kind, text);
      ours = describe_answer (field, event->kind, ys_deed_answer (answers, ask->key));
      add_cell (grid, _(ask->label), 0, row, TRUE);
      add_cell (grid, theirs, 1, row, FALSE);
      add_cell (grid, ours, 2, row, FALSE);
      if (g_str_equal (theirs, ours))
        for (int column = 1; column <= 2; column++)
          gtk_widget_add_css_class (gtk_grid_get_child_at (grid, column, row), "sub");
      else
        gtk_widget_add_css_class (gtk_grid_get_child_at (grid, 1, row), "b");
      row++;
    }
  return GTK_WIDGET (grid);
}

static void
add_entry (GtkBox *box, const YsCaseView *view, const YsEvent *event)
{
  g_autofree char *says = ys_entry_sentence (view, event);
  g_autofree char *sentence = NULL;
  const char *name = ys_case_view_name_actor (view, event->actor);
  const char *actor = name != NULL ? name : _("Somebody");
  GtkWidget *label;

  /* Translators: who, what kind of entry, and what it says. */
  sentence = *says != '\0' ? g_strdup_printf (_("%1$s recorded “%2$s”: %3$s"), actor,
                                              ys_name_kind (event->kind), says)
                           : g_strdup_printf (_("%1$s recorded “%2$s”."), actor,
                                              ys_name_kind (event->kind));
  label = gtk_label_new (sentence);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (box, label);
}

gboolean
ys_form_news_fill (GtkBox *box, const YsCaseView *view, gint64 since, const YsDeed *deed,
                   GHashTable *answers)
{
  g_return_val_if_fail (GTK_IS_BOX (box) && view != NULL && deed != NULL && answers != NULL, FALSE);

  GtkWidget *child;
  gboolean compared = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (gint64 seq = view->casefile->seq; seq > since; seq--)
    {
      const YsViewEntry *entry = ys_case_view_get_entry (view, seq);

      if (entry == NULL)
        continue;
      add_entry (box, view, entry->event);
      if (entry->event->kind != deed->kind || compared)
        continue;
      compared = TRUE;
      gtk_box_append (box, make_comparison (entry->event, deed, answers));
    }
  return view->casefile->seq > since;
}
