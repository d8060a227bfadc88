/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stays of a destroyed case: body by body in a table, and for histories made by dice that clock,
 * casefile and tables come out as before and nothing that a person wrote is left. */
#include "case-maker.h"
#include "rules/event-reduce.h"

#include <cjson/cJSON.h>
#include <string.h>

#define N0 "sm3:0000000000000000000000000000000000000000000000000000000000000000"
#define D1 "sm3:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define D2 "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define X "（已销毁）"
#define PERSON(name) "'class':'person','name':'" name "','id_type':'身份证','id_number':'110105'," \
  "'phone':'138','email':'a@b','address':'路1号','postcode':'100000'"
#define FULL_REQUEST \
  "'channel':'oral','submitted_on':'2024-01-02','arrived_via':'转','taken_by':'王五'," \
  "'applicant':{" PERSON ("张三") "},'joint':[{" PERSON ("李四") "},{'class':'legal','name':'律所'}]," \
  "'agent':{'name':'赵六','authorisation':'" D1 "'}," \
  "'request':{'title':'题','description':'述','document_number':'文1','form':'paper','delivery':'post'}," \
  "'external':[{'system':'国办','number':'A1'}]"
#define FULL_KEPT \
  "'agent':{'name':'" X "'},'applicant':{'class':'person','name':'" X "'},'channel':'oral'," \
  "'external':[{'number':'" X "','system':'" X "'}]," \
  "'joint':[{'class':'person','name':'" X "'},{'class':'legal','name':'" X "'}]," \
  "'request':{'delivery':'post','description':'" X "','form':'paper','title':'" X "'}," \
  "'submitted_on':'2024-01-02'"

