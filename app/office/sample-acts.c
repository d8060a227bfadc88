/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The acts: each knows how its entries look and what it does to the run of the clock. None decides
 * whether it happens. */
#include "office/sample-acts.h"

#include "rules/edition.h"
#include "rules/fee.h"

#define RECEPTION YS_SAMPLE_RECEPTION
#define HEAD YS_SAMPLE_HEAD

/* --- days ------------------------------------------------------------------------------------ */

YsDay
ys_sample_day_before (const YsCalendar *calendar, YsDay day, int n)
{
  while (n > 0)
    if (ys_calendar_is_working (calendar, --day))
      n--;
  return day;
}

YsDay
ys_sample_working (const YsCalendar *calendar, YsDay day)
{
  return ys_calendar_is_working (calendar, day) ? day : ys_calendar_nth (calendar, day, 1);
}

static gboolean
is_suspended (const YsCalendar *calendar, const YsSampleRun *run, YsDay day, YsDay known)
{
  for (guint i = 0; i < run->n_consultations; i++)
    {
      const YsSampleConsultation *one = &run->consultations[i];
      YsDay from = one->delivered <= known ? one->delivered : one->sent;
      YsDay limit = ys_calendar_nth (calendar, from, ys_edition_get_days (YS_PERIOD_CONSULTATION));
      YsDay end = MIN (one->answered <= known ? one->answered : known, limit);

      if (one->sent <= known && day > one->sent && day <= end)
        return TRUE;
    }
  return FALSE;
}

YsDay
ys_sample_run_due (const YsCalendar *calendar, const YsSampleRun *run, YsDay known)
{
  if (run->until != YS_SAMPLE_FAR && run->delayed <= known)
    return run->until;

  int budget
    = ys_edition_get_days (YS_PERIOD_REPLY) + (run->extended <= known ? run->extension : 0);

  if (run->n_consultations == 0)
    return ys_calendar_nth (calendar, run->start, budget);

  YsDay day = run->start;
  while (budget > 0)
    {
      day++;
      if (ys_calendar_is_working (calendar, day) && !is_suspended (calendar, run, day, known))
        budget--;
    }
  return day;
}

/* --- the case in the making ------------------------------------------------------------------ */

void
ys_sample_case_begin (YsSampleCase *self, const char *id)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->entries, 0);
  self->id = id;
  self->handler = ys_sample_pick_handler (self->dice);
  self->n_runs = 0;
  self->concluded_on = YS_DAY_NONE;
  self->outcome = YS_OUTCOME_NONE;
  self->reply = -1;
}

YsSampleRun *
ys_sample_case_run (YsSampleCase *self)
{
  g_assert (self->n_runs > 0);
  return &self->runs[self->n_runs - 1];
}

YsSampleRun *
ys_sample_start_run (YsSampleCase *self, YsDay on)
{
  g_assert (self->n_runs < YS_SAMPLE_MAX_RUNS);

  YsSampleRun run = { .start = on,
                      .halted = YS_SAMPLE_FAR,
                      .extended = YS_SAMPLE_FAR,
                      .delayed = YS_SAMPLE_FAR,
                      .until = YS_SAMPLE_FAR,
                      .concluded = YS_SAMPLE_FAR };
  self->runs[self->n_runs++] = run;
  return ys_sample_case_run (self);
}

const char *
ys_sample_pick_handler (YsDice *dice)
{
  static const char *const handlers[] = { "陈立", "孙晓梅", "方志远", "罗琳" };

  return ys_dice_pick (dice, handlers);
}

int
ys_sample_add_entry (YsSampleCase *self,
                     const char *kind,
                     YsDay on,
                     const char *actor,
                     const char *refers_as,
                     int refers,
                     gsize body)
{
  YsSampleEntry entry = { .on = on,
                          .kind = kind,
                          .actor = actor != NULL ? actor : self->handler,
                          .refers = refers,
                          .refers_as = refers_as,
                          .order = self->entries->len,
                          .body = body,
                          .length = self->text->len - body };

  g_array_append_val (self->entries, entry);
  return (int) entry.order;
}

