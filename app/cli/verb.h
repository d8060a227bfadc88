/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs of yishenctl share: the docket named by -d, output as UTF-8, exit codes. */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

/* Exit codes of exchange.md. */
enum
{
  YS_EXIT_DONE = 0,
  YS_EXIT_REFUSED = 1,
  YS_EXIT_USAGE = 2,
  YS_EXIT_DAMAGED = 3,
};

/* What main found before the verb. */
typedef struct
{
  const char *verb;
  char *docket; /* -d, or YISHEN_DOCKET, or NULL */
  char *actor;  /* --as, or YISHEN_AS, or NULL */
  YsDay today;
} YsCli;

typedef int (*YsVerbFunc) (YsCli *cli, int argc, char **argv);

/* One function a verb; @argv[0] is the verb. */
int ys_verb_init (YsCli *cli, int argc, char **argv);
int ys_verb_import (YsCli *cli, int argc, char **argv);
int ys_verb_export (YsCli *cli, int argc, char **argv);
int ys_verb_verify (YsCli *cli, int argc, char **argv);
int ys_verb_backup (YsCli *cli, int argc, char **argv);
int ys_verb_restore (YsCli *cli, int argc, char **argv);
int ys_verb_clock (YsCli *cli, int argc, char **argv);
int ys_verb_due (YsCli *cli, int argc, char **argv);
int ys_verb_show (YsCli *cli, int argc, char **argv);
int ys_verb_search (YsCli *cli, int argc, char **argv);
int ys_verb_similar (YsCli *cli, int argc, char **argv);
int ys_verb_attach (YsCli *cli, int argc, char **argv);
int ys_verb_casefile (YsCli *cli, int argc, char **argv);
int ys_verb_report (YsCli *cli, int argc, char **argv);
int ys_verb_workdays (YsCli *cli, int argc, char **argv);
int ys_verb_staff (YsCli *cli, int argc, char **argv);
int ys_verb_sample (YsCli *cli, int argc, char **argv);

/**
 * ys_cli_parse:
 * @entries: options of the verb; texts are taken as G_OPTION_ARG_FILENAME, since the locale may
 *   be C while the words are UTF-8
 * @least, @most: how many words must be left after the options
 *
 * Returns: YS_EXIT_DONE to go on, or YS_EXIT_USAGE after a sentence on stderr; -1 when help was
 *   asked for and shown. Words left over stand in @argv from 1, @argc is updated.
 */
int ys_cli_parse (YsCli *cli, const GOptionEntry *entries, const char *words, int least, int most,
                  int *argc, char ***argv);

/* Opens the docket named by -d for writing (reading where it cannot be written); NULL after a
 * sentence on stderr, *@code then says how to exit. */
YsSession *ys_cli_open (YsCli *cli, int *code);
/* The same for a verb that writes: where the docket has staff, --as says who. */
YsSession *ys_cli_open_to_write (YsCli *cli, int *code);
/* The same, but only for reading, and a distrusted docket too. */
YsSession *ys_cli_open_to_look (YsCli *cli, int *code);

/* Both at once, for verbs that look at nothing in between. */
YsSession *ys_cli_begin (YsCli *cli, const GOptionEntry *entries, const char *words, int least,
                         int most, int *argc, char ***argv, int *code);

/* Sentence on stderr; gives the exit code that belongs to it. */
int ys_cli_fail (GError *error);
int ys_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Text on stdout or stderr, always UTF-8. */
void ys_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void ys_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Progress on stderr while that is a terminal. A YsProgressFunc. */
gboolean ys_cli_progress (gint64 done, gint64 total, gpointer user_data);
/* Ends the line of progress. */
void ys_cli_end_progress (void);

/* A day given as a word; FALSE after a sentence. NULL leaves @day as it is. */
gboolean ys_cli_read_day (const char *word, const char *option, YsDay *day);
/* A whole number from @least to @most; FALSE after a sentence. */
gboolean ys_cli_read_int (const char *word, const char *option, gint64 least, gint64 most,
                          gint64 *number);
/* Whether stdout took everything; a full disk behind a pipe is a failure. */
int ys_cli_finish (void);

G_END_DECLS