static char *
quoted (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static YsEvent *
make (gint64 seq, const char *kind, const char *body)
{
  g_autofree char *text = quoted (body);
  g_auto (YsFault) fault = YS_FAULT_INIT;
  YsEvent *event = ys_event_parse ("case/2024-0001", seq, kind, "2024-02-01", NULL, text, &fault);

  if (event == NULL)
    g_error ("%s %s: %s %s", kind, body, ys_fault_get_id (fault.code), fault.path);
  return event;
}

static GHashTable *
make_refs (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* --- body by body ----------------------------------------------------------------------------- */

static const struct
{
  const char *kind, *body, *kept;
} bodies[] = {
  { "received", "{" FULL_REQUEST ",'suggested_publication':true}",
    "{" FULL_KEPT ",'suggested_publication':true}" },
  { "received", "{" FULL_REQUEST ",'suggested_publication':'张三要的'}", "{" FULL_KEPT "}" },
  { "received", "{'confirmed_by':'电话'}", "{'confirmed_by':'" X "'}" },
  { "arrived", "{" FULL_REQUEST "}", "{" FULL_KEPT "}" },
  { "correction-asked", "{'points':'名','until':'2024-03-01'}", "{'points':'" X "','until':'2024-03-01'}" },
  { "corrected", "{'description':'述'}", "{}" },
  { "consultation-sent", "{'ref':'张三','with':'agency','name':'甲'}",
    "{'name':'" X "','ref':'1','with':'agency'}" },
  { "consultation-answered", "{'ref':'a','opinion':'partly'}", "{'opinion':'partly','ref':'1'}" },
  { "search-answered", "{'ref':'a','where':'库','terms':'词','result':'found'}",
    "{'ref':'1','result':'found','terms':'" X "','where':'" X "'}" },
  { "extension-granted", "{'days':7,'reason':'r','approver':'何'}", "{'days':7,'reason':'" X "'}" },
  { "fee-noticed", "{'basis':'pages','quantity':31,'amount_fen':1000}",
    "{'amount_fen':1000,'basis':'pages','quantity':31}" },
  { "assigned", "{'to':'officer-1'}", "{'to':'officer-1'}" },
  { "drafted",
    "{'outcome':'granted','ground':'36-2','earlier':'2023-0007','reply_number':'1号','text':'稿','files':['" D1 "']}",
    "{'earlier':'2023-0007','ground':'36-2','outcome':'granted'}" },
  { "reviewed", "{'as':'legal','opinion':'agree','comment':'可'}", "{'as':'legal','opinion':'agree'}" },
  { "approval-asked", "{'for':'reply','files':['" D1 "','" D2 "'],'facts':'" D2 "'}",
    "{'facts':'" N0 "','files':[],'for':'reply'}" },
  { "approved", "{'asked':3,'files':['" D1 "'],'facts':'" D2 "'}",
    "{'asked':3,'facts':'" N0 "','files':[]}" },
  { "returned", "{'asked':3,'reason':'r'}", "{'asked':3,'reason':'" X "'}" },
  { "replied", "{'outcome':'partial','ground':'37','reply_number':'1号','sent_by':'fax','files':['" D1 "']}",
    "{'ground':'37','outcome':'partial','sent_by':'fax'}" },
  { "dispatched", "{'of':2,'by':'EMS','tracking':'E1'}", "{'by':'" X "','of':2}" },
  { "delivered", "{'of':2,'by':'本人'}", "{'of':2}" },
  { "review-opened", "{'ref':'r','route':'litigation','as':'actor','served_on':'2024-01-09','body':'法院'}",
    "{'as':'actor','ref':'1','route':'litigation','served_on':'2024-01-09'}" },
  { "reopened", "{'reason':'r','ref':'a','until':'2024-05-01'}",
    "{'reason':'" X "','ref':'1','until':'2024-05-01'}" },
  { "linked", "{'to':'2024-0002','as':'merged','agency':'局'}", "{'as':'merged','to':'2024-0002'}" },
  { "struck", "{'of':2,'reason':'r'}", "{'of':2,'reason':'" X "'}" },
  { "attached", "{'file':'" D1 "','name':'张三.pdf','role':'reply','pages':3,'media_type':'application/pdf'}",
    "{'media_type':'" X "','name':'" X "','pages':3,'role':'reply'}" },
  { "archived", "{'file_no':'G1','retention':'10y','pages':4}",
    "{'file_no':'" X "','pages':4,'retention':'10y'}" },
  { "noted", "{'text':'记'}", "{'text':'" X "'}" },
  { "destruction-asked", "{'reason':'期满'}", "{'reason':'" X "'}" },
};

static void
test_bodies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GHashTable) refs = make_refs ();
      g_autoptr (GHashTable) again_refs = make_refs ();
      g_autoptr (YsEvent) event = make (9, bodies[i].kind, bodies[i].body);
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autofree char *want = quoted (bodies[i].kept);
      g_autoptr (YsEvent) reduced
        = ys_event_new (YS_STREAM_CASE, 9, event->kind, event->on, NULL,
                        ys_event_reduce (event, NULL, refs), &fault);

      g_test_message ("%s %s", bodies[i].kind, ys_fault_get_id (fault.code));
      g_assert_nonnull (reduced);
      g_autofree char *got = ys_event_canonical_body (reduced);
      g_assert_cmpstr (got, ==, want);

      g_autoptr (YsEvent) twice
        = ys_event_new (YS_STREAM_CASE, 9, event->kind, event->on, NULL,
                        ys_event_reduce (reduced, NULL, again_refs), &fault);
      g_autofree char *again = ys_event_canonical_body (twice);
      g_assert_cmpstr (again, ==, want);
    }
}

/* Only what is destroyed may be attached without a file. */
static void
test_attached_needs_its_file (void)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;

  g_assert_null (ys_event_parse ("case/2024-0001", 1, "attached", "2024-02-01", NULL,
                                 "{\"name\":\"a\",\"role\":\"reply\",\"media_type\":\"m\"}", &fault));
  g_assert_cmpint (fault.code, ==, YS_FAULT_MISSING_FIELD);
  g_assert_cmpstr (fault.path, ==, "body.file");
}

/* --- amendments ------------------------------------------------------------------------------- */

