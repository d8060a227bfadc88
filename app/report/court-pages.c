/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One function a page. */
#include "report/court-pages.h"

#include "rules/outcome.h"
#include "wording/explain.h"
#include "wording/field.h"
#include "wording/word.h"

#define LIST(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef gboolean (*EntryFilter) (const YsPaperEntry *entry);

/* --- entries --------------------------------------------------------------------------------- */

static void
write_actor_cell (YsCourtPage *page, const YsPaperEntry *entry)
{
  ys_court_page_begin_cell (page);
  ys_court_page_line (page, entry->first->actor != NULL ? entry->first->actor : "—");
  if (entry->signature != NULL)
    ys_court_page_line (page, "（已签名）");
  ys_court_page_end_cell (page);
}

static void
write_kind_cell (YsCourtPage *page, const YsPaperEntry *entry)
{
  ys_court_page_begin_cell (page);
  ys_court_page_line (page, ys_name_kind (entry->first->kind));
  if (entry->is_amended)
    ys_court_page_line (page, "（已更正）");
  if (entry->struck_by != 0)
    ys_court_page_line (page, "（已撤销）");
  ys_court_page_end_cell (page);
}

static void
write_files (YsCourtPage *page, const YsPaperEntry *entry)
{
  for (guint i = 0; i < page->papers->files->len; i++)
    {
      const YsPaperFile *file = g_ptr_array_index (page->papers->files, i);

      for (guint n = 0; n < file->seqs->len; n++)
        if (g_array_index (file->seqs, gint64, n) == entry->seq)
          ys_court_page_file (page, file->digest);
    }
}

/* As it was first written, then what it says since it was amended. */
static void
write_content_cell (YsCourtPage *page, const YsPaperEntry *entry)
{
  ys_court_page_begin_cell (page);
  ys_court_page_field_lines (page, entry->first, NULL);
  if (entry->is_amended && entry->struck_by == 0)
    {
      ys_court_page_line (page, "现更正为——");
      ys_court_page_field_lines (page, entry->event, entry->first);
    }
  if (entry->struck_by != 0)
    {
      g_autofree char *by = ys_court_seq (entry->struck_by);
      g_autofree char *line = g_strdup_printf ("本条已由%s撤销，不再有效。", by);

      ys_court_page_line (page, line);
    }
  write_files (page, entry);
  ys_court_page_end_cell (page);
}

static void
write_entry (YsCourtPage *page, const YsPaperEntry *entry)
{
  g_autofree char *day = ys_court_day (entry->first->on);
  g_autofree char *time = ys_court_time (entry->recorded_at);

  ys_court_page_begin_row (page);
  ys_court_page_number_cell (page, entry->seq);
  ys_court_page_cell (page, day);
  write_kind_cell (page, entry);
  write_content_cell (page, entry);
  write_actor_cell (page, entry);
  ys_court_page_cell (page, time);
  ys_court_page_end_row (page);
}

/* The entries that @filter lets through, or the sentence that there are none. */
static void
write_entries (YsCourtPage *page, EntryFilter filter)
{
  gboolean any = FALSE;

  for (guint i = 0; i < page->papers->entries->len; i++)
    {
      const YsPaperEntry *entry = g_ptr_array_index (page->papers->entries, i);

      if (filter != NULL && !filter (entry))
        continue;
      if (!any)
        ys_court_page_begin_table (page, LIST ("序号", "日期", "事项", "内容", "经办人",
                                               "记录时间（北京时间）"));
      any = TRUE;
      write_entry (page, entry);
    }
  if (any)
    ys_court_page_end_table (page);
  else
    ys_court_page_paragraph (page, "无记录。");
}

/* --- 01, 02 ---------------------------------------------------------------------------------- */

static const char *const of_request[]
  = { "applicant.", "joint.", "agent.", "request.", "external.", "suggested_publication", NULL };

static gboolean
is_correction (const YsPaperEntry *entry)
{
  return entry->event->kind == YS_KIND_CORRECTION_ASKED || entry->event->kind == YS_KIND_CORRECTED;
}