int
ys_sample_act (
  YsSampleCase *self, const char *kind, YsDay on, const char *actor, const char *members, ...)
{
  gsize body = self->text->len;
  va_list arguments;

  va_start (arguments, members);
  g_string_append_vprintf (self->text, members, arguments);
  va_end (arguments);
  return ys_sample_add_entry (self, kind, on, actor, NULL, -1, body);
}

int
ys_sample_act_on (YsSampleCase *self,
                  const char *kind,
                  YsDay on,
                  const char *actor,
                  const char *refers_as,
                  int refers,
                  const char *members,
                  ...)
{
  gsize body = self->text->len;
  va_list arguments;

  va_start (arguments, members);
  g_string_append_vprintf (self->text, members, arguments);
  va_end (arguments);
  return ys_sample_add_entry (self, kind, on, actor, refers_as, refers, body);
}

void
ys_sample_attach (
  YsSampleCase *self, YsDay on, YsSampleFile file, const char *name, const char *role, int pages)
{
  ys_sample_act (self, "attached", on, NULL,
                 "\"file\":\"%s\",\"name\":\"%s.pdf\",\"role\":\"%s\",\"pages\":%d,"
                 "\"media_type\":\"application/pdf\"",
                 self->files->digests[file], name, role, pages);
}

/* --- receipt --------------------------------------------------------------------------------- */

static void
add_joint_and_agent (YsSampleCase *self)
{
  char phone[YS_SAMPLE_PHONE];

  if (self->klass == YS_CLASS_PERSON && ys_dice_chance (self->dice, 40))
    {
      g_string_append (self->text, ",\"joint\":[");
      for (int left = ys_dice_between (self->dice, 1, 3); left > 0; left--)
        {
          ys_sample_add_applicant (self->text, self->dice, YS_CLASS_PERSON, phone);
          g_string_append (self->text, left > 1 ? "," : "]");
        }
    }
  if (self->klass == YS_CLASS_PERSON && ys_dice_chance (self->dice, 60))
    {
      g_string_append (self->text, ",\"agent\":{\"name\":\"");
      ys_sample_add_lawyer (self->text, self->dice);
      if (ys_dice_chance (self->dice, 600))
        g_string_append_printf (self->text, "\",\"authorisation\":\"%s",
                                self->files->digests[YS_SAMPLE_FILE_SCAN]);
      g_string_append (self->text, "\"}");
    }
}

static void
add_what (YsSampleCase *self, int year, const char *what)
{
  static const char *const forms[] = { "paper", "email", "copy", "inspect", "other" };
  static const guint form_weights[] = { 64, 22, 8, 4, 2 };
  static const char *const deliveries[] = { "post", "pickup", "fax", "other" };
  static const guint delivery_weights[] = { 78, 17, 3, 2 };
  const char *form
    = forms[ys_dice_weighted (self->dice, form_weights, G_N_ELEMENTS (form_weights))];

  self->delivery
    = deliveries[ys_dice_weighted (self->dice, delivery_weights, G_N_ELEMENTS (delivery_weights))];
  if (g_str_equal (form, "email"))
    self->delivery = "email";
  else if (g_str_equal (form, "inspect"))
    self->delivery = "onsite";

  self->what = self->text->len;
  if (what != NULL)
    {
      self->phone[0] = '\0';
      g_string_append (self->text, what);
    }
  else
    {
      g_string_append (self->text, "\"applicant\":");
      ys_sample_add_applicant (self->text, self->dice, self->klass, self->phone);
      g_string_append (self->text, ",\"request\":");
      ys_sample_add_request (self->text, self->dice, year, form, self->delivery);
    }
  self->what_length = self->text->len - self->what;
}

