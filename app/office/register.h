/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 登记: a request comes in, is confirmed with the applicant, gets a handler and notes (条例 29-31). */
#pragma once

#include "office/session.h"
#include "rules/outcome.h"

G_BEGIN_DECLS

/* One applicant; NULL where nothing is known. */
typedef struct
{
  YsApplicantClass klass;
  const char *name;
  const char *id_type;
  const char *id_number;
  const char *phone;
  const char *email;
  const char *address;
  const char *postcode;
} YsApplicant;

/* What is written down of a request. Words of a choice are those of exchange.md. */
typedef struct
{
  const char *channel;             /* "in-person", "post", … */
  YsDay submitted_on;
  const char *arrived_via;         /* NULL: told by the channel */
  const char *taken_by;            /* who wrote it down, for an oral request */
  YsApplicant applicant;
  const YsApplicant *joint;        /* further applicants */
  guint n_joint;
  const char *agent;               /* name, or NULL */
  const char *agent_authorisation; /* digest of a kept file, or NULL */
  const char *title;
  const char *description;
  const char *document_number;     /* or NULL */
  const char *form;                /* "paper", … */
  const char *delivery;            /* "post", … */
  const char *external_system;     /* number elsewhere, or NULL */
  const char *external_number;
  gboolean suggested_publication;  /* 条例 44 */
} YsRequest;

/**
 * ys_office_register:
 * @on: in person, post, oral: the day of receipt (submission or signature). Internet, fax,
 *   ordinary post: the day it arrived
 * @confirmed_on: the day both sides confirmed it (条例 31), YS_DAY_NONE while that is to be done
 * @confirmed_by: how or by whom, needed with @confirmed_on
 *
 * Gives the next number of the year of @on.
 * Returns: (transfer full): the case's id, or NULL with @error.
 */
char *ys_office_register (YsSession *session, const YsRequest *request, YsDay on,
                          YsDay confirmed_on, const char *confirmed_by, GError **error);
/* The day both sides confirmed it: the clock starts. */
gboolean ys_office_confirm (YsSession *session, const char *id, YsDay on, const char *by,
                            GError **error);

gboolean ys_office_assign (YsSession *session, const char *id, YsDay on, const char *to,
                           GError **error);
gboolean ys_office_note (YsSession *session, const char *id, YsDay on, const char *text,
                         GError **error);
/* @as: "same-letter", "split", "merged", "duplicate" or "transferred". */
gboolean ys_office_link (YsSession *session, const char *id, YsDay on, const char *to,
                         const char *as, const char *agency, GError **error);

G_END_DECLS
