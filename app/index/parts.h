/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which parts of cases hold words: for a page of a list in one question, and without reading what the
 * files of the cases say. */
#pragma once

#include "index/index.h"

G_BEGIN_DECLS

typedef enum
{
  YS_PART_NUMBER = 1 << 0,
  YS_PART_TITLE = 1 << 1,
  YS_PART_APPLICANT = 1 << 2,
  YS_PART_DESCRIPTION = 1 << 3,
  YS_PART_OTHER = 1 << 4, /* whatever else was entered */
  YS_PART_FILE = 1 << 5,  /* an attachment */
} YsPart;

/* Of each of @ids the parts (YsPart) that hold any of the words of @text; 0 of a case that is not
 * there. The cases are ones that @text found: a word that stands in nothing that was entered must
 * stand in a file. What is named need not be all: a file may hold too what was entered.
 * (element-type guint) */
GArray *ys_index_find_parts (YsIndex *self, const char *const *ids, const char *text,
                             GError **error);

G_END_DECLS
