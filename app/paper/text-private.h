/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How YsPaperText keeps its characters. Private to text.c and text-find.c. */
#pragma once

#include "paper/text.h"

G_BEGIN_DECLS

typedef struct
{
  gunichar character;
  gsize offset; /* of its UTF-8 in the string */
  YsPaperBox box;
} Letter;

struct _YsPaperText
{
  gatomicrefcount refs;
  GArray *letters;
  char *string;
  gsize size;
  gboolean cut;
};

#define LETTER(self, index) (&g_array_index ((self)->letters, Letter, (index)))

G_END_DECLS
