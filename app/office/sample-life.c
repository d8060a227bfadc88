/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lives by chance, with the outcomes in the proportions of a real city's table. A life is made to
 * its end; whatever lies after today is then left out, so that what is open today is open in the
 * ways in which cases are. */
#include "office/sample-life.h"

#include "office/sample-plan.h"
#include "rules/edition.h"

#include <string.h>

/* A request that may be made again: cases replied to not long ago. */
#define MEMORY 64
/* Lives drawn before a case is simply answered on the spot. */
#define TRIES 40

typedef struct
{
  char id[16];
  char *what;
  YsApplicantClass klass;
  YsDay replied;
} Earlier;

struct _YsSampleLives
{
  YsSampleCase making;
  YsDay today;
  YsDay soon; /* third working day after today */
  Earlier memory[MEMORY];
  guint n_remembered;
  YsHash *hash;
};

YsSampleLives *
ys_sample_lives_new (
  const YsCalendar *calendar, YsDice *dice, YsDay today, const YsSampleFiles *files, YsHash *hash)
{
  YsSampleLives *self = g_new0 (YsSampleLives, 1);

  self->making.calendar = calendar;
  self->making.files = files;
  self->making.dice = dice;
  self->making.text = g_string_new (NULL);
  self->making.entries = g_array_new (FALSE, FALSE, sizeof (YsSampleEntry));
  self->today = today;
  self->soon = ys_calendar_nth (calendar, today, 3);
  self->hash = hash;
  return self;
}

void
ys_sample_lives_free (YsSampleLives *self)
{
  for (guint i = 0; i < MEMORY; i++)
    g_free (self->memory[i].what);
  g_string_free (self->making.text, TRUE);
  g_array_unref (self->making.entries);
  g_free (self);
}

/* --- what a life is made of ------------------------------------------------------------------ */

/* The published table 3 of Suqian 2023 by rows; the two rows that are empty there get a little. */
static const guint outcome_weights[YS_N_OUTCOMES] = {
  1191, 328, 3, 27, 6, 38, 20, 9, 21, 21, 1047, 28, 12, 305, 39, 5, 40, 8, 44, 12, 180,
};

static const Earlier *
recall (YsSampleLives *self, YsDay before)
{
  const Earlier *one = &self->memory[ys_dice_below (self->making.dice, MEMORY)];

  return one->what != NULL && one->replied < before ? one : NULL;
}

static void
remember (YsSampleLives *self)
{
  YsSampleCase *making = &self->making;
  Earlier *one = &self->memory[self->n_remembered++ % MEMORY];

  g_free (one->what);
  one->what = g_strndup (making->text->str + making->what, making->what_length);
  g_strlcpy (one->id, making->id, sizeof one->id);
  one->klass = making->klass;
  one->replied = making->concluded_on;
}

/* How it comes in: by internet on any day, by other ways on working days. Confirmed within two
 * working days where that is needed. */
static void
receive (YsSampleLives *self, YsDay first, const Earlier *earlier)
{
  static const char *const channels[] = {
    "internet", "post", "in-person", "ordinary-post", "fax", "oral",
  };
  static const guint weights[] = { 45, 33, 14, 4, 2, 2 };
  YsSampleCase *making = &self->making;
  YsDay received = first;

  making->channel = channels[ys_dice_weighted (making->dice, weights, G_N_ELEMENTS (weights))];
  if (!ys_calendar_is_working (making->calendar, first))
    making->channel = "internet";
  if (g_str_equal (making->channel, "internet") || g_str_equal (making->channel, "fax"))
    {
      received = ys_sample_working (making->calendar, first);
      if (ys_dice_chance (making->dice, 300))
        received
          = ys_calendar_nth (making->calendar, received, ys_dice_between (making->dice, 1, 2));
    }
  making->klass = earlier != NULL ? earlier->klass : ys_sample_pick_class (making->dice);
  ys_sample_receive (making, first, received, earlier != NULL ? earlier->what : NULL);
}

