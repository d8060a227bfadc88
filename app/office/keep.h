/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping a docket safe: what it is, verify, checkpoints, backup and restore; the index made anew. */
#pragma once

#include "docket/docket.h"
#include "office/session.h"

G_BEGIN_DECLS

/* What a docket is. */
typedef struct
{
  YsSessionSuite suite;
  gint64 entries;
  gint64 index_bytes; /* of this client's own index, 0 while there is none */
} YsDocketFacts;

gboolean ys_office_describe_docket (YsSession *session, YsDocketFacts *facts, GError **error);
/* Makes the index anew out of the docket; cancelled, the old one stays. */
gboolean ys_office_rebuild_index (YsSession *session, YsProgressFunc progress, gpointer user_data,
                                  GError **error);

/* Reads everything (ys_docket_verify), and looks for every file that an entry speaks of. */
YsVerdict *ys_office_verify (YsSession *session, YsProgressFunc progress, gpointer user_data,
                             GError **error);
char *ys_office_make_checkpoint (YsSession *session, GError **error);
/* FALSE with an error that ys_error_is_damage() when the docket does not hold what it witnessed. */
gboolean ys_office_compare_checkpoint (YsSession *session, const char *text, GError **error);

gboolean ys_office_backup (YsSession *session, const char *to, YsProgressFunc progress,
                           gpointer user_data, GError **error);
/* See ys_docket_restore(). */
gboolean ys_office_restore (const char *address, const char *from, gboolean accept_older,
                            char **aside, GError **error);

G_END_DECLS
