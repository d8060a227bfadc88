/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The slip that is handed over when a request is registered: its number, who asked for what, the day
 * of receipt and the day due. No letter of the office: those have layouts of their own. */
#pragma once

#include <gtk/gtk.h>

#include "rules/day.h"

G_BEGIN_DECLS

typedef struct
{
  const char *agency;    /* or NULL */
  const char *id;
  const char *applicant; /* in full: it is the applicant's own paper */
  int joint;             /* further applicants */
  const char *title;
  const char *channel;   /* "in-person", … */
  YsDay received;        /* day of receipt, or of arrival while it is to be confirmed */
  YsDay due;             /* YS_DAY_NONE while the period has not begun */
  int files;
  const char *actor;     /* who registered it */
  YsDay today;
} YsSlip;

/* Its lines as pairs of name and value, for paper and for tests. (element-type utf8) */
GPtrArray *ys_slip_list_lines (const YsSlip *self);
/* Ready to be run; it copies what it needs. (transfer full) */
GtkPrintOperation *ys_slip_print_new (const YsSlip *self);

G_END_DECLS
