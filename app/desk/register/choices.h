/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drop-down lists over the words of a choice: a word in the entry, its name for people. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *word;
  const char *name; /* translated when shown; NULL closes a table */
} YsChoice;


/* The table must outlive the list. */
void ys_choices_fill (GtkDropDown *list, const YsChoice *choices);
/* "" where nothing is chosen. (transfer none) */
const char *ys_choices_get (GtkDropDown *list, const YsChoice *choices);
/* An unknown word chooses the first; FALSE then. */
gboolean ys_choices_set (GtkDropDown *list, const YsChoice *choices, const char *word);

G_END_DECLS
