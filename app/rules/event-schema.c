/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of exchange.md: which fields a kind's body has, and what they may hold. The
 * tables are read by event-check.c. */
#include "rules/event-schema.h"

#define WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define END { NULL }
#define REQ(n, t) { .name = n, .type = YS_FIELD_##t, .required = TRUE }
#define OPT(n, t) { .name = n, .type = YS_FIELD_##t }
#define REQ_WORD(n, ...) { .name = n, .type = YS_FIELD_WORD, .required = TRUE, .values = WORDS (__VA_ARGS__) }
#define OPT_WORD(n, ...) { .name = n, .type = YS_FIELD_WORD, .values = WORDS (__VA_ARGS__) }
#define REQ_INT(n, a, b) { .name = n, .type = YS_FIELD_INT, .required = TRUE, .min = a, .max = b }
#define OPT_INT(n, a, b) { .name = n, .type = YS_FIELD_INT, .min = a, .max = b }
#define REQ_OBJECT(n, f) { .name = n, .type = YS_FIELD_OBJECT, .required = TRUE, .fields = f }
#define OPT_OBJECT(n, f) { .name = n, .type = YS_FIELD_OBJECT, .fields = f }
#define REQ_LIST(n, f) { .name = n, .type = YS_FIELD_LIST, .required = TRUE, .fields = f }
#define OPT_LIST(n, f) { .name = n, .type = YS_FIELD_LIST, .fields = f }
#define SEQ_MAX YS_INTEGER_MAX
#define FEN_MAX YS_INTEGER_MAX
/* More pages or pieces than any office ever charged for. */
#define QUANTITY_MAX 100000000

/* Elements of lists: nameless in a list, so the list's own name is used for their paths. */
static const YsField files_element[] = { REQ ("", FILE), END };
/* What was approved is told by digest; the bytes may be long gone from where the testimony comes. */
static const YsField digests_element[] = { REQ ("", DIGEST), END };
static const YsField day_element[] = { REQ ("", ANY_DAY), END };

static const YsField applicant_fields[] = {
  REQ_WORD ("class", "person", "enterprise", "research", "welfare", "legal", "other"),
  REQ ("name", TEXT), OPT ("id_type", TEXT), OPT ("id_number", TEXT), OPT ("phone", TEXT),
  OPT ("email", TEXT), OPT ("address", TEXT), OPT ("postcode", TEXT), END
};
static const YsField applicant_element[] = { REQ_OBJECT ("", applicant_fields), END };
static const YsField agent_fields[] = { REQ ("name", TEXT), OPT ("authorisation", FILE), END };
static const YsField request_fields[] = {
  REQ ("title", TEXT), REQ ("description", TEXT), OPT ("document_number", TEXT),
  REQ_WORD ("form", "paper", "email", "copy", "inspect", "other"),
  REQ_WORD ("delivery", "post", "email", "pickup", "fax", "onsite", "other"), END
};
static const YsField external_fields[] = { REQ ("system", TEXT), REQ ("number", TEXT), END };
static const YsField external_element[] = { REQ_OBJECT ("", external_fields), END };

