/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Casefiles made by hand or by lot, for tests of the index that do not care how the rules would
 * have derived them; and a folder with an index in it. */
#pragma once

#include "index/index.h"

G_BEGIN_DECLS

typedef struct
{
  YsCasefile file;
  YsClock clock;
} MadeCase;

/* Everything empty but the id, received on 2024-03-01, running. */
MadeCase *made_case_new (const char *id);
/* The same with a title, an applicant and a description; the text holds the three. */
MadeCase *made_case_with_text (const char *id,
                               const char *title,
                               const char *applicant,
                               const char *description);
/* By lot, with gaps and ties everywhere; @n_phrases long. */
MadeCase *made_case_by_lot (GRand *lot, const char *id, int n_phrases);
/* What a typist of this office might have written. (transfer full) */
char *made_text_by_lot (GRand *lot, int n_phrases);
void made_case_free (MadeCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadeCase, made_case_free)

/* Makes one string member of a casefile another. */
void made_case_set (char **member, const char *value);
/* Gives it a file more. */
void made_case_hold (MadeCase *self, const char *digest);
/* Writes the text anew from title, applicant and description. */
void made_case_write_text (MadeCase *self);

/* An index in a folder of its own, which made_index_free() removes. */
typedef struct
{
  char *dir;
  YsIndex *index;
} MadeIndex;

MadeIndex *made_index_new (void);
void made_index_free (MadeIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadeIndex, made_index_free)
/* Closes and opens it again, for @docket_id. */
void made_index_reopen (MadeIndex *self, const char *docket_id);
/* Puts one case in a transaction of its own. */
void made_index_put (MadeIndex *self, const MadeCase *made);
/* Whether a file of the folder holds these bytes. */
gboolean made_index_has_bytes (MadeIndex *self, const char *bytes);

G_END_DECLS
