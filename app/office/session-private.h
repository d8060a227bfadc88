/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rooms of the office share of a session. */
#pragma once

#include "docket/docket.h"
#include "index/index.h"
#include "office/session.h"
#include "rules/staff.h"

G_BEGIN_DECLS

YsDocket *ys_session_get_docket (YsSession *self);

/* What `init` sealed into the root; a policy-set entry wins over it. */
YsStaffApproval ys_session_get_founding_approval (YsSession *self);
/* How far the session has looked into the docket, and what it found: kept by audit.c. */
typedef struct
{
  YsStaff *staff;   /* behind the entry at position; NULL before the docket was looked at */
  gint64 position;  /* entries up to here were audited */
  gint64 noted;     /* up to here this client's note says so */
  gint64 closed_at; /* the entry that closed the office, 0 while it is open */
  GArray *erased;   /* positions whose erasing was audited, or NULL */
  char *distrust;   /* the first entry that should not be there: a sentence, or NULL */
} YsAudited;

YsAudited *ys_session_get_audited (YsSession *self);
/* The open key of the session's person, or NULL. (transfer none) */
const YsSigner *ys_session_get_signer (YsSession *self);
/* (transfer full) @signer: NULL locks. What opens a key is keys.h. */
void ys_session_take_signer (YsSession *self, YsSigner *signer);

/* The index, opened and brought up to date with docket and day. Progress may be NULL.
 * (transfer none) */
YsIndex *ys_session_get_index (YsSession *self, YsProgressFunc progress, gpointer user_data,
                               GError **error);
/* Whether the error is the index's own: the docket can still be asked, only slower. */
gboolean ys_error_is_index (const GError *error);
/* Brings an open index up to date: sync.c. */
gboolean ys_session_fill_index (YsSession *self, YsIndex *index, YsProgressFunc progress,
                                gpointer user_data, GError **error);

/* Empties the index and fills it again, all or nothing: sync.c. */
gboolean ys_session_refill_index (YsSession *self, YsProgressFunc progress, gpointer user_data,
                                  GError **error);
/* The folder of the index. (transfer full) */
char *ys_session_find_index (YsSession *self);

/* The texts of the notices that came with the program, in order. */
typedef void (*YsNoticeTextFunc) (const char *text, gpointer user_data);
void ys_calendar_foreach_shipped (YsNoticeTextFunc func, gpointer user_data);
/* The shipped notices and those of the docket; with @text (a notice of @year, as it is valid) as if
 * that had been announced now. (transfer full) */
YsCalendar *ys_session_read_calendar (YsSession *self, int year, const char *text, GError **error);

/* Reads the docket's notices again and tells everyone. */
gboolean ys_session_tell_changed (YsSession *self, GError **error);
/* The same once an append of our own stands in the docket: it is done, whatever reading then says, and
 * the next poll tells of it. */
void ys_session_tell_done (YsSession *self);

/* Turns a stored entry into an event; DAMAGED if it cannot be understood. */
YsEvent *ys_session_parse_entry (const YsEntry *entry, GError **error);
/* The same of one whose body was erased: what the `destroyed` of its case (nullable) kept of it. */
YsEvent *ys_session_parse_kept (const YsEntry *entry, const YsEvent *destroyed, GError **error);

/* Called with each case stream's history in turn, ordered by stream; FALSE stops. */
typedef gboolean (*YsHistoryFunc) (YsHistory *history, gpointer user_data, GError **error);
gboolean ys_session_each_case (YsSession *self, YsHistoryFunc func, gpointer user_data,
                               GError **error);
/* Called for each entry that is passed over; FALSE stops. */
typedef gboolean (*YsSkipFunc) (gpointer user_data, GError **error);
/* Only those that come after the case @after (nullable). */
gboolean ys_session_each_case_after (YsSession *self, const char *after, YsSkipFunc skip,
                                     YsHistoryFunc func, gpointer user_data, GError **error);

G_END_DECLS
