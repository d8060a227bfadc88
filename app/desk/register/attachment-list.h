/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsAttachmentList: files dropped or chosen, kept by their address until the request is
 * registered. What is in them is looked at by paper alone. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_ATTACHMENT_LIST (ys_attachment_list_get_type ())
G_DECLARE_FINAL_TYPE (YsAttachmentList, ys_attachment_list, YS, ATTACHMENT_LIST, GtkBox)

/* Signal "edited": a file came or went. */

/* Each file once. */
void ys_attachment_list_add (YsAttachmentList *self, GFile *file);
/* (element-type utf8): addresses. */
void ys_attachment_list_show (YsAttachmentList *self, const GPtrArray *addresses);
void ys_attachment_list_take (YsAttachmentList *self, GPtrArray *addresses);

G_END_DECLS
