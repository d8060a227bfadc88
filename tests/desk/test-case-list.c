/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of cases on the screen: few lines whatever the number of cases, the cursor's way, what
 * keys select, and places kept when the list changes. Widths without a window. Needs a display. */
#include <adwaita.h>

#include "desk-docket.h"
#include "desk/cases/case-line.h"
#include "desk/cases/case-list.h"
#include "desk/cases/case-model.h"
#include "desk/cases/case-selection.h"

#define TODAY ys_day_from_ymd (2026, 11, 24)
#define CASES 700
#define HEIGHT 400

static DeskDocket *docket;

typedef struct
{
  YsCaseModel *model;
  YsCaseSelection *selection;
  GtkWidget *window;
  GtkWidget *scroller;
  YsCaseList *list;
} Fixture;

/* --- widths ----------------------------------------------------------------------------------- */

static void
test_widths (void)
{
  static const int rooms[] = { 600, 900, 960, 1016, 1130, 1680, 3000 };
  static const YsCaseColumn giving[]
    = { YS_CASE_COLUMN_CLASS, YS_CASE_COLUMN_CHANNEL, YS_CASE_COLUMN_RECEIVED };
  /* All columns need 1016; without the first of these 928, without two 862. */
  static const int full[] = { 1016, 928, 862 };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      YsCaseWidths self;
      int widths[YS_N_CASE_COLUMNS];
      int sum, total, before;

      ys_case_widths_init (&self);
      total = ys_case_widths_share (&self, rooms[i], widths);
      sum = ys_case_widths_get_check (&self);
      for (int j = 0; j < YS_N_CASE_COLUMNS; j++)
        {
          if (widths[j] > 0)
            g_assert_cmpint (widths[j], >=, ys_case_widths_get_least (&self));
          sum += widths[j];
        }
      g_assert_cmpint (sum, ==, total);
      g_assert_cmpint (total, >=, rooms[i]);
      /* In a narrow list what is told elsewhere too gives way; when it is due does not. */
      g_assert_cmpint (widths[YS_CASE_COLUMN_LEFT], >, 0);
      g_assert_cmpint (widths[YS_CASE_COLUMN_DUE], >, 0);
      for (guint j = 0; j < G_N_ELEMENTS (giving); j++)
        g_assert_cmpint (widths[giving[j]] > 0, ==, rooms[i] >= full[j]);
      before = widths[YS_CASE_COLUMN_TITLE];
      /* What a hidden column had goes to others; what is chosen is had. */
      self.shown[YS_CASE_COLUMN_CLASS] = FALSE;
      self.chosen[YS_CASE_COLUMN_HANDLER] = 90;
      ys_case_widths_share (&self, rooms[i], widths);
      g_assert_cmpint (widths[YS_CASE_COLUMN_CLASS], ==, 0);
      g_assert_cmpint (widths[YS_CASE_COLUMN_HANDLER], ==, 90);
      if (rooms[i] > 1000)
        g_assert_cmpint (widths[YS_CASE_COLUMN_TITLE], >, before);
    }
}

/* --- the list --------------------------------------------------------------------------------- */

static gboolean
is_listed (gpointer data)
{
  return !ys_case_model_is_loading (data);
}

static void
ask (Fixture *self, YsOrder order, gboolean open_only)
{
  g_autoptr (YsCaseQuery) query = ys_case_query_new ();

  query->order = order;
  query->open_only = open_only;
  ys_case_model_set_query (self->model, query);
  desk_turn_until (is_listed, self->model);
}

static GtkAdjustment *
get_adjustment (Fixture *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
}

/* The line that shows @position, or NULL. */
static YsCaseLine *
find_line (Fixture *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (YS_IS_CASE_LINE (child) && ys_case_line_get_item (YS_CASE_LINE (child)) != NULL
        && ys_case_line_get_position (YS_CASE_LINE (child)) == position)
      return YS_CASE_LINE (child);
  return NULL;
}

typedef struct
{
  Fixture *fixture;
  guint position;
} Wanted;

/* Its line is there, has its row, and has the keyboard. */
static gboolean
has_keyboard (gpointer data)
{
  Wanted *wanted = data;
  YsCaseLine *line = find_line (wanted->fixture, wanted->position);

  return line != NULL && ys_case_item_get_row (ys_case_line_get_item (line)) != NULL
         && gtk_root_get_focus (GTK_ROOT (wanted->fixture->window)) == GTK_WIDGET (line);
}

static void
wait_for_cursor (Fixture *self, guint position)
{
  Wanted wanted = { self, position };
  YsCaseLine *line;

  g_assert_cmpuint (ys_case_list_get_cursor (self->list), ==, position);
  desk_turn_until (has_keyboard, &wanted);
  line = find_line (self, position);
  g_assert_cmpstr (ys_case_item_get_id (ys_case_line_get_item (line)), ==,
                   ys_case_ids_get (ys_case_model_get_ids (self->model), position));
}

