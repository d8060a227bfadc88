/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An office with staff at the desk: its first keeper closes the docket, people are enrolled, what one
 * may not do is grey with the reason, whatever must be signed asks for the key once and is then done,
 * and a key is locked when nobody is there. Needs a display. */
#include <adwaita.h>

#include "desk-docket.h"
#include "desk/idle-lock.h"
#include "desk/settings/approval-page.h"
#include "desk/settings/entry-form.h"
#include "desk/settings/key-page.h"
#include "desk/settings/people-forms.h"
#include "desk/settings/people-page.h"
#include "desk/widgets/key-question.h"
#include "desk/widgets/sign-in.h"
#include "office/case-view.h"
#include "office/register.h"
#include "office/staff.h"

#define TODAY ys_day_from_ymd (2026, 11, 24)
#define PASSPHRASE "correct horse battery"

/* --- an office -------------------------------------------------------------------------------- */

typedef struct
{
  gboolean done;
  GError *error;
} Waited;

static gboolean
is_done (gpointer data)
{
  return ((Waited *) data)->done;
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waited *waited = data;

  ys_context_run_finish (YS_CONTEXT (source), result, &waited->error);
  waited->done = TRUE;
}

/* Does it and waits; gives the error. */
static GError *
run (YsContext *context, YsWorkFunc func, gpointer input)
{
  Waited waited = { FALSE, NULL };

  ys_context_run_async (context, func, input, NULL, NULL, NULL, waited_cb, &waited);
  desk_turn_until (is_done, &waited);
  desk_turn ();
  return waited.error;
}

static gpointer
found_office (YsSession *session, gpointer signs, GCancellable *cancellable, GError **error)
{
  YsDay on = ys_session_get_today (session);

  if (signs != NULL && !ys_office_set_policy (session, on, YS_STAFF_APPROVAL_SIGNED, FALSE, error))
    return NULL;
  if (ys_office_enrol_keeper (session, on, "li", "李管", signs != NULL ? PASSPHRASE : NULL, error)
      && ys_office_enrol (session, on, "wang", "王敏", "秘书科", NULL, YS_ROLE_OFFICER, error))
    ys_office_enrol (session, on, "zhao", "赵强", NULL, NULL, YS_ROLE_HEAD, error);
  return NULL;
}

static gboolean
is_closed (gpointer context)
{
  return ys_staff_find (ys_context_get_staff (context), "zhao") != NULL;
}

static DeskDocket *
make_office (gboolean signs)
{
  DeskDocket *docket = desk_docket_new (0, TODAY);
  g_autoptr (GError) error = run (docket->context, found_office, GINT_TO_POINTER (signs));

  g_assert_no_error (error);
  desk_turn_until (is_closed, docket->context);
  return docket;
}

static gboolean
is_actor_set (gpointer context)
{
  return g_str_equal (ys_context_get_actor (context), "li");
}

static gboolean
is_key_open (gpointer context)
{
  return ys_context_is_key_open (context);
}

static gboolean
is_key_locked (gpointer context)
{
  return !ys_context_is_key_open (context);
}

/* --- who may what ----------------------------------------------------------------------------- */

static void
test_closing (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (0, TODAY);
  YsContext *context = docket->context;
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_context_may (context, YS_KIND_STAFF_JOINED));
  g_assert_true (ys_context_may (context, YS_KIND_RECEIVED));
  error = run (context, found_office, NULL);
  g_assert_no_error (error);
  desk_turn_until (is_closed, context);
  /* Whoever closed it is that keeper. */
  desk_turn_until (is_actor_set, context);
  g_assert_true (ys_context_may (context, YS_KIND_STAFF_JOINED));
  reason = ys_context_tell_why_not (context, YS_KIND_RECEIVED);
  g_assert_nonnull (strstr (reason, "officer"));
  ys_context_set_actor (context, "wang");
  g_assert_true (ys_context_may (context, YS_KIND_RECEIVED));
  g_assert_false (ys_context_may (context, YS_KIND_APPROVED));
  g_assert_false (ys_context_may (context, YS_KIND_STAFF_JOINED));
  ys_context_set_actor (context, "");
  g_assert_false (ys_context_may (context, YS_KIND_RECEIVED));
  g_assert_cmpstr (ys_context_name_actor (context, "zhao"), ==, "赵强");
  g_assert_cmpstr (ys_context_name_actor (context, "somebody"), ==, "somebody");
}

