/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The papers of a case for a court: collected from the docket, applicant unmasked, and so on record. */
#pragma once

#include "office/session.h"
#include "rules/case-papers.h"

G_BEGIN_DECLS

/* Puts on record that a case file with the applicant's details is being made: to be done before
 * ys_office_collect_papers(). */
gboolean ys_office_log_papers (YsSession *session, const char *id, GError **error);
/* All there is of the case, as it stands today. NO_CASE if there is none. (transfer full) */
YsCasePapers *ys_office_collect_papers (YsSession *session, const char *id, GError **error);
/* The bytes of a kept file. @session: a YsSession; a pointer so that it fits YsOpenPaperFunc of
 * report. (transfer full) */
GInputStream *ys_office_open_paper (const char *digest, gpointer session, GError **error);

G_END_DECLS