static guint
count_lines (Fixture *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += YS_IS_CASE_LINE (child);
  return n;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->model = ys_case_model_new (docket->context);
  self->selection = ys_case_selection_new (self->model);
  self->window = gtk_window_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->list = YS_CASE_LIST (ys_case_list_new ());
  ys_case_list_set_context (self->list, docket->context);
  ys_case_list_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_window_set_child (GTK_WINDOW (self->window), self->scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, HEIGHT);
  gtk_window_present (GTK_WINDOW (self->window));
  ask (self, YS_ORDER_NUMBER, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  wait_for_cursor (self, 0);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer list = self->list;

  g_object_add_weak_pointer (list, &list);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_null (list);
  g_object_unref (self->selection);
  g_object_add_weak_pointer (G_OBJECT (self->model), (gpointer *) &self->model);
  g_object_unref (self->model);
  desk_turn_until (is_gone, &self->model);
}

/* As many lines as are seen, wherever one is; the keyboard is on the cursor's. */
static void
test_scroll (Fixture *self, gconstpointer data)
{
  guint lines = count_lines (self);

  g_assert_cmpuint (lines, >, 5);
  g_assert_cmpuint (lines, <, 40);
  gtk_adjustment_set_value (get_adjustment (self), gtk_adjustment_get_upper (get_adjustment (self)));
  /* Out of sight: the list itself keeps the keyboard for it. */
  while (gtk_root_get_focus (GTK_ROOT (self->window)) != GTK_WIDGET (self->list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_line (self, CASES - 1));
  g_assert_null (find_line (self, 0));
  g_assert_cmpuint (count_lines (self), ==, lines);
  gtk_adjustment_set_value (get_adjustment (self), 0);
  wait_for_cursor (self, 0);
}

/* A new question begins at the top; a refresh keeps the place. */
static void
test_questions (Fixture *self, gconstpointer data)
{
  double value = gtk_adjustment_get_page_size (get_adjustment (self)) * 3;

  gtk_adjustment_set_value (get_adjustment (self), value);
  ys_case_model_refresh (self->model);
  desk_turn_until (is_listed, self->model);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (self)), ==, value);

  ask (self, YS_ORDER_DUE, TRUE);
  ys_case_list_go_to_top (self->list);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  wait_for_cursor (self, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (self)), ==, 0);
}

static void
press (Fixture *self, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->list));
  g_autoptr (GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, modifiers);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !done; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                 GTK_WIDGET (self->list),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (done);
}

static const struct
{
  guint key;
  GdkModifierType modifiers;
  guint cursor;
  guint selected;
} keys[] = {
  { GDK_KEY_Down, 0, 1, 0 },
  { GDK_KEY_space, 0, 1, 1 },
  /* Looking on takes nothing off. */
  { GDK_KEY_Down, 0, 2, 1 },
  { GDK_KEY_Down, GDK_CONTROL_MASK, 3, 1 },
  { GDK_KEY_space, GDK_CONTROL_MASK, 3, 2 },
  { GDK_KEY_Down, GDK_SHIFT_MASK, 4, 2 },
  { GDK_KEY_Down, GDK_SHIFT_MASK, 5, 3 },
  { GDK_KEY_Up, GDK_SHIFT_MASK, 4, 2 },
  { GDK_KEY_End, 0, CASES - 1, 2 },
  { GDK_KEY_Down, 0, CASES - 1, 2 },
  { GDK_KEY_Home, GDK_SHIFT_MASK, 0, CASES },
  { GDK_KEY_Up, 0, 0, CASES },
  { GDK_KEY_A, GDK_SHIFT_MASK | GDK_CONTROL_MASK, 0, 0 },
  { GDK_KEY_a, GDK_CONTROL_MASK, 0, CASES },
  { GDK_KEY_space, 0, 0, CASES - 1 },
};

static void
test_keys (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (self, keys[i].key, keys[i].modifiers);
      g_test_message ("key %u", i);
      wait_for_cursor (self, keys[i].cursor);
      g_assert_cmpuint (ys_case_selection_count (self->selection), ==, keys[i].selected);
    }
  press (self, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (ys_case_list_get_cursor (self->list), >, 5);
  g_assert_cmpuint (ys_case_list_get_cursor (self->list), <, 40);
}

static void
activated_cb (YsCaseList *list, guint position, guint *activated)
{
  *activated = position;
}

static void
test_activate (Fixture *self, gconstpointer data)
{
  guint activated = G_MAXUINT;

  g_signal_connect (self->list, "activate", G_CALLBACK (activated_cb), &activated);
  press (self, GDK_KEY_Down, 0);
  press (self, GDK_KEY_Return, 0);
  g_assert_cmpuint (activated, ==, 1);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  desk_load_style ();
  docket = desk_docket_new (CASES, TODAY);
  g_test_add_func ("/case-list/widths", test_widths);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/case-list/scroll", test_scroll);
  ADD ("/case-list/questions", test_questions);
  ADD ("/case-list/keys", test_keys);
  ADD ("/case-list/activate", test_activate);
#undef ADD
  status = g_test_run ();
  desk_docket_free (docket);
  return status;
}
