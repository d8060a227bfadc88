/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to many cases at once: a handler, a file, paper. One at a time, with progress and
 * cancel in the foot of the list. */
#include "desk/cases/cases-page-private.h"

#include "desk/cases/case-assign.h"
#include "desk/cases/case-export.h"
#include "desk/cases/case-print.h"
#include "desk/cases/case-rows.h"
#include "desk/widgets/file-choice.h"
#include "desk/widgets/row-words.h"
#include "desk/window.h"
#include "rules/number.h"
#include "wording/i18n.h"

#include <libintl.h>

/* Numbers named beside the count, and failures told in one sentence. */
#define NAMED 3
/* The choice of the file chooser that writes names in full. */
#define NAMES_CHOICE "names"

/* --- the selection ---------------------------------------------------------------------------- */

/* What is selected or, without a selection, the whole list. */
static YsCaseIds *
get_chosen (YsCasesPage *self, gboolean selected_only)
{
  YsCaseIds *ids = ys_case_model_get_ids (self->model);
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  GtkBitsetIter iter;
  guint position;

  if (ids == NULL)
    return NULL;
  if (!selected_only || ys_case_selection_count (self->selection) == ys_case_ids_get_length (ids))
    return ys_case_ids_ref (ids);
  chosen = g_ptr_array_new ();
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      g_ptr_array_add (chosen, (gpointer) ys_case_ids_get (ids, position));
    while (gtk_bitset_iter_next (&iter, &position));
  return ys_case_ids_new (chosen);
}

/* "172, 175, 178 …" */
static char *
name_selected (YsCasesPage *self)
{
  YsCaseIds *ids = ys_case_model_get_ids (self->model);
  g_autoptr (GtkBitset) selected
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GString *names = g_string_new (NULL);
  guint n = (guint) gtk_bitset_get_size (selected);

  for (guint i = 0; ids != NULL && i < MIN (n, NAMED); i++)
    {
      const char *id = ys_case_ids_get (ids, gtk_bitset_get_nth (selected, i));
      g_autofree char *number = ys_words_number (id);

      g_string_append_printf (names, "%s%s", i > 0 ? "  " : "", number);
    }
  if (n > NAMED)
    g_string_append (names, " …");
  return g_string_free (names, FALSE);
}

void
ys_cases_page_show_selection (YsCasesPage *self)
{
  guint n = ys_case_selection_count (self->selection);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u case selected", "%'u cases selected", n),
                                            n);
  g_autofree char *numbers = name_selected (self);

  gtk_label_set_text (self->selected_count, count);
  gtk_label_set_text (self->selected_numbers, numbers);
  if (self->work == NULL)
    gtk_stack_set_visible_child_name (self->bulk, n > 0 ? "actions" : "none");
}

/* --- work in hand ----------------------------------------------------------------------------- */

static void
show_progress (guint done, guint total, gpointer user_data)
{
  YsCasesPage *self = user_data;
  g_autofree char *text = NULL;

  if (self->context == NULL)
    return;
  text = g_strdup_printf (_("%'u of %'u"), done, total);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
begin_work (YsCasesPage *self, const char *what, guint total)
{
  self->work = g_cancellable_new ();
  gtk_label_set_text (self->working_text, what);
  show_progress (0, total, self);
  gtk_stack_set_visible_child_name (self->bulk, "working");
}

static void
end_work (YsCasesPage *self)
{
  g_clear_object (&self->work);
  if (self->context != NULL)
    ys_cases_page_show_selection (self);
}

static void
cancel_cb (GtkButton *button, YsCasesPage *self)
{
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
}

/* --- a handler -------------------------------------------------------------------------------- */

static void
tell_assignment (YsCasesPage *self, const YsCaseAssignment *done)
{
  g_autofree char *sentence = g_strdup_printf (
    ngettext ("%u case has a new handler.", "%u cases have a new handler.", done->assigned),
    done->assigned);
  g_autoptr (GString) failure = NULL;
  g_autoptr (GError) error = NULL;

  ys_window_tell (GTK_WIDGET (self), sentence);
  if (done->failures->len == 0)
    return;
  failure = g_string_new (NULL);
  g_string_append_printf (failure, ngettext ("%u case was not assigned.",
                                             "%u cases were not assigned.", done->failures->len),
                          done->failures->len);
  for (guint i = 0; i < MIN (done->failures->len, NAMED); i++)
    g_string_append_printf (failure, "\n%s", (char *) g_ptr_array_index (done->failures, i));
  if (done->failures->len > NAMED)
    g_string_append (failure, "\n…");
  error = g_error_new_literal (YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED, failure->str);
  ys_window_tell_failure (GTK_WIDGET (self), error);
}

static void
assigned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasesPage) self = user_data;
  g_autoptr (YsCaseAssignment) done = ys_case_assign_finish (YS_CONTEXT (source), result, NULL);

  end_work (self);
  if (self->context != NULL && done != NULL)
    tell_assignment (self, done);
}

