/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a case file that tell of the case; the index of its files is court-index.h. Private to
 * report. */
#pragma once

#include "report/court-page.h"

G_BEGIN_DECLS

/* One of the pages. */
typedef struct
{
  const char *name;  /* in the case file */
  const char *title;
  void (*write) (YsCourtPage *page);
} YsCourtPageKind;

/* In order. */
extern const YsCourtPageKind ys_court_pages[];
extern const guint ys_n_court_pages;

/* The page as HTML; @names as in YsCourtPage. NULL with @error without memory. (transfer full) */
GBytes *ys_court_page_make (const YsCourtPageKind *kind, const YsCasePapers *papers,
                            const GPtrArray *names, GError **error);

G_END_DECLS
