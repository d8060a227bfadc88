/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The work of registering, on the docket's thread: the case, its handler, its files, and what was
 * decided about twins. */
#pragma once

#include "desk/register/request-draft.h"
#include "office/session.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *applicant;
  int joint;
  char *title;
  char *channel;
  YsDay received;      /* or arrived */
  YsDay due;           /* YS_DAY_NONE while the period has not begun */
  int files;
  GPtrArray *problems; /* of char *: what could not be added to the registered case */
} YsRegistered;

void ys_registered_free (YsRegistered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRegistered, ys_registered_free)

/**
 * ys_register_work:
 * @input: YsRequestDraft, checked with ys_request_check()
 *
 * A YsWorkFunc. Nothing is registered when it fails; what fails after the case stands is told as a
 * problem, for a second try would register a second case.
 * Returns: (transfer full): YsRegistered
 */
gpointer ys_register_work (YsSession *session, gpointer input, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