/* @what (nullable): applicant and request of an earlier case, to be made again. */
void
ys_sample_receive (YsSampleCase *self, YsDay arrived, YsDay received, const char *what)
{
  gboolean internet = g_str_equal (self->channel, "internet");
  gboolean confirms = internet || g_str_equal (self->channel, "fax")
                      || g_str_equal (self->channel, "ordinary-post");
  YsDay first = confirms ? arrived : received;
  YsDay submitted = first;
  char day[YS_DAY_TEXT];
  gsize body = self->text->len;

  if (g_str_has_suffix (self->channel, "post"))
    submitted -= ys_dice_between (self->dice, 1, 5);
  g_string_append_printf (self->text, "\"channel\":\"%s\",\"submitted_on\":\"%s\",", self->channel,
                          ys_day_format (submitted, day));
  if (g_str_equal (self->channel, "oral"))
    g_string_append (self->text, "\"taken_by\":\"" RECEPTION "\",");
  if (g_str_equal (self->channel, "post") && ys_dice_chance (self->dice, 250))
    g_string_append (self->text, "\"arrived_via\":\"办公室收发室转交\",");
  add_what (self, ys_day_year (first), what);
  add_joint_and_agent (self);
  if (internet && ys_dice_chance (self->dice, 700))
    g_string_append_printf (self->text, ",\"external\":[{\"system\":\"%s\",\"number\":\"%s%06u\"}]",
                            ys_dice_chance (self->dice, 600) ? "省政府网站依申请公开系统"
                                                             : "市政府门户网站",
                            ys_day_format (first, day), ys_dice_below (self->dice, 1000000));
  if (ys_dice_chance (self->dice, 20))
    g_string_append (self->text, ",\"suggested_publication\":true");
  self->request = ys_sample_add_entry (self, confirms ? "arrived" : "received", first, RECEPTION,
                                       NULL, -1, body);
  if (confirms)
    ys_sample_act (self, "received", received, RECEPTION, "\"confirmed_by\":\"" RECEPTION "\"");
  ys_sample_start_run (self, received);

  if (!internet && ys_dice_chance (self->dice, 700))
    ys_sample_attach (self, received, YS_SAMPLE_FILE_REQUEST, "政府信息公开申请表", "request", 1);
  if (ys_dice_chance (self->dice, 60))
    ys_sample_attach (self, received, YS_SAMPLE_FILE_SCAN, "随附材料（扫描件）", "evidence", 1);
  ys_sample_act (self, "assigned", received, RECEPTION, "\"to\":\"%s\"", self->handler);
}

/* --- letters and questions ------------------------------------------------------------------- */

YsDay
ys_sample_send_letter (YsSampleCase *self, int letter, YsDay on)
{
  static const char *const signers[]
    = { "本人签收", "本人签收", "家属代收", "单位收发室", "物业代收" };
  static const char *const troubles[] = { "收件人拒收", "原址查无此人", "电话无人接听，逾期退回" };
  YsDice *dice = self->dice;
  YsDay arrives = on + ys_dice_between (dice, 1, 4);

  ys_sample_act_on (self, "dispatched", on, NULL, "of", letter,
                    "\"by\":\"EMS\",\"tracking\":\"9900%09u\"", ys_dice_below (dice, 1000000000));
  if (ys_dice_chance (dice, 30))
    {
      ys_sample_act_on (self, "undelivered", arrives + 3, NULL, "of", letter, "\"reason\":\"%s\"",
                        ys_dice_pick (dice, troubles));
      on = ys_sample_working (self->calendar, arrives + 4);
      ys_sample_act_on (self, "dispatched", on, NULL, "of", letter,
                        "\"by\":\"EMS\",\"tracking\":\"9901%09u\"",
                        ys_dice_below (dice, 1000000000));
      arrives = on + 2;
    }
  ys_sample_act_on (self, "delivered", arrives, NULL, "of", letter, "\"by\":\"%s\"",
                    ys_dice_pick (dice, signers));
  return arrives;
}

