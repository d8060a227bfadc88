/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the register page on a small docket: the draft that comes back, the live due day, masks and
 * checks, and that the registered case equals what was typed. */
#include "desk-docket.h"
#include "desk/register/applicant-box.h"
#include "desk/register/applicant-panel.h"
#include "desk/register/day-entry.h"
#include "desk/register/draft-keeper.h"
#include "desk/register/likeness-panel.h"
#include "desk/register/period-card.h"
#include "desk/register/receipt-panel.h"
#include "desk/register/register-form.h"
#include "desk/register/register-page.h"
#include "desk/register/request-panel.h"
#include "office/register.h"
#include "rules/history.h"

#include <glib/gstdio.h>

#define TODAY "2026-11-24"
#define SECONDS_MAX 60

typedef struct
{
  char *dir;
  char *address;
  YsContext *context;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

/* --- waiting -------------------------------------------------------------------------------------- */

typedef gboolean (*Condition) (Fixture *fixture, gconstpointer data);

static gboolean
too_late_cb (gpointer user_data)
{
  g_error ("waited too long for: %s", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

static void
wait_until (Fixture *fixture, const char *what, Condition condition, gconstpointer data)
{
  guint timer = g_timeout_add_seconds (SECONDS_MAX, too_late_cb, (gpointer) what);

  while (!condition (fixture, data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

/* --- widgets -------------------------------------------------------------------------------------- */

static gpointer
get_child (gpointer widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

static gpointer
get_panel (Fixture *fixture, const char *name)
{
  return get_child (get_child (fixture->page, "form"), name);
}

static gpointer
get_box (Fixture *fixture)
{
  return get_child (get_panel (fixture, "applicant"), "first");
}

static void
type (gpointer owner, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (owner, name)), text);
}

static void
type_day (Fixture *fixture, const char *name, const char *text)
{
  ys_day_entry_set_text (get_child (get_panel (fixture, "receipt"), name), text);
}

static const char *
get_label (gpointer owner, const char *name)
{
  return gtk_label_get_text (get_child (owner, name));
}

/* --- the docket ----------------------------------------------------------------------------------- */

static void
found_docket (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YsDay today = ys_day_parse (TODAY, -1);
  g_autoptr (YsSession) session
    = ys_session_found (fixture->address, "云州市人民政府办公室", YS_SESSION_SUITE_GM,
                        YS_STAFF_APPROVAL_NONE, today, &error);
  YsRequest request = {
    .channel = "in-person", .submitted_on = today - 20,
    .applicant = { .klass = YS_CLASS_PERSON, .name = "李晓芳", .id_type = "居民身份证",
                   .id_number = "11010519491231002X", .phone = "13912346621" },
    .title = "滨湖公园文创经营权招商合同", .description = "滨湖公园文创经营权招商合同及评审会议记录",
    .form = "paper", .delivery = "pickup",
  };

  g_assert_no_error (error);
  g_free (ys_office_register (session, &request, today - 20, YS_DAY_NONE, NULL, &error));
  g_assert_no_error (error);
  request.applicant.name = "周某";
  request.applicant.id_number = NULL;
  request.applicant.id_type = NULL;
  g_free (ys_office_register (session, &request, today - 19, YS_DAY_NONE, NULL, &error));
  g_assert_no_error (error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->context = ys_context_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (Fixture *fixture, gconstpointer data)
{
  return fixture->context != NULL;
}

static void
open_page (Fixture *fixture)
{
  fixture->page = ys_register_page_new (fixture->context);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_gone (Fixture *fixture, gconstpointer data)
{
  return *(gpointer const *) data == NULL;
}

static void
close_page (Fixture *fixture)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (fixture, "the page to go", is_gone, &page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("yishen-register-XXXXXX", NULL);
  fixture->address = g_build_filename (fixture->dir, "office.docket", NULL);
  found_docket (fixture);
  ys_context_open_async (fixture->address, ys_day_parse (TODAY, -1), NULL, NULL, NULL, opened_cb, fixture);
  wait_until (fixture, "the docket", is_open, NULL);
  open_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->page != NULL)
    close_page (fixture);
  g_assert_finalize_object (fixture->context);
  desk_remove_tree (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->address);
}

/* --- tests ---------------------------------------------------------------------------------------- */

static void
type_request (Fixture *fixture)
{
  type (get_box (fixture), "name", "李晓芳");
  type (get_box (fixture), "id_number", "11010519491231002x");
  type (get_box (fixture), "phone", "13912346621");
  type (get_box (fixture), "address", "云州市文昌路88号");
  gtk_text_buffer_set_text (
    gtk_text_view_get_buffer (get_child (get_panel (fixture, "request"), "description")),
    "滨湖公园文创经营权招商合同及评审会议记录", -1);
  type (get_panel (fixture, "request"), "title", "滨湖公园文创经营权招商合同");
}

static const struct
{
  guint channel; /* in the list */
  const char *received, *confirmed, *due;
} days[] = {
  { 0, "2026-11-24", "", "2026-12-22" },
  { 0, "11月23日", "", "2026-12-21" },
  { 1, "2026/11/24", "", "2026-12-22" },
  { 3, "2026-11-20", "", "—" },
  { 3, "2026-11-20", "20261124", "2026-12-22" },
  { 2, "2026-11-20", "2026.11.23", "2026-12-21" },
  { 5, "2026-11-3", "", "2026-12-01" },
  { 0, "2026-11-3x", "", "—" },
  { 0, "", "", "—" },
};

static void
test_due (Fixture *fixture, gconstpointer data)
{
  gpointer channel = get_child (get_panel (fixture, "receipt"), "channel");
  gpointer card = get_child (fixture->page, "period");

  g_assert_cmpstr (get_label (card, "due"), ==, "2026-12-22");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gtk_drop_down_set_selected (channel, days[i].channel);
      type_day (fixture, "received", days[i].received);
      type_day (fixture, "confirmed", days[i].confirmed);
      g_assert_cmpstr (get_label (card, "due"), ==, days[i].due);
    }
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  gpointer box = get_box (fixture);
  g_autoptr (YsRequestDraft) draft = ys_request_draft_new ();

  g_assert_false (gtk_widget_get_visible (get_child (box, "verdict")));
  type (box, "id_number", "110105194912310021");
  g_assert_true (gtk_widget_get_visible (get_child (box, "verdict")));
  g_assert_true (gtk_widget_has_css_class (get_child (box, "verdict"), "warn"));
  type (box, "id_number", "11010519491231002x");
  g_assert_true (gtk_widget_has_css_class (get_child (box, "verdict"), "ok"));

  /* Shown again, as when a draft comes back: masked, and whole beneath. */
  ys_draft_set (&draft->applicant.id_number, "11010519491231002X");
  ys_applicant_box_show (box, &draft->applicant);
  g_assert_cmpstr (gtk_editable_get_text (get_child (box, "id_number")), ==, "1101**********002X");
  ys_draft_set (&draft->applicant.id_number, "");
  ys_applicant_box_take (box, &draft->applicant);
  g_assert_cmpstr (draft->applicant.id_number, ==, "11010519491231002X");
}

/* The paper follows the class of the applicant; a person's passport is nobody's business. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  gpointer box = get_box (fixture);
  g_autoptr (YsRequestDraft) draft = ys_request_draft_new ();

  type (box, "id_number", "11010519491231002X");
  gtk_toggle_button_set_active (get_child (box, "organisation"), TRUE);
  ys_applicant_box_take (box, &draft->applicant);
  g_assert_cmpstr (draft->applicant.id_type, ==, "统一社会信用代码");
  gtk_toggle_button_set_active (get_child (box, "person"), TRUE);
  ys_applicant_box_take (box, &draft->applicant);
  g_assert_cmpstr (draft->applicant.id_type, ==, "居民身份证");

  ys_draft_set (&draft->applicant.id_type, "护照");
  ys_applicant_box_show (box, &draft->applicant);
  ys_applicant_box_take (box, &draft->applicant);
  g_assert_cmpstr (draft->applicant.id_type, ==, "护照");
  gtk_toggle_button_set_active (get_child (box, "organisation"), TRUE);
  ys_applicant_box_take (box, &draft->applicant);
  g_assert_cmpstr (draft->applicant.id_type, ==, "统一社会信用代码");
}

/* What was discarded comes back by the same button. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  gpointer box = get_box (fixture);

  type (box, "name", "李晓芳");
  gtk_widget_activate_action (fixture->page, "register.discard", NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_child (box, "name")), ==, "");
  gtk_widget_activate_action (fixture->page, "register.discard", NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_child (box, "name")), ==, "李晓芳");
}

static gboolean
is_warned (Fixture *fixture, gconstpointer data)
{
  return gtk_widget_get_visible (get_child (get_child (fixture->page, "likeness"), "warning"));
}

static void
test_likes (Fixture *fixture, gconstpointer data)
{
  gpointer likeness = get_child (fixture->page, "likeness");

  type_request (fixture);
  wait_until (fixture, "the twin", is_warned, NULL);
  g_assert_cmpstr (get_label (likeness, "same_count"), ==, "1");
  g_assert_cmpstr (get_label (likeness, "others_count"), ==, "1");
  g_assert_true (gtk_widget_get_visible (get_child (likeness, "hint")));
  g_assert_nonnull (strstr (get_label (fixture->page, "next_number"), "〔2026〕3号"));
}

/* Another window of the same person, after a kill: the file is all it has. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRequestDraft) draft = ys_request_draft_new ();

  type_request (fixture);
  type_day (fixture, "received", "2026-11-1");
  close_page (fixture);

  open_page (fixture);
  ys_register_form_take (get_child (fixture->page, "form"), draft);
  g_assert_cmpstr (draft->applicant.name, ==, "李晓芳");
  g_assert_cmpstr (draft->applicant.id_number, ==, "11010519491231002X");
  g_assert_cmpstr (draft->title, ==, "滨湖公园文创经营权招商合同");
  g_assert_cmpstr (draft->received, ==, "2026-11-1");
  g_assert_cmpstr (get_label (get_child (fixture->page, "period"), "due"), ==, "2026-11-27");

  /* Discarded, brought back, discarded for good. */
  gtk_widget_activate_action (fixture->page, "register.discard", NULL);
  ys_register_form_take (get_child (fixture->page, "form"), draft);
  g_assert_cmpstr (draft->applicant.name, ==, "");
  gtk_widget_activate_action (fixture->page, "register.discard", NULL);
  ys_register_form_take (get_child (fixture->page, "form"), draft);
  g_assert_cmpstr (draft->applicant.name, ==, "李晓芳");
  gtk_widget_activate_action (fixture->page, "register.discard", NULL);
  close_page (fixture);
  open_page (fixture);
  ys_register_form_take (get_child (fixture->page, "form"), draft);
  g_assert_cmpstr (draft->applicant.name, ==, "");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  gpointer name = get_child (get_box (fixture), "name");

  gtk_widget_activate_action (fixture->page, "register.register", NULL);
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  gtk_test_accessible_assert_state (name, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_widget_get_visible (
    get_child (get_panel (fixture, "request"), "description_fault")));
  g_assert_cmpstr (get_label (fixture->page, "draft_state"), !=, "");
  type_request (fixture);
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  g_assert_cmpstr (get_label (fixture->page, "draft_state"), ==, "");
}

/* --- the registered case -------------------------------------------------------------------------- */

static gpointer
load_case (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_session_load_case (session, input, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gpointer *) user_data = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_given (Fixture *fixture, gconstpointer data)
{
  return *(gpointer const *) data != NULL;
}

static gboolean
is_empty_again (Fixture *fixture, gconstpointer data)
{
  return *gtk_editable_get_text (get_child (get_box (fixture), "name")) == '\0';
}

static char *
write_scan (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->dir, "scan.pdf", NULL);

  g_assert_true (g_file_set_contents (path, "%PDF-1.4\n", -1, NULL));
  return g_filename_to_uri (path, NULL, NULL);
}

static void
test_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRequestDraft) draft
    = ys_request_draft_new_fresh (ys_day_parse (TODAY, -1), "陈立");
  YsApplicantDraft *joint = ys_applicant_draft_new ();
  g_autoptr (YsHistory) history = NULL;
  const YsEvent *event;

  ys_draft_set (&joint->name, "王五");
  g_ptr_array_add (draft->joint, joint);
  ys_draft_set (&draft->applicant.name, "李晓芳");
  ys_draft_set (&draft->applicant.id_number, "11010519491231002x");
  ys_draft_set (&draft->applicant.address, " 云州市文昌路88号 ");
  ys_draft_set (&draft->applicant.postcode, "223800");
  ys_draft_set (&draft->agent, "赵六");
  ys_draft_set (&draft->description, "滨湖公园文创经营权招商合同及评审会议记录");
  ys_draft_set (&draft->document_number, "云政发〔2025〕12号");
  ys_draft_set (&draft->channel, "internet");
  ys_draft_set (&draft->submitted, "11月19日");
  ys_draft_set (&draft->received, "2026/11/20");
  ys_draft_set (&draft->confirmed, "20261123");
  ys_draft_set (&draft->confirmed_by, "电话");
  ys_draft_set (&draft->system, "省平台");
  ys_draft_set (&draft->number, "SQ-77");
  draft->suggested_publication = TRUE;
  g_ptr_array_add (draft->files, write_scan (fixture));
  ys_register_form_show (get_child (fixture->page, "form"), draft);
  type (get_box (fixture), "phone", "13912346621");
  wait_until (fixture, "the twin", is_warned, NULL);
  {
    g_autoptr (YsRequestDraft) with_twin = ys_request_draft_new ();

    g_ptr_array_add (with_twin->twins, ys_twin_new ("2026-0001", YS_TWIN_DUPLICATE));
    ys_likeness_panel_show (get_child (fixture->page, "likeness"), with_twin);
  }

  gtk_widget_activate_action (fixture->page, "register.register", NULL);
  wait_until (fixture, "registering", is_empty_again, NULL);
  ys_context_run_async (fixture->context, load_case, g_strdup ("2026-0003"), g_free,
                        (GDestroyNotify) ys_history_free, NULL, loaded_cb, &history);
  wait_until (fixture, "the case", is_given, &history);

  g_assert_cmpint (ys_history_get_length (history), ==, 5);
  event = ys_history_get (history, 1);
  g_assert_cmpint (event->kind, ==, YS_KIND_ARRIVED);
  g_assert_cmpint (event->on, ==, ys_day_parse ("2026-11-20", -1));
  g_assert_cmpint (ys_event_get_day (event, "submitted_on"), ==, ys_day_parse ("2026-11-19", -1));
  static const char *const texts[][2] = {
    { "channel", "internet" }, { "applicant.class", "person" }, { "applicant.name", "李晓芳" },
    { "applicant.id_type", "居民身份证" }, { "applicant.id_number", "11010519491231002X" },
    { "applicant.phone", "13912346621" }, { "applicant.email", NULL },
    { "applicant.address", "云州市文昌路88号" }, { "applicant.postcode", "223800" },
    { "joint.0.name", "王五" }, { "joint.0.id_type", NULL }, { "agent.name", "赵六" },
    { "request.title", "滨湖公园文创经营权招商合同及评审会议记录" },
    { "request.description", "滨湖公园文创经营权招商合同及评审会议记录" },
    { "request.document_number", "云政发〔2025〕12号" }, { "request.form", "paper" },
    { "request.delivery", "post" }, { "external.0.system", "省平台" },
    { "external.0.number", "SQ-77" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (ys_event_get_string (event, texts[i][0]), ==, texts[i][1]);
  g_assert_nonnull (ys_event_get (event, "suggested_publication"));

  event = ys_history_get (history, 2);
  g_assert_cmpint (event->kind, ==, YS_KIND_RECEIVED);
  g_assert_cmpint (event->on, ==, ys_day_parse ("2026-11-23", -1));
  g_assert_cmpstr (ys_event_get_string (event, "confirmed_by"), ==, "电话");
  event = ys_history_get (history, 3);
  g_assert_cmpint (event->kind, ==, YS_KIND_ASSIGNED);
  g_assert_cmpstr (ys_event_get_string (event, "to"), ==, "陈立");
  event = ys_history_get (history, 4);
  g_assert_cmpint (event->kind, ==, YS_KIND_ATTACHED);
  g_assert_cmpstr (ys_event_get_string (event, "name"), ==, "scan.pdf");
  g_assert_cmpstr (ys_event_get_string (event, "role"), ==, "request");
  event = ys_history_get (history, 5);
  g_assert_cmpint (event->kind, ==, YS_KIND_LINKED);
  g_assert_cmpstr (ys_event_get_string (event, "to"), ==, "2026-0001");
  g_assert_cmpstr (ys_event_get_string (event, "as"), ==, "duplicate");
}

/* A file that is gone keeps everything from being registered, and everything typed stays. */
static gboolean
is_usable (Fixture *fixture, gconstpointer data)
{
  return gtk_widget_get_sensitive (get_child (fixture->page, "form"));
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRequestDraft) draft
    = ys_request_draft_new_fresh (ys_day_parse (TODAY, -1), "陈立");
  g_autoptr (YsRequestDraft) after = ys_request_draft_new ();

  ys_draft_set (&draft->applicant.name, "李晓芳");
  ys_draft_set (&draft->applicant.address, "云州市");
  ys_draft_set (&draft->description, "合同");
  g_ptr_array_add (draft->files, g_strdup ("file:///nowhere/scan.pdf"));
  ys_register_form_show (get_child (fixture->page, "form"), draft);
  gtk_widget_activate_action (fixture->page, "register.register", NULL);
  g_assert_false (is_usable (fixture, NULL));
  wait_until (fixture, "the failure", is_usable, NULL);
  ys_register_form_take (get_child (fixture->page, "form"), after);
  g_assert_cmpstr (after->applicant.name, ==, "李晓芳");
  g_assert_cmpuint (after->files->len, ==, 1);
  wait_until (fixture, "the page", is_usable, NULL);
  gtk_widget_activate_action (fixture->page, "register.discard", NULL);
}

/* Adds the letters of all that is seen in @widget; fails where one comes twice. */
static void
collect_letters (GtkWidget *widget, GHashTable *letters)
{
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                                    : GDK_KEY_VoidSymbol;

  if (!gtk_widget_get_visible (widget))
    return;
  if (key != GDK_KEY_VoidSymbol)
    {
      g_test_message ("%s", gtk_label_get_label (GTK_LABEL (widget)));
      g_assert_true (g_hash_table_add (letters, GUINT_TO_POINTER (key)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_letters (child, letters);
}

/* Labels that change with the channel keep a letter, and no two of the page have the same. */
static void
test_letters (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "received_label", "submitted_label", "number_label",
                                        "confirmed_label" };
  gpointer receipt = get_panel (fixture, "receipt");
  GtkDropDown *channel = get_child (receipt, "channel");

  for (guint i = 0; i < g_list_model_get_n_items (gtk_drop_down_get_model (channel)); i++)
    {
      g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

      gtk_drop_down_set_selected (channel, i);
      collect_letters (GTK_WIDGET (fixture->page), letters);
      for (guint k = 0; k < G_N_ELEMENTS (labels); k++)
        g_assert_cmpuint (gtk_label_get_mnemonic_keyval (get_child (receipt, labels[k])), !=,
                          GDK_KEY_VoidSymbol);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("yishen-state-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/register-page/due", test_due);
  ADD ("/register-page/identity", test_identity);
  ADD ("/register-page/paper", test_paper);
  ADD ("/register-page/discard", test_discard);
  ADD ("/register-page/likes", test_likes);
  ADD ("/register-page/draft", test_draft);
  ADD ("/register-page/missing", test_missing);
  ADD ("/register-page/register", test_register);
  ADD ("/register-page/failure", test_failure);
  ADD ("/register-page/letters", test_letters);
#undef ADD
  status = g_test_run ();
  desk_remove_tree (state);
  return status;
}
