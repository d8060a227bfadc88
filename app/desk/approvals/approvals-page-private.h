/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the approvals page share of it. */
#pragma once

#include "desk/approvals/approval-facts.h"
#include "desk/approvals/approvals-page.h"
#include "desk/approvals/paper-panel.h"
#include "desk/approvals/waiting-row.h"

G_BEGIN_DECLS

struct _YsApprovalsPage
{
  GtkBox parent_instance;

  GtkStack *stack;      /* "loading", "empty", "failed" or "queue" */
  AdwStatusPage *failed;
  GtkListBox *list;
  GtkLabel *count;
  GtkWidget *many;      /* "Approve N" */
  YsApprovalFacts *facts;
  GtkWidget *facts_place;
  YsPaperPanel *paper;
  GtkLabel *asked;      /* what is asked, by whom */
  GtkWidget *bar;
  GtkEditable *comment;
  GtkWidget *return_button;
  GtkWidget *approve_button;
  GtkWidget *disagree_button;
  GtkWidget *agree_button;
  GtkWidget *case_button;

  YsContext *context;
  GCancellable *cancellable;
  GCancellable *viewing;    /* of the case that is being read */
  GPtrArray *queue;         /* of YsWaiting; the rows point into it */
  YsCaseView *view;         /* of what is chosen, or NULL while it is read */
  char *wanted;             /* id of the case to be chosen */
  GHashTable *seen;         /* "id seq" of what was looked at in this session */
  gboolean unshown;         /* the file of what is chosen cannot be shown */
  gboolean loading;
  gboolean stale;           /* changed while loading */
  gboolean deciding;
};

/* What is chosen, or NULL. */
const YsWaiting *ys_approvals_page_get_chosen (YsApprovalsPage *self);
/* The key of @waiting in `seen`. (transfer full) */
char *ys_approvals_page_make_key (const YsWaiting *waiting);
/* Rows that are ticked. (transfer container) (element-type YsWaitingRow) */
GPtrArray *ys_approvals_page_list_ticked (YsApprovalsPage *self);

/* --- approvals-page-decide.c ------------------------------------------------------------------ */

void ys_approvals_page_decide_class_init (GtkWidgetClass *klass);
/* Shows and enables what can be decided now. */
void ys_approvals_page_update_bar (YsApprovalsPage *self);

G_END_DECLS