/* What is asked before a reply can be written; gives the day from which it can. */
static YsDay
investigate (YsSampleCase *making, YsOutcome outcome)
{
  YsDice *dice = making->dice;
  YsDay start = ys_sample_case_run (making)->start;
  YsDay ready = start;
  guint consults = 0;
  gboolean refused = outcome >= YS_OUTCOME_STATE_SECRET && outcome <= YS_OUTCOME_THIRD_PARTY;

  if (outcome == YS_OUTCOME_NOT_HELD || outcome == YS_OUTCOME_MUST_BE_CREATED
      || ys_dice_chance (dice, 80))
    ready
      = ys_sample_search (making,
                          ys_calendar_nth (making->calendar, start, ys_dice_between (dice, 1, 3)),
                          ys_dice_between (dice, 1, 5),
                          outcome == YS_OUTCOME_NOT_HELD ? "none"
                          : ys_dice_chance (dice, 300)   ? "partly"
                                                         : "found");
  if (outcome == YS_OUTCOME_EXCESSIVE)
    ready = ys_sample_ask_reasons (making, ys_calendar_nth (making->calendar, start,
                                                            ys_dice_between (dice, 1, 4)));

  if (outcome == YS_OUTCOME_THIRD_PARTY)
    consults = 1000;
  else if (outcome == YS_OUTCOME_PARTIAL || outcome == YS_OUTCOME_SECURITY_STABILITY)
    consults = 260;
  else if (outcome == YS_OUTCOME_GRANTED || refused)
    consults = 80;
  if (ys_dice_chance (dice, consults))
    {
      gboolean agency = outcome != YS_OUTCOME_THIRD_PARTY && ys_dice_chance (dice, 350);
      YsDay sent = ys_calendar_nth (making->calendar, start, ys_dice_between (dice, 1, 5));
      int answer = ys_dice_chance (dice, 150) ? 0 : ys_dice_between (dice, 2, 12);

      YsDay end = ys_sample_consult (making, sent, agency, answer,
                                     refused                         ? "disagree"
                                     : outcome == YS_OUTCOME_PARTIAL ? "partly"
                                                                     : "agree");

      ready = MAX (ready, end);
      if (ys_dice_chance (dice, 200))
        {
          sent = ys_calendar_nth (making->calendar, sent, ys_dice_between (dice, 0, 3));
          end = ys_sample_consult (making, sent, TRUE, ys_dice_between (dice, 2, 12), "agree");
          ready = MAX (ready, end);
        }
    }
  return ready;
}

/* From the start of a run to its reply. */
static void
answer (YsSampleLives *self, YsOutcome outcome, const char *earlier)
{
  static const guint paces[] = { 2, 4, 4, 4, 3, 2 };
  YsSampleCase *making = &self->making;
  YsDice *dice = making->dice;
  YsSampleRun *run = ys_sample_case_run (making);
  YsDay ready = investigate (making, outcome);
  YsDay due = ys_sample_run_due (making->calendar, run, YS_SAMPLE_FAR);

  if (ys_dice_chance (dice, 70) && ready < due - 3)
    {
      static const int lengths[] = { 10, 15, 20, 20 };
      YsDay on = ys_sample_day_before (making->calendar, due, ys_dice_between (dice, 0, 4));

      on = MAX (on, ready);
      ys_sample_extend (making, on, ys_dice_pick (dice, lengths));
      ready = on;
      due = ys_sample_run_due (making->calendar, run, YS_SAMPLE_FAR);
    }
  else if (outcome == YS_OUTCOME_GRANTED && ready == run->start && ys_dice_chance (dice, 15))
    {
      YsDay given
        = ys_sample_ask_reasons (making, ys_calendar_nth (making->calendar, run->start, 3));

      ready = ys_calendar_nth (making->calendar, given, 1);
      due = ys_calendar_nth (making->calendar, due, 15);
      ys_sample_delay (making, ready, due);
    }

  int pace = (int) ys_dice_weighted (dice, paces, G_N_ELEMENTS (paces)) * 3 + 2;
  YsDay on = ys_calendar_nth (making->calendar, run->start, ys_dice_between (dice, pace - 2, pace));
  on = MAX (on, ready);
  if (run->extended != YS_SAMPLE_FAR || run->delayed != YS_SAMPLE_FAR)
    on = ys_calendar_nth (making->calendar, ready, ys_dice_between (dice, 1, 12));
  on = MIN (ys_sample_working (making->calendar, on), due);
  if (ys_dice_chance (dice, 10))
    on = ys_calendar_nth (making->calendar, due, ys_dice_between (dice, 1, 4));
  ys_sample_reply (making, MIN (ready, on), on, outcome, earlier);
}

