/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: tables of acts of the office, each with what stands in the case before and what
 * it must append, or that it must be refused. */
#pragma once

#include "place.h"

G_BEGIN_DECLS

/* The day on which the acts are done, a Friday. */
#define ACT_TODAY "2024-03-01"
#define ID "2024-0001"

typedef gboolean (*Act) (YsSession *session, GError **error);

/* Defines an act: @call may use session and error. */
#define ACT(name, call)                                                                            \
  static gboolean act_##name (YsSession *session, GError **error)                                  \
  {                                                                                                \
    return call;                                                                                   \
  }

typedef struct
{
  const char *name;
  Act act;
  const char *before; /* imported before, with ' for " */
  const char *wanted; /* "kind on body\n" as appended, with ' for "; NULL: refused */
  const char *says;   /* of a refusal: stands in its sentence; or NULL */
} ActRow;

#define DONE(name, before, wanted) { #name, act_##name, before, wanted, NULL }
#define REFUSED(name, before, says) { #name, act_##name, before, NULL, says }

/* Does each in a docket of its own, founded on ACT_TODAY with @approval. */
void run_acts (const ActRow *rows, guint n_rows, YsStaffApproval approval);

G_END_DECLS
