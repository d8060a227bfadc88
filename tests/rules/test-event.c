/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of an exchange file, names of streams, canonical bodies, dates, and reading and amending one
 * entry. Fields kind by kind: test-event-bodies.c. */
#include "rules/event.h"
#include "rules/outcome.h"

#include <cjson/cJSON.h>
#include <string.h>

#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define REQUEST \
  "{\"channel\":\"post\",\"submitted_on\":\"2024-01-02\",\"applicant\":{\"class\":\"person\"," \
  "\"name\":\"张三\",\"phone\":\"139\"},\"joint\":[{\"class\":\"legal\",\"name\":\"某所\"}]," \
  "\"agent\":{\"name\":\"王\",\"authorisation\":\"sm3:" HEX "\"},\"request\":{\"title\":\"题\"," \
  "\"description\":\"述\",\"form\":\"paper\",\"delivery\":\"post\"}}"

static YsEvent *
parse (const char *stream, const char *kind, const char *on, const char *body)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  YsEvent *event = ys_event_parse (stream, 3, kind, on, "officer-1", body, &fault);

  if (event == NULL)
    g_error ("%s %s: %s %s", kind, body, ys_fault_get_id (fault.code), fault.path);
  return event;
}

/* --- lines ------------------------------------------------------------------------------------ */

#define HEAD "\"stream\":\"case/2024-0001\",\"kind\":\"noted\",\"on\":\"2024-03-01\""
#define NOTE HEAD ",\"body\":{\"text\":\"x\"}"

