/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A client's own note of the last head it saw of a docket: one small file a docket. What follows
 * when the note and the docket disagree is decided in witness.c. */
#pragma once

#include "docket/chain.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 position;
  char digest[YS_DIGEST_SIZE];
} YsPin;

/* Reads the note about docket @id. *@found is FALSE if there is none. A note that cannot be
 * understood is DISTRUSTED: it may have been tampered with. */
gboolean
ys_pin_load (const char *state_dir, const char *id, YsPin *pin, gboolean *found, GError **error);
/* Replaces the note in one step; @durable waits for the disk. */
gboolean ys_pin_save (
  const char *state_dir, const char *id, const YsPin *pin, gboolean durable, GError **error);

G_END_DECLS
