/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row a step. Whose turn it is was decided in the office. */
#include "desk/case/chain-panel.h"

#include "desk/case/words.h"
#include "wording/i18n.h"

struct _YsChainPanel
{
  GtkBox parent_instance;

  GtkLabel *state;
  GtkWidget *note_box;
  GtkLabel *note;
  GtkBox *steps;
};

G_DEFINE_FINAL_TYPE (YsChainPanel, ys_chain_panel, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_comment (const char *text)
{
  GtkWidget *label = make_label (text, "s");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  return label;
}

static const char *
get_icon (const YsChainStep *step, gboolean is_next)
{
  if (step->state == YS_CHAIN_AGREED)
    return "object-select-symbolic";
  if (step->state == YS_CHAIN_DISAGREED)
    return "mail-reply-sender-symbolic";
  return is_next ? "go-next-symbolic" : "media-playback-pause-symbolic";
}

/* "agrees · 周敏 · 11-24", "comes next", "later". (transfer full) */
static char *
describe (const YsCaseView *view, const YsChainStep *step, gboolean is_next)
{
  g_autofree char *day = NULL;
  const char *by = ys_case_view_name_actor (view, step->by);

  if (step->state == YS_CHAIN_OPEN)
    return g_strdup (is_next ? _("comes next") : C_ ("step", "later"));
  day = ys_day_short (step->on, view->on);
  return g_strjoin (" · ",
                    ys_word_name ("verdict", step->state == YS_CHAIN_AGREED ? "agree" : "disagree"),
                    day, by, NULL);
}

static void
add_step (YsChainPanel *self, const YsCaseView *view, const YsChainStep *step)
{
  gboolean is_next = step == ys_chain_get_next (view->chain);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (step, is_next));
  g_autofree char *text = describe (view, step, is_next);
  const char *style = step->state == YS_CHAIN_AGREED      ? "ok"
                      : step->state == YS_CHAIN_DISAGREED ? "warn"
                                                          : "sub";
  GtkWidget *told = make_label (text, style);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, style);
  gtk_widget_add_css_class (told, "s");
  gtk_label_set_xalign (GTK_LABEL (told), 1);
  gtk_label_set_ellipsize (GTK_LABEL (told), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (told, TRUE);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (line), make_label (ys_word_name ("as", step->as), is_next ? "b" : NULL));
  gtk_box_append (GTK_BOX (line), told);
  gtk_box_append (GTK_BOX (column), line);
  if (step->comment != NULL)
    gtk_box_append (GTK_BOX (column), make_comment (step->comment));
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), column);
  gtk_box_append (self->steps, row);
}

static const char *
tell_state (const YsCaseView *view)
{
  if (ys_chain_get_refused (view->chain) != NULL)
    return _("sent back");
  if (view->chain->draft == 0)
    return _("no draft yet");
  return ys_chain_get_next (view->chain) != NULL ? _("under review") : _("all agreed");
}

static char *
make_note (const YsCaseView *view)
{
  if (view->approval_void != NULL)
    return g_strdup_printf (_("The approval is void: %s"), view->approval_void);
  if (view->asked_changed != NULL)
    return g_strdup_printf (_("Changed since approval was asked for: %s"), view->asked_changed);
  return NULL;
}

void
ys_chain_panel_set_view (YsChainPanel *self, YsCaseView *view)
{
  g_return_if_fail (YS_IS_CHAIN_PANEL (self) && view != NULL);

  g_autofree char *note = make_note (view);
  const GPtrArray *steps = view->chain->steps;
  gboolean is_open = view->casefile->concluded_on == YS_DAY_NONE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_box_remove (self->steps, child);
  for (guint i = 0; i < steps->len; i++)
    add_step (self, view, g_ptr_array_index (steps, i));
  gtk_label_set_text (self->state, steps->len > 0 ? tell_state (view) : "");
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_box, note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), steps->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          note != NULL || (steps->len > 0 && (is_open || view->chain->draft != 0)));
}

static void
ys_chain_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CHAIN_PANEL);
  G_OBJECT_CLASS (ys_chain_panel_parent_class)->dispose (object);
}

static void
ys_chain_panel_class_init (YsChainPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_chain_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/chain-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YsChainPanel, state);
  gtk_widget_class_bind_template_child (widget_class, YsChainPanel, note_box);
  gtk_widget_class_bind_template_child (widget_class, YsChainPanel, note);
  gtk_widget_class_bind_template_child (widget_class, YsChainPanel, steps);
}

static void
ys_chain_panel_init (YsChainPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
