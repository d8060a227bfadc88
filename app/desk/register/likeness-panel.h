/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsLikenessPanel: beside the form, live: the same applicant's requests, others' requests for like
 * information, and the choice that a possible twin asks for. It warns and records; it refuses
 * nothing. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"
#include "desk/register/request-draft.h"

G_BEGIN_DECLS

#define YS_TYPE_LIKENESS_PANEL (ys_likeness_panel_get_type ())
G_DECLARE_FINAL_TYPE (YsLikenessPanel, ys_likeness_panel, YS, LIKENESS_PANEL, GtkBox)

/* Signal "edited": a choice was made or taken back.
 * Signal "numbered" (const char *id): the number that the request will probably get, or NULL. */

void ys_likeness_panel_set_context (YsLikenessPanel *self, YsContext *context);
/* Looks again soon for what is typed now. @year: in which it will be numbered. */
void ys_likeness_panel_ask (YsLikenessPanel *self, const YsRequestDraft *draft, int year);
void ys_likeness_panel_show (YsLikenessPanel *self, const YsRequestDraft *draft);
/* Choices for cases that are still among those of the same applicant. */
void ys_likeness_panel_take (YsLikenessPanel *self, YsRequestDraft *draft);

G_END_DECLS