#define AMENDED(field, from, to, reason) \
  "{'field':'" field "','from':" from ",'of':2,'reason':'" reason "','to':" to "}"

static const struct
{
  guint of; /* row of bodies */
  const char *field, *from, *to;
  const char *kept_field, *kept_from, *kept_to;
} amendments[] = {
  { 0, "on", "'2024-02-01'", "'2024-01-30'", "on", "'2024-02-01'", "'2024-01-30'" },
  { 0, "applicant.name", "'张三'", "'张四'", "applicant.name", "'" X "'", "'" X "'" },
  { 0, "applicant.class", "'person'", "'legal'", "applicant.class", "'person'", "'legal'" },
  { 0, "applicant.phone", "'138'", "'139'", "applicant.phone", "''", "''" },
  { 0, "applicant.phone", "'138'", "''", "applicant.phone", "''", "''" },
  { 0, "joint.1.name", "'律所'", "'所'", "joint.1.name", "'" X "'", "'" X "'" },
  { 0, "joint.0", "{" PERSON ("李四") "}", "{'class':'other','name':'丁'}", "joint.0",
    "{'class':'person','name':'" X "'}", "{'class':'other','name':'" X "'}" },
  { 0, "agent", "{'authorisation':'" D1 "','name':'赵六'}", "''", "agent", "{'name':'" X "'}", "''" },
  { 0, "agent.authorisation", "'" D1 "'", "'" D2 "'", "agent.authorisation", "''", "''" },
  { 0, "external.0.number", "'A1'", "'A2'", "external.0.number", "'" X "'", "'" X "'" },
  { 0, "suggested_publication", "true", "'要'", "suggested_publication", "true", "''" },
  { 0, "request.form", "'paper'", "'email'", "request.form", "'paper'", "'email'" },
  { 4, "until", "'2024-03-01'", "'2024-03-05'", "until", "'2024-03-01'", "'2024-03-05'" },
  { 9, "days", "7", "9", "days", "7", "9" },
  { 9, "approver", "'何'", "'李'", "approver", "''", "''" },
  { 11, "to", "'officer-1'", "'officer-2'", "to", "'officer-1'", "'officer-2'" },
  { 12, "ground", "'36-2'", "''", "ground", "'36-2'", "''" },
  { 12, "files", "['" D1 "']", "''", "files", "''", "''" },
  { 12, "files.0", "'" D1 "'", "'" D2 "'", "files", "''", "''" },
  { 14, "files.1", "'" D2 "'", "'" D1 "'", "files", "[]", "[]" },
  { 14, "facts", "'" D2 "'", "'" D1 "'", "facts", "'" N0 "'", "'" N0 "'" },
  { 24, "file", "'" D1 "'", "'" D2 "'", "file", "''", "''" },
  { 24, "pages", "3", "''", "pages", "3", "''" },
};

static char *
make_amended (const char *field, const char *from, const char *to, const char *reason)
{
  return g_strdup_printf ("{'field':'%s','from':%s,'of':2,'reason':'%s','to':%s}", field, from,
                          reason, to);
}

/* The amendment of entry 2 made of row @of, reduced from @event; it must hold on the reduced entry. */
static YsEvent *
reduce_amended (const YsEvent *event, const YsEvent *target, const char *want)
{
  g_autoptr (GHashTable) refs = make_refs ();
  g_auto (YsFault) fault = YS_FAULT_INIT;
  YsEvent *reduced = ys_event_new (YS_STREAM_CASE, 3, YS_KIND_AMENDED, event->on, NULL,
                                   ys_event_reduce (event, target, refs), &fault);

  g_assert_nonnull (reduced);
  g_autofree char *got = ys_event_canonical_body (reduced);
  g_assert_cmpstr (got, ==, want);
  return reduced;
}