/* A fee is paid, or it is not and the case lapses. */
static void
charge (YsSampleLives *self, gboolean pays)
{
  YsSampleCase *making = &self->making;
  gint64 amount_fen;
  YsDay on = ys_calendar_nth (making->calendar, ys_sample_case_run (making)->start,
                              ys_dice_between (making->dice, 2, 12));
  YsDay delivered = ys_sample_notice_fee (making, on, &amount_fen);
  int days = ys_edition_get_days (YS_PERIOD_FEE);

  if (pays)
    ys_sample_pay_fee (making,
                       ys_calendar_nth (making->calendar, delivered,
                                        ys_dice_between (making->dice, 1, days - 6)),
                       amount_fen);
  else
    ys_sample_close (making,
                     ys_calendar_nth (making->calendar, delivered,
                                      days + ys_dice_between (making->dice, 1, 3)),
                     YS_OUTCOME_FEE_LAPSED, "申请人逾期未缴纳信息处理费，视为放弃申请");
}

static void
ask_correction (YsSampleLives *self, gboolean answers)
{
  YsSampleCase *making = &self->making;
  YsDice *dice = making->dice;
  YsDay start = ys_sample_case_run (making)->start;
  YsDay on = ys_calendar_nth (making->calendar, start, ys_dice_between (dice, 1, 7));
  YsDay until = on + ys_dice_between (dice, 15, 25);
  YsDay delivered = ys_sample_ask_correction (making, on, until);

  if (answers)
    {
      YsDay corrected = delivered + ys_dice_between (dice, 1, 12);
      ys_sample_correct (making, MIN (until, corrected));
    }
  else
    ys_sample_close (making,
                     ys_calendar_nth (making->calendar, MAX (until, delivered),
                                      ys_dice_between (dice, 1, 4)),
                     YS_OUTCOME_CORRECTION_LAPSED, "申请人无正当理由逾期不补正，视为放弃申请");
}

/* --- after the conclusion -------------------------------------------------------------------- */

static void
review (YsSampleLives *self)
{
  static const char *const results[] = { "upheld", "corrected", "other" };
  static const guint weights[] = { 70, 8, 22 };
  YsSampleCase *making = &self->making;
  YsDice *dice = making->dice;
  gboolean court
    = ys_dice_chance (dice, 80) && ys_outcome_get_remedy (making->outcome) == YS_REMEDY_EITHER;
  gboolean summary = !court && ys_dice_chance (dice, 150);
  YsDay opened
    = ys_sample_working (making->calendar, making->concluded_on + ys_dice_between (dice, 6, 55));
  YsDay decided = ys_sample_working (making->calendar,
                                     opened
                                       + (court ? ys_dice_between (dice, 60, 150)
                                                : ys_dice_between (dice, 20, summary ? 30 : 58)));
  const char *result = results[ys_dice_weighted (dice, weights, G_N_ELEMENTS (weights))];
  g_autofree char *ref = g_strdup_printf ("%s-%s", court ? "诉" : "复", making->id);
  char day[YS_DAY_TEXT];

  ys_sample_act (making, "review-opened", opened, NULL,
                 "\"ref\":\"%s\",\"route\":\"%s\",\"served_on\":\"%s\"%s,\"body\":\"%s\"%s", ref,
                 court ? "litigation" : "reconsideration", ys_day_format (opened, day),
                 summary ? ",\"procedure\":\"summary\"" : "",
                 court ? "晴川区人民法院" : "晴川市人民政府",
                 !court && ys_dice_chance (dice, 20) ? ",\"as\":\"review-body\"" : "");
  ys_sample_act (making, "review-decided", decided, NULL, "\"ref\":\"%s\",\"result\":\"%s\"", ref,
                 result);

  if (g_str_equal (result, "corrected"))
    {
      YsDay again = ys_calendar_nth (making->calendar, decided, 1);
      YsDay until = ys_calendar_nth (making->calendar, again, 15);

      ys_sample_act (making, "reopened", again, NULL,
                     "\"reason\":\"原答复被撤销，限期重新答复\",\"ref\":\"%s\",\"until\":\"%s\"",
                     ref, ys_day_format (until, day));

      YsSampleRun *run = ys_sample_start_run (making, again);
      run->delayed = again;
      run->until = until;
      ys_sample_reply (making, again,
                       ys_calendar_nth (making->calendar, again, ys_dice_between (dice, 4, 14)),
                       ys_dice_chance (dice, 600) ? YS_OUTCOME_GRANTED : YS_OUTCOME_PARTIAL, NULL);
    }
  else if (!court && ys_dice_chance (dice, 180))
    {
      YsDay sued = ys_sample_working (making->calendar, decided + ys_dice_between (dice, 3, 15));

      ys_sample_act (making, "review-opened", sued, NULL,
                     "\"ref\":\"诉-%s\",\"route\":\"litigation-after-reconsideration\","
                     "\"served_on\":\"%s\",\"body\":\"晴川区人民法院\"",
                     making->id, ys_day_format (sued, day));
      ys_sample_act (making, "review-decided",
                     ys_sample_working (making->calendar, sued + ys_dice_between (dice, 60, 140)),
                     NULL, "\"ref\":\"诉-%s\",\"result\":\"%s\"", making->id,
                     ys_dice_chance (dice, 250) ? "upheld" : "other");
    }
}

