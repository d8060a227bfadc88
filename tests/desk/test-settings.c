/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of settings on a docket: it shows what is so, changes what is set, verifies with a way
 * to stop, previews a notice before anything is written, and leaves nothing behind. The words of
 * reminders and the bell's list as well. Needs a display. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "desk-docket.h"
#include "desk/application.h"
#include "desk/remind/remind-autostart.h"
#include "desk/remind/remind-bell.h"
#include "desk/remind/remind-watch.h"
#include "desk/remind/remind-wish.h"
#include "desk/remind/remind-words.h"
#include "desk/settings/appearance-page.h"
#include "desk/settings/calendar-page.h"
#include "desk/settings/docket-page.h"
#include "desk/settings/long-work.h"
#include "desk/settings/reminders-page.h"
#include "desk/settings/settings-window.h"
#include "office/due.h"
#include "office/notice.h"

#define TODAY ys_day_from_ymd (2026, 11, 24)
#define CASES 120

static YsApplication *application;

/* --- the window ------------------------------------------------------------------------------- */

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *within;
  const char *text;
} Wanted;

static gboolean
shows_text (gpointer data)
{
  Wanted *wanted = data;

  return desk_find_text (wanted->within, GTK_TYPE_LABEL, wanted->text) != NULL;
}

static void
wait_for_text (GtkWidget *within, const char *text)
{
  Wanted wanted = { within, text };

  desk_turn_until (shows_text, &wanted);
}

static void
close_window (GtkWindow *window)
{
  gpointer held = window;

  g_object_add_weak_pointer (G_OBJECT (window), &held);
  gtk_window_destroy (window);
  desk_turn ();
  g_assert_null (held);
}

/* Every page builds, also without a docket, and the window goes. */
static void
test_window (void)
{
  static const char *const pages[] = { "reminders", "docket", "calendar", "appearance", "safety" };
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  GtkWindow *window = ys_settings_window_new (application, docket->context);
  GtkWindow *without;

  gtk_window_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      ys_settings_window_show_page (YS_SETTINGS_WINDOW (window), pages[i]);
      g_assert_cmpstr (
        adw_preferences_window_get_visible_page_name (ADW_PREFERENCES_WINDOW (window)), ==,
        pages[i]);
    }
  wait_for_text (GTK_WIDGET (window), "SM3 (Chinese national standard)");
  wait_for_text (GTK_WIDGET (window), "2018");
  close_window (window);

  without = ys_settings_window_new (application, NULL);
  gtk_window_present (without);
  g_assert_null (find_type (GTK_WIDGET (without), YS_TYPE_DOCKET_PAGE));
  g_assert_nonnull (find_type (GTK_WIDGET (without), YS_TYPE_REMINDERS_PAGE));
  close_window (without);
}

/* --- reminders -------------------------------------------------------------------------------- */

static GtkToggleButton *
find_threshold (GtkWidget *page, const char *label)
{
  GtkWidget *text = desk_find_text (page, GTK_TYPE_LABEL, label);

  g_assert_nonnull (text);
  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (text, GTK_TYPE_TOGGLE_BUTTON));
}

static void
test_thresholds (void)
{
  GSettings *settings = ys_application_get_settings (application);
  GtkWidget *page;
  g_autoptr (YsRemindWish) wish = NULL;

  g_settings_set (settings, "remind-thresholds", "ai", NULL);
  g_settings_set_value (settings, "remind-thresholds",
                        g_variant_new_parsed ("[3, 15, 0, 99, -4, 3]"));
  wish = ys_remind_wish_new (settings);
  g_assert_cmpuint (wish->rules.n_thresholds, ==, 3);
  g_assert_cmpint (wish->thresholds[0], ==, 15);
  g_assert_cmpint (wish->thresholds[1], ==, 3);
  g_assert_cmpint (wish->thresholds[2], ==, 0);

  page = g_object_ref_sink (ys_reminders_page_new (settings));
  g_assert_true (gtk_toggle_button_get_active (find_threshold (page, "3")));
  g_assert_false (gtk_toggle_button_get_active (find_threshold (page, "5")));
  gtk_toggle_button_set_active (find_threshold (page, "5"), TRUE);
  gtk_toggle_button_set_active (find_threshold (page, "3"), FALSE);
  g_clear_pointer (&wish, ys_remind_wish_unref);
  wish = ys_remind_wish_new (settings);
  /* 15 is not offered, and stays. */
  g_assert_cmpuint (wish->rules.n_thresholds, ==, 3);
  g_assert_cmpint (wish->thresholds[0], ==, 15);
  g_assert_cmpint (wish->thresholds[1], ==, 5);
  g_assert_cmpint (wish->thresholds[2], ==, 0);
  g_object_unref (page);
  g_settings_reset (settings, "remind-thresholds");
}

