/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a window: which one is shown, under what title, and the way back. What is on a page is
 * the page's business. */
#include "desk/window-private.h"

#include "desk/approvals/approvals-page.h"
#include "desk/case/case-page.h"
#include "desk/cases/cases-page.h"
#include "desk/paper/paper-page.h"
#include "desk/register/register-page.h"
#include "desk/widgets/row-words.h"
#include "wording/explain.h"
#include "wording/i18n.h"

const char *const ys_window_places[] = { "today", "cases", "approvals", "annual", NULL };

static const char *
get_title (const char *page)
{
  if (g_str_equal (page, "today"))
    return C_ ("place", "Today");
  if (g_str_equal (page, "cases"))
    return _("Cases");
  if (g_str_equal (page, "approvals"))
    return C_ ("place", "Approvals");
  if (g_str_equal (page, "annual"))
    return _("Annual Report");
  if (g_str_equal (page, "register"))
    return _("Register a Request");
  if (g_str_equal (page, "paper"))
    return _("Document View");
  return NULL;
}

static char *
get_subtitle (YsWindow *self, const char *page)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  if (g_str_equal (page, "today"))
    return ys_explain_day (ys_context_get_today (self->context));
  if (YS_IS_PAPER_PAGE (shown))
    return ys_words_number (ys_paper_page_get_case_id (YS_PAPER_PAGE (shown)));
  return NULL;
}

void
ys_window_show_title (YsWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  gboolean is_place = page != NULL && g_strv_contains (ys_window_places, page);
  g_autofree char *number = NULL;
  g_autofree char *subtitle = NULL;

  if (page == NULL || self->context == NULL)
    return;
  /* A page without a title of its own is a case. */
  number = get_title (page) == NULL ? ys_words_number (page) : NULL;
  gtk_label_set_text (self->title, number != NULL ? number : get_title (page));
  subtitle = get_subtitle (self, page);
  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->back, !is_place);
  gtk_widget_set_visible (self->register_button, !g_str_equal (page, "register"));
  ys_window_page_shown (self);

  for (guint i = 0; ys_window_places[i] != NULL; i++)
    if (g_str_equal (ys_window_places[i], page))
      gtk_list_box_select_row (self->places,
                               gtk_list_box_get_row_at_index (self->places, (int) i));
}

/* Pages that are no place of the sidebar go when they are left. */
static void
drop_page (YsWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page != NULL && !g_strv_contains (ys_window_places, name))
    gtk_stack_remove (self->pages, page);
}

void
ys_window_show_page (YsWindow *self, const char *name, gboolean remember)
{
  const char *now = gtk_stack_get_visible_child_name (self->pages);

  if (remember && now != NULL && !g_str_equal (now, name))
    g_queue_push_head (&self->trail, g_strdup (now));
  gtk_revealer_set_reveal_child (self->failure, FALSE);
  if (g_strv_contains (ys_window_places, name))
    ys_window_find_place (self, name);
  gtk_stack_set_visible_child_name (self->pages, name);
  ys_window_show_title (self);
}

/* GtkStack gives the keyboard to the first thing of a page, which is seldom what one came for. */
static void
focus_page (YsWindow *self)
{
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

void
ys_window_show_place (YsWindow *self, const char *name)
{
  g_autofree char *now = g_strdup (gtk_stack_get_visible_child_name (self->pages));

  ys_window_show_page (self, name, FALSE);
  if (now != NULL && !g_str_equal (now, name))
    drop_page (self, now);
  while (!g_queue_is_empty (&self->trail))
    {
      g_autofree char *old = g_queue_pop_head (&self->trail);
      if (!g_str_equal (old, name))
        drop_page (self, old);
    }
  focus_page (self);
}

static void
add_page (YsWindow *self, GtkWidget *page, const char *name)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->pages, name);

  if (old != NULL)
    gtk_stack_remove (self->pages, old);
  gtk_stack_add_named (self->pages, page, name);
  ys_window_show_page (self, name, TRUE);
}

void
ys_window_show_case (GtkWidget *from, const char *id)
{
  YsWindow *self = ys_window_find (from);

  g_return_if_fail (self != NULL && id != NULL);
  if (self->context == NULL)
    {
      g_free (self->case_asked);
      self->case_asked = g_strdup (id);
      return;
    }
  if (gtk_stack_get_child_by_name (self->pages, id) != NULL)
    ys_window_show_page (self, id, TRUE);
  else
    add_page (self, ys_case_page_new (self->context, id), id);
}

void
ys_window_show_paper (GtkWidget *from, YsCaseView *view, gint64 seq)
{
  YsWindow *self = ys_window_find (from);

  g_return_if_fail (self != NULL && view != NULL);
  add_page (self, ys_paper_page_new (self->context, view, seq), "paper");
}

void
ys_window_show_cases (GtkWidget *from, const YsFilter *filter)
{
  YsWindow *self = ys_window_find (from);

  g_return_if_fail (self != NULL && filter != NULL);
  ys_cases_page_set_filter (YS_CASES_PAGE (ys_window_find_place (self, "cases")), filter);
  ys_window_show_page (self, "cases", TRUE);
  focus_page (self);
}

void
ys_window_show_approvals (GtkWidget *from, const char *id)
{
  YsWindow *self = ys_window_find (from);
  YsApprovalsPage *page;

  g_return_if_fail (self != NULL);
  page = YS_APPROVALS_PAGE (ys_window_find_place (self, "approvals"));
  if (id != NULL)
    ys_approvals_page_choose (page, id);
  ys_window_show_page (self, "approvals", TRUE);
  focus_page (self);
}

void
ys_window_show_register (GtkWidget *from)
{
  YsWindow *self = ys_window_find (from);

  g_return_if_fail (self != NULL);
  if (self->context == NULL)
    self->register_asked = TRUE;
  else if (gtk_stack_get_child_by_name (self->pages, "register") != NULL)
    ys_window_show_page (self, "register", TRUE);
  else
    {
      GtkWidget *page = ys_register_page_new (self->context);

      add_page (self, page, "register");
      /* Only now: a stack that holds the focus gives it to the page's first widget. */
      gtk_widget_grab_focus (page);
    }
}

void
ys_window_go_back (GtkWidget *from)
{
  YsWindow *self = ys_window_find (from);
  g_autofree char *now = NULL;
  g_autofree char *to = NULL;

  g_return_if_fail (self != NULL);
  now = g_strdup (gtk_stack_get_visible_child_name (self->pages));
  to = g_queue_pop_head (&self->trail);
  /* Nothing to go back to: a place of the sidebar, or no docket yet. */
  if (to == NULL)
    return;
  ys_window_show_page (self, to, FALSE);
  if (now != NULL && !g_str_equal (now, to))
    drop_page (self, now);
  if (g_strv_contains (ys_window_places, to))
    focus_page (self);
}
