/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A grid of the sheet's lines in a window of its own. */
#include "desk/case/clock-sheet.h"

#include "desk/case/clock-print.h"
#include "desk/case/sheet-lines.h"
#include "desk/case/words.h"
#include "desk/widgets/row-words.h"
#include "desk/widgets/spoken.h"
#include "wording/i18n.h"

struct _YsClockSheet
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkLabel *due;
  GtkLabel *contested;
  GtkListBox *lines;
  GtkLabel *failure;

  YsCaseView *view;
  YsCalendar *calendar;
  char *agency;
};

G_DEFINE_FINAL_TYPE (YsClockSheet, ys_clock_sheet, ADW_TYPE_WINDOW)

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsClockSheet *self = YS_CLOCK_SHEET (widget);
  g_autoptr (GtkPrintOperation) operation
    = ys_clock_print_new (self->view, self->calendar, self->agency);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), &error);
  gtk_label_set_text (self->failure, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), error != NULL);
}

static const char *
get_icon (YsEffect effect)
{
  switch (effect)
    {
    case YS_EFFECT_SUSPEND:
    case YS_EFFECT_HALT:
      return "media-playback-pause-symbolic";
    case YS_EFFECT_RESTART:
      return "media-playback-start-symbolic";
    case YS_EFFECT_EXTEND:
      return "preferences-system-time-symbolic";
    case YS_EFFECT_SKIP:
      return "go-jump-symbolic";
    case YS_EFFECT_COUNT:
    default:
      return "emblem-ok-symbolic";
    }
}

static void
add_cell (GtkWidget *box, const char *text, int width, gboolean expands, gboolean faint)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_widget_set_hexpand (label, expands);
  if (faint)
    gtk_widget_add_css_class (label, "sub");
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_line (YsClockSheet *self, const YsSheetLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (line->effect));
  gboolean faint = line->effect == YS_EFFECT_SKIP || line->ahead;
  g_autofree char *sentence
    = ys_spoken_join (line->days, ys_effect_name (line->effect), line->sentence, line->article,
                      line->total, NULL);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (box), icon);
  add_cell (box, line->days, 19, FALSE, faint);
  add_cell (box, ys_effect_name (line->effect), 11, FALSE, faint);
  add_cell (box, line->sentence, 24, TRUE, faint);
  add_cell (box, line->article, 20, FALSE, TRUE);
  add_cell (box, line->total, 3, FALSE, faint);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_box_append (self->lines, box);
  row = gtk_widget_get_parent (box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
fill (YsClockSheet *self)
{
  const YsClock *clock = self->view->clock;
  g_autoptr (GPtrArray) lines = ys_sheet_list_lines (clock, self->calendar);
  g_autofree char *due = ys_due_sentence (self->view);
  g_autofree char *number = ys_words_number (self->view->casefile->id);
  g_autofree char *day = ys_day_with_weekday (clock->contested_due);
  g_autofree char *contested = g_strdup_printf (
    _("A correction was asked for too late; without it the due day would be %s."), day);

  adw_window_title_set_subtitle (self->title, number);
  gtk_label_set_text (self->due, due);
  gtk_label_set_text (self->contested, contested);
  gtk_widget_set_visible (GTK_WIDGET (self->contested), clock->contested_due != YS_DAY_NONE);
  for (guint i = 0; i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i));
}

static void
ys_clock_sheet_dispose (GObject *object)
{
  YsClockSheet *self = YS_CLOCK_SHEET (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_CLOCK_SHEET);
  g_clear_pointer (&self->view, ys_case_view_unref);
  g_clear_pointer (&self->calendar, ys_calendar_unref);
  g_clear_pointer (&self->agency, g_free);
  G_OBJECT_CLASS (ys_clock_sheet_parent_class)->dispose (object);
}

static void
ys_clock_sheet_class_init (YsClockSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_clock_sheet_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/clock-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, YsClockSheet, title);
  gtk_widget_class_bind_template_child (widget_class, YsClockSheet, due);
  gtk_widget_class_bind_template_child (widget_class, YsClockSheet, contested);
  gtk_widget_class_bind_template_child (widget_class, YsClockSheet, lines);
  gtk_widget_class_bind_template_child (widget_class, YsClockSheet, failure);

  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "sheet.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_clock_sheet_init (YsClockSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_clock_sheet_new (YsCaseView *view, YsCalendar *calendar, const char *agency)
{
  g_return_val_if_fail (view != NULL && view->clock != NULL && calendar != NULL, NULL);

  YsClockSheet *self = g_object_new (YS_TYPE_CLOCK_SHEET, NULL);

  self->view = ys_case_view_ref (view);
  self->calendar = ys_calendar_ref (calendar);
  self->agency = g_strdup (agency);
  fill (self);
  return GTK_WIDGET (self);
}

void
ys_clock_sheet_present (GtkWidget *from, YsCaseView *view, YsCalendar *calendar,
                        const char *agency)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && view != NULL);

  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *sheet;

  if (view->clock == NULL)
    return;
  sheet = ys_clock_sheet_new (view, calendar, agency);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (sheet), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (sheet));
}
