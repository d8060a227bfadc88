/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 审批流转单: on paper, who drafted, reviewed, asked, approved and returned, with days, opinions and the
 * digests of what was decided on. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

/* Ready to be run. It holds its own copy of the texts. (transfer full) */
GtkPrintOperation *ys_flow_print_new (const YsCaseView *view, const char *agency);

/* What it says, a line an entry: day, name, by whom, opinion, digests; for tests. (transfer full) */
char *ys_flow_print_tell (const YsCaseView *view);

G_END_DECLS