static void
note_and_amend (YsSampleCase *making)
{
  static const char *const notes[] = {
    "电话联系申请人，说明办理进度", "申请人来电询问答复时间",         "申请人来访，已当面解释",
    "与承办科室核对文件版本",       "申请人要求变更邮寄地址，已记录", "协调档案部门加急调档",
    "申请人表示另有同类申请待提交",
  };
  static const char *const retentions[] = { "10y", "10y", "30y", "permanent" };
  YsDice *dice = making->dice;
  YsDay start = making->runs[0].start;

  if (ys_dice_chance (dice, 120))
    ys_sample_act (making, "noted",
                   ys_calendar_nth (making->calendar, start, ys_dice_between (dice, 1, 9)), NULL,
                   "\"text\":\"%s\"", ys_dice_pick (dice, notes));
  if (ys_dice_chance (dice, 12))
    {
      YsDay on = ys_calendar_nth (making->calendar, start, ys_dice_between (dice, 1, 4));
      int wrong
        = ys_sample_act (making, "noted", on, NULL, "\"text\":\"申请人来电撤回（记错案件）\"");

      ys_sample_act_on (making, "struck", ys_calendar_nth (making->calendar, on, 1), NULL, "of",
                        wrong, "\"reason\":\"记入了错误的案件\"");
    }
  /* Put right only when the file is gone through at the end: an approval that is asked for answers
   * the facts as they stood. */
  if (making->phone[0] != '\0' && making->concluded_on != YS_DAY_NONE && ys_dice_chance (dice, 14))
    {
      YsDay on
        = ys_calendar_nth (making->calendar, making->concluded_on, ys_dice_between (dice, 1, 6));
      char right[YS_SAMPLE_PHONE];

      g_strlcpy (right, making->phone, sizeof right);
      right[strlen (right) - 1] = right[strlen (right) - 1] == '7' ? '1' : '7';
      ys_sample_act_on (making, "amended", on, NULL, "of", making->request,
                        "\"field\":\"applicant.phone\",\"from\":\"%s\",\"to\":\"%s\","
                        "\"reason\":\"登记时末位数字录入错误\"",
                        making->phone, right);
    }
  if (making->concluded_on != YS_DAY_NONE && ys_dice_chance (dice, 850))
    {
      YsDay last = making->concluded_on;

      for (guint i = 0; i < making->entries->len; i++)
        last = MAX (last, g_array_index (making->entries, YsSampleEntry, i).on);
      ys_sample_act (making, "archived",
                     ys_calendar_nth (making->calendar, last, ys_dice_between (dice, 25, 60)), NULL,
                     "\"file_no\":\"XXGK〔%.4s〕%s\",\"retention\":\"%s\",\"pages\":%d", making->id,
                     making->id + 5, ys_dice_pick (dice, retentions),
                     ys_dice_between (dice, 4, 60));
    }
}

static void
link_to (YsSampleLives *self)
{
  static const char *const ways[] = { "same-letter", "split", "merged", "transferred" };
  YsSampleCase *making = &self->making;
  const Earlier *other = recall (self, making->runs[0].start);
  const char *way = ys_dice_pick (making->dice, ways);

  if (other == NULL)
    return;
  ys_sample_act (making, "linked", making->runs[0].start, NULL, "\"to\":\"%s\",\"as\":\"%s\"%s%s%s",
                 other->id, way, way == ways[3] ? ",\"agency\":\"" : "",
                 way == ways[3] ? ys_sample_pick_unit (making->dice) : "",
                 way == ways[3] ? "\"" : "");
}

