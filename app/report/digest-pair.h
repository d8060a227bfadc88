/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both digests of the same bytes, SHA-256 and SM3, in one pass. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YS_DIGEST_HEX 65

/* Small letters, as `sha256sum` and `openssl dgst` write them. */
typedef struct
{
  gint64 size;
  char sha256[YS_DIGEST_HEX];
  char sm3[YS_DIGEST_HEX];
} YsDigestPair;

typedef struct _YsDigesting YsDigesting;

/* NULL with @error when libcrypto here does not offer one of them. */
YsDigesting *ys_digesting_new (GError **error);
void ys_digesting_add (YsDigesting *self, gconstpointer bytes, gsize size);
/* The digests of all that was added; it is ready for the next bytes then. */
void ys_digesting_finish (YsDigesting *self, YsDigestPair *pair);
void ys_digesting_free (YsDigesting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDigesting, ys_digesting_free)

G_END_DECLS
