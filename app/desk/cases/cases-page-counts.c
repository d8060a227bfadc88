/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line above the list: how many cases there are, how they stand, and how many more a search
 * would find without the other filters. */
#include "desk/cases/cases-page-private.h"

#include "desk/window.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <libintl.h>

/* --- counts ----------------------------------------------------------------------------------- */

static void
show_part (GtkLabel *label, const char *format, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, format, number);

  gtk_label_set_text (label, text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (label)), number > 0);
}

static void
show_counts (YsCasesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u case", "%'u cases", n), n);
  g_autofree char *note = NULL;

  gtk_label_set_text (self->count, count);
  if (self->facts == NULL)
    return;
  if (ys_case_query_is_filtered (self->query))
    note = g_strdup_printf (_("match the filters, of %'" PRId64), self->facts->total);
  gtk_label_set_text (self->count_note, note != NULL ? note : "");
  show_part (self->overdue, _("overdue"), self->facts->overdue);
  show_part (self->today, _("today"), self->facts->today);
  show_part (self->soon, _("within three days"), self->facts->soon);
  show_part (self->suspended, _("suspended"), self->facts->suspended);
  gtk_widget_set_visible (GTK_WIDGET (self->summary),
                          self->facts->overdue + self->facts->today + self->facts->soon
                              + self->facts->suspended
                            > 0);
}

static void
show_list_or_not (YsCasesPage *self)
{
  const char *child = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 && self->facts != NULL)
    child = self->facts->total > 0 ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsCaseSummary *facts = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  gboolean same_lists;

  if (self->context == NULL)
    {
      g_clear_pointer (&facts, ys_case_summary_free);
      return;
    }
  if (facts == NULL)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  same_lists = self->facts != NULL
               && g_strv_equal ((const char *const *) self->facts->handlers,
                                (const char *const *) facts->handlers)
               && g_strv_equal ((const char *const *) self->facts->years,
                                (const char *const *) facts->years);
  g_clear_pointer (&self->facts, ys_case_summary_free);
  self->facts = facts;
  show_counts (self);
  show_list_or_not (self);
  if (same_lists)
    return;
  ys_cases_page_show_lists (self);
  ys_cases_page_show_handlers (self);
}

/* --- a search finds more elsewhere ------------------------------------------------------------ */

void
ys_cases_page_forget_elsewhere (YsCasesPage *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_widget_set_visible (self->elsewhere_button, FALSE);
}

static void
show_elsewhere (YsCasesPage *self, gint64 more)
{
  g_autofree char *text
    = g_strdup_printf (ngettext ("%'" PRId64 " more in all cases",
                                 "%'" PRId64 " more in all cases", (unsigned long) more),
                       more);

  gtk_button_set_label (GTK_BUTTON (self->elsewhere_button), text);
  gtk_widget_set_visible (self->elsewhere_button, more > 0);
}

static void
counted_elsewhere_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *count = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (count == NULL)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  show_elsewhere (self, *count - g_list_model_get_n_items (G_LIST_MODEL (self->model)));
}

/* Whoever types a number or a name expects it to be found among all cases. */
static void
count_elsewhere (YsCasesPage *self)
{
  YsCaseQuery *search;

  ys_cases_page_forget_elsewhere (self);
  if (!ys_case_query_narrows_search (self->query))
    return;
  search = ys_case_query_copy (self->query);
  ys_case_query_keep_text (search);
  self->counting = g_cancellable_new ();
  ys_context_run_async (self->context, ys_case_summary_count, search,
                        (GDestroyNotify) ys_case_query_free, g_free, self->counting,
                        counted_elsewhere_cb, g_object_ref (self));
}

void
ys_cases_page_count (YsCasesPage *self)
{
  show_counts (self);
  show_list_or_not (self);
  ys_context_run_async (self->context, ys_case_summary_read, ys_case_query_copy (self->query),
                        (GDestroyNotify) ys_case_query_free, (GDestroyNotify) ys_case_summary_free,
                        self->cancellable, counted_cb, g_object_ref (self));
  count_elsewhere (self);
}

void
ys_cases_page_counts_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, count);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, count_note);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, elsewhere_button);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, today);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, soon);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, suspended);
}