/* --- the key ---------------------------------------------------------------------------------- */

static int asked;

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer context)
{
  ys_context_answer_key_question (context, ys_key_question_finish (result));
}

static void
ask_cb (YsContext *context, gpointer from)
{
  asked++;
  ys_key_question_ask (from, context, answered_cb, context);
}

static gpointer
set_chain (YsSession *session, gpointer steps, GCancellable *cancellable, GError **error)
{
  ys_office_set_chain (session, ys_session_get_today (session), steps, error);
  return NULL;
}

static GtkEditable *
find_field (GtkWindow *window)
{
  GtkWidget *label = desk_find_text (GTK_WIDGET (window), GTK_TYPE_LABEL, "Passphrase");

  g_assert_nonnull (label);
  return GTK_EDITABLE (gtk_label_get_mnemonic_widget (GTK_LABEL (label)));
}

static gboolean
has_question (gpointer data)
{
  return find_window (YS_TYPE_KEY_QUESTION) != NULL;
}

static gboolean
says_wrong (gpointer window)
{
  return desk_find_text (window, GTK_TYPE_LABEL,
                         "This passphrase does not open the key. Mind capital letters and the input "
                         "method, and type it again.") != NULL;
}

static void
test_locked (void)
{
  static const char *const steps[] = { "legal", "leader", NULL };
  g_autoptr (DeskDocket) docket = make_office (TRUE);
  YsContext *context = docket->context;
  GtkWidget *from = gtk_window_new ();
  Waited first = { FALSE, NULL };
  Waited second = { FALSE, NULL };
  GtkWindow *question;

  desk_turn_until (is_actor_set, context);
  desk_turn_until (is_key_open, context);
  ys_context_lock_key (context);
  desk_turn_until (is_key_locked, context);

  /* Nobody to ask: it says that the key is locked. */
  first.error = run (context, set_chain, (gpointer) steps);
  g_assert_error (first.error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_LOCKED);
  g_clear_error (&first.error);

  /* Given up. */
  gtk_window_present (GTK_WINDOW (from));
  ys_context_set_key_question (context, ask_cb, from);
  ys_context_run_async (context, set_chain, (gpointer) steps, NULL, NULL, NULL, waited_cb, &first);
  desk_turn_until (has_question, NULL);
  gtk_window_close (find_window (YS_TYPE_KEY_QUESTION));
  desk_turn_until (is_done, &first);
  g_assert_error (first.error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_LOCKED);
  g_clear_error (&first.error);
  first.done = FALSE;
  desk_turn ();

  /* Two works wait for one question, and a wrong passphrase is asked again. */
  asked = 0;
  ys_context_run_async (context, set_chain, (gpointer) steps, NULL, NULL, NULL, waited_cb, &first);
  ys_context_run_async (context, set_chain, (gpointer) (steps + 1), NULL, NULL, NULL, waited_cb,
                        &second);
  desk_turn_until (has_question, NULL);
  question = find_window (YS_TYPE_KEY_QUESTION);
  gtk_editable_set_text (find_field (question), "wrong horse battery");
  g_signal_emit_by_name (find_field (question), "activate");
  desk_turn_until (says_wrong, question);
  g_assert_false (first.done);
  gtk_editable_set_text (find_field (question), PASSPHRASE);
  g_signal_emit_by_name (find_field (question), "activate");
  desk_turn_until (is_done, &first);
  desk_turn_until (is_done, &second);
  g_assert_no_error (first.error);
  g_assert_no_error (second.error);
  g_assert_cmpint (asked, ==, 1);
  desk_turn ();
  g_assert_true (ys_context_is_key_open (context));
  g_assert_cmpstr (ys_staff_get_chain (ys_context_get_staff (context))[0], ==, "leader");

  /* Another person has another key. */
  ys_context_set_actor (context, "wang");
  desk_turn_until (is_key_locked, context);
  ys_context_set_key_question (context, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (from));
}