YsDay
ys_sample_ask_correction (YsSampleCase *self, YsDay on, YsDay until)
{
  static const char *const points[] = {
    "请明确所需信息的名称、文号或者便于查询的其他特征性描述",
    "请补充有效身份证明复印件",
    "请明确“相关材料”所指的具体文件",
    "请补充授权委托书及代理人身份证明",
    "请明确所需信息的时间范围和制作机关",
  };
  char day[YS_DAY_TEXT];
  int letter
    = ys_sample_act (self, "correction-asked", on, NULL, "\"points\":\"%s\",\"until\":\"%s\"",
                     ys_dice_pick (self->dice, points), ys_day_format (until, day));

  ys_sample_case_run (self)->halted = on;
  if (ys_dice_chance (self->dice, 500))
    ys_sample_attach (self, on, YS_SAMPLE_FILE_CORRECTION, "补正告知书", "correction", 1);
  return ys_sample_send_letter (self, letter, on);
}

void
ys_sample_correct (YsSampleCase *self, YsDay on)
{
  static const char *const texts[] = {
    "申请人补正：所需信息为前述文件的正文及附件",
    "申请人补正：补交身份证明复印件，申请内容不变",
    "申请人补正：时间范围限定为近三年",
    "申请人补正：请提供作出该决定所依据的批准文件",
  };

  ys_sample_act (self, "corrected", on, NULL, "\"description\":\"%s\"",
                 ys_dice_pick (self->dice, texts));
  ys_sample_start_run (self, on);
}

/* @answer_after: working days after the letter's arrival, 0 for no answer at all. */
YsDay
ys_sample_consult (
  YsSampleCase *self, YsDay sent, gboolean agency, int answer_after, const char *opinion)
{
  YsSampleRun *run = ys_sample_case_run (self);
  guint number = run->n_consultations + 1;
  gsize body = self->text->len;

  g_assert (number <= G_N_ELEMENTS (run->consultations));
  g_string_append_printf (self->text, "\"ref\":\"征-%u-%u\",\"with\":\"%s\",\"name\":\"",
                          self->n_runs, number, agency ? "agency" : "third-party");
  if (agency)
    g_string_append (self->text, ys_sample_pick_unit (self->dice));
  else
    ys_sample_add_third_party (self->text, self->dice);
  g_string_append_c (self->text, '"');

  int letter = ys_sample_add_entry (self, "consultation-sent", sent, NULL, NULL, -1, body);
  YsDay delivered = ys_sample_send_letter (self, letter, sent);
  YsDay answered
    = answer_after > 0 ? ys_calendar_nth (self->calendar, delivered, answer_after) : YS_SAMPLE_FAR;

  run->consultations[run->n_consultations++] = (YsSampleConsultation){ sent, delivered, answered };
  if (answer_after == 0)
    return ys_calendar_nth (self->calendar, delivered,
                            ys_edition_get_days (YS_PERIOD_CONSULTATION));

  ys_sample_act (self, "consultation-answered", answered, NULL,
                 "\"ref\":\"征-%u-%u\",\"opinion\":\"%s\"", self->n_runs, number, opinion);
  if (ys_dice_chance (self->dice, 250))
    {
      /* Two may be answered on one day, and the same line must not stand twice. */
      g_autofree char *name = g_strdup_printf ("征求意见回执%u（扫描件）", number);
      ys_sample_attach (self, answered, YS_SAMPLE_FILE_SCAN, name, "opinion", 1);
    }
  return answered;
}

void
ys_sample_extend (YsSampleCase *self, YsDay on, int days)
{
  static const char *const reasons[] = {
    "涉及多个部门，需要进一步核实",
    "档案年代久远，检索整理需要时间",
    "需要对相关内容作区分处理",
    "案情复杂，需集体研究",
  };
  YsSampleRun *run = ys_sample_case_run (self);

  if (ys_dice_chance (self->dice, 600))
    ys_sample_approve (self, on, ys_sample_ask_approval (self, on, "extension"));

  int letter = ys_sample_act (self, "extension-granted", on, NULL,
                              "\"days\":%d,\"reason\":\"%s\",\"approver\":\"" HEAD "\"", days,
                              ys_dice_pick (self->dice, reasons));
  run->extended = on;
  run->extension = days;
  ys_sample_send_letter (self, letter, on);
}

