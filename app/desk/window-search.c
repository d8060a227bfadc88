/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search in the header: what is typed there filters the cases. */
#include "desk/window-private.h"

#include "desk/cases/cases-page.h"
#include "desk/widgets/row-words.h"

/* Enough for fast typing and for an input method that commits piece by piece. */
#define SEARCH_DELAY_MS 250

static gboolean
search_now (gpointer user_data)
{
  YsWindow *self = user_data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkWidget *page;

  self->search_delay = 0;
  /* Nothing to search for in a page that nobody has asked for. */
  if (self->context == NULL
      || (*text == '\0' && gtk_stack_get_child_by_name (self->pages, "cases") == NULL))
    return G_SOURCE_REMOVE;
  page = ys_window_find_place (self, "cases");
  if (ys_cases_page_set_text (YS_CASES_PAGE (page), text) && *text != '\0')
    ys_window_show_page (self, "cases", TRUE);
  return G_SOURCE_REMOVE;
}

const char *
ys_window_get_search (GtkWidget *from)
{
  YsWindow *self = ys_window_find (from);
  const char *text = self != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->search)) : "";

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0' ? text : NULL;
}

/* A chip was taken off, a view chosen: the entry says what is searched for. */
void
ys_window_search_show (YsWindow *self, YsCasesPage *page)
{
  const char *text = ys_cases_page_get_text (page);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
}

static void
show_found (YsWindow *self)
{
  GtkWidget *page = ys_window_find_place (self, "cases");

  ys_cases_page_set_text (YS_CASES_PAGE (page),
                          gtk_editable_get_text (GTK_EDITABLE (self->search)));
  ys_window_show_page (self, "cases", TRUE);
  gtk_widget_grab_focus (page);
}

/* --- the number of a case --------------------------------------------------------------------- */

/* YsWorkFunc: @input an id, given back if there is such a case. */
static gpointer
find_case (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsIndexRow) row = ys_office_get_row (session, input, error);

  return row != NULL ? g_strdup (row->id) : NULL;
}

typedef struct
{
  YsWindow *window;
  char *text;
} Asked;

static void
found_case_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (YsWindow) self = asked->window;
  g_autofree char *text = asked->text;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  /* What was typed on is another question. */
  if (self->whole == NULL
      || !g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->search))))
    return;
  if (error != NULL)
    ys_window_tell_failure (GTK_WIDGET (self->pages), error);
  else if (id != NULL)
    ys_window_show_case (GTK_WIDGET (self), id);
  else
    show_found (self);
}

/* Enter goes from the words to the cases, from the number of a case to the case itself. */
void
ys_window_search_activate_cb (GtkSearchEntry *entry, YsWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *id = NULL;
  Asked *asked;

  if (self->context == NULL)
    return;
  g_clear_handle_id (&self->search_delay, g_source_remove);
  id = ys_words_read_number (text, ys_day_year (ys_context_get_today (self->context)));
  if (id == NULL)
    {
      show_found (self);
      return;
    }
  asked = g_new0 (Asked, 1);
  *asked = (Asked){ g_object_ref (self), g_strdup (text) };
  ys_context_run_async (self->context, find_case, g_steal_pointer (&id), g_free, g_free,
                        self->opening, found_case_cb, asked);
}

/* --- the entry -------------------------------------------------------------------------------- */

void
ys_window_search_changed_cb (GtkSearchEntry *entry, YsWindow *self)
{
  g_clear_handle_id (&self->search_delay, g_source_remove);
  self->search_delay = g_timeout_add (SEARCH_DELAY_MS, search_now, self);
}

/* Escape. What was typed goes, and with it the list that it made. */
void
ys_window_search_stopped_cb (GtkSearchEntry *entry, YsWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}
