/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two columns of buttons under the likeliest one; what can only be entered late waits folded up. What
 * is lawful was asked of the rules elsewhere. */
#include "desk/case/steps.h"

#include "desk/case/deed.h"
#include "desk/case/stage.h"
#include "desk/case/words.h"
#include "desk/remind/remind-foot.h"
#include "wording/i18n.h"

struct _YsSteps
{
  GtkBox parent_instance;

  GtkLabel *stage;
  GtkLabel *read_only;
  GtkBox *next;
  GtkGrid *others;
  GtkExpander *late;
  GtkBox *late_steps;
  GtkExpander *refused;
  GtkBox *reasons;

  char *shown; /* what the steps are made of */
};

G_DEFINE_FINAL_TYPE (YsSteps, ys_steps, GTK_TYPE_BOX)

#define N_COLUMNS 2

static GtkWidget *
make_button (YsKind kind, const char *text, const char *tip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "step");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ys_kind_get_name (kind));
  return button;
}

static GtkWidget *
make_step (YsKind kind)
{
  g_autofree char *text = g_strdup_printf ("%s…", ys_deed_get_title (kind));

  return make_button (kind, text, ys_deed_get_title (kind));
}

/* A step of an earlier day: why not today is told on request. */
static GtkWidget *
make_late_step (const YsViewStep *step, YsDay today)
{
  g_autofree char *day = ys_day_short (step->on, today);
  /* Translators: an act that was forgotten, and the latest day with which it can be entered. */
  g_autofree char *text
    = g_strdup_printf (_("%1$s… (%2$s or before)"), ys_deed_get_title (step->kind), day);
  GtkWidget *button = make_button (step->kind, text, step->reason);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  return button;
}

static void
clear (YsSteps *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->next))) != NULL)
    gtk_box_remove (self->next, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->others))) != NULL)
    gtk_grid_remove (self->others, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->late_steps))) != NULL)
    gtk_box_remove (self->late_steps, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_box_remove (self->reasons, child);
}

static void
add_reason (YsSteps *self, const YsViewStep *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (ys_deed_get_title (step->kind));
  GtkWidget *reason = gtk_label_new (step->reason);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (reason), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (reason), 10);
  gtk_widget_add_css_class (name, "s");
  gtk_widget_add_css_class (reason, "s");
  gtk_widget_add_css_class (reason, "sub");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_box_append (self->reasons, box);
}

/* @title of @n steps. */
static void
show_title (GtkExpander *expander, const char *title, int n)
{
  gtk_expander_set_label (expander, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (expander), n > 0);
}

static void
show_step (YsSteps *self, const YsViewStep *step, YsKind likely, int *n)
{
  GtkWidget *button = make_step (step->kind);

  if (step->kind == likely)
    {
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_box_append (self->next, button);
      return;
    }
  gtk_grid_attach (self->others, button, *n % N_COLUMNS, *n / N_COLUMNS, 1, 1);
  (*n)++;
}

static void
show_steps (YsSteps *self, YsCaseView *view, YsKind likely)
{
  int n = 0, late = 0, refused = 0;
  g_autofree char *late_title = NULL;
  g_autofree char *refused_title = NULL;

  for (guint i = 0; i < view->steps->len; i++)
    {
      const YsViewStep *step = g_ptr_array_index (view->steps, i);

      if (step->reason == NULL)
        show_step (self, step, likely, &n);
      else if (step->on != YS_DAY_NONE)
        {
          gtk_box_append (self->late_steps, make_late_step (step, view->on));
          late++;
        }
      else
        {
          add_reason (self, step);
          refused++;
        }
    }
  late_title = g_strdup_printf (_("Enter late (%d)"), late);
  refused_title = g_strdup_printf (_("Not possible now (%d)"), refused);
  show_title (self->late, late_title, late);
  show_title (self->refused, refused_title, refused);
}

/* All that the steps are shown by: the case, the day, and what this person may. */
static char *
list_steps (const YsCaseView *view)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT " %d", view->casefile->seq, view->on);
  for (guint i = 0; i < view->steps->len; i++)
    {
      const YsViewStep *step = g_ptr_array_index (view->steps, i);

      g_string_append_printf (text, "\n%d %d %s", step->kind, step->on,
                              step->reason != NULL ? step->reason : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
ys_steps_set_view (YsSteps *self, YsCaseView *view, const char *read_only)
{
  g_return_if_fail (YS_IS_STEPS (self) && view != NULL);

  YsStage stage = ys_stage_of (view);
  g_autofree char *steps = list_steps (view);

  gtk_label_set_text (self->stage, ys_stage_name (stage));
  gtk_label_set_text (self->read_only, read_only != NULL ? read_only : "");
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), read_only != NULL);
  /* The focus stays where it is unless this case went on. */
  if (g_strcmp0 (self->shown, steps) != 0)
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&steps);
      clear (self);
      show_steps (self, view, ys_stage_get_next (stage, view));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->next),
                          read_only == NULL
                            && gtk_widget_get_first_child (GTK_WIDGET (self->next)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->others), read_only == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->late),
                          read_only == NULL
                            && gtk_widget_get_first_child (GTK_WIDGET (self->late_steps)) != NULL);
}

static void
ys_steps_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_STEPS);
  g_clear_pointer (&YS_STEPS (object)->shown, g_free);
  G_OBJECT_CLASS (ys_steps_parent_class)->dispose (object);
}

static void
ys_steps_class_init (YsStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_steps_dispose;

  g_type_ensure (YS_TYPE_REMIND_FOOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/yishen/Yishen/ui/case/steps.ui");
  gtk_widget_class_bind_template_child (widget_class, YsSteps, stage);
  gtk_widget_class_bind_template_child (widget_class, YsSteps, read_only);
  gtk_widget_class_bind_template_child (widget_class, YsSteps, next);
  gtk_widget_class_bind_template_child (widget_class, YsSteps, others);
  gtk_widget_class_bind_template_child (widget_class, YsSteps, late);
  gtk_widget_class_bind_template_child (widget_class, YsSteps, late_steps);
  gtk_widget_class_bind_template_child (widget_class, YsSteps, refused);
  gtk_widget_class_bind_template_child (widget_class, YsSteps, reasons);
}

static void
ys_steps_init (YsSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
