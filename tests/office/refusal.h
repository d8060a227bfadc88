/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: tables of exchange files that an import has to refuse, each by line, id and field. */
#pragma once

#include "place.h"

#include "rules/history.h"

G_BEGIN_DECLS

/* The day of every import. */
#define REFUSAL_TODAY "2024-12-31"
#define ZEROS "000000000000000000000000000000000000000000000000000000000000000"
/* A digest whose file is nowhere. */
#define SM3 "sm3:0" ZEROS
#define NOTED CASE ("noted", "2024-02-09", "'text':'记'")
#define ASKED CASE ("correction-asked", "2024-02-09", "'points':'写明文号','until':'2024-03-01'")
#define REPLIED CASE ("replied", "2024-03-01", "'outcome':'granted','ground':'36-2','sent_by':'post'")
#define SENT                                                                                       \
  CASE ("consultation-sent", "2024-02-09", "'ref':'甲','with':'third-party','name':'某公司'")

typedef struct
{
  const char *name;
  const char *text; /* with ' for " */
  gint64 line;
  const char *id;
  const char *says;   /* stands in the sentence: the field, or what was found; or NULL */
  const char *before; /* imported first, and lawful; or NULL */
} Refusal;

/* Each in a docket of its own: the first remark is the one wanted, and nothing whatever is kept. */
void run_refusals (const Refusal *rows, guint n_rows);
/* That nothing was kept of a refused import. */
void assert_nothing_kept (Place *place, gint64 position, const YsImportReport *report);
/* That every id from @first to @last stands in the table, but @except (nullable). */
void assert_every_id (const Refusal *rows, guint n_rows, YsFaultCode first, YsFaultCode last,
                      YsFaultCode except);

G_END_DECLS
