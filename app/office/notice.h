/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notices of rest days: which are known and where from, what a new one would move, and taking it
 * into the docket. */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

/* One notice that is known. */
typedef struct
{
  int year;
  char *title;
  char *address;      /* where it can be read, or NULL */
  YsDay announced_on; /* in this docket; YS_DAY_NONE: it came with the program */
} YsNotice;

void ys_notice_free (YsNotice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsNotice, ys_notice_free)

/* (element-type YsNotice): the newest year first, of a year what was known last first. */
GPtrArray *ys_office_list_notices (YsSession *session, GError **error);

/* An open case whose due day a notice moves. */
typedef struct
{
  char *id;
  char *title;
  YsDay from;
  YsDay to;
} YsNoticeMove;

/* What a notice says and does. */
typedef struct
{
  int year;
  char *title;
  gboolean is_known; /* a notice of that year is there already: the later one wins day by day */
  int rest_days;     /* days of rest it lists, */
  int work_days;     /* and days of work in exchange */
  gint64 open;       /* open cases with a due day */
  GPtrArray *moves;  /* of YsNoticeMove, by old due day */
} YsNoticePreview;

void ys_notice_preview_free (YsNoticePreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsNoticePreview, ys_notice_preview_free)

/* What announcing @text would do; nothing is written. INPUT when it is no notice. */
YsNoticePreview *ys_office_preview_notice (YsSession *session, const char *text, GError **error);

/* A notice of rest days in the format of data/calendars, for its year. */
gboolean ys_office_announce_notice (YsSession *session, YsDay on, const char *text,
                                    GError **error);

G_END_DECLS
