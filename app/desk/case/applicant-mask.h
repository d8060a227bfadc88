/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown of an applicant's numbers and addresses until somebody asks to see them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "3213**********0027": the @first and the @last characters stay; a text too short
 * for that is hidden but for its first character.
 * (transfer full) */
char *ys_mask_number (const char *number, int first, int last);
/* "l***@example.com". (transfer full) */
char *ys_mask_email (const char *email);

G_END_DECLS
