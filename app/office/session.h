/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsSession: one open docket with its calendar, its index and the day it works on. Everything that
 * anyone does goes through a session; what can be done stands in the headers beside this one. */
#pragma once

#include <gio/gio.h>

#include "rules/calendar.h"
#include "rules/history.h"
#include "rules/staff.h"

G_BEGIN_DECLS

/**
 * YsOfficeError:
 * @YS_OFFICE_ERROR_REFUSED: the rules refuse it; the message says why and what would mend it
 * @YS_OFFICE_ERROR_NO_CASE: the docket has no such case
 * @YS_OFFICE_ERROR_INPUT: a file or an argument cannot be used
 * @YS_OFFICE_ERROR_DAMAGED: the docket holds an entry that cannot be understood
 * @YS_OFFICE_ERROR_UNKNOWN_CASE: the case is not known yet on the day asked for
 * @YS_OFFICE_ERROR_LOCKED: it must be signed, and the person's key is not open in this session
 */
typedef enum
{
  YS_OFFICE_ERROR_REFUSED,
  YS_OFFICE_ERROR_NO_CASE,
  YS_OFFICE_ERROR_INPUT,
  YS_OFFICE_ERROR_DAMAGED,
  YS_OFFICE_ERROR_UNKNOWN_CASE,
  YS_OFFICE_ERROR_LOCKED,
} YsOfficeError;

#define YS_OFFICE_ERROR (ys_office_error_quark ())
GQuark ys_office_error_quark (void);

/* Whether an error of any floor means that the docket is damaged or distrusted. */
gboolean ys_error_is_damage (const GError *error);
/* Whether somebody else went on with the case meanwhile: look again, nothing was written. */
gboolean ys_error_is_conflict (const GError *error);

#define YS_TYPE_SESSION (ys_session_get_type ())
G_DECLARE_FINAL_TYPE (YsSession, ys_session, YS, SESSION, GObject)

/* Digest suites of a docket. */
typedef enum
{
  YS_SESSION_SUITE_GM,
  YS_SESSION_SUITE_INTL,
} YsSessionSuite;

/**
 * ys_session_found:
 * @address: folder to make
 * @agency: the agency's name, sealed into the root of the chain
 * @today: the day that the session works on
 *
 * Founds a docket without staff (everyone may do everything) and opens it. @approval: what the office
 * asks for before replies and extensions, until it sets another policy.
 */
YsSession *ys_session_found (const char *address, const char *agency, YsSessionSuite suite,
                             YsStaffApproval approval, YsDay today, GError **error);

/**
 * ys_session_open:
 * @writing: FALSE opens it for reading only, which also works on a docket that is distrusted
 *
 * Opens a docket and reads the notices that it announces. The index is opened and brought up to
 * date only when something asks for it. Belongs to the calling thread.
 * Signal "changed" is emitted when entries were added, by us or (see ys_session_watch) by others.
 */
YsSession *ys_session_open (const char *address, gboolean writing, YsDay today, GError **error);

/* Who writes, as the entries name it: once the docket has a keeper, the id of a person of the staff.
 * NULL: nobody is named. */
void ys_session_set_actor (YsSession *self, const char *actor);
const char *ys_session_get_actor (YsSession *self);

/* Given at founding; it goes with the docket wherever it is moved. (transfer none) */
const char *ys_session_get_docket_id (YsSession *self);

YsDay ys_session_get_today (YsSession *self);
/* A new day: the application's midnight timer calls it. */
void ys_session_set_today (YsSession *self, YsDay today);

/* The shipped notices and those that the docket announces. (transfer none) */
YsCalendar *ys_session_get_calendar (YsSession *self);
/* The shipped notices alone, for questions without a docket. (transfer full) */
YsCalendar *ys_calendar_load_shipped (void);

/* Latest `named` of the agency as canonical JSON, or the name given at founding. (transfer full) */
char *ys_session_get_agency (YsSession *self, GError **error);
/* What stands before replies and extensions now. */
YsStaffApproval ys_session_get_approval (YsSession *self);
/* Who belongs to the office, as of the last change that was told. (transfer none); ys_staff_copy() it
 * for another thread. */
const YsStaff *ys_session_get_staff (YsSession *self);
/* NULL when it may be written, else why not. */
const char *ys_session_get_read_only_reason (YsSession *self);
/* NULL, or why the docket is distrusted. */
const char *ys_session_get_distrust_reason (YsSession *self);

/* Polls for other people's entries, every two seconds or so with jitter, on the thread-default
 * main context, until the session is gone; "changed" tells of them. */
void ys_session_watch (YsSession *self);
/* One poll, for whoever keeps the time: TRUE if anything came. */
gboolean ys_session_poll (YsSession *self, gboolean *came, GError **error);

/* --- one case -------------------------------------------------------------------------------- */

/* All entries of a case. NO_CASE if there is none. (transfer full) */
YsHistory *ys_session_load_case (YsSession *self, const char *id, GError **error);

G_END_DECLS
