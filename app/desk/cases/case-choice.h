/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filters a person can choose from: each is a word in the query, a name on its chip and a
 * menu. */
#pragma once

#include <gio/gio.h>

#include "desk/cases/case-query.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CASE_CHOICE_STATE,
  YS_CASE_CHOICE_YEAR,
  YS_CASE_CHOICE_DUE,
  YS_CASE_CHOICE_HANDLER,
  YS_CASE_CHOICE_OUTCOME,
  YS_CASE_CHOICE_CLASS,
  YS_CASE_CHOICE_CHANNEL,
  YS_CASE_CHOICE_TEXT,
  YS_N_CASE_CHOICES,
} YsCaseChoice;

/* "state", …: the action of it. */
const char *ys_case_choice_get_id (YsCaseChoice choice);
const char *ys_case_choice_get_title (YsCaseChoice choice);

/* The word chosen, "" for all: target of the action. (transfer full) */
char *ys_case_choice_get (YsCaseChoice choice, const YsCaseQuery *query);
/* Chooses it; a word that is none chooses all. */
void ys_case_choice_set (YsCaseChoice choice, YsCaseQuery *query, const char *word);
/* What the chip says of it, NULL for all. (transfer full) */
char *ys_case_choice_describe (YsCaseChoice choice, const YsCaseQuery *query, YsDay today);

/* The menu, with @prefix before the action's name; @words for handlers and years.
 * (transfer full) */
GMenuModel *ys_case_choice_make_menu (YsCaseChoice choice, const char *prefix,
                                      const char *const *words);

G_END_DECLS
