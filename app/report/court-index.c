/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index, with what can be proven by it, and the manifest. */
#include "report/court-index.h"

#include "report/court-page.h"

#include <cjson/cJSON.h>

#define LIST(...) ((const char *const[]) { __VA_ARGS__, NULL })

#define FORMAT "yishen-casefile-1"

/* What each part of the case file proves, and by what. */
static const char *const proofs[] = {
  "一、本目录列出每个文件的字节数和两种摘要（SHA-256、SM3）；数据/manifest.json 所列与本目录相同，"
  "并列有本目录自身的摘要。任一文件有改动，其摘要即不相符。",
  "二、附件为案卷库所存文件的原字节。记录中以摘要指明文件，附件的摘要与记录所载相同，即为该记录所指的文件；"
  "审批记录载明所审批文件的摘要，答复记录载明所发文件的摘要，两者可以对照。",
  "三、数据/entries.ndjson 为本案全部记录。数据/chain.ndjson 列出每条记录摘要的全部成分："
  "上一条记录的摘要、位置、日期、记录时间、经办人、正文摘要等，可据以重新计算每条记录的摘要。",
  "四、正文摘要由正文和案卷库内的随机数算得，随机数不离开案卷库，故正文与其摘要是否相符，"
  "须在案卷库上以 yishenctl verify 核对。",
  "五、数据/checkpoint.txt 为制作时的核对凭证，可以 yishenctl verify --checkpoint 与案卷库核对。",
};

/* --- files ----------------------------------------------------------------------------------- */

static char *
join_seqs (const GArray *seqs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < seqs->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "、" : "",
                            g_array_index (seqs, gint64, i));
  return g_string_free (text, FALSE);
}

YsCourtFile *
ys_court_file_new (const char *name, const char *what, const YsPaperFile *paper)
{
  YsCourtFile *self = g_new0 (YsCourtFile, 1);

  self->name = g_strdup (name);
  self->what = g_strdup (what);
  self->seqs = paper != NULL ? join_seqs (paper->seqs) : NULL;
  self->digest = paper != NULL ? paper->digest : NULL;
  return self;
}

void
ys_court_file_free (YsCourtFile *self)
{
  g_free (self->name);
  g_free (self->what);
  g_free (self->seqs);
  g_free (self);
}

/* --- for people ------------------------------------------------------------------------------ */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const YsCourtFile *x = *(YsCourtFile *const *) a;
  const YsCourtFile *y = *(YsCourtFile *const *) b;

  return g_strcmp0 (x->name, y->name);
}

static void
write_digest_cell (YsCourtPage *page, const YsCourtFile *file)
{
  ys_court_page_begin_cell (page);
  ys_court_page_line (page, "SHA-256");
  ys_court_page_digest (page, file->pair.sha256);
  ys_court_page_line (page, "SM3");
  ys_court_page_digest (page, file->pair.sm3);
  ys_court_page_end_cell (page);
}

static void
write_name_cell (YsCourtPage *page, const YsCourtFile *file)
{
  g_autofree char *address = g_uri_escape_string (file->name, "/", FALSE);

  ys_court_page_begin_cell (page);
  ys_html_start (page->writer, "a");
  ys_html_attribute (page->writer, "href", address);
  ys_html_text (page->writer, file->name);
  ys_html_end (page->writer);
  ys_court_page_end_cell (page);
}

static void
write_files (YsCourtPage *page, const GPtrArray *files)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (files, i));
  g_ptr_array_sort (sorted, compare_names);
  ys_court_page_begin_table (page, LIST ("序号", "文件", "内容", "载于记录", "字节数", "摘要"));
  for (guint i = 0; i < sorted->len; i++)
    {
      const YsCourtFile *file = g_ptr_array_index (sorted, i);

      ys_court_page_begin_row (page);
      ys_court_page_number_cell (page, i + 1);
      write_name_cell (page, file);
      ys_court_page_cell (page, file->what);
      ys_court_page_cell (page, file->seqs);
      ys_court_page_number_cell (page, file->pair.size);
      write_digest_cell (page, file);
      ys_court_page_end_row (page);
    }
  ys_court_page_end_table (page);
}

