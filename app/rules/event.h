/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsEvent: one entry understood: its stream, kind and body parsed and checked field by field.
 * What a kind does to a case is for history, clock and casefile. */
#pragma once

#include "rules/day.h"

G_BEGIN_DECLS

struct cJSON;

typedef enum
{
  YS_STREAM_UNKNOWN,
  YS_STREAM_AGENCY,
  YS_STREAM_STAFF,
  YS_STREAM_CALENDAR,
  YS_STREAM_CASE,
  YS_STREAM_MATTER,
  YS_STREAM_NORMATIVE,
  YS_STREAM_NORMATIVE_OPENING,
  YS_STREAM_DECISIONS,
  YS_STREAM_WORK,
  YS_STREAM_PLAN,
  YS_STREAM_REPORT,
  YS_STREAM_TEMPLATE,
} YsStreamClass;

/* Kinds, a stream class at a time; the names are those of exchange.md. */
typedef enum
{
  YS_KIND_UNKNOWN,
  /* case/YEAR-NNNN */
  YS_KIND_ARRIVED,
  YS_KIND_RECEIVED,
  YS_KIND_CORRECTION_ASKED,
  YS_KIND_CORRECTED,
  YS_KIND_CONSULTATION_SENT,
  YS_KIND_CONSULTATION_ANSWERED,
  YS_KIND_SEARCH_ASKED,
  YS_KIND_SEARCH_ANSWERED,
  YS_KIND_EXTENSION_GRANTED,
  YS_KIND_REASONS_ASKED,
  YS_KIND_REASONS_GIVEN,
  YS_KIND_DELAY_SET,
  YS_KIND_FEE_NOTICED,
  YS_KIND_FEE_PAID,
  YS_KIND_ASSIGNED,
  YS_KIND_DRAFTED,
  YS_KIND_REVIEWED,
  YS_KIND_APPROVAL_ASKED,
  YS_KIND_APPROVED,
  YS_KIND_RETURNED,
  YS_KIND_REPLIED,
  YS_KIND_DISPATCHED,
  YS_KIND_DELIVERED,
  YS_KIND_UNDELIVERED,
  YS_KIND_WITHDRAWN,
  YS_KIND_CLOSED,
  YS_KIND_REVIEW_OPENED,
  YS_KIND_REVIEW_DECIDED,
  YS_KIND_REOPENED,
  YS_KIND_LINKED,
  YS_KIND_AMENDED,
  YS_KIND_STRUCK,
  YS_KIND_ATTACHED,
  YS_KIND_ARCHIVED,
  YS_KIND_NOTED,
  YS_KIND_DESTRUCTION_ASKED,
  YS_KIND_DESTROYED,
  /* agency */
  YS_KIND_AGENCY_NAMED,
  YS_KIND_AGENCY_CHAIN_SET,
  YS_KIND_AGENCY_POLICY_SET,
  /* staff/ID */
  YS_KIND_STAFF_JOINED,
  YS_KIND_STAFF_KEY_SET,
  YS_KIND_STAFF_ROLE_GIVEN,
  YS_KIND_STAFF_ROLE_TAKEN,
  YS_KIND_STAFF_DEPUTY_SET,
  YS_KIND_STAFF_LEFT,
  /* calendar/YEAR */
  YS_KIND_CALENDAR_ANNOUNCED,
  /* matter/YEAR-NNNN */
  YS_KIND_MATTER_OPENED,
  YS_KIND_MATTER_ANSWERED,
  /* register/normative/ID, register/normative/opening, register/decisions/YEAR, register/work/ID */
  YS_KIND_NORMATIVE_ISSUED,
  YS_KIND_NORMATIVE_REPEALED,
  YS_KIND_OPENING_COUNTED,
  YS_KIND_DECISIONS_COUNTED,
  YS_KIND_WORK_HELD,
  /* plan/YEAR/ID, report/YEAR, template/ID */
  YS_KIND_PLAN_SET,
  YS_KIND_PLAN_PROGRESSED,
  YS_KIND_PLAN_FINISHED,
  YS_KIND_REPORT_NARRATED,
  YS_KIND_REPORT_FROZEN,
  YS_KIND_REPORT_SUBMITTED,
  YS_KIND_TEMPLATE_SET,
  YS_N_KINDS,
} YsKind;

