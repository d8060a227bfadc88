/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsWindow: sidebar, header and the stack of pages on one docket. Pages find their window through
 * the widget tree and never each other. A page that prints or searches within itself has an action
 * page.print or page.search; Ctrl+P and Ctrl+F find it. */
#pragma once

#include "desk/application.h"
#include "desk/context.h"
#include "office/case-view.h"
#include "office/lists.h"

G_BEGIN_DECLS

#define YS_TYPE_WINDOW (ys_window_get_type ())
G_DECLARE_FINAL_TYPE (YsWindow, ys_window, YS, WINDOW, AdwApplicationWindow)

YsWindow *ys_window_new (YsApplication *application);
/* The same with a docket that is read meanwhile. */
YsWindow *ys_window_new_for (YsApplication *application, const char *address);
/* Presents it as soon as its docket can be seen in it, at the latest after a moment. */
void ys_window_present_filled (YsWindow *self);
/* Opens a docket in it; a failure is told in the window. */
void ys_window_open (YsWindow *self, const char *address);
/* Whether it holds a docket, or is about to. */
gboolean ys_window_is_taken (YsWindow *self);
/* The docket that is open in it or being opened, and its context once it is; or NULL.
 * (transfer none) */
const char *ys_window_get_address (YsWindow *self);
YsContext *ys_window_get_context (YsWindow *self);
/* Opens the list under the bell, now or as soon as the docket is open. */
void ys_window_show_reminders (YsWindow *self);

/* --- for pages: @from is any widget in the window --------------------------------------------- */

/* Shows a case, a list of cases, the page for a new request; "back" returns to where one was. What is
 * asked for while the docket is being opened is shown when it is open. */
void ys_window_show_case (GtkWidget *from, const char *id);
void ys_window_show_cases (GtkWidget *from, const YsFilter *filter);
void ys_window_show_register (GtkWidget *from);
/* Shows what waits for an approval; with @id, of that case. */
void ys_window_show_approvals (GtkWidget *from, const char *id);
/* Of the files of a case, the one with @seq. */
void ys_window_show_paper (GtkWidget *from, YsCaseView *view, gint64 seq);
void ys_window_go_back (GtkWidget *from);
/* The words that stand in the search, NULL if none. */
const char *ys_window_get_search (GtkWidget *from);

/* The page has something to show: a window that waits for it appears. */
void ys_window_page_filled (GtkWidget *from);

/* Asks how and where, and prints. */
void ys_window_print (GtkWidget *from, GtkPrintOperation *operation);

/* The one place for errors: a bar with the sentence under the header, until it is closed. */
void ys_window_tell_failure (GtkWidget *from, const GError *error);
/* Something was done: a toast, repeated for screen readers. */
void ys_window_tell (GtkWidget *from, const char *sentence);
/* The same with a button "Undo" (and Ctrl+Z) as long as the toast is shown and @from lives: @undo is
 * called with @from. For what is no legal fact; those are asked about before. */
void ys_window_tell_undo (GtkWidget *from, const char *sentence, void (*undo) (GtkWidget *from));

G_END_DECLS
