/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every field of every kind, right and then wrong in every way, out of one table that repeats
 * exchange.md. Lines, streams, dates and amendments: test-event.c. */
#include "rules/event.h"

#include <cjson/cJSON.h>
#include <string.h>

#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define APPLICANT(p) \
  { p ".class", "word person|enterprise|research|welfare|legal|other", 1 }, { p ".name", "text", 1 }, \
  { p ".id_type", "text" }, { p ".id_number", "text" }, { p ".phone", "text" }, \
  { p ".email", "text" }, { p ".address", "text" }, { p ".postcode", "text" }
#define REQUEST_BODY \
  { "channel", "word in-person|post|ordinary-post|internet|fax|oral", 1 }, \
  { "submitted_on", "day", 1 }, { "arrived_via", "text" }, { "taken_by", "text" }, \
  { "applicant", "object", 1 }, APPLICANT ("applicant"), \
  { "joint", "list" }, { "joint.0", "object" }, APPLICANT ("joint.0"), \
  { "agent", "object" }, { "agent.name", "text", 1 }, { "agent.authorisation", "file" }, \
  { "request", "object", 1 }, { "request.title", "text", 1 }, { "request.description", "text", 1 }, \
  { "request.document_number", "text" }, \
  { "request.form", "word paper|email|copy|inspect|other", 1 }, \
  { "request.delivery", "word post|email|pickup|fax|onsite|other", 1 }, \
  { "external", "list" }, { "external.0", "object" }, { "external.0.system", "text", 1 }, \
  { "external.0.number", "text", 1 }, { "suggested_publication", "flag" }
#define FILES { "files", "list" }, { "files.0", "file" }
#define FILES_NEEDED { "files", "list", 1 }, { "files.0", "file" }
#define SEQ "int 1..9007199254740991"
#define FEN "int 0..9007199254740991"

typedef struct
{
  const char *path;
  const char *type;
  gboolean required; /* of the object that it stands in */
} Field;

#define MAX_FIELDS 48