static void
write_request (YsCourtPage *page)
{
  const YsCasePapers *papers = page->papers;

  if (papers->receipt == NULL)
    {
      ys_court_page_paragraph (page, "案卷中没有申请的记录。");
      return;
    }
  ys_court_page_paragraph (page, "以下为申请人信息和申请内容的完整记载，未作遮盖，仅供诉讼使用。");
  ys_court_page_heading (page, "申请人和申请内容");
  ys_court_page_begin_facts (page);
  ys_court_page_fields (page, papers->receipt, of_request, FALSE);
  ys_court_page_fact (page, "现申请内容", papers->casefile->description);
  ys_court_page_end_table (page);
  ys_court_page_heading (page, "补正");
  write_entries (page, is_correction);
}

static gboolean
is_letter (const YsPaperEntry *entry)
{
  return entry->struck_by == 0 && ys_kind_is_letter (entry->event->kind);
}

static gboolean
is_of_delivery (const YsPaperEntry *entry)
{
  YsKind kind = entry->first->kind;

  return kind == YS_KIND_DISPATCHED || kind == YS_KIND_DELIVERED || kind == YS_KIND_UNDELIVERED;
}

static void
write_letters (YsCourtPage *page)
{
  ys_court_page_begin_table (page, LIST ("序号", "文书", "作出日期", "寄出", "送达", "退回"));
  for (guint i = 0; i < page->papers->entries->len; i++)
    {
      const YsPaperEntry *entry = g_ptr_array_index (page->papers->entries, i);
      const YsDay days[] = { entry->event != NULL ? entry->event->on : YS_DAY_NONE,
                             entry->dispatched_on, entry->delivered_on, entry->returned_on };

      if (!is_letter (entry))
        continue;
      ys_court_page_begin_row (page);
      ys_court_page_number_cell (page, entry->seq);
      ys_court_page_cell (page, ys_name_kind (entry->event->kind));
      for (guint n = 0; n < G_N_ELEMENTS (days); n++)
        {
          g_autofree char *day = ys_court_day (days[n]);

          ys_court_page_cell (page, day);
        }
      ys_court_page_end_row (page);
    }
  ys_court_page_end_table (page);
}

static void
write_receipt (YsCourtPage *page)
{
  const YsCasefile *casefile = page->papers->casefile;

  ys_court_page_heading (page, "收件");
  ys_court_page_begin_facts (page);
  ys_court_page_day_fact (page, "申请提出日期", casefile->submitted_on);
  ys_court_page_day_fact (page, "到达日期", casefile->arrived_on);
  ys_court_page_day_fact (page, "收到申请之日", casefile->received_on);
  if (page->papers->receipt != NULL)
    ys_court_page_fields (page, page->papers->receipt, of_request, TRUE);
  ys_court_page_fact (page, "承办人", casefile->handler);
  ys_court_page_end_table (page);
  ys_court_page_heading (page, "文书的寄出和送达");
  write_letters (page);
  ys_court_page_heading (page, "寄出、送达和退回的记录");
  write_entries (page, is_of_delivery);
}

/* --- 03 -------------------------------------------------------------------------------------- */

static void
write_clock_facts (YsCourtPage *page, const YsClock *clock)
{
  g_autofree char *budget = g_strdup_printf ("%d个工作日", clock->budget);
  g_autofree char *counted = g_strdup_printf ("%d个工作日", clock->counted);
  g_autofree char *suspended = g_strdup_printf ("%d个工作日", clock->suspended);

  ys_court_page_begin_facts (page);
  ys_court_page_day_fact (page, "截至", clock->on);
  ys_court_page_fact (page, "状态", ys_name_state (clock->state));
  ys_court_page_day_fact (page, "起算日", clock->start);
  ys_court_page_day_fact (page, "期限届满日", clock->due);
  if (clock->due != YS_DAY_NONE && !clock->due_is_set)
    ys_court_page_fact (page, "期限", budget);
  if (clock->due_is_set)
    ys_court_page_fact (page, "期限", "由决定另行确定");
  ys_court_page_fact (page, "已计入", counted);
  ys_court_page_fact (page, "不计入（中止）", suspended);
  ys_court_page_day_fact (page, "办结日", clock->concluded_on);
  if (clock->has_on_time)
    ys_court_page_fact (page, "是否按期答复", clock->on_time ? "按期" : "逾期");
  ys_court_page_end_table (page);
}

