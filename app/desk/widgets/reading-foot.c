/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One label. What is read, and when, is text-gathering.c's business. */
#include "desk/widgets/reading-foot.h"

#include "desk/text-gathering.h"
#include "wording/i18n.h"

#include <inttypes.h>

struct _YsReadingFoot
{
  AdwBin parent_instance;

  GtkLabel *label;
  YsTextGathering *gathering;
};

G_DEFINE_FINAL_TYPE (YsReadingFoot, ys_reading_foot, ADW_TYPE_BIN)

static void
progress_cb (YsTextGathering *gathering, YsReadingFoot *self)
{
  gint64 done = ys_text_gathering_get_done (gathering);
  gint64 total = ys_text_gathering_get_total (gathering);
  gboolean shown = ys_text_gathering_is_working (gathering) && done < total;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  words = g_strdup_printf (_("Reading attachments %1$" PRId64 "/%2$" PRId64), done, total);
  gtk_label_set_text (self->label, words);
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
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->label, 1);
  gtk_label_set_max_width_chars (self->label, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "s");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "sub");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "num");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
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
  g_signal_connect (self->gathering, "progress", G_CALLBACK (progress_cb), self);
}