static void
test_amendments (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (amendments); i++)
    {
      g_autofree char *given = make_amended (amendments[i].field, amendments[i].from,
                                             amendments[i].to, "张三说错");
      g_autofree char *wanted = make_amended (amendments[i].kept_field, amendments[i].kept_from,
                                              amendments[i].kept_to, X);
      g_autofree char *want = quoted (wanted);
      g_autoptr (YsEvent) target = make (2, bodies[amendments[i].of].kind, bodies[amendments[i].of].body);
      g_autoptr (YsEvent) event = make (3, "amended", given);

      g_test_message ("%s", given);
      /* the table itself tells of a right amendment */
      g_assert_true (ys_event_matches (target, amendments[i].field, ys_event_get (event, "from")));

      g_autoptr (YsEvent) reduced = reduce_amended (event, target, want);
      g_autoptr (GHashTable) refs = make_refs ();
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autoptr (YsEvent) kept = ys_event_new (YS_STREAM_CASE, 2, target->kind, target->on, NULL,
                                               ys_event_reduce (target, NULL, refs), &fault);

      g_assert_true (ys_event_matches (kept, amendments[i].kept_field, ys_event_get (reduced, "from")));
      g_autoptr (YsEvent) amended
        = ys_event_amend (kept, YS_STREAM_CASE, amendments[i].kept_field,
                          ys_event_get (reduced, "to"), &fault);
      g_assert_cmpint (fault.code, ==, YS_FAULT_NONE);
      g_assert_nonnull (amended);
      /* once more, from what was kept */
      g_autoptr (YsEvent) again = reduce_amended (reduced, kept, want);
    }
}

/* An amendment of nothing, or of no field, as only a damaged docket has: nothing of it stays. */
static void
test_lost_amendments (void)
{
  static const char want[] = "{\"field\":\"" X "\",\"from\":\"\",\"of\":2,\"reason\":\"" X "\",\"to\":\"\"}";
  g_autoptr (YsEvent) note = make (2, "noted", "{'text':'记'}");
  g_autoptr (YsEvent) unknown = make (3, "amended", AMENDED ("张三", "'李'", "'四'", "r"));
  g_autoptr (YsEvent) deep = make (3, "amended", AMENDED ("text.张三", "'李'", "'四'", "r"));
  g_autoptr (YsEvent) one = reduce_amended (unknown, note, want);
  g_autoptr (YsEvent) two = reduce_amended (deep, note, want);
  g_autoptr (YsEvent) three = reduce_amended (unknown, NULL, want);
}

/* --- whole histories -------------------------------------------------------------------------- */

static YsHistory *
read_kept (const YsHistory *history)
{
  YsHistory *reduced = ys_history_new (ys_history_get_id (history));
  cJSON *kept = ys_history_reduce (history, 0);
  const cJSON *one;
  gint64 seq = 0;

  cJSON_ArrayForEach (one, kept)
    {
      const YsEvent *event = ys_history_get (history, ++seq);
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autoptr (YsEvent) copy
        = ys_event_new (YS_STREAM_CASE, seq, event->kind, event->on, event->actor,
                        cJSON_Duplicate (cJSON_GetObjectItem (one, "body"), TRUE), &fault);

      g_assert_cmpint ((gint64) cJSON_GetObjectItem (one, "seq")->valuedouble, ==, seq);
      g_assert_cmpint (fault.code, ==, YS_FAULT_NONE);
      ys_history_add (reduced, copy);
    }
  cJSON_Delete (kept);
  return reduced;
}

static void
print_clock (GString *out, const YsClock *clock)
{
  if (clock == NULL)
    return;
  g_string_append_printf (out, "clock %s %d %d set%d %d %d %d rem%d:%d prov%d time%d:%d cont%d older%d "
                          "done%d next%d\n", ys_state_get_id (clock->state), clock->start, clock->due,
                          clock->due_is_set, clock->budget, clock->counted, clock->suspended,
                          clock->has_remaining, clock->remaining, clock->provisional,
                          clock->has_on_time, clock->on_time, clock->contested_due,
                          clock->older_law, clock->concluded_on, clock->changes_on);
  for (guint i = 0; i < clock->limits->len; i++)
    {
      const YsLimit *limit = g_ptr_array_index (clock->limits, i);
      g_string_append_printf (out, "limit %s %d %s\n", ys_act_get_id (limit->act), limit->until,
                              limit->article);
    }
}

