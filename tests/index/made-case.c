/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made casefiles and made indexes. */
#define _GNU_SOURCE /* memmem */
#include "made-case.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const phrases[] = {
  "申请公开",         "征收土地",         "补偿安置方案", "建设用地批准文件", "规划许可证",
  "环境影响评价报告", "财政预算执行情况", "政府采购合同", "行政处罚决定书",   "信访答复意见",
  "拆迁补偿标准",     "公示公告",         "某某小区",     "二号地块",         "本人房屋",
  "位于城东街道",     "依法获取",         "政府信息",     "会议纪要",         "审批流程",
  "A区2024年",        "GB 50016",         "第三中学",     "食品抽检结果",     "道路改造工程",
  "招标文件",         "竣工验收备案表",   "不动产登记",   "工程造价",         "低保名单",
  "水质监测数据",     "消防验收",         "人民法院",     "请以纸质形式提供",
};
static const char *const channels[] = { "in-person", "post", "internet", "fax" };
static const char *const handlers[] = { NULL, "", "officer-1", "officer-2", "officer-10" };
static const char *const asked[] = { NULL, NULL, NULL, "reply", "extension" };

#define PICK(lot, table) ((table)[g_rand_int_range ((lot), 0, G_N_ELEMENTS (table))])

MadeCase *
made_case_new (const char *id)
{
  MadeCase *self = g_new0 (MadeCase, 1);
  YsDay received = ys_day_from_ymd (2024, 3, 1);

  self->file = (YsCasefile){
    .id = g_strdup (id),
    .seq = 1,
    .on = received,
    .clock = &self->clock,
    .submitted_on = received,
    .arrived_on = YS_DAY_NONE,
    .received_on = received,
    .klass = YS_CLASS_PERSON,
    .first_concluded_on = YS_DAY_NONE,
    .first_outcome = YS_OUTCOME_NONE,
    .concluded_on = YS_DAY_NONE,
    .outcome = YS_OUTCOME_NONE,
    .drafted = YS_OUTCOME_NONE,
    .waiting_until = YS_DAY_NONE,
    .fees = g_array_new (FALSE, FALSE, sizeof (YsFeePaid)),
    .reviews = g_ptr_array_new_with_free_func (g_free),
    .text = g_strdup (""),
  };
  self->clock = (YsClock){
    .on = received,
    .state = YS_STATE_RUNNING,
    .start = received,
    .due = received + 28,
    .budget = 20,
    .contested_due = YS_DAY_NONE,
    .concluded_on = YS_DAY_NONE,
    .changes_on = YS_DAY_NONE,
  };
  return self;
}

void
made_case_set (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

void
made_case_hold (MadeCase *self, const char *digest)
{
  if (self->file.files == NULL)
    self->file.files = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->file.files, g_strdup (digest));
}

void
made_case_write_text (MadeCase *self)
{
  GString *text = g_string_new (NULL);
  const char *const parts[] = { self->file.applicant, self->file.title, self->file.description };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s\n", parts[i]);
  g_free (self->file.text);
  self->file.text = g_string_free (text, FALSE);
}

MadeCase *
made_case_with_text (const char *id,
                     const char *title,
                     const char *applicant,
                     const char *description)
{
  MadeCase *self = made_case_new (id);

  made_case_set (&self->file.title, title);
  made_case_set (&self->file.applicant, applicant);
  made_case_set (&self->file.description, description);
  made_case_write_text (self);
  return self;
}

char *
made_text_by_lot (GRand *lot, int n_phrases)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_phrases; i++)
    {
      if (i > 0 && g_rand_int_range (lot, 0, 4) == 0)
        g_string_append (text, "，");
      g_string_append (text, PICK (lot, phrases));
      /* Names of places and people make most of the vocabulary. */
      if (g_rand_int_range (lot, 0, 6) == 0)
        for (int j = 0; j < 3; j++)
          g_string_append_unichar (text, (gunichar) g_rand_int_range (lot, 0x4E00, 0x5E00));
    }
  return g_string_free (text, FALSE);
}

static YsDay
day_by_lot (GRand *lot, YsDay from, int days, int gap_in)
{
  if (gap_in > 0 && g_rand_int_range (lot, 0, gap_in) == 0)
    return YS_DAY_NONE;
  return from + g_rand_int_range (lot, 0, days);
}

static void
add_remedies (MadeCase *self, GRand *lot, YsDay from)
{
  while (g_rand_int_range (lot, 0, 5) == 0)
    {
      YsFeePaid fee = { day_by_lot (lot, from, 700, 0), g_rand_int_range (lot, 100, 90000) };

      g_array_append_val (self->file.fees, fee);
    }
  while (g_rand_int_range (lot, 0, 8) == 0)
    {
      YsReview *review = g_new0 (YsReview, 1);

      review->route = g_rand_int_range (lot, 0, YS_N_ROUTES);
      review->as_review_body = g_rand_int_range (lot, 0, 4) == 0;
      review->opened_on = day_by_lot (lot, from, 400, 0);
      review->served_on = YS_DAY_NONE;
      review->decided_on = day_by_lot (lot, from + 400, 400, 3);
      review->result = review->decided_on == YS_DAY_NONE
                         ? YS_RESULT_NONE
                         : g_rand_int_range (lot, 0, YS_RESULT_PENDING);
      g_ptr_array_add (self->file.reviews, review);
    }
}