static const YsField received_fields[] = {
  REQ_WORD ("channel", "in-person", "post", "ordinary-post", "internet", "fax", "oral"),
  REQ ("submitted_on", DAY), OPT ("arrived_via", TEXT), OPT ("taken_by", TEXT),
  REQ_OBJECT ("applicant", applicant_fields), OPT_LIST ("joint", applicant_element),
  OPT_OBJECT ("agent", agent_fields), REQ_OBJECT ("request", request_fields),
  OPT_LIST ("external", external_element), OPT ("suggested_publication", FLAG), END
};
static const YsField confirmation_fields[] = { REQ ("confirmed_by", TEXT), END };
static const YsField correction_asked_fields[] = { REQ ("points", TEXT), REQ ("until", UNTIL), END };
static const YsField corrected_fields[] = { OPT ("description", TEXT), END };
static const YsField consultation_sent_fields[] = {
  REQ ("ref", TEXT), REQ_WORD ("with", "third-party", "agency"), REQ ("name", TEXT), END
};
static const YsField consultation_answered_fields[] = {
  REQ ("ref", TEXT), REQ_WORD ("opinion", "agree", "disagree", "partly", "none"), END
};
static const YsField search_asked_fields[] = {
  REQ ("ref", TEXT), REQ ("unit", TEXT), OPT ("until", UNTIL), END
};
static const YsField search_answered_fields[] = {
  REQ ("ref", TEXT), REQ ("where", TEXT), REQ ("terms", TEXT),
  REQ_WORD ("result", "found", "none", "partly"), END
};
static const YsField extension_fields[] = {
  REQ_INT ("days", 1, 20), REQ ("reason", TEXT), OPT ("approver", TEXT), END
};
static const YsField reasons_asked_fields[] = { OPT ("until", UNTIL), END };
static const YsField reasons_given_fields[] = { OPT ("text", TEXT), END };
static const YsField delay_fields[] = { REQ ("until", UNTIL), REQ ("reason", TEXT), END };
static const YsField fee_noticed_fields[] = {
  REQ_WORD ("basis", "pieces", "pages"), REQ_INT ("quantity", 1, QUANTITY_MAX),
  REQ_INT ("amount_fen", 0, FEN_MAX), END
};
static const YsField fee_paid_fields[] = { REQ_INT ("amount_fen", 0, FEN_MAX), END };
static const YsField assigned_fields[] = { REQ ("to", TEXT), END };
static const YsField drafted_fields[] = {
  REQ ("outcome", OUTCOME), OPT ("ground", GROUND), OPT ("earlier", CASE),
  OPT ("reply_number", TEXT), OPT ("text", TEXT), OPT_LIST ("files", files_element), END
};
static const YsField reviewed_fields[] = {
  REQ_WORD ("as", "section", "legal", "secrecy", "co-unit", "leader"),
  REQ_WORD ("opinion", "agree", "disagree"), OPT ("comment", TEXT), END
};
static const YsField approval_asked_fields[] = {
  REQ_WORD ("for", "reply", "extension", "correction", "fee"),
  REQ_LIST ("files", digests_element), REQ ("facts", DIGEST), END
};
static const YsField approved_fields[] = {
  REQ_INT ("asked", 1, SEQ_MAX), REQ_LIST ("files", digests_element), REQ ("facts", DIGEST), END
};
static const YsField returned_fields[] = {
  REQ_INT ("asked", 1, SEQ_MAX), REQ ("reason", TEXT), END
};
static const YsField replied_fields[] = {
  REQ ("outcome", OUTCOME), OPT ("ground", GROUND), OPT ("earlier", CASE),
  OPT ("reply_number", TEXT), REQ_WORD ("sent_by", "in-person", "post", "email", "internet", "fax"),
  OPT_LIST ("files", files_element), END
};
static const YsField dispatched_fields[] = {
  REQ_INT ("of", 1, SEQ_MAX), REQ ("by", TEXT), OPT ("tracking", TEXT), END
};
static const YsField delivered_fields[] = { REQ_INT ("of", 1, SEQ_MAX), OPT ("by", TEXT), END };
static const YsField undelivered_fields[] = {
  REQ_INT ("of", 1, SEQ_MAX), REQ ("reason", TEXT), END
};
static const YsField withdrawn_fields[] = { OPT ("reason", TEXT), END };
static const YsField closed_fields[] = {
  REQ_WORD ("outcome", "other.correction-lapsed", "other.fee-lapsed", "other.other"),
  REQ ("reason", TEXT), END
};
static const YsField review_opened_fields[] = {
  REQ ("ref", TEXT),
  REQ_WORD ("route", "reconsideration", "litigation", "litigation-after-reconsideration"),
  OPT_WORD ("as", "actor", "review-body"), OPT ("served_on", DAY),
  OPT_WORD ("procedure", "ordinary", "summary"), OPT ("body", TEXT), END
};
static const YsField review_decided_fields[] = {
  REQ ("ref", TEXT), REQ_WORD ("result", "upheld", "corrected", "other"), END
};
static const YsField reopened_fields[] = {
  REQ ("reason", TEXT), OPT ("ref", TEXT), OPT ("until", UNTIL), END
};
static const YsField linked_fields[] = {
  REQ ("to", CASE), REQ_WORD ("as", "same-letter", "split", "merged", "duplicate", "transferred"),
  OPT ("agency", TEXT), END
};
static const YsField amended_fields[] = {
  REQ_INT ("of", 1, SEQ_MAX), REQ ("field", TEXT), REQ ("from", VALUE), REQ ("to", VALUE),
  REQ ("reason", TEXT), END
};
static const YsField struck_fields[] = { REQ_INT ("of", 1, SEQ_MAX), REQ ("reason", TEXT), END };
static const YsField attached_fields[] = {
  REQ ("file", FILE), REQ ("name", TEXT),
  REQ_WORD ("role", "request", "correction", "opinion", "reply", "receipt", "review", "evidence",
            "other"),
  OPT_INT ("pages", 0, QUANTITY_MAX), REQ ("media_type", TEXT), END
};
static const YsField attached_destroyed_fields[] = {
  REQ ("name", TEXT),
  REQ_WORD ("role", "request", "correction", "opinion", "reply", "receipt", "review", "evidence",
            "other"),
  OPT_INT ("pages", 0, QUANTITY_MAX), REQ ("media_type", TEXT), END
};
static const YsField archived_fields[] = {
  REQ ("file_no", TEXT), REQ_WORD ("retention", "permanent", "30y", "10y"),
  OPT_INT ("pages", 0, QUANTITY_MAX), END
};
static const YsField noted_fields[] = { REQ ("text", TEXT), END };
static const YsField destruction_asked_fields[] = { REQ ("reason", TEXT), END };
static const YsField kept_fields[] = { REQ_INT ("seq", 1, SEQ_MAX), REQ ("body", BODY), END };
static const YsField kept_element[] = { REQ_OBJECT ("", kept_fields), END };
static const YsField destroyed_fields[] = {
  REQ_INT ("asked", 1, SEQ_MAX), REQ_LIST ("kept", kept_element), END
};

