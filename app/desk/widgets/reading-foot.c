/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A label and a button. What is read, and when, is text-gathering.c's business. */
#include "desk/widgets/reading-foot.h"

#include "desk/text-gathering.h"
#include "wording/i18n.h"

#include <inttypes.h>

struct _YsReadingFoot
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkWidget *button; /* pauses, or goes on */
  gboolean is_paused;
  YsTextGathering *gathering;
};

G_DEFINE_FINAL_TYPE (YsReadingFoot, ys_reading_foot, ADW_TYPE_BIN)

static void
show_button (YsReadingFoot *self)
{
  const char *name = self->is_paused ? _("Go on reading attachments") : _("Pause reading attachments");

  gtk_button_set_icon_name (GTK_BUTTON (self->button), self->is_paused
                                                         ? "media-playback-start-symbolic"
                                                         : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
progress_cb (YsTextGathering *gathering, YsReadingFoot *self)
{
  gint64 done = ys_text_gathering_get_done (gathering);
  gint64 total = ys_text_gathering_get_total (gathering);
  gboolean shown = (ys_text_gathering_is_working (gathering) || self->is_paused) && done < total;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  words = self->is_paused
            ? g_strdup_printf (_("Paused: attachments %1$" PRId64 "/%2$" PRId64), done, total)
            : g_strdup_printf (_("Reading attachments %1$" PRId64 "/%2$" PRId64), done, total);
  gtk_label_set_text (self->label, words);
}

static void
clicked_cb (GtkButton *button, YsReadingFoot *self)
{
  self->is_paused = !self->is_paused;
  show_button (self);
  if (self->gathering != NULL)
    ys_text_gathering_set_paused (self->gathering, self->is_paused);
}

static void
stop (YsReadingFoot *self)
{
  if (self->gathering == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->gathering, self);
  ys_text_gathering_stop (self->gathering);
  g_clear_object (&self->gathering);
}

/* A window that is closed may be held a while by what still works for it. */
static void
ys_reading_foot_unrealize (GtkWidget *widget)
{
  stop (YS_READING_FOOT (widget));
  GTK_WIDGET_CLASS (ys_reading_foot_parent_class)->unrealize (widget);
}

static void
ys_reading_foot_dispose (GObject *object)
{
  stop (YS_READING_FOOT (object));
  G_OBJECT_CLASS (ys_reading_foot_parent_class)->dispose (object);
}

static void
ys_reading_foot_class_init (YsReadingFootClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_reading_foot_dispose;
  GTK_WIDGET_CLASS (klass)->unrealize = ys_reading_foot_unrealize;
}

static void
ys_reading_foot_init (YsReadingFoot *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->label, 1);
  gtk_label_set_max_width_chars (self->label, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "s");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "sub");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "num");
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "small");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  show_button (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               _("Search finds the words of attachments once they have been read. "
                                 "You can go on working meanwhile."));
}

void
ys_reading_foot_set_context (YsReadingFoot *self, YsContext *context)
{
  g_return_if_fail (YS_IS_READING_FOOT (self) && YS_IS_CONTEXT (context));

  stop (self);
  self->gathering = ys_text_gathering_new (context);
  ys_text_gathering_set_paused (self->gathering, self->is_paused);
  g_signal_connect (self->gathering, "progress", G_CALLBACK (progress_cb), self);
}
