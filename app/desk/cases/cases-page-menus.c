/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the list is asked through: filter chips, saved views and order, all of them actions of the
 * group "cases". */
#include "desk/cases/cases-page-private.h"

#include "desk/cases/filter-chip.h"
#include "desk/cases/saved-views.h"
#include "desk/widgets/lazy-menu.h"
#include "desk/window.h"
#include "wording/i18n.h"

#define GROUP "cases"

static const char *
name_order (YsOrder order)
{
  switch (order)
    {
    case YS_ORDER_DUE:
      return C_ ("order", "Due day");
    case YS_ORDER_NUMBER:
      return C_ ("order", "Number");
    case YS_ORDER_RECEIVED:
      return C_ ("order", "Day received");
    case YS_ORDER_APPLICANT:
      return C_ ("order", "Applicant");
    case YS_ORDER_TITLE:
      return C_ ("order", "Content");
    case YS_ORDER_HANDLER:
      return C_ ("order", "Handler");
    case YS_ORDER_STATE:
      return C_ ("order", "State");
    default:
      return C_ ("order", "Day concluded");
    }
}

/* --- showing ---------------------------------------------------------------------------------- */

static void
set_state (YsCasesPage *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
show_order (YsCasesPage *self)
{
  const char *arrow = self->query->descending ? "↓" : "↑";
  g_autofree char *label = g_strdup_printf ("%s %s", name_order (self->query->order), arrow);

  gtk_menu_button_set_label (self->sort_button, label);
  set_state (self, "order", g_variant_new_string (ys_order_get_id (self->query->order)));
  set_state (self, "descending", g_variant_new_boolean (self->query->descending));
  ys_case_header_set_order (self->header, self->query->order, self->query->descending);
}

void
ys_cases_page_show_query (YsCasesPage *self)
{
  for (int i = 0; i < YS_N_CASE_CHOICES; i++)
    {
      YsCaseChoice choice = (YsCaseChoice) i;
      g_autofree char *word = ys_case_choice_get (choice, self->query);
      g_autofree char *value
        = ys_case_choice_describe (choice, self->query, ys_context_get_today (self->context));

      set_state (self, ys_case_choice_get_id (choice), g_variant_new_string (word));
      ys_filter_chip_set_value (YS_FILTER_CHIP (self->filter_chips[i]), value);
      if (choice == YS_CASE_CHOICE_TEXT)
        gtk_widget_set_visible (self->filter_chips[i], value != NULL);
    }
  gtk_widget_set_visible (self->search_all_button, ys_case_query_narrows_search (self->query));
  gtk_widget_set_visible (self->clear_button, ys_case_query_is_filtered (self->query));
  show_order (self);
  ys_cases_page_show_views (self);
}

void
ys_cases_page_show_lists (YsCasesPage *self)
{
  static const YsCaseChoice listed[] = { YS_CASE_CHOICE_HANDLER, YS_CASE_CHOICE_YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    {
      GStrv words = listed[i] == YS_CASE_CHOICE_YEAR ? self->facts->years : self->facts->handlers;
      g_autoptr (GMenuModel) menu
        = ys_case_choice_make_menu (listed[i], GROUP, (const char *const *) words);

      ys_filter_chip_set_menu (YS_FILTER_CHIP (self->filter_chips[listed[i]]), menu);
    }
}

/* --- saved views ------------------------------------------------------------------------------ */

static void
add_view (GMenu *menu, const char *label, const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autoptr (GString) plain = g_string_new (label);

  g_string_replace (plain, "_", "__", 0);
  g_menu_item_set_label (item, plain->str);
  g_menu_item_set_action_and_target (item, GROUP ".view", "s", name);
  g_menu_append_item (menu, item);
}

void
ys_cases_page_show_views (YsCasesPage *self)
{
  g_auto (GStrv) names = ys_saved_views_list (self->settings);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) saved = g_menu_new ();
  g_autofree char *label = NULL;

  add_view (all, _("All cases"), "");
  for (guint i = 0; names[i] != NULL; i++)
    add_view (saved, names[i], names[i]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (saved));
  if (self->view_name != NULL)
    {
      g_autoptr (GMenu) remove = g_menu_new ();
      g_autofree char *text = g_strdup_printf (_("Delete the view “%s”"), self->view_name);
      g_autoptr (GString) plain = g_string_new (text);

      g_string_replace (plain, "_", "__", 0);
      g_menu_append (remove, plain->str, GROUP ".delete-view");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
    }
  ys_lazy_menu_set (self->view_button, G_MENU_MODEL (menu));
  if (self->view_name != NULL)
    label = g_strdup_printf (_("View: %s"), self->view_name);
  else
    label = g_strdup (_("Views"));
  gtk_menu_button_set_label (self->view_button, label);
  set_state (self, "view", g_variant_new_string (self->view_name != NULL ? self->view_name : ""));
}

static void
view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);
  YsCaseQuery *query = *name != '\0' ? ys_saved_views_get (self->settings, name) : NULL;

  g_free (self->view_name);
  self->view_name = query != NULL ? g_strdup (name) : NULL;
  if (query != NULL)
    {
      ys_case_query_free (self->query);
      self->query = query;
    }
  else
    ys_case_query_clear_filter (self->query);
  ys_cases_page_ask (self);
}

static void
delete_view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;

  if (self->view_name == NULL)
    return;
  ys_saved_views_remove (self->settings, self->view_name);
  g_clear_pointer (&self->view_name, g_free);
  ys_cases_page_show_views (self);
}

static void
save_name_changed_cb (GtkEditable *entry, YsCasesPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  gtk_widget_set_sensitive (self->save_confirm, *name != '\0');
}