static void
count_cb (gpointer data, gpointer user_data)
{
  (*(int *) data)++;
}

static void
test_idle (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("cn.yishen.Yishen");
  int locked = 0;
  YsIdleLock *idle;
  gint64 now = ys_idle_lock_read_clock ();

  g_settings_set_int (settings, "key-idle-minutes", 2);
  idle = ys_idle_lock_new (settings, count_cb, &locked);
  ys_idle_lock_look (idle, now + 119 * G_USEC_PER_SEC);
  g_assert_cmpint (locked, ==, 0);
  ys_idle_lock_look (idle, now + 121 * G_USEC_PER_SEC);
  g_assert_cmpint (locked, ==, 1);
  /* Once is enough. */
  ys_idle_lock_look (idle, now + 500 * G_USEC_PER_SEC);
  g_assert_cmpint (locked, ==, 1);
  ys_idle_lock_free (idle);
  g_settings_reset (settings, "key-idle-minutes");
}

/* --- the pages -------------------------------------------------------------------------------- */

static GtkWidget *
find_button (GtkWidget *within, const char *label)
{
  GtkWidget *text = desk_find_text (within, GTK_TYPE_LABEL, label);

  g_assert_nonnull (text);
  return gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON);
}

static gboolean
is_form_gone (gpointer data)
{
  return find_window (YS_TYPE_ENTRY_FORM) == NULL;
}

static gboolean
has_failed (gpointer form)
{
  return ys_entry_form_get_failure (form) != NULL;
}

static GtkWidget *
show (GtkWidget *page, GtkWidget **window)
{
  *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (*window), page);
  gtk_window_present (GTK_WINDOW (*window));
  desk_turn ();
  return page;
}

static void
enter (YsEntryForm *form, const char *key, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ys_entry_form_get_row (form, key)), text);
}

static void
test_people (void)
{
  g_autoptr (DeskDocket) docket = make_office (FALSE);
  YsContext *context = docket->context;
  GtkWidget *window;
  GtkWidget *page = show (ys_people_page_new (context), &window);
  YsEntryForm *form;

  desk_turn_until (is_actor_set, context);
  g_assert_nonnull (desk_find_text (page, GTK_TYPE_LABEL, "wang · officer · no key · 秘书科"));
  g_assert_true (gtk_widget_is_sensitive (find_button (page, "Enrol a Person…")));

  /* What is refused is said in the form, which stays. */
  form = ys_people_form_enrol (page, context);
  gtk_window_present (GTK_WINDOW (form));
  ys_entry_form_go (form);
  g_assert_nonnull (ys_entry_form_get_failure (form));
  enter (form, "id", "wang");
  enter (form, "name", "王二");
  ys_entry_form_go (form);
  g_assert_null (ys_entry_form_get_failure (form));
  desk_turn_until (has_failed, form);
  enter (form, "id", "wang2");
  ys_entry_form_go (form);
  desk_turn_until (is_form_gone, NULL);
  g_assert_cmpstr (ys_context_name_actor (context, "wang2"), ==, "王二");
  g_assert_nonnull (desk_find_text (page, GTK_TYPE_LABEL, "王二"));

  form = ys_people_form_leave (page, context,
                               ys_staff_find (ys_context_get_staff (context), "wang2"));
  gtk_window_present (GTK_WINDOW (form));
  ys_entry_form_go (form);
  desk_turn_until (is_form_gone, NULL);
  g_assert_nonnull (desk_find_text (page, GTK_TYPE_LABEL, "wang2 · left on 2026-11-24"));

  /* An officer looks on and reads why. */
  ys_context_set_actor (context, "wang");
  desk_turn ();
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "Enrol a Person…")));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (find_button (page, "Enrol a Person…")),
                            "keeper"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_is_sensitive (widget);
}