YsDay
ys_sample_notice_fee (YsSampleCase *self, YsDay on, gint64 *amount_fen)
{
  gboolean pages = ys_dice_chance (self->dice, 650);
  int quantity
    = pages ? ys_dice_between (self->dice, 42, 260) : ys_dice_between (self->dice, 12, 47);
  *amount_fen = ys_fee_amount (pages ? YS_FEE_PAGES : YS_FEE_PIECES, quantity, on);

  int letter = ys_sample_act (self, "fee-noticed", on, NULL,
                              "\"basis\":\"%s\",\"quantity\":%d,\"amount_fen\":%" G_GINT64_FORMAT,
                              pages ? "pages" : "pieces", quantity, *amount_fen);
  ys_sample_case_run (self)->halted = on;
  return ys_sample_send_letter (self, letter, on);
}

void
ys_sample_pay_fee (YsSampleCase *self, YsDay on, gint64 amount_fen)
{
  ys_sample_act (self, "fee-paid", on, NULL, "\"amount_fen\":%" G_GINT64_FORMAT, amount_fen);
  ys_sample_start_run (self, on);
}

YsDay
ys_sample_ask_reasons (YsSampleCase *self, YsDay on)
{
  static const char *const texts[] = {
    "用于了解本村集体资产情况",
    "用于诉讼举证",
    "申请人认为各项信息相互关联，需一并了解",
    "监督政府工作",
  };
  char day[YS_DAY_TEXT];
  YsDay until = ys_calendar_nth (self->calendar, on, 10);
  int letter = ys_sample_act (self, "reasons-asked", on, NULL, "\"until\":\"%s\"",
                              ys_day_format (until, day));
  YsDay arrives = ys_sample_send_letter (self, letter, on);
  YsDay given = ys_calendar_nth (self->calendar, arrives, ys_dice_between (self->dice, 1, 4));

  ys_sample_act (self, "reasons-given", given, NULL, "\"text\":\"%s\"",
                 ys_dice_pick (self->dice, texts));
  return given;
}

void
ys_sample_delay (YsSampleCase *self, YsDay on, YsDay until)
{
  YsSampleRun *run = ys_sample_case_run (self);
  char day[YS_DAY_TEXT];
  int letter
    = ys_sample_act (self, "delay-set", on, NULL,
                     "\"until\":\"%s\",\"reason\":\"申请数量较大，理由合理，确定延迟答复期限\"",
                     ys_day_format (until, day));

  run->delayed = on;
  run->until = until;
  ys_sample_send_letter (self, letter, on);
}

/* @answer_after: working days, 0 for no answer yet. */
YsDay
ys_sample_search (YsSampleCase *self, YsDay on, int answer_after, const char *result)
{
  static const char *const places[] = {
    "档案室2010年以来纸质档案",
    "公文管理系统全文库",
    "业务系统及历史台账",
    "城建档案馆及电子档案库",
  };
  static const char *const terms[]
    = { "申请所列文号", "项目名称、地块名称", "当事人姓名及地址", "标题关键词及年份" };
  char day[YS_DAY_TEXT];
  YsDay until = ys_calendar_nth (self->calendar, on, 7);

  ys_sample_act (self, "search-asked", on, NULL,
                 "\"ref\":\"检-%u\",\"unit\":\"%s\",\"until\":\"%s\"", self->n_runs,
                 ys_sample_pick_unit (self->dice), ys_day_format (until, day));
  if (answer_after == 0)
    return on;

  YsDay answered = ys_calendar_nth (self->calendar, on, answer_after);
  ys_sample_act (self, "search-answered", answered, NULL,
                 "\"ref\":\"检-%u\",\"where\":\"%s\",\"terms\":\"%s\",\"result\":\"%s\"",
                 self->n_runs, ys_dice_pick (self->dice, places), ys_dice_pick (self->dice, terms),
                 result);
  return answered;
}
