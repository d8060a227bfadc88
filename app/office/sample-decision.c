/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a case of the sample year is decided: draft, reviews, the head's approval, the reply and its
 * delivery, or an end without a reply. */
#include "office/sample-acts.h"

static const char *
pick_ground (YsSampleCase *self, YsOutcome outcome)
{
  const char *fits[4];
  guint n = 0;

  for (guint i = 0; i < ys_ground_count () && n < G_N_ELEMENTS (fits); i++)
    if (ys_ground_get_outcome (ys_ground_get_id (i)) == outcome)
      fits[n++] = ys_ground_get_id (i);
  g_assert (n > 0);
  return fits[ys_dice_below (self->dice, n)];
}

static gboolean
attaches_reply (const YsSampleCase *self)
{
  return !g_str_equal (self->delivery, "onsite");
}

/* Outcome, ground and what a repetition points back to, as draft and reply both write them. */
static void
add_decision (YsSampleCase *self, YsOutcome outcome, const char *ground, const char *earlier)
{
  g_string_append_printf (self->text, "\"outcome\":\"%s\",\"ground\":\"%s\"",
                          ys_outcome_get_id (outcome), ground);
  if (earlier != NULL)
    g_string_append_printf (self->text, ",\"earlier\":\"%s\"", earlier);
  g_string_append_printf (self->text, ",\"reply_number\":\"晴公开复〔%.4s〕%s%d号\"", self->id,
                          self->reply >= 0 ? "续" : "",
                          (int) g_ascii_strtoll (self->id + 5, NULL, 10));
  if (attaches_reply (self))
    g_string_append_printf (self->text, ",\"files\":[\"%s\"]",
                            self->files->digests[YS_SAMPLE_FILE_REPLY]);
}

static int
add_approval (YsSampleCase *self,
              const char *kind,
              YsDay on,
              const char *actor,
              int asked,
              gboolean reply,
              gsize body)
{
  if (reply && attaches_reply (self))
    g_string_append_printf (self->text, "\"files\":[\"%s\"]",
                            self->files->digests[YS_SAMPLE_FILE_REPLY]);
  else
    g_string_append (self->text, "\"files\":[]");

  int index = ys_sample_add_entry (self, kind, on, actor, "asked", asked, body);
  g_array_index (self->entries, YsSampleEntry, index).answers_facts = TRUE;
  return index;
}

int
ys_sample_ask_approval (YsSampleCase *self, YsDay on, const char *what)
{
  gsize body = self->text->len;

  g_string_append_printf (self->text, "\"for\":\"%s\",", what);
  return add_approval (self, "approval-asked", on, NULL, -1, g_str_equal (what, "reply"), body);
}

void
ys_sample_approve (YsSampleCase *self, YsDay on, int asked)
{
  const YsSampleEntry *entry = &g_array_index (self->entries, YsSampleEntry, asked);
  gboolean reply = g_str_has_prefix (self->text->str + entry->body, "\"for\":\"reply\"");

  add_approval (self, "approved", on, YS_SAMPLE_HEAD, asked, reply, self->text->len);
}

static int
propose (YsSampleCase *self,
         YsDay from,
         YsDay asked,
         YsOutcome outcome,
         const char *ground,
         const char *earlier)
{
  static const char *const comments[]
    = { "", "", "同意拟办意见", "已核对原件", "注意遮盖个人信息" };
  static const struct
  {
    const char *as;
    guint per_mille;
  } chain[] = {
    { "section", 350 }, { "legal", 400 }, { "secrecy", 550 }, { "co-unit", 80 }, { "leader", 60 }
  };
  YsDice *dice = self->dice;
  int span = ys_calendar_count (self->calendar, from, asked);
  YsDay day = ys_calendar_nth (self->calendar, from, MAX (0, span - 2));
  gsize body = self->text->len;

  add_decision (self, outcome, ground, earlier);
  ys_sample_add_entry (self, "drafted", day, NULL, NULL, -1, body);
  if (attaches_reply (self))
    ys_sample_attach (self, day, YS_SAMPLE_FILE_REPLY, "政府信息公开申请答复书", "reply", 2);
  for (guint i = 0; i < G_N_ELEMENTS (chain); i++)
    if (ys_dice_chance (dice, chain[i].per_mille))
      {
        const char *comment = ys_dice_pick (dice, comments);

        if (day < asked && ys_dice_chance (dice, 500))
          day = MIN (asked, ys_calendar_nth (self->calendar, day, 1));
        ys_sample_act (self, "reviewed", day, ys_sample_pick_handler (dice),
                       "\"as\":\"%s\",\"opinion\":\"agree\"%s%s%s", chain[i].as,
                       comment[0] != '\0' ? ",\"comment\":\"" : "", comment,
                       comment[0] != '\0' ? "\"" : "");
      }

  return ys_sample_ask_approval (self, asked, "reply");
}

