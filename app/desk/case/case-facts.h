/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of a case as names and values: the same on the page and on paper. */
#pragma once

#include "office/case-view.h"

G_BEGIN_DECLS

typedef enum
{
  YS_FACTS_APPLICANT,
  YS_FACTS_REQUEST,
  YS_FACTS_RECEIPT,
} YsFactsGroup;

typedef struct
{
  const char *name; /* translated */
  char *value;
} YsCaseFact;

/**
 * ys_case_facts_list:
 * @revealed: the applicant in full, otherwise masked
 *
 * What is known; an empty fact is left out. Title and description are not among them.
 * (transfer full) (element-type YsCaseFact)
 */
GPtrArray *ys_case_facts_list (const YsCaseView *view, YsFactsGroup group, gboolean revealed);

G_END_DECLS
