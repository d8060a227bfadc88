/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsSigner: a person's private key, unlocked, and what it signs; and the test of a signature with
 * the public key alone. Whose key it is and what may be signed is not known here. */
#pragma once

#include "docket/docket.h"

G_BEGIN_DECLS

/* Bytes of a private key of either suite. */
#define YS_SECRET_SIZE 32

/* Keys and signatures are written as text: "sm2:" or "ed25519:" and lower-case hex digits. The
 * public key of SM2 is its uncompressed point, its signature r and s of 32 bytes each: so that a
 * signature has one way of being written. (YsSigner itself is named in docket.h.) */

/* A new key of @suite: SM2 with SM3 (GB/T 32918), or Ed25519 (RFC 8032). NULL with
 * YS_DOCKET_ERROR_IO when libcrypto here does not offer it. */
YsSigner *ys_signer_new (YsSuite suite, GError **error);
/* The key whose private half is @secret. NULL with YS_DOCKET_ERROR_CORRUPT when there is none such. */
YsSigner *ys_signer_new_from_secret (YsSuite suite,
                                     const guint8 secret[YS_SECRET_SIZE],
                                     GError **error);
/* Wipes the private half. */
void ys_signer_free (YsSigner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSigner, ys_signer_free)

YsSuite ys_signer_get_suite (const YsSigner *self);
const char *ys_signer_get_public_key (const YsSigner *self);
/* To be wrapped by a passphrase (docket/key-file.h) and nothing else; the caller wipes it. */
void ys_signer_copy_secret (const YsSigner *self, guint8 secret[YS_SECRET_SIZE]);

/* Signs @message. (transfer full): the signature's text, NULL with YS_DOCKET_ERROR_IO. */
char *ys_signer_sign (const YsSigner *self, const char *message, gsize size, GError **error);

/* Whether @public_key is the text of a key that a signature can be tested with; tells its suite. */
gboolean ys_public_key_parse (const char *public_key, YsSuite *suite);
/* Whether @signature is the one of @message by @public_key. What is badly written is not. */
gboolean ys_signature_is_good (const char *public_key,
                               const char *signature,
                               const char *message,
                               gsize size);
/* Whether the signature that @entry bears is the one of its digest by the key it names. An entry
 * that bears none, or only one of the two, has none that is good. Whose key that is, and whether
 * @entry had to be signed, is the caller's question. About 1 ms with SM2, a third with Ed25519. */
gboolean ys_entry_signature_is_good (const YsEntry *entry);

G_END_DECLS
