/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTold: what this client told a person about a docket's cases, in a small file of its own. It
 * decides nothing; a file that is lost or damaged means that things are told again. */
#pragma once

#include <gio/gio.h>

#include "rules/day.h"

G_BEGIN_DECLS

typedef enum
{
  YS_REMIND_DUE,          /* our own reply */
  YS_REMIND_CORRECTION,   /* the applicant was to correct the request */
  YS_REMIND_FEE,          /* the applicant was to pay */
  YS_REMIND_CONSULTATION, /* a third party or agency was to answer */
  YS_REMIND_ANSWER,       /* a unit was to search, or the applicant to give reasons */
  YS_N_REMIND_KINDS,
} YsRemindKind;

typedef struct _YsTold YsTold;

/* A level that nothing was told or read at. */
#define YS_TOLD_NOTHING G_MAXINT

/* An empty memory that is kept nowhere. */
YsTold *ys_told_new (void);
/**
 * ys_told_open:
 * @dir: the person's own folder, made 0700 if missing
 * @docket_id: names the file
 *
 * Opens the memory and holds it for itself until it is freed; waits some seconds for another client
 * that holds it. What cannot be read of it is not remembered.
 */
YsTold *ys_told_open (const char *dir, const char *docket_id, GError **error);
/* Writes it down if anything changed. */
gboolean ys_told_save (YsTold *self, GError **error);
void ys_told_free (YsTold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTold, ys_told_free)

/* Of one case, kind and day: the narrowest level that was told, and that was read. */
int ys_told_get_level (const YsTold *self, const char *id, YsRemindKind kind, YsDay day);
int ys_told_get_read (const YsTold *self, const char *id, YsRemindKind kind, YsDay day);
/* When it is to be told again, seconds since 1970; 0: not before the next level. */
gint64 ys_told_get_again (const YsTold *self, const char *id, YsRemindKind kind, YsDay day);

void ys_told_set_level (YsTold *self, const char *id, YsRemindKind kind, YsDay day, int level);
void ys_told_set_read (YsTold *self, const char *id, YsRemindKind kind, YsDay day, int level);
void ys_told_set_again (YsTold *self, const char *id, YsRemindKind kind, YsDay day, gint64 again);

/* The first moment after @now at which something is to be told again; 0: none. */
gint64 ys_told_find_again (const YsTold *self, gint64 now);
/* Forgets what lies before @today and was not looked up since it was opened. */
void ys_told_prune (YsTold *self, YsDay today);
guint ys_told_get_length (const YsTold *self);

G_END_DECLS