static const struct
{
  YsKind kind;
  const char *stream;
  const char *name;
  Field fields[MAX_FIELDS];
} kinds[] = {
  { YS_KIND_ARRIVED, "case/2024-0001", "arrived", { REQUEST_BODY } },
  { YS_KIND_RECEIVED, "case/2024-0001", "received", { REQUEST_BODY } },
  { YS_KIND_RECEIVED, "case/2024-0001", "received", { { "confirmed_by", "text", 1 } } },
  { YS_KIND_CORRECTION_ASKED, "case/2024-0001", "correction-asked",
    { { "points", "text", 1 }, { "until", "until", 1 } } },
  { YS_KIND_CORRECTED, "case/2024-0001", "corrected", { { "description", "text" } } },
  { YS_KIND_CONSULTATION_SENT, "case/2024-0001", "consultation-sent",
    { { "ref", "text", 1 }, { "with", "word third-party|agency", 1 }, { "name", "text", 1 } } },
  { YS_KIND_CONSULTATION_ANSWERED, "case/2024-0001", "consultation-answered",
    { { "ref", "text", 1 }, { "opinion", "word agree|disagree|partly|none", 1 } } },
  { YS_KIND_SEARCH_ASKED, "case/2024-0001", "search-asked",
    { { "ref", "text", 1 }, { "unit", "text", 1 }, { "until", "until" } } },
  { YS_KIND_SEARCH_ANSWERED, "case/2024-0001", "search-answered",
    { { "ref", "text", 1 }, { "where", "text", 1 }, { "terms", "text", 1 },
      { "result", "word found|none|partly", 1 } } },
  { YS_KIND_EXTENSION_GRANTED, "case/2024-0001", "extension-granted",
    { { "days", "int 1..20", 1 }, { "reason", "text", 1 }, { "approver", "text" } } },
  { YS_KIND_REASONS_ASKED, "case/2024-0001", "reasons-asked", { { "until", "until" } } },
  { YS_KIND_REASONS_GIVEN, "case/2024-0001", "reasons-given", { { "text", "text" } } },
  { YS_KIND_DELAY_SET, "case/2024-0001", "delay-set",
    { { "until", "until", 1 }, { "reason", "text", 1 } } },
  { YS_KIND_FEE_NOTICED, "case/2024-0001", "fee-noticed",
    { { "basis", "word pieces|pages", 1 }, { "quantity", "int 1..100000000", 1 },
      { "amount_fen", FEN, 1 } } },
  { YS_KIND_FEE_PAID, "case/2024-0001", "fee-paid", { { "amount_fen", FEN, 1 } } },
  { YS_KIND_ASSIGNED, "case/2024-0001", "assigned", { { "to", "text", 1 } } },
  { YS_KIND_DRAFTED, "case/2024-0001", "drafted",
    { { "outcome", "outcome", 1 }, { "ground", "ground" }, { "earlier", "case" },
      { "reply_number", "text" }, { "text", "text" }, FILES } },
  { YS_KIND_REVIEWED, "case/2024-0001", "reviewed",
    { { "as", "word section|legal|secrecy|co-unit|leader", 1 },
      { "opinion", "word agree|disagree", 1 }, { "comment", "text" } } },
  { YS_KIND_APPROVAL_ASKED, "case/2024-0001", "approval-asked",
    { { "for", "word reply|extension|correction|fee", 1 }, FILES_NEEDED, { "facts", "file", 1 } } },
  { YS_KIND_APPROVED, "case/2024-0001", "approved",
    { { "asked", SEQ, 1 }, FILES_NEEDED, { "facts", "file", 1 } } },
  { YS_KIND_RETURNED, "case/2024-0001", "returned",
    { { "asked", SEQ, 1 }, { "reason", "text", 1 } } },
  { YS_KIND_REPLIED, "case/2024-0001", "replied",
    { { "outcome", "outcome", 1 }, { "ground", "ground" }, { "earlier", "case" },
      { "reply_number", "text" }, { "sent_by", "word in-person|post|email|internet|fax", 1 }, FILES } },
  { YS_KIND_DISPATCHED, "case/2024-0001", "dispatched",
    { { "of", SEQ, 1 }, { "by", "text", 1 }, { "tracking", "text" } } },
  { YS_KIND_DELIVERED, "case/2024-0001", "delivered", { { "of", SEQ, 1 }, { "by", "text" } } },
  { YS_KIND_UNDELIVERED, "case/2024-0001", "undelivered",
    { { "of", SEQ, 1 }, { "reason", "text", 1 } } },
  { YS_KIND_WITHDRAWN, "case/2024-0001", "withdrawn", { { "reason", "text" } } },
  { YS_KIND_CLOSED, "case/2024-0001", "closed",
    { { "outcome", "word other.correction-lapsed|other.fee-lapsed|other.other", 1 },
      { "reason", "text", 1 } } },
  { YS_KIND_REVIEW_OPENED, "case/2024-0001", "review-opened",
    { { "ref", "text", 1 },
      { "route", "word reconsideration|litigation|litigation-after-reconsideration", 1 },
      { "as", "word actor|review-body" }, { "served_on", "day" },
      { "procedure", "word ordinary|summary" }, { "body", "text" } } },
  { YS_KIND_REVIEW_DECIDED, "case/2024-0001", "review-decided",
    { { "ref", "text", 1 }, { "result", "word upheld|corrected|other", 1 } } },
  { YS_KIND_REOPENED, "case/2024-0001", "reopened",
    { { "reason", "text", 1 }, { "ref", "text" }, { "until", "until" } } },
  { YS_KIND_LINKED, "case/2024-0001", "linked",
    { { "to", "case", 1 }, { "as", "word same-letter|split|merged|duplicate|transferred", 1 },
      { "agency", "text" } } },
  { YS_KIND_AMENDED, "case/2024-0001", "amended",
    { { "of", SEQ, 1 }, { "field", "text", 1 }, { "from", "any", 1 }, { "to", "any", 1 },
      { "reason", "text", 1 } } },
  { YS_KIND_STRUCK, "case/2024-0001", "struck", { { "of", SEQ, 1 }, { "reason", "text", 1 } } },
  { YS_KIND_ATTACHED, "case/2024-0001", "attached",
    { { "file", "file", 1 }, { "name", "text", 1 },
      { "role", "word request|correction|opinion|reply|receipt|review|evidence|other", 1 },
      { "pages", "int 0..100000000" }, { "media_type", "text", 1 } } },
  { YS_KIND_ARCHIVED, "case/2024-0001", "archived",
    { { "file_no", "text", 1 }, { "retention", "word permanent|30y|10y", 1 },
      { "pages", "int 0..100000000" } } },
  { YS_KIND_NOTED, "case/2024-0001", "noted", { { "text", "text", 1 } } },
  { YS_KIND_DESTRUCTION_ASKED, "case/2024-0001", "destruction-asked", { { "reason", "text", 1 } } },
  { YS_KIND_DESTROYED, "case/2024-0001", "destroyed",
    { { "asked", SEQ, 1 }, { "kept", "list", 1 }, { "kept.0", "object" }, { "kept.0.seq", SEQ, 1 },
      { "kept.0.body", "body", 1 } } },
  { YS_KIND_AGENCY_NAMED, "agency", "named",
    { { "name", "text", 1 }, { "code", "text" }, { "level", "text" }, { "region", "text" },
      { "parent", "text" }, { "address", "text" }, { "phone", "text" } } },
  { YS_KIND_AGENCY_CHAIN_SET, "agency", "chain-set",
    { { "steps", "list", 1 }, { "steps.0", "word section|legal|secrecy|co-unit|leader" } } },
  { YS_KIND_AGENCY_POLICY_SET, "agency", "policy-set",
    { { "approval", "word none|recorded|signed", 1 }, { "own_drafts", "bool" } } },
  { YS_KIND_STAFF_JOINED, "staff/officer-1", "joined",
    { { "name", "text", 1 }, { "unit", "text" }, { "title", "text" } } },
  { YS_KIND_STAFF_KEY_SET, "staff/officer-1", "key-set",
    { { "suite", "word gm|intl", 1 }, { "public_key", "text", 1 } } },
  { YS_KIND_STAFF_ROLE_GIVEN, "staff/officer-1", "role-given",
    { { "role", "word officer|head|reporter|keeper", 1 } } },
  { YS_KIND_STAFF_ROLE_TAKEN, "staff/officer-1", "role-taken",
    { { "role", "word officer|head|reporter|keeper", 1 } } },
  { YS_KIND_STAFF_DEPUTY_SET, "staff/officer-1", "deputy-set",
    { { "deputy", "text", 1 }, { "from", "day", 1 }, { "until", "until", 1 } } },
  { YS_KIND_STAFF_LEFT, "staff/officer-1", "left", { { "reason", "text" } } },
  { YS_KIND_CALENDAR_ANNOUNCED, "calendar/2027", "announced",
    { { "notice", "text", 1 }, { "rest", "list", 1 }, { "rest.0", "object" },
      { "rest.0.name", "text", 1 }, { "rest.0.from", "day", 1 }, { "rest.0.to", "day", 1 },
      { "work", "list", 1 }, { "work.0", "day" }, { "address", "text" } } },
  { YS_KIND_MATTER_OPENED, "matter/2024-0001", "opened",
    { { "kind", "word correction-of-record|complaint|enquiry", 1 }, { "title", "text", 1 },
      { "text", "text" }, { "applicant", "object" }, APPLICANT ("applicant"),
      { "until", "until" } } },
  { YS_KIND_MATTER_ANSWERED, "matter/2024-0001", "answered", { { "text", "text", 1 }, FILES } },
  { YS_KIND_NORMATIVE_ISSUED, "register/normative/a", "issued",
    { { "type", "word rule|normative", 1 }, { "title", "text", 1 }, { "document_number", "text" },
      { "url", "text" }, { "legal_review", "text" }, { "interpretation_url", "text" },
      { "gazette", "text" }, { "file", "file" } } },
  { YS_KIND_NORMATIVE_REPEALED, "register/normative/a", "repealed", { { "by", "text" } } },
  { YS_KIND_OPENING_COUNTED, "register/normative/opening", "counted",
    { { "rule", "int 0..100000000", 1 }, { "normative", "int 0..100000000", 1 } } },
  { YS_KIND_DECISIONS_COUNTED, "register/decisions/2024", "counted",
    { { "licence", FEN, 1 }, { "penalty", FEN, 1 }, { "coercion", FEN, 1 },
      { "fee_wan", "amount" } } },
  { YS_KIND_WORK_HELD, "register/work/a", "held",
    { { "kind", "word training|meeting|assessment|publicity", 1 }, { "title", "text" } } },
  { YS_KIND_PLAN_SET, "plan/2024/a", "set",
    { { "title", "text", 1 }, { "text", "text" }, { "unit", "text" }, { "until", "until" } } },
  { YS_KIND_PLAN_PROGRESSED, "plan/2024/a", "progressed",
    { { "text", "text", 1 }, { "percent", "int 0..100" }, FILES } },
  { YS_KIND_PLAN_FINISHED, "plan/2024/a", "finished", { { "text", "text" }, FILES } },
  { YS_KIND_REPORT_NARRATED, "report/2024", "narrated",
    { { "section", "word 1|5|6", 1 }, { "text", "text", 1 } } },
  { YS_KIND_REPORT_FROZEN, "report/2024", "frozen", { { "figures", "file", 1 } } },
  { YS_KIND_REPORT_SUBMITTED, "report/2024", "submitted", { { "to", "text" }, { "url", "text" } } },
  { YS_KIND_TEMPLATE_SET, "template/a", "set", { { "name", "text", 1 }, { "text", "text", 1 } } },
};

