/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: the page of one case in a window, on a docket of its own. */
#pragma once

#include "desk/case/case-page-private.h"

#define DAY(text) ys_day_parse (text, -1)
/* The day on which the docket stands. */
#define TODAY DAY ("2026-11-24")

typedef struct
{
  char *dir;
  char *address;
  char *id;           /* received on 16 November, assigned on the 17th */
  YsContext *context;
  GtkWidget *window;
  YsCasePage *page;
} PageCase;

/* For g_test_add(). Every page must finalize, and the docket's thread with it. */
void page_case_set_up (PageCase *self, gconstpointer data);
void page_case_tear_down (PageCase *self, gconstpointer data);

typedef gboolean (*PageCaseCondition) (PageCase *self, gconstpointer data);

/* Fails the test where it does not come. */
void page_case_wait (PageCase *self, const char *what, PageCaseCondition condition,
                     gconstpointer data);
/* @n: GUINT_TO_POINTER() of a number. */
gboolean page_case_has_entries (PageCase *self, gconstpointer n);
gboolean page_case_has_no_form (PageCase *self, gconstpointer data);
/* @data: a weak pointer. */
gboolean page_case_is_gone (PageCase *self, gconstpointer data);

/* A child of a template. */
gpointer page_case_get_child (gpointer widget, const char *name);
/* Whether a label somewhere in @widget that is not hidden itself holds @text. */
gboolean page_case_shows (GtkWidget *widget, const char *text);
/* The button of a step, or NULL. */
GtkWidget *page_case_find_step (GtkWidget *widget, const char *kind);

/* Of the open form. */
void page_case_answer (PageCase *self, const char *key, const char *text);
/* @kind: the parameter, or NULL. */
void page_case_activate (PageCase *self, const char *action, const char *kind);
/* A colleague's own session on the same docket. (transfer full) */
YsSession *page_case_open_colleague (PageCase *self);
