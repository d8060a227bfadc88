/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 台账: documents issued and repealed, yearly counts, the agency's name. They feed table 2 of the
 * annual report. Notices of rest days are notice.h. */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

/* A rule (规章) or a normative document (行政规范性文件). @id: a name of ours, new in the register. */
gboolean ys_office_issue_document (YsSession *session, const char *id, YsDay on,
                                   gboolean is_rule, const char *title,
                                   const char *document_number, GError **error);
gboolean ys_office_repeal_document (YsSession *session, const char *id, YsDay on, const char *by,
                                    GError **error);
/* Documents in force on @on that are not entered one by one. */
gboolean ys_office_count_opening (YsSession *session, YsDay on, gint64 rule, gint64 normative,
                                  GError **error);
/* The year's decisions; @fee_wan: 万元 as a decimal text, or NULL. */
gboolean ys_office_count_decisions (YsSession *session, int year, YsDay on, gint64 licence,
                                    gint64 penalty, gint64 coercion, const char *fee_wan,
                                    GError **error);
gboolean ys_office_name_agency (YsSession *session, YsDay on, const char *name, GError **error);

G_END_DECLS