int
ys_sample_propose (
  YsSampleCase *self, YsDay from, YsDay asked, YsOutcome outcome, const char *earlier)
{
  return propose (self, from, asked, outcome, pick_ground (self, outcome), earlier);
}

void
ys_sample_reply (YsSampleCase *self, YsDay from, YsDay on, YsOutcome outcome, const char *earlier)
{
  YsDice *dice = self->dice;
  const char *ground = pick_ground (self, outcome);
  YsDay asked = on - 1 >= from && ys_dice_chance (dice, 500)
                    && ys_calendar_is_working (self->calendar, on - 1)
                  ? on - 1
                  : on;
  int approval = propose (self, from, asked, outcome, ground, earlier);

  if (asked < on && ys_dice_chance (dice, 80))
    {
      ys_sample_act_on (self, "returned", asked, YS_SAMPLE_HEAD, "asked", approval,
                        "\"reason\":\"理由部分请补充法律依据\"");
      approval = ys_sample_ask_approval (self, on, "reply");
    }
  ys_sample_approve (self, on, approval);

  const char *sent_by = "post";
  if (g_str_equal (self->delivery, "email") || g_str_equal (self->delivery, "fax"))
    sent_by = self->delivery;
  else if (g_str_equal (self->delivery, "pickup") || g_str_equal (self->delivery, "onsite"))
    sent_by = "in-person";
  else if (g_str_equal (self->delivery, "other"))
    sent_by = "internet";

  gsize body = self->text->len;
  add_decision (self, outcome, ground, earlier);
  g_string_append_printf (self->text, ",\"sent_by\":\"%s\"", sent_by);
  self->reply = ys_sample_add_entry (self, "replied", on, NULL, NULL, -1, body);
  ys_sample_case_run (self)->concluded = on;
  if (self->concluded_on == YS_DAY_NONE)
    {
      self->concluded_on = on;
      self->outcome = outcome;
    }

  if (g_str_equal (sent_by, "post"))
    {
      YsDay delivered = ys_sample_send_letter (self, self->reply, on);
      if (ys_dice_chance (dice, 250))
        ys_sample_attach (self, delivered, YS_SAMPLE_FILE_RECEIPT, "EMS邮寄凭证", "receipt", 1);
    }
  else if (g_str_equal (sent_by, "in-person"))
    {
      ys_sample_act_on (self, "delivered", on, NULL, "of", self->reply, "\"by\":\"本人当面签收\"");
    }
}

void
ys_sample_close (YsSampleCase *self, YsDay on, YsOutcome outcome, const char *reason)
{
  if (outcome == YS_OUTCOME_NONE)
    ys_sample_act (self, "withdrawn", on, NULL, "\"reason\":\"%s\"", reason);
  else
    ys_sample_act (self, "closed", on, NULL, "\"outcome\":\"%s\",\"reason\":\"%s\"",
                   ys_outcome_get_id (outcome), reason);
  ys_sample_case_run (self)->concluded = on;
  self->concluded_on = on;
  self->outcome = outcome != YS_OUTCOME_NONE ? outcome : YS_OUTCOME_OTHER;
}
