/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filter and order, copied, turned into a filter of today, and kept as a variant. */
#include "desk/cases/case-query.h"

/* Working days; settings may hold anything. */
#define WITHIN_MAX 1000

YsCaseQuery *
ys_case_query_new (void)
{
  YsCaseQuery *self = g_new0 (YsCaseQuery, 1);

  ys_case_query_clear_filter (self);
  return self;
}

YsCaseQuery *
ys_case_query_copy (const YsCaseQuery *self)
{
  YsCaseQuery *copy = g_memdup2 (self, sizeof *self);

  copy->handler = g_strdup (self->handler);
  copy->channel = g_strdup (self->channel);
  copy->text = g_strdup (self->text);
  return copy;
}

void
ys_case_query_free (YsCaseQuery *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->handler);
  g_free (self->channel);
  g_free (self->text);
  g_free (self);
}

void
ys_case_query_clear_filter (YsCaseQuery *self)
{
  YsOrder order = self->order;
  gboolean descending = self->descending;

  g_free (self->handler);
  g_free (self->channel);
  g_free (self->text);
  *self = (YsCaseQuery){
    .outcome = YS_OUTCOME_NONE,
    .klass = YS_CLASS_NONE,
    .from = YS_DAY_NONE,
    .until = YS_DAY_NONE,
    .order = order,
    .descending = descending,
  };
}

gboolean
ys_case_query_is_filtered (const YsCaseQuery *self)
{
  return self->states != 0 || self->open_only || self->asks_approval || self->received_year != 0
         || self->handler != NULL || self->outcome != YS_OUTCOME_NONE
         || self->klass != YS_CLASS_NONE || self->channel != NULL
         || (self->text != NULL && *self->text != '\0') || self->due != YS_CASE_DUE_ANY;
}

gboolean
ys_case_query_narrows_search (const YsCaseQuery *self)
{
  YsCaseQuery others = *self;

  others.text = NULL;
  return self->text != NULL && *self->text != '\0' && ys_case_query_is_filtered (&others);
}

void
ys_case_query_keep_text (YsCaseQuery *self)
{
  g_autofree char *text = g_steal_pointer (&self->text);

  ys_case_query_clear_filter (self);
  self->text = g_steal_pointer (&text);
}

void
ys_case_query_set_filter (YsCaseQuery *self, const YsFilter *filter, YsDay today)
{
  ys_case_query_clear_filter (self);
  self->states = filter->states;
  self->open_only = filter->open_only;
  self->asks_approval = filter->asks_approval;
  self->received_year = filter->received_year;
  self->handler = g_strdup (filter->handler);
  self->outcome = filter->outcome;
  self->klass = filter->klass;
  self->channel = g_strdup (filter->channel);
  self->text = g_strdup (filter->text);
  if (filter->due_from == YS_DAY_NONE && filter->due_until == YS_DAY_NONE)
    return;
  if (filter->due_from == YS_DAY_NONE && filter->due_until == today - 1)
    {
      self->due = YS_CASE_DUE_OVERDUE;
      return;
    }
  self->due = YS_CASE_DUE_DAYS;
  self->from = filter->due_from;
  self->until = filter->due_until;
}

void
ys_case_query_get_filter (const YsCaseQuery *self, const YsCalendar *calendar, YsDay today,
                          YsFilter *filter)
{
  ys_filter_init (filter);
  filter->states = self->states;
  /* A due day of the past is a matter of open cases only. */
  filter->open_only = self->open_only || self->due == YS_CASE_DUE_OVERDUE
                      || self->due == YS_CASE_DUE_WITHIN;
  filter->asks_approval = self->asks_approval;
  filter->received_year = self->received_year;
  filter->handler = self->handler;
  filter->outcome = self->outcome;
  filter->klass = self->klass;
  filter->channel = self->channel;
  filter->text = self->text;
  switch (self->due)
    {
    case YS_CASE_DUE_OVERDUE:
      filter->due_until = today - 1;
      break;
    case YS_CASE_DUE_WITHIN:
      filter->due_until = ys_calendar_nth (calendar, today, self->within);
      break;
    case YS_CASE_DUE_DAYS:
      filter->due_from = self->from;
      filter->due_until = self->until;
      break;
    default:
      break;
    }
}

/* --- words ------------------------------------------------------------------------------------ */

static const char *const orders[YS_N_ORDERS] = {
  [YS_ORDER_DUE] = "due",           [YS_ORDER_NUMBER] = "number",
  [YS_ORDER_RECEIVED] = "received", [YS_ORDER_APPLICANT] = "applicant",
  [YS_ORDER_TITLE] = "title",       [YS_ORDER_HANDLER] = "handler",
  [YS_ORDER_STATE] = "state",       [YS_ORDER_CONCLUDED] = "concluded",
};