/* What is wrong or odd with a line, a field or a history. Sentences: wording/explain.h. */
typedef enum
{
  YS_FAULT_NONE,
  /* shape */
  YS_FAULT_BAD_UTF8,
  YS_FAULT_BAD_JSON,
  YS_FAULT_TOO_LONG,
  YS_FAULT_TOO_DEEP,
  YS_FAULT_NOT_OBJECT,
  YS_FAULT_DUPLICATE_KEY,
  YS_FAULT_NULL_VALUE,
  YS_FAULT_NOT_INTEGER,
  YS_FAULT_UNKNOWN_STREAM,
  YS_FAULT_UNKNOWN_KIND,
  YS_FAULT_UNKNOWN_FIELD,
  YS_FAULT_MISSING_FIELD,
  YS_FAULT_WRONG_TYPE,
  YS_FAULT_EMPTY,
  YS_FAULT_BAD_VALUE,
  YS_FAULT_OUT_OF_RANGE,
  YS_FAULT_BAD_DATE,
  YS_FAULT_BAD_DIGEST,
  YS_FAULT_BAD_AMOUNT,
  YS_FAULT_GROUND_DISAGREES,
  YS_FAULT_FUTURE,
  YS_FAULT_TOO_EARLY,
  YS_FAULT_TOO_LATE,
  /* references */
  YS_FAULT_NO_SUCH_ENTRY,
  YS_FAULT_NO_SUCH_REF,
  YS_FAULT_NO_LETTER,
  YS_FAULT_NO_FILE,
  YS_FAULT_FROM_DIFFERS,
  YS_FAULT_NOT_AMENDABLE,
  YS_FAULT_STREAM_EXISTS,
  YS_FAULT_SAME_LINE,
  /* authority: who may do what (staff.h) */
  YS_FAULT_NO_SUCH_PERSON,
  YS_FAULT_PERSON_LEFT,
  YS_FAULT_NOT_ALLOWED,
  YS_FAULT_OWN_DRAFT,
  YS_FAULT_OWN_REQUEST,
  YS_FAULT_NEEDS_SIGNATURE,
  YS_FAULT_IMPORTED_STAFF,
  YS_FAULT_NO_KEY,
  YS_FAULT_WRONG_SIGNER,
  YS_FAULT_JOINED_TWICE,
  YS_FAULT_ROLE_TWICE,
  YS_FAULT_ROLE_NOT_HELD,
  YS_FAULT_LAST_KEEPER,
  YS_FAULT_KEEPER_WITHOUT_KEY,
  YS_FAULT_KEY_IN_USE,
  YS_FAULT_OWN_DEPUTY,
  YS_FAULT_ENDS_BEFORE,
  /* orders impossible in life */
  YS_FAULT_BEFORE_RECEIPT,
  YS_FAULT_SECOND_RECEIPT,
  YS_FAULT_NOT_ASKED,
  YS_FAULT_NOT_CONCLUDED,
  YS_FAULT_NOT_ARCHIVED,
  YS_FAULT_ASKED_ALREADY,
  YS_FAULT_KEPT_DIFFERS,
  YS_FAULT_AFTER_DESTRUCTION,
  YS_FAULT_AFTER_CONCLUSION,
  /* warnings: ids in exchange order, see ys_fault_get_id() */
  YS_WARN_LATE_CORRECTION,
  YS_WARN_SECOND_CORRECTION,
  YS_WARN_LATE_EXTENSION,
  YS_WARN_SECOND_EXTENSION,
  YS_WARN_IDLE_EXTENSION,
  YS_WARN_IDLE_CONSULTATION,
  YS_WARN_UNAPPROVED_EXTENSION,
  YS_WARN_LATE_REPLY,
  YS_WARN_NO_GROUND,
  YS_WARN_NO_APPROVAL,
  YS_WARN_UNCONFIRMED,
  YS_WARN_RECEIVED_BEFORE_SUBMITTED,
  YS_WARN_FEE_DIFFERS,
  YS_WARN_FEE_TOO_EARLY,
  YS_WARN_FEE_PAID_DIFFERS,
  YS_WARN_CONSULTATION_SKIPPED,
  YS_WARN_LAPSE_TOO_EARLY,
  YS_WARN_STRUCK_REFERRED,
  YS_WARN_SAME_REF,
  YS_WARN_DELIVERED_BEFORE_LETTER,
  YS_WARN_RETENTION_RUNS,
  YS_WARN_REPEALED_UNKNOWN,
  YS_N_FAULTS,
} YsFaultCode;

typedef struct
{
  YsFaultCode code;
  char *path;  /* field, as "request.title" or "body.on"; NULL for the whole line */
  char *found; /* what stood there, shortened; NULL where that says nothing */
  char *want;  /* what may stand there, for the mend; NULL where the code says it all */
} YsFault;

#define YS_FAULT_INIT { YS_FAULT_NONE, NULL, NULL, NULL }
void ys_fault_clear (YsFault *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsFault, ys_fault_clear)
/* Fills an empty fault and returns FALSE, to be returned on. */
gboolean ys_fault_set (YsFault *self, YsFaultCode code, const char *path, const char *found,
                       const char *want);
