/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the docket has that is like a request being typed, asked on the docket's thread. */
#pragma once

#include "office/likeness.h"
#include "office/session.h"

G_BEGIN_DECLS

/* What is known so far; frozen while the work runs. */
typedef struct
{
  char *name;
  char *id_number;
  char *title;
  char *description;
  int year; /* in which the request is numbered */
} YsLikeQuestion;

YsLikeQuestion *ys_like_question_new (const char *name, const char *id_number, const char *title,
                                      const char *description, int year);
void ys_like_question_free (YsLikeQuestion *self);

typedef struct
{
  YsIndexRow *row;
  int percent;
} YsLike;

typedef struct
{
  GPtrArray *same;    /* of YsLike: the same applicant's, the likest first */
  GPtrArray *others;  /* of YsLike: other applicants' for like information */
  int askers;         /* other applicants who asked for the same information */
  char *next_id;      /* the number that it will probably get; or NULL */
} YsLikes;

void ys_likes_free (YsLikes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLikes, ys_likes_free)

/* From this likeness on, two requests may ask for the same. */
#define YS_LIKE_SAME_PERCENT 60

/* A YsWorkFunc: YsLikeQuestion to YsLikes. */
gpointer ys_likeness_work (YsSession *session, gpointer input, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
