/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of attached files on their way into search: which are to be read, their bytes, what was
 * read, and where in a case's files words stand. Reading itself is the paper room's business. */
#pragma once

#include "index/files.h"
#include "office/session.h"

G_BEGIN_DECLS

/* Why a file has no text, beside the codes of whoever read it, which are greater than 0. */
#define YS_FILE_MISSING 0

/* What is to be read next, and how far it has come. */
typedef struct
{
  YsFileCounts counts;
  GPtrArray *digests; /* of char *, those that came last first */
} YsUnreadFiles;

void ys_unread_files_free (YsUnreadFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsUnreadFiles, ys_unread_files_free)

/* Up to @limit files, of an index that is up to date. (transfer full) */
YsUnreadFiles *ys_office_list_unread_files (YsSession *session, int limit, GError **error);

/* A kept file's bytes. Reading them needs the session no more, so any thread may. */
GInputStream *ys_office_open_file (YsSession *session, const char *digest, GError **error);

/* Keeps the pages of @text (YS_FILE_PAGE_END between them), or that there is no reading it. Nothing
 * of either goes into the docket, so a session that may only read will do. */
gboolean ys_office_put_file_text (YsSession *session, const char *digest, const char *text,
                                  GError **error);
gboolean ys_office_put_file_failure (YsSession *session, const char *digest, int reason,
                                     GError **error);

/* Words found in a file of a case. */
typedef struct
{
  char *digest;
  char *name;    /* as it was attached, or NULL where only an entry names the file */
  int page;      /* the first that has any of the words, from 1 */
  int n_pages;   /* how many have */
  char *snippet; /* plain text, the hit between U+2068 and U+2069 */
} YsFilePlace;

void ys_file_place_free (YsFilePlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFilePlace, ys_file_place_free)

/* Where in the files of the case any of the words stand, in the order in which they were attached.
 * (transfer full) (element-type YsFilePlace) */
GPtrArray *ys_office_find_where (YsSession *session, const char *id, const char *words,
                                 GError **error);
/* The name under which the case has the file, or NULL. (transfer full) */
char *ys_office_name_file (YsSession *session, const char *id, const char *digest);

G_END_DECLS
