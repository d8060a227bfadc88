/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an entry says, in a sentence or two, and the icon of its kind. */
#pragma once

#include "office/case-view.h"

G_BEGIN_DECLS

/* @event: of @view, as it stands or as it was first written. "" where its name says all.
 * (transfer full) */
char *ys_entry_sentence (const YsCaseView *view, const YsEvent *event);
/* Name of a symbolic icon. */
const char *ys_entry_icon (YsKind kind);

G_END_DECLS
