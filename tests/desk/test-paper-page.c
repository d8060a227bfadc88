/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents of a case, from the docket to the eye: the page that shows them, its search, printing
 * and saving, thumbnails on the case page and in a list of files to be attached. */
#include "asked.h"
#include "desk-docket.h"
#include "desk/case/case-page.h"
#include "desk/paper/first-page.h"
#include "desk/paper/paper-page-private.h"
#include "desk/paper/paper-print.h"
#include "desk/paper/paper-source.h"
#include "desk/register/attachment-list.h"
#include "made-pdf.h"
#include "office/deliver.h"
#include "office/register.h"

#include <glib/gstdio.h>
#include <string.h>

#define DAY(text) ys_day_parse (text, -1)
#define TODAY DAY ("2026-11-24")

typedef struct
{
  DeskDocket *docket;
  char *id;
  char *digest; /* of the first file */
  YsCaseView *view;
  GtkWidget *window;
} Fixture;

/* --- a case with documents --------------------------------------------------------------------- */

static char *
write_file (Fixture *self, const char *name, GBytes *bytes)
{
  return made_file (self->docket->folder, name, bytes);
}

static char *
attach (Fixture *self, YsSession *session, const char *name, GBytes *bytes, const char *role)
{
  g_autofree char *path = write_file (self, name, bytes);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *digest = ys_office_attach (session, self->id, TODAY, file, role, &error);

  g_assert_no_error (error);
  return digest;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  YsRequest request = {
    .channel = "in-person", .submitted_on = DAY ("2026-11-16"),
    .applicant = { .klass = YS_CLASS_PERSON, .name = "李晓芳", .phone = "13912346621" },
    .title = "滨湖公园招商合同", .description = "合同全文", .form = "paper", .delivery = "post",
  };
  g_autoptr (YsSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) numbered = made_numbered (12);
  g_autoptr (GBytes) coloured = made_coloured ();
  g_autoptr (GBytes) words = g_bytes_new_static ("no PDF at all", 13);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  self->docket = desk_docket_new (0, TODAY);
  session = ys_session_open (self->docket->address, TRUE, TODAY, &error);
  g_assert_no_error (error);
  self->id = ys_office_register (session, &request, request.submitted_on, YS_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  self->digest = attach (self, session, "答复书.pdf", numbered, "reply");
  second = attach (self, session, "附件.pdf", coloured, "evidence");
  third = attach (self, session, "说明.txt", words, "other");
  self->view = ys_office_view_case (session, self->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->view->files->len, ==, 3);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
}

static gboolean
no_children (gpointer data)
{
  return asked_count_children () == 0;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  ys_case_view_unref (self->view);
  desk_turn_until (no_children, NULL);
  g_assert_cmpuint (ys_first_page_count_open (), ==, 0);
  g_free (self->id);
  g_free (self->digest);
  desk_docket_free (self->docket);
}

static gint64
seq_of (Fixture *self, guint index)
{
  return ((const YsViewFile *) g_ptr_array_index (self->view->files, index))->seq;
}

/* --- the page ---------------------------------------------------------------------------------- */

static YsPaperPage *
show_page (Fixture *self, guint index)
{
  GtkWidget *page = ys_paper_page_new (self->docket->context, self->view, seq_of (self, index));

  gtk_window_set_child (GTK_WINDOW (self->window), page);
  gtk_window_present (GTK_WINDOW (self->window));
  return YS_PAPER_PAGE (page);
}

static gboolean
is_shown (gpointer page)
{
  YsPaperPage *self = page;

  return self->view != NULL && ys_page_pictures_get_any (ys_paper_view_get_pictures (self->view), 0, 0)
                                 != NULL;
}

static gboolean
has_failed (gpointer page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (YS_PAPER_PAGE (page)->stack), "failed");
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
destroy_window (Fixture *self, gpointer watched)
{
  gpointer object = watched;

  g_object_add_weak_pointer (object, &object);
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
  desk_turn_until (is_null, &object);
}

static void
activate (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static void
test_page (Fixture *self, gconstpointer data)
{
  YsPaperPage *page = show_page (self, 0);

  desk_turn_until (is_shown, page);
  g_assert_cmpstr (gtk_label_get_text (page->name), ==, "答复书.pdf");
  g_assert_cmpstr (gtk_label_get_text (page->page_count), ==, "/ 12");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page->page_entry)), ==, "1");

  /* The next one, and it takes the first away with it. */
  activate (page, "document.next-file");
  g_assert_null (page->view);
  desk_turn_until (is_shown, page);
  g_assert_cmpstr (gtk_label_get_text (page->name), ==, "附件.pdf");
  g_assert_cmpstr (gtk_label_get_text (page->page_count), ==, "/ 2");
  g_assert_cmpuint (asked_count_children (), <=, 2);

  /* No PDF: the reason and a way out. */
  activate (page, "document.next-file");
  desk_turn_until (has_failed, page);
  g_assert_nonnull (adw_status_page_get_description (page->failed));
  g_assert_nonnull (strstr (adw_status_page_get_description (page->failed), "not a PDF"));
  activate (page, "document.previous-file");
  desk_turn_until (is_shown, page);
  destroy_window (self, page);
}

