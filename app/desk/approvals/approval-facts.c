/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names and values in two panels under the clock card; what they say is case-facts.c's and wording's. */
#include "desk/approvals/approval-facts.h"

#include "desk/case/case-facts.h"
#include "desk/case/chain-panel.h"
#include "desk/case/clock-card.h"
#include "desk/case/words.h"
#include "rules/outcome.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsApprovalFacts
{
  GtkBox parent_instance;

  YsClockCard *clock;
  YsChainPanel *chain;
  GtkLabel *title;
  GtkLabel *description;
  GtkGrid *request;
  GtkWidget *draft_panel;
  GtkLabel *outcome;
  GtkGrid *draft;
  GtkLabel *text;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (YsApprovalFacts, ys_approval_facts, GTK_TYPE_BOX)

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_fact (GtkGrid *grid, int *row, const char *name, const char *value)
{
  GtkWidget *label, *text;

  if (value == NULL || *value == '\0')
    return;
  label = gtk_label_new (name);
  text = gtk_label_new (value);
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
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_grid_attach (grid, label, 0, *row, 1, 1);
  gtk_grid_attach (grid, text, 1, *row, 1, 1);
  (*row)++;
}

static void
add_group (GtkGrid *grid, int *row, const YsCaseView *view, YsFactsGroup group)
{
  g_autoptr (GPtrArray) facts = ys_case_facts_list (view, group, FALSE);

  for (guint i = 0; i < facts->len; i++)
    {
      const YsCaseFact *fact = g_ptr_array_index (facts, i);
      add_fact (grid, row, fact->name, fact->value);
    }
}

static void
show_request (YsApprovalFacts *self, const YsCaseView *view)
{
  const YsCasefile *casefile = view->casefile;
  int row = 0;

  gtk_label_set_text (self->title, casefile->title != NULL ? casefile->title : "");
  gtk_label_set_text (self->description,
                      casefile->description != NULL ? casefile->description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description),
                          casefile->description != NULL
                            && g_strcmp0 (casefile->description, casefile->title) != 0);
  clear (self->request);
  add_group (self->request, &row, view, YS_FACTS_APPLICANT);
  add_group (self->request, &row, view, YS_FACTS_REQUEST);
  add_group (self->request, &row, view, YS_FACTS_RECEIPT);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", casefile->id);
}

/* "条例第三十六条第（二）项 · …", or the ground's own id. (transfer full) */
static char *
describe_ground (const char *ground)
{
  const char *article = ground != NULL ? ys_ground_get_article (ground) : NULL;

  if (ground == NULL)
    return NULL;
  return article != NULL ? g_strdup_printf ("%s · %s", article, ys_ground_describe (ground))
                         : g_strdup (ys_ground_describe (ground));
}

static void
show_draft (YsApprovalFacts *self, const YsCaseView *view)
{
  const YsEvent *draft = view->draft;
  const char *text = draft != NULL ? ys_event_get_string (draft, "text") : NULL;
  g_autofree char *ground = NULL;
  g_autofree char *day = NULL;
  int row = 0;

  gtk_widget_set_visible (self->draft_panel, draft != NULL);
  clear (self->draft);
  if (draft == NULL)
    return;
  ground = describe_ground (ys_event_get_string (draft, "ground"));
  day = ys_day_with_weekday (draft->on);
  gtk_label_set_text (self->outcome,
                      ys_name_outcome (ys_outcome_from_id (ys_event_get_string (draft, "outcome"))));
  add_fact (self->draft, &row, _("Ground"), ground);
  add_fact (self->draft, &row, _("Reply number"), ys_event_get_string (draft, "reply_number"));
  add_fact (self->draft, &row, _("Answered before"), ys_event_get_string (draft, "earlier"));
  add_fact (self->draft, &row, _("Drafted by"), ys_case_view_name_actor (view, draft->actor));
  add_fact (self->draft, &row, _("Drafted on"), day);
  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
}

void
ys_approval_facts_set_view (YsApprovalFacts *self, YsCaseView *view, const YsCalendar *calendar)
{
  g_return_if_fail (YS_IS_APPROVAL_FACTS (self) && view != NULL && calendar != NULL);

  ys_clock_card_set_view (self->clock, view, calendar);
  ys_chain_panel_set_view (self->chain, view);
  show_request (self, view);
  show_draft (self, view);
}

static void
ys_approval_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_APPROVAL_FACTS);
  G_OBJECT_CLASS (ys_approval_facts_parent_class)->dispose (object);
}

static void
ys_approval_facts_class_init (YsApprovalFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_approval_facts_dispose;
  g_type_ensure (YS_TYPE_CLOCK_CARD);
  g_type_ensure (YS_TYPE_CHAIN_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/approvals/approval-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, clock);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, chain);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, title);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, description);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, request);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, draft_panel);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, outcome);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, draft);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, text);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalFacts, open);
}

static void
ys_approval_facts_init (YsApprovalFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
