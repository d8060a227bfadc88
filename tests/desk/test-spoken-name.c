/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests that every kind of control has one name for a screen reader, without the letter of its
 * mnemonic, and that a label is cut before it has a tip. What GTK says of all this is looked at first:
 * when it names its controls once by itself, none of it is needed any more. */
#include <adwaita.h>

#include "desk/widgets/spoken-name.h"
#include "desk/widgets/tip.h"

#define GIVEN "给的名字"

static void
assert_named (gpointer control, const char *name)
{
  g_autofree char *other
    = gtk_test_accessible_check_property (control, GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (other, ==, NULL);
  g_assert_false (gtk_test_accessible_has_relation (control, GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
give_name (gpointer control)
{
  gtk_accessible_update_property (control, GTK_ACCESSIBLE_PROPERTY_LABEL, GIVEN, -1);
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
test_gtk (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_with_mnemonic ("取消(_C)"));
  g_autofree char *other = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "取消(_C)");

  g_assert_null (other);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_object_unref (button);
}

static void
test_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = show (box);
  GtkWidget *button = gtk_button_new_with_mnemonic ("取消(_C)");
  GtkWidget *given = gtk_button_new_with_mnemonic ("取消(_D)");
  GtkWidget *plain = gtk_button_new_with_label ("7_5");
  GtkWidget *toggle = gtk_toggle_button_new_with_mnemonic ("_Bold");
  GtkWidget *check = gtk_check_button_new_with_mnemonic ("全选(_S)");
  GtkWidget *menu = gtk_menu_button_new ();

  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (menu), TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), "导出(_E)");
  give_name (given);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), given);
  gtk_box_append (GTK_BOX (box), plain);
  gtk_box_append (GTK_BOX (box), toggle);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), menu);
  assert_named (button, "取消");
  assert_named (given, GIVEN);
  assert_named (plain, "7_5");
  assert_named (toggle, "Bold");
  assert_named (check, "全选");
  assert_named (gtk_widget_get_first_child (menu), "导出");

  gtk_button_set_label (GTK_BUTTON (button), "发送(_F)");
  assert_named (button, "发送");
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), "不选(_S)");
  assert_named (check, "不选");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_fields (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = show (box);
  GtkWidget *entries[] = { gtk_entry_new (), gtk_entry_new () };

  give_name (entries[1]);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkWidget *label = gtk_label_new_with_mnemonic ("电话(_T)");

      gtk_label_set_mnemonic_widget (GTK_LABEL (label), entries[i]);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), entries[i]);
      assert_named (entries[i], i == 0 ? "电话" : GIVEN);
      gtk_label_set_text_with_mnemonic (GTK_LABEL (label), "邮箱(_E)");
      assert_named (entries[i], i == 0 ? "邮箱" : GIVEN);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_rows (void)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window = show (list);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (entry), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), "姓名(_N)");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "休息日也提醒(_R)");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  assert_named (row, "休息日也提醒");
  assert_named (button, "休息日也提醒");
  assert_named (entry, "姓名");
  assert_named (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "姓名");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- tips ------------------------------------------------------------------------------------- */

static gboolean
has_tip (GtkWidget *label)
{
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_shown = FALSE;

  g_signal_emit_by_name (label, "query-tooltip", 0, 0, FALSE, tooltip, &is_shown);
  g_object_unref (tooltip);
  return is_shown;
}

static void
test_tip (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("滨湖公园招商合同");
  GtkWidget *other = gtk_button_new_with_label ("7");
  GtkWidget *window = show (box);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), other);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  ys_tip_set (label, "滨湖公园招商合同");
  ys_tip_set (other, "星期二");
  gtk_widget_allocate (label, 1000, 20, -1, NULL);
  g_assert_false (has_tip (label));
  gtk_widget_allocate (label, 40, 20, -1, NULL);
  g_assert_true (has_tip (label));
  /* What says more than is seen is always told. */
  g_assert_true (has_tip (other));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ys_spoken_name_watch ();
  /* A second call changes nothing. */
  ys_spoken_name_watch ();
  g_test_add_func ("/spoken-name/gtk", test_gtk);
  g_test_add_func ("/spoken-name/buttons", test_buttons);
  g_test_add_func ("/spoken-name/fields", test_fields);
  g_test_add_func ("/spoken-name/rows", test_rows);
  g_test_add_func ("/spoken-name/tip", test_tip);
  return g_test_run ();
}