/* Everything that clock, lists and tables say, but for what a person wrote. */
static char *
print_casefile (const YsHistory *history, const YsCalendar *calendar, YsDay on)
{
  g_autoptr (YsCasefile) file = ys_casefile_new (history, calendar, on);
  GString *out = g_string_new (NULL);

  print_clock (out, file->clock);
  g_string_append_printf (out, "days %d %d %d class%d joint%d to %s first %d %d now %d %d %s open%u wait%d "
                          "ext%d corr%d asks %s@%d draft%d arch%d later%d fees %d\n", file->submitted_on,
                          file->arrived_on, file->received_on, file->klass, file->joint,
                          file->handler, file->first_concluded_on, file->first_outcome,
                          file->concluded_on, file->outcome, file->ground, file->open,
                          file->waiting_until, file->extended, file->corrected_once,
                          file->asks_approval, (int) file->approval_seq, file->drafted,
                          file->archived, file->has_later, (int) file->fee_paid_fen);
  for (guint i = 0; i < file->reviews->len; i++)
    {
      const YsReview *review = g_ptr_array_index (file->reviews, i);
      g_string_append_printf (out, "review %d %d %d %d %d %d %d\n", review->route, review->as_review_body,
                              review->summary, review->opened_on, review->served_on,
                              review->decided_on, review->result);
    }
  for (guint i = 0; i < file->links->len; i++)
    {
      const YsCaseLink *link = g_ptr_array_index (file->links, i);
      g_string_append_printf (out, "link %s %s\n", link->to, link->as);
    }
  for (int year = 2019; year <= 2027; year++)
    {
      YsFigures figures;

      ys_figures_begin (&figures, year, ys_form_for_year (year));
      ys_casefile_tally (file, &figures);
      ys_figures_finish (&figures);
      g_autofree char *sums = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) figures.table3,
                                                           sizeof figures.table3);
      g_autofree char *table4 = g_compute_checksum_for_data (
        G_CHECKSUM_SHA256, (const guchar *) figures.table4, sizeof figures.table4);
      g_string_append_printf (out, "%d %.8s %.8s %d\n", year, sums, table4, (int) figures.fee_fen);
    }
  return g_string_free (out, FALSE);
}

static void
collect_text (const char *text, gpointer user_data)
{
  g_hash_table_add (user_data, g_strdup (text));
}

/* Strings that a person wrote are long enough in these histories not to be words of the format. */
static void
assert_nothing_left (const YsHistory *history, const YsHistory *reduced)
{
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 n = ys_history_get_length (history);
  GHashTableIter iter;
  gpointer text;

  for (gint64 seq = 1; seq <= n; seq++)
    {
      const YsEvent *event = ys_history_get (history, seq);

      if (event->kind == YS_KIND_AMENDED)
        collect_text (ys_event_get_string (event, "reason"), written);
      else if (event->kind != YS_KIND_ASSIGNED)
        ys_event_foreach_text (event, collect_text, written);
    }
  g_hash_table_iter_init (&iter, written);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    for (gint64 seq = 1; seq <= n; seq++)
      {
        const YsEvent *event = ys_history_get (reduced, seq);
        g_autofree char *body = ys_event_canonical_body (event);
        g_autofree char *value = g_strdup_printf ("\"%s\"", (char *) text);

        g_assert_null (strstr (body, value));
      }
}

