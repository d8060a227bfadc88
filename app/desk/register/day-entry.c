/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry and its calendar. How a day is read stands in day-reading.c. */
#include "desk/register/day-entry.h"

#include "desk/register/day-reading.h"
#include "desk/register/field-fault.h"
#include "wording/i18n.h"

struct _YsDayEntry
{
  GtkBox parent_instance;

  GtkEntry *entry;
  GtkMenuButton *button;
  GtkCalendar *calendar;

  YsDay today;
  int shown_month; /* of the calendar, counted from year 0 */
  char *fault; /* told from outside, or NULL */
};

G_DEFINE_FINAL_TYPE (YsDayEntry, ys_day_entry, GTK_TYPE_BOX)

enum
{
  DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_fault (YsDayEntry *self)
{
  const char *text = ys_day_entry_get_text (self);
  const char *reason = self->fault;

  if (*text != '\0' && ys_day_entry_get_day (self) == YS_DAY_NONE)
    reason = _("This is no day. Write it as 2026-01-05.");
  ys_field_mark (GTK_WIDGET (self->entry), reason);
}

/* Not while it is typed: setting a text then would break an input method. */
static void
settle (YsDayEntry *self)
{
  YsDay day = ys_day_entry_get_day (self);
  char iso[YS_DAY_TEXT];

  if (day != YS_DAY_NONE && g_strcmp0 (ys_day_format (day, iso), ys_day_entry_get_text (self)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), iso);
  show_fault (self);
}

static void
changed_cb (GtkEditable *editable, YsDayEntry *self)
{
  if (ys_day_entry_get_day (self) != YS_DAY_NONE || *ys_day_entry_get_text (self) == '\0')
    show_fault (self);
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
activate_cb (GtkEntry *entry, YsDayEntry *self)
{
  settle (self);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, YsDayEntry *self)
{
  settle (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YsDayEntry *self)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || (state & GDK_ALT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_menu_button_popup (self->button);
  return GDK_EVENT_STOP;
}

/* Turning to another month selects a day of it too; only a day picked in the month shown closes. */
static void
selected_cb (GtkCalendar *calendar, YsDayEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  int year, month, of_month;

  g_date_time_get_ymd (date, &year, &month, &of_month);
  ys_day_entry_set_day (self, ys_day_from_ymd (year, month, of_month));
  if (year * 12 + month != self->shown_month)
    {
      self->shown_month = year * 12 + month;
      return;
    }
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* By its mnemonic: a box has no focus of its own. */
static gboolean
ys_day_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YS_DAY_ENTRY (widget)->entry));
}

static void
shown_cb (GtkWidget *popover, YsDayEntry *self)
{
  YsDay day = ys_day_entry_get_day (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, of_month;

  if (day == YS_DAY_NONE)
    day = self->today;
  if (day == YS_DAY_NONE)
    return;
  ys_day_split (day, &year, &month, &of_month);
  date = g_date_time_new_local (year, month, of_month, 12, 0, 0);
  self->shown_month = year * 12 + month;
  g_signal_handlers_block_by_func (self->calendar, selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, selected_cb, self);
}

static void
ys_day_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_DAY_ENTRY);
  G_OBJECT_CLASS (ys_day_entry_parent_class)->dispose (object);
}

static void
ys_day_entry_finalize (GObject *object)
{
  g_free (YS_DAY_ENTRY (object)->fault);
  G_OBJECT_CLASS (ys_day_entry_parent_class)->finalize (object);
}

static void
ys_day_entry_class_init (YsDayEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->grab_focus = ys_day_entry_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = ys_day_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_day_entry_finalize;

  signals[DAY_CHANGED] = g_signal_new ("day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/day-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, YsDayEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, YsDayEntry, button);
  gtk_widget_class_bind_template_child (widget_class, YsDayEntry, calendar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
ys_day_entry_init (YsDayEntry *self)
{
  self->today = YS_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_day_entry_set_label (YsDayEntry *self, const char *label)
{
  g_return_if_fail (YS_IS_DAY_ENTRY (self) && label != NULL);

  g_autofree char *calendar = g_strdup_printf (_("%s: calendar"), label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  calendar, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), calendar);
}

void
ys_day_entry_set_today (YsDayEntry *self, YsDay today)
{
  g_return_if_fail (YS_IS_DAY_ENTRY (self));

  self->today = today;
}

YsDay
ys_day_entry_get_day (YsDayEntry *self)
{
  g_return_val_if_fail (YS_IS_DAY_ENTRY (self), YS_DAY_NONE);

  return self->today != YS_DAY_NONE ? ys_day_read (ys_day_entry_get_text (self), self->today)
                                    : YS_DAY_NONE;
}

void
ys_day_entry_set_day (YsDayEntry *self, YsDay day)
{
  g_return_if_fail (YS_IS_DAY_ENTRY (self));

  char iso[YS_DAY_TEXT];

  ys_day_entry_set_text (self, ys_day_format (day, iso));
}

const char *
ys_day_entry_get_text (YsDayEntry *self)
{
  g_return_val_if_fail (YS_IS_DAY_ENTRY (self), NULL);

  return self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

void
ys_day_entry_set_text (YsDayEntry *self, const char *text)
{
  g_return_if_fail (YS_IS_DAY_ENTRY (self));

  if (g_strcmp0 (text, ys_day_entry_get_text (self)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

void
ys_day_entry_set_fault (YsDayEntry *self, const char *reason)
{
  g_return_if_fail (YS_IS_DAY_ENTRY (self));

  char *copy = g_strdup (reason);

  g_free (self->fault);
  self->fault = copy;
  show_fault (self);
}
