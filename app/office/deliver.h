/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 送达 of any letter, remedies against the case, and what follows its end: files, archive,
 * amendments and strikes. */
#pragma once

#include "office/session.h"
#include "rules/tally.h"

G_BEGIN_DECLS

/* @of: seq of the letter (a correction asked, a consultation, a reply, …). */
gboolean ys_office_dispatch (YsSession *session, const char *id, YsDay on, gint64 of,
                             const char *by, const char *tracking, GError **error);
gboolean ys_office_deliver (YsSession *session, const char *id, YsDay on, gint64 of,
                            const char *by, GError **error);
gboolean ys_office_fail_delivery (YsSession *session, const char *id, YsDay on, gint64 of,
                                  const char *reason, GError **error);

/* A remedy is sought. @served_on: the day its papers reached us, or YS_DAY_NONE. */
gboolean ys_office_open_review (YsSession *session, const char *id, YsDay on, const char *ref,
                                YsRoute route, gboolean as_review_body, gboolean summary,
                                YsDay served_on, const char *body_name, GError **error);
gboolean ys_office_decide_review (YsSession *session, const char *id, YsDay on, const char *ref,
                                  YsReviewResult result, GError **error);

/**
 * ys_office_attach:
 * @role: "request", "correction", "opinion", "reply", "receipt", "review", "evidence", "other"
 *
 * Keeps the file (durable before the entry) and attaches it to the case.
 * Returns: (transfer full): its digest, or NULL with @error.
 */
char *ys_office_attach (YsSession *session, const char *id, YsDay on, GFile *file,
                        const char *role, GError **error);

/* 归档. @retention: "permanent", "30y" or "10y"; @pages 0: not counted. */
gboolean ys_office_archive (YsSession *session, const char *id, YsDay on, const char *file_no,
                            const char *retention, int pages, GError **error);

/* Puts a mistyped text right. @field: "on" or a path as "applicant.name"; the first text stays
 * readable. */
/* Any field of an entry that ys_event_list_fields() lists, with what stood there (the rules refuse
 * another) and what shall; both as texts, typed by the kind's schema. */
gboolean ys_office_amend (YsSession *session, const char *id, YsDay on, gint64 of,
                          const char *field, const char *from, const char *to,
                          const char *reason, GError **error);
/* An entry made by mistake counts no more. Refused where a later entry refers to it. */
gboolean ys_office_strike (YsSession *session, const char *id, YsDay on, gint64 of,
                           const char *reason, GError **error);

G_END_DECLS