/* --- making bodies ---------------------------------------------------------------------------- */

static gboolean
is_type (const Field *field, const char *type)
{
  return g_str_has_prefix (field->type, type);
}

/* A right value, as JSON. */
static char *
make_right (const Field *field)
{
  if (is_type (field, "word "))
    {
      g_auto (GStrv) words = g_strsplit (field->type + 5, "|", -1);
      return g_strdup_printf ("\"%s\"", words[0]);
    }
  if (is_type (field, "int "))
    return g_strdup_printf ("%d", atoi (field->type + 4));
  if (is_type (field, "day") || is_type (field, "until"))
    return g_strdup ("\"2024-02-29\"");
  if (is_type (field, "file"))
    return g_strdup ("\"sm3:" HEX "\"");
  if (is_type (field, "case"))
    return g_strdup ("\"2024-0002\"");
  if (is_type (field, "amount"))
    return g_strdup ("\"59237.2449\"");
  if (is_type (field, "outcome"))
    return g_strdup ("\"granted\"");
  if (is_type (field, "ground"))
    return g_strdup ("\"36-2\"");
  if (is_type (field, "flag") || is_type (field, "bool"))
    return g_strdup ("true");
  if (is_type (field, "body"))
    return g_strdup ("{\"text\":\"文字\"}");
  return g_strdup ("\"文字\"");
}

