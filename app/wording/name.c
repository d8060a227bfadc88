/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names for people of what the rules name by code. Statutory labels are Chinese in every language. */
#include "wording/explain.h"

#include "wording/i18n.h"

const char *
ys_name_state (YsState state)
{
  switch (state)
    {
    case YS_STATE_AWAITING_CONFIRMATION:
      return _("awaiting confirmation");
    case YS_STATE_RUNNING:
      return _("running");
    case YS_STATE_SUSPENDED:
      return C_ ("clock", "suspended");
    case YS_STATE_AWAITING_CORRECTION:
      return _("awaiting correction");
    case YS_STATE_AWAITING_FEE:
      return _("awaiting fee");
    case YS_STATE_CONCLUDED:
      return _("concluded");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
ys_name_act (YsAct act)
{
  switch (act)
    {
    case YS_ACT_CORRECTION:
      return _("ask for a correction");
    case YS_ACT_CONSULTATION:
      return _("opinion on a consultation");
    case YS_ACT_FEE:
      return _("payment of the fee");
    case YS_ACT_EXTENSION:
      return _("grant an extension");
    case YS_ACT_REVIEW_REPLY:
      return _("reply to the reconsideration body");
    case YS_ACT_LAWSUIT_ANSWER:
      return _("answer and evidence to the court");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
ys_name_effect (YsEffect effect)
{
  switch (effect)
    {
    case YS_EFFECT_COUNT:
      return _("counted");
    case YS_EFFECT_SKIP:
      return _("not counted");
    case YS_EFFECT_SUSPEND:
      return C_ ("effect", "suspended");
    case YS_EFFECT_HALT:
      return _("halted");
    case YS_EFFECT_RESTART:
      return _("begins anew");
    case YS_EFFECT_EXTEND:
      return C_ ("effect", "extended");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
ys_name_kind (YsKind kind)
{
  static const struct
  {
    YsKind kind;
    const char *name;
  } names[] = {
    { YS_KIND_ARRIVED, N_ ("request arrived, to be confirmed") },
    { YS_KIND_RECEIVED, N_ ("request received") },
    { YS_KIND_CORRECTION_ASKED, N_ ("correction asked for") },
    { YS_KIND_CORRECTED, N_ ("request corrected") },
    { YS_KIND_CONSULTATION_SENT, N_ ("opinion asked for") },
    { YS_KIND_CONSULTATION_ANSWERED, N_ ("opinion received") },
    { YS_KIND_SEARCH_ASKED, N_ ("search asked for") },
    { YS_KIND_SEARCH_ANSWERED, N_ ("search reported") },
    { YS_KIND_EXTENSION_GRANTED, N_ ("extension granted") },
    { YS_KIND_REASONS_ASKED, N_ ("reasons asked for") },
    { YS_KIND_REASONS_GIVEN, N_ ("reasons given") },
    { YS_KIND_DELAY_SET, N_ ("reasonable delay set") },
    { YS_KIND_FEE_NOTICED, N_ ("fee notice sent") },
    { YS_KIND_FEE_PAID, N_ ("fee paid") },
    { YS_KIND_ASSIGNED, N_ ("handler assigned") },
    { YS_KIND_DRAFTED, N_ ("reply drafted") },
    { YS_KIND_REVIEWED, N_ ("draft reviewed") },
    { YS_KIND_APPROVAL_ASKED, N_ ("approval asked for") },
    { YS_KIND_APPROVED, N_ ("approved") },
    { YS_KIND_RETURNED, N_ ("returned") },
    { YS_KIND_REPLIED, N_ ("replied") },
    { YS_KIND_DISPATCHED, N_ ("posted") },
    { YS_KIND_DELIVERED, N_ ("delivered") },
    { YS_KIND_UNDELIVERED, N_ ("returned as undeliverable") },
    { YS_KIND_WITHDRAWN, N_ ("withdrawn by the applicant") },
    { YS_KIND_CLOSED, N_ ("closed without a reply") },
    { YS_KIND_REVIEW_OPENED, N_ ("remedy sought") },
    { YS_KIND_REVIEW_DECIDED, N_ ("remedy decided") },
    { YS_KIND_REOPENED, N_ ("reopened") },
    { YS_KIND_LINKED, N_ ("linked to another case") },
    { YS_KIND_AMENDED, N_ ("entry amended") },
    { YS_KIND_STRUCK, N_ ("entry struck") },
    { YS_KIND_ATTACHED, N_ ("file attached") },
    { YS_KIND_ARCHIVED, N_ ("archived") },
    { YS_KIND_NOTED, N_ ("note") },
    { YS_KIND_DESTRUCTION_ASKED, N_ ("destruction asked for") },
    { YS_KIND_DESTROYED, N_ ("destroyed") },
    { YS_KIND_AGENCY_NAMED, N_ ("agency named") },
    { YS_KIND_AGENCY_CHAIN_SET, N_ ("review chain set") },
    { YS_KIND_AGENCY_POLICY_SET, N_ ("approval policy set") },
    { YS_KIND_STAFF_JOINED, N_ ("person enrolled") },
    { YS_KIND_STAFF_KEY_SET, N_ ("key recorded") },
    { YS_KIND_STAFF_ROLE_GIVEN, N_ ("role given") },
    { YS_KIND_STAFF_ROLE_TAKEN, N_ ("role taken away") },
    { YS_KIND_STAFF_DEPUTY_SET, N_ ("deputy appointed") },
    { YS_KIND_STAFF_LEFT, N_ ("person left") },
    { YS_KIND_REPORT_FROZEN, N_ ("report frozen") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].kind == kind)
      return _(names[i].name);
  return ys_kind_get_name (kind);
}

const char *
ys_name_role (const char *role)
{
  static const char *const names[][2] = {
    { "officer", NC_ ("role", "officer") },
    { "head", NC_ ("role", "head") },
    { "reporter", NC_ ("role", "reporter") },
    { "keeper", NC_ ("role", "keeper") },
    { "deputy", NC_ ("role", "whoever stands in for a head on that day") },
    { "self", NC_ ("role", "the person concerned") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i][0], role) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "role", names[i][1]);
  return role;
}

const char *
ys_name_channel (const char *channel)
{
  static const char *const names[][2] = {
    { "in-person", N_ ("in person") }, { "post", N_ ("registered post") },
    { "ordinary-post", N_ ("ordinary post") }, { "internet", N_ ("internet") },
    { "fax", N_ ("fax") }, { "oral", N_ ("orally") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i][0], channel) == 0)
      return _(names[i][1]);
  return channel;
}

const char *
ys_name_class (YsApplicantClass klass)
{
  static const char *const names[YS_N_CLASSES] = {
    "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他",
  };

  return klass >= 0 && klass < YS_N_CLASSES ? names[klass] : NULL;
}

const char *
ys_name_outcome (YsOutcome outcome)
{
  static const char *const names[YS_N_OUTCOMES] = {
    "予以公开",
    "部分公开（区分处理的，只计这一情形，不计其他情形）",
    "属于国家秘密",
    "其他法律行政法规禁止公开",
    "危及“三安全一稳定”",
    "保护第三方合法权益",
    "属于三类内部事务信息",
    "属于四类过程性信息",
    "属于行政执法案卷",
    "属于行政查询事项",
    "本机关不掌握相关政府信息",
    "没有现成信息需要另行制作",
    "补正后申请内容仍不明确",
    "信访举报投诉类申请",
    "重复申请",
    "要求提供公开出版物",
    "无正当理由大量反复申请",
    "要求行政机关确认或重新出具已获取信息",
    "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "其他",
  };

  return outcome >= 0 && outcome < YS_N_OUTCOMES ? names[outcome] : NULL;
}

const char *
ys_name_check (const char *id)
{
  static const char *const names[][2] = {
    { "table3-balance", N_ ("Table 3: new and carried in equal handled and carried out") },
    { "table3-total-rows", N_ ("Table 3: the total is the sum of all outcomes") },
    { "table3-total-columns", N_ ("Table 3: the last column is the sum of the applicants") },
    { "table3-signs", N_ ("Table 3: no figure is negative") },
    { "table2-signs", N_ ("Table 2: no figure is negative") },
    { "table4-signs", N_ ("Table 4: no figure is negative") },
    { "table4-totals", N_ ("Table 4: each total is the sum of its four results") },
    { "table2-in-force", N_ ("Table 2: documents in force agree with those issued and repealed") },
    { "carry-over", N_ ("Carried in equals what last year carried out") },
    { "in-force-continues", N_ ("Documents in force continue from last year") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i][0], id) == 0)
      return _(names[i][1]);
  return id;
}
