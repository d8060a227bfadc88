/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index of a case file: for people (00-目录.html) and for programs (manifest.json). Private to
 * report. */
#pragma once

#include "report/digest-pair.h"
#include "rules/case-papers.h"

G_BEGIN_DECLS

/* One file of the case file. */
typedef struct
{
  char *name;
  char *what;         /* what it is, in Chinese */
  char *seqs;         /* entries that name it, "3、7", or NULL */
  const char *digest; /* of an attachment, as the entries name it; or NULL */
  YsDigestPair pair;
} YsCourtFile;

/* (transfer none) for @digest: it must outlive the file. */
YsCourtFile *ys_court_file_new (const char *name, const char *what, const YsPaperFile *paper);
void ys_court_file_free (YsCourtFile *self);

/* @files: (element-type YsCourtFile): all but the index and the manifest. (transfer full) */
GBytes *ys_court_index_make (const YsCasePapers *papers, const GPtrArray *names,
                             const GPtrArray *files, GError **error);
/* @files: all but the manifest. (transfer full) */
GBytes *ys_court_manifest_make (const YsCasePapers *papers, const GPtrArray *files);

G_END_DECLS
