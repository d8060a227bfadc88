/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The digests of the chain: what exactly is digested, in which order, and how a digest is written.
 * Where entries are kept and when they are compared is the engines' business. */
#pragma once

#include "docket/docket.h"

G_BEGIN_DECLS

/* Room for "sha256:", 64 hex digits and the closing zero. */
#define YS_DIGEST_SIZE 72

/* Bytes of chance before a body, so that a destroyed body cannot be guessed from its digest. */
#define YS_SALT_SIZE 16

/* A digest being taken; finished, it is ready for the next one. */
typedef struct _YsHash YsHash;

/* NULL with @error (IO) when libcrypto here does not know the suite. */
YsHash *ys_hash_new (YsSuite suite, GError **error);
void ys_hash_free (YsHash *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsHash, ys_hash_free)

void ys_hash_add (YsHash *self, gconstpointer bytes, gsize size);
/* Writes "sm3:hex" or "sha256:hex". */
void ys_hash_finish (YsHash *self, char digest[YS_DIGEST_SIZE]);

/* "sm3" or "sha256". */
const char *ys_suite_get_name (YsSuite suite);
gboolean ys_suite_from_name (const char *name, YsSuite *suite);
/* Whether @text is a well-formed digest; tells its suite and where its hex digits begin. */
gboolean ys_digest_parse (const char *text, YsSuite *suite, const char **hex);

/* Digest that position 0 stands for: docket id, time of founding, suite, founding. */
void ys_chain_digest_root (YsHash *hash,
                           const char *id,
                           const char *created_at,
                           const char *suite,
                           const char *founding,
                           char digest[YS_DIGEST_SIZE]);
void ys_chain_digest_body (YsHash *hash,
                           const guint8 salt[YS_SALT_SIZE],
                           const char *body,
                           char digest[YS_DIGEST_SIZE]);
/* Digest of @entry (all members before body, and body_digest), following @previous. */
void ys_chain_digest_entry (YsHash *hash,
                            const char *previous,
                            const YsEntry *entry,
                            gint64 part,
                            char digest[YS_DIGEST_SIZE]);
void ys_chain_make_salt (guint8 salt[YS_SALT_SIZE]);

G_END_DECLS