static void
assign_cb (GtkWidget *widget, YsCasesPage *self)
{
  g_autofree char *name
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->handler_name))));
  g_autoptr (YsCaseIds) ids = NULL;
  g_auto (GStrv) list = NULL;
  guint n;

  if (*name == '\0' || self->work != NULL)
    return;
  gtk_menu_button_popdown (self->assign_button);
  ids = get_chosen (self, TRUE);
  n = ys_case_ids_get_length (ids);
  list = ys_case_ids_copy (ids, 0, n);
  begin_work (self, _("Assigning"), n);
  ys_case_assign_async (self->context, (const char *const *) list, name, show_progress, self,
                        self->work, assigned_cb, g_object_ref (self));
}

static void
handler_changed_cb (GtkEditable *entry, YsCasesPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  gtk_widget_set_sensitive (self->assign_confirm, *name != '\0');
}

static void
handler_chosen_cb (GtkListBox *list, GtkListBoxRow *row, YsCasesPage *self)
{
  GtkLabel *label = GTK_LABEL (gtk_list_box_row_get_child (row));

  gtk_editable_set_text (GTK_EDITABLE (self->handler_name), gtk_label_get_text (label));
}

void
ys_cases_page_show_handlers (YsCasesPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->handler_list))) != NULL)
    gtk_list_box_remove (self->handler_list, row);
  for (guint i = 0; self->facts->handlers[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (self->facts->handlers[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->handler_list, label);
    }
}

/* --- a file ----------------------------------------------------------------------------------- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));

  end_work (self);
  if (self->context == NULL)
    return;
  if (done)
    {
      g_autofree char *sentence = g_strdup_printf (_("Written to %s."), name);
      ys_window_tell (GTK_WIDGET (self), sentence);
    }
  else
    {
      g_prefix_error (&error, _("The list could not be written to %s: "), name);
      ys_window_tell_failure (GTK_WIDGET (self), error);
    }
}

typedef struct
{
  YsCasesPage *page;
  GFile *file;
} Exporting;

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Exporting *exporting = user_data;
  g_autoptr (YsCasesPage) self = exporting->page;
  g_autoptr (GFile) file = exporting->file;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ys_case_export_finish (YS_CONTEXT (source), result, &error);

  if (bytes == NULL || self->context == NULL)
    {
      end_work (self);
      if (self->context != NULL)
        ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, self->work,
                                       written_cb, g_object_ref (self));
}

static void
start_export (YsCasesPage *self, GFile *file, gboolean masked)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (YsCaseIds) ids = get_chosen (self, self->export_selected);
  Exporting *exporting;

  if (ids == NULL || self->work != NULL)
    return;
  exporting = g_new0 (Exporting, 1);
  *exporting = (Exporting){ g_object_ref (self), g_object_ref (file) };
  begin_work (self, _("Exporting"), ys_case_ids_get_length (ids));
  ys_case_export_async (self->context, ids,
                        g_str_has_suffix (name, ".csv") ? YS_CASE_EXPORT_CSV
                                                        : YS_CASE_EXPORT_XLSX,
                        masked, show_progress, self, self->work, exported_cb, exporting);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, YsCasesPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      const char *full = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), NAMES_CHOICE);

      start_export (self, file, g_strcmp0 (full, "true") != 0);
    }
  g_clear_object (&self->chooser);
}

static void
choose_file (YsCasesPage *self, gboolean selected_only)
{
  char today[YS_DAY_TEXT];
  g_autofree char *name = NULL;
  GtkFileChooser *chooser;

  if (self->work != NULL || self->chooser != NULL)
    return;
  self->export_selected = selected_only;
  self->chooser = gtk_file_chooser_native_new (
    selected_only ? _("Export the Selected Cases") : _("Export the List"),
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  chooser = GTK_FILE_CHOOSER (self->chooser);
  /* Translators: the name of a file, with the day. */
  name = g_strdup_printf (_("cases-%s.xlsx"),
                          ys_day_format (ys_context_get_today (self->context), today));
  gtk_file_chooser_set_current_name (chooser, name);
  ys_file_choice_add_filter (self->chooser, _("Workbook (name.xlsx)"), "*.xlsx");
  ys_file_choice_add_filter (self->chooser, _("Comma-separated values (name.csv)"), "*.csv");
  gtk_file_chooser_add_choice (chooser, NAMES_CHOICE, _("Write names in full"), NULL, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  ys_file_choice_show (self->chooser, "exports");
}

static void
export_list_cb (GtkButton *button, YsCasesPage *self)
{
  choose_file (self, FALSE);
}

void
ys_cases_page_export_selected (YsCasesPage *self)
{
  choose_file (self, TRUE);
}

static void
export_selected_cb (GtkButton *button, YsCasesPage *self)
{
  choose_file (self, TRUE);
}

/* --- paper ------------------------------------------------------------------------------------ */

static void
print_rows_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  end_work (self);
  if (rows != NULL && self->context != NULL)
    {
      char today[YS_DAY_TEXT];
      g_autofree char *title
        = g_strdup_printf ("%s  %s", _("Cases"),
                           ys_day_format (ys_context_get_today (self->context), today));

      ys_case_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, rows, title, self->context,
                     NULL, &error);
    }
  else if (rows != NULL)
    g_ptr_array_unref (rows);
  if (error != NULL)
    ys_window_tell_failure (GTK_WIDGET (self), error);
}