/* --- lives by chance ------------------------------------------------------------------------- */

static void
live (YsSampleLives *self, YsDay first)
{
  static const char *const withdrawals[] = {
    "申请人书面撤回申请",
    "申请人已通过其他途径获取",
    "申请人当面撤回并签字确认",
  };
  YsSampleCase *making = &self->making;
  YsDice *dice = making->dice;
  YsOutcome outcome = (YsOutcome) ys_dice_weighted (dice, outcome_weights, YS_N_OUTCOMES);
  const Earlier *earlier = outcome == YS_OUTCOME_REPEATED ? recall (self, first) : NULL;

  receive (self, first, earlier);
  if (outcome == YS_OUTCOME_FEE_LAPSED && making->runs[0].start < ys_edition_fee_day ())
    outcome = YS_OUTCOME_CORRECTION_LAPSED;

  if (outcome == YS_OUTCOME_CORRECTION_LAPSED)
    ask_correction (self, FALSE);
  else if (outcome == YS_OUTCOME_FEE_LAPSED)
    charge (self, FALSE);
  else if (outcome == YS_OUTCOME_OTHER)
    {
      YsDay on
        = ys_calendar_nth (making->calendar, making->runs[0].start, ys_dice_between (dice, 1, 10));

      if (ys_dice_chance (dice, 850))
        ys_sample_close (making, on, YS_OUTCOME_NONE, ys_dice_pick (dice, withdrawals));
      else
        ys_sample_close (making, on, YS_OUTCOME_OTHER, "申请人咨询事项，已电话解答，不再书面答复");
    }
  else
    {
      if (outcome == YS_OUTCOME_STILL_UNCLEAR || ys_dice_chance (dice, 80))
        ask_correction (self, TRUE);
      if ((outcome == YS_OUTCOME_GRANTED || outcome == YS_OUTCOME_PARTIAL)
          && ys_sample_case_run (making)->start >= ys_edition_fee_day ()
          && ys_dice_chance (dice, 20))
        charge (self, TRUE);
      answer (self, outcome, earlier != NULL ? earlier->id : NULL);
      if (earlier != NULL)
        ys_sample_act (making, "linked", making->concluded_on, NULL,
                       "\"to\":\"%s\",\"as\":\"duplicate\"", earlier->id);
      if (ys_dice_chance (dice, making->outcome == YS_OUTCOME_GRANTED ? 25 : 200))
        review (self);
    }
  note_and_amend (making);
  if (ys_dice_chance (dice, 18))
    link_to (self);
}

/* Whether chance left something to today or the next days that only the plan may leave. */
static gboolean
is_pressing (const YsSampleLives *self)
{
  const YsSampleCase *making = &self->making;
  const YsSampleRun *run = NULL;

  for (guint i = 0; i < making->n_runs && making->runs[i].start <= self->today; i++)
    run = &making->runs[i];
  return run != NULL && run->concluded > self->today && run->halted > self->today
         && ys_sample_run_due (making->calendar, run, self->today) <= self->soon;
}

static void
live_by_chance (YsSampleLives *self, YsDay first)
{
  YsSampleCase *making = &self->making;
  const char *id = making->id;

  for (int tries = 0; tries < TRIES; tries++)
    {
      ys_sample_case_begin (making, id);
      live (self, first);
      if (!is_pressing (self))
        return;
    }
  ys_sample_case_begin (making, id);
  receive (self, first, NULL);
  ys_sample_reply (making, making->runs[0].start, making->runs[0].start, YS_OUTCOME_GRANTED, NULL);
}

/* --- one case ----------------------------------------------------------------------------- */

gboolean
ys_sample_lives_make (YsSampleLives *self,
                      const char *id,
                      YsDay first,
                      YsSampleRole role,
                      guint nth,
                      YsSampleLineFunc func,
                      gpointer user_data,
                      GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL && func != NULL, FALSE);

  ys_sample_case_begin (&self->making, id);
  if (role == YS_SAMPLE_BY_CHANCE)
    live_by_chance (self, first);
  else
    ys_sample_plan_make (&self->making, self->today, first, role, nth);

  gboolean fine
    = ys_sample_hand_out (&self->making, self->today, self->hash, func, user_data, error);

  /* Only after the lines are out: a repetition points into the memory. */
  if (self->making.reply >= 0 && self->making.concluded_on <= self->today)
    remember (self);
  return fine;
}
