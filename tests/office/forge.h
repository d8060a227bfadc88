/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: a forger who has docket.db and knows its tables, its triggers and how the chain is
 * digested, and has nobody's key. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs @sql on the docket at @address without what protects it, digests bodies and chain anew from the
 * first entry on, and puts the protection back. Signatures stay what they are. */
void forge (const char *address, const char *sql);
/* The same with the chain left as it was. */
void forge_roughly (const char *address, const char *sql);
/* One number. */
gint64 ask_docket (const char *address, const char *sql);
/* SQL that appends an entry, as if written at that moment. @body with ' for "; @imported as such, by a
 * command of its own. (transfer full) */
char *forge_entry (const char *stream, const char *kind, const char *on, const char *actor,
                   const char *body, gboolean imported);

/* Copies the tree at @from to @to, which must not be there. */
void copy_tree (const char *from, const char *to);

G_END_DECLS
