/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file in which a person's private key lies, wrapped by a passphrase, in that person's own
 * profile. It never lies beside the docket. */
#pragma once

#include "docket/signer.h"

G_BEGIN_DECLS

/**
 * YsKeyError:
 * @YS_KEY_ERROR_NONE_THERE: there is no such file
 * @YS_KEY_ERROR_WRONG_PASSPHRASE: the passphrase does not open it, or its bytes were changed
 * @YS_KEY_ERROR_DAMAGED: it is no key file of ours
 * @YS_KEY_ERROR_IO: the disk, or libcrypto, failed
 */
typedef enum
{
  YS_KEY_ERROR_NONE_THERE,
  YS_KEY_ERROR_WRONG_PASSPHRASE,
  YS_KEY_ERROR_DAMAGED,
  YS_KEY_ERROR_IO,
} YsKeyError;

#define YS_KEY_ERROR (ys_key_error_quark ())
GQuark ys_key_error_quark (void);

/**
 * ys_key_file_save:
 *
 * Wraps the key of @signer by @passphrase (UTF-8; read as NFKC, so that one person's two keyboards
 * agree) with scrypt (N 2^17, r 8, p 1: 128 MiB and about a third of a second) and AES-256-GCM,
 * and puts it durably in the place of @path, mode 0600. What stood there stays if that fails.
 */
gboolean ys_key_file_save (const char *path,
                           const YsSigner *signer,
                           const char *passphrase,
                           GError **error);

/* Opens it. NULL with YS_KEY_ERROR. */
YsSigner *ys_key_file_load (const char *path, const char *passphrase, GError **error);

/* The public half, for which no passphrase is asked. (transfer full) */
char *ys_key_file_read_public_key (const char *path, GError **error);

G_END_DECLS
