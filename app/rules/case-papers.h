/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCasePapers: one case as it is handed to a court: facts, clock, every entry with its place in the
 * docket, every file that an entry speaks of. A value; the office fills it, report writes it. */
#pragma once

#include "rules/casefile.h"

G_BEGIN_DECLS

/* One entry of the case. */
typedef struct
{
  gint64 seq;
  gint64 position;     /* in the whole docket */
  YsEvent *event;      /* as it stands; a struck one as it stood first */
  YsEvent *first;      /* as it was first written */
  gboolean is_amended;
  gint64 struck_by;    /* seq of the strike in effect, or 0 */
  YsDay dispatched_on; /* of a letter; YS_DAY_NONE if not recorded */
  YsDay delivered_on;
  YsDay returned_on;
  char *recorded_at;   /* UTC, YYYY-MM-DDTHH:MM:SSZ */
  char *digest;
  char *signature;     /* or NULL */
  char *line;          /* as a line of the exchange format, with its end */
  char *link;          /* all that the digest of the entry is made of, as JSON on one line */
} YsPaperEntry;

/* One file that entries of the case speak of, each digest once. */
typedef struct
{
  char *digest;        /* as the entries name it */
  char *name;          /* as it was attached, or NULL */
  char *role;          /* "reply", … of the attachment, or NULL */
  GArray *seqs;        /* of gint64: entries that name it, rising */
  gboolean is_kept;    /* whether the docket holds its bytes */
} YsPaperFile;

/* Whether the reply is what was approved. */
typedef enum
{
  YS_COVER_NOT_ASKED,  /* the office asks for no approval on record */
  YS_COVER_NOT_YET,    /* nothing was replied */
  YS_COVER_NONE,       /* replied without an approval on record */
  YS_COVER_HOLDS,
  YS_COVER_BROKEN,     /* YsCasePapers.uncovered says by what */
} YsCover;

typedef struct
{
  YsDay on;            /* the day they were put together */
  char *agency;        /* its name */
  char *docket;        /* UUID of the docket */
  char *made_by;       /* or NULL */
  char *checkpoint;    /* one line that witnesses the docket's head */
  YsCasefile *casefile;
  YsClock *clock;      /* with every step; NULL before the case is known */
  YsEvent *receipt;    /* the entry that holds the request, as it stands; or NULL */
  GPtrArray *entries;  /* of YsPaperEntry, by seq */
  GPtrArray *files;    /* of YsPaperFile, in the order in which they are first named */
  YsCover cover;
  char *uncovered;     /* translated sentence, or NULL */
} YsCasePapers;

YsCasePapers *ys_case_papers_new (void);
void ys_case_papers_free (YsCasePapers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCasePapers, ys_case_papers_free)

/* Adds an empty entry. (transfer none) */
YsPaperEntry *ys_case_papers_add_entry (YsCasePapers *self);
/* Lists what the entries speak of, once they are all there: attachments by name and role, files of
 * drafts and replies, files that were approved. Which are kept is not known here. */
void ys_case_papers_list_files (YsCasePapers *self);

/* The entry of that seq, or NULL. (transfer none) */
const YsPaperEntry *ys_case_papers_get_entry (const YsCasePapers *self, gint64 seq);
/* The file of that digest, or NULL. (transfer none) */
const YsPaperFile *ys_case_papers_get_file (const YsCasePapers *self, const char *digest);

G_END_DECLS
