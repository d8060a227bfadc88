/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the page share: paper-page.c (a document comes and goes, bars), -find (search),
 * -out (print, save). */
#pragma once

#include "desk/paper/page-strip.h"
#include "desk/paper/page-text-pane.h"
#include "desk/paper/paper-page.h"
#include "desk/paper/paper-view.h"

G_BEGIN_DECLS

struct _YsPaperPage
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *about;
  GtkToggleButton *text_button;
  GtkEntry *page_entry;
  GtkLabel *page_count;
  GtkMenuButton *zoom_button;
  GtkToggleButton *fit_width;
  GtkToggleButton *fit_page;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *hits;
  GtkProgressBar *progress;
  GtkWidget *stop_button;
  GtkStack *stack; /* "loading", "failed" or "document" */
  AdwStatusPage *failed;
  GtkScrolledWindow *strip_place;
  GtkScrolledWindow *view_place;
  YsPageTextPane *text_pane;

  YsContext *context;
  YsCaseView *case_view;
  guint index;              /* in its files */
  GCancellable *cancellable; /* of the document that is opened or shown */
  YsPaperReader *reader;     /* the open document, or NULL */
  YsPaperView *view;         /* its view, or NULL */
  YsPageStrip *strip;
  YsPaperSearch *search;
  gboolean showing;          /* widgets are being set to what is so */
  gboolean hit_was_shown;
  guint search_delay;
  GtkFileChooserNative *chooser;
  GtkPrintOperation *printing;
};

/* (transfer none) */
const YsViewFile *ys_paper_page_get_file (YsPaperPage *self);

/* --- paper-page-find.c --- */

void ys_paper_page_find_class_init (GtkWidgetClass *klass);
/* A document has come: ys_paper_page_find_begin(); it goes: ys_paper_page_find_end(). */
void ys_paper_page_find_begin (YsPaperPage *self);
void ys_paper_page_find_end (YsPaperPage *self);

/* --- paper-page-out.c --- */

void ys_paper_page_out_class_init (GtkWidgetClass *klass);
/* A document has come. */
void ys_paper_page_out_begin (YsPaperPage *self);

G_END_DECLS
