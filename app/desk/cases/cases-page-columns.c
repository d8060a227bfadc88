/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns the list shows and how wide they are, as a person left them; the menus that say so
 * are made of actions of the group "cases". */
#include "desk/cases/cases-page-private.h"

#include "desk/widgets/lazy-menu.h"
#include "wording/i18n.h"

#include <string.h>

#define GROUP "cases"
#define COLUMN_PREFIX "column-"

/* --- shown or not ----------------------------------------------------------------------------- */

static void
set_state (YsCasesPage *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static void
show_columns (YsCasesPage *self)
{
  g_auto (GStrv) hidden = g_settings_get_strv (self->settings, "hidden-columns");

  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      const char *id = ys_case_column_get_id ((YsCaseColumn) i);
      g_autofree char *action = g_strconcat (COLUMN_PREFIX, id, NULL);
      gboolean visible = !ys_case_column_may_hide ((YsCaseColumn) i)
                         || !g_strv_contains ((const char *const *) hidden, id);

      ys_case_list_set_shown (self->view, (YsCaseColumn) i, visible);
      if (ys_case_column_may_hide ((YsCaseColumn) i))
        set_state (self, action, visible);
    }
}

static void
toggle_column_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;
  const char *toggled = g_action_get_name (G_ACTION (action)) + strlen (COLUMN_PREFIX);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "hidden-columns");
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();
  g_auto (GStrv) hidden = NULL;

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], toggled))
      g_strv_builder_add (after, before[i]);
  if (!g_strv_contains ((const char *const *) before, toggled))
    g_strv_builder_add (after, toggled);
  hidden = g_strv_builder_end (after);
  g_settings_set_strv (self->settings, "hidden-columns", (const char *const *) hidden);
  show_columns (self);
}

/* --- widths ----------------------------------------------------------------------------------- */

static int
find_column (const char *id)
{
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    if (g_str_equal (ys_case_column_get_id ((YsCaseColumn) i), id))
      return i;
  return -1;
}

static void
show_widths (YsCasesPage *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, "column-widths");
  GVariantIter iter;
  const char *id;
  int width;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "{&si}", &id, &width))
    if (find_column (id) >= 0 && width > 0)
      ys_case_list_set_width (self->view, (YsCaseColumn) find_column (id), width);
}

static void
resized_cb (YsCaseHeader *header, YsCasesPage *self)
{
  GVariantBuilder widths;

  g_variant_builder_init (&widths, G_VARIANT_TYPE ("a{si}"));
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    if (ys_case_list_get_width (self->view, (YsCaseColumn) i) > 0)
      g_variant_builder_add (&widths, "{si}", ys_case_column_get_id ((YsCaseColumn) i),
                             ys_case_list_get_width (self->view, (YsCaseColumn) i));
  g_settings_set_value (self->settings, "column-widths", g_variant_builder_end (&widths));
}

static void
usual_widths_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;

  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    ys_case_list_set_width (self->view, (YsCaseColumn) i, 0);
  g_settings_reset (self->settings, "column-widths");
}

/* --- menus ------------------------------------------------------------------------------------ */

static void
add_sort_item (GMenu *menu, const char *label, YsOrder order, gboolean descending)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, GROUP ".sort", "(sb)", ys_order_get_id (order),
                                     descending);
  g_menu_append_item (menu, item);
}

/* A column's own menu, under its head. */
static void
make_head_menu (YsCasesPage *self, YsCaseColumn column)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  int order = ys_case_column_get_order (column);

  if (order >= 0)
    {
      add_sort_item (menu, _("Sort Upwards"), (YsOrder) order, FALSE);
      add_sort_item (menu, _("Sort Downwards"), (YsOrder) order, TRUE);
    }
  if (ys_case_column_may_hide (column))
    {
      g_autofree char *action
        = g_strconcat (GROUP "." COLUMN_PREFIX, ys_case_column_get_id (column), NULL);
      g_menu_append (menu, _("Show This Column"), action);
    }
  ys_case_header_set_menu (self->header, column, G_MENU_MODEL (menu));
}

static void
make_columns_menu (YsCasesPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenu) widths = g_menu_new ();

  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      YsCaseColumn column = (YsCaseColumn) i;
      g_autofree char *action
        = g_strconcat (GROUP "." COLUMN_PREFIX, ys_case_column_get_id (column), NULL);

      make_head_menu (self, column);
      if (ys_case_column_may_hide (column))
        g_menu_append (columns, ys_case_column_get_title (column), action);
    }
  g_menu_append (widths, _("Usual Widths"), GROUP ".usual-widths");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (widths));
  ys_lazy_menu_set (self->columns_button, G_MENU_MODEL (menu));
}

void
ys_cases_page_make_columns (YsCasesPage *self)
{
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    if (ys_case_column_may_hide ((YsCaseColumn) i))
      {
        g_autofree char *name
          = g_strconcat (COLUMN_PREFIX, ys_case_column_get_id ((YsCaseColumn) i), NULL);
        ys_cases_page_add_action (self, name, NULL, g_variant_new_boolean (TRUE),
                                  G_CALLBACK (toggle_column_cb));
      }
  ys_cases_page_add_action (self, "usual-widths", NULL, NULL, G_CALLBACK (usual_widths_cb));
  make_columns_menu (self);
  show_columns (self);
  show_widths (self);
  g_signal_connect_object (self->header, "resized", G_CALLBACK (resized_cb), self, 0);
}

void
ys_cases_page_columns_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, columns_button);
}
