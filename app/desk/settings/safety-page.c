/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which walls stand on this computer, asked of a worker that is given no document. */
#include "desk/settings/safety-page.h"

#include "desk/settings/value-row.h"
#include "paper/reader.h"
#include "wording/i18n.h"

struct _YsSafetyPage
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *verdict;
  AdwActionRow *seccomp;
  AdwActionRow *landlock;
  AdwActionRow *bwrap;

};

G_DEFINE_FINAL_TYPE (YsSafetyPage, ys_safety_page, ADW_TYPE_PREFERENCES_PAGE)

static void
show_wall (AdwActionRow *row, gboolean stands, const char *with, const char *without)
{
  adw_action_row_set_icon_name (row, stands ? "object-select-symbolic" : "dialog-warning-symbolic");
  ys_value_row_set (row, stands ? with : without);
}

static void
show_walls (YsSafetyPage *self, guint walls)
{
  gboolean seccomp = (walls & YS_PAPER_CONFINED_SECCOMP) != 0;
  gboolean landlock = (walls & YS_PAPER_CONFINED_LANDLOCK) != 0;
  gboolean bwrap = (walls & YS_PAPER_CONFINED_BWRAP) != 0;

  show_wall (self->verdict, seccomp && (landlock || bwrap),
             _("Well shut off: a hostile document reaches neither files nor network."),
             _("Shut off, but by one wall only. Install bubblewrap for a second."));
  show_wall (self->seccomp, seccomp, _("Stands: only the few calls that drawing needs are let through."),
             _("Missing: PDF is not opened."));
  show_wall (self->landlock, landlock, _("Stands: only fonts can be read."),
             _("Missing: this kernel does not have it, or it is switched off."));
  show_wall (self->bwrap, bwrap, _("Stands: the reader sees no home folder, no other program and no "
                                   "network."),
             _("Missing: install the package bubblewrap, or let it make namespaces."));
}

static void
probed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsSafetyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint walls = ys_paper_probe_finish (result, &error);

  if (self->verdict == NULL)
    return;
  if (error == NULL)
    {
      show_walls (self, walls);
      return;
    }
  adw_action_row_set_icon_name (self->verdict, "dialog-warning-symbolic");
  ys_value_row_set (self->verdict, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->seccomp), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->landlock), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->bwrap), FALSE);
}

static void
ys_safety_page_dispose (GObject *object)
{
  YsSafetyPage *self = YS_SAFETY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_SAFETY_PAGE);
  G_OBJECT_CLASS (ys_safety_page_parent_class)->dispose (object);
}

static void
ys_safety_page_class_init (YsSafetyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_safety_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/safety-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsSafetyPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, YsSafetyPage, seccomp);
  gtk_widget_class_bind_template_child (widget_class, YsSafetyPage, landlock);
  gtk_widget_class_bind_template_child (widget_class, YsSafetyPage, bwrap);
}

static void
ys_safety_page_init (YsSafetyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_value_row_set (self->verdict, _("Being tried…"));
  ys_paper_probe_async (NULL, probed_cb, g_object_ref (self));
}

GtkWidget *
ys_safety_page_new (void)
{
  return g_object_new (YS_TYPE_SAFETY_PAGE, NULL);
}
