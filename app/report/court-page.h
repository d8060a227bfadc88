/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pages of a case file have in common: head, tables, links to files, and the fields of an
 * entry. In Chinese always, but for the program's own names of kinds and fields. Private to report. */
#pragma once

#include "report/html-pieces.h"
#include "rules/case-papers.h"
#include "rules/event-fields.h"

G_BEGIN_DECLS

/* A page being written. */
typedef struct
{
  const YsCasePapers *papers;
  const GPtrArray *names; /* of char *: where the papers' files stand, NULL for one not kept */
  xmlTextWriter *writer;
  xmlBuffer *buffer;
} YsCourtPage;

/* FALSE with @error without memory. */
gboolean ys_court_page_begin (YsCourtPage *self, const char *title, GError **error);
/* (transfer full) */
GBytes *ys_court_page_finish (YsCourtPage *self);

void ys_court_page_heading (YsCourtPage *self, const char *text);
void ys_court_page_paragraph (YsCourtPage *self, const char *text);

/* A table of one thing a row; @heads is closed by NULL. */
void ys_court_page_begin_table (YsCourtPage *self, const char *const *heads);
/* A table of names and what they are. */
void ys_court_page_begin_facts (YsCourtPage *self);
/* Of either. */
void ys_court_page_end_table (YsCourtPage *self);

/* A row of facts; nothing for an empty @value. */
void ys_court_page_fact (YsCourtPage *self, const char *name, const char *value);
void ys_court_page_day_fact (YsCourtPage *self, const char *name, YsDay day);
/* Every field of @event that holds something, a row each. @prefixes, closed by NULL: only fields
 * that begin so, or with @without only the others; NULL: all. */
void ys_court_page_fields (YsCourtPage *self, const YsEvent *event, const char *const *prefixes,
                           gboolean without);

void ys_court_page_begin_row (YsCourtPage *self);
void ys_court_page_end_row (YsCourtPage *self);
/* NULL is an empty cell. */
void ys_court_page_cell (YsCourtPage *self, const char *text);
void ys_court_page_number_cell (YsCourtPage *self, gint64 number);
void ys_court_page_begin_cell (YsCourtPage *self);
void ys_court_page_end_cell (YsCourtPage *self);

/* Within a cell, on a line of its own: */
void ys_court_page_line (YsCourtPage *self, const char *text);
void ys_court_page_digest (YsCourtPage *self, const char *digest);
/* … the fields of an entry; with @other only those that differ from it. */
void ys_court_page_field_lines (YsCourtPage *self, const YsEvent *event, const YsEvent *other);
/* … a link to a file of the case, or the sentence that it is not kept. */
void ys_court_page_file (YsCourtPage *self, const char *digest);

/* "2026年11月24日"; "—" for YS_DAY_NONE. (transfer full) */
char *ys_court_day (YsDay day);
/* A recorded time as the clock in Beijing showed it; "—" for NULL. (transfer full) */
char *ys_court_time (const char *recorded_at);
/* "第3条" (transfer full) */
char *ys_court_seq (gint64 seq);

G_END_DECLS
