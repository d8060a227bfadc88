/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsStore: the SQLite file behind the index: opened safely, made anew when it cannot be trusted,
 * asked by questions that are prepared once. What the tables mean is for fold, pages and search. */
#pragma once

#include <sqlite3.h>

#include "index/index.h"

G_BEGIN_DECLS

typedef struct _YsStore YsStore;

/* Opens index.db in @dir; of another version, another docket or damaged: emptied. */
YsStore *ys_store_open (const char *dir, const char *docket_id, GError **error);
void ys_store_close (YsStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsStore, ys_store_close)

/* SQLite said that the file is damaged, since it was opened. */
gboolean ys_store_is_damaged (const YsStore *self);
/* Throws everything away and begins with empty tables. */
gboolean ys_store_remake (YsStore *self, GError **error);
gboolean ys_store_in_transaction (const YsStore *self);
/* Moves the log into the file and makes it empty; FALSE while another window is reading. */
gboolean ys_store_empty_log (YsStore *self);

/* A prepared question. It belongs to the store; the autoptr lets it rest (ends its reading, which
 * would hold back the log, and forgets what was bound). */
typedef sqlite3_stmt YsQuestion;
void ys_question_rest (YsQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsQuestion, ys_question_rest)

/* The question of query/@name.sql. NULL with @error. */
YsQuestion *ys_store_ask (YsStore *self, const char *name, GError **error);
/* One composed of fixed fragments; never of what somebody typed. */
YsQuestion *ys_store_ask_sql (YsStore *self, const char *sql, GError **error);
/* 1: a row is there, 0: no more rows, -1: @error. */
int ys_store_step (YsStore *self, YsQuestion *question, GError **error);
/* For questions without an answer. */
gboolean ys_store_run (YsStore *self, YsQuestion *question, GError **error);
gboolean ys_store_run_sql (YsStore *self, const char *sql, GError **error);
/* The text of query/@name.sql. (transfer none) */
const char *ys_store_get_sql (const char *name);

/* NULL where @text is NULL; @text must live until the question rests. */
void ys_question_bind_text (YsQuestion *self, int index, const char *text);
/* NULL where @day is YS_DAY_NONE. */
void ys_question_bind_day (YsQuestion *self, int index, YsDay day);
YsDay ys_question_get_day (YsQuestion *self, int column);
/* (transfer full) (nullable) */
char *ys_question_dup_text (YsQuestion *self, int column);

G_END_DECLS
