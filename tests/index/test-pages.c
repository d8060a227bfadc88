/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists: every order both ways, every filter alone and some together, against a plain sort and a
 * plain test of each case in memory; pages, ids and counts must say the same. */
#include "index/key.h"
#include "index/reading.h"
#include "made-case.h"

#define N_CASES 400

typedef struct
{
  MadeIndex *made;
  GPtrArray *cases; /* of MadeCase */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (20);
  g_autoptr (GError) error = NULL;

  self->made = made_index_new ();
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) made_case_free);
  ys_index_begin (self->made->index, &error);
  for (int i = 0; i < N_CASES; i++)
    {
      /* Numbers on both sides of four digits, put in no order. */
      g_autofree char *id = g_strdup_printf ("%d-%04d", 2023 + i % 2, (i * 7919) % N_CASES + 9800);
      MadeCase *one = made_case_by_lot (lot, id, 6);

      g_ptr_array_add (self->cases, one);
      ys_index_put (self->made->index, &one->file, &error);
    }
  ys_index_commit (self->made->index, N_CASES, "digest", 1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->cases);
  made_index_free (self->made);
}

/* --- the same in memory ---------------------------------------------------------------------- */

static const char *
lacking_if_empty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* One of the two is what the case is sorted by; a day that lacks is YS_DAY_NONE, a text NULL. */
typedef struct
{
  gint64 number;
  char *text;
} SortValue;

static SortValue
get_sort_value (const MadeCase *made, YsOrder order)
{
  const YsCasefile *file = &made->file;
  SortValue value = { 0, NULL };

  switch (order)
    {
    case YS_ORDER_DUE:
      value.number = made->clock.due;
      break;
    case YS_ORDER_NUMBER:
      value.number = ys_key_from_id (file->id);
      break;
    case YS_ORDER_RECEIVED:
      value.number = file->received_on;
      break;
    case YS_ORDER_APPLICANT:
      value.text = file->applicant != NULL ? ys_reading_of_name (file->applicant) : NULL;
      break;
    case YS_ORDER_TITLE:
      value.text = g_strdup (file->title);
      break;
    case YS_ORDER_HANDLER:
      value.text = g_strdup (lacking_if_empty (file->handler));
      break;
    case YS_ORDER_STATE:
      value.number = made->clock.state;
      break;
    case YS_ORDER_CONCLUDED:
      value.number = file->concluded_on;
      break;
    case YS_ORDER_WAITING:
      value.number = file->waiting_until;
      break;
    default:
      g_assert_not_reached ();
    }
  return value;
}

typedef struct
{
  YsOrder order;
  int sign;
} Sorting;

static gboolean
is_text_order (YsOrder order)
{
  return order == YS_ORDER_APPLICANT || order == YS_ORDER_TITLE || order == YS_ORDER_HANDLER;
}

static gint
compare_cases_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MadeCase *one = *(const MadeCase *const *) a;
  const MadeCase *other = *(const MadeCase *const *) b;
  const Sorting *sorting = user_data;
  SortValue left = get_sort_value (one, sorting->order);
  SortValue right = get_sort_value (other, sorting->order);
  gint64 left_key = ys_key_from_id (one->file.id);
  gint64 right_key = ys_key_from_id (other->file.id);
  gboolean texts = is_text_order (sorting->order);
  gboolean left_lacks = texts ? left.text == NULL : left.number == YS_DAY_NONE;
  gboolean right_lacks = texts ? right.text == NULL : right.number == YS_DAY_NONE;
  int result = 0;

  if (left_lacks != right_lacks)
    result = left_lacks ? 1 : -1;
  else if (!left_lacks && texts)
    result = sorting->sign * strcmp (left.text, right.text);
  else if (!left_lacks)
    result = sorting->sign * ((left.number > right.number) - (left.number < right.number));
  if (result == 0)
    result = sorting->sign * ((left_key > right_key) - (left_key < right_key));
  g_free (left.text);
  g_free (right.text);
  return result;
}

static gboolean
passes (const MadeCase *made, const YsFilter *filter)
{
  const YsCasefile *file = &made->file;
  const char *handler = lacking_if_empty (file->handler);
  YsDay due = made->clock.due;

  if (filter->states != 0 && (filter->states & (1u << made->clock.state)) == 0)
    return FALSE;
  if (filter->open_only && made->clock.state == YS_STATE_CONCLUDED)
    return FALSE;
  if (filter->received_year != 0
      && (file->received_on == YS_DAY_NONE
          || ys_day_year (file->received_on) != filter->received_year))
    return FALSE;
  if (filter->handler != NULL && g_strcmp0 (handler, lacking_if_empty (filter->handler)) != 0)
    return FALSE;
  if (filter->outcome != YS_OUTCOME_NONE && file->outcome != filter->outcome)
    return FALSE;
  if (filter->klass != YS_CLASS_NONE && file->klass != filter->klass)
    return FALSE;
  if (filter->channel != NULL && g_strcmp0 (file->channel, filter->channel) != 0)
    return FALSE;
  if (filter->due_until != YS_DAY_NONE && (due == YS_DAY_NONE || due > filter->due_until))
    return FALSE;
  if (filter->due_from != YS_DAY_NONE && (due == YS_DAY_NONE || due < filter->due_from))
    return FALSE;
  if (filter->asks_approval && file->asks_approval == NULL)
    return FALSE;
  return filter->text == NULL || strstr (file->text, filter->text) != NULL;
}

