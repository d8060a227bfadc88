/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the list, and when they count as seen: once the list was open and is closed again. */
#include "desk/remind/remind-bell.h"

#include "desk/remind/remind-words.h"
#include "desk/widgets/row-words.h"
#include "desk/widgets/tip.h"
#include "desk/window.h"
#include "wording/i18n.h"

#include <libintl.h>

/* Of more the page of today and the list of cases tell. */
#define ROWS_MAX 100
#define BADGE_MAX 99

#define NUMBER_WIDTH 104

struct _YsRemindBell
{
  GtkBox parent_instance;

  GtkMenuButton *button;
  GtkLabel *badge;
  GtkPopover *popover;
  GtkLabel *count;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *failure;

  YsRemindWatch *watch;
  YsContext *context;
};

G_DEFINE_FINAL_TYPE (YsRemindBell, ys_remind_bell, GTK_TYPE_BOX)

/* --- rows ------------------------------------------------------------------------------------- */

static GtkWidget *
add_text (GtkWidget *box, const char *text, gboolean expands, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (expands)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 1);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
      gtk_widget_set_hexpand (label, TRUE);
    }
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_standing (GtkWidget *box, const YsReminder *reminder, YsDay today)
{
  g_autofree char *text = ys_remind_describe_standing (reminder, today);
  const char *style = ys_remind_get_style (reminder, today);
  GtkWidget *icon = gtk_image_new_from_icon_name (ys_remind_get_icon (reminder, today));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_add_css_class (icon, style);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_add_css_class (add_text (box, text, FALSE, style), "b");
}

static GtkWidget *
make_row (const YsReminder *reminder, YsDay today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = ys_words_number (reminder->row->id);
  g_autofree char *applicant = ys_words_applicant (reminder->row, TRUE);
  g_autofree char *day = ys_words_day (reminder->day, today, TRUE);
  g_autofree char *sentence = ys_remind_describe_row (reminder, today);
  GtkWidget *label;

  gtk_widget_add_css_class (box, "row2");
  label = add_text (top, number, FALSE, "docno");
  gtk_widget_set_size_request (label, NUMBER_WIDTH, -1);
  gtk_widget_add_css_class (add_text (top, applicant, TRUE, "sub"), "s");
  /* Translators: marks a reminder that was not seen yet. */
  if (!reminder->read)
    gtk_widget_add_css_class (add_text (top, C_ ("reminder", "new"), FALSE, "tag"), "w");
  add_standing (top, reminder, today);
  ys_tip_set (add_text (foot, reminder->row->title, TRUE, reminder->read ? "sub" : NULL),
              reminder->row->title);
  gtk_widget_add_css_class (add_text (foot, day, FALSE, "num"), "sub");
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "case", g_strdup (reminder->row->id), g_free);
  return row;
}

static void
add_more (YsRemindBell *self, guint more)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more stands on the page of today",
                                                     "%u more stand on the page of today", more),
                                           more);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "row");
  add_text (box, text, TRUE, "sub");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->list, row);
}

static void
fill_list (YsRemindBell *self, GPtrArray *reminders)
{
  YsDay today = ys_context_get_today (self->context);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < reminders->len && i < ROWS_MAX; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (reminders, i), today));
  if (reminders->len > ROWS_MAX)
    add_more (self, reminders->len - ROWS_MAX);
  gtk_stack_set_visible_child_name (self->stack, reminders->len > 0 ? "list" : "empty");
}

/* --- the bell --------------------------------------------------------------------------------- */

static guint
count_unread (GPtrArray *reminders)
{
  guint n = 0;

  for (guint i = 0; i < reminders->len; i++)
    n += !((YsReminder *) g_ptr_array_index (reminders, i))->read;
  return n;
}

static void
show_bell (YsRemindBell *self, GPtrArray *reminders)
{
  guint unread = count_unread (reminders);
  g_autofree char *badge = unread > BADGE_MAX ? g_strdup_printf ("%d+", BADGE_MAX)
                                              : g_strdup_printf ("%u", unread);
  g_autofree char *all = g_strdup_printf ("%u", reminders->len);
  g_autofree char *sentence
    = unread > 0 ? g_strdup_printf (ngettext ("Reminders: %u new", "Reminders: %u new", unread),
                                    unread)
                 : g_strdup (_("Reminders"));

  gtk_label_set_text (self->badge, badge);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), unread > 0);
  gtk_label_set_text (self->count, all);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
}

static void
show_reminders (YsRemindBell *self)
{
  GPtrArray *reminders = ys_remind_watch_get (self->watch, ys_context_get_address (self->context));

  if (reminders != NULL)
    show_bell (self, reminders);
}

/* Rows are made when somebody wants to see them; under that person's eyes and focus the list then
 * stays as it is. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  YsRemindBell *self = user_data;
  GPtrArray *reminders = self->watch != NULL
                           ? ys_remind_watch_get (self->watch, ys_context_get_address (self->context))
                           : NULL;

  if (reminders != NULL)
    fill_list (self, reminders);
}

static void
checked_cb (YsRemindWatch *watch, const char *address, GError *error, YsRemindBell *self)
{
  if (!g_str_equal (address, ys_context_get_address (self->context)))
    return;
  gtk_label_set_text (self->failure, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), error != NULL);
  show_reminders (self);
}

void
ys_remind_bell_set_docket (YsRemindBell *self, YsRemindWatch *watch, YsContext *context)
{
  g_return_if_fail (YS_IS_REMIND_BELL (self) && YS_IS_REMIND_WATCH (watch));
  g_return_if_fail (YS_IS_CONTEXT (context));

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_set_object (&self->watch, watch);
  g_set_object (&self->context, context);
  g_signal_connect_object (watch, "checked", G_CALLBACK (checked_cb), self, 0);
  show_reminders (self);
}

void
ys_remind_bell_open (YsRemindBell *self)
{
  g_return_if_fail (YS_IS_REMIND_BELL (self));
  gtk_menu_button_popup (self->button);
}

/* --- callbacks -------------------------------------------------------------------------------- */

static void
closed_cb (GtkPopover *popover, YsRemindBell *self)
{
  if (self->watch == NULL)
    return;
  ys_remind_watch_mark (self->watch, ys_context_get_address (self->context));
  show_reminders (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, YsRemindBell *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "case"));

  if (id == NULL)
    return;
  gtk_popover_popdown (self->popover);
  ys_window_show_case (GTK_WIDGET (self), id);
}

static void
settings_cb (GtkButton *button, YsRemindBell *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.show-preferences", "s", "reminders");
}

static void
ys_remind_bell_dispose (GObject *object)
{
  YsRemindBell *self = YS_REMIND_BELL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_REMIND_BELL);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_remind_bell_parent_class)->dispose (object);
}

static void
ys_remind_bell_class_init (YsRemindBellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_remind_bell_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/remind/remind-bell.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRemindBell, button);
  gtk_widget_class_bind_template_child (widget_class, YsRemindBell, badge);
  gtk_widget_class_bind_template_child (widget_class, YsRemindBell, popover);
  gtk_widget_class_bind_template_child (widget_class, YsRemindBell, count);
  gtk_widget_class_bind_template_child (widget_class, YsRemindBell, stack);
  gtk_widget_class_bind_template_child (widget_class, YsRemindBell, list);
  gtk_widget_class_bind_template_child (widget_class, YsRemindBell, failure);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, settings_cb);
}

static void
ys_remind_bell_init (YsRemindBell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
}
