/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the page share: cases-page.c (the list and its question), cases-page-counts.c
 * (the line above it), cases-page-menus.c (chips, views, order), cases-page-columns.c, cases-page-bulk.c
 * (what is done to many), cases-page-row-menu.c (the same from a row). */
#pragma once

#include "desk/cases/cases-page.h"

#include "desk/cases/case-choice.h"
#include "desk/cases/case-columns.h"
#include "desk/cases/case-header.h"
#include "desk/cases/case-list.h"
#include "desk/cases/case-model.h"
#include "desk/cases/case-query.h"
#include "desk/cases/case-selection.h"
#include "desk/cases/case-summary.h"

G_BEGIN_DECLS

struct _YsCasesPage
{
  GtkBox parent_instance;

  GtkMenuButton *view_button;
  GtkBox *chips;
  GtkWidget *clear_button;
  GtkMenuButton *save_button;
  GtkEntry *save_name;
  GtkWidget *save_confirm;
  GtkLabel *count;
  GtkLabel *count_note;
  GtkWidget *elsewhere_button;
  GtkBox *summary;
  GtkLabel *overdue;
  GtkLabel *today;
  GtkLabel *soon;
  GtkLabel *suspended;
  GtkMenuButton *sort_button;
  GtkMenuButton *columns_button;
  GtkStack *stack;          /* "list", "empty" or "nothing" */
  YsCaseHeader *header;
  YsCaseList *view;
  GtkWidget *register_button;
  GtkWidget *search_all_button;
  GtkStack *bulk;           /* "none", "actions" or "working" */
  GtkLabel *selected_count;
  GtkLabel *selected_numbers;
  GtkMenuButton *assign_button;
  GtkEntry *handler_name;
  GtkListBox *handler_list;
  GtkWidget *assign_confirm;
  GtkLabel *working_text;
  GtkProgressBar *progress;

  YsContext *context;       /* NULL once disposed */
  GSettings *settings;
  GSimpleActionGroup *actions;
  YsCaseQuery *query;
  YsCaseModel *model;
  YsCaseSelection *selection;
  GtkWidget *filter_chips[YS_N_CASE_CHOICES];
  YsCaseSummary *facts;     /* as last counted, or NULL */
  char *told_text;          /* as "text-changed" told last */
  char *view_name;          /* the saved view shown, or NULL */
  GCancellable *cancellable;
  GCancellable *counting;   /* of what a search finds elsewhere */
  GtkWidget *menu;          /* of a row, or NULL */
  GCancellable *work;       /* of export, print or assignment in hand */
  GtkFileChooserNative *chooser;
  gboolean export_selected; /* of the chooser that is open */
  guint refresh_delay;
  gboolean is_stale;        /* to be asked again when it is shown */
  gboolean is_asked;        /* the question was put at least once */
};

/* The question changed: show it, and ask it. */
void ys_cases_page_ask (YsCasesPage *self);

/* Opens the case at @position. */
void ys_cases_page_open (YsCasesPage *self, guint position);

/* --- cases-page-counts.c --- */

/* Shows what is known of the list, and counts the rest. */
void ys_cases_page_count (YsCasesPage *self);
/* What is counted now is no longer asked. */
void ys_cases_page_forget_elsewhere (YsCasesPage *self);
void ys_cases_page_counts_bind (GtkWidgetClass *widget_class);

/* --- cases-page-columns.c --- */

void ys_cases_page_make_columns (YsCasesPage *self);
void ys_cases_page_columns_bind (GtkWidgetClass *widget_class);

/* --- cases-page-menus.c --- */

/* Adds an action to the group "cases"; @type NULL: no parameter, @state NULL: none. */
void ys_cases_page_add_action (YsCasesPage *self, const char *name, const char *type,
                               GVariant *state, GCallback callback);
/* Chips, actions and menus that do not change. */
void ys_cases_page_make_menus (YsCasesPage *self);
/* Shows the question in chips, menus and heads. */
void ys_cases_page_show_query (YsCasesPage *self);
/* The lists that filters choose from came. */
void ys_cases_page_show_lists (YsCasesPage *self);
void ys_cases_page_show_views (YsCasesPage *self);
void ys_cases_page_menus_bind (GtkWidgetClass *widget_class);

/* --- cases-page-bulk.c --- */

void ys_cases_page_make_bulk (YsCasesPage *self);
/* Shows of it what whoever sits here may do. */
void ys_cases_page_allow_bulk (YsCasesPage *self);
void ys_cases_page_show_selection (YsCasesPage *self);
void ys_cases_page_show_handlers (YsCasesPage *self);
/* What the selection's buttons do. */
void ys_cases_page_export_selected (YsCasesPage *self);
void ys_cases_page_print (YsCasesPage *self);
void ys_cases_page_bulk_bind (GtkWidgetClass *widget_class);

/* --- cases-page-row-menu.c --- */

void ys_cases_page_make_row_menu (YsCasesPage *self);

G_END_DECLS