static const YsField agency_named_fields[] = {
  REQ ("name", TEXT), OPT ("code", TEXT), OPT ("level", TEXT), OPT ("region", TEXT),
  OPT ("parent", TEXT), OPT ("address", TEXT), OPT ("phone", TEXT), OPT ("fax", TEXT),
  OPT ("postcode", TEXT), OPT ("email", TEXT), OPT ("website", TEXT), OPT ("office", TEXT),
  OPT ("hours", TEXT), END
};
static const YsField chain_step_element[] = {
  REQ_WORD ("", "section", "legal", "secrecy", "co-unit", "leader"), END
};
static const YsField chain_set_fields[] = { REQ_LIST ("steps", chain_step_element), END };
static const YsField policy_set_fields[] = {
  REQ_WORD ("approval", "none", "recorded", "signed"), OPT ("own_drafts", BOOL), END
};
static const YsField joined_fields[] = {
  REQ ("name", TEXT), OPT ("unit", TEXT), OPT ("title", TEXT), END
};
static const YsField key_set_fields[] = {
  REQ_WORD ("suite", "gm", "intl"), REQ ("public_key", TEXT), END
};
static const YsField role_fields[] = {
  REQ_WORD ("role", "officer", "head", "reporter", "keeper"), END
};
static const YsField deputy_fields[] = {
  REQ ("deputy", TEXT), REQ ("from", ANY_DAY), REQ ("until", UNTIL), END
};
static const YsField left_fields[] = { OPT ("reason", TEXT), END };
static const YsField rest_fields[] = {
  REQ ("name", TEXT), REQ ("from", ANY_DAY), REQ ("to", ANY_DAY), END
};
static const YsField rest_element[] = { REQ_OBJECT ("", rest_fields), END };
static const YsField announced_fields[] = {
  REQ ("notice", TEXT), REQ_LIST ("rest", rest_element), REQ_LIST ("work", day_element),
  OPT ("address", TEXT), END
};
static const YsField matter_opened_fields[] = {
  REQ_WORD ("kind", "correction-of-record", "complaint", "enquiry", "other"), REQ ("title", TEXT),
  OPT ("text", TEXT), OPT_OBJECT ("applicant", applicant_fields), OPT ("until", UNTIL), END
};
static const YsField matter_answered_fields[] = {
  REQ ("text", TEXT), OPT_LIST ("files", files_element), END
};
static const YsField issued_fields[] = {
  REQ_WORD ("type", "rule", "normative"), REQ ("title", TEXT), OPT ("document_number", TEXT),
  OPT ("url", TEXT), OPT ("legal_review", TEXT), OPT ("interpretation_url", TEXT),
  OPT ("gazette", TEXT), OPT ("file", FILE), END
};
static const YsField repealed_fields[] = { OPT ("by", TEXT), END };
static const YsField opening_fields[] = {
  REQ_INT ("rule", 0, QUANTITY_MAX), REQ_INT ("normative", 0, QUANTITY_MAX), END
};
static const YsField decisions_fields[] = {
  REQ_INT ("licence", 0, YS_INTEGER_MAX), REQ_INT ("penalty", 0, YS_INTEGER_MAX),
  REQ_INT ("coercion", 0, YS_INTEGER_MAX), OPT ("fee_wan", AMOUNT), END
};
static const YsField work_held_fields[] = {
  REQ_WORD ("kind", "training", "meeting", "assessment", "publicity"), OPT ("title", TEXT), END
};
static const YsField plan_set_fields[] = {
  REQ ("title", TEXT), OPT ("text", TEXT), OPT ("unit", TEXT), OPT ("until", UNTIL), END
};
static const YsField plan_progressed_fields[] = {
  REQ ("text", TEXT), OPT_INT ("percent", 0, 100), OPT_LIST ("files", files_element), END
};
static const YsField plan_finished_fields[] = {
  OPT ("text", TEXT), OPT_LIST ("files", files_element), END
};
static const YsField narrated_fields[] = {
  REQ_WORD ("section", "1", "5", "6"), REQ ("text", TEXT), END
};
static const YsField frozen_fields[] = { REQ ("figures", DIGEST), END };
static const YsField submitted_fields[] = { OPT ("to", TEXT), OPT ("url", TEXT), END };
static const YsField template_fields[] = { REQ ("name", TEXT), REQ ("text", TEXT), END };

