/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsEntry: one line of the docket as it stands there. It knows its place in the chain and nothing
 * of what its kind or body means: that is the rules' business. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YsEntry YsEntry;

/* An entry is immutable and may cross threads. Members are owned by the entry. */
struct _YsEntry
{
  gint64 position;    /* 1, 2, 3… without gaps, over the whole docket */
  char *stream;       /* "case/2024-0001", "agency", … */
  gint64 seq;         /* 1, 2, 3… in its stream */
  char *kind;         /* "received", … */
  char *on;           /* legal date, YYYY-MM-DD */
  char *recorded_at;  /* UTC, YYYY-MM-DDTHH:MM:SSZ: when it was written down */
  char *actor;        /* who wrote it; NULL where not told */
  char *command;      /* UUID of the command that appended it */
  gboolean imported;  /* TRUE for testimony brought in from an exchange file */
  char *body;         /* canonical JSON; NULL once erased at the end of its retention */
  char *body_digest;  /* "sm3:hex" or "sha256:hex" over salt and body */
  char *digest;       /* over the previous digest and every field above but body */
  char *signature;    /* over the text of the digest; NULL: not signed */
  char *signer;       /* public key that made the signature; NULL where there is none */

  gatomicrefcount refs; /* private */
};

/* Takes and gives back a reference. */
YsEntry *ys_entry_ref (YsEntry *self);
void ys_entry_unref (YsEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsEntry, ys_entry_unref)

G_END_DECLS