static cJSON *
find_parent (cJSON *body, const char *path, const char **name)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);
  guint n = g_strv_length (parts);
  cJSON *parent = body;

  for (guint i = 0; i + 1 < n; i++)
    parent = cJSON_IsArray (parent) ? cJSON_GetArrayItem (parent, atoi (parts[i]))
                                    : cJSON_GetObjectItemCaseSensitive (parent, parts[i]);
  *name = path + strlen (path) - strlen (parts[n - 1]);
  return parent;
}

/* Puts @value (owned) at @path, in the place of what stands there; NULL takes it out. */
static void
put (cJSON *body, const char *path, cJSON *value)
{
  const char *name;
  cJSON *parent = find_parent (body, path, &name);

  if (cJSON_IsArray (parent))
    {
      cJSON_DeleteItemFromArray (parent, 0);
      if (value != NULL)
        cJSON_AddItemToArray (parent, value);
      return;
    }
  cJSON_DeleteItemFromObjectCaseSensitive (parent, name);
  if (value != NULL)
    cJSON_AddItemToObject (parent, name, value);
}

static cJSON *
make_body (guint row)
{
  cJSON *body = cJSON_CreateObject ();

  for (const Field *field = kinds[row].fields; field->path != NULL; field++)
    {
      g_autofree char *right = make_right (field);
      cJSON *value = is_type (field, "object") ? cJSON_CreateObject ()
                     : is_type (field, "list") ? cJSON_CreateArray ()
                                               : cJSON_CreateRaw (right);
      put (body, field->path, value);
    }
  return body;
}