static const struct
{
  const char *line;
  const char *code;
  const char *path;
} lines[] = {
  { "{" NOTE "}", "none", NULL },
  { "{" NOTE ",\"actor\":\"officer-1\"}", "none", NULL },
  { " \t{ " NOTE " } \r", "none", NULL },
  { "{\"body\":{\"text\":\"x\"},\"on\":\"2024-03-01\",\"kind\":\"noted\",\"stream\":\"case/2024-0001\"}",
    "none", NULL },
  /* what only an export writes is passed over, whatever it holds */
  { "{" NOTE ",\"position\":1,\"seq\":9,\"recorded_at\":\"x\",\"digest\":\"y\",\"signature\":\"z\"}",
    "none", NULL },
  { "{" NOTE ",\"position\":\"one\",\"signature\":{\"a\":[]}}", "none", NULL },
  { "{" NOTE ",\"signature\":null}", "null-value", NULL },
  { "", "bad-json", NULL },
  { "   ", "bad-json", NULL },
  { "x", "bad-json", NULL },
  { "{", "bad-json", NULL },
  { "{" NOTE, "bad-json", NULL },
  { "{" NOTE "}}", "bad-json", NULL },
  { "{" NOTE "} {" NOTE "}", "bad-json", NULL },
  { "{" NOTE "},", "bad-json", NULL },
  { "{" NOTE "} // x", "bad-json", NULL },
  { "\xef\xbb\xbf{" NOTE "}", "bad-json", NULL },
  { "{" NOTE ",\"actor\":\"\xff\"}", "bad-utf8", NULL },
  { "[]", "not-object", NULL },
  { "[{" NOTE "}]", "not-object", NULL },
  { "\"x\"", "not-object", NULL },
  { "5", "not-object", NULL },
  { "true", "not-object", NULL },
  { "null", "null-value", NULL },
  { "{}", "missing-field", "stream" },
  { "{\"kind\":\"noted\",\"on\":\"2024-03-01\",\"body\":{\"text\":\"x\"}}", "missing-field", "stream" },
  { "{\"stream\":\"case/2024-0001\",\"on\":\"2024-03-01\",\"body\":{\"text\":\"x\"}}", "missing-field",
    "kind" },
  { "{\"stream\":\"case/2024-0001\",\"kind\":\"noted\",\"body\":{\"text\":\"x\"}}", "missing-field", "on" },
  { "{" HEAD "}", "missing-field", "body" },
  { "{" NOTE ",\"colour\":1}", "unknown-field", "colour" },
  { "{" NOTE ",\"Actor\":\"x\"}", "unknown-field", "Actor" },
  { "{" NOTE ",\"on\":\"2024-03-01\"}", "duplicate-key", "on" },
  { "{" NOTE ",\"seq\":1,\"seq\":1}", "duplicate-key", "seq" },
  { "{" HEAD ",\"body\":{\"text\":\"x\",\"text\":\"y\"}}", "duplicate-key", "text" },
  { "{\"stream\":5,\"kind\":\"noted\",\"on\":\"2024-03-01\",\"body\":{}}", "wrong-type", "stream" },
  { "{\"stream\":\"case/2024-0001\",\"kind\":[],\"on\":\"2024-03-01\",\"body\":{}}", "wrong-type", "kind" },
  { "{\"stream\":\"case/2024-0001\",\"kind\":\"noted\",\"on\":20240301,\"body\":{}}", "wrong-type", "on" },
  { "{" NOTE ",\"actor\":5}", "wrong-type", "actor" },
  { "{" NOTE ",\"actor\":{}}", "wrong-type", "actor" },
  { "{" HEAD ",\"body\":[]}", "wrong-type", "body" },
  { "{" HEAD ",\"body\":\"{}\"}", "wrong-type", "body" },
  { "{" HEAD ",\"body\":null}", "null-value", NULL },
  { "{" HEAD ",\"body\":{}}", "missing-field", "body.text" },
  { "{\"stream\":\"\",\"kind\":\"noted\",\"on\":\"2024-03-01\",\"body\":{\"text\":\"x\"}}", "unknown-stream",
    "stream" },
  { "{\"stream\":\"2024-0001\",\"kind\":\"noted\",\"on\":\"2024-03-01\",\"body\":{\"text\":\"x\"}}",
    "unknown-stream", "stream" },
  { "{\"stream\":\"case/2024-0001\",\"kind\":\"\",\"on\":\"2024-03-01\",\"body\":{}}", "unknown-kind", "kind" },
  { "{\"stream\":\"case/2024-0001\",\"kind\":\"Noted\",\"on\":\"2024-03-01\",\"body\":{}}", "unknown-kind",
    "kind" },
  { "{\"stream\":\"case/2024-0001\",\"kind\":\"joined\",\"on\":\"2024-03-01\",\"body\":{\"name\":\"x\"}}",
    "unknown-kind", "kind" },
  { "{\"stream\":\"case/2024-0001\",\"kind\":\"noted\",\"on\":\"2024-02-30\",\"body\":{\"text\":\"x\"}}",
    "bad-date", "on" },
  { "{\"stream\":\"case/2024-0001\",\"kind\":\"noted\",\"on\":\"\",\"body\":{\"text\":\"x\"}}", "bad-date",
    "on" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autofree char *stream = NULL;
      /* Cut out of a longer text: what lies behind the line is not read. */
      g_autofree char *longer = g_strconcat (lines[i].line, "}}]]\"", NULL);
      g_autoptr (YsEvent) event
        = ys_event_parse_line (longer, strlen (lines[i].line), &stream, &fault);

      g_test_message ("line %u", i);
      g_assert_cmpstr (ys_fault_get_id (fault.code), ==, lines[i].code);
      g_assert_cmpstr (fault.path, ==, lines[i].path);
      g_assert_cmpint (event != NULL, ==, fault.code == YS_FAULT_NONE);
      g_assert_cmpstr (stream, ==, event != NULL ? "case/2024-0001" : NULL);
      if (event == NULL)
        continue;
      g_assert_cmpint (event->seq, ==, 0);
      g_assert_cmpint (event->kind, ==, YS_KIND_NOTED);
      g_assert_cmpstr (event->actor, ==, strstr (lines[i].line, "actor") != NULL ? "officer-1" : NULL);
      g_assert_cmpstr (ys_event_get_string (event, "text"), ==, "x");
    }
}

static void
test_line_length (void)
{
  for (int more = 0; more <= 1; more++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autofree char *stream = NULL;
      const char *head = "{" HEAD ",\"body\":{\"text\":\"";
      gsize fill = YS_LINE_MAX - strlen (head) - 3 + (gsize) more;
      g_autofree char *text = g_strnfill (fill, 'x');
      g_autofree char *line = g_strconcat (head, text, "\"}}", NULL);
      g_autoptr (YsEvent) event = ys_event_parse_line (line, strlen (line), &stream, &fault);

      g_assert_cmpuint (strlen (line), ==, YS_LINE_MAX + more);
      g_assert_cmpint (fault.code, ==, more ? YS_FAULT_TOO_LONG : YS_FAULT_NONE);
      g_assert_cmpint (event == NULL, ==, more);
    }
}

