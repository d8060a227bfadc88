/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words for a receipt's days. They are worked out in receipt.c. */
#include "desk/register/period-card.h"

#include "desk/register/day-reading.h"
#include "rules/edition.h"
#include "wording/i18n.h"

struct _YsPeriodCard
{
  GtkBox parent_instance;

  GtkLabel *article;
  GtkLabel *due;
  GtkLabel *weekday;
  GtkLabel *received;
  GtkLabel *why;
  GtkWidget *limits;
  GtkLabel *correction;
  GtkLabel *correction_why;
  GtkLabel *extension;
  GtkLabel *extension_why;
  GtkLabel *extended;
  GtkWidget *warning;
  GtkLabel *warning_text;
};

G_DEFINE_FINAL_TYPE (YsPeriodCard, ys_period_card, GTK_TYPE_BOX)

static void
ys_period_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PERIOD_CARD);
  G_OBJECT_CLASS (ys_period_card_parent_class)->dispose (object);
}

static void
ys_period_card_class_init (YsPeriodCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_period_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/period-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, article);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, due);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, weekday);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, received);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, why);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, limits);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, correction);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, correction_why);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, extension);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, extension_why);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, extended);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, warning);
  gtk_widget_class_bind_template_child (widget_class, YsPeriodCard, warning_text);
}

static char *
write_period (YsPeriod period)
{
  int days = ys_edition_get_days (period);

  return g_strdup_printf (ngettext ("%d working day · %s", "%d working days · %s", (gulong) days),
                          days, ys_edition_get_article (period));
}

static void
ys_period_card_init (YsPeriodCard *self)
{
  g_autofree char *article = NULL;
  g_autofree char *why_correction = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  article = write_period (YS_PERIOD_REPLY);
  gtk_label_set_text (self->article, article);
  why_correction = write_period (YS_PERIOD_CORRECTION);
  gtk_label_set_text (self->correction_why, why_correction);
  gtk_label_set_text (self->extension_why, ys_edition_get_article (YS_PERIOD_EXTENSION));
}

static void
set_day (GtkLabel *label, YsDay day)
{
  g_autofree char *text = day != YS_DAY_NONE ? ys_day_write_weekday (day) : g_strdup ("—");

  gtk_label_set_text (label, text);
}

static void
show_warning (YsPeriodCard *self, const YsReceipt *receipt)
{
  g_autofree char *text = NULL;

  if (receipt->awaits)
    text = g_strdup (_("Still open: confirm the request with the applicant. The period begins on "
                       "the day of the confirmation; it can be registered before."));
  else if (receipt->older_law)
    text = g_strdup (_("Received before 2019-05-15: the older regulation holds, and no day is "
                       "worked out here."));
  else if (receipt->due_provisional)
    text = g_strdup_printf (_("Provisional: the holidays of %d are not announced yet."),
                            receipt->unannounced);
  else if (receipt->extended_provisional)
    text = g_strdup_printf (_("After an extension only provisional: the holidays of %d are not "
                              "announced yet."), receipt->unannounced);
  gtk_label_set_text (self->warning_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->warning, text != NULL);
}

void
ys_period_card_show (YsPeriodCard *self, const char *channel, const YsReceipt *receipt)
{
  g_return_if_fail (YS_IS_PERIOD_CARD (self) && channel != NULL && receipt != NULL);

  gboolean known = receipt->due != YS_DAY_NONE;
  g_autofree char *day = NULL;
  g_autofree char *received = NULL;
  g_autofree char *sentence = NULL;
  char iso[YS_DAY_TEXT];

  gtk_label_set_text (self->due, known ? ys_day_format (receipt->due, iso) : "—");
  gtk_label_set_text (self->weekday, known ? ys_day_name_weekday (receipt->due) : "");
  if (receipt->start != YS_DAY_NONE)
    {
      day = ys_day_write_weekday (receipt->start);
      received = g_strdup_printf (_("Day of receipt %s"), day);
    }
  else
    received = g_strdup (_("Day of receipt still open"));
  gtk_label_set_text (self->received, received);
  gtk_label_set_text (self->why, ys_channel_explain (channel));
  gtk_widget_set_visible (self->limits, known);
  set_day (self->correction, receipt->correction_until);
  set_day (self->extension, receipt->due);
  set_day (self->extended, receipt->extended_due);
  show_warning (self, receipt);

  sentence = known ? g_strdup_printf (_("Reply due %s. %s"), gtk_label_get_text (self->due), received)
                   : g_strdup (received);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}