static void
write_steps (YsCourtPage *page, const YsClock *clock)
{
  ys_court_page_begin_table (page, LIST ("起", "止", "天数", "效果", "事由", "依据"));
  for (guint i = 0; i < clock->steps->len; i++)
    {
      const YsStep *step = g_ptr_array_index (clock->steps, i);
      g_autofree char *from = ys_court_day (step->from);
      g_autofree char *to = ys_court_day (step->to);
      g_autofree char *why = ys_explain_step (step);

      ys_court_page_begin_row (page);
      ys_court_page_cell (page, from);
      ys_court_page_cell (page, to);
      ys_court_page_number_cell (page, step->days);
      ys_court_page_cell (page, ys_name_effect (step->effect));
      ys_court_page_cell (page, why);
      ys_court_page_cell (page, step->article);
      ys_court_page_end_row (page);
    }
  ys_court_page_end_table (page);
}

static void
write_limits (YsCourtPage *page, const YsClock *clock)
{
  if (clock->limits->len == 0)
    return;
  ys_court_page_heading (page, "各事项的最后期限");
  ys_court_page_begin_table (page, LIST ("事项", "最后一日", "依据"));
  for (guint i = 0; i < clock->limits->len; i++)
    {
      const YsLimit *limit = g_ptr_array_index (clock->limits, i);
      g_autofree char *day = ys_court_day (limit->until);

      ys_court_page_begin_row (page);
      ys_court_page_cell (page, ys_name_act (limit->act));
      ys_court_page_cell (page, day);
      ys_court_page_cell (page, limit->article);
      ys_court_page_end_row (page);
    }
  ys_court_page_end_table (page);
}

static void
write_clock (YsCourtPage *page)
{
  const YsClock *clock = page->papers->clock;

  if (clock == NULL)
    {
      ys_court_page_paragraph (page, "尚未收到申请，期限未起算。");
      return;
    }
  if (clock->older_law)
    ys_court_page_paragraph (page, "申请于2019年5月15日前收到，适用原条例，本表不计算期限。");
  if (clock->provisional)
    ys_court_page_paragraph (page, "期限延及尚未公布节假日安排的日期，以下为暂计。");
  write_clock_facts (page, clock);
  ys_court_page_heading (page, "逐日说明");
  write_steps (page, clock);
  write_limits (page, clock);
}

/* --- 04, 05 ---------------------------------------------------------------------------------- */

static void
write_timeline (YsCourtPage *page)
{
  ys_court_page_paragraph (page, "以下按记录的先后列出本案全部记录。记录只增不改：更正和撤销另立记录，"
                                 "原记录照旧列出。");
  write_entries (page, NULL);
}

static gboolean
is_of_approval (const YsPaperEntry *entry)
{
  YsKind kind = entry->first->kind;

  return kind == YS_KIND_REVIEWED || kind == YS_KIND_APPROVAL_ASKED || kind == YS_KIND_APPROVED
         || kind == YS_KIND_RETURNED;
}

static const char *
tell_cover (const YsCasePapers *papers)
{
  switch (papers->cover)
    {
    case YS_COVER_NOT_ASKED:
      return "本机关不要求审批留痕。";
    case YS_COVER_NOT_YET:
      return "尚未答复。";
    case YS_COVER_NONE:
      return "答复之前没有审批的记录。";
    case YS_COVER_HOLDS:
      return "审批所及的文件和事实，与答复的文件和现有记载一致。";
    case YS_COVER_BROKEN:
      return "审批与答复不相符：";
    default:
      g_return_val_if_reached ("");
    }
}

