/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of the strip: buttons for working days, hatched blocks for rests. */
#include "desk/today/day-strip.h"

#include "desk/widgets/row-words.h"
#include "desk/widgets/tip.h"
#include "desk/window.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <libintl.h>

#define BAR_WIDTH 22
#define BAR_UNIT 11   /* pixels a case, as long as they fit */
#define BAR_MAX 44
#define COLUMN_WIDTH 34 /* the least; they share what is there */
#define OVERDUE_WIDTH 58
#define ICON_LINE 18  /* as high as the weekdays beside it */
#define REST_WIDTH 38 /* a weekend */
#define REST_DAY 14   /* each further day of a longer rest */
#define LONG_REST 4   /* days from which its name is written across */

struct _YsDayStrip
{
  GtkBox parent_instance;

  YsDay today;
  gint64 most; /* cases of the highest column; those overdue may be more */
};

G_DEFINE_FINAL_TYPE (YsDayStrip, ys_day_strip, GTK_TYPE_BOX)

/* --- pieces ----------------------------------------------------------------------------------- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static int
measure_bar (YsDayStrip *self, gint64 count)
{
  if (count == 0)
    return 0;
  if (self->most * BAR_UNIT <= BAR_MAX)
    return (int) MIN (count * BAR_UNIT, BAR_MAX);
  return (int) CLAMP (count * BAR_MAX / self->most, 2, BAR_MAX);
}

/* Count, bar and the line that it stands on. */
static void
add_bar (YsDayStrip *self, GtkWidget *column, gint64 count, const char *style)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *base = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *text = count > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;
  GtkWidget *label = add_label (column, text, "s");

  gtk_widget_add_css_class (label, "b");
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  if (g_strcmp0 (style, "o") == 0)
    gtk_widget_add_css_class (label, "err");
  gtk_widget_add_css_class (bar, "bar");
  if (style != NULL)
    gtk_widget_add_css_class (bar, style);
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, BAR_WIDTH, measure_bar (self, count));
  gtk_widget_add_css_class (base, "base");
  gtk_box_append (GTK_BOX (column), bar);
  gtk_box_append (GTK_BOX (column), base);
}

static void
show_filter_cb (GtkButton *button, const YsFilter *filter)
{
  ys_window_show_cases (GTK_WIDGET (button), filter);
}

static void
free_filter (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* A column that lists its cases; @from YS_DAY_NONE: everything until @until. */
static GtkWidget *
add_column (YsDayStrip *self, int width, YsDay from, YsDay until, const char *sentence,
            GtkWidget **column)
{
  GtkWidget *button = gtk_button_new ();
  YsFilter *filter = g_new (YsFilter, 1);

  ys_today_get_due_filter (from, until, filter);
  *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_button_set_child (GTK_BUTTON (button), *column);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "day");
  gtk_widget_set_size_request (button, width, -1);
  gtk_widget_set_hexpand (button, TRUE);
  ys_tip_set (button, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (show_filter_cb), filter, free_filter, 0);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

/* --- columns ---------------------------------------------------------------------------------- */

static void
add_overdue (YsDayStrip *self, gint64 count)
{
  g_autofree char *sentence = g_strdup_printf (
    ngettext ("%" PRId64 " case is overdue", "%" PRId64 " cases are overdue",
              (unsigned long) count),
    count);
  GtkWidget *column, *icon, *line;
  GtkWidget *button = add_column (self, OVERDUE_WIDTH, YS_DAY_NONE, self->today - 1, sentence,
                                  &column);

  gtk_widget_set_hexpand (button, FALSE);
  add_bar (self, column, count, "o");
  icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_set_size_request (icon, -1, ICON_LINE);
  gtk_box_append (GTK_BOX (column), icon);
  line = add_label (column, _("Overdue"), "b");
  if (count > 0)
    {
      gtk_widget_add_css_class (icon, "err");
      gtk_widget_add_css_class (line, "err");
    }
  line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), line);
}

/* The month is told where it begins. */
static char *
name_date (YsDay day, gboolean with_month)
{
  int year, month, date;

  ys_day_split (day, &year, &month, &date);
  /* Translators: month and day in numbers, as narrow as can be. */
  return with_month ? g_strdup_printf (_("%1$d/%2$d"), month, date) : g_strdup_printf ("%d", date);
}

static void
add_day (YsDayStrip *self, YsDay day, gint64 count, gboolean with_month)
{
  gboolean is_today = day == self->today;
  g_autofree char *whole = ys_explain_day (day);
  g_autofree char *date = name_date (day, with_month);
  /* Translators: a day, its weekday, and how many cases are due on it. */
  g_autofree char *sentence = g_strdup_printf (
    ngettext ("%s %s: %" PRId64 " case due", "%s %s: %" PRId64 " cases due",
              (unsigned long) count),
    whole, ys_words_weekday (day), count);
  GtkWidget *column, *label;
  GtkWidget *button = add_column (self, COLUMN_WIDTH, day, day, sentence, &column);

  add_bar (self, column, count, is_today ? "n" : NULL);
  label = add_label (column, is_today ? _("Today") : ys_words_weekday_narrow (day), "s");
  gtk_widget_add_css_class (label, is_today ? "acc" : "sub");
  if (is_today)
    {
      gtk_widget_add_css_class (button, "today");
      gtk_widget_add_css_class (label, "b");
    }
  add_label (column, date, is_today || with_month ? "b" : NULL);
}

