/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words, icons and styles of the sections, and the band that is made of them. */
#include "desk/today/today-section.h"

#include "desk/today/today-row.h"
#include "desk/widgets/row-words.h"
#include "wording/i18n.h"

/* --- words ------------------------------------------------------------------------------------ */

const char *
ys_today_section_get_title (YsTodaySection section)
{
  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return _("Overdue");
    case YS_TODAY_DUE:
      return _("Due today");
    case YS_TODAY_SOON:
      return _("Within three working days");
    case YS_TODAY_WAITING:
      return _("Waiting for others");
    case YS_TODAY_APPROVAL:
      return _("To approve");
    default:
      return _("Due later");
    }
}

static const char *
get_icon (YsTodaySection section)
{
  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return "dialog-warning-symbolic";
    case YS_TODAY_DUE:
      return "alarm-symbolic";
    case YS_TODAY_SOON:
      return "preferences-system-time-symbolic";
    case YS_TODAY_WAITING:
      return "media-playback-pause-symbolic";
    case YS_TODAY_APPROVAL:
      return "object-select-symbolic";
    default:
      return "x-office-calendar-symbolic";
    }
}

static const char *
get_style (YsTodaySection section)
{
  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return "err";
    case YS_TODAY_DUE:
      return "warn";
    default:
      return NULL;
    }
}

static char *
get_remark (YsTodaySection section, const YsTodayFigures *figures)
{
  g_autofree char *day = NULL;

  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return g_strdup (_("reply at once; why it is late goes on record"));
    case YS_TODAY_DUE:
      return g_strdup (_("by post, handing it in today is in time"));
    case YS_TODAY_SOON:
      day = ys_words_day (figures->soon, figures->today, TRUE);
      return g_strdup_printf (_("until %s"), day);
    case YS_TODAY_WAITING:
      return g_strdup (_("the days are theirs"));
    case YS_TODAY_LATER:
      day = ys_words_day (figures->until, figures->today, TRUE);
      return g_strdup_printf (_("until %s"), day);
    default:
      return NULL;
    }
}

char *
ys_today_section_describe (YsTodaySection section, const YsTodayFigures *figures)
{
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, figures->counts[section]);

  return g_strdup_printf (_("%s: %s"), ys_today_section_get_title (section), count);
}

/* --- the band --------------------------------------------------------------------------------- */

static void
add_title (GtkWidget *band, YsTodaySection section)
{
  const char *style = get_style (section);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (section));
  GtkWidget *label = gtk_label_new (ys_today_section_get_title (section));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_add_css_class (label, "b");
  if (style != NULL)
    {
      gtk_widget_add_css_class (icon, style);
      gtk_widget_add_css_class (label, style);
    }
  gtk_box_append (GTK_BOX (band), icon);
  gtk_box_append (GTK_BOX (band), label);
}

static void
add_count (GtkWidget *band, YsTodaySection section, gint64 n)
{
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  GtkWidget *label = gtk_label_new (count);

  gtk_widget_add_css_class (label, "count");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (section == YS_TODAY_OVERDUE)
    gtk_widget_add_css_class (label, "e");
  gtk_box_append (GTK_BOX (band), label);
}

GtkWidget *
ys_today_section_make_band (YsTodaySection section, const YsTodayFigures *figures)
{
  g_return_val_if_fail (section < YS_N_TODAY_SECTIONS && figures != NULL, NULL);

  g_autofree char *remark = get_remark (section, figures);
  GtkWidget *band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (band, "band");
  add_title (band, section);
  add_count (band, section, figures->counts[section]);
  if (remark != NULL)
    gtk_widget_add_css_class (ys_today_cell_add (band, remark, YS_TODAY_CELL_REST, "s"), "sub");
  return band;
}
