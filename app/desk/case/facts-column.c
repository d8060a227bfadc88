/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of label and value in grids; an empty fact has no row. Who may see what is the page's
 * business. */
#include "desk/case/facts-column.h"

#include "desk/case/case-facts.h"
#include "desk/case/words.h"
#include "desk/widgets/row-words.h"
#include "desk/widgets/spoken.h"
#include "wording/i18n.h"

#include <string.h>

/* Of a name and its value, in the column of the page. */
#define WIDTH 226

struct _YsFactsColumn
{
  GtkBox parent_instance;

  GtkWidget *reveal;
  GtkGrid *applicant;
  GtkLabel *title;
  GtkLabel *description;
  GtkGrid *request;
  GtkGrid *receipt;
  GtkLabel *handler;
  GtkWidget *related_panel;
  GtkBox *related;

  YsCaseView *view;
  gboolean revealed;
};

G_DEFINE_FINAL_TYPE (YsFactsColumn, ys_facts_column, GTK_TYPE_BOX)

/* --- rows ------------------------------------------------------------------------------------ */

static void
clear (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    if (GTK_IS_GRID (container))
      gtk_grid_remove (GTK_GRID (container), child);
    else
      gtk_box_remove (GTK_BOX (container), child);
}

/* A number or an address that a line beside its name would break where no word ends. */
static gboolean
needs_own_line (GtkGrid *grid, GtkWidget *name, const char *value)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (grid), value);
  int taken, needed;

  if (strchr (value, ' ') != NULL || !g_str_is_ascii (value))
    return FALSE;
  gtk_widget_measure (name, GTK_ORIENTATION_HORIZONTAL, -1, &taken, NULL, NULL, NULL);
  pango_layout_get_pixel_size (layout, &needed, NULL);
  return taken + (int) gtk_grid_get_column_spacing (grid) + needed > WIDTH;
}

static void
add_fact (GtkGrid *grid, const YsCaseFact *fact, int row)
{
  GtkWidget *label = gtk_label_new (fact->name);
  GtkWidget *text = gtk_label_new (fact->value);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 11);
  gtk_widget_add_css_class (label, "sub");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_yalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (text), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 18);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  if (needs_own_line (grid, label, fact->value))
    {
      gtk_grid_attach (grid, label, 0, 2 * row, 2, 1);
      gtk_grid_attach (grid, text, 0, 2 * row + 1, 2, 1);
      return;
    }
  gtk_grid_attach (grid, label, 0, 2 * row, 1, 1);
  gtk_grid_attach (grid, text, 1, 2 * row, 1, 1);
}

static void
show_facts (YsFactsColumn *self, GtkGrid *grid, YsFactsGroup group)
{
  g_autoptr (GPtrArray) facts = ys_case_facts_list (self->view, group, self->revealed);

  clear (GTK_WIDGET (grid));
  for (guint i = 0; i < facts->len; i++)
    add_fact (grid, g_ptr_array_index (facts, i), (int) i);
}

/* --- groups ---------------------------------------------------------------------------------- */

static void
show_applicant (YsFactsColumn *self)
{
  show_facts (self, self->applicant, YS_FACTS_APPLICANT);
  gtk_widget_set_visible (self->reveal, !self->revealed && self->view->receipt != NULL);
}

void
ys_facts_column_reveal (YsFactsColumn *self)
{
  g_return_if_fail (YS_IS_FACTS_COLUMN (self));

  self->revealed = TRUE;
  if (self->view != NULL)
    show_applicant (self);
}

gboolean
ys_facts_column_is_revealed (YsFactsColumn *self)
{
  g_return_val_if_fail (YS_IS_FACTS_COLUMN (self), FALSE);
  return self->revealed;
}

static void
show_request (YsFactsColumn *self)
{
  const YsCasefile *casefile = self->view->casefile;

  gtk_label_set_text (self->title, casefile->title != NULL ? casefile->title : "");
  gtk_label_set_text (self->description,
                      casefile->description != NULL ? casefile->description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description),
                          g_strcmp0 (casefile->description, casefile->title) != 0);
  show_facts (self, self->request, YS_FACTS_REQUEST);
}

static void
show_receipt (YsFactsColumn *self)
{
  const YsCasefile *casefile = self->view->casefile;

  show_facts (self, self->receipt, YS_FACTS_RECEIPT);
  gtk_label_set_text (self->handler,
                      casefile->handler != NULL ? casefile->handler : _("nobody yet"));
}

/* --- related cases --------------------------------------------------------------------------- */

/* Why the other case is listed. (transfer full) */
static char *
explain_related (const YsViewCase *other)
{
  if (other->link != NULL && other->incoming)
    /* Translators: how the other case is linked to this one; the link is recorded there. */
    return g_strdup_printf (_("%s (recorded there)"), ys_word_name ("link", other->link));
  if (other->link != NULL)
    return g_strdup (ys_word_name ("link", other->link));
  if (other->same_applicant)
    return g_strdup (_("same applicant"));
  return g_strdup_printf (_("%d%% alike"), other->percent);
}

static void
add_related (YsFactsColumn *self, const YsViewCase *other)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = ys_words_number (other->id);
  GtkWidget *id = gtk_label_new (number);
  GtkWidget *title = gtk_label_new (other->title != NULL ? other->title : "—");
  g_autofree char *why = explain_related (other);
  GtkWidget *because = gtk_label_new (why);
  g_autofree char *sentence
    = ys_spoken_join (number, why, other->title != NULL ? other->title : "", NULL);

  gtk_widget_add_css_class (id, "docno");
  gtk_widget_add_css_class (id, "sub");
  gtk_label_set_xalign (GTK_LABEL (id), 0);
  gtk_widget_set_hexpand (id, TRUE);
  gtk_widget_add_css_class (because, "s");
  gtk_widget_add_css_class (because, "sub");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (title), 1);
  gtk_box_append (GTK_BOX (head), id);
  gtk_box_append (GTK_BOX (head), because);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), title);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "related");
  gtk_widget_set_tooltip_text (button, other->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-case");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", other->id);
  gtk_box_append (self->related, button);
}

static void
show_related (YsFactsColumn *self)
{
  clear (GTK_WIDGET (self->related));
  for (guint i = 0; i < self->view->cases->len; i++)
    add_related (self, g_ptr_array_index (self->view->cases, i));
  gtk_widget_set_visible (self->related_panel, self->view->cases->len > 0);
}

void
ys_facts_column_set_view (YsFactsColumn *self, YsCaseView *view)
{
  g_return_if_fail (YS_IS_FACTS_COLUMN (self) && view != NULL);

  ys_case_view_ref (view);
  g_clear_pointer (&self->view, ys_case_view_unref);
  self->view = view;
  show_applicant (self);
  show_request (self);
  show_receipt (self);
  show_related (self);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
ys_facts_column_dispose (GObject *object)
{
  YsFactsColumn *self = YS_FACTS_COLUMN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_FACTS_COLUMN);
  g_clear_pointer (&self->view, ys_case_view_unref);
  G_OBJECT_CLASS (ys_facts_column_parent_class)->dispose (object);
}

static void
ys_facts_column_class_init (YsFactsColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_facts_column_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/facts-column.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, reveal);
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, applicant);
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, title);
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, description);
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, request);
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, receipt);
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, handler);
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, related_panel);
  gtk_widget_class_bind_template_child (widget_class, YsFactsColumn, related);
}

static void
ys_facts_column_init (YsFactsColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