static GPtrArray *
list_in_memory (Fixture *self, const YsFilter *filter, YsOrder order, gboolean descending)
{
  GPtrArray *cases = g_ptr_array_new ();
  Sorting sorting = { order, descending ? -1 : 1 };

  for (guint i = 0; i < self->cases->len; i++)
    if (filter == NULL || passes (g_ptr_array_index (self->cases, i), filter))
      g_ptr_array_add (cases, g_ptr_array_index (self->cases, i));
  g_ptr_array_sort_with_data (cases, compare_cases_cb, &sorting);
  return cases;
}

/* --- comparing ------------------------------------------------------------------------------- */

static void
assert_row_is (const YsIndexRow *row, const MadeCase *made)
{
  const YsCasefile *file = &made->file;
  const YsClock *clock = &made->clock;

  g_assert_cmpstr (row->id, ==, file->id);
  g_assert_cmpstr (row->title, ==, file->title);
  g_assert_cmpstr (row->applicant, ==, file->applicant);
  g_assert_cmpint (row->joint, ==, file->joint);
  g_assert_cmpint (row->klass, ==, file->klass);
  g_assert_cmpstr (row->channel, ==, file->channel);
  g_assert_cmpstr (row->handler, ==, lacking_if_empty (file->handler));
  g_assert_cmpint (row->state, ==, clock->state);
  g_assert_cmpint (row->received_on, ==, file->received_on);
  g_assert_cmpint (row->start, ==, clock->start);
  g_assert_cmpint (row->due, ==, clock->due);
  g_assert_cmpint (row->budget, ==, clock->budget);
  g_assert_cmpint (row->counted, ==, clock->counted);
  g_assert_cmpint (row->suspended, ==, clock->suspended);
  g_assert_cmpint (row->provisional, ==, clock->provisional);
  g_assert_cmpint (row->older_law, ==, clock->older_law);
  g_assert_cmpint (row->waiting_until, ==, file->waiting_until);
  g_assert_cmpuint (row->open, ==, file->open);
  g_assert_cmpint (row->extended, ==, file->extended);
  g_assert_cmpint (row->concluded_on, ==, file->concluded_on);
  g_assert_cmpint (row->outcome, ==, file->outcome);
  g_assert_cmpstr (row->asks_approval, ==, file->asks_approval);
}

static void
assert_pages_are (Fixture *self,
                  const YsFilter *filter,
                  YsOrder order,
                  gboolean descending,
                  int limit,
                  GPtrArray *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  guint seen = 0;
  guint length;

  do
    {
      g_autoptr (GPtrArray) rows
        = ys_index_page (self->made->index, filter, order, descending, after, limit, &error);

      g_assert_no_error (error);
      length = rows->len;
      g_assert_cmpuint (length, <=, (guint) limit);
      for (guint i = 0; i < length; i++, seen++)
        {
          g_assert_cmpuint (seen, <, expected->len);
          assert_row_is (g_ptr_array_index (rows, i), g_ptr_array_index (expected, seen));
        }
      g_free (after);
      after
        = length > 0 ? g_strdup (((YsIndexRow *) g_ptr_array_index (rows, length - 1))->id) : NULL;
    }
  while (length == (guint) limit);
  g_assert_cmpuint (seen, ==, expected->len);
}

