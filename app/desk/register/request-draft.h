/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRequestDraft: everything typed for a request that is not registered yet, as it was typed, and
 * its text form. Where drafts are kept is the draft keeper's business. */
#pragma once

#include <glib.h>

#include "rules/day.h"
#include "rules/outcome.h"

G_BEGIN_DECLS

/* Strings are never NULL here; "" where nothing was typed. */
typedef struct
{
  YsApplicantClass klass;
  char *name;
  char *id_type;
  char *id_number;
  char *phone;
  char *email;
  char *address;
  char *postcode;
} YsApplicantDraft;

/* What the person decided about a request that may be the same. */
typedef enum
{
  YS_TWIN_UNDECIDED,
  YS_TWIN_DUPLICATE, /* becomes a `linked` entry */
  YS_TWIN_DIFFERENT, /* becomes a `noted` entry */
  YS_TWIN_GO_ON,     /* becomes a `noted` entry */
} YsTwinChoice;

typedef struct
{
  char *id;
  YsTwinChoice choice;
} YsTwin;

/* Days as they were typed (day-reading.h). */
typedef struct
{
  YsApplicantDraft applicant;
  GPtrArray *joint;   /* of YsApplicantDraft */
  char *agent;
  char *title;
  char *description;
  char *document_number;
  char *form;         /* "paper", … */
  char *delivery;     /* "post", … */
  gboolean suggested_publication;
  char *channel;      /* "in-person", … */
  char *submitted;    /* day */
  char *received;     /* day of receipt, signature or arrival */
  char *confirmed;    /* day */
  char *confirmed_by;
  char *taken_by;
  char *system;
  char *number;       /* tracking or external number */
  char *handler;
  GPtrArray *files;   /* addresses (char *) */
  GPtrArray *twins;   /* of YsTwin, decided ones */
} YsRequestDraft;

YsRequestDraft *ys_request_draft_new (void);
/* What stands there before anything is typed: handed in today, to @handler. */
YsRequestDraft *ys_request_draft_new_fresh (YsDay today, const char *handler);
void ys_request_draft_free (YsRequestDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRequestDraft, ys_request_draft_free)

YsApplicantDraft *ys_applicant_draft_new (void);
void ys_applicant_draft_free (YsApplicantDraft *self);
void ys_applicant_draft_clear (YsApplicantDraft *self);

YsTwin *ys_twin_new (const char *id, YsTwinChoice choice);
void ys_twin_free (YsTwin *self);

/* Makes one string another. */
void ys_draft_set (char **member, const char *value);

/* Whether nobody typed anything worth keeping. */
gboolean ys_request_draft_is_blank (const YsRequestDraft *self);

/* As JSON, and back. A field that is missing or wrong reads as not typed; NULL with @error only
 * where the whole is no draft. */
char *ys_request_draft_write (const YsRequestDraft *self);
YsRequestDraft *ys_request_draft_read (const char *text, GError **error);

G_END_DECLS
