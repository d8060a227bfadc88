/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the docket already has when a request comes in: the same applicant's requests, and requests
 * for like information. */
#pragma once

#include "index/index.h"
#include "office/session.h"

G_BEGIN_DECLS

/**
 * ys_office_find_like:
 * @applicant: (nullable): name of the first applicant
 * @title: (nullable):
 * @description: (nullable):
 *
 * Returns: (transfer full) (element-type YsLikeness): cases of the same applicant, and cases with
 *   like title or description, the likest first; or NULL with @error.
 */
GPtrArray *ys_office_find_like (YsSession *session, const char *applicant, const char *title,
                                const char *description, int limit, GError **error);

/**
 * ys_office_find_applicant:
 * @id_number: number of an identity document, as it was written down
 *
 * Returns: (transfer full) (element-type YsIndexRow): cases that hold this number, the newest
 *   first; or NULL with @error. None for a number too short to say who somebody is.
 */
GPtrArray *ys_office_find_applicant (YsSession *session, const char *id_number, int limit,
                                     GError **error);

G_END_DECLS
