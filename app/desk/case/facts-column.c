/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of label and value in grids; an empty fact has no row. Who may see what is the page's
 * business. */
#include "desk/case/facts-column.h"

#include "desk/case/applicant-mask.h"
#include "desk/case/words.h"
#include "desk/widgets/row-words.h"
#include "wording/explain.h"
#include "wording/i18n.h"

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

static int
count_rows (GtkGrid *grid)
{
  int n = 0;

  while (gtk_grid_get_child_at (grid, 0, n) != NULL)
    n++;
  return n;
}

static void
add_fact (GtkGrid *grid, const char *name, const char *value)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *text = gtk_label_new (value);
  int row = count_rows (grid);

  if (value == NULL || *value == '\0')
    {
      g_object_unref (g_object_ref_sink (label));
      g_object_unref (g_object_ref_sink (text));
      return;
    }
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
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, text, 1, row, 1, 1);
}

static void
add_day (GtkGrid *grid, const char *name, YsDay day)
{
  g_autofree char *text = day != YS_DAY_NONE ? ys_day_with_weekday (day) : NULL;

  add_fact (grid, name, text);
}

/* --- applicant ------------------------------------------------------------------------------- */

/* Takes @masked. */
static void
add_masked (YsFactsColumn *self, const char *name, const char *value, char *masked)
{
  add_fact (self->applicant, name, self->revealed ? value : masked);
  g_free (masked);
}

static void
show_applicant (YsFactsColumn *self)
{
  const YsEvent *receipt = self->view->receipt;
  const YsCasefile *casefile = self->view->casefile;
  static const struct
  {
    const char *path;
    int first, last;
  } numbers[] = {
    { "applicant.id_number", 4, 4 },
    { "applicant.phone", 3, 4 },
    { "applicant.address", 5, 0 },
    { "applicant.postcode", 2, 0 },
  };
  const char *const names[] = { _("Document"), _("Telephone"), _("Address"), _("Postcode") };
  const char *email = receipt != NULL ? ys_event_get_string (receipt, "applicant.email") : NULL;

  clear (GTK_WIDGET (self->applicant));
  if (casefile->applicant != NULL)
    add_masked (self, _("Name"), casefile->applicant, ys_mask_name (casefile->applicant));
  if (casefile->joint > 0)
    {
      g_autofree char *joint = g_strdup_printf ("+%d", casefile->joint);
      add_fact (self->applicant, _("Jointly with"), joint);
    }
  for (guint i = 0; receipt != NULL && i < G_N_ELEMENTS (numbers); i++)
    {
      const char *value = ys_event_get_string (receipt, numbers[i].path);
      if (value != NULL)
        add_masked (self, names[i], value,
                    ys_mask_number (value, numbers[i].first, numbers[i].last));
    }
  if (email != NULL)
    add_masked (self, _("E-mail"), email, ys_mask_email (email));
  add_fact (self->applicant, _("Class"), ys_name_class (casefile->klass));
  if (receipt != NULL && ys_event_get_string (receipt, "agent.name") != NULL)
    {
      const char *agent = ys_event_get_string (receipt, "agent.name");
      add_masked (self, _("Agent"), agent, ys_mask_name (agent));
    }
  gtk_widget_set_visible (self->reveal, !self->revealed && receipt != NULL);
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

/* --- request and receipt --------------------------------------------------------------------- */

static void
show_request (YsFactsColumn *self)
{
  const YsCasefile *casefile = self->view->casefile;
  const YsEvent *receipt = self->view->receipt;

  gtk_label_set_text (self->title, casefile->title != NULL ? casefile->title : "");
  gtk_label_set_text (self->description,
                      casefile->description != NULL ? casefile->description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description),
                          g_strcmp0 (casefile->description, casefile->title) != 0);
  clear (GTK_WIDGET (self->request));
  add_fact (self->request, _("Number asked for"), casefile->document_number);
  if (receipt == NULL)
    return;
  add_fact (self->request, _("Form"),
            ys_word_name ("form", ys_event_get_string (receipt, "request.form")));
  add_fact (self->request, _("To be got"),
            ys_word_name ("delivery", ys_event_get_string (receipt, "request.delivery")));
}

static void
show_receipt (YsFactsColumn *self)
{
  const YsCasefile *casefile = self->view->casefile;
  const YsEvent *receipt = self->view->receipt;

  clear (GTK_WIDGET (self->receipt));
  add_fact (self->receipt, _("Channel"), ys_name_channel (casefile->channel));
  if (casefile->submitted_on != casefile->received_on)
    add_day (self->receipt, _("Submitted"), casefile->submitted_on);
  if (casefile->arrived_on != casefile->received_on)
    add_day (self->receipt, _("Arrived"), casefile->arrived_on);
  add_day (self->receipt, _("Received"), casefile->received_on);
  if (receipt != NULL)
    {
      add_fact (self->receipt, _("Registered by"), receipt->actor);
      add_fact (self->receipt, _("Number elsewhere"),
                ys_event_get_string (receipt, "external.0.number"));
    }
  gtk_label_set_text (self->handler,
                      casefile->handler != NULL ? casefile->handler : _("nobody yet"));
}

/* --- related cases --------------------------------------------------------------------------- */

static void
add_related (YsFactsColumn *self, const YsViewCase *other)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = ys_words_number (other->id);
  GtkWidget *id = gtk_label_new (number);
  GtkWidget *title = gtk_label_new (other->title != NULL ? other->title : "—");
  g_autofree char *likeness = g_strdup_printf (_("%d%% alike"), other->percent);
  const char *why = other->link != NULL      ? ys_word_name ("link", other->link)
                    : other->same_applicant  ? _("same applicant")
                                             : likeness;
  GtkWidget *because = gtk_label_new (why);
  g_autofree char *sentence
    = g_strdup_printf ("%s, %s, %s", number, why, other->title != NULL ? other->title : "—");

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
