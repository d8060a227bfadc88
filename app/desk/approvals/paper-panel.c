/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document is opened on the docket's thread by the digest that was asked for, never by its name. */
#include "desk/approvals/paper-panel.h"

#include <math.h>
#include <string.h>

#include "desk/paper/paper-source.h"
#include "desk/paper/paper-view.h"
#include "wording/i18n.h"

/* Digits at both ends: enough to compare by eye with what is printed on a flow sheet. */
#define DIGITS_HEAD 8
#define DIGITS_TAIL 8

struct _YsPaperPanel
{
  GtkBox parent_instance;

  GtkStack *stack; /* "nothing", "loading", "failed" or "document" */
  AdwStatusPage *failed;
  GtkScrolledWindow *place;
  GtkLabel *name;
  GtkLabel *position;
  GtkLabel *zoom;
  GtkToggleButton *fit;
  GtkWidget *bar;
  GtkLabel *digest;
  GtkWidget *foot;

  YsContext *context;
  GStrv digests;
  GStrv names;
  guint index;
  GCancellable *cancellable;
  YsPaperReader *reader;
  YsPaperView *view;
  gboolean showing; /* the toggle is set by us */
};

enum
{
  SEEN,
  FAILED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsPaperPanel, ys_paper_panel, GTK_TYPE_BOX)

/* --- what the bars say ----------------------------------------------------------------------- */

static void
show_position (YsPaperPanel *self)
{
  guint n = ys_paper_reader_get_n_pages (self->reader);
  g_autofree char *position
    = g_strdup_printf ("%u / %u", ys_paper_view_get_page (self->view) + 1, n);
  g_autofree char *zoom
    = g_strdup_printf (_("%d %%"), (int) floor (ys_paper_view_get_zoom (self->view) * 100 + 0.5));

  gtk_label_set_text (self->position, position);
  gtk_label_set_text (self->zoom, zoom);
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->fit,
                                ys_paper_view_get_fit (self->view) == YS_PAPER_FIT_WIDTH);
  self->showing = FALSE;
}

static void
moved_cb (YsPaperView *view, YsPaperPanel *self)
{
  show_position (self);
}

/* "SHA-256 3f9a0c11…07d2c27e": the suite's name and both ends. */
static char *
shorten_digest (const char *digest)
{
  const char *colon = strchr (digest, ':');
  const char *digits = colon != NULL ? colon + 1 : digest;
  gsize n = strlen (digits);
  const char *suite = g_str_has_prefix (digest, "sm3:") ? "SM3" : "SHA-256";

  if (n <= DIGITS_HEAD + DIGITS_TAIL)
    return g_strdup_printf ("%s %s", suite, digits);
  return g_strdup_printf ("%s %.*s…%s", suite, DIGITS_HEAD, digits, digits + n - DIGITS_TAIL);
}

static void
show_file (YsPaperPanel *self)
{
  const char *digest = self->digests[self->index];
  g_autofree char *digits = shorten_digest (digest);
  g_autofree char *sentence
    = g_strdup_printf (_("%s · any changed byte voids the approval"), digits);
  guint n = g_strv_length (self->digests);
  g_autofree char *name = n > 1 ? g_strdup_printf ("%s (%u/%u)", self->names[self->index],
                                                   self->index + 1, n)
                                : g_strdup (self->names[self->index]);

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), self->names[self->index]);
  gtk_label_set_text (self->digest, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->digest), digest);
  gtk_label_set_text (self->position, "");
  gtk_label_set_text (self->zoom, "");
}

static void
enable_actions (YsPaperPanel *self)
{
  static const char *const of_documents[]
    = { "panel.previous-page", "panel.next-page", "panel.zoom-in", "panel.zoom-out" };
  guint n = self->digests != NULL ? g_strv_length (self->digests) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_documents); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_documents[i], self->view != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fit), self->view != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.next-file", n > 1);
}

/* --- a document ------------------------------------------------------------------------------ */

static void
close_document (YsPaperPanel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->place != NULL)
    gtk_scrolled_window_set_child (self->place, NULL);
  self->view = NULL;
  g_clear_object (&self->reader);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPaperPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperReader) reader = ys_paper_source_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  if (reader == NULL || ys_paper_reader_get_n_pages (reader) == 0)
    {
      if (error == NULL)
        error = ys_paper_error_of_document (YS_PAPER_ERROR_NOT_PDF);
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      g_signal_emit (self, signals[FAILED], 0, self->digests[self->index]);
      return;
    }
  self->reader = g_steal_pointer (&reader);
  self->view = g_object_new (YS_TYPE_PAPER_VIEW, NULL);
  ys_paper_view_set_reader (self->view, self->reader);
  ys_paper_view_set_fit (self->view, YS_PAPER_FIT_WIDTH);
  g_signal_connect_object (self->view, "moved", G_CALLBACK (moved_cb), self, 0);
  gtk_scrolled_window_set_child (self->place, GTK_WIDGET (self->view));
  gtk_stack_set_visible_child_name (self->stack, "document");
  enable_actions (self);
  show_position (self);
  g_signal_emit (self, signals[SEEN], 0, self->digests[self->index]);
}

