/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FTS5's side of the tokenizer; what the tokens are is reading.c's business. */
#include "index/tokenizer.h"

#include "index/reading.h"

/* What FTS5 wants back, for the time of one text. */
typedef struct
{
  void *context;
  int (*token) (void *context, int flags, const char *token, int length, int start, int end);
} Sink;

static int
pass_token_cb (const char *token, int length, int offset, gpointer user_data)
{
  Sink *sink = user_data;

  return sink->token (sink->context, 0, token, length, offset, offset + length);
}

/* One reading buffer serves all texts of a table. */
static int
create_tokenizer (void *context, const char **args, int n_args, Fts5Tokenizer **out)
{
  *out = (Fts5Tokenizer *) g_string_sized_new (4096);
  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
  g_string_free ((GString *) tokenizer, TRUE);
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void *context,
          int flags,
          const char *text,
          int length,
          int (*token) (void *, int, const char *, int, int, int))
{
  Sink sink = { context, token };
  GString *reading = (GString *) tokenizer;
  YsTokenPurpose purpose = flags & FTS5_TOKENIZE_QUERY ? YS_TOKENS_QUERY : YS_TOKENS_INDEX;

  g_string_truncate (reading, 0);
  if (text != NULL && length > 0)
    ys_reading_append (reading, NULL, text, (gsize) length);
  return ys_reading_each_token (reading->str, reading->len, purpose, pass_token_cb, &sink);
}

int
ys_tokenizer_register (sqlite3 *db)
{
  fts5_tokenizer tokenizer = { create_tokenizer, delete_tokenizer, tokenize };
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int rc = sqlite3_prepare_v2 (db, "SELECT fts5(?1)", -1, &statement, NULL);

  if (rc == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
      rc = sqlite3_finalize (statement);
    }
  if (rc == SQLITE_OK && api == NULL)
    rc = SQLITE_ERROR;
  if (rc == SQLITE_OK)
    rc = api->xCreateTokenizer (api, "yishen", NULL, &tokenizer, NULL);
  return rc;
}