/* --- trying ----------------------------------------------------------------------------------- */

/* Parses @body (owned), and asserts the fault's code and path; "none" for no fault. */
static void
try_body (guint row, cJSON *body, const char *code, const char *path)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  char *text = cJSON_PrintUnformatted (body);
  g_autoptr (YsEvent) event = ys_event_parse (kinds[row].stream, 7, kinds[row].name, "2024-03-01",
                                              "officer-1", text, &fault);

  if (g_strcmp0 (ys_fault_get_id (fault.code), code) != 0 || g_strcmp0 (fault.path, path) != 0)
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      g_test_message ("%s: %s", kinds[row].name, valid);
    }
  g_assert_cmpstr (ys_fault_get_id (fault.code), ==, code);
  g_assert_cmpstr (fault.path, ==, path);
  g_assert_cmpint (event != NULL, ==, fault.code == YS_FAULT_NONE);
  if (event != NULL)
    {
      g_assert_cmpint (event->kind, ==, kinds[row].kind);
      g_assert_cmpint (event->seq, ==, 7);
      g_assert_cmpint (event->on, ==, ys_day_parse ("2024-03-01", -1));
      g_assert_cmpstr (event->actor, ==, "officer-1");
    }
  cJSON_free (text);
  cJSON_Delete (body);
}

static void
try_value (guint row, const Field *field, const char *json, const char *code)
{
  cJSON *body = make_body (row);
  g_autofree char *path = g_strconcat ("body.", field->path, NULL);

  put (body, field->path, json != NULL ? cJSON_CreateRaw (json) : NULL);
  try_body (row, body, code, g_str_equal (code, "none") ? NULL : path);
}

static void
try_types (guint row, const Field *field)
{
  static const char *const json[] = { "\"x\"", "5", "true", "{}", "[]", "{\"a\":1}", "[5]" };
  gboolean texts = !is_type (field, "int ") && !is_type (field, "object") && !is_type (field, "list")
                   && !is_type (field, "bool") && !is_type (field, "body");

  for (guint i = 0; i < G_N_ELEMENTS (json); i++)
    {
      gboolean right = (i == 0 && texts) || (i == 1 && is_type (field, "int "))
                       || (i == 2 && (is_type (field, "flag") || is_type (field, "bool")))
                       || ((i == 3 || i == 5) && (is_type (field, "object") || is_type (field, "body")))
                       || ((i == 4 || i == 6) && is_type (field, "list"));
      if (!right && !is_type (field, "any"))
        try_value (row, field, json[i], "wrong-type");
    }
}

static void
try_words (guint row, const Field *field)
{
  g_auto (GStrv) words = g_strsplit (field->type + 5, "|", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *right = g_strdup_printf ("\"%s\"", *word);
      g_autofree char *upper = g_ascii_strup (right, -1);
      g_autofree char *longer = g_strdup_printf ("\"%sx\"", *word);

      try_value (row, field, right, "none");
      if (strcmp (upper, right) != 0)
        try_value (row, field, upper, "bad-value");
      try_value (row, field, longer, "bad-value");
    }
  try_value (row, field, "\"\"", "bad-value");
  try_value (row, field, "\"无此\"", "bad-value");
}