/* What is selected or, where nothing is, the list. */
void
ys_cases_page_print (YsCasesPage *self)
{
  g_autoptr (YsCaseIds) ids
    = get_chosen (self, ys_case_selection_count (self->selection) > 0);
  guint n = ids != NULL ? ys_case_ids_get_length (ids) : 0;

  if (n == 0 || self->work != NULL)
    return;
  if (n > YS_CASE_PRINT_MAX)
    {
      g_autoptr (GError) error
        = g_error_new (YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
                       _("No more than %d cases are printed at once. Filter the list, select some "
                         "of it, or export it as a file."),
                       YS_CASE_PRINT_MAX);
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  begin_work (self, _("Preparing to print"), n);
  ys_context_run_async (self->context, ys_case_rows_read, ys_case_ids_copy (ids, 0, n),
                        (GDestroyNotify) g_strfreev, (GDestroyNotify) g_ptr_array_unref, self->work,
                        print_rows_cb, g_object_ref (self));
}

static void
print_cb (GtkButton *button, YsCasesPage *self)
{
  ys_cases_page_print (self);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_cases_page_print (YS_CASES_PAGE (widget));
}

/* --- making ----------------------------------------------------------------------------------- */

static void
unselect_cb (GtkButton *button, YsCasesPage *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

void
ys_cases_page_allow_bulk (YsCasesPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->assign_button),
                          ys_context_may (self->context, YS_KIND_ASSIGNED));
}

void
ys_cases_page_make_bulk (YsCasesPage *self)
{
  ys_cases_page_allow_bulk (self);
  ys_cases_page_show_selection (self);
}

void
ys_cases_page_bulk_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, bulk);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, selected_count);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, selected_numbers);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, assign_button);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, handler_name);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, handler_list);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, assign_confirm);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, working_text);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, assign_cb);
  gtk_widget_class_bind_template_callback (widget_class, handler_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, handler_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, unselect_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
}
