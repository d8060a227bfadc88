/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsIndex: this client's own, disposable table of casefiles, for lists, sort orders, counts and
 * search. It holds nothing that the docket does not hold; thrown away, it is folded again. */
#pragma once

#include <gio/gio.h>

#include "rules/casefile.h"

G_BEGIN_DECLS

#define YS_TYPE_INDEX (ys_index_get_type ())
G_DECLARE_FINAL_TYPE (YsIndex, ys_index, YS, INDEX, GObject)

typedef enum
{
  YS_INDEX_ERROR_IO,       /* disk full, folder not writable, … */
  YS_INDEX_ERROR_DAMAGED,  /* was damaged and could not be made anew */
  YS_INDEX_ERROR_BUSY,     /* another window of the same person holds it */
} YsIndexError;

#define YS_INDEX_ERROR (ys_index_error_quark ())
GQuark ys_index_error_quark (void);

/* --- opening and filling -------------------------------------------------------------------- */

/**
 * ys_index_open:
 * @dir: the person's own folder for the index of this docket, made 0700 if missing
 * @docket_id: the docket it belongs to
 *
 * Opens the index; one of another version of the fold, of another docket, or damaged, is emptied
 * (position 0) and must be filled again. Belongs to the calling thread.
 */
YsIndex *ys_index_open (const char *dir, const char *docket_id, GError **error);

/* Docket position and digest up to which it is filled, and the day it was folded for. */
gint64 ys_index_get_position (YsIndex *self);
const char *ys_index_get_digest (YsIndex *self); /* NULL while empty */
YsDay ys_index_get_day (YsIndex *self);          /* YS_DAY_NONE while empty */

/* Writing happens between begin and commit; rollback forgets it. */
gboolean ys_index_begin (YsIndex *self, GError **error);
gboolean ys_index_commit (YsIndex *self, gint64 position, const char *digest, YsDay day,
                          GError **error);
/* Keeps what was put so far of a filling that is not at its end: up to @part, which
 * ys_index_get_part() gives back. Until a whole commit no list is to be asked. */
gboolean ys_index_commit_part (YsIndex *self, gint64 position, const char *digest, YsDay day,
                               const char *part, GError **error);
/* NULL when it is whole, or empty. */
const char *ys_index_get_part (YsIndex *self);
void ys_index_rollback (YsIndex *self);
/* Replaces (or adds) everything kept of that case. */
gboolean ys_index_put (YsIndex *self, const YsCasefile *casefile, GError **error);
/* Empties it (inside begin and commit), but for texts of files, which are read slowly. When all cases
 * are put again, those that none of them holds are to be forgotten. */
gboolean ys_index_clear (YsIndex *self, GError **error);
gboolean ys_index_forget_files_not_held (YsIndex *self, GError **error);
/* Ids of cases whose state or due date changes with time alone on or before @today
 * (YsClock.changes_on, or entries that become known): to be folded and put again. */
GPtrArray *ys_index_list_stale (YsIndex *self, YsDay today, GError **error);

/* --- lists ----------------------------------------------------------------------------------- */

typedef enum
{
  YS_ORDER_DUE,       /* nulls last both ways */
  YS_ORDER_NUMBER,    /* by year, then number: 2024-10000 after 2024-9999 */
  YS_ORDER_RECEIVED,
  YS_ORDER_APPLICANT,
  YS_ORDER_TITLE,
  YS_ORDER_HANDLER,
  YS_ORDER_STATE,
  YS_ORDER_CONCLUDED,
  YS_ORDER_WAITING,   /* until when the case waits for others; no heading of a list */
} YsOrder;

/* What a list shows; a zeroed one (ys_filter_init) shows everything. */
typedef struct
{
  unsigned states;        /* bits 1 << YsState; 0: all */
  gboolean open_only;     /* not concluded */
  int received_year;      /* 0: all */
  const char *handler;    /* NULL: all; "": nobody */
  YsOutcome outcome;      /* YS_OUTCOME_NONE: all */
  YsApplicantClass klass; /* YS_CLASS_NONE: all */
  const char *channel;    /* NULL: all */
  YsDay due_until;        /* due on or before; YS_DAY_NONE: all */
  YsDay due_from;         /* due on or after; YS_DAY_NONE: all */
  gboolean asks_approval; /* only those with an approval asked and not decided */
  gboolean in_approval;   /* only open ones that are drafted or with an approval asked for */
  const char *text;       /* search words, NULL or "": all; every word must occur in the case or in
                           * what was read of its files */
  gboolean own_text_only; /* @text is not looked for in files */
} YsFilter;

