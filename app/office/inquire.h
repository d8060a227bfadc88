/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions put to others while a case runs: correction (30), consultation (32, 34), search,
 * reasons (35), and the two acts that move the due day: extension (33) and delay (35). */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

/* 补正, once, within seven working days of receipt; @until is what the applicant is given. */
gboolean ys_office_ask_correction (YsSession *session, const char *id, YsDay on,
                                   const char *points, YsDay until, GError **error);
/* The corrected request came: the clock starts anew. @description: the new words, or NULL. */
gboolean ys_office_take_correction (YsSession *session, const char *id, YsDay on,
                                    const char *description, GError **error);

/* 征求意见. @with: "third-party" or "agency"; @ref: a short name of ours for it, new in the case. */
gboolean ys_office_send_consultation (YsSession *session, const char *id, YsDay on,
                                      const char *ref, const char *with, const char *name,
                                      GError **error);
/* @opinion: "agree", "disagree", "partly" or "none". */
gboolean ys_office_take_opinion (YsSession *session, const char *id, YsDay on, const char *ref,
                                 const char *opinion, GError **error);

/* 检索: the evidence that information is not held. */
gboolean ys_office_ask_search (YsSession *session, const char *id, YsDay on, const char *ref,
                               const char *unit, YsDay until, GError **error);
/* @result: "found", "none" or "partly". */
gboolean ys_office_take_search (YsSession *session, const char *id, YsDay on, const char *ref,
                                const char *where, const char *terms, const char *result,
                                GError **error);

gboolean ys_office_ask_reasons (YsSession *session, const char *id, YsDay on, YsDay until,
                                GError **error);
gboolean ys_office_take_reasons (YsSession *session, const char *id, YsDay on, const char *text,
                                 GError **error);

/* 延期, once a run, on or before the due day, with the head's consent. @days 1..20. */
gboolean ys_office_extend (YsSession *session, const char *id, YsDay on, int days,
                           const char *reason, const char *approver, GError **error);
/* 条例 35: a reasonable delay to @until. */
gboolean ys_office_set_delay (YsSession *session, const char *id, YsDay on, YsDay until,
                              const char *reason, GError **error);

G_END_DECLS