/* Stable id, as "missing-field" or "late-extension". */
const char *ys_fault_get_id (YsFaultCode code);

/* Longest line of an exchange file, in bytes. */
#define YS_LINE_MAX (1024 * 1024)
/* Digits that JSON numbers may have: integers up to 2^53. */
#define YS_INTEGER_MAX G_GINT64_CONSTANT (9007199254740991)

/* Stands for what a person wrote, once it is destroyed (event-reduce.h). */
#define YS_DESTROYED_TEXT "（已销毁）"

typedef struct _YsEvent YsEvent;

/* Immutable. */
struct _YsEvent
{
  YsKind kind;
  YsDay on;
  gint64 seq;          /* 0 while it has no place in a stream yet */
  char *actor;         /* or NULL */
  struct cJSON *body;  /* checked; read it with the functions below */
  gatomicrefcount refs; /* private */
};

YsEvent *ys_event_ref (YsEvent *self);
void ys_event_unref (YsEvent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsEvent, ys_event_unref)

/* Reads a stream's name; @id (nullable) gets what follows its class, not copied. */
YsStreamClass ys_stream_parse (const char *stream, const char **id);
/* Whether @id is YEAR-NNNN: a year from 2008, then four to nine digits. */
gboolean ys_case_id_is_valid (const char *id);

YsKind ys_kind_parse (YsStreamClass klass, const char *name);
const char *ys_kind_get_name (YsKind kind);
/* The class of the streams in which it stands; YS_STREAM_UNKNOWN for YS_KIND_UNKNOWN. */
YsStreamClass ys_kind_get_stream (YsKind kind);
/* Letters that may be dispatched and delivered (exchange.md, references). */
gboolean ys_kind_is_letter (YsKind kind);
/* replied, withdrawn, closed. */
gboolean ys_kind_is_conclusion (YsKind kind);

/**
 * ys_event_parse_line:
 * @line: one line of an exchange file without its end; @length bytes
 * @stream: (out): name of its stream
 *
 * Reads and checks everything that the line alone can tell. Dates against today are not checked:
 * ys_event_check_dates().
 * Returns: (transfer full): the event, or NULL with @fault filled.
 */
YsEvent *ys_event_parse_line (const char *line, gsize length, char **stream, YsFault *fault);

/* The same from an entry's own fields; @body is JSON. */
YsEvent *ys_event_parse (const char *stream, gint64 seq, const char *kind, const char *on,
                         const char *actor, const char *body, YsFault *fault);
/* The same from a body that is already a tree. (transfer full for @body, also on failure) */
YsEvent *ys_event_new (YsStreamClass klass, gint64 seq, YsKind kind, YsDay on, const char *actor,
                       struct cJSON *body, YsFault *fault);
/* A copy with another seq. */
YsEvent *ys_event_with_seq (const YsEvent *self, gint64 seq);

/* Facts ≤ @today; until ≤ @today + 5 years; cases ≥ 2008-05-01, registers ≥ 1949-10-01. */
gboolean ys_event_check_dates (const YsEvent *self, YsStreamClass klass, YsDay today,
                               YsFault *fault);

/* Body as canonical JSON: keys sorted, no spaces, integers only. (transfer full) */
char *ys_event_canonical_body (const YsEvent *self);

/* Value at a path ("applicant.name"); NULL, YS_DAY_NONE or @fallback where it is not there. */
const char *ys_event_get_string (const YsEvent *self, const char *path);
YsDay ys_event_get_day (const YsEvent *self, const char *path);
gint64 ys_event_get_int (const YsEvent *self, const char *path, gint64 fallback);
const struct cJSON *ys_event_get (const YsEvent *self, const char *path);
/* Elements of the list at @path, 0 where there is none. */
int ys_event_count_list (const YsEvent *self, const char *path);
/* Calls @func for every file digest in the body. */
void ys_event_foreach_file (const YsEvent *self, void (*func) (const char *digest, gpointer data),
                            gpointer data);
/* Calls @func for every text that a person wrote (no words of a choice, days or digests). */
void ys_event_foreach_text (const YsEvent *self, void (*func) (const char *text, gpointer data),
                            gpointer data);

/* Whether @from is what stands at @field: "on", or a body path as "applicant.name" or
 * "joint.0.phone". An empty string stands for an optional field that is not there. */
gboolean ys_event_matches (const YsEvent *self, const char *field, const struct cJSON *from);
/* A copy with that field changed (an empty string takes an optional field out) and checked again;
 * NULL with @fault if that would not be a valid entry. */
YsEvent *ys_event_amend (const YsEvent *self, YsStreamClass klass, const char *field,
                         const struct cJSON *to, YsFault *fault);

G_END_DECLS
