/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of one row of a list of cases: number, days, stage. How long is left is due-words.h. */
#pragma once

#include "office/lists.h"

G_BEGIN_DECLS

/* "〔2026〕163号" for 2026-0163. (transfer full) */
char *ys_words_number (const char *id);
/* The other way: the id that a person's spelling of a whole number means, "2026-0441", "〔2026〕441号"
 * or "441" (of @year), NULL if @text is something else. Whether there is such a case is not asked. */
char *ys_words_read_number (const char *text, int year);
/* "11-24 Tue" or "11-24"; "2025-03-01" when it is more than half a year away; "—" for
 * YS_DAY_NONE. (transfer full) */
char *ys_words_day (YsDay day, YsDay today, gboolean with_weekday);
/* "Tue" and, for narrow columns, "Tu". (transfer none) */
const char *ys_words_weekday (YsDay day);
const char *ys_words_weekday_narrow (YsDay day);
/* The first applicant masked, "—" where none is known. (transfer full) */
char *ys_words_applicant (const YsIndexRow *row, gboolean masked);
/* Where the case stands: state, open questions, approval, extension. (transfer full) */
char *ys_words_stage (const YsIndexRow *row);
/* What an approval is asked for, from its word in the docket. (transfer none) */
const char *ys_words_approval (const char *asked_for);

G_END_DECLS
