/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseView: one case as a page shows it: every entry with what became of it, the steps that may be
 * taken today, files, letters and neighbours. Frozen; it may cross threads. */
#pragma once

#include "index/index.h"
#include "office/review.h"
#include "office/session.h"
#include "rules/casefile.h"

G_BEGIN_DECLS

/* One entry of the case. */
typedef struct
{
  gint64 seq;
  YsEvent *event;      /* as it stands today; a struck one as it stood first */
  YsEvent *first;      /* as it was first written */
  char *recorded_at;   /* UTC, YYYY-MM-DDTHH:MM:SSZ, or NULL */
  gboolean is_amended;
  gint64 struck_by;    /* seq of the strike in effect, or 0 */
  YsDay dispatched_on; /* of a letter: the latest recorded, YS_DAY_NONE if none */
  YsDay delivered_on;
  YsDay returned_on;
} YsViewEntry;

/* One step of the desk. */
typedef struct
{
  YsKind kind;
  YsDay on;     /* the latest day on which it is lawful: today, an earlier one at which it can be
                 * entered late, or YS_DAY_NONE */
  char *reason; /* NULL when it may be taken today, else the sentence why not */
} YsViewStep;

/* One attached file. */
typedef struct
{
  gint64 seq;
  char *digest;
  char *name;
  char *role;
  char *media_type;
  gint64 pages; /* 0: not counted */
} YsViewFile;

/* Another case that has to do with this one. */
typedef struct
{
  char *id;
  char *title;    /* or NULL */
  char *link;     /* "split", … of a recorded link, else NULL */
  gboolean incoming; /* the link is recorded in the other case */
  gboolean same_applicant;
  int percent;    /* likeness; 0 where only linked */
} YsViewCase;

typedef struct _YsCaseView YsCaseView;

/* Immutable. */
struct _YsCaseView
{
  YsDay on;
  gboolean approvals;    /* the office asks for an approval on record */
  YsHistory *history;
  YsCasefile *casefile;
  YsClock *clock;        /* with every step; NULL before the case is known */
  YsEvent *receipt;      /* the entry that holds the request, as it stands; or NULL */
  YsEvent *draft;        /* the last draft since the case was (re)opened, or NULL */
  gboolean approved;     /* a reply was approved after that draft, and nothing changed since */
  YsChain *chain;        /* the office's reviews of the draft */
  char *approval_void;   /* what changed after the reply was approved, so that it must be approved
                          * again; or NULL */
  char *asked_changed;   /* what changed since the open approval was asked for, or NULL */
  YsKind approved_step;  /* a letter that was approved and not yet written: extension-granted,
                          * correction-asked, fee-noticed; else YS_KIND_UNKNOWN */
  GPtrArray *entries;    /* of YsViewEntry, newest first: by day, then by seq */
  GPtrArray *steps;      /* of YsViewStep, in the order in which a case goes */
  GPtrArray *files;      /* of YsViewFile, in order */
  GPtrArray *cases;      /* of YsViewCase: linked ones first */
  GPtrArray *handlers;   /* of char *: everyone who handles cases */
  YsStaff *staff;        /* as it stands, for the names of those who made entries */
  gatomicrefcount refs;  /* private */
};

/* The case as it stands today. NO_CASE if there is none. Without a usable index it has no
 * neighbours and no handlers. (transfer full) */
YsCaseView *ys_office_view_case (YsSession *session, const char *id, GCancellable *cancellable,
                                 GError **error);
/* The same without neighbours and handlers: the index is not opened. (transfer full) */
YsCaseView *ys_office_view_case_alone (YsSession *session, const char *id,
                                       GCancellable *cancellable, GError **error);
YsCaseView *ys_case_view_ref (YsCaseView *self);
void ys_case_view_unref (YsCaseView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseView, ys_case_view_unref)

/* What people call @actor: the name of a person of the staff, else what was given; NULL for NULL.
 * (transfer none) */
const char *ys_case_view_name_actor (const YsCaseView *self, const char *actor);
/* The entry of that seq, or NULL. (transfer none) */
const YsViewEntry *ys_case_view_get_entry (const YsCaseView *self, gint64 seq);
/* The step of that kind, or NULL. (transfer none) */
const YsViewStep *ys_case_view_get_step (const YsCaseView *self, YsKind kind);
/* Entries of @asked without an entry of @answer with the same ref after them. (transfer
 * container) (element-type YsViewEntry) */
GPtrArray *ys_case_view_list_open (const YsCaseView *self, YsKind asked, YsKind answer);
/* The standing entry of @kind with that ref, or NULL. (transfer none) */
const YsViewEntry *ys_case_view_find_ref (const YsCaseView *self, YsKind kind, const char *ref);
/* A ref that no entry of @kind has yet: @prefix and a number. (transfer full) */
char *ys_case_view_make_ref (const YsCaseView *self, YsKind kind, const char *prefix);

/* Copies a kept file out of the docket, readable by this person only. */
gboolean ys_office_copy_file (YsSession *session, const char *digest, GFile *to,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