/* Twelve brackets deep, the body's own among them. */
static void
test_depth (void)
{
  for (int depth = 11; depth <= 14; depth++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autofree char *open = g_strnfill ((gsize) depth - 1, '[');
      g_autofree char *closed = g_strnfill ((gsize) depth - 1, ']');
      g_autofree char *body
        = g_strdup_printf ("{\"of\":1,\"field\":\"x\",\"from\":\"\",\"to\":%s%s,\"reason\":\"r\"}",
                           open, closed);
      g_autoptr (YsEvent) event
        = ys_event_parse ("case/2024-0001", 1, "amended", "2024-03-01", NULL, body, &fault);

      g_assert_cmpint (fault.code, ==, depth <= 12 ? YS_FAULT_NONE : YS_FAULT_TOO_DEEP);
    }
}

static void
test_nul_inside (void)
{
  static const char line[] = "{" HEAD ",\"body\":{\"text\":\"a\0b\"}}";
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *stream = NULL;

  g_assert_null (ys_event_parse_line (line, sizeof line - 1, &stream, &fault));
  g_assert_cmpint (fault.code, ==, YS_FAULT_BAD_UTF8);
}

/* What stood there is quoted, but not all of it. */
static void
test_quotes_are_short (void)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  GString *long_word = g_string_new ("{\"to\":\"2024-0002\",\"as\":\"");

  for (int i = 0; i < 1000; i++)
    g_string_append (long_word, "并");
  g_string_append (long_word, "\"}");
  g_assert_null (ys_event_parse ("case/2024-0001", 1, "linked", "2024-03-01", NULL, long_word->str,
                                 &fault));
  g_assert_cmpint (fault.code, ==, YS_FAULT_BAD_VALUE);
  g_assert_cmpint (g_utf8_strlen (fault.found, -1), ==, 81);
  g_assert_true (g_utf8_validate (fault.found, -1, NULL));
  g_assert_nonnull (strstr (fault.want, "same-letter"));
  g_string_free (long_word, TRUE);

  ys_fault_clear (&fault);
  g_assert_cmpint (fault.code, ==, YS_FAULT_NONE);
  g_assert_null (fault.path);
}

static void
test_fault_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (YsFaultCode code = YS_FAULT_NONE; code < YS_N_FAULTS; code++)
    {
      const char *id = ys_fault_get_id (code);

      g_assert_nonnull (id);
      g_assert_cmpuint (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (id));
      g_assert_true (g_hash_table_add (seen, (gpointer) id));
    }
}

/* --- streams ---------------------------------------------------------------------------------- */