void ys_filter_init (YsFilter *self);

/* One row; remaining days are the caller's sum (they change with the day). */
typedef struct
{
  char *id;
  char *title;
  char *applicant;
  int joint;
  YsApplicantClass klass;
  char *channel;
  char *handler;
  YsState state;
  YsDay received_on;
  YsDay start;
  YsDay due;
  int budget;
  int counted;
  int suspended;
  gboolean provisional;
  gboolean older_law;
  YsDay waiting_until;
  unsigned open;
  gboolean extended;
  YsDay concluded_on;
  YsOutcome outcome;
  char *asks_approval;
} YsIndexRow;

void ys_index_row_free (YsIndexRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsIndexRow, ys_index_row_free)

/**
 * ys_index_page:
 * @after: (nullable): id of the last row of the page before (keyset); NULL: from the beginning
 *
 * Returns: (transfer full) (element-type YsIndexRow): up to @limit rows, or NULL with @error.
 */
GPtrArray *ys_index_page (YsIndex *self, const YsFilter *filter, YsOrder order,
                          gboolean descending, const char *after, int limit, GError **error);
/* Ids alone, in order, all of them: what a list model of a million rows keeps. (element-type utf8) */
GPtrArray *ys_index_list_ids (YsIndex *self, const YsFilter *filter, YsOrder order,
                              gboolean descending, GError **error);
/* One row, NULL without @error when there is no such case. */
YsIndexRow *ys_index_get_row (YsIndex *self, const char *id, GError **error);
/* Number of rows, -1 with @error. */
gint64 ys_index_count (YsIndex *self, const YsFilter *filter, GError **error);

/* --- counts ---------------------------------------------------------------------------------- */

/* Cases by state into counts[YS_N_STATES]. */
gboolean ys_index_count_states (YsIndex *self, gint64 *counts, GError **error);
/* Running cases by due day, from @from to @to; one call a day that has any. One that waits for
 * others is due on no day that holds. */
typedef void (*YsDayCountFunc) (YsDay day, gint64 count, gpointer user_data);
gboolean ys_index_count_due (YsIndex *self, YsDay from, YsDay to, YsDayCountFunc func,
                             gpointer user_data, GError **error);
/* Distinct handlers and years, for filter chips. (element-type utf8) / (element-type gint) */
GPtrArray *ys_index_list_handlers (YsIndex *self, GError **error);
GArray *ys_index_list_years (YsIndex *self, GError **error);
/* Everything that the tally counts of cases, reviews and fees, into @figures (begun, unfinished). */
gboolean ys_index_tally (YsIndex *self, YsFigures *figures, GError **error);

/* --- search and likeness --------------------------------------------------------------------- */

/* One case found for words, with a piece of the text around the first hit. */
typedef struct
{
  char *id;
  char *title;
  char *file;    /* digest of the file that the words were found in; NULL: the case's own text */
  char *snippet; /* plain text, the hit between U+2068 and U+2069 */
} YsHit;

void ys_hit_free (YsHit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsHit, ys_hit_free)

/* Newest first. One Chinese character, two, or more; Latin words by prefix; NFKC and case folded. */
GPtrArray *ys_index_search (YsIndex *self, const char *text, int limit, GError **error);

/* One case like another. */
typedef struct
{
  char *id;
  char *title;
  gboolean same_applicant;
  int percent;   /* likeness of title and description, 0..100 */
  YsOutcome outcome;
} YsLikeness;

void ys_likeness_free (YsLikeness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLikeness, ys_likeness_free)

/* Cases of the same applicant, and cases with like title or description, the likest first. */
GPtrArray *ys_index_similar (YsIndex *self, const char *id, int limit, GError **error);
/* The same for a request that is no case yet; NULL where nothing is known of it. */
GPtrArray *ys_index_similar_text (YsIndex *self, const char *applicant, const char *title,
                                  const char *description, int limit, GError **error);

/* --- links ------------------------------------------------------------------------------------- */

/* A case that links to another. */
typedef struct
{
  char *id;
  char *title; /* or NULL */
  char *as;    /* "split", … */
} YsIndexLink;

void ys_index_link_free (YsIndexLink *self);

/* Cases with a link to @id, the newest first. (transfer full) (element-type YsIndexLink) */
GPtrArray *ys_index_list_links_to (YsIndex *self, const char *id, int limit, GError **error);

G_END_DECLS
