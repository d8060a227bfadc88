/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of words, and what a ground says. */
#include "wording/word.h"

#include "wording/i18n.h"

static const YsWord roles[] = {
  { "request", NC_ ("file", "request") },       { "correction", NC_ ("file", "correction") },
  { "opinion", NC_ ("file", "opinion") },       { "reply", NC_ ("file", "reply") },
  { "receipt", NC_ ("file", "receipt") },       { "review", NC_ ("file", "remedy") },
  { "evidence", NC_ ("file", "evidence") },     { "other", NC_ ("file", "other") },
  { NULL },
};
static const YsWord opinions[] = {
  { "agree", N_ ("agrees") },
  { "disagree", N_ ("disagrees") },
  { "partly", N_ ("agrees in part") },
  { "none", N_ ("no opinion given") },
  { NULL },
};
static const YsWord verdicts[] = {
  { "agree", N_ ("agrees") },
  { "disagree", N_ ("disagrees") },
  { NULL },
};
static const YsWord procedures[] = {
  { "ordinary", N_ ("ordinary procedure") },
  { "summary", N_ ("summary procedure") },
  { NULL },
};
static const YsWord capacities[] = {
  { "actor", N_ ("against us") },
  { "review-body", N_ ("decided by us") },
  { NULL },
};
static const YsWord withs[] = {
  { "third-party", N_ ("third party") },
  { "agency", N_ ("other agency") },
  { NULL },
};
static const YsWord results[] = {
  { "found", N_ ("found") },
  { "none", N_ ("nothing found") },
  { "partly", N_ ("found in part") },
  { NULL },
};
static const YsWord sendings[] = {
  { "in-person", N_ ("handed over") }, { "post", N_ ("by post") },
  { "email", N_ ("by e-mail") },       { "internet", N_ ("over the internet") },
  { "fax", N_ ("by fax") },            { NULL },
};
static const YsWord forms[] = {
  { "paper", N_ ("on paper") },         { "email", N_ ("electronic") },
  { "copy", N_ ("copied to a disc") },  { "inspect", N_ ("to be inspected") },
  { "other", N_ ("other") },            { NULL },
};
static const YsWord deliveries[] = {
  { "post", N_ ("by post") },        { "email", N_ ("by e-mail") },
  { "pickup", N_ ("collected") },    { "fax", N_ ("by fax") },
  { "onsite", N_ ("on the spot") },  { "other", N_ ("other") },
  { NULL },
};
static const YsWord fors[] = {
  { "reply", NC_ ("approval", "reply") },
  { "extension", NC_ ("approval", "extension") },
  { "correction", NC_ ("approval", "correction letter") },
  { "fee", NC_ ("approval", "fee notice") },
  { NULL },
};
static const YsWord reviewers[] = {
  { "section", N_ ("section") },   { "legal", N_ ("legal review") },
  { "secrecy", N_ ("secrecy review") }, { "co-unit", N_ ("other unit") },
  { "leader", N_ ("leader") },     { NULL },
};
static const YsWord links[] = {
  { "same-letter", N_ ("from the same letter") },
  { "split", N_ ("split") },
  { "merged", N_ ("merged") },
  { "duplicate", N_ ("duplicate") },
  { "transferred", N_ ("passed on") },
  { NULL },
};
static const YsWord routes[] = {
  { "reconsideration", "行政复议" },
  { "litigation", "行政诉讼（未经复议直接起诉）" },
  { "litigation-after-reconsideration", "行政诉讼（复议后起诉）" },
  { NULL },
};
static const YsWord decisions[] = {
  { "upheld", "结果维持" },
  { "corrected", "结果纠正" },
  { "other", "其他结果" },
  { NULL },
};
static const YsWord retentions[] = {
  { "permanent", N_ ("permanent") },
  { "30y", N_ ("30 years") },
  { "10y", N_ ("10 years") },
  { NULL },
};
static const YsWord bases[] = {
  { "pages", N_ ("by pages") },
  { "pieces", N_ ("by requests") },
  { NULL },
};
static const YsWord closings[] = {
  { "other.correction-lapsed", N_ ("correction not made in time") },
  { "other.fee-lapsed", N_ ("fee not paid in time") },
  { "other.other", N_ ("other") },
  { NULL },
};

static const struct
{
  const char *group;
  const YsWord *words;
  const char *context; /* of their translation, or NULL */
} groups[] = {
  { "role", roles, "file" }, { "opinion", opinions },   { "with", withs },
  { "result", results },   { "sent_by", sendings },   { "form", forms },
  { "delivery", deliveries }, { "for", fors, "approval" },        { "as", reviewers },
  { "link", links },       { "route", routes },       { "decision", decisions },
  { "verdict", verdicts }, { "procedure", procedures }, { "capacity", capacities },
  { "retention", retentions }, { "basis", bases },    { "outcome", closings },
};

const YsWord *
ys_words_get (const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (groups[i].group, group) == 0)
      return groups[i].words;
  return NULL;
}

static const char *
find_context (const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (groups[i].group, group) == 0)
      return groups[i].context;
  return NULL;
}

const char *
ys_word_name (const char *group, const char *word)
{
  const YsWord *words = ys_words_get (group);
  const char *context = find_context (group);

  for (; words != NULL && words->id != NULL; words++)
    if (g_strcmp0 (words->id, word) == 0)
      return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, words->name)
                             : _(words->name);
  return word;
}

const char *
ys_ground_describe (const char *ground)
{
  static const char *const grounds[][2] = {
    { "36-1", "已经主动公开，告知获取方式、途径" },
    { "36-2", "可以公开，提供该信息" },
    { "36-4", "经检索没有所申请公开信息" },
    { "36-5", "不属于本机关负责公开" },
    { "36-6", "已就申请作出答复，重复申请" },
    { "36-7", "工商、不动产登记资料等，另有特别规定" },
    { "37", "能够作区分处理，部分公开" },
    { "14-secret", "依法确定为国家秘密" },
    { "14-law", "法律、行政法规禁止公开" },
    { "14-security", "公开后可能危及国家安全、公共安全、经济安全、社会稳定" },
    { "15", "涉及商业秘密、个人隐私，第三方不同意公开" },
    { "16-internal", "内部事务信息" },
    { "16-process", "过程性信息" },
    { "16-enforcement", "行政执法案卷信息" },
    { "38", "需要加工、分析" },
    { "30-unclear", "补正后仍不明确" },
    { "39-petition", "以申请形式进行信访、投诉、举报等" },
    { "39-publication", "要求提供公开出版物" },
    { "35", "申请数量、频次明显超过合理范围，理由不合理" },
    { "reissue", "要求确认或重新出具已获取信息" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    if (g_strcmp0 (grounds[i][0], ground) == 0)
      return grounds[i][1];
  return NULL;
}