static void
open_document (YsPaperPanel *self)
{
  close_document (self);
  show_file (self);
  enable_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  self->cancellable = g_cancellable_new ();
  ys_paper_source_open_kept_async (self->context, self->digests[self->index], self->cancellable,
                                   opened_cb, g_object_ref (self));
}

void
ys_paper_panel_show (YsPaperPanel *self, YsContext *context, const char *const *digests,
                     const char *const *names)
{
  g_return_if_fail (YS_IS_PAPER_PANEL (self) && YS_IS_CONTEXT (context) && digests != NULL);
  g_return_if_fail (names != NULL);

  /* What stands there already stays where it was read to. */
  if (self->digests != NULL && self->context == context
      && g_strv_equal ((const char *const *) self->digests, digests))
    {
      if (self->view != NULL)
        g_signal_emit (self, signals[SEEN], 0, self->digests[self->index]);
      return;
    }
  g_set_object (&self->context, context);
  g_strfreev (self->digests);
  g_strfreev (self->names);
  self->digests = g_strdupv ((char **) digests);
  self->names = g_strdupv ((char **) names);
  self->index = 0;
  gtk_widget_set_visible (self->bar, digests[0] != NULL);
  gtk_widget_set_visible (self->foot, digests[0] != NULL);
  if (digests[0] != NULL)
    {
      open_document (self);
      return;
    }
  close_document (self);
  enable_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

/* --- actions --------------------------------------------------------------------------------- */

static void
step_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperPanel *self = YS_PAPER_PANEL (widget);
  guint page = ys_paper_view_get_page (self->view);

  if (g_str_equal (name, "panel.next-page"))
    ys_paper_view_go_to_page (self->view,
                              MIN (page + 1, ys_paper_reader_get_n_pages (self->reader) - 1));
  else if (page > 0)
    ys_paper_view_go_to_page (self->view, page - 1);
}

static void
step_zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_paper_view_step_zoom (YS_PAPER_PANEL (widget)->view, g_str_equal (name, "panel.zoom-in"));
}

static void
next_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperPanel *self = YS_PAPER_PANEL (widget);

  self->index = (self->index + 1) % g_strv_length (self->digests);
  open_document (self);
}

static void
fit_toggled_cb (GtkToggleButton *button, YsPaperPanel *self)
{
  if (self->view != NULL && !self->showing)
    ys_paper_view_set_fit (self->view, gtk_toggle_button_get_active (button) ? YS_PAPER_FIT_WIDTH
                                                                             : YS_PAPER_FIT_NONE);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
ys_paper_panel_dispose (GObject *object)
{
  YsPaperPanel *self = YS_PAPER_PANEL (object);

  close_document (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_PAPER_PANEL);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_paper_panel_parent_class)->dispose (object);
}

static void
ys_paper_panel_finalize (GObject *object)
{
  YsPaperPanel *self = YS_PAPER_PANEL (object);

  g_strfreev (self->digests);
  g_strfreev (self->names);
  G_OBJECT_CLASS (ys_paper_panel_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "panel.previous-page", NULL, step_page_action);
  gtk_widget_class_install_action (klass, "panel.next-page", NULL, step_page_action);
  gtk_widget_class_install_action (klass, "panel.zoom-in", NULL, step_zoom_action);
  gtk_widget_class_install_action (klass, "panel.zoom-out", NULL, step_zoom_action);
  gtk_widget_class_install_action (klass, "panel.next-file", NULL, next_file_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_CONTROL_MASK, "panel.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal, GDK_CONTROL_MASK, "panel.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_minus, GDK_CONTROL_MASK, "panel.zoom-out",
                                       NULL);
}

static void
ys_paper_panel_class_init (YsPaperPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_paper_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_paper_panel_finalize;
  signals[SEEN] = g_signal_new ("seen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/approvals/paper-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, failed);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, place);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, name);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, position);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, zoom);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, fit);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, bar);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, digest);
  gtk_widget_class_bind_template_child (widget_class, YsPaperPanel, foot);
  gtk_widget_class_bind_template_callback (widget_class, fit_toggled_cb);
  install_actions (widget_class);
}

static void
ys_paper_panel_init (YsPaperPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  enable_actions (self);
}
