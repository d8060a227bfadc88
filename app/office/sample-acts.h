/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One case of the sample year in the making, and the single acts that can happen to it, each of
 * which appends its entries on given days. Which acts make a life is sample-life.h. */
#pragma once

#include "office/sample-words.h"
#include "rules/calendar.h"

G_BEGIN_DECLS

/* The sample PDFs, by what they are. */
typedef enum
{
  YS_SAMPLE_FILE_REQUEST,
  YS_SAMPLE_FILE_CORRECTION,
  YS_SAMPLE_FILE_REPLY,
  YS_SAMPLE_FILE_RECEIPT,
  YS_SAMPLE_FILE_SCAN,
  YS_N_SAMPLE_FILES,
} YsSampleFile;

typedef struct
{
  char *digests[YS_N_SAMPLE_FILES]; /* "sm3:…" or "sha256:…" */
} YsSampleFiles;

/* Who receives, and who approves; those between handle the cases. */
#define YS_SAMPLE_RECEPTION "何雨"
#define YS_SAMPLE_HEAD "周敏"

/* Days far ahead: everything planned is known then. */
#define YS_SAMPLE_FAR G_MAXINT32

typedef struct
{
  YsDay on;
  const char *kind;      /* static */
  const char *actor;     /* static */
  int refers;            /* index of the entry whose seq goes into the body, -1 for none */
  const char *refers_as; /* "of" or "asked" */
  guint order;           /* among the case's entries as they were made */
  gsize body;            /* where its members begin in the case's text */
  gsize length;
  gboolean answers_facts; /* the digest of the facts belongs into the body */
} YsSampleEntry;

/* One consultation; days YS_SAMPLE_FAR where it did not come to that. */
typedef struct
{
  YsDay sent, delivered, answered;
} YsSampleConsultation;

/* One run of the clock, as far as a due date needs it. */
typedef struct
{
  YsDay start;
  YsDay halted; /* correction or fee asked */
  YsDay extended;
  int extension;
  YsDay delayed;
  YsDay until; /* of the delay or the reopening */
  YsDay concluded;
  guint n_consultations;
  YsSampleConsultation consultations[2];
} YsSampleRun;

#define YS_SAMPLE_MAX_RUNS 6

typedef struct
{
  const YsCalendar *calendar;
  const YsSampleFiles *files;
  YsDice *dice;
  GString *text;   /* bodies' members, one after the other */
  GArray *entries; /* of YsSampleEntry */
  const char *id;
  const char *handler; /* static */
  YsApplicantClass klass;
  const char *channel;  /* static */
  const char *delivery; /* static */
  char phone[YS_SAMPLE_PHONE];
  int request; /* index of the entry that holds the request */
  gsize what;  /* where applicant and request stand in text */
  gsize what_length;
  YsSampleRun runs[YS_SAMPLE_MAX_RUNS];
  guint n_runs;
  YsDay concluded_on; /* first conclusion; YS_DAY_NONE */
  YsOutcome outcome;  /* likewise */
  int reply;          /* index of the last reply, -1 */
} YsSampleCase;

/* Empties it for the next case. */
void ys_sample_case_begin (YsSampleCase *self, const char *id);
/* The present run. */
YsSampleRun *ys_sample_case_run (YsSampleCase *self);
/* The @n-th working day before @day. */
YsDay ys_sample_day_before (const YsCalendar *calendar, YsDay day, int n);
/* @day itself if it is a working day, else the next one. */
YsDay ys_sample_working (const YsCalendar *calendar, YsDay day);
/* When the run is due as it is known on @known. */
YsDay ys_sample_run_due (const YsCalendar *calendar, const YsSampleRun *run, YsDay known);

/* Entries of any kind: @members is printf-like and gives the body's members without braces. */
int ys_sample_act (
  YsSampleCase *self, const char *kind, YsDay on, const char *actor, const char *members, ...)
  G_GNUC_PRINTF (5, 6);
int ys_sample_act_on (YsSampleCase *self,
                      const char *kind,
                      YsDay on,
                      const char *actor,
                      const char *refers_as,
                      int refers,
                      const char *members,
                      ...) G_GNUC_PRINTF (7, 8);

/* Ends an entry whose members were appended to the case's text from @body on. */
int ys_sample_add_entry (YsSampleCase *self,
                         const char *kind,
                         YsDay on,
                         const char *actor,
                         const char *refers_as,
                         int refers,
                         gsize body);
const char *ys_sample_pick_handler (YsDice *dice);
/* Begins a run of the clock. */
YsSampleRun *ys_sample_start_run (YsSampleCase *self, YsDay on);

/* The single acts; days returned are those on which what was begun is over. */
void ys_sample_receive (YsSampleCase *self, YsDay arrived, YsDay received, const char *what);
YsDay ys_sample_send_letter (YsSampleCase *self, int letter, YsDay on);
YsDay ys_sample_ask_correction (YsSampleCase *self, YsDay on, YsDay until);
void ys_sample_correct (YsSampleCase *self, YsDay on);
YsDay ys_sample_consult (
  YsSampleCase *self, YsDay sent, gboolean agency, int answer_after, const char *opinion);
void ys_sample_extend (YsSampleCase *self, YsDay on, int days);
YsDay ys_sample_notice_fee (YsSampleCase *self, YsDay on, gint64 *amount_fen);
void ys_sample_pay_fee (YsSampleCase *self, YsDay on, gint64 amount_fen);
YsDay ys_sample_ask_reasons (YsSampleCase *self, YsDay on);
void ys_sample_delay (YsSampleCase *self, YsDay on, YsDay until);
YsDay ys_sample_search (YsSampleCase *self, YsDay on, int answer_after, const char *result);
void ys_sample_attach (
  YsSampleCase *self, YsDay on, YsSampleFile file, const char *name, const char *role, int pages);

/* sample-decision.c */

/* Draft and reviews on their way to an approval asked on @asked; gives the approval's index. */
int ys_sample_propose (
  YsSampleCase *self, YsDay from, YsDay asked, YsOutcome outcome, const char *earlier);
int ys_sample_ask_approval (YsSampleCase *self, YsDay on, const char *what);
void ys_sample_approve (YsSampleCase *self, YsDay on, int asked);
void
ys_sample_reply (YsSampleCase *self, YsDay from, YsDay on, YsOutcome outcome, const char *earlier);
void ys_sample_close (YsSampleCase *self, YsDay on, YsOutcome outcome, const char *reason);

G_END_DECLS