static gboolean
asks_legal (gpointer context)
{
  return g_strv_contains (ys_staff_get_chain (ys_context_get_staff (context)), "legal");
}

static void
test_approval (void)
{
  g_autoptr (DeskDocket) docket = make_office (FALSE);
  YsContext *context = docket->context;
  GtkWidget *window;
  GtkWidget *page = show (ys_approval_page_new (context), &window);
  GtkWidget *record = find_button (page, "Record");
  GtkWidget *row;
  GtkWidget *own;

  desk_turn_until (is_actor_set, context);
  desk_turn ();
  g_assert_false (gtk_widget_is_sensitive (record));
  row = gtk_widget_get_ancestor (desk_find_text (page, GTK_TYPE_LABEL, "legal review"),
                                 ADW_TYPE_ACTION_ROW);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  own = find_button (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP), "Record");
  /* A switch moves there first. */
  desk_turn_until (is_sensitive, own);
  /* The chain's own button, not that of the policy. */
  g_assert_false (gtk_widget_is_sensitive (record));
  g_signal_emit_by_name (own, "clicked");
  desk_turn_until (asks_legal, context);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_key_page (void)
{
  g_autoptr (DeskDocket) docket = make_office (TRUE);
  YsContext *context = docket->context;
  g_autoptr (GSettings) settings = g_settings_new ("cn.yishen.Yishen");
  GtkWidget *window;
  GtkWidget *page = show (ys_key_page_new (settings, context), &window);
  const YsPerson *li;
  g_autofree char *fingerprint = NULL;

  desk_turn_until (is_actor_set, context);
  desk_turn ();
  li = ys_staff_find (ys_context_get_staff (context), "li");
  fingerprint = ys_office_make_fingerprint (li->key);
  g_assert_cmpuint (strlen (fingerprint), ==, 19);
  g_assert_nonnull (desk_find_text (page, GTK_TYPE_LABEL, fingerprint));
  g_assert_nonnull (desk_find_text (page, GTK_TYPE_LABEL, "key in force"));
  g_assert_null (ys_office_make_fingerprint ("sm2:12"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sign_in (void)
{
  g_autoptr (DeskDocket) docket = make_office (FALSE);
  YsContext *context = docket->context;
  g_autoptr (GSettings) settings = g_settings_new ("cn.yishen.Yishen");
  GtkWidget *from = gtk_window_new ();
  YsSignIn *question;
  GtkWidget *row;

  desk_turn_until (is_actor_set, context);
  ys_context_set_actor (context, "");
  g_assert_false (ys_sign_in_take_remembered (context, settings));
  question = ys_sign_in_ask (from, context, settings);
  row = gtk_widget_get_ancestor (desk_find_text (GTK_WIDGET (question), GTK_TYPE_LABEL, "王敏"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (ys_context_get_actor (context), ==, "wang");
  ys_context_set_actor (context, "");
  g_assert_true (ys_sign_in_take_remembered (context, settings));
  g_assert_cmpstr (ys_context_get_actor (context), ==, "wang");
  /* Whoever does not belong to the staff is not taken. */
  ys_context_set_actor (context, "");
  ys_sign_in_remember (settings, ys_context_get_docket_id (context), "nobody");
  g_assert_false (ys_sign_in_take_remembered (context, settings));
  gtk_window_destroy (GTK_WINDOW (from));
}

int
main (int argc, char **argv)
{
  /* Keys lie in the person's own data. */
  g_autofree char *home = g_dir_make_tmp ("yishen-people-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/desk/people/closing", test_closing);
  g_test_add_func ("/desk/people/locked", test_locked);
  g_test_add_func ("/desk/people/idle", test_idle);
  g_test_add_func ("/desk/people/people", test_people);
  g_test_add_func ("/desk/people/approval", test_approval);
  g_test_add_func ("/desk/people/key-page", test_key_page);
  g_test_add_func ("/desk/people/sign-in", test_sign_in);
  status = g_test_run ();
  desk_remove_tree (home);
  return status;
}
