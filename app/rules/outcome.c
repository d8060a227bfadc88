/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables behind outcome.h: outcomes, grounds and classes in the order of the printed form.
 * Official labels are not here, they are printed by the report. */
#include "rules/outcome.h"

/* Remedies: 行政复议法 23(1)(四) as 法释〔2025〕8号 art. 1 reads it. Reconsideration comes first only
 * against refusals under 条例 14, 15 and 16, and against the refused part of a partial reply; telling
 * somebody to use another procedure (36(七)), that nothing is held, or that nothing will be done,
 * may be taken to court at once. */
static const struct
{
  const char *id;
  YsRemedy remedy;
} outcomes[YS_N_OUTCOMES] = {
  [YS_OUTCOME_GRANTED] = { "granted", YS_REMEDY_EITHER },
  [YS_OUTCOME_PARTIAL] = { "partial", YS_REMEDY_RECONSIDERATION_FIRST },
  [YS_OUTCOME_STATE_SECRET] = { "refused.state-secret", YS_REMEDY_RECONSIDERATION_FIRST },
  [YS_OUTCOME_LAW_FORBIDS] = { "refused.law-forbids", YS_REMEDY_RECONSIDERATION_FIRST },
  [YS_OUTCOME_SECURITY_STABILITY] = { "refused.security-stability",
                                      YS_REMEDY_RECONSIDERATION_FIRST },
  [YS_OUTCOME_THIRD_PARTY] = { "refused.third-party", YS_REMEDY_RECONSIDERATION_FIRST },
  [YS_OUTCOME_INTERNAL_AFFAIRS] = { "refused.internal-affairs", YS_REMEDY_RECONSIDERATION_FIRST },
  [YS_OUTCOME_PROCESS_INFORMATION] = { "refused.process-information",
                                       YS_REMEDY_RECONSIDERATION_FIRST },
  [YS_OUTCOME_ENFORCEMENT_FILE] = { "refused.enforcement-file", YS_REMEDY_RECONSIDERATION_FIRST },
  [YS_OUTCOME_ADMINISTRATIVE_QUERY] = { "refused.administrative-query", YS_REMEDY_EITHER },
  [YS_OUTCOME_NOT_HELD] = { "unavailable.not-held", YS_REMEDY_EITHER },
  [YS_OUTCOME_MUST_BE_CREATED] = { "unavailable.must-be-created", YS_REMEDY_EITHER },
  [YS_OUTCOME_STILL_UNCLEAR] = { "unavailable.still-unclear", YS_REMEDY_EITHER },
  [YS_OUTCOME_PETITION] = { "declined.petition", YS_REMEDY_EITHER },
  [YS_OUTCOME_REPEATED] = { "declined.repeated", YS_REMEDY_EITHER },
  [YS_OUTCOME_PUBLICATION] = { "declined.publication", YS_REMEDY_EITHER },
  [YS_OUTCOME_EXCESSIVE] = { "declined.excessive", YS_REMEDY_EITHER },
  [YS_OUTCOME_CONFIRM_OR_REISSUE] = { "declined.confirm-or-reissue", YS_REMEDY_EITHER },
  [YS_OUTCOME_CORRECTION_LAPSED] = { "other.correction-lapsed", YS_REMEDY_EITHER },
  [YS_OUTCOME_FEE_LAPSED] = { "other.fee-lapsed", YS_REMEDY_EITHER },
  [YS_OUTCOME_OTHER] = { "other.other", YS_REMEDY_NONE },
};