static void
test_streams (void)
{
  static const struct
  {
    const char *stream;
    YsStreamClass klass;
    const char *id;
  } rows[] = {
    { "agency", YS_STREAM_AGENCY, "" },
    { "case/2024-0001", YS_STREAM_CASE, "2024-0001" },
    { "case/2024-000001", YS_STREAM_CASE, "2024-000001" },
    { "case/2008-123456789", YS_STREAM_CASE, "2008-123456789" },
    { "matter/2024-0001", YS_STREAM_MATTER, "2024-0001" },
    { "staff/officer-1", YS_STREAM_STAFF, "officer-1" },
    { "staff/王五", YS_STREAM_STAFF, "王五" },
    { "calendar/2027", YS_STREAM_CALENDAR, "2027" },
    { "register/normative/opening", YS_STREAM_NORMATIVE_OPENING, "" },
    { "register/normative/晋政发〔2024〕1号", YS_STREAM_NORMATIVE, "晋政发〔2024〕1号" },
    { "register/decisions/2024", YS_STREAM_DECISIONS, "2024" },
    { "register/work/t1", YS_STREAM_WORK, "t1" },
    { "plan/2024/a", YS_STREAM_PLAN, "2024/a" },
    { "report/2024", YS_STREAM_REPORT, "2024" },
    { "template/reply", YS_STREAM_TEMPLATE, "reply" },
    { "", YS_STREAM_UNKNOWN, NULL }, { "case", YS_STREAM_UNKNOWN, NULL },
    { "case/", YS_STREAM_UNKNOWN, NULL }, { "case/2024", YS_STREAM_UNKNOWN, NULL },
    { "case/2024-001", YS_STREAM_UNKNOWN, NULL }, { "case/2024-1234567890", YS_STREAM_UNKNOWN, NULL },
    { "case/2007-0001", YS_STREAM_UNKNOWN, NULL }, { "case/2200-0001", YS_STREAM_UNKNOWN, NULL },
    { "case/2024-00a1", YS_STREAM_UNKNOWN, NULL }, { "case/2024-0001/x", YS_STREAM_UNKNOWN, NULL },
    { "case/ 2024-0001", YS_STREAM_UNKNOWN, NULL }, { "Case/2024-0001", YS_STREAM_UNKNOWN, NULL },
    { "case/２０２４-0001", YS_STREAM_UNKNOWN, NULL }, { "cases/2024-0001", YS_STREAM_UNKNOWN, NULL },
    { "agency/", YS_STREAM_UNKNOWN, NULL }, { "agency/x", YS_STREAM_UNKNOWN, NULL },
    { "staff/", YS_STREAM_UNKNOWN, NULL }, { "staff/a b", YS_STREAM_UNKNOWN, NULL },
    { "staff/a/b", YS_STREAM_UNKNOWN, NULL }, { "staff/a\tb", YS_STREAM_UNKNOWN, NULL },
    { "calendar/27", YS_STREAM_UNKNOWN, NULL }, { "calendar/02027", YS_STREAM_UNKNOWN, NULL },
    { "calendar/1899", YS_STREAM_UNKNOWN, NULL }, { "plan/2024", YS_STREAM_UNKNOWN, NULL },
    { "plan/2024/", YS_STREAM_UNKNOWN, NULL }, { "plan/24/a", YS_STREAM_UNKNOWN, NULL },
    { "register/normative/", YS_STREAM_UNKNOWN, NULL }, { "register/x", YS_STREAM_UNKNOWN, NULL },
    { "register/normative/opening/x", YS_STREAM_UNKNOWN, NULL },
    { "register/decisions/24", YS_STREAM_UNKNOWN, NULL }, { "report/", YS_STREAM_UNKNOWN, NULL },
    { "/case/2024-0001", YS_STREAM_UNKNOWN, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *id = NULL;

      g_test_message ("%s", rows[i].stream);
      g_assert_cmpint (ys_stream_parse (rows[i].stream, &id), ==, rows[i].klass);
      if (rows[i].id != NULL)
        g_assert_cmpstr (id, ==, rows[i].id);
    }
  g_assert_false (ys_case_id_is_valid (NULL));
  g_assert_false (ys_case_id_is_valid (""));
}

/* --- canonical bodies ------------------------------------------------------------------------- */

static void
test_canonical (void)
{
  static const struct
  {
    const char *kind, *body, *want;
  } rows[] = {
    { "linked", " { \"to\" : \"2024-0002\" , \"as\" : \"split\" } ", "{\"as\":\"split\",\"to\":\"2024-0002\"}" },
    { "withdrawn", "{}", "{}" },
    { "noted", "{\"text\":\"\\u4e2d\\u6587/\\/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\\ud83d\\ude00\"}",
      "{\"text\":\"中文//\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\x7f😀\"}" },
    { "fee-paid", "{\"amount_fen\":-0}", "{\"amount_fen\":0}" },
    { "fee-paid", "{\"amount_fen\":9007199254740991}", "{\"amount_fen\":9007199254740991}" },
    { "amended",
      "{\"to\":{\"b\":[1,{\"d\":false,\"c\":true}],\"a\":-5,\"Z\":\"\",\"aa\":[]},\"of\":1,\"field\":\"x\","
      "\"from\":\"\",\"reason\":\"r\"}",
      "{\"field\":\"x\",\"from\":\"\",\"of\":1,\"reason\":\"r\",\"to\":{\"Z\":\"\",\"a\":-5,\"aa\":[],"
      "\"b\":[1,{\"c\":true,\"d\":false}]}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsEvent) event = parse ("case/2024-0001", rows[i].kind, "2024-03-01", rows[i].body);
      g_autofree char *once = ys_event_canonical_body (event);
      g_autoptr (YsEvent) again = parse ("case/2024-0001", rows[i].kind, "2024-03-01", once);
      g_autofree char *twice = ys_event_canonical_body (again);

      g_assert_cmpstr (once, ==, rows[i].want);
      g_assert_cmpstr (twice, ==, rows[i].want);
    }
}

/* --- ground and outcome ----------------------------------------------------------------------- */

static void
test_grounds (void)
{
  static const char *const kinds[] = { "replied", "drafted" };
  static const char *const pairs[][2] = {
    { "36-1", "granted" }, { "36-2", "granted" }, { "37", "partial" },
    { "14-secret", "refused.state-secret" }, { "14-law", "refused.law-forbids" },
    { "14-security", "refused.security-stability" }, { "15", "refused.third-party" },
    { "16-internal", "refused.internal-affairs" }, { "16-process", "refused.process-information" },
    { "16-enforcement", "refused.enforcement-file" }, { "36-7", "refused.administrative-query" },
    { "36-4", "unavailable.not-held" }, { "36-5", "unavailable.not-held" },
    { "38", "unavailable.must-be-created" }, { "30-unclear", "unavailable.still-unclear" },
    { "39-petition", "declined.petition" }, { "36-6", "declined.repeated" },
    { "39-publication", "declined.publication" }, { "35", "declined.excessive" },
    { "reissue", "declined.confirm-or-reissue" },
  };

  g_assert_cmpuint (ys_ground_count (), ==, G_N_ELEMENTS (pairs));
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      for (int outcome = 0; outcome < YS_N_OUTCOMES; outcome++)
        {
          g_auto (YsFault) fault = YS_FAULT_INIT;
          const char *id = ys_outcome_get_id (outcome);
          gboolean agree = g_str_equal (pairs[i][1], id);
          g_autofree char *body
            = g_strdup_printf ("{\"outcome\":\"%s\",\"ground\":\"%s\"%s}", id, pairs[i][0],
                               kind == 0 ? ",\"sent_by\":\"post\"" : "");
          g_autoptr (YsEvent) event = ys_event_parse ("case/2024-0001", 1, kinds[kind], "2024-03-01",
                                                      NULL, body, &fault);

          g_assert_cmpint (event != NULL, ==, agree);
          g_assert_cmpint (fault.code, ==, agree ? YS_FAULT_NONE : YS_FAULT_GROUND_DISAGREES);
          g_assert_cmpstr (fault.path, ==, agree ? NULL : "body.ground");
          g_assert_cmpstr (fault.want, ==, agree ? NULL : pairs[i][1]);
        }
}

/* --- dates ------------------------------------------------------------------------------------ */

#define ON(day) "noted", day, "{\"text\":\"x\"}"
#define UNTIL(day) "delay-set", "2024-02-01", "{\"until\":\"" day "\",\"reason\":\"r\"}"
#define SERVED(day) "review-opened", "2024-02-01", "{\"ref\":\"f\",\"route\":\"litigation\",\"served_on\":\"" day "\"}"

static void
test_dates (void)
{
  static const struct
  {
    const char *stream, *kind, *on, *body, *today;
    YsFaultCode code;
    const char *path;
  } rows[] = {
    { "case/2024-0001", ON ("2024-02-29"), "2024-02-29", YS_FAULT_NONE, NULL },
    { "case/2024-0001", ON ("2024-03-01"), "2024-02-29", YS_FAULT_FUTURE, "on" },
    { "case/2024-0001", ON ("2008-05-01"), "2024-02-29", YS_FAULT_NONE, NULL },
    { "case/2024-0001", ON ("2008-04-30"), "2024-02-29", YS_FAULT_TOO_EARLY, "on" },
    { "case/2024-0001", UNTIL ("2024-02-28"), "2024-02-28", YS_FAULT_NONE, NULL },
    { "case/2024-0001", UNTIL ("2029-02-28"), "2024-02-28", YS_FAULT_NONE, NULL },
    { "case/2024-0001", UNTIL ("2029-03-01"), "2024-02-28", YS_FAULT_TOO_LATE, "body.until" },
    /* five years after 29 February end with February */
    { "case/2024-0001", UNTIL ("2029-02-28"), "2024-02-29", YS_FAULT_NONE, NULL },
    { "case/2024-0001", UNTIL ("2029-03-01"), "2024-02-29", YS_FAULT_TOO_LATE, "body.until" },
    { "case/2024-0001", UNTIL ("2008-05-01"), "2024-02-29", YS_FAULT_NONE, NULL },
    { "case/2024-0001", UNTIL ("2008-04-30"), "2024-02-29", YS_FAULT_TOO_EARLY, "body.until" },
    { "case/2024-0001", SERVED ("2024-02-29"), "2024-02-29", YS_FAULT_NONE, NULL },
    { "case/2024-0001", SERVED ("2024-03-01"), "2024-02-29", YS_FAULT_FUTURE, "body.served_on" },
    { "case/2024-0001", SERVED ("2008-04-30"), "2024-02-29", YS_FAULT_TOO_EARLY, "body.served_on" },
    { "case/2024-0001", "received", "2024-02-01", REQUEST, "2024-02-01", YS_FAULT_NONE, NULL },
    { "case/2024-0001", "arrived", "2023-12-01", REQUEST, "2024-01-01", YS_FAULT_FUTURE,
      "body.submitted_on" },
    { "register/normative/a", "issued", "1949-10-01", "{\"type\":\"rule\",\"title\":\"t\"}", "2024-02-29",
      YS_FAULT_NONE, NULL },
    { "register/normative/a", "issued", "1949-09-30", "{\"type\":\"rule\",\"title\":\"t\"}", "2024-02-29",
      YS_FAULT_TOO_EARLY, "on" },
    { "register/decisions/2024", "counted", "2024-03-01",
      "{\"licence\":1,\"penalty\":1,\"coercion\":1}", "2024-02-29", YS_FAULT_FUTURE, "on" },
    /* a notice speaks of days to come, and a deputy may be set for later */
    { "calendar/2025", "announced", "2024-02-29",
      "{\"notice\":\"n\",\"rest\":[{\"name\":\"元旦\",\"from\":\"2025-01-01\",\"to\":\"2025-01-01\"}],"
      "\"work\":[\"2025-01-26\"]}", "2024-02-29", YS_FAULT_NONE, NULL },
    { "staff/a", "deputy-set", "2024-02-29",
      "{\"deputy\":\"b\",\"from\":\"2024-05-01\",\"until\":\"2024-06-01\"}", "2024-02-29", YS_FAULT_NONE,
      NULL },
    { "staff/a", "deputy-set", "2024-02-29",
      "{\"deputy\":\"b\",\"from\":\"2024-05-01\",\"until\":\"2029-06-01\"}", "2024-02-29",
      YS_FAULT_TOO_LATE, "body.until" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autoptr (YsEvent) event = parse (rows[i].stream, rows[i].kind, rows[i].on, rows[i].body);
      gboolean fine = ys_event_check_dates (event, ys_stream_parse (rows[i].stream, NULL),
                                            ys_day_parse (rows[i].today, -1), &fault);

      g_test_message ("row %u", i);
      g_assert_cmpint (fault.code, ==, rows[i].code);
      g_assert_cmpstr (fault.path, ==, rows[i].path);
      g_assert_cmpint (fine, ==, rows[i].code == YS_FAULT_NONE);
    }
}

/* --- reading and amending one entry ----------------------------------------------------------- */

static void
gather (const char *text, gpointer data)
{
  GString *out = data;

  g_string_append_printf (out, "%s;", text);
}

static void
test_reading (void)
{
  g_autoptr (YsEvent) event = parse ("case/2024-0001", "received", "2024-03-01", REQUEST);
  g_autoptr (YsEvent) moved = ys_event_with_seq (event, 9);
  g_autoptr (YsEvent) same = ys_event_ref (event);
  g_autoptr (YsEvent) confirmed
    = parse ("case/2024-0001", "received", "2024-03-01", "{\"confirmed_by\":\"电话确认\"}");
  g_autoptr (YsEvent) draft
    = parse ("case/2024-0001", "drafted", "2024-03-01",
             "{\"outcome\":\"granted\",\"text\":\"稿\",\"files\":[\"sm3:" HEX "\",\"sha256:" HEX "\"]}");
  g_autoptr (YsEvent) asked
    = parse ("case/2024-0001", "approval-asked", "2024-03-01",
             "{\"for\":\"fee\",\"facts\":\"sm3:" HEX "\",\"files\":[]}");
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GString) files = g_string_new (NULL);
  g_autofree char *body = ys_event_canonical_body (event);
  g_autofree char *moved_body = ys_event_canonical_body (moved);

  g_assert_cmpstr (ys_event_get_string (same, "applicant.name"), ==, "张三");
  g_assert_cmpstr (ys_event_get_string (event, "joint.0.name"), ==, "某所");
  g_assert_null (ys_event_get_string (event, "joint.1.name"));
  g_assert_null (ys_event_get_string (event, "joint.x.name"));
  g_assert_null (ys_event_get_string (event, "joint.-1.name"));
  g_assert_null (ys_event_get_string (event, "applicant"));
  g_assert_null (ys_event_get_string (event, "applicant."));
  g_assert_null (ys_event_get_string (event, "applicant.name.x"));
  g_assert_null (ys_event_get_string (event, "Applicant.name"));
  g_assert_cmpint (ys_event_get_day (event, "submitted_on"), ==, ys_day_parse ("2024-01-02", -1));
  g_assert_cmpint (ys_event_get_day (event, "channel"), ==, YS_DAY_NONE);
  g_assert_cmpint (ys_event_get_day (event, "nothing"), ==, YS_DAY_NONE);
  g_assert_cmpint (ys_event_get_int (event, "channel", -7), ==, -7);
  g_assert_cmpint (ys_event_count_list (event, "joint"), ==, 1);
  g_assert_cmpint (ys_event_count_list (event, "external"), ==, 0);
  g_assert_cmpint (moved->seq, ==, 9);
  g_assert_cmpint (event->seq, ==, 3);
  g_assert_cmpstr (body, ==, moved_body);
  g_assert_cmpstr (moved->actor, ==, "officer-1");

  ys_event_foreach_text (event, gather, texts);
  g_assert_cmpstr (texts->str, ==, "张三;139;某所;王;题;述;");
  g_string_truncate (texts, 0);
  ys_event_foreach_text (confirmed, gather, texts);
  g_assert_cmpstr (texts->str, ==, "电话确认;");
  g_string_truncate (texts, 0);
  ys_event_foreach_text (draft, gather, texts);
  g_assert_cmpstr (texts->str, ==, "稿;");

  ys_event_foreach_file (event, gather, files);
  g_assert_cmpstr (files->str, ==, "sm3:" HEX ";");
  g_string_truncate (files, 0);
  ys_event_foreach_file (draft, gather, files);
  g_assert_cmpstr (files->str, ==, "sm3:" HEX ";sha256:" HEX ";");
  g_string_truncate (files, 0);
  /* what was approved is no file to be kept */
  ys_event_foreach_file (asked, gather, files);
  g_assert_cmpstr (files->str, ==, "");
}

static void
test_amending (void)
{
  static const struct
  {
    const char *field, *from, *to;
    gboolean matches;
    YsFaultCode code;
    const char *after; /* what stands there then, canonical; NULL for nothing */
  } rows[] = {
    { "on", "\"2024-03-01\"", "\"2024-02-01\"", TRUE, YS_FAULT_NONE, NULL },
    { "on", "\"2024-03-02\"", "\"2024-02-01\"", FALSE, YS_FAULT_NONE, NULL },
    { "on", "20240301", "\"x\"", FALSE, YS_FAULT_BAD_DATE, NULL },
    { "on", "\"\"", "\"\"", FALSE, YS_FAULT_BAD_DATE, NULL },
    { "channel", "\"post\"", "\"fax\"", TRUE, YS_FAULT_NONE, "\"fax\"" },
    { "channel", "\"fax\"", "\"post\"", FALSE, YS_FAULT_NONE, "\"post\"" },
    { "channel", "\"post\"", "\"\"", TRUE, YS_FAULT_MISSING_FIELD, NULL },
    { "applicant.phone", "\"139\"", "\"\"", TRUE, YS_FAULT_NONE, NULL },
    { "applicant.phone", "\"\"", "\"1\"", FALSE, YS_FAULT_NONE, "\"1\"" },
    { "applicant.email", "\"\"", "\"a@b\"", TRUE, YS_FAULT_NONE, "\"a@b\"" },
    { "applicant.email", "\"\"", "\"\"", TRUE, YS_FAULT_NONE, NULL },
    { "applicant", "{\"phone\":\"139\",\"name\":\"张三\",\"class\":\"person\"}",
      "{\"name\":\"李\",\"class\":\"other\"}", TRUE, YS_FAULT_NONE,
      "{\"class\":\"other\",\"name\":\"李\"}" },
    { "joint.0.name", "\"某所\"", "\"另所\"", TRUE, YS_FAULT_NONE, "\"另所\"" },
    { "joint.0", "{\"class\":\"legal\",\"name\":\"某所\"}", "{\"class\":\"legal\"}", TRUE,
      YS_FAULT_MISSING_FIELD, NULL },
    { "joint.1.name", "\"\"", "\"x\"", TRUE, YS_FAULT_UNKNOWN_FIELD, NULL },
    { "joint.1", "\"\"", "{\"class\":\"legal\",\"name\":\"x\"}", TRUE, YS_FAULT_UNKNOWN_FIELD, NULL },
    { "external", "\"\"", "[{\"system\":\"s\",\"number\":\"1\"}]", TRUE, YS_FAULT_NONE,
      "[{\"number\":\"1\",\"system\":\"s\"}]" },
    { "external", "\"\"", "[{\"system\":\"s\"}]", TRUE, YS_FAULT_MISSING_FIELD, NULL },
    { "submitted_on", "\"2024-01-02\"", "\"2024-02-30\"", TRUE, YS_FAULT_BAD_DATE, NULL },
    { "colour", "\"\"", "\"red\"", TRUE, YS_FAULT_UNKNOWN_FIELD, NULL },
    { "", "\"\"", "\"red\"", TRUE, YS_FAULT_UNKNOWN_FIELD, NULL },
    { ".", "\"\"", "\"red\"", TRUE, YS_FAULT_UNKNOWN_FIELD, NULL },
    { "applicant.", "\"\"", "\"red\"", TRUE, YS_FAULT_UNKNOWN_FIELD, NULL },
    { "channel.x", "\"\"", "\"red\"", TRUE, YS_FAULT_UNKNOWN_FIELD, NULL },
  };
  g_autoptr (YsEvent) event = parse ("case/2024-0001", "received", "2024-03-01", REQUEST);
  g_autofree char *before = ys_event_canonical_body (event);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      cJSON *from = cJSON_Parse (rows[i].from);
      cJSON *to = cJSON_Parse (rows[i].to);
      g_autoptr (YsEvent) amended
        = ys_event_amend (event, YS_STREAM_CASE, rows[i].field, to, &fault);
      g_autofree char *still = ys_event_canonical_body (event);

      g_test_message ("row %u: %s", i, rows[i].field);
      g_assert_cmpint (ys_event_matches (event, rows[i].field, from), ==, rows[i].matches);
      g_assert_cmpint (fault.code, ==, rows[i].code);
      g_assert_cmpint (amended != NULL, ==, rows[i].code == YS_FAULT_NONE);
      g_assert_cmpstr (still, ==, before);
      if (amended != NULL && g_str_equal (rows[i].field, "on"))
        g_assert_cmpint (amended->on, ==, ys_day_parse ("2024-02-01", -1));
      else if (amended != NULL)
        {
          const cJSON *here = ys_event_get (amended, rows[i].field);
          cJSON *want = rows[i].after != NULL ? cJSON_Parse (rows[i].after) : NULL;

          g_assert_cmpint (amended->seq, ==, 3);
          g_assert_cmpint (amended->on, ==, event->on);
          g_assert_cmpint (here != NULL, ==, want != NULL);
          g_assert_true (want == NULL || cJSON_Compare (here, want, TRUE));
          cJSON_Delete (want);
        }
      cJSON_Delete (from);
      cJSON_Delete (to);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/event/lines", test_lines);
  g_test_add_func ("/rules/event/line-length", test_line_length);
  g_test_add_func ("/rules/event/depth", test_depth);
  g_test_add_func ("/rules/event/nul-inside", test_nul_inside);
  g_test_add_func ("/rules/event/quotes-are-short", test_quotes_are_short);
  g_test_add_func ("/rules/event/fault-ids", test_fault_ids);
  g_test_add_func ("/rules/event/streams", test_streams);
  g_test_add_func ("/rules/event/canonical", test_canonical);
  g_test_add_func ("/rules/event/grounds", test_grounds);
  g_test_add_func ("/rules/event/dates", test_dates);
  g_test_add_func ("/rules/event/reading", test_reading);
  g_test_add_func ("/rules/event/amending", test_amending);
  return g_test_run ();
}