static gboolean
is_on_last (gpointer page)
{
  return ys_paper_view_get_page (YS_PAPER_PAGE (page)->view) == 11;
}

static void
test_page_entry (Fixture *self, gconstpointer data)
{
  YsPaperPage *page = show_page (self, 0);

  desk_turn_until (is_shown, page);
  gtk_editable_set_text (GTK_EDITABLE (page->page_entry), "12");
  g_signal_emit_by_name (page->page_entry, "activate");
  desk_turn_until (is_on_last, page);
  /* Beyond the end it stays. */
  gtk_editable_set_text (GTK_EDITABLE (page->page_entry), "13");
  g_signal_emit_by_name (page->page_entry, "activate");
  desk_turn ();
  g_assert_true (is_on_last (page));
  destroy_window (self, page);
}

static gboolean
says_one (gpointer page)
{
  return g_str_equal (gtk_label_get_text (YS_PAPER_PAGE (page)->hits), "1 of 1");
}

static gboolean
is_on_ninth (gpointer page)
{
  return ys_paper_view_get_page (YS_PAPER_PAGE (page)->view) == 8;
}

static void
test_search (Fixture *self, gconstpointer data)
{
  YsPaperPage *page = show_page (self, 0);

  desk_turn_until (is_shown, page);
  activate (page, "page.search");
  g_assert_true (gtk_search_bar_get_search_mode (page->search_bar));
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), "Page 9");
  desk_turn_until (says_one, page);
  desk_turn_until (is_on_ninth, page);
  g_signal_emit_by_name (page->search_entry, "stop-search");
  g_assert_false (gtk_search_bar_get_search_mode (page->search_bar));
  g_assert_cmpuint (ys_paper_search_count_hits (page->search), ==, 0);
  destroy_window (self, page);
}

/* Left while it is opened, read and searched: everything goes all the same. */
static void
test_left_early (Fixture *self, gconstpointer data)
{
  YsPaperPage *page = show_page (self, 0);

  desk_turn ();
  destroy_window (self, page);
  self->window = gtk_window_new ();
  page = show_page (self, 0);
  desk_turn_until (is_shown, page);
  ys_paper_search_start (page->search, "Page", 0);
  destroy_window (self, page);
}

static gboolean
has_page_text (gpointer page)
{
  YsPageTexts *texts = ys_paper_view_get_texts (YS_PAPER_PAGE (page)->view);

  return ys_page_texts_get (texts, 0) != NULL
         && desk_find_text (GTK_WIDGET (page), GTK_TYPE_LABEL, "Page 1") != NULL;
}

static void
test_words_beside (Fixture *self, gconstpointer data)
{
  YsPaperPage *page = show_page (self, 0);

  desk_turn_until (is_shown, page);
  g_assert_null (desk_find_text (GTK_WIDGET (page), GTK_TYPE_LABEL, "Page 1"));
  gtk_toggle_button_set_active (page->text_button, TRUE);
  desk_turn_until (has_page_text, page);
  destroy_window (self, page);
}

