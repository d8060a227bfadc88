/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lives of the sample year's cases: which acts follow one another by chance. The cases that shall
 * be open today in a certain way are sample-plan.h; how many there are and when is sample.c. */
#pragma once

#include "office/sample-lines.h"
#include "office/sample-plan.h"

G_BEGIN_DECLS

typedef struct _YsSampleLives YsSampleLives;

/* @hash: takes the digests of facts; belongs to the caller. */
YsSampleLives *ys_sample_lives_new (
  const YsCalendar *calendar, YsDice *dice, YsDay today, const YsSampleFiles *files, YsHash *hash);
void ys_sample_lives_free (YsSampleLives *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSampleLives, ys_sample_lives_free)

/* Makes one case that comes in on @first and hands out its lines up to today. */
gboolean ys_sample_lives_make (YsSampleLives *self,
                               const char *id,
                               YsDay first,
                               YsSampleRole role,
                               guint nth,
                               YsSampleLineFunc func,
                               gpointer user_data,
                               GError **error);

G_END_DECLS