static void
try_integers (guint row, const Field *field)
{
  const char *dots = strstr (field->type, "..");
  gint64 min = g_ascii_strtoll (field->type + 4, NULL, 10);
  gint64 max = g_ascii_strtoll (dots + 2, NULL, 10);
  gint64 values[] = { min - 1, min, min + 1, max, max + 1, -max };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *json = g_strdup_printf ("%" G_GINT64_FORMAT, values[i]);

      /* One more than a JSON number may be is refused before anybody knows the field. */
      if (values[i] <= YS_INTEGER_MAX)
        try_value (row, field, json, values[i] >= min && values[i] <= max ? "none" : "out-of-range");
    }
}

static const struct
{
  const char *type;
  const char *right[4];
  const char *wrong[12];
  const char *code;
} values[] = {
  { "day", { "\"2008-05-01\"", "\"2199-12-31\"" },
    { "\"\"", "\"2024-2-3\"", "\"2024-02-30\"", "\"2023-02-29\"", "\"20240203\"", "\"2024-02-03 \"",
      "\"2024/02/03\"", "\"2024-13-01\"", "\"2024-00-01\"", "\"2024-01-00\"", "\"1899-12-31\"" },
    "bad-date" },
  { "until", { "\"2029-05-01\"" },
    { "\"\"", "\"soon\"", "\"2024-04-31\"", "\"2024-02-03T00:00\"", "\"+024-02-03\"", "\"２０２４-02-03\"" },
    "bad-date" },
  { "file", { "\"sm3:" HEX "\"", "\"sha256:" HEX "\"" },
    { "\"\"", "\"" HEX "\"", "\"md5:" HEX "\"", "\"sm3:\"", "\"sm3:" HEX "0\"", "\"sm3:0123\"",
      "\"SM3:" HEX "\"", "\"sm3:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef\"",
      "\"sm3:g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"", "\" sm3:" HEX "\"" },
    "bad-digest" },
  { "case", { "\"2008-0001\"", "\"2024-00012\"", "\"2024-123456789\"" },
    { "\"\"", "\"2024-001\"", "\"2007-0001\"", "\"case/2024-0001\"", "\"2024_0001\"", "\"2024-000a\"",
      "\"24-0001\"", "\"2024-0001 \"", "\"2024-\"", "\"2024-1234567890\"", "\"2200-0001\"" },
    "bad-value" },
  { "amount", { "\"0\"", "\"0.000001\"", "\"123456789012345.5\"", "\"10\"" },
    { "\"\"", "\"-1\"", "\"01\"", "\"1.\"", "\".5\"", "\"1,5\"", "\"1.1234567\"", "\"1e3\"",
      "\"1234567890123456\"", "\"1 \"", "\"+1\"", "\"1.2.3\"" },
    "bad-amount" },
  { "outcome", { "\"granted\"" }, { "\"\"", "\"Granted\"", "\"refused\"", "\"other\"", "\"total\"" },
    "bad-value" },
  { "ground", { "\"36-1\"" }, { "\"\"", "\"36\"", "\"14\"", "\"36-3\"", "\"granted\"" }, "bad-value" },
  { "text", { "\"文\"", "\" x \"", "\"\\u4e00\"", "\"%1$s\"" }, { NULL }, NULL },
  { "flag", { "true", "false", "\"是\"", "\"\"" }, { NULL }, NULL },
  { "bool", { "true", "false" }, { "\"true\"", "\"\"", "0", "1" }, "wrong-type" },
  { "body", { "{}", "{\"colour\":1}", "{\"a\":{\"b\":[true]}}" }, { "\"\"", "[]", "[{}]" },
    "wrong-type" },
  { "any", { "\"\"", "5", "{\"a\":[true]}", "false" }, { NULL }, NULL },
};