#define CASE(k, n, f) { YS_KIND_##k, YS_STREAM_CASE, n, f }

static const YsKindSchema schemas[] = {
  CASE (ARRIVED, "arrived", received_fields),
  CASE (RECEIVED, "received", received_fields),
  CASE (CORRECTION_ASKED, "correction-asked", correction_asked_fields),
  CASE (CORRECTED, "corrected", corrected_fields),
  CASE (CONSULTATION_SENT, "consultation-sent", consultation_sent_fields),
  CASE (CONSULTATION_ANSWERED, "consultation-answered", consultation_answered_fields),
  CASE (SEARCH_ASKED, "search-asked", search_asked_fields),
  CASE (SEARCH_ANSWERED, "search-answered", search_answered_fields),
  CASE (EXTENSION_GRANTED, "extension-granted", extension_fields),
  CASE (REASONS_ASKED, "reasons-asked", reasons_asked_fields),
  CASE (REASONS_GIVEN, "reasons-given", reasons_given_fields),
  CASE (DELAY_SET, "delay-set", delay_fields),
  CASE (FEE_NOTICED, "fee-noticed", fee_noticed_fields),
  CASE (FEE_PAID, "fee-paid", fee_paid_fields),
  CASE (ASSIGNED, "assigned", assigned_fields),
  CASE (DRAFTED, "drafted", drafted_fields),
  CASE (REVIEWED, "reviewed", reviewed_fields),
  CASE (APPROVAL_ASKED, "approval-asked", approval_asked_fields),
  CASE (APPROVED, "approved", approved_fields),
  CASE (RETURNED, "returned", returned_fields),
  CASE (REPLIED, "replied", replied_fields),
  CASE (DISPATCHED, "dispatched", dispatched_fields),
  CASE (DELIVERED, "delivered", delivered_fields),
  CASE (UNDELIVERED, "undelivered", undelivered_fields),
  CASE (WITHDRAWN, "withdrawn", withdrawn_fields),
  CASE (CLOSED, "closed", closed_fields),
  CASE (REVIEW_OPENED, "review-opened", review_opened_fields),
  CASE (REVIEW_DECIDED, "review-decided", review_decided_fields),
  CASE (REOPENED, "reopened", reopened_fields),
  CASE (LINKED, "linked", linked_fields),
  CASE (AMENDED, "amended", amended_fields),
  CASE (STRUCK, "struck", struck_fields),
  CASE (ATTACHED, "attached", attached_fields),
  CASE (ARCHIVED, "archived", archived_fields),
  CASE (NOTED, "noted", noted_fields),
  CASE (DESTRUCTION_ASKED, "destruction-asked", destruction_asked_fields),
  CASE (DESTROYED, "destroyed", destroyed_fields),
  { YS_KIND_AGENCY_NAMED, YS_STREAM_AGENCY, "named", agency_named_fields },
  { YS_KIND_AGENCY_CHAIN_SET, YS_STREAM_AGENCY, "chain-set", chain_set_fields },
  { YS_KIND_AGENCY_POLICY_SET, YS_STREAM_AGENCY, "policy-set", policy_set_fields },
  { YS_KIND_STAFF_JOINED, YS_STREAM_STAFF, "joined", joined_fields },
  { YS_KIND_STAFF_KEY_SET, YS_STREAM_STAFF, "key-set", key_set_fields },
  { YS_KIND_STAFF_ROLE_GIVEN, YS_STREAM_STAFF, "role-given", role_fields },
  { YS_KIND_STAFF_ROLE_TAKEN, YS_STREAM_STAFF, "role-taken", role_fields },
  { YS_KIND_STAFF_DEPUTY_SET, YS_STREAM_STAFF, "deputy-set", deputy_fields },
  { YS_KIND_STAFF_LEFT, YS_STREAM_STAFF, "left", left_fields },
  { YS_KIND_CALENDAR_ANNOUNCED, YS_STREAM_CALENDAR, "announced", announced_fields },
  { YS_KIND_MATTER_OPENED, YS_STREAM_MATTER, "opened", matter_opened_fields },
  { YS_KIND_MATTER_ANSWERED, YS_STREAM_MATTER, "answered", matter_answered_fields },
  { YS_KIND_NORMATIVE_ISSUED, YS_STREAM_NORMATIVE, "issued", issued_fields },
  { YS_KIND_NORMATIVE_REPEALED, YS_STREAM_NORMATIVE, "repealed", repealed_fields },
  { YS_KIND_OPENING_COUNTED, YS_STREAM_NORMATIVE_OPENING, "counted", opening_fields },
  { YS_KIND_DECISIONS_COUNTED, YS_STREAM_DECISIONS, "counted", decisions_fields },
  { YS_KIND_WORK_HELD, YS_STREAM_WORK, "held", work_held_fields, TRUE },
  { YS_KIND_PLAN_SET, YS_STREAM_PLAN, "set", plan_set_fields },
  { YS_KIND_PLAN_PROGRESSED, YS_STREAM_PLAN, "progressed", plan_progressed_fields },
  { YS_KIND_PLAN_FINISHED, YS_STREAM_PLAN, "finished", plan_finished_fields },
  { YS_KIND_REPORT_NARRATED, YS_STREAM_REPORT, "narrated", narrated_fields },
  { YS_KIND_REPORT_FROZEN, YS_STREAM_REPORT, "frozen", frozen_fields },
  { YS_KIND_REPORT_SUBMITTED, YS_STREAM_REPORT, "submitted", submitted_fields },
  { YS_KIND_TEMPLATE_SET, YS_STREAM_TEMPLATE, "set", template_fields },
};

const YsKindSchema *
ys_schema_get (YsKind kind)
{
  /* The table lists the kinds in the order of the enum. */
  G_STATIC_ASSERT (G_N_ELEMENTS (schemas) == YS_N_KINDS - 1);
  if (kind <= YS_KIND_UNKNOWN || kind >= YS_N_KINDS)
    return NULL;
  g_assert (schemas[kind - 1].kind == kind);
  return &schemas[kind - 1];
}

const YsKindSchema *
ys_schema_find (YsStreamClass klass, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    if (schemas[i].klass == klass && g_str_equal (schemas[i].name, name))
      return &schemas[i];
  return NULL;
}

const YsField *
ys_schema_get_fields (const YsKindSchema *schema, const cJSON *body)
{
  if (schema->kind == YS_KIND_RECEIVED
      && cJSON_GetObjectItemCaseSensitive (body, "confirmed_by") != NULL)
    return confirmation_fields;
  if (schema->kind == YS_KIND_ATTACHED
      && cJSON_GetObjectItemCaseSensitive (body, "file") == NULL
      && g_strcmp0 (cJSON_GetStringValue (ys_json_get (body, "name")), YS_DESTROYED_TEXT) == 0)
    return attached_destroyed_fields;
  return schema->fields;
}
