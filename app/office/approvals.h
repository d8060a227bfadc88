/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The queue of 审批: what waits for the person who sits at this desk. Who may decide what is the
 * staff's; nothing is decided here. */
#pragma once

#include "office/case-view.h"

G_BEGIN_DECLS

typedef enum
{
  YS_WAITS_FOR_APPROVAL, /* to approve or to return */
  YS_WAITS_FOR_REVIEW,   /* the next step of the chain */
  YS_WAITS_FOR_MEND,     /* the approval is void, or a reviewer sent the draft back */
} YsWaitsFor;

/* One thing that waits. */
typedef struct
{
  YsWaitsFor waits_for;
  char *what;        /* "reply", "extension", … of an approval; "section", … of a review */
  gint64 seq;        /* of the approval-asked or the draft */
  char *by;          /* name of who asked or drafted, or NULL */
  YsDay since;
  char *changed;     /* what changed since, or who disagreed; or NULL */
  GPtrArray *files;  /* digests (char *) of what is asked for */
  YsIndexRow *row;   /* the case */
} YsWaiting;

void ys_waiting_free (YsWaiting *self);

/* By due day, those without one last. (transfer full) (element-type YsWaiting) */
GPtrArray *ys_office_list_waiting (YsSession *session, GCancellable *cancellable, GError **error);

G_END_DECLS