const char *
ys_order_get_id (YsOrder order)
{
  g_return_val_if_fail (order < YS_N_ORDERS, NULL);

  return orders[order];
}

int
ys_order_from_id (const char *id)
{
  for (int i = 0; i < YS_N_ORDERS; i++)
    if (g_strcmp0 (orders[i], id) == 0)
      return i;
  return -1;
}

static void
add_text (GVariantDict *dict, const char *key, const char *text)
{
  if (text != NULL)
    g_variant_dict_insert (dict, key, "s", text);
}

static void
add_day (GVariantDict *dict, const char *key, YsDay day)
{
  char text[YS_DAY_TEXT];

  if (day != YS_DAY_NONE)
    g_variant_dict_insert (dict, key, "s", ys_day_format (day, text));
}

GVariant *
ys_case_query_to_variant (const YsCaseQuery *self)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (self->states != 0)
    g_variant_dict_insert (&dict, "states", "u", self->states);
  if (self->open_only)
    g_variant_dict_insert (&dict, "open", "b", TRUE);
  if (self->asks_approval)
    g_variant_dict_insert (&dict, "asks-approval", "b", TRUE);
  if (self->received_year != 0)
    g_variant_dict_insert (&dict, "year", "i", self->received_year);
  add_text (&dict, "handler", self->handler);
  add_text (&dict, "outcome", ys_outcome_get_id (self->outcome));
  add_text (&dict, "class", ys_applicant_class_get_id (self->klass));
  add_text (&dict, "channel", self->channel);
  add_text (&dict, "text", self->text);
  if (self->due == YS_CASE_DUE_OVERDUE)
    g_variant_dict_insert (&dict, "overdue", "b", TRUE);
  if (self->due == YS_CASE_DUE_WITHIN)
    g_variant_dict_insert (&dict, "within", "i", self->within);
  if (self->due == YS_CASE_DUE_DAYS)
    {
      add_day (&dict, "due-from", self->from);
      add_day (&dict, "due-until", self->until);
    }
  g_variant_dict_insert (&dict, "order", "s", ys_order_get_id (self->order));
  g_variant_dict_insert (&dict, "descending", "b", self->descending);
  return g_variant_dict_end (&dict);
}

static YsDay
read_day (GVariantDict *dict, const char *key)
{
  const char *text = NULL;

  return g_variant_dict_lookup (dict, key, "&s", &text) ? ys_day_parse (text, -1) : YS_DAY_NONE;
}

static void
read_due (YsCaseQuery *self, GVariantDict *dict)
{
  gboolean overdue = FALSE;

  self->from = read_day (dict, "due-from");
  self->until = read_day (dict, "due-until");
  if (self->from != YS_DAY_NONE || self->until != YS_DAY_NONE)
    self->due = YS_CASE_DUE_DAYS;
  if (g_variant_dict_lookup (dict, "within", "i", &self->within))
    {
      self->due = YS_CASE_DUE_WITHIN;
      self->within = CLAMP (self->within, 0, WITHIN_MAX);
    }
  if (g_variant_dict_lookup (dict, "overdue", "b", &overdue) && overdue)
    self->due = YS_CASE_DUE_OVERDUE;
}

YsCaseQuery *
ys_case_query_from_variant (GVariant *variant)
{
  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT), NULL);

  YsCaseQuery *self = ys_case_query_new ();
  const char *text = NULL;
  GVariantDict dict;
  int order;

  g_variant_dict_init (&dict, variant);
  g_variant_dict_lookup (&dict, "states", "u", &self->states);
  self->states &= (1u << YS_N_STATES) - 1;
  g_variant_dict_lookup (&dict, "open", "b", &self->open_only);
  g_variant_dict_lookup (&dict, "asks-approval", "b", &self->asks_approval);
  g_variant_dict_lookup (&dict, "year", "i", &self->received_year);
  g_variant_dict_lookup (&dict, "handler", "s", &self->handler);
  g_variant_dict_lookup (&dict, "channel", "s", &self->channel);
  g_variant_dict_lookup (&dict, "text", "s", &self->text);
  if (g_variant_dict_lookup (&dict, "outcome", "&s", &text))
    self->outcome = ys_outcome_from_id (text);
  if (g_variant_dict_lookup (&dict, "class", "&s", &text))
    self->klass = ys_applicant_class_from_id (text);
  read_due (self, &dict);
  order = g_variant_dict_lookup (&dict, "order", "&s", &text) ? ys_order_from_id (text) : -1;
  self->order = order >= 0 ? (YsOrder) order : YS_ORDER_DUE;
  g_variant_dict_lookup (&dict, "descending", "b", &self->descending);
  g_variant_dict_clear (&dict);
  return self;
}