static void
try_values (guint row, const Field *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (!g_str_equal (field->type, values[i].type))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (values[i].right) && values[i].right[k] != NULL; k++)
        try_value (row, field, values[i].right[k], "none");
      for (guint k = 0; k < G_N_ELEMENTS (values[i].wrong) && values[i].wrong[k] != NULL; k++)
        try_value (row, field, values[i].wrong[k], values[i].code);
    }
  if (g_str_equal (field->type, "text"))
    {
      const char *code = field->required ? "empty" : "none";

      try_value (row, field, "\"\"", code);
      try_value (row, field, "\" \\t\\n\"", code);
    }
}

/* What no field may hold: refused before the field is known, so without a path. */
static void
try_raw (guint row, const Field *field)
{
  static const struct
  {
    const char *json, *code;
  } raws[] = {
    { "null", "null-value" }, { "[null]", "null-value" }, { "1.5", "not-integer" },
    { "1.0", "not-integer" }, { "1e3", "not-integer" }, { "-1E-3", "not-integer" },
    { "9007199254740992", "out-of-range" }, { "-9007199254740992", "out-of-range" },
    { "123456789012345678901234567890", "out-of-range" }, { "01", "bad-json" }, { "-01", "bad-json" },
    { "+1", "bad-json" }, { "-", "bad-json" }, { "NaN", "bad-json" }, { "Infinity", "bad-json" },
    { "0x10", "bad-json" }, { "True", "bad-json" }, { "'x'", "bad-json" }, { "x", "bad-json" },
    { "\"\\u0000\"", "bad-json" }, { "\"a\\u0000b\"", "bad-json" }, { "\"\\u00zz\"", "bad-json" },
    { "\"\\uzzzz\"", "bad-json" }, { "\"\\u12\"", "bad-json" }, { "\"\\ud800\"", "bad-json" },
    { "\"\\udc00\"", "bad-json" }, { "\"\\ud800\\u0041\"", "bad-json" }, { "\"\\x\"", "bad-json" },
    { "\"a\nb\"", "bad-json" }, { "\"a\tb\"", "bad-json" }, { "\"a\001b\"", "bad-json" },
    { "\"open", "bad-json" }, { "\"\xff\"", "bad-utf8" }, { "\"\xc0\x80\"", "bad-utf8" },
    { "\"\xed\xa0\x80\"", "bad-utf8" }, { "\"\xe4\xb8\"", "bad-utf8" },
    { "[1 2]", "bad-json" }, { "[1,]", "bad-json" }, { "{\"a\":1,}", "bad-json" },
    { "{1:2}", "bad-json" }, { "1}", "bad-json" }, { "1}{", "bad-json" }, { "1} x", "bad-json" },
    { "/* */ 1", "bad-json" },
    { "[[[[[[[[[[[[[[]]]]]]]]]]]]]]", "too-deep" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (raws); i++)
    {
      cJSON *body = make_body (row);

      put (body, field->path, cJSON_CreateRaw (raws[i].json));
      try_body (row, body, raws[i].code, NULL);
    }
}

static void
try_twice (guint row, const Field *field)
{
  const char *name;
  cJSON *body = make_body (row);
  cJSON *parent = find_parent (body, field->path, &name);
  g_autofree char *right = make_right (field);
  g_autofree char *both = g_strdup_printf ("%s,\"%s\":%s", right, name, right);
  /* An escape makes no other key of it. */
  g_autofree char *escaped = g_strdup_printf ("%s,\"\\u%04x%s\":%s", right, name[0], name + 1, right);

  if (cJSON_IsArray (parent))
    {
      cJSON_Delete (body);
      return;
    }
  put (body, field->path, cJSON_CreateRaw (both));
  try_body (row, body, "duplicate-key", name);
  body = make_body (row);
  put (body, field->path, cJSON_CreateRaw (escaped));
  try_body (row, body, "duplicate-key", name);
}

static void
try_missing (guint row, const Field *field)
{
  /* Without confirmed_by it is a receipt in full, which begins with the channel. */
  gboolean confirms = g_str_equal (field->path, "confirmed_by");
  g_autofree char *path = g_strconcat ("body.", confirms ? "channel" : field->path, NULL);
  cJSON *body = make_body (row);

  put (body, field->path, NULL);
  try_body (row, body, field->required ? "missing-field" : "none", field->required ? path : NULL);
}

static void
try_unknown (guint row, const char *object)
{
  static const char *const json[] = { "\"x\"", "5", "true", "{}", "[]" };

  for (guint i = 0; i < G_N_ELEMENTS (json); i++)
    {
      cJSON *body = make_body (row);
      g_autofree char *path = object != NULL ? g_strconcat (object, ".colour", NULL)
                                             : g_strdup ("colour");
      g_autofree char *place = g_strconcat ("body.", path, NULL);
      /* Figures of a training are whatever the office counts. */
      gboolean welcome = kinds[row].kind == YS_KIND_WORK_HELD && i < 2;

      put (body, path, cJSON_CreateRaw (json[i]));
      try_body (row, body, welcome ? "none" : "unknown-field", welcome ? NULL : place);
    }
}

static void
test_kind (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);

  try_body (row, make_body (row), "none", NULL);
  try_unknown (row, NULL);
  for (const Field *field = kinds[row].fields; field->path != NULL; field++)
    {
      try_missing (row, field);
      try_types (row, field);
      try_raw (row, field);
      try_twice (row, field);
      try_values (row, field);
      if (is_type (field, "word "))
        try_words (row, field);
      else if (is_type (field, "int "))
        try_integers (row, field);
      else if (is_type (field, "object"))
        try_unknown (row, field->path);
      else if (is_type (field, "list"))
        try_value (row, field, "[]", "none");
    }
}

