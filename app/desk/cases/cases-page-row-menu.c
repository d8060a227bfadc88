/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of a row: what the foot of the list does to the selection, at the place where one looks. A
 * row that is not selected becomes the selection. */
#include "desk/cases/cases-page-private.h"

#include "desk/widgets/row-words.h"
#include "desk/window.h"
#include "wording/i18n.h"

#define GROUP "cases"

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;

  ys_cases_page_open (self, ys_case_list_get_cursor (self->view));
}

static void
copy_number_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;
  YsCaseIds *ids = ys_case_model_get_ids (self->model);
  guint position = ys_case_list_get_cursor (self->view);
  g_autofree char *number = NULL;

  if (ids == NULL || position >= ys_case_ids_get_length (ids))
    return;
  number = ys_words_number (ys_case_ids_get (ids, position));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), number);
  ys_window_tell (GTK_WIDGET (self), _("The number was copied."));
}

static gboolean
assign_now (gpointer user_data)
{
  YsCasesPage *self = user_data;

  if (self->context != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->assign_button)))
    gtk_menu_button_popup (self->assign_button);
  return G_SOURCE_REMOVE;
}

/* After the menu is closed, for one popover closes the other. */
static void
assign_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, assign_now, g_object_ref (user_data), g_object_unref);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_cases_page_export_selected (user_data);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_cases_page_print (user_data);
}

/* Beside the number stands what is only of this row, below it what is of the whole selection. */
static GMenuModel *
make_menu (YsCasesPage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) one = g_menu_new ();
  g_autoptr (GMenu) many = g_menu_new ();

  g_menu_append (one, _("_Open"), GROUP ".open");
  g_menu_append (one, _("_Copy the Number"), GROUP ".copy-number");
  if (ys_context_may (self->context, YS_KIND_ASSIGNED))
    g_menu_append (many, _("_Assign…"), GROUP ".assign");
  g_menu_append (many, _("_Export…"), GROUP ".export-selected");
  g_menu_append (many, _("_Print…"), GROUP ".print-selected");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (one));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (many));
  return G_MENU_MODEL (menu);
}

static void
closed_cb (GtkPopover *popover, YsCasesPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
menu_cb (YsCaseList *view, guint position, int x, int y, YsCasesPage *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GMenuModel) menu = make_menu (self);
  double page_x = 0, page_y = 0;

  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (self), x, y, &page_x, &page_y);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) page_x, (int) page_y, 1, 1 });
  g_signal_connect (self->menu, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
ys_cases_page_make_row_menu (YsCasesPage *self)
{
  ys_cases_page_add_action (self, "open", NULL, NULL, G_CALLBACK (open_cb));
  ys_cases_page_add_action (self, "copy-number", NULL, NULL, G_CALLBACK (copy_number_cb));
  ys_cases_page_add_action (self, "assign", NULL, NULL, G_CALLBACK (assign_cb));
  ys_cases_page_add_action (self, "export-selected", NULL, NULL, G_CALLBACK (export_cb));
  ys_cases_page_add_action (self, "print-selected", NULL, NULL, G_CALLBACK (print_cb));
  g_signal_connect_object (self->view, "menu", G_CALLBACK (menu_cb), self, 0);
}