/* --- out --------------------------------------------------------------------------------------- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static gboolean
save (Fixture *self, const char *digest, GFile *to, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ys_paper_source_save_async (self->docket->context, digest, to, NULL, saved_cb, &result);
  desk_turn_until (has_result, &result);
  return ys_paper_source_save_finish (self->docket->context, result, error);
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->docket->folder, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "答复书.pdf", NULL);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GBytes) expected = made_numbered (12);
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  /* A document that is not kept leaves the old file as it was, and nothing beside it. */
  g_assert_false (save (self, "00000000", to, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_clear_pointer (&contents, g_free);
  g_clear_error (&error);

  g_assert_true (save (self, self->digest, to, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "答复书.pdf");
  g_assert_null (g_dir_read_name (dir));

  /* No room to write: said, and nothing left. */
  g_clear_object (&to);
  to = g_file_new_build_filename (folder, "missing", "x.pdf", NULL);
  g_assert_false (save (self, self->digest, to, &error));
  g_assert_nonnull (error);
}

static void
test_print (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = made_coloured ();
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  g_autoptr (YsPaperReader) printed = NULL;
  g_autoptr (YsPaperPixels) pixels = NULL;
  g_autoptr (GtkPrintOperation) operation = ys_paper_print_new (reader, "附件", 0);
  g_autofree char *path = g_build_filename (self->docket->folder, "printed.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  printed = asked_open_path (path);
  g_assert_cmpuint (ys_paper_reader_get_n_pages (printed), ==, 2);
  pixels = asked_pixels (printed, 1, 100, 0, NULL);
  g_assert_cmphex (asked_pixel (pixels, 50, 60), ==, 0xff00ff00);
  g_clear_pointer (&pixels, ys_paper_pixels_unref);
  pixels = asked_pixels (printed, 0, 100, 0, NULL);
  g_assert_cmphex (asked_pixel (pixels, 20, 40), ==, 0xffff0000);
  g_assert_cmphex (asked_pixel (pixels, 20, 110), ==, 0xffffffff);
  /* The operation holds the reader. */
  g_clear_object (&operation);
}

/* --- thumbnails -------------------------------------------------------------------------------- */

static gboolean
shows_files (gpointer page)
{
  g_autoptr (GPtrArray) texts = desk_list_texts (page);
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    n += strstr (g_ptr_array_index (texts, i), "12 pages") != NULL
         || strstr (g_ptr_array_index (texts, i), "2 pages") != NULL;
  return n == 2 && ys_first_page_count_open () == 0;
}

static void
test_case_page (Fixture *self, gconstpointer data)
{
  GtkWidget *page = ys_case_page_new (self->docket->context, self->id);

  gtk_window_set_child (GTK_WINDOW (self->window), page);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_turn_until (shows_files, page);
  g_assert_cmpuint (ys_first_page_count_most_open (), >, 0);
  g_assert_cmpuint (ys_first_page_count_most_open (), <=, YS_FIRST_PAGE_AT_ONCE);
  destroy_window (self, page);
}

static gboolean
says_all (gpointer list)
{
  g_autoptr (GPtrArray) texts = desk_list_texts (list);
  gboolean pages = FALSE, no_pdf = FALSE, missing = FALSE;

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      pages = pages || g_str_has_prefix (text, "12 pages · ");
      no_pdf = no_pdf || g_str_has_prefix (text, "not a PDF, or damaged · ");
      missing = missing || g_str_equal (text, "cannot be found");
    }
  return pages && no_pdf && missing;
}

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

static void
test_attachments (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "答复书.pdf", "说明.txt", "nowhere.pdf" };
  GtkWidget *list = g_object_new (YS_TYPE_ATTACHMENT_LIST, NULL);
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *rows = GTK_WIDGET (
    gtk_widget_get_template_child (list, YS_TYPE_ATTACHMENT_LIST, "rows"));

  gtk_window_set_child (GTK_WINDOW (self->window), list);
  gtk_window_present (GTK_WINDOW (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (self->docket->folder, names[i], NULL);

      ys_attachment_list_add (YS_ATTACHMENT_LIST (list), file);
      ys_attachment_list_add (YS_ATTACHMENT_LIST (list), file);
    }
  desk_turn_until (says_all, list);
  ys_attachment_list_take (YS_ATTACHMENT_LIST (list), addresses);
  g_assert_cmpuint (addresses->len, ==, 3);
  /* Taken out by its button. */
  g_signal_emit_by_name (find_type (gtk_widget_get_last_child (rows), GTK_TYPE_BUTTON), "clicked");
  ys_attachment_list_take (YS_ATTACHMENT_LIST (list), addresses);
  g_assert_cmpuint (addresses->len, ==, 2);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (addresses, 1), ".txt"));
  destroy_window (self, list);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "page", test_page },
    { "page-entry", test_page_entry },
    { "search", test_search },
    { "left-early", test_left_early },
    { "words-beside", test_words_beside },
    { "save", test_save },
    { "print", test_print },
    { "case-page", test_case_page },
    { "attachments", test_attachments },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/desk/paper-page/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  return g_test_run ();
}
