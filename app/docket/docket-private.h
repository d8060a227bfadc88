/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the docket's own files share among themselves: the state every engine's docket has, and
 * the append under way. Nothing outside app/docket includes this. */
#pragma once

#include "docket/chain.h"
#include "docket/pin.h"

G_BEGIN_DECLS

struct _YsAppend
{
  YsDocket *docket; /* owned */
  char *command;
  gboolean imported;
  gboolean done;   /* found carried out before: nothing is written, no lock is held */
  gboolean failed; /* an entry was refused: only to be abandoned */
  gint64 parts;    /* entries added, or passed over when done */
  const YsSigner *signer; /* signs what is added, not owned; NULL: nobody */
  /* Filled in by the engine when it begins, and moved on with each entry: the head. */
  gint64 position;
  char digest[YS_DIGEST_SIZE];
  char *recorded_at;
};

typedef struct
{
  GThread *owner;
  YsDocketMode mode;
  char *address;
  char *id;
  char *founding;
  char *root; /* digest of the founding: position 0 */
  YsSuite suite;

  char *read_only_reason;
  YsDocketError read_only_code;
  char *distrust_reason;

  char *state_dir; /* NULL: no note is kept */
  YsPin pin;
  gboolean pinned;

  YsAppend *append; /* the one under way, not owned */
} YsDocketPrivate;

YsDocketPrivate *ys_docket_get_private (YsDocket *self);

/* For engines, on opening. The docket's facts as they stand there. */
void ys_docket_set_facts (YsDocket *self,
                          const char *address,
                          const char *id,
                          YsSuite suite,
                          const char *founding,
                          const char *root);
/* From now on nothing is written: @code and @reason are what a further append is told. */
void ys_docket_set_read_only (YsDocket *self, YsDocketError code, const char *reason);
void ys_docket_set_distrust (YsDocket *self, const char *reason);

/* Digest at @position (0: of the founding); *@digest NULL if there is no such entry. */
gboolean ys_docket_get_digest_at (YsDocket *self, gint64 position, char **digest, GError **error);

/* --- witness.c: this client's pinned head against what stands there now --- */

/* On opening: reads the note, compares, moves it on. Sets the distrust reason, not @error, when
 * they disagree. */
gboolean ys_witness_begin (YsDocket *self, const char *state_dir, GError **error);
/* A head was read: it must agree with the pin, which it then moves on. DISTRUSTED otherwise. */
gboolean ys_witness_compare (YsDocket *self, gint64 position, const char *digest, GError **error);
/* A head was written by us. */
void ys_witness_advance (YsDocket *self, gint64 position, const char *digest);
/* For verify: fills in @verdict if the pin disagrees. */
gboolean ys_witness_judge (YsDocket *self, YsVerdict *verdict, GError **error);
/* After an older copy was put back on purpose: forgets what was seen beyond it. */
gboolean ys_witness_forget (YsDocket *self, GError **error);

G_END_DECLS