/* The holiday of the stretch, or NULL. */
static const char *
find_holiday (const YsCalendar *calendar, YsDay from, YsDay to)
{
  for (YsDay day = from; day <= to; day++)
    if (ys_calendar_get_name (calendar, day) != NULL)
      return ys_calendar_get_name (calendar, day);
  return NULL;
}

/* One character below the other, as narrow blocks ask for. */
static char *
write_downwards (const char *name)
{
  GString *lines = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append_unichar (lines, g_utf8_get_char (p));
    }
  return g_string_free (lines, FALSE);
}

/* What a block without cases says. */
static char *
write_rest (const char *holiday, gboolean is_long)
{
  if (holiday != NULL)
    return is_long ? g_strdup (holiday) : write_downwards (holiday);
  /* Translators: a narrow block; short lines. */
  return g_strdup (is_long ? C_ ("rest days", "Rest days") : C_ ("rest days", "Week\nend"));
}

static char *
name_span (YsDay from, YsDay to)
{
  g_autofree char *first = name_date (from, FALSE);
  g_autofree char *last = name_date (to, FALSE);

  return from == to ? g_steal_pointer (&first) : g_strdup_printf ("%s–%s", first, last);
}

static void
add_rest (YsDayStrip *self, const YsCalendar *calendar, YsDay from, YsDay to, gint64 count)
{
  int days = to - from + 1;
  gboolean is_long = days >= LONG_REST;
  const char *holiday = find_holiday (calendar, from, to);
  g_autofree char *lines = write_rest (holiday, is_long);
  g_autofree char *span = name_span (from, to);
  g_autofree char *first = ys_explain_day (from);
  g_autofree char *last = ys_explain_day (to);
  /* Translators: a rest, its first and its last day. */
  g_autofree char *sentence = g_strdup_printf (
    _("%s, %s to %s"), holiday != NULL ? holiday : C_ ("rest days", "Rest days"), first, last);
  GtkWidget *column, *label;

  if (count > 0)
    {
      add_column (self, REST_WIDTH, from, to, sentence, &column);
      add_bar (self, column, count, NULL);
      add_label (column, span, "s");
      gtk_widget_add_css_class (column, "rest");
      return;
    }
  column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (column, "rest");
  gtk_widget_set_size_request (column, REST_WIDTH + (is_long ? (days - 2) * REST_DAY : 0), -1);
  ys_tip_set (column, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  label = add_label (column, lines, "s");
  gtk_widget_add_css_class (label, "sub");
  gtk_widget_set_vexpand (label, TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  label = add_label (column, span, "s");
  gtk_widget_add_css_class (label, "sub");
  gtk_box_append (GTK_BOX (self), column);
}

/* --- the strip -------------------------------------------------------------------------------- */

static gint64
get_count (const YsTodayFigures *figures, YsDay day)
{
  return g_array_index (figures->due, gint64, day - figures->today);
}

static void
find_most (YsDayStrip *self, const YsTodayFigures *figures)
{
  self->most = 0;
  for (guint i = 0; i < figures->due->len; i++)
    self->most = MAX (self->most, g_array_index (figures->due, gint64, i));
}

void
ys_day_strip_show (YsDayStrip *self, const YsTodayFigures *figures, const YsCalendar *calendar)
{
  g_return_if_fail (YS_IS_DAY_STRIP (self) && figures != NULL && calendar != NULL);

  GtkWidget *child;
  int month = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  self->today = figures->today;
  find_most (self, figures);
  add_overdue (self, figures->counts[YS_TODAY_OVERDUE]);
  for (YsDay day = figures->today; day <= figures->until; day++)
    {
      YsDay end = day;
      gint64 count = get_count (figures, day);
      int year, now, date;

      ys_day_split (day, &year, &now, &date);
      if (ys_calendar_is_working (calendar, day) || day == figures->today)
        {
          add_day (self, day, count, month != 0 && now != month);
          month = now;
          continue;
        }
      while (end < figures->until && !ys_calendar_is_working (calendar, end + 1))
        count += get_count (figures, ++end);
      add_rest (self, calendar, day, end, count);
      day = end;
    }
}

static void
ys_day_strip_class_init (YsDayStripClass *klass)
{
}

static void
ys_day_strip_init (YsDayStrip *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 2);
}

GtkWidget *
ys_day_strip_new (void)
{
  return g_object_new (YS_TYPE_DAY_STRIP, NULL);
}
