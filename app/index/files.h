/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read out of the files that cases hold, kept by digest: which are still to be read, their
 * texts, and where in them words stand. Who reads them, and how, is not known here. */
#pragma once

#include "index/index.h"

G_BEGIN_DECLS

/* Longest text kept of one file, in bytes; the rest of a longer one is not found. */
#define YS_FILE_TEXT_MAX (2 * 1024 * 1024)
/* Stands between two pages of a text. */
#define YS_FILE_PAGE_END '\f'

typedef struct
{
  gint64 unread;
  gint64 read;
  gint64 unreadable;
} YsFileCounts;

gboolean ys_index_count_files (YsIndex *self, YsFileCounts *counts, GError **error);
/* Digests of files to be read next, those that came last first. (element-type utf8) */
GPtrArray *ys_index_list_unread_files (YsIndex *self, int limit, GError **error);

/**
 * ys_index_put_file_text:
 * @digest: a file that some case holds; of any other nothing is kept
 * @text: its pages, with YS_FILE_PAGE_END between them; "" for one that is only pictures
 *
 * Keeps what was read, in a transaction of its own.
 */
gboolean ys_index_put_file_text (YsIndex *self, const char *digest, const char *text,
                                 GError **error);
/* The same for a file that cannot be read; what @reason means is the caller's. */
gboolean ys_index_put_file_failure (YsIndex *self, const char *digest, int reason,
                                    GError **error);

/* Words in the file of a case. */
typedef struct
{
  char *digest;
  int page;      /* the first that has any of the words, from 1 */
  int n_pages;   /* how many have */
  char *snippet; /* as that of YsHit */
} YsPlace;

void ys_place_free (YsPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPlace, ys_place_free)

/* Which files of the case hold any of the words, and where. (element-type YsPlace) */
GPtrArray *ys_index_find_places (YsIndex *self, const char *id, const char *text, GError **error);

G_END_DECLS
