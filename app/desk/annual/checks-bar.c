/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item a check: icon, sentence, and on the tip the sums compared. */
#include "desk/annual/checks-bar.h"

#include "desk/annual/failing-cells.h"
#include "desk/annual/published.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsChecksBar
{
  GtkBox parent_instance;

  GtkFlowBox *items;
};

G_DEFINE_FINAL_TYPE (YsChecksBar, ys_checks_bar, GTK_TYPE_BOX)

/* How an outcome of a check looks and is said. */
typedef struct
{
  const char *icon;
  const char *css;
  const char *word;
} Look;

static Look
get_look (gboolean holds, gboolean binding)
{
  if (holds)
    return (Look) { "object-select-symbolic", "ok", _("holds") };
  if (binding)
    return (Look) { "dialog-warning-symbolic", "err", _("does not hold") };
  return (Look) { "dialog-warning-symbolic", "warn", _("please check") };
}

static char *
describe (const char *check, Look look)
{
  /* Translators: a check, and whether it holds. */
  return g_strdup_printf (C_ ("check", "%1$s: %2$s"), check, look.word);
}

char *
ys_checks_bar_describe (const YsCheck *check)
{
  g_autofree char *whole
    = describe (ys_name_check (check->id), get_look (check->holds, check->binding));

  return g_strdup_printf ("%s\n%s", whole, check->detail);
}

static void
add_item (YsChecksBar *self, const char *sentence, const char *tip, Look look)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (look.icon);
  GtkWidget *label = gtk_label_new (sentence);
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *whole = describe (sentence, look);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_add_css_class (icon, look.css);
  gtk_widget_add_css_class (label, "s");
  if (!g_str_equal (look.css, "ok"))
    {
      gtk_widget_add_css_class (label, look.css);
      gtk_widget_add_css_class (label, "b");
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_tooltip_text (box, tip);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
  gtk_flow_box_insert (self->items, child, -1);
}

static void
add_published (YsChecksBar *self, const YsFigures *figures)
{
  guint rows;
  guint different = ys_published_count_different (figures, &rows);
  g_autofree char *sentence
    = different == 0
        ? g_strdup_printf (_("All %u totals are as published"), rows)
        : g_strdup_printf (_("%1$u of %2$u totals differ from those published"), different, rows);

  add_item (self, sentence, sentence, get_look (different == 0, FALSE));
}

void
ys_checks_bar_show (YsChecksBar *self, const YsAnnualFigures *figures, YsTable table,
                    gboolean compares_published)
{
  GtkWidget *child;

  g_return_if_fail (YS_IS_CHECKS_BAR (self) && figures != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->items))) != NULL)
    gtk_flow_box_remove (self->items, child);
  for (guint i = 0; i < figures->checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (figures->checks, i);
      g_autofree char *tip = NULL;

      if (ys_check_get_table (check) != table)
        continue;
      tip = ys_checks_bar_describe (check);
      add_item (self, ys_name_check (check->id), tip, get_look (check->holds, check->binding));
    }
  if (compares_published && table == YS_TABLE_3)
    add_published (self, &figures->figures);
}

static void
ys_checks_bar_class_init (YsChecksBarClass *klass)
{
}

static void
ys_checks_bar_init (YsChecksBar *self)
{
  GtkWidget *title = gtk_label_new (_("Checks"));
  GtkWidget *items = gtk_flow_box_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (title, "b");
  gtk_widget_add_css_class (title, "s");
  gtk_widget_set_margin_start (title, 12);
  self->items = GTK_FLOW_BOX (items);
  gtk_flow_box_set_selection_mode (self->items, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->items, 4);
  gtk_flow_box_set_min_children_per_line (self->items, 1);
  gtk_widget_set_hexpand (items, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (items), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Checks"), -1);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), items);
}