static void
write_missing (YsCourtPage *page)
{
  gboolean any = FALSE;

  for (guint i = 0; i < page->papers->files->len; i++)
    {
      const YsPaperFile *file = g_ptr_array_index (page->papers->files, i);
      g_autofree char *seqs = join_seqs (file->seqs);

      if (file->is_kept)
        continue;
      if (!any)
        {
          ys_court_page_heading (page, "记录提及而案卷库没有保存的文件");
          ys_court_page_begin_table (page, LIST ("摘要", "名称", "载于记录"));
        }
      any = TRUE;
      ys_court_page_begin_row (page);
      ys_court_page_begin_cell (page);
      ys_court_page_digest (page, file->digest);
      ys_court_page_end_cell (page);
      ys_court_page_cell (page, file->name);
      ys_court_page_cell (page, seqs);
      ys_court_page_end_row (page);
    }
  if (any)
    ys_court_page_end_table (page);
}

static void
write_head (YsCourtPage *page)
{
  const YsCasePapers *papers = page->papers;

  ys_court_page_begin_facts (page);
  ys_court_page_fact (page, "机关", papers->agency);
  ys_court_page_fact (page, "案件编号", papers->casefile->id);
  ys_court_page_fact (page, "申请人", papers->casefile->applicant);
  ys_court_page_fact (page, "申请事项", papers->casefile->title);
  ys_court_page_day_fact (page, "收到申请之日", papers->casefile->received_on);
  ys_court_page_day_fact (page, "办结日", papers->casefile->concluded_on);
  ys_court_page_fact (page, "答复文号", papers->casefile->reply_number);
  ys_court_page_day_fact (page, "制作日期", papers->on);
  ys_court_page_fact (page, "制作人", papers->made_by);
  ys_court_page_fact (page, "案卷库", papers->docket);
  ys_court_page_fact (page, "核对凭证", papers->checkpoint);
  ys_court_page_end_table (page);
}

GBytes *
ys_court_index_make (const YsCasePapers *papers, const GPtrArray *names, const GPtrArray *files,
                     GError **error)
{
  YsCourtPage page = { .papers = papers, .names = names };

  if (!ys_court_page_begin (&page, "诉讼案卷目录", error))
    return NULL;
  write_head (&page);
  ys_court_page_heading (&page, "文件");
  write_files (&page, files);
  ys_court_page_paragraph (&page, "本目录和 数据/manifest.json 未列入上表。");
  write_missing (&page);
  ys_court_page_heading (&page, "可供核对的内容");
  for (guint i = 0; i < G_N_ELEMENTS (proofs); i++)
    ys_court_page_paragraph (&page, proofs[i]);
  return ys_court_page_finish (&page);
}

/* --- for programs ---------------------------------------------------------------------------- */

static cJSON *
make_files (const GPtrArray *files)
{
  cJSON *list = cJSON_CreateArray ();

  for (guint i = 0; i < files->len; i++)
    {
      const YsCourtFile *file = g_ptr_array_index (files, i);
      cJSON *object = cJSON_CreateObject ();

      cJSON_AddStringToObject (object, "name", file->name);
      cJSON_AddStringToObject (object, "what", file->what);
      cJSON_AddNumberToObject (object, "size", (double) file->pair.size);
      cJSON_AddStringToObject (object, "sha256", file->pair.sha256);
      cJSON_AddStringToObject (object, "sm3", file->pair.sm3);
      if (file->digest != NULL)
        cJSON_AddStringToObject (object, "digest", file->digest);
      cJSON_AddItemToArray (list, object);
    }
  return list;
}

static cJSON *
make_missing (const YsCasePapers *papers)
{
  cJSON *list = cJSON_CreateArray ();

  for (guint i = 0; i < papers->files->len; i++)
    {
      const YsPaperFile *file = g_ptr_array_index (papers->files, i);

      if (!file->is_kept)
        cJSON_AddItemToArray (list, cJSON_CreateString (file->digest));
    }
  return list;
}

GBytes *
ys_court_manifest_make (const YsCasePapers *papers, const GPtrArray *files)
{
  cJSON *object = cJSON_CreateObject ();
  char on[YS_DAY_TEXT];
  g_autoptr (GString) text = NULL;
  char *printed;

  cJSON_AddStringToObject (object, "format", FORMAT);
  cJSON_AddStringToObject (object, "agency", papers->agency);
  cJSON_AddStringToObject (object, "docket", papers->docket);
  cJSON_AddStringToObject (object, "case", papers->casefile->id);
  cJSON_AddStringToObject (object, "made_on", ys_day_format (papers->on, on));
  cJSON_AddItemToObject (object, "files", make_files (files));
  cJSON_AddItemToObject (object, "missing", make_missing (papers));
  printed = cJSON_Print (object);
  text = g_string_new (printed);
  g_string_append_c (text, '\n');
  cJSON_free (printed);
  cJSON_Delete (object);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
