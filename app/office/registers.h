/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the registers of 台账 hold, read whole: documents, the opening counts, the years that can be
 * reported. Writing into them is publish.h. */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  gboolean is_rule;
  char *title;
  char *document_number; /* or NULL */
  YsDay issued_on;
  YsDay repealed_on;     /* YS_DAY_NONE while in force */
} YsDocument;

typedef struct
{
  GPtrArray *documents;  /* of YsDocument: newest first */
  YsDay opened_on;       /* latest opening count; YS_DAY_NONE: none */
  gint64 opening_rule;
  gint64 opening_normative;
  GArray *years;         /* of int: years with cases or entries here, newest first */
} YsRegisters;

void ys_registers_free (YsRegisters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRegisters, ys_registers_free)

YsRegisters *ys_office_read_registers (YsSession *session, GError **error);
/* A name for the next document of @year: "2026-001", "2026-002", … (transfer full) */
char *ys_registers_make_id (const YsRegisters *self, int year);

G_END_DECLS
