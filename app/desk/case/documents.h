/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDocuments: the files of a case: first page, name, what it is, number of pages. A click opens one
 * (action case.open-file). */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"
#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_DOCUMENTS (ys_documents_get_type ())
G_DECLARE_FINAL_TYPE (YsDocuments, ys_documents, YS, DOCUMENTS, GtkBox)

void ys_documents_set_view (YsDocuments *self, YsContext *context, YsCaseView *view);

G_END_DECLS
