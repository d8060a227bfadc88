/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cases like one: the same applicant, the same words, and neither. */
#include "made-case.h"

static void
put (MadeIndex *made,
     const char *id,
     const char *title,
     const char *applicant,
     const char *description)
{
  g_autoptr (MadeCase) one = made_case_with_text (id, title, applicant, description);

  one->file.outcome = YS_OUTCOME_PARTIAL;
  made_index_put (made, one);
}

static char *
describe_likes (const GPtrArray *alike)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < alike->len; i++)
    {
      const YsLikeness *likeness = g_ptr_array_index (alike, i);

      g_string_append_printf (text, "%s%s%s %d", i > 0 ? ", " : "", likeness->id,
                              likeness->same_applicant ? "!" : "", likeness->percent);
      g_assert_cmpint (likeness->outcome, ==, YS_OUTCOME_PARTIAL);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe (MadeIndex *made, const char *id, int limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) alike = ys_index_similar (made->index, id, limit, &error);

  g_assert_no_error (error);
  return describe_likes (alike);
}

#define assert_alike(made, id, limit, expected)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *alike = describe (made, id, limit);                                           \
    g_assert_cmpstr (alike, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_few (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();

  put (made, "2024-0001", "征收土地批复", "张三", "东街二号地块");
  put (made, "2024-0002", "征收土地批复", "李四", "东街二号地块");
  put (made, "2024-0003", "征收土地批复", "张 三", "西街三号地块");
  put (made, "2024-0004", "食品抽检结果", "张三", "第三中学食堂");
  put (made, "2024-0005", "水质监测数据", "王五", "河流断面");
  put (made, "2024-0006", NULL, NULL, NULL);

  /* Pairs of 1: five of the title, five of the description; 3 shares the title's, 街 alone no
   * pair, 号地 and 地块: seven of ten and ten. */
  assert_alike (made, "2024-0001", 10, "2024-0002 100, 2024-0003! 70, 2024-0004! 0");
  assert_alike (made, "2024-0001", 2, "2024-0002 100, 2024-0003! 70");
  assert_alike (made, "2024-0005", 10, "");
  assert_alike (made, "2024-0006", 10, "");
  assert_alike (made, "2024-0099", 10, "");
}

/* Ties: the same applicant before others, newer before older. */
static void
test_ties (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();

  put (made, "2023-0001", "征收土地批复", "李四", NULL);
  put (made, "2023-0002", "征收土地批复", "李四", NULL);
  put (made, "2023-0003", "征收土地批复", "张三", NULL);
  put (made, "2023-0004", "征收土地批复", "李四", NULL);
  put (made, "2024-0001", "征收土地批复", "张三", NULL);
  assert_alike (made, "2024-0001", 10,
                "2023-0003! 100, 2023-0004 100, 2023-0002 100, 2023-0001 100");
}

/* A request that is typed just now is judged as the case that it would become. */
static void
test_text (void)
{
  static const struct
  {
    const char *applicant, *title, *description, *expected;
  } rows[] = {
    { "张三", "征收土地批复", "东街二号地块", "2024-0001! 100, 2024-0002 100, 2024-0004! 0" },
    { "赵六", "征收土地批复", "东街二号地块", "2024-0002 100, 2024-0001 100" },
    { " 张　三 ", NULL, NULL, "2024-0004! 0, 2024-0001! 0" },
    /* Four pairs, all among the eight of 5. */
    { NULL, "水质", "监测数据 水质", "2024-0005 67" },
    { NULL, NULL, NULL, "" },
    { "", "", "", "" },
  };
  g_autoptr (MadeIndex) made = made_index_new ();

  put (made, "2024-0001", "征收土地批复", "张三", "东街二号地块");
  put (made, "2024-0002", "征收土地批复", "李四", "东街二号地块");
  put (made, "2024-0004", "食品抽检结果", "张三", "第三中学食堂");
  put (made, "2024-0005", "水质监测数据", "王五", "河流断面");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) alike = ys_index_similar_text (
        made->index, rows[i].applicant, rows[i].title, rows[i].description, 10, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = describe_likes (alike);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* The first of five thousand cases that all use the same few hundred words is still found by its
 * twin, and what is found is what comparing with every case would find. */
static void
test_many (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (GRand) lot = g_rand_new_with_seed (9);
  g_autoptr (GError) error = NULL;
  g_autoptr (MadeCase) first = NULL;
  g_autoptr (GPtrArray) alike = NULL;
  const YsLikeness *twin;

  ys_index_begin (made->index, &error);
  for (int i = 1; i <= 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("2020-%04d", i);
      g_autoptr (MadeCase) one = made_case_by_lot (lot, id, 15);

      if (i == 1)
        {
          made_case_set (&one->file.title, "征收土地补偿安置方案");
          made_case_set (&one->file.description,
                         "二号地块规划许可证信访答复意见公示公告政府采购合同");
          made_case_write_text (one);
          first = g_steal_pointer (&one);
          ys_index_put (made->index, &first->file, &error);
        }
      else
        ys_index_put (made->index, &one->file, &error);
    }
  made_case_set (&first->file.id, "2024-0001");
  made_case_set (&first->file.applicant, "从未来过的人");
  made_case_write_text (first);
  ys_index_put (made->index, &first->file, &error);
  ys_index_commit (made->index, 1, "digest", 1, &error);
  g_assert_no_error (error);

  alike = ys_index_similar (made->index, "2024-0001", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (alike->len, >, 0);
  twin = g_ptr_array_index (alike, 0);
  g_assert_cmpstr (twin->id, ==, "2020-0001");
  g_assert_cmpint (twin->percent, ==, 100);
  g_assert_false (twin->same_applicant);
  for (guint i = 1; i < alike->len; i++)
    {
      const YsLikeness *other = g_ptr_array_index (alike, i);

      g_assert_cmpint (other->percent, <=, ((YsLikeness *) alike->pdata[i - 1])->percent);
      g_assert_cmpint (other->percent, >=, 30);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/similar/few", test_few);
  g_test_add_func ("/index/similar/ties", test_ties);
  g_test_add_func ("/index/similar/text", test_text);
  g_test_add_func ("/index/similar/many", test_many);
  return g_test_run ();
}