/* The canonical body: again the same event, and the same canonical body. */
static void
test_canonical (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (YsFault) fault = YS_FAULT_INIT;
  cJSON *body = make_body (row);
  char *text = cJSON_Print (body);
  g_autoptr (YsEvent) event = ys_event_parse (kinds[row].stream, 1, kinds[row].name, "2024-03-01",
                                              NULL, text, &fault);
  g_autofree char *once = ys_event_canonical_body (event);
  g_autoptr (YsEvent) again = ys_event_parse (kinds[row].stream, 1, kinds[row].name, "2024-03-01",
                                              NULL, once, &fault);
  g_autofree char *twice = ys_event_canonical_body (again);

  g_assert_cmpstr (once, ==, twice);
  g_assert_null (strchr (once, ' '));
  g_assert_null (strchr (once, '\n'));
  cJSON_free (text);
  cJSON_Delete (body);
}

static void
test_every_kind_is_here (void)
{
  for (YsKind kind = YS_KIND_UNKNOWN + 1; kind < YS_N_KINDS; kind++)
    {
      guint rows = 0;

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (kinds[i].kind == kind)
          {
            rows++;
            g_assert_cmpstr (ys_kind_get_name (kind), ==, kinds[i].name);
            g_assert_cmpint (ys_kind_parse (ys_stream_parse (kinds[i].stream, NULL), kinds[i].name),
                             ==, kind);
          }
      g_assert_cmpuint (rows, ==, kind == YS_KIND_RECEIVED ? 2 : 1);
    }
  g_assert_null (ys_kind_get_name (YS_KIND_UNKNOWN));
  g_assert_null (ys_kind_get_name (YS_N_KINDS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean confirms = g_str_equal (kinds[i].fields[0].path, "confirmed_by");
      g_autofree char *name
        = g_strdup_printf ("/rules/event/body/%s/%s%s", kinds[i].stream, kinds[i].name,
                           confirms ? "-confirmed" : "");
      g_autofree char *canonical = g_strconcat (name, "/canonical", NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_kind);
      g_test_add_data_func (canonical, GUINT_TO_POINTER (i), test_canonical);
    }
  g_test_add_func ("/rules/event/body/every-kind", test_every_kind_is_here);
  return g_test_run ();
}