MadeCase *
made_case_by_lot (GRand *lot, const char *id, int n_phrases)
{
  MadeCase *self = made_case_new (id);
  YsCasefile *file = &self->file;
  YsClock *clock = &self->clock;
  YsDay from = ys_day_from_ymd (2023, 1, 1);
  gboolean concluded;

  clock->state = g_rand_int_range (lot, 0, YS_N_STATES);
  concluded = clock->state == YS_STATE_CONCLUDED;
  file->received_on = day_by_lot (lot, from, 700, 12);
  clock->start = file->received_on;
  clock->due = day_by_lot (lot, from, 60, 4);
  clock->counted = g_rand_int_range (lot, 0, 40);
  clock->suspended = g_rand_int_range (lot, 0, 3);
  clock->provisional = g_rand_boolean (lot);
  clock->older_law = g_rand_int_range (lot, 0, 9) == 0;
  file->klass = g_rand_int_range (lot, 0, YS_N_CLASSES);
  made_case_set (&file->channel, PICK (lot, channels));
  made_case_set (&file->handler, PICK (lot, handlers));
  made_case_set (&file->asks_approval, PICK (lot, asked));
  file->joint = g_rand_int_range (lot, 0, 3);
  file->open = (unsigned) g_rand_int_range (lot, 0, 32);
  file->extended = g_rand_boolean (lot);
  file->waiting_until = day_by_lot (lot, from, 100, 2);
  file->has_later = g_rand_int_range (lot, 0, 20) == 0;
  clock->changes_on = g_rand_int_range (lot, 0, 10) == 0 ? from + 30 : YS_DAY_NONE;
  if (concluded || g_rand_int_range (lot, 0, 10) == 0)
    {
      file->first_outcome = g_rand_int_range (lot, 0, YS_N_OUTCOMES);
      file->first_concluded_on = day_by_lot (lot, from, 800, 0);
    }
  if (concluded)
    {
      file->concluded_on = day_by_lot (lot, from, 800, 0);
      file->outcome = g_rand_int_range (lot, 0, YS_N_OUTCOMES);
    }
  clock->concluded_on = file->concluded_on;
  add_remedies (self, lot, from);

  if (g_rand_int_range (lot, 0, 15) > 0)
    file->title = made_text_by_lot (lot, g_rand_int_range (lot, 1, 5));
  if (g_rand_int_range (lot, 0, 15) > 0)
    file->applicant = g_strdup_printf ("%s%d", PICK (lot, phrases), g_rand_int_range (lot, 0, 30));
  file->description = made_text_by_lot (lot, n_phrases);
  made_case_write_text (self);
  return self;
}

void
made_case_free (MadeCase *self)
{
  YsCasefile *file = &self->file;

  g_free (file->id);
  g_free (file->channel);
  g_free (file->applicant);
  g_free (file->title);
  g_free (file->description);
  g_free (file->handler);
  g_free (file->asks_approval);
  g_free (file->text);
  g_array_unref (file->fees);
  g_ptr_array_unref (file->reviews);
  g_clear_pointer (&file->links, g_ptr_array_unref);
  g_clear_pointer (&file->files, g_ptr_array_unref);
  g_free (self);
}

/* --- an index in a folder of its own --------------------------------------------------------- */

MadeIndex *
made_index_new (void)
{
  MadeIndex *self = g_new0 (MadeIndex, 1);
  g_autoptr (GError) error = NULL;

  self->dir = g_dir_make_tmp ("yishen-index-XXXXXX", &error);
  g_assert_no_error (error);
  made_index_reopen (self, "docket-1");
  return self;
}

void
made_index_reopen (MadeIndex *self, const char *docket_id)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->index);
  self->index = ys_index_open (self->dir, docket_id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->index);
}

void
made_index_put (MadeIndex *self, const MadeCase *made)
{
  g_autoptr (GError) error = NULL;

  ys_index_begin (self->index, &error);
  g_assert_no_error (error);
  ys_index_put (self->index, &made->file, &error);
  g_assert_no_error (error);
  ys_index_commit (self->index, ys_index_get_position (self->index) + 1, "digest", made->file.on,
                   &error);
  g_assert_no_error (error);
}

static void
foreach_file (MadeIndex *self, void (*func) (const char *path, gpointer data), gpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->dir, name, NULL);

      func (path, data);
    }
}

static void
remove_file (const char *path, gpointer data)
{
  g_unlink (path);
}

typedef struct
{
  const char *bytes;
  gboolean found;
} Sought;

static void
seek_in_file (const char *path, gpointer data)
{
  Sought *sought = data;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, NULL);
  if (contents != NULL && memmem (contents, length, sought->bytes, strlen (sought->bytes)) != NULL)
    sought->found = TRUE;
}

gboolean
made_index_has_bytes (MadeIndex *self, const char *bytes)
{
  Sought sought = { bytes, FALSE };

  foreach_file (self, seek_in_file, &sought);
  return sought.found;
}

void
made_index_free (MadeIndex *self)
{
  g_clear_object (&self->index);
  foreach_file (self, remove_file, NULL);
  g_rmdir (self->dir);
  g_free (self->dir);
  g_free (self);
}