static void
assert_same (const YsHistory *history, const YsHistory *reduced, const YsCalendar *calendar, YsDay day)
{
  g_autofree char *want = print_casefile (history, calendar, day);
  g_autofree char *got = print_casefile (reduced, calendar, day);

  if (!g_str_equal (got, want))
    for (gint64 seq = 1; seq <= ys_history_get_length (history); seq++)
      {
        g_autofree char *body = ys_event_canonical_body (ys_history_get (history, seq));
        g_autofree char *kept = ys_event_canonical_body (ys_history_get (reduced, seq));
        g_test_message ("%d %s %s %s", (int) seq,
                        ys_kind_get_name (ys_history_get (history, seq)->kind), body, kept);
      }
  g_assert_cmpstr (got, ==, want);
}

static void
assert_no_problems (const YsHistory *history, const YsCalendar *calendar)
{
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  ys_history_judge (history, calendar, ys_day_from_ymd (2060, 1, 1), problems, NULL);
  if (problems->len > 0)
    {
      const YsFinding *finding = g_ptr_array_index (problems, 0);
      g_error ("%s in entry %d", ys_fault_get_id (finding->fault.code), (int) finding->seq);
    }
}

static void
try_history (const YsHistory *history, const YsCalendar *calendar, const YsDay *days, guint n_days)
{
  g_autoptr (YsHistory) reduced = read_kept (history);
  g_autoptr (YsHistory) twice = read_kept (reduced);

  assert_no_problems (reduced, calendar);
  for (guint i = 0; i < n_days; i++)
    assert_same (history, reduced, calendar, days[i]);
  assert_nothing_left (history, reduced);
  for (gint64 seq = 1; seq <= ys_history_get_length (history); seq++)
    {
      g_autofree char *once = ys_event_canonical_body (ys_history_get (reduced, seq));
      g_autofree char *again = ys_event_canonical_body (ys_history_get (twice, seq));
      g_assert_cmpstr (again, ==, once);
    }
}

/* Amends what a person wrote in the first entry, as it stands by then. Takes @history. */
static YsHistory *
amend_texts (YsHistory *history, GRand *dice)
{
  static const char *const fields[] = { "applicant.name", "applicant.phone", "request.title",
                                        "applicant.class", "joint" };
  static const char *const values[] = { "\"李四方\"", "\"13800\"", "\"新题目\"", "\"legal\"",
                                        "[{\"class\":\"person\",\"name\":\"王小二\"}]" };

  for (int i = 0; i < 4; i++)
    {
      guint k = (guint) g_rand_int_range (dice, 0, G_N_ELEMENTS (fields));
      gint64 n = ys_history_get_length (history);
      g_autoptr (YsFolded) folded = ys_history_fold (history, ys_day_from_ymd (2199, 1, 1));
      const YsEvent *first = ys_folded_get (folded, 1);
      const cJSON *here = first != NULL ? ys_event_get (first, fields[k]) : NULL;
      cJSON *body = cJSON_CreateObject ();
      g_auto (YsFault) fault = YS_FAULT_INIT;

      cJSON_AddNumberToObject (body, "of", 1);
      cJSON_AddStringToObject (body, "field", fields[k]);
      cJSON_AddStringToObject (body, "reason", "写错了");
      cJSON_AddItemToObject (body, "from",
                             here != NULL ? cJSON_Duplicate (here, TRUE) : cJSON_CreateString (""));
      cJSON_AddItemToObject (body, "to", cJSON_Parse (values[k]));
      g_autoptr (YsEvent) event = ys_event_new (YS_STREAM_CASE, n + 1, YS_KIND_AMENDED,
                                                ys_history_get (history, n)->on, NULL, body, &fault);
      g_assert_nonnull (event);
      ys_history_add (history, event);
    }
  return history;
}

#define N_HISTORIES 400
#define N_DAYS 6

