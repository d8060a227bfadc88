/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCasePages: the items of a list of cases by position, a page of them at a time. Rows are read when
 * they are looked at, on the docket's thread; few pages are kept. */
#pragma once

#include "desk/cases/case-ids.h"
#include "desk/cases/case-item.h"
#include "desk/context.h"

G_BEGIN_DECLS

/* Rows that are asked for together. */
#define YS_CASE_PAGES_ROWS 64
/* A window shows one or two; the rest is for going back and forth. */
#define YS_CASE_PAGES_KEPT 48

#define YS_TYPE_CASE_PAGES (ys_case_pages_get_type ())
G_DECLARE_FINAL_TYPE (YsCasePages, ys_case_pages, YS, CASE_PAGES, GObject)

/* Signal "failed" (GError): a page could not be read. */
YsCasePages *ys_case_pages_new (YsContext *context);
/* Other ids, or the same in other places. */
void ys_case_pages_set_ids (YsCasePages *self, YsCaseIds *ids);
/* What the list was searched for, or NULL: with its row an item learns where that was found. */
void ys_case_pages_set_words (YsCasePages *self, const char *words);
/* At once, with its row or without. (transfer full) */
YsCaseItem *ys_case_pages_get_item (YsCasePages *self, guint position);
/* What somebody holds, the view above all, is read anew; what only the pages held goes. */
void ys_case_pages_read_again (YsCasePages *self);
/* Asks for nothing more. */
void ys_case_pages_stop (YsCasePages *self);
guint ys_case_pages_count (YsCasePages *self);

G_END_DECLS
