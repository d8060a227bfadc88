/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the case page share of it. */
#pragma once

#include "desk/case/facts-column.h"
#include "desk/case/found-places.h"
#include "desk/case/case-page.h"
#include "desk/case/chain-panel.h"
#include "desk/case/clock-card.h"
#include "desk/case/documents.h"
#include "desk/case/step-form.h"
#include "desk/case/steps.h"
#include "desk/case/timeline.h"
#include "desk/settings/long-work.h"
#include "office/case-view.h"

G_BEGIN_DECLS

struct _YsCasePage
{
  GtkBox parent_instance;

  GtkStack *stack; /* "loading", "failed" or "case" */
  AdwStatusPage *failed;
  YsFactsColumn *facts;
  YsFoundPlaces *found;
  YsTimeline *timeline;
  YsDocuments *documents;
  YsClockCard *clock;
  YsChainPanel *chain;
  YsSteps *steps;

  YsContext *context;
  char *id;
  YsCaseView *view; /* as last loaded, or NULL */
  GCancellable *cancellable;
  gboolean loading;
  gboolean stale;    /* changed while loading */
  gboolean noting;
  YsStepForm *form;  /* the open one, or NULL; not owned */
  gboolean form_done;
  gint64 struck;     /* seq of the note or file that was struck last */
  GHashTable *kept;  /* "kind seq" → answers of forms that were closed unrecorded */
  GtkFileChooserNative *chooser;
  YsLongWork *papers;  /* the case file for a court being written */
  char *papers_path;   /* where it goes, while it is put on record */
};

/* Opens the form of an act; one at a time. @answers NULL: kept ones or the proposal. */
void ys_case_page_open_form (YsCasePage *self, YsKind kind, gint64 of, GHashTable *answers);

/* Whether the docket is open for writing. */
gboolean ys_case_page_may_write (YsCasePage *self);

/* --- case-page-notes.c ------------------------------------------------------------------------ */

void ys_case_page_note_action (GtkWidget *widget, const char *name, GVariant *parameter);
void ys_case_page_reveal_action (GtkWidget *widget, const char *name, GVariant *parameter);
/* Strikes the strike of the entry that was struck last. */
void ys_case_page_undo_strike (GtkWidget *page);

/* --- case-page-files.c ------------------------------------------------------------------------ */

/* Files dropped anywhere on the page are attached, with the role asked. */
void ys_case_page_accept_drops (YsCasePage *self);
void ys_case_page_attach_action (GtkWidget *widget, const char *name, GVariant *parameter);
/* Shows an attachment in the window; @parameter: seq of its entry. */
void ys_case_page_open_file_action (GtkWidget *widget, const char *name, GVariant *parameter);

/* --- case-page-papers.c ----------------------------------------------------------------------- */

void ys_case_page_papers_action (GtkWidget *widget, const char *name, GVariant *parameter);
/* Puts it on record and writes the case file there. */
void ys_case_page_write_papers (YsCasePage *self, const char *path);

G_END_DECLS
