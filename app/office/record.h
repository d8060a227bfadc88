/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How every act of the office reaches the docket: bodies are put together, the rules judge, one
 * append carries all or nothing. Private to the office; what can be done is in the rooms' headers. */
#pragma once

#include <cjson/cJSON.h>

#include "office/session-private.h"

G_BEGIN_DECLS

/* A body from pairs of key and text, closed by a NULL key; a NULL text leaves its key out. */
cJSON *ys_body_new (const char *key, ...) G_GNUC_NULL_TERMINATED;
/* YS_DAY_NONE leaves it out. */
void ys_body_add_day (cJSON *body, const char *key, YsDay day);
/* A NULL or empty list (of digests) is left out. */
void ys_body_add_files (cJSON *body, const char *key, const char *const *files);

/* What is to be recorded: one or several entries of one case, in order. */
typedef struct
{
  YsKind kind;
  YsDay on;
  cJSON *body; /* (transfer full) to ys_session_record() */
} YsRecord;

/**
 * ys_session_record:
 * @id: the case; with @is_new it must not exist yet
 *
 * Asks the rules about each entry in turn and appends them together. CONFLICT when somebody else
 * went on with the case (or took the number) meanwhile, REFUSED with the reason otherwise.
 */
gboolean ys_session_record (YsSession *self, const char *id, gboolean is_new, YsRecord *records,
                            guint n_records, GError **error);
/* One entry of an existing case. (transfer full for @body) */
gboolean ys_session_record_one (YsSession *self, const char *id, YsKind kind, YsDay on,
                                cJSON *body, GError **error);
/* One entry of the case that @history is, loaded by the caller, who judged something on it himself:
 * CONFLICT when the case went on since then. (transfer full for @body) */
gboolean ys_session_record_after (YsSession *self, YsHistory *history, YsKind kind, YsDay on,
                                  cJSON *body, GError **error);
/* Erases, within the append, what the `destroyed` that stands last in @history tells of. */
typedef gboolean (*YsRecordErase) (YsSession *self, YsAppend *append, const YsHistory *history,
                                   GError **error);
/* A `destroyed`, and the erasing that goes with it. (transfer full for @body) */
gboolean ys_session_record_erasing (YsSession *self, YsHistory *history, YsDay on, cJSON *body,
                                    YsRecordErase erase, GError **error);
/* Several entries of one stream that is no case, all or nothing; as ys_session_record_other(). */
gboolean ys_session_record_others (YsSession *self, const char *stream, gint64 known,
                                   YsRecord *records, guint n_records, GError **error);
/* One entry of a stream that is no case. @known: its last seq as the caller has judged it, or
 * YS_SEQ_ANY. (transfer full for @body) */
gboolean ys_session_record_other (YsSession *self, const char *stream, gint64 known, YsKind kind,
                                  YsDay on, cJSON *body, GError **error);

G_END_DECLS
