/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every code has its sentence, every name its word, and nothing that stood in a file is taken for a
 * part of a sentence. */
#include "rules/staff.h"
#include "wording/explain.h"

#include <string.h>

/* --- faults ----------------------------------------------------------------------------------- */

static void
test_every_fault (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (YsFaultCode code = YS_FAULT_NONE + 1; code < YS_N_FAULTS; code++)
    {
      YsFault full = { code, (char *) "body.field", (char *) "FOUND", (char *) "WANT" };
      YsFault bare = { code, NULL, NULL, NULL };
      char *sentence = ys_explain_fault (&full);
      g_autofree char *short_one = ys_explain_fault (&bare);

      g_test_message ("%s: %s", ys_fault_get_id (code), sentence);
      g_assert_cmpuint (strlen (sentence), >, 10);
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      g_assert_null (strchr (sentence, '%'));
      g_assert_null (strchr (short_one, '%'));
      g_assert_null (strstr (short_one, "(null)"));
      /* a sentence of its own */
      g_assert_true (g_hash_table_add (seen, sentence));
    }
}

/* Each sentence says what its fault carries: the place, what stood there, what may. */
static void
test_sentences_say_it (void)
{
  static const struct
  {
    YsFault fault;
    const char *says[3];
  } rows[] = {
    { { YS_FAULT_MISSING_FIELD, (char *) "body.until", NULL, NULL }, { "body.until" } },
    { { YS_FAULT_BAD_VALUE, (char *) "body.with", (char *) "cat", (char *) "third-party, agency" },
      { "body.with", "cat", "third-party, agency" } },
    { { YS_FAULT_BAD_DATE, (char *) "on", (char *) "2024-02-30", NULL }, { "on", "2024-02-30", "YYYY-MM-DD" } },
    { { YS_FAULT_OUT_OF_RANGE, (char *) "body.days", (char *) "21", (char *) "1–20" },
      { "body.days", "21", "1–20" } },
    { { YS_FAULT_NO_SUCH_REF, (char *) "body.ref", (char *) "c1", (char *) "consultation-sent" },
      { "body.ref", "c1", "opinion asked for" } },
    { { YS_WARN_LATE_REPLY, (char *) "on", (char *) "2024-04-01", (char *) "2024-03-29" },
      { "2024-04-01", "2024-03-29" } },
    { { YS_WARN_FEE_DIFFERS, (char *) "body.amount_fen", (char *) "5", (char *) "1000" }, { "5", "1000" } },
    { { YS_FAULT_SAME_LINE, NULL, (char *) "17", NULL }, { "17" } },
    { { YS_FAULT_NO_FILE, (char *) "body.file", (char *) "sm3:ab", NULL }, { "sm3:ab" } },
    { { YS_FAULT_NOT_ALLOWED, (char *) "actor", (char *) "何雨", (char *) "officer, head, deputy, self" },
      { "何雨", "officer, head, whoever stands in for a head on that day, the person concerned" } },
    { { YS_FAULT_NO_SUCH_PERSON, (char *) "body.deputy", (char *) "zz", NULL }, { "body.deputy", "zz", "keeper" } },
    { { YS_FAULT_NO_SUCH_PERSON, (char *) "actor", NULL, NULL }, { "who made it" } },
    { { YS_FAULT_PERSON_LEFT, (char *) "actor", (char *) "何雨", NULL }, { "actor", "何雨", "keeper" } },
    { { YS_FAULT_ROLE_TWICE, (char *) "body.role", (char *) "何雨", (char *) "keeper" },
      { "body.role", "何雨", "“keeper”" } },
    { { YS_FAULT_IMPORTED_STAFF, (char *) "stream", (char *) "staff/zhou", NULL }, { "staff/zhou" } },
    { { YS_FAULT_NEEDS_SIGNATURE, (char *) "kind", (char *) "role-given", NULL }, { "role given", "key" } },
    { { YS_FAULT_ENDS_BEFORE, (char *) "body.until", (char *) "2024-05-09", (char *) "2024-05-10" },
      { "body.until", "2024-05-09", "2024-05-10" } },
    { { YS_FAULT_ASKED_ALREADY, (char *) "kind", (char *) "12", NULL }, { "12" } },
    { { YS_FAULT_KEPT_DIFFERS, (char *) "body.kept", (char *) "3", NULL }, { "body.kept", "3" } },
    { { YS_FAULT_AFTER_DESTRUCTION, (char *) "kind", (char *) "noted", NULL }, { "note comes" } },
    { { YS_WARN_RETENTION_RUNS, (char *) "on", (char *) "2030-01-01", (char *) "2034-12-31" },
      { "2030-01-01", "2034-12-31" } },
    { { YS_WARN_RETENTION_RUNS, (char *) "on", NULL, NULL }, { "for ever" } },
    { { YS_FAULT_STREAM_EXISTS, (char *) "stream", (char *) "case/2024-0001", NULL }, { "case/2024-0001" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = ys_explain_fault (&rows[i].fault);

      for (guint k = 0; k < 3 && rows[i].says[k] != NULL; k++)
        g_assert_nonnull (strstr (sentence, rows[i].says[k]));
    }
}

/* What looks like a place of the sentence, or like printf, stays as it stood. */
static void
test_hostile_texts (void)
{
  static const char *const texts[] = { "%1$s", "%2$s", "%3$s", "%s%n%999d", "%", "%%", "%4$s", "“”" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
      {
        YsFault fault = { YS_FAULT_BAD_VALUE, (char *) texts[i], (char *) texts[k], (char *) "WANT" };
        g_autofree char *sentence = ys_explain_fault (&fault);
        g_autofree char *want = g_strdup_printf ("Field “%s” may not be “%s”. Allowed: WANT.", texts[i],
                                                 texts[k]);

        g_assert_cmpstr (sentence, ==, want);
      }
}

/* --- steps and notices ------------------------------------------------------------------------ */

static void
test_every_step (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (YsWhy why = YS_WHY_WORKING_DAY; why <= YS_WHY_REOPENED_UNTIL; why++)
    {
      YsStep step = { .why = why, .days = 5, .name = (char *) "%s国庆%1$s" };
      YsStep nameless = { .why = why, .days = 1 };
      char *text = ys_explain_step (&step);
      g_autofree char *other = ys_explain_step (&nameless);
      gboolean named = why == YS_WHY_HOLIDAY || why == YS_WHY_MAKE_UP_DAY || why == YS_WHY_CONSULTATION;

      g_test_message ("%s", text);
      g_assert_cmpuint (strlen (text), >, 5);
      g_assert_null (strstr (other, "(null)"));
      g_assert_cmpint (strstr (text, "%s国庆%1$s") != NULL, ==, named);
      g_assert_cmpint (strchr (text, '%') != NULL, ==, named);
      g_assert_true (g_hash_table_add (seen, text));
    }
}

static void
test_extension_steps (void)
{
  YsStep one = { .why = YS_WHY_EXTENSION, .days = 1 };
  YsStep many = { .why = YS_WHY_EXTENSION, .days = 20 };
  g_autofree char *singular = ys_explain_step (&one);
  g_autofree char *plural = ys_explain_step (&many);

  g_assert_nonnull (strstr (singular, "1 working day"));
  g_assert_null (strstr (singular, "days"));
  g_assert_nonnull (strstr (plural, "20 working days"));
}

static void
test_every_notice_fault (void)
{
  g_assert_null (ys_explain_notice_fault (YS_NOTICE_OK));
  for (YsNoticeFault fault = YS_NOTICE_OK + 1; fault <= YS_NOTICE_EMPTY; fault++)
    g_assert_cmpuint (strlen (ys_explain_notice_fault (fault)), >, 10);
}

/* --- names ------------------------------------------------------------------------------------ */

static void
add_name (GHashTable *seen, const char *name)
{
  g_assert_nonnull (name);
  g_assert_cmpstr (name, !=, "");
  g_test_message ("%s", name);
  g_assert_true (g_hash_table_add (seen, (gpointer) name));
}

static void
test_names (void)
{
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) acts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) outcomes = g_hash_table_new (g_str_hash, g_str_equal);

  for (YsState state = 0; state < YS_N_STATES; state++)
    add_name (states, ys_name_state (state));
  for (YsAct act = YS_ACT_CORRECTION; act <= YS_ACT_LAWSUIT_ANSWER; act++)
    add_name (acts, ys_name_act (act));
  for (YsKind kind = YS_KIND_ARRIVED; kind <= YS_KIND_STAFF_LEFT; kind++)
    {
      add_name (kinds, ys_name_kind (kind));
      /* a name for people: no word of the format with its hyphens */
      if (strchr (ys_kind_get_name (kind), '-') != NULL)
        g_assert_cmpstr (ys_name_kind (kind), !=, ys_kind_get_name (kind));
    }
  for (YsKind kind = YS_KIND_STAFF_LEFT + 1; kind < YS_N_KINDS; kind++)
    g_assert_nonnull (ys_name_kind (kind));
  for (YsOutcome outcome = 0; outcome < YS_N_OUTCOMES; outcome++)
    add_name (outcomes, ys_name_outcome (outcome));
  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    {
      g_assert_nonnull (ys_name_role (ys_role_get_id (role)));
      g_assert_cmpint (ys_role_from_id (ys_role_get_id (role)), ==, role);
    }
  g_assert_cmpstr (ys_name_role ("cat"), ==, "cat");
  g_assert_null (ys_name_outcome (YS_OUTCOME_NONE));
  g_assert_null (ys_name_outcome (YS_N_OUTCOMES));
}

/* The labels of the form, which are Chinese in every language (law.md §3.3). */
static void
test_statutory_labels (void)
{
  static const char *const classes[] = { "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他" };
  static const struct
  {
    const char *id, *label;
  } labels[] = {
    { "granted", "予以公开" },
    { "partial", "部分公开（区分处理的，只计这一情形，不计其他情形）" },
    { "refused.state-secret", "属于国家秘密" },
    { "refused.law-forbids", "其他法律行政法规禁止公开" },
    { "refused.security-stability", "危及“三安全一稳定”" },
    { "refused.third-party", "保护第三方合法权益" },
    { "refused.internal-affairs", "属于三类内部事务信息" },
    { "refused.process-information", "属于四类过程性信息" },
    { "refused.enforcement-file", "属于行政执法案卷" },
    { "refused.administrative-query", "属于行政查询事项" },
    { "unavailable.not-held", "本机关不掌握相关政府信息" },
    { "unavailable.must-be-created", "没有现成信息需要另行制作" },
    { "unavailable.still-unclear", "补正后申请内容仍不明确" },
    { "declined.petition", "信访举报投诉类申请" },
    { "declined.repeated", "重复申请" },
    { "declined.publication", "要求提供公开出版物" },
    { "declined.excessive", "无正当理由大量反复申请" },
    { "declined.confirm-or-reissue", "要求行政机关确认或重新出具已获取信息" },
    { "other.correction-lapsed", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" },
    { "other.fee-lapsed", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" },
    { "other.other", "其他" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (labels), ==, YS_N_OUTCOMES);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (ys_name_outcome (ys_outcome_from_id (labels[i].id)), ==, labels[i].label);
  g_assert_cmpuint (G_N_ELEMENTS (classes), ==, YS_N_CLASSES);
  for (int klass = 0; klass < YS_N_CLASSES; klass++)
    g_assert_cmpstr (ys_name_class (klass), ==, classes[klass]);
  g_assert_null (ys_name_class (YS_CLASS_NONE));
}

static void
test_channels (void)
{
  static const char *const channels[] = { "in-person", "post", "ordinary-post", "internet", "fax", "oral" };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    add_name (seen, ys_name_channel (channels[i]));
  g_assert_cmpstr (ys_name_channel ("pigeon"), ==, "pigeon");
  g_assert_null (ys_name_channel (NULL));
}

/* Every identity that a report is checked by has a name. */
static void
test_checks (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  YsFigures now, before;

  ys_figures_begin (&now, 2024, YS_FORM_2021);
  ys_figures_begin (&before, 2023, YS_FORM_2021);
  ys_figures_finish (&now);
  ys_figures_finish (&before);
  g_autoptr (GPtrArray) checks = ys_figures_check (&now, &before);

  g_assert_cmpuint (checks->len, >=, 10);
  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);

      add_name (seen, ys_name_check (check->id));
      g_assert_cmpstr (ys_name_check (check->id), !=, check->id);
    }
  g_assert_cmpstr (ys_name_check ("unheard-of"), ==, "unheard-of");
}

static void
test_masks (void)
{
  static const char *const rows[][2] = {
    { "张三", "张*" }, { "欧阳娜娜", "欧***" }, { "某某律师事务所", "某****" }, { "A", "A" },
    { "Bob", "B**" }, { "", "" }, { "𠮷野家", "𠮷**" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *masked = ys_mask_name (rows[i][0]);
      g_assert_cmpstr (masked, ==, rows[i][1]);
    }
}

static void
test_days (void)
{
  g_autofree char *day = ys_explain_day (ys_day_from_ymd (2026, 1, 4));
  g_autofree char *old = ys_explain_day (ys_day_from_ymd (1949, 10, 1));

  g_assert_cmpstr (day, ==, "2026-01-04");
  g_assert_cmpstr (old, ==, "1949-10-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/every-fault", test_every_fault);
  g_test_add_func ("/wording/sentences-say-it", test_sentences_say_it);
  g_test_add_func ("/wording/hostile-texts", test_hostile_texts);
  g_test_add_func ("/wording/every-step", test_every_step);
  g_test_add_func ("/wording/extension-steps", test_extension_steps);
  g_test_add_func ("/wording/every-notice-fault", test_every_notice_fault);
  g_test_add_func ("/wording/names", test_names);
  g_test_add_func ("/wording/statutory-labels", test_statutory_labels);
  g_test_add_func ("/wording/channels", test_channels);
  g_test_add_func ("/wording/checks", test_checks);
  g_test_add_func ("/wording/masks", test_masks);
  g_test_add_func ("/wording/days", test_days);
  return g_test_run ();
}