static void
test_wish (void)
{
  static const struct
  {
    const char *thresholds;
    const char *sentence;
  } rows[] = {
    { "[5, 3, 1, 0]", "Reminds 5, 3, 1 days before and on the day" },
    { "[7]", "Reminds 7 days before" },
    { "[0]", "Reminds on the due day" },
    { "@ai []", "Reminds only of what is overdue" },
  };
  GSettings *settings = ys_application_get_settings (application);
  g_autoptr (YsRemindWish) usual = ys_remind_wish_new (settings);
  g_autoptr (YsRemindWish) loud = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsRemindWish) wish = NULL;
      g_autofree char *sentence = NULL;

      g_settings_set_value (settings, "remind-thresholds",
                            g_variant_new_parsed (rows[i].thresholds));
      wish = ys_remind_wish_new (settings);
      sentence = ys_remind_wish_describe (wish);
      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
  g_settings_reset (settings, "remind-thresholds");
  g_assert_cmpint (usual->rules.quiet_from, ==, 20 * 60);
  g_assert_cmpint (usual->rules.quiet_to, ==, 8 * 60);
  g_settings_set_boolean (settings, "remind-quiet", FALSE);
  loud = ys_remind_wish_new (settings);
  g_assert_cmpint (loud->rules.quiet_from, ==, loud->rules.quiet_to);
  g_settings_reset (settings, "remind-quiet");
}

