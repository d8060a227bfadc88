/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A homogeneous grid; a segment spans as many columns as it has days. */
#include "desk/case/budget-bar.h"

#include "wording/i18n.h"

struct _YsBudgetBar
{
  GtkWidget parent_instance;

  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (YsBudgetBar, ys_budget_bar, GTK_TYPE_WIDGET)

/* The narrowest that a card makes the bar, and what a number and a word need of it: columns are
 * homogeneous, so a label that does not fit would widen them all. The hatch keeps a margin. */
#define BAR_WIDTH 300
#define NUMBER_WIDTH 22
#define WORD_WIDTH 64
#define HATCH_MARGIN 46

static GtkWidget *
make_segment (const YsSegment *segment, int total)
{
  static const struct
  {
    const char *css_class;
    const char *sentence; /* where there is room for a word */
  } looks[] = {
    [YS_SEGMENT_COUNTED] = { "bg-c", NULL },
    [YS_SEGMENT_SUSPENDED] = { "bg-s", N_ ("paused %d") },
    [YS_SEGMENT_LEFT] = { "bg-l", N_ ("left %d") },
    [YS_SEGMENT_OVER] = { "bg-o", N_ ("over %d") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *number = g_strdup_printf ("%d", segment->days);
  g_autoptr (GString) text = g_string_new (number);
  int room = BAR_WIDTH * segment->days / total
             - (segment->kind == YS_SEGMENT_SUSPENDED ? HATCH_MARGIN : 0);

  if (room >= WORD_WIDTH && looks[segment->kind].sentence != NULL)
    {
      g_string_assign (text, _(looks[segment->kind].sentence));
      g_string_replace (text, "%d", number, 1);
    }
  gtk_widget_add_css_class (box, "seg-bar");
  gtk_widget_add_css_class (box, looks[segment->kind].css_class);
  gtk_widget_set_hexpand (box, TRUE);
  if (room >= NUMBER_WIDTH)
    {
      GtkWidget *label = gtk_label_new (text->str);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (label, "s");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

void
ys_budget_bar_set_clock (YsBudgetBar *self, const YsClock *clock, const YsCalendar *calendar)
{
  g_return_if_fail (YS_IS_BUDGET_BAR (self) && clock != NULL && calendar != NULL);

  g_autoptr (GArray) segments = ys_budget_list_segments (clock, calendar);
  g_autofree char *words = ys_budget_describe (clock);
  GtkWidget *child;
  int at = 0, total = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < segments->len; i++)
    total += g_array_index (segments, YsSegment, i).days;
  for (guint i = 0; i < segments->len; i++)
    {
      const YsSegment *segment = &g_array_index (segments, YsSegment, i);

      gtk_grid_attach (self->grid, make_segment (segment, total), at, 0, segment->days, 1);
      at += segment->days;
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Working days of the period"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) ys_budget_get_whole (clock),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) clock->counted,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
ys_budget_bar_dispose (GObject *object)
{
  YsBudgetBar *self = YS_BUDGET_BAR (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->grid)));
  G_OBJECT_CLASS (ys_budget_bar_parent_class)->dispose (object);
}

static void
ys_budget_bar_class_init (YsBudgetBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_budget_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
ys_budget_bar_init (YsBudgetBar *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}