static void
assert_list (Fixture *self, const YsFilter *filter, YsOrder order, gboolean descending, int limit)
{
  g_autoptr (GPtrArray) expected = list_in_memory (self, filter, order, descending);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids
    = ys_index_list_ids (self->made->index, filter, order, descending, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, expected->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpstr (g_ptr_array_index (ids, i), ==,
                     ((MadeCase *) g_ptr_array_index (expected, i))->file.id);
  assert_pages_are (self, filter, order, descending, limit, expected);
  g_assert_cmpint (ys_index_count (self->made->index, filter, &error), ==, expected->len);
  g_assert_no_error (error);
}

static void
test_orders (Fixture *self, gconstpointer data)
{
  YsFilter all;

  ys_filter_init (&all);
  for (int order = YS_ORDER_DUE; order <= YS_ORDER_WAITING; order++)
    for (int descending = 0; descending <= 1; descending++)
      {
        assert_list (self, NULL, (YsOrder) order, descending, 64);
        assert_list (self, &all, (YsOrder) order, descending, 1);
        assert_list (self, &all, (YsOrder) order, descending, 7);
      }
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  YsDay day = ys_day_from_ymd (2023, 1, 20);
#define FILTER(...)                                                                                \
  {                                                                                                \
    .outcome = YS_OUTCOME_NONE, .klass = YS_CLASS_NONE, .due_until = YS_DAY_NONE,                  \
    .due_from = YS_DAY_NONE, __VA_ARGS__                                                           \
  }
  const YsFilter filters[] = {
    FILTER (.states = 1u << YS_STATE_RUNNING),
    FILTER (.states = 1u << YS_STATE_SUSPENDED | 1u << YS_STATE_CONCLUDED),
    FILTER (.open_only = TRUE),
    FILTER (.received_year = 2023),
    FILTER (.received_year = 2024),
    FILTER (.handler = "officer-1"),
    FILTER (.handler = ""),
    FILTER (.handler = "officer-1' OR 1 --"),
    { .outcome = YS_OUTCOME_GRANTED,
      .klass = YS_CLASS_NONE,
      .due_until = YS_DAY_NONE,
      .due_from = YS_DAY_NONE },
    { .outcome = YS_OUTCOME_NONE,
      .klass = YS_CLASS_PERSON,
      .due_until = YS_DAY_NONE,
      .due_from = YS_DAY_NONE },
    FILTER (.channel = "fax"),
    { .outcome = YS_OUTCOME_NONE,
      .klass = YS_CLASS_NONE,
      .due_until = day,
      .due_from = YS_DAY_NONE },
    { .outcome = YS_OUTCOME_NONE,
      .klass = YS_CLASS_NONE,
      .due_until = YS_DAY_NONE,
      .due_from = day },
    { .outcome = YS_OUTCOME_NONE, .klass = YS_CLASS_NONE, .due_until = day + 20, .due_from = day },
    FILTER (.asks_approval = TRUE),
    FILTER (.text = "行政处罚决定书"),
    FILTER (.text = "土"),
    FILTER (.text = "许可"),
    FILTER (.text = "征收土地", .open_only = TRUE, .handler = "officer-10"),
    FILTER (.states = 1u << YS_STATE_RUNNING, .handler = "", .channel = "post",
            .received_year = 2023),
    { .states = 0x3f,
      .open_only = TRUE,
      .received_year = 2023,
      .handler = "officer-2",
      .outcome = YS_OUTCOME_NONE,
      .klass = YS_CLASS_LEGAL,
      .channel = "internet",
      .due_until = day + 40,
      .due_from = day - 40 },
  };
#undef FILTER

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    for (int order = YS_ORDER_DUE; order <= YS_ORDER_WAITING; order++)
      {
        assert_list (self, &filters[i], (YsOrder) order, FALSE, 5);
        assert_list (self, &filters[i], (YsOrder) order, TRUE, 64);
      }
}

/* Words that no letter is in find nothing; white space alone asks nothing. */
static void
test_empty_words (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    int found;
  } rows[] = {
    { "", N_CASES }, { " \t\u3000", N_CASES }, { "。", 0 },
    { "\"", 0 },     { "\U0001F600", 0 },      { "鑫鑫鑫鑫", 0 },
  };
  YsFilter filter;

  ys_filter_init (&filter);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      filter.text = rows[i].text;
      g_assert_cmpint (ys_index_count (self->made->index, &filter, NULL), ==, rows[i].found);
    }
}

static void
test_single_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->cases->len; i++)
    {
      const MadeCase *made = g_ptr_array_index (self->cases, i);
      g_autoptr (YsIndexRow) row = ys_index_get_row (self->made->index, made->file.id, &error);

      g_assert_no_error (error);
      assert_row_is (row, made);
    }
  g_assert_null (ys_index_get_row (self->made->index, "2024-0001", &error));
  g_assert_null (ys_index_get_row (self->made->index, "no id", &error));
  g_assert_no_error (error);
}

static void
test_after_unknown (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
    = ys_index_page (self->made->index, NULL, YS_ORDER_DUE, FALSE, "2024-0001", 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 0);
}

/* Putting a case again replaces its row, and what is asked next sees it. */
static void
test_replace (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (77);

  for (guint i = 0; i < self->cases->len; i += 5)
    {
      MadeCase *old = g_ptr_array_index (self->cases, i);
      MadeCase *one = made_case_by_lot (lot, old->file.id, 3);

      made_index_put (self->made, one);
      made_case_free (old);
      self->cases->pdata[i] = one;
    }
  for (int order = YS_ORDER_DUE; order <= YS_ORDER_WAITING; order++)
    assert_list (self, NULL, (YsOrder) order, FALSE, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/index/pages/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("orders", test_orders);
  ADD ("filters", test_filters);
  ADD ("empty-words", test_empty_words);
  ADD ("single-rows", test_single_rows);
  ADD ("after-unknown", test_after_unknown);
  ADD ("replace", test_replace);
#undef ADD
  return g_test_run ();
}