static void
save_view_cb (GtkWidget *widget, YsCasesPage *self)
{
  char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->save_name))));

  if (*name == '\0')
    {
      g_free (name);
      return;
    }
  ys_saved_views_put (self->settings, name, self->query);
  g_free (self->view_name);
  self->view_name = name;
  gtk_menu_button_popdown (self->save_button);
  gtk_editable_set_text (GTK_EDITABLE (self->save_name), "");
  ys_cases_page_show_views (self);
  ys_window_tell (GTK_WIDGET (self), _("The view was saved."));
}

/* --- filters and order ------------------------------------------------------------------------ */

static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (int i = 0; i < YS_N_CASE_CHOICES; i++)
    if (g_str_equal (name, ys_case_choice_get_id ((YsCaseChoice) i)))
      ys_case_choice_set ((YsCaseChoice) i, self->query, g_variant_get_string (parameter, NULL));
  g_clear_pointer (&self->view_name, g_free);
  ys_cases_page_ask (self);
}

static void
clear_filters_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;

  ys_case_query_clear_filter (self->query);
  g_clear_pointer (&self->view_name, g_free);
  ys_cases_page_ask (self);
}

/* The search alone, in all cases. */
static void
search_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;

  ys_case_query_keep_text (self->query);
  g_clear_pointer (&self->view_name, g_free);
  ys_cases_page_ask (self);
}

static void
set_order (YsCasesPage *self, YsOrder order, gboolean descending)
{
  g_autofree char *kept
    = g_strconcat (descending ? "-" : "", ys_order_get_id (order), NULL);

  self->query->order = order;
  self->query->descending = descending;
  g_settings_set_string (self->settings, "order", kept);
  ys_cases_page_ask (self);
}

static void
order_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;
  int order = ys_order_from_id (g_variant_get_string (parameter, NULL));

  if (order >= 0)
    set_order (self, (YsOrder) order, self->query->descending);
}

static void
descending_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *self = user_data;

  set_order (self, self->query->order, g_variant_get_boolean (parameter));
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *id;
  gboolean descending;
  int order;

  g_variant_get (parameter, "(&sb)", &id, &descending);
  order = ys_order_from_id (id);
  if (order >= 0)
    set_order (user_data, (YsOrder) order, descending);
}

static void
make_sort_menu (YsCasesPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) orders = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();

  for (int i = 0; i < YS_N_ORDERS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (name_order ((YsOrder) i), NULL);
      g_menu_item_set_action_and_target (item, GROUP ".order", "s", ys_order_get_id ((YsOrder) i));
      g_menu_append_item (orders, item);
    }
  for (int i = 0; i < 2; i++)
    {
      const char *label = i == 0 ? _("Upwards ↑") : _("Downwards ↓");
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, GROUP ".descending", "b", i == 1);
      g_menu_append_item (directions, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (orders));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (directions));
  ys_lazy_menu_set (self->sort_button, G_MENU_MODEL (menu));
}

/* --- making ----------------------------------------------------------------------------------- */

void
ys_cases_page_add_action (YsCasesPage *self, const char *name, const char *type, GVariant *state,
                          GCallback callback)
{
  g_autoptr (GVariantType) parameter = type != NULL ? g_variant_type_new (type) : NULL;
  g_autoptr (GSimpleAction) action = state != NULL
                                       ? g_simple_action_new_stateful (name, parameter, state)
                                       : g_simple_action_new (name, parameter);

  g_signal_connect (action, "activate", callback, self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
make_chips (YsCasesPage *self)
{
  for (int i = 0; i < YS_N_CASE_CHOICES; i++)
    {
      YsCaseChoice choice = (YsCaseChoice) i;
      const char *id = ys_case_choice_get_id (choice);
      g_autofree char *action = g_strconcat (GROUP ".", id, NULL);
      g_autoptr (GMenuModel) menu = NULL;

      ys_cases_page_add_action (self, id, "s", g_variant_new_string (""), G_CALLBACK (choose_cb));
      self->filter_chips[i] = ys_filter_chip_new (ys_case_choice_get_title (choice), action,
                                                  choice != YS_CASE_CHOICE_TEXT);
      if (choice != YS_CASE_CHOICE_TEXT)
        {
          menu = ys_case_choice_make_menu (choice, GROUP, NULL);
          ys_filter_chip_set_menu (YS_FILTER_CHIP (self->filter_chips[i]), menu);
        }
      gtk_box_append (self->chips, self->filter_chips[i]);
    }
  gtk_box_reorder_child_after (self->chips, self->filter_chips[YS_CASE_CHOICE_TEXT], NULL);
}

void
ys_cases_page_make_menus (YsCasesPage *self)
{
  self->actions = g_simple_action_group_new ();
  make_chips (self);
  ys_cases_page_add_action (self, "clear-filters", NULL, NULL, G_CALLBACK (clear_filters_cb));
  ys_cases_page_add_action (self, "search-all", NULL, NULL, G_CALLBACK (search_all_cb));
  ys_cases_page_add_action (self, "view", "s", g_variant_new_string (""), G_CALLBACK (view_cb));
  ys_cases_page_add_action (self, "delete-view", NULL, NULL, G_CALLBACK (delete_view_cb));
  ys_cases_page_add_action (self, "order", "s", g_variant_new_string (""), G_CALLBACK (order_cb));
  ys_cases_page_add_action (self, "descending", "b", g_variant_new_boolean (FALSE), G_CALLBACK (descending_cb));
  ys_cases_page_add_action (self, "sort", "(sb)", NULL, G_CALLBACK (sort_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (self), GROUP, G_ACTION_GROUP (self->actions));
  make_sort_menu (self);
}

void
ys_cases_page_menus_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, save_name);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, save_confirm);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, sort_button);
  gtk_widget_class_bind_template_callback (widget_class, save_name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_view_cb);
}
