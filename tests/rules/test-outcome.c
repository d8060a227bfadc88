/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the outcome tables: ids both ways, grounds and articles, remedies, classes. */
#include "rules/outcome.h"

static const struct
{
  const char *id;
  gboolean is_reply;
  YsRemedy remedy;
} printed[] = {
  { "granted", TRUE, YS_REMEDY_EITHER },
  { "partial", TRUE, YS_REMEDY_RECONSIDERATION_FIRST },
  { "refused.state-secret", TRUE, YS_REMEDY_RECONSIDERATION_FIRST },
  { "refused.law-forbids", TRUE, YS_REMEDY_RECONSIDERATION_FIRST },
  { "refused.security-stability", TRUE, YS_REMEDY_RECONSIDERATION_FIRST },
  { "refused.third-party", TRUE, YS_REMEDY_RECONSIDERATION_FIRST },
  { "refused.internal-affairs", TRUE, YS_REMEDY_RECONSIDERATION_FIRST },
  { "refused.process-information", TRUE, YS_REMEDY_RECONSIDERATION_FIRST },
  { "refused.enforcement-file", TRUE, YS_REMEDY_RECONSIDERATION_FIRST },
  { "refused.administrative-query", TRUE, YS_REMEDY_EITHER },
  { "unavailable.not-held", TRUE, YS_REMEDY_EITHER },
  { "unavailable.must-be-created", TRUE, YS_REMEDY_EITHER },
  { "unavailable.still-unclear", TRUE, YS_REMEDY_EITHER },
  { "declined.petition", TRUE, YS_REMEDY_EITHER },
  { "declined.repeated", TRUE, YS_REMEDY_EITHER },
  { "declined.publication", TRUE, YS_REMEDY_EITHER },
  { "declined.excessive", TRUE, YS_REMEDY_EITHER },
  { "declined.confirm-or-reissue", TRUE, YS_REMEDY_EITHER },
  { "other.correction-lapsed", FALSE, YS_REMEDY_EITHER },
  { "other.fee-lapsed", FALSE, YS_REMEDY_EITHER },
  { "other.other", FALSE, YS_REMEDY_NONE },
};

static const struct
{
  const char *ground;
  const char *outcome;
  const char *article;
} pairs[] = {
  { "36-1", "granted", "条例第三十六条第（一）项" },
  { "36-2", "granted", "条例第三十六条第（二）项" },
  { "37", "partial", "条例第三十七条" },
  { "14-secret", "refused.state-secret", "条例第十四条" },
  { "14-law", "refused.law-forbids", "条例第十四条" },
  { "14-security", "refused.security-stability", "条例第十四条" },
  { "15", "refused.third-party", "条例第十五条" },
  { "16-internal", "refused.internal-affairs", "条例第十六条第一款" },
  { "16-process", "refused.process-information", "条例第十六条第二款" },
  { "16-enforcement", "refused.enforcement-file", "条例第十六条第二款" },
  { "36-7", "refused.administrative-query", "条例第三十六条第（七）项" },
  { "36-4", "unavailable.not-held", "条例第三十六条第（四）项" },
  { "36-5", "unavailable.not-held", "条例第三十六条第（五）项" },
  { "38", "unavailable.must-be-created", "条例第三十八条" },
  { "30-unclear", "unavailable.still-unclear", "条例第三十条" },
  { "39-petition", "declined.petition", "条例第三十九条第一款" },
  { "36-6", "declined.repeated", "条例第三十六条第（六）项" },
  { "39-publication", "declined.publication", "条例第三十九条第二款" },
  { "35", "declined.excessive", "条例第三十五条" },
  { "reissue", "declined.confirm-or-reissue", NULL },
};

static void
test_outcomes (void)
{
  g_assert_cmpint (G_N_ELEMENTS (printed), ==, YS_N_OUTCOMES);
  for (int i = 0; i < YS_N_OUTCOMES; i++)
    {
      g_assert_cmpstr (ys_outcome_get_id (i), ==, printed[i].id);
      g_assert_cmpint (ys_outcome_from_id (printed[i].id), ==, i);
      g_assert_cmpint (ys_outcome_is_reply (i), ==, printed[i].is_reply);
      g_assert_cmpint (ys_outcome_get_remedy (i), ==, printed[i].remedy);
    }
}

static void
test_grounds (void)
{
  g_assert_cmpuint (ys_ground_count (), ==, G_N_ELEMENTS (pairs));
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gboolean listed = FALSE;
      g_assert_cmpint (ys_ground_get_outcome (pairs[i].ground), ==,
                       ys_outcome_from_id (pairs[i].outcome));
      g_assert_cmpstr (ys_ground_get_article (pairs[i].ground), ==, pairs[i].article);
      for (guint j = 0; j < ys_ground_count (); j++)
        listed = listed || g_str_equal (ys_ground_get_id (j), pairs[i].ground);
      g_assert_true (listed);
    }
}

static void
test_classes (void)
{
  static const char *const ids[] = { "person", "enterprise", "research",
                                     "welfare", "legal", "other" };
  g_assert_cmpint (G_N_ELEMENTS (ids), ==, YS_N_CLASSES);
  for (int i = 0; i < YS_N_CLASSES; i++)
    {
      g_assert_cmpstr (ys_applicant_class_get_id (i), ==, ids[i]);
      g_assert_cmpint (ys_applicant_class_from_id (ids[i]), ==, i);
    }
}

static void
test_unknown (void)
{
  static const char *const wrong[] = { "", "Granted", "granted ", "refused", "total", "36", NULL };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_cmpint (ys_outcome_from_id (wrong[i]), ==, YS_OUTCOME_NONE);
      g_assert_cmpint (ys_ground_get_outcome (wrong[i]), ==, YS_OUTCOME_NONE);
      g_assert_null (ys_ground_get_article (wrong[i]));
      g_assert_cmpint (ys_applicant_class_from_id (wrong[i]), ==, YS_CLASS_NONE);
    }
  g_assert_null (ys_outcome_get_id (YS_OUTCOME_NONE));
  g_assert_null (ys_outcome_get_id (YS_N_OUTCOMES));
  g_assert_null (ys_applicant_class_get_id (YS_CLASS_NONE));
  g_assert_null (ys_applicant_class_get_id (YS_N_CLASSES));
  g_assert_false (ys_outcome_is_reply (YS_OUTCOME_NONE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome/outcomes", test_outcomes);
  g_test_add_func ("/outcome/grounds", test_grounds);
  g_test_add_func ("/outcome/classes", test_classes);
  g_test_add_func ("/outcome/unknown", test_unknown);
  return g_test_run ();
}