static void
test_dice (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint amended = 0;
  guint refs = 0;

  for (int i = 0; i < N_HISTORIES; i++)
    {
      g_autoptr (YsHistory) history
        = amend_texts (case_maker_throw (dice, calendar, "2024-0001"), dice);
      gint64 n = ys_history_get_length (history);
      YsDay days[N_DAYS];

      for (guint k = 0; k < N_DAYS; k++)
        days[k] = ys_history_get (history, g_rand_int_range (dice, 1, (gint32) n + 1))->on
                  + g_rand_int_range (dice, -2, k < 3 ? 3 : 60);
      for (gint64 seq = 1; seq <= n; seq++)
        {
          amended += ys_history_get (history, seq)->kind == YS_KIND_AMENDED;
          refs += ys_event_get_string (ys_history_get (history, seq), "ref") != NULL;
        }
      try_history (history, calendar, days, N_DAYS);
    }
  g_test_message ("%u amendments, %u refs", amended, refs);
  g_assert_cmpuint (amended, >, 4 * N_HISTORIES + 100);
  g_assert_cmpuint (refs, >, 200);
}

/* Amendments of what a person wrote, one after the other, some struck; and a ref put right. */
static void
test_amended_texts (void)
{
#define AMEND(of, field, from, to) \
  "amended {\"of\":" #of ",\"field\":\"" field "\",\"from\":" from ",\"to\":" to ",\"reason\":\"误\"}"
  static const char *const lines[] = {
    "2024-01-02 received",
    "2024-01-03 " AMEND (1, "applicant.name", "\"张三\"", "\"张四\""),
    "2024-01-04 " AMEND (1, "applicant.name", "\"张四\"", "\"张五\""),
    "2024-01-04 " AMEND (1, "applicant.class", "\"person\"", "\"enterprise\""),
    "2024-01-05 " AMEND (1, "request.document_number", "\"\"", "\"文号一\""),
    "2024-01-05 " AMEND (1, "request.document_number", "\"文号一\"", "\"\""),
    "2024-01-08 consultation-sent {\"ref\":\"甲方\",\"with\":\"third-party\",\"name\":\"甲\"}",
    "2024-01-08 consultation-sent {\"ref\":\"乙方\",\"with\":\"third-party\",\"name\":\"乙\"}",
    "2024-01-09 " AMEND (8, "ref", "\"乙方\"", "\"丙方\""),
    "2024-01-12 consultation-answered {\"ref\":\"丙方\",\"opinion\":\"agree\"}",
    "2024-01-13 struck {\"of\":3,\"reason\":\"误\"}",
    "2024-01-15 consultation-answered {\"ref\":\"甲方\",\"opinion\":\"none\"}",
    "2024-01-16 drafted {\"outcome\":\"granted\",\"ground\":\"36-2\",\"text\":\"稿子\"}",
    "2024-01-17 " AMEND (13, "text", "\"稿子\"", "\"另稿\""),
    "2024-01-18 replied", NULL,
  };
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);
  YsDay days[40];

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = ys_day_from_ymd (2024, 1, 1) + (int) i;
  assert_no_problems (history, calendar);
  try_history (history, calendar, days, G_N_ELEMENTS (days));
}

static void
test_kept_is_found (void)
{
  g_autoptr (YsEvent) destroyed
    = make (3, "destroyed", "{'asked':2,'kept':[{'seq':1,'body':{'text':'" X "'}},{'seq':2,'body':{'reason':'" X "'}}]}");

  g_assert_cmpstr (cJSON_GetStringValue (cJSON_GetObjectItem (ys_event_get_kept (destroyed, 1), "text")),
                   ==, X);
  g_assert_nonnull (cJSON_GetObjectItem (ys_event_get_kept (destroyed, 2), "reason"));
  g_assert_null (ys_event_get_kept (destroyed, 3));
  g_assert_null (ys_event_get_kept (destroyed, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/reduce/bodies", test_bodies);
  g_test_add_func ("/rules/reduce/attached-needs-its-file", test_attached_needs_its_file);
  g_test_add_func ("/rules/reduce/amendments", test_amendments);
  g_test_add_func ("/rules/reduce/lost-amendments", test_lost_amendments);
  g_test_add_func ("/rules/reduce/dice", test_dice);
  g_test_add_func ("/rules/reduce/amended-texts", test_amended_texts);
  g_test_add_func ("/rules/reduce/kept-is-found", test_kept_is_found);
  return g_test_run ();
}
