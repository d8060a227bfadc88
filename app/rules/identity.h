/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers that say who somebody is: whether they can be right, and how they are shown masked.
 * A judgement warns a person who types; nothing is refused for it (passports, old codes, wrong
 * source data). */
#pragma once

#include "rules/day.h"

G_BEGIN_DECLS

typedef enum
{
  YS_IDENTITY_RIGHT,
  YS_IDENTITY_WRONG_CHECKSUM,
  YS_IDENTITY_WRONG_LENGTH,
  YS_IDENTITY_WRONG_DATE,
  YS_IDENTITY_WRONG_CHARACTER,
} YsIdentity;

/**
 * ys_identity_check_number:
 * @text: 公民身份号码 as typed: spaces, full-width digits and a small x are read
 * @today: births after it are wrong
 * @canonical: (out) (optional): 18 characters, NULL unless it is right
 *
 * GB 11643: 17 digits and a check character. The old form of 15 digits has no check character; it
 * is right when its date is one, and becomes the new form.
 */
YsIdentity ys_identity_check_number (const char *text, YsDay today, char **canonical);

/**
 * ys_identity_check_credit_code:
 * @text: 统一社会信用代码 as typed
 * @canonical: (out) (optional): 18 characters, NULL unless it is right
 *
 * GB 32100, and inside it the organisation's own code by GB 11714.
 */
YsIdentity ys_identity_check_credit_code (const char *text, char **canonical);

/* First four and last four characters, stars between: "3213**********0027". Of a number shorter
 * than 15, fewer are shown. (transfer full) */
char *ys_identity_mask (const char *number);
/* First three and last four: "139****6621". Of a number shorter than 11, fewer. (transfer full) */
char *ys_identity_mask_phone (const char *phone);

G_END_DECLS