static void
write_approved_digests (YsCourtPage *page)
{
  ys_court_page_begin_table (page, LIST ("序号", "事项", "文件及其摘要", "事实的摘要"));
  for (guint i = 0; i < page->papers->entries->len; i++)
    {
      const YsPaperEntry *entry = g_ptr_array_index (page->papers->entries, i);
      const YsEvent *event = entry->event;

      if (event->kind != YS_KIND_APPROVAL_ASKED && event->kind != YS_KIND_APPROVED)
        continue;
      ys_court_page_begin_row (page);
      ys_court_page_number_cell (page, entry->seq);
      write_kind_cell (page, entry);
      ys_court_page_begin_cell (page);
      for (int n = 0; n < ys_event_count_list (event, "files"); n++)
        {
          g_autofree char *path = g_strdup_printf ("files.%d", n);
          const char *digest = ys_event_get_string (event, path);

          ys_court_page_file (page, digest);
          ys_court_page_digest (page, digest);
        }
      ys_court_page_end_cell (page);
      ys_court_page_begin_cell (page);
      ys_court_page_digest (page, ys_event_get_string (event, "facts"));
      ys_court_page_end_cell (page);
      ys_court_page_end_row (page);
    }
  ys_court_page_end_table (page);
}

static void
write_approvals (YsCourtPage *page)
{
  write_entries (page, is_of_approval);
  ys_court_page_heading (page, "所审批的内容");
  write_approved_digests (page);
  ys_court_page_heading (page, "审批与答复是否相符");
  ys_court_page_paragraph (page, tell_cover (page->papers));
  if (page->papers->uncovered != NULL)
    ys_court_page_paragraph (page, page->papers->uncovered);
}

/* --- 06 -------------------------------------------------------------------------------------- */

static gboolean
is_conclusion (const YsPaperEntry *entry)
{
  return ys_kind_is_conclusion (entry->first->kind);
}

static gboolean
is_draft (const YsPaperEntry *entry)
{
  return entry->first->kind == YS_KIND_DRAFTED;
}

static gboolean
is_of_remedy (const YsPaperEntry *entry)
{
  YsKind kind = entry->first->kind;

  return kind == YS_KIND_REVIEW_OPENED || kind == YS_KIND_REVIEW_DECIDED
         || kind == YS_KIND_REOPENED;
}

static void
write_reply (YsCourtPage *page)
{
  const YsCasefile *casefile = page->papers->casefile;

  if (casefile->concluded_on == YS_DAY_NONE)
    ys_court_page_paragraph (page, "本案尚未办结。");
  else
    {
      const char *article = ys_ground_get_article (casefile->ground);
      const char *ground = ys_ground_describe (casefile->ground);

      ys_court_page_begin_facts (page);
      ys_court_page_day_fact (page, "办结日", casefile->concluded_on);
      ys_court_page_fact (page, "结果", ys_name_outcome (casefile->outcome));
      ys_court_page_fact (page, "依据", article);
      ys_court_page_fact (page, "理由", ground);
      ys_court_page_fact (page, "答复文号", casefile->reply_number);
      ys_court_page_end_table (page);
    }
  ys_court_page_heading (page, "办结的记录");
  write_entries (page, is_conclusion);
  ys_court_page_heading (page, "拟稿");
  write_entries (page, is_draft);
  ys_court_page_heading (page, "行政复议、行政诉讼和重新办理");
  write_entries (page, is_of_remedy);
}

/* --- all of them ----------------------------------------------------------------------------- */

const YsCourtPageKind ys_court_pages[] = {
  { "01-申请.html", "申请", write_request },
  { "02-收件.html", "收件和送达", write_receipt },
  { "03-期限说明.html", "期限说明", write_clock },
  { "04-经办过程.html", "经办过程", write_timeline },
  { "05-审批.html", "审批", write_approvals },
  { "06-答复.html", "答复", write_reply },
};
const guint ys_n_court_pages = G_N_ELEMENTS (ys_court_pages);

GBytes *
ys_court_page_make (const YsCourtPageKind *kind, const YsCasePapers *papers,
                    const GPtrArray *names, GError **error)
{
  YsCourtPage page = { .papers = papers, .names = names };

  if (!ys_court_page_begin (&page, kind->title, error))
    return NULL;
  kind->write (&page);
  return ys_court_page_finish (&page);
}
