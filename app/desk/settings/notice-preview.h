/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that shows which due days a notice moves, before it is taken in. */
#pragma once

#include <adwaita.h>

#include "office/notice.h"

G_BEGIN_DECLS

/* Its responses are "cancel" and "accept". */
GtkWidget *ys_notice_preview_dialog_new (GtkWindow *parent, const YsNoticePreview *preview,
                                         YsDay today);

G_END_DECLS
