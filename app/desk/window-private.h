/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the window share; pages know desk/window.h alone. */
#pragma once

#include "desk/approvals/waiting-badge.h"
#include "desk/cases/cases-page.h"
#include "desk/remind/remind-bell.h"
#include "desk/widgets/reading-foot.h"
#include "desk/window.h"

G_BEGIN_DECLS

struct _YsWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *whole;         /* "start", "loading" or "docket" */
  AdwFlap *sidebar;
  GtkWidget *header;
  GtkListBox *places;
  GtkLabel *agency;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkWidget *actor_button;
  GtkLabel *actor;
  GtkImage *key_icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *back;
  GtkWidget *register_button;
  GtkSearchEntry *search;
  GtkStack *pages;
  GtkRevealer *banner;     /* what holds for the whole docket: it is read-only */
  GtkLabel *banner_text;
  GtkRevealer *failure;
  GtkLabel *failure_text;
  AdwToastOverlay *toasts;
  GtkLabel *last_message;
  GtkProgressBar *progress;
  YsReadingFoot *reading;
  YsRemindBell *bell;
  YsWaitingBadge *waiting; /* how much waits for this person's approval or review */

  char *address;           /* of the docket that is open or being opened */
  YsContext *context;
  GCancellable *opening;
  char *case_asked;        /* to be shown when the docket is open, or NULL */
  gboolean register_asked; /* likewise the page for a new request */
  gboolean reminders_asked;
  GQueue trail;            /* of char *: names of pages to go back to */
  guint search_delay;
  guint wait;              /* for something to show, before the window appears */
  guint settling;          /* until what nobody looks at begins */
  gboolean has_index;
  gboolean sign_in_asked;  /* who sits here, and nobody answered yet */
  gboolean page_alone;     /* the page has the whole screen */
  gboolean had_sidebar;    /* before it had */
  AdwToast *undo;          /* the one that can be undone, while it is shown; not owned */
};

/* The names of the sidebar's pages, in its order; NULL at the end. */
extern const char *const ys_window_places[];

/* The window @from is in, NULL when it is in none. */
YsWindow *ys_window_find (GtkWidget *from);

/* --- window-trail.c --------------------------------------------------------------------------- */

/* Shows a page of the stack; @remember: "back" returns to the one shown now. */
void ys_window_show_page (YsWindow *self, const char *name, gboolean remember);
/* Shows a page of the sidebar and forgets the trail. */
void ys_window_show_place (YsWindow *self, const char *name);
void ys_window_show_title (YsWindow *self);

/* --- window-page.c ---------------------------------------------------------------------------- */

void ys_window_page_init (YsWindow *self);
/* Whether the page in view has that action of its own. */
gboolean ys_window_page_has (YsWindow *self, const char *action);
/* Another page is in view. */
void ys_window_page_shown (YsWindow *self);

/* --- window-present.c -------------------------------------------------------------------------- */

/* A window with nothing in it yet, not even the page to start from. */
YsWindow *ys_window_new_empty (YsApplication *application);
/* The page to start from, made when it is first wanted. */
void ys_window_show_start (YsWindow *self);
/* There is nothing more to wait for. */
void ys_window_end_wait (YsWindow *self);

/* --- window-tell.c ----------------------------------------------------------------------------- */

/* Undoes what the toast that is shown offers to undo. */
void ys_window_undo (YsWindow *self);

/* --- window-docket.c: a docket folder dropped on the window is opened --------------------------- */

void ys_window_accept_dockets (YsWindow *self);
/* The page of a place, made when it is first wanted: the first frame need not wait for all. */
GtkWidget *ys_window_find_place (YsWindow *self, const char *name);

/* --- window-sign-in.c -------------------------------------------------------------------------- */

/* The docket is there: takes whoever is remembered, or asks. */
void ys_window_begin_sign_in (YsWindow *self);
/* The staff may be another: asks once if it is not known any more who sits here. */
void ys_window_check_sign_in (YsWindow *self);
/* Asks who sits here; in an open docket opens the setting of the name. */
void ys_window_sign_in (YsWindow *self);
void ys_window_show_actor (YsWindow *self);

/* --- window-search.c, window-tell.c: handlers of the template ---------------------------------- */

void ys_window_search_changed_cb (GtkSearchEntry *entry, YsWindow *self);
void ys_window_search_activate_cb (GtkSearchEntry *entry, YsWindow *self);
void ys_window_search_show (YsWindow *self, YsCasesPage *page);
void ys_window_search_stopped_cb (GtkSearchEntry *entry, YsWindow *self);
void ys_window_close_failure_cb (GtkButton *button, YsWindow *self);

G_END_DECLS