/* Only one's own file says no; without one the installed entry counts. */
static void
test_autostart (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "autostart",
                                            "cn.yishen.Yishen.Remind.desktop", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_assert_true (ys_remind_autostart_get ());
  g_assert_true (ys_remind_autostart_set (TRUE, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (ys_remind_autostart_set (FALSE, NULL));
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  g_assert_true (g_key_file_get_boolean (file, "Desktop Entry", "Hidden", NULL));
  g_assert_false (ys_remind_autostart_get ());
  g_assert_true (ys_remind_autostart_set (TRUE, NULL));
  g_assert_true (ys_remind_autostart_get ());
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_words (void)
{
  static const struct
  {
    YsRemindKind kind;
    int day; /* of December */
    int left;
    int level;
    const char *head;
    const char *standing;
  } rows[] = {
    { YS_REMIND_DUE, 1, -2, YS_REMIND_PAST, "〔2026〕7号 is 2 working days overdue", "2 days over" },
    { YS_REMIND_DUE, 1, -1, YS_REMIND_PAST, "〔2026〕7号 is 1 working day overdue", "1 day over" },
    { YS_REMIND_DUE, 2, 0, YS_REMIND_PAST, "〔2026〕7号 is overdue", "Overdue" },
    { YS_REMIND_DUE, 3, 0, 0, "〔2026〕7号 is due today", "Due today" },
    { YS_REMIND_DUE, 5, 0, 0, "〔2026〕7号 is due before the next working day", "0 days left" },
    { YS_REMIND_DUE, 7, 2, 3, "〔2026〕7号 is due in 2 working days", "2 days left" },
    { YS_REMIND_CORRECTION, 2, -1, YS_REMIND_PAST,
      "〔2026〕7号: the time to correct the request has passed", "Time to correct has passed" },
    { YS_REMIND_FEE, 2, -1, YS_REMIND_PAST, "〔2026〕7号: the time to pay has passed",
      "Time to pay has passed" },
  };
  YsDay today = ys_day_from_ymd (2026, 12, 3);
  YsIndexRow row = { .id = (char *) "2026-0007", .title = (char *) "题", .applicant = (char *) "张三" };
  YsIndexRow other = { .id = (char *) "2026-0008" };
  YsReminder second = { YS_REMIND_DUE, &other, today + 6, 4, 5, TRUE, FALSE };
  g_autoptr (GPtrArray) pair = g_ptr_array_new ();
  g_autofree char *head = NULL;
  g_autofree char *body = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      YsReminder reminder = { rows[i].kind, &row, ys_day_from_ymd (2026, 12, rows[i].day),
                              rows[i].left, rows[i].level, TRUE, FALSE };
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autofree char *single = NULL;
      g_autofree char *about = NULL;
      g_autofree char *standing = ys_remind_describe_standing (&reminder, today);

      g_ptr_array_add (one, &reminder);
      single = ys_remind_describe_head (one, today);
      about = ys_remind_describe_body (one, today);
      g_assert_cmpstr (single, ==, rows[i].head);
      g_assert_cmpstr (standing, ==, rows[i].standing);
      /* Never the whole name. */
      g_assert_nonnull (g_strstr_len (about, -1, "张*: 题"));
      g_assert_null (g_strstr_len (about, -1, "张三"));
      if (i == 5)
        {
          g_ptr_array_add (pair, &reminder);
          g_ptr_array_add (pair, &second);
          head = ys_remind_describe_head (pair, today);
          body = ys_remind_describe_body (pair, today);
        }
    }
  g_assert_cmpstr (head, ==, "2 cases are due within 5 working days");
  g_assert_cmpstr (body, ==, "〔2026〕7号, 〔2026〕8号");
}

/* --- the docket ------------------------------------------------------------------------------- */

static gboolean
is_free (gpointer data)
{
  return !ys_long_work_is_busy (data);
}

static char *
count_for_ever (YsSession *session, const char *input, YsLongProgress progress, gpointer data,
                gboolean *is_bad, GError **error)
{
  g_assert_cmpstr (input, ==, "input");
  while (progress (1, 2, data))
    g_usleep (1000);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return NULL;
}

static void
test_long_work (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (0, TODAY);
  YsLongWork *work = g_object_ref_sink (g_object_new (YS_TYPE_LONG_WORK, NULL));
  gpointer held = work;

  for (int apart = 0; apart <= 1; apart++)
    {
      GtkWidget *cancel;

      ys_long_work_run (work, docket->context, apart != 0, "Counting", count_for_ever, "input");
      g_assert_true (ys_long_work_is_busy (work));
      g_assert_nonnull (desk_find_text (GTK_WIDGET (work), GTK_TYPE_LABEL, "Counting"));
      cancel = gtk_widget_get_ancestor (
        desk_find_text (GTK_WIDGET (work), GTK_TYPE_LABEL, "Cancel"), GTK_TYPE_BUTTON);
      g_signal_emit_by_name (cancel, "clicked");
      desk_turn_until (is_free, work);
      g_assert_nonnull (desk_find_text (GTK_WIDGET (work), GTK_TYPE_LABEL,
                                        "Stopped. Nothing was changed."));
    }
  /* It stops by itself when the widget goes. */
  ys_long_work_run (work, docket->context, TRUE, "Counting", count_for_ever, "input");
  g_object_add_weak_pointer (G_OBJECT (work), &held);
  g_object_run_dispose (G_OBJECT (work));
  g_object_unref (work);
  while (held != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Every letter of a page once; each leads to a control. */
static void
collect_letters (GtkWidget *widget, GHashTable *letters)
{
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                                    : GDK_KEY_VoidSymbol;

  /* A row to type in shows its title large or small. */
  if (key != GDK_KEY_VoidSymbol
      && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW)
           != g_hash_table_lookup (letters, GUINT_TO_POINTER (key)))
    {
      g_test_message ("%s", gtk_label_get_label (GTK_LABEL (widget)));
      g_assert_false (g_hash_table_contains (letters, GUINT_TO_POINTER (key)));
    }
  if (key != GDK_KEY_VoidSymbol)
    g_hash_table_insert (letters, GUINT_TO_POINTER (key),
                         gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_letters (child, letters);
}

static void
test_letters (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (0, TODAY);
  GtkWindow *window = ys_settings_window_new (application, docket->context);
  static const struct
  {
    GType (*get_type) (void);
    guint n;
  } pages[] = {
    { ys_reminders_page_get_type, 5 }, { ys_docket_page_get_type, 6 },
    { ys_calendar_page_get_type, 1 }, { ys_appearance_page_get_type, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

      collect_letters (find_type (GTK_WIDGET (window), pages[i].get_type ()), letters);
      g_assert_cmpuint (g_hash_table_size (letters), ==, pages[i].n);
    }
  gtk_window_destroy (window);
  desk_turn ();
}

/* An index that was filled in part is not as it was. */
static void
test_stopped_index (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  GSettings *settings = ys_application_get_settings (application);
  GtkWidget *page = g_object_ref_sink (ys_docket_page_new (settings, docket->context));
  YsLongWork *work = YS_LONG_WORK (find_type (page, YS_TYPE_LONG_WORK));

  g_signal_emit_by_name (gtk_widget_get_ancestor (
                           desk_find_text (page, GTK_TYPE_LABEL, "Build Again"), GTK_TYPE_BUTTON),
                         "clicked");
  /* Before the docket's thread was asked. */
  g_signal_emit_by_name (gtk_widget_get_ancestor (
                           desk_find_text (GTK_WIDGET (work), GTK_TYPE_LABEL, "Cancel"),
                           GTK_TYPE_BUTTON),
                         "clicked");
  desk_turn_until (is_free, work);
  g_assert_null (desk_find_text (GTK_WIDGET (work), GTK_TYPE_LABEL, "Stopped. Nothing was changed."));
  g_assert_nonnull (desk_find_text (GTK_WIDGET (work), GTK_TYPE_LABEL,
                                    "Stopped. The index is filled in part; the rest follows when a "
                                    "list is next asked for."));
  g_object_unref (page);
}

static void
test_docket_page (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  GSettings *settings = ys_application_get_settings (application);
  GtkWidget *page = g_object_ref_sink (ys_docket_page_new (settings, docket->context));
  YsLongWork *work = YS_LONG_WORK (find_type (page, YS_TYPE_LONG_WORK));
  GtkWidget *verify = gtk_widget_get_ancestor (
    desk_find_text (page, GTK_TYPE_LABEL, "Verify"), GTK_TYPE_BUTTON);
  GtkEditable *writer = GTK_EDITABLE (find_type (page, ADW_TYPE_ENTRY_ROW));
  g_autoptr (GPtrArray) texts = NULL;
  gboolean is_whole = FALSE;

  wait_for_text (page, "SM3 (Chinese national standard)");
  g_signal_emit_by_name (verify, "clicked");
  g_assert_true (ys_long_work_is_busy (work));
  g_assert_false (gtk_widget_get_sensitive (verify));
  desk_turn_until (is_free, work);
  g_assert_true (gtk_widget_get_sensitive (verify));
  texts = desk_list_texts (GTK_WIDGET (work));
  for (guint i = 0; i < texts->len; i++)
    is_whole |= g_str_has_prefix (g_ptr_array_index (texts, i), "All is whole: ");
  g_assert_true (is_whole);

  gtk_editable_set_text (writer, "  周敏 ");
  g_signal_emit_by_name (writer, "apply");
  g_assert_cmpstr (ys_context_get_actor (docket->context), ==, "周敏");
  gtk_editable_set_text (writer, "");
  g_signal_emit_by_name (writer, "apply");
  g_assert_cmpstr (ys_context_get_actor (docket->context), !=, "周敏");
  desk_turn ();
  g_object_unref (page);
}

/* --- the calendar ----------------------------------------------------------------------------- */

/* The whole week before most is due. */
static const char notice[] = "year 2026\nnotice 补充通知\nrest 某节 2026-12-07 2026-12-11\n";

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static guint
count_notices (DeskDocket *docket)
{
  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  g_autoptr (GPtrArray) notices = ys_office_list_notices (session, NULL);

  return notices->len;
}

static void
test_notice (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  GtkWindow *window = ys_settings_window_new (application, docket->context);
  YsCalendarPage *page
    = YS_CALENDAR_PAGE (find_type (GTK_WIDGET (window), YS_TYPE_CALENDAR_PAGE));
  guint before = count_notices (docket);

  gtk_window_present (window);
  ys_settings_window_show_page (YS_SETTINGS_WINDOW (window), "calendar");
  ys_calendar_page_take (page, notice);
  desk_turn_until (has_dialog, NULL);
  g_assert_nonnull (find_type (GTK_WIDGET (find_dialog ()), GTK_TYPE_LIST_BOX));
  adw_message_dialog_response (find_dialog (), "cancel");
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  desk_turn_until (has_no_dialog, NULL);
  g_assert_cmpuint (count_notices (docket), ==, before);

  ys_calendar_page_take (page, notice);
  desk_turn_until (has_dialog, NULL);
  adw_message_dialog_response (find_dialog (), "accept");
  wait_for_text (GTK_WIDGET (page), "The notice was taken in.");
  g_assert_cmpuint (count_notices (docket), ==, before + 1);
  wait_for_text (GTK_WIDGET (page), "补充通知");

  ys_calendar_page_take (page, "year 2026\n");
  wait_for_text (GTK_WIDGET (page), "Line 2 of the notice: the notice lists no day of rest.");
  if (find_dialog () != NULL)
    gtk_window_close (GTK_WINDOW (find_dialog ()));
  desk_turn_until (has_no_dialog, NULL);
  close_window (window);
}

/* --- the bell --------------------------------------------------------------------------------- */

typedef struct
{
  YsRemindWatch *watch;
  const char *address;
  guint unread;
} Marked;

static guint
count_unread (GPtrArray *reminders)
{
  guint n = 0;

  for (guint i = 0; reminders != NULL && i < reminders->len; i++)
    n += !((YsReminder *) g_ptr_array_index (reminders, i))->read;
  return n;
}

static gboolean
is_looked_at (gpointer data)
{
  Marked *marked = data;

  return ys_remind_watch_get (marked->watch, marked->address) != NULL
         && ys_remind_watch_is_idle (marked->watch);
}

static gboolean
is_read (gpointer data)
{
  Marked *marked = data;

  return count_unread (ys_remind_watch_get (marked->watch, marked->address)) == marked->unread
         && ys_remind_watch_is_idle (marked->watch);
}

/* On the application's own day, whichever that is: the sample ends there. As many as the office's own
 * list of what is due holds; seen once the list was closed. */
static void
test_bell (void)
{
  YsDay today = ys_application_get_today (application);
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, today);
  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  g_autoptr (GPtrArray) due = ys_office_list_due (session, today, 5, NULL);
  YsRemindWatch *watch = ys_application_get_watch (application);
  YsRemindBell *bell = g_object_new (YS_TYPE_REMIND_BELL, NULL);
  GtkWidget *window = gtk_window_new ();
  Marked marked = { watch, docket->address, 0 };
  guint running = 0;
  guint listed = 0;
  GPtrArray *reminders;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bell));
  ys_remind_bell_set_docket (bell, watch, docket->context);
  ys_remind_watch_attach (watch, docket->context);
  desk_turn_until (is_looked_at, &marked);

  for (guint i = 0; i < due->len; i++)
    running += ((YsDueRow *) g_ptr_array_index (due, i))->state == YS_STATE_RUNNING;
  reminders = ys_remind_watch_get (watch, docket->address);
  for (guint i = 0; i < reminders->len; i++)
    listed += ((YsReminder *) g_ptr_array_index (reminders, i))->kind == YS_REMIND_DUE;
  g_assert_cmpuint (listed, ==, running);
  g_assert_cmpuint (listed, >, 0);
  g_assert_cmpuint (count_unread (reminders), ==, reminders->len);
  {
    gpointer list = gtk_widget_get_template_child (GTK_WIDGET (bell), YS_TYPE_REMIND_BELL, "list");
    gpointer badge = gtk_widget_get_template_child (GTK_WIDGET (bell), YS_TYPE_REMIND_BELL, "badge");
    g_autofree char *number = g_strdup_printf ("%u", reminders->len);

    g_assert_cmpstr (gtk_label_get_text (badge), ==, number);
    gtk_window_present (GTK_WINDOW (window));
    ys_remind_bell_open (bell);
    g_assert_nonnull (gtk_list_box_get_row_at_index (list, (int) reminders->len - 1));
    g_assert_null (gtk_list_box_get_row_at_index (list, (int) reminders->len));
  }
  ys_remind_watch_mark (watch, docket->address);
  desk_turn_until (is_read, &marked);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (bell), YS_TYPE_REMIND_BELL, "badge"))));
  close_window (GTK_WINDOW (window));
}

/* --- the program ------------------------------------------------------------------------------ */

/* The tests stand in place of a first window. */
static void
activate_cb (GApplication *app, int *status)
{
  g_signal_stop_emission_by_name (app, "activate");
  *status = g_test_run ();
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("yishen-settings-XXXXXX", NULL);
  g_autofree char *config = g_build_filename (home, "config", NULL);
  int status = 1;

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_test_init (&argc, &argv, NULL);
  application = ys_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &status);

  g_test_add_func ("/settings/window", test_window);
  g_test_add_func ("/settings/thresholds", test_thresholds);
  g_test_add_func ("/settings/wish", test_wish);
  g_test_add_func ("/settings/autostart", test_autostart);
  g_test_add_func ("/settings/words", test_words);
  g_test_add_func ("/settings/long-work", test_long_work);
  g_test_add_func ("/settings/docket-page", test_docket_page);
  g_test_add_func ("/settings/letters", test_letters);
  g_test_add_func ("/settings/stopped-index", test_stopped_index);
  g_test_add_func ("/settings/notice", test_notice);
  g_test_add_func ("/settings/bell", test_bell);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_clear_object (&application);
  desk_remove_tree (home);
  return status;
}
