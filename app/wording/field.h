/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields of entries and their values, for people: names, words of a choice, amounts, files. */
#pragma once

#include "rules/event-fields.h"

G_BEGIN_DECLS

/* Name of a field as "applicant.name" or "joint.0.phone"; the path itself if it has none.
 * (transfer full) */
char *ys_field_name (const char *path);

/* What a text of the field says: the word's name, yuan for fen, the number of files; "—" for an
 * empty one. @kind: of the entry it stands in. (transfer full) */
char *ys_field_describe (const YsEventField *field, YsKind kind, const char *text);
/* The name of one word of the field. (transfer none) */
const char *ys_field_word_name (YsKind kind, const char *path, const char *word);
/* Whether a field holds fen, which people write as yuan. */
gboolean ys_field_is_amount (const char *path);

G_END_DECLS