/* "reissue" has no article: the row stands in the form, the regulation does not name it. */
static const struct
{
  const char *id;
  YsOutcome outcome;
  const char *article;
} grounds[] = {
  { "36-1", YS_OUTCOME_GRANTED, "条例第三十六条第（一）项" },
  { "36-2", YS_OUTCOME_GRANTED, "条例第三十六条第（二）项" },
  { "37", YS_OUTCOME_PARTIAL, "条例第三十七条" },
  { "14-secret", YS_OUTCOME_STATE_SECRET, "条例第十四条" },
  { "14-law", YS_OUTCOME_LAW_FORBIDS, "条例第十四条" },
  { "14-security", YS_OUTCOME_SECURITY_STABILITY, "条例第十四条" },
  { "15", YS_OUTCOME_THIRD_PARTY, "条例第十五条" },
  { "16-internal", YS_OUTCOME_INTERNAL_AFFAIRS, "条例第十六条第一款" },
  { "16-process", YS_OUTCOME_PROCESS_INFORMATION, "条例第十六条第二款" },
  { "16-enforcement", YS_OUTCOME_ENFORCEMENT_FILE, "条例第十六条第二款" },
  { "36-7", YS_OUTCOME_ADMINISTRATIVE_QUERY, "条例第三十六条第（七）项" },
  { "36-4", YS_OUTCOME_NOT_HELD, "条例第三十六条第（四）项" },
  { "36-5", YS_OUTCOME_NOT_HELD, "条例第三十六条第（五）项" },
  { "38", YS_OUTCOME_MUST_BE_CREATED, "条例第三十八条" },
  { "30-unclear", YS_OUTCOME_STILL_UNCLEAR, "条例第三十条" },
  { "39-petition", YS_OUTCOME_PETITION, "条例第三十九条第一款" },
  { "36-6", YS_OUTCOME_REPEATED, "条例第三十六条第（六）项" },
  { "39-publication", YS_OUTCOME_PUBLICATION, "条例第三十九条第二款" },
  { "35", YS_OUTCOME_EXCESSIVE, "条例第三十五条" },
  { "reissue", YS_OUTCOME_CONFIRM_OR_REISSUE, NULL },
};

static const char *const classes[YS_N_CLASSES] = {
  [YS_CLASS_PERSON] = "person",   [YS_CLASS_ENTERPRISE] = "enterprise",
  [YS_CLASS_RESEARCH] = "research", [YS_CLASS_WELFARE] = "welfare",
  [YS_CLASS_LEGAL] = "legal",     [YS_CLASS_OTHER] = "other",
};

static int
find_ground (const char *ground)
{
  for (guint i = 0; ground != NULL && i < G_N_ELEMENTS (grounds); i++)
    if (g_str_equal (grounds[i].id, ground))
      return (int) i;
  return -1;
}

const char *
ys_outcome_get_id (YsOutcome outcome)
{
  return outcome >= 0 && outcome < YS_N_OUTCOMES ? outcomes[outcome].id : NULL;
}

YsOutcome
ys_outcome_from_id (const char *id)
{
  for (int i = 0; id != NULL && i < YS_N_OUTCOMES; i++)
    if (g_str_equal (outcomes[i].id, id))
      return i;
  return YS_OUTCOME_NONE;
}

gboolean
ys_outcome_is_reply (YsOutcome outcome)
{
  return outcome >= 0 && outcome < YS_OUTCOME_CORRECTION_LAPSED;
}

YsRemedy
ys_outcome_get_remedy (YsOutcome outcome)
{
  g_return_val_if_fail (outcome >= 0 && outcome < YS_N_OUTCOMES, YS_REMEDY_NONE);
  return outcomes[outcome].remedy;
}

guint
ys_ground_count (void)
{
  return G_N_ELEMENTS (grounds);
}

const char *
ys_ground_get_id (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (grounds), NULL);
  return grounds[index].id;
}

YsOutcome
ys_ground_get_outcome (const char *ground)
{
  int i = find_ground (ground);
  return i < 0 ? YS_OUTCOME_NONE : grounds[i].outcome;
}

const char *
ys_ground_get_article (const char *ground)
{
  int i = find_ground (ground);
  return i < 0 ? NULL : grounds[i].article;
}

const char *
ys_applicant_class_get_id (YsApplicantClass klass)
{
  return klass >= 0 && klass < YS_N_CLASSES ? classes[klass] : NULL;
}

YsApplicantClass
ys_applicant_class_from_id (const char *id)
{
  for (int i = 0; id != NULL && i < YS_N_CLASSES; i++)
    if (g_str_equal (classes[i], id))
      return i;
  return YS_CLASS_NONE;
}
