/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tries an entry on a copy of the history and lets history-judge speak. */
#include "rules/permission.h"

#include "rules/event-reduce.h"

#include <cjson/cJSON.h>

gboolean
ys_permission_refuses (YsFaultCode code, gboolean approvals)
{
  switch (code)
    {
    case YS_WARN_NO_APPROVAL:
    case YS_WARN_UNAPPROVED_EXTENSION:
      return approvals;
    /* A late reply must still be sent, and less money than asked for may have been paid. */
    case YS_WARN_LATE_REPLY:
    case YS_WARN_FEE_PAID_DIFFERS:
      return FALSE;
    default:
      return code > YS_FAULT_NONE && code < YS_N_FAULTS;
    }
}

static gboolean
take_fault (const YsFinding *finding, YsFault *fault)
{
  return ys_fault_set (fault, finding->fault.code, finding->fault.path, finding->fault.found,
                       finding->fault.want);
}

/* The warning of what may be done once and was done before; YS_FAULT_NONE for other kinds. */
static YsFaultCode
get_second (YsKind kind)
{
  if (kind == YS_KIND_CORRECTION_ASKED)
    return YS_WARN_SECOND_CORRECTION;
  return kind == YS_KIND_EXTENSION_GRANTED ? YS_WARN_SECOND_EXTENSION : YS_FAULT_NONE;
}

static const YsFinding *
find_warning (const GPtrArray *warnings, gint64 seq, YsFaultCode code)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (warnings, i);
      if (finding->seq == seq && finding->fault.code == code)
        return finding;
    }
  return NULL;
}

/* The first of @warnings that makes a second act out of one that was none without @event, or NULL. */
static const YsFinding *
find_made_second (const YsHistory *history, const YsEvent *event, const YsCalendar *calendar,
                  YsDay today, const GPtrArray *warnings)
{
  YsFaultCode second = get_second (event->kind);
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  g_autoptr (GPtrArray) before
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  if (second == YS_FAULT_NONE)
    return NULL;
  ys_history_judge (history, calendar, today, problems, before);
  for (guint i = 0; i < warnings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (warnings, i);

      if (finding->fault.code == second && find_warning (before, finding->seq, second) == NULL)
        return finding;
    }
  return NULL;
}

gboolean
ys_permission_check (const YsHistory *history, YsEvent *event, const YsCalendar *calendar,
                     YsDay today, gboolean approvals, YsFault *fault)
{
  g_return_val_if_fail (history != NULL && event != NULL && fault != NULL, FALSE);
  g_return_val_if_fail (event->seq == (gint64) ys_history_get_length (history) + 1, FALSE);

  g_autoptr (YsHistory) trial = ys_history_with (history, event);
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  g_autoptr (GPtrArray) warnings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  if (!ys_event_check_dates (event, YS_STREAM_CASE, today, fault))
    return FALSE;

  const YsFinding *made_second;

  ys_history_judge (trial, calendar, today, problems, warnings);
  /* An entry of an earlier day may spoil what follows it: any problem is this entry's. */
  if (problems->len > 0)
    return take_fault (g_ptr_array_index (problems, 0), fault);
  for (guint i = 0; i < warnings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (warnings, i);
      if (finding->seq == event->seq && ys_permission_refuses (finding->fault.code, approvals))
        return take_fault (finding, fault);
    }
  made_second = find_made_second (history, event, calendar, today, warnings);
  return made_second == NULL || take_fault (made_second, fault);
}

/* --- probing --------------------------------------------------------------------------------- */

/* The least body of each step; %s stands for what find_subject() finds, or for the day. */
static const struct
{
  YsKind kind;
  const char *body;
  YsKind subject; /* the question or letter that the step refers to */
} probes[] = {
  { YS_KIND_CORRECTION_ASKED, "{'points':'-','until':'%s'}", YS_KIND_UNKNOWN },
  { YS_KIND_CORRECTED, "{}", YS_KIND_UNKNOWN },
  { YS_KIND_CONSULTATION_SENT, "{'name':'-','ref':'(probe)','with':'third-party'}", YS_KIND_UNKNOWN },
  { YS_KIND_CONSULTATION_ANSWERED, "{'opinion':'none','ref':'%s'}", YS_KIND_CONSULTATION_SENT },
  { YS_KIND_SEARCH_ASKED, "{'ref':'(probe)','unit':'-'}", YS_KIND_UNKNOWN },
  { YS_KIND_SEARCH_ANSWERED, "{'ref':'%s','result':'none','terms':'-','where':'-'}",
    YS_KIND_SEARCH_ASKED },
  { YS_KIND_EXTENSION_GRANTED, "{'approver':'-','days':1,'reason':'-'}", YS_KIND_UNKNOWN },
  { YS_KIND_REASONS_ASKED, "{}", YS_KIND_UNKNOWN },
  { YS_KIND_REASONS_GIVEN, "{}", YS_KIND_UNKNOWN },
  { YS_KIND_DELAY_SET, "{'reason':'-','until':'%s'}", YS_KIND_UNKNOWN },
  { YS_KIND_FEE_NOTICED, "{'amount_fen':1000,'basis':'pages','quantity':31}", YS_KIND_UNKNOWN },
  { YS_KIND_FEE_PAID, "{'amount_fen':1000}", YS_KIND_UNKNOWN },
  { YS_KIND_REPLIED, "{'ground':'36-2','outcome':'granted','sent_by':'in-person'}", YS_KIND_UNKNOWN },
  { YS_KIND_WITHDRAWN, "{}", YS_KIND_UNKNOWN },
  { YS_KIND_CLOSED, "{'outcome':'other.other','reason':'-'}", YS_KIND_UNKNOWN },
  { YS_KIND_REOPENED, "{'reason':'-'}", YS_KIND_UNKNOWN },
  { YS_KIND_REVIEW_OPENED, "{'ref':'(probe)','route':'reconsideration'}", YS_KIND_UNKNOWN },
  { YS_KIND_REVIEW_DECIDED, "{'ref':'%s','result':'other'}", YS_KIND_REVIEW_OPENED },
  { YS_KIND_RECEIVED, "{'confirmed_by':'-'}", YS_KIND_UNKNOWN },
  { YS_KIND_ASSIGNED, "{'to':'-'}", YS_KIND_UNKNOWN },
  { YS_KIND_DRAFTED, "{'ground':'36-2','outcome':'granted'}", YS_KIND_UNKNOWN },
  { YS_KIND_ARCHIVED, "{'file_no':'-','retention':'10y'}", YS_KIND_UNKNOWN },
  { YS_KIND_NOTED, "{'text':'-'}", YS_KIND_UNKNOWN },
  { YS_KIND_DESTRUCTION_ASKED, "{'reason':'-'}", YS_KIND_UNKNOWN },
};

/* Whether an entry of @kind with that @ref stands at @from or after it. */
static gboolean
has_answer (const YsFolded *folded, guint from, YsKind kind, const char *ref)
{
  for (guint i = from; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      if (event->kind == kind && g_strcmp0 (ys_event_get_string (event, "ref"), ref) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The ref of a question of kind @asked that no @answer follows; any text where none is open. */
static char *
find_subject (const YsHistory *history, YsKind asked, YsKind answer, YsDay today)
{
  g_autoptr (YsFolded) folded = ys_history_fold (history, today);

  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      const char *ref = ys_event_get_string (event, "ref");

      if (event->kind == asked && !has_answer (folded, i + 1, answer, ref))
        return g_strdup (ref);
    }
  return g_strdup ("(probe)");
}

/* What destroys the case, in answer to the last question that stands. */
static cJSON *
make_destroyed (const YsHistory *history, YsDay today)
{
  g_autoptr (YsFolded) folded = ys_history_fold (history, today);
  gint64 asked = 1;

  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      if (event->kind == YS_KIND_DESTRUCTION_ASKED)
        asked = event->seq;
    }
  return ys_history_make_destroyed (history, asked);
}

/* The least body of probe @i. */
static cJSON *
make_probe (guint i, const YsHistory *history, YsDay on, YsDay today)
{
  char day[YS_DAY_TEXT];
  g_autofree char *subject = probes[i].subject != YS_KIND_UNKNOWN
                               ? find_subject (history, probes[i].subject, probes[i].kind, today)
                               : g_strdup (ys_day_format (on, day));
  g_autofree char *text = g_strdelimit (g_strdup (probes[i].body), "'", '"');
  cJSON *body = cJSON_Parse (text);

  for (cJSON *member = body->child; member != NULL; member = member->next)
    if (g_strcmp0 (cJSON_GetStringValue (member), "%s") == 0)
      cJSON_SetValuestring (member, subject);
  return body;
}

gboolean
ys_permission_probe (const YsHistory *history, YsKind kind, const YsCalendar *calendar,
                     YsDay on, YsDay today, gboolean approvals, YsFault *fault)
{
  g_return_val_if_fail (history != NULL && on <= today && fault != NULL, FALSE);

  cJSON *body = kind == YS_KIND_DESTROYED ? make_destroyed (history, today) : NULL;

  for (guint i = 0; body == NULL && i < G_N_ELEMENTS (probes); i++)
    if (probes[i].kind == kind)
      body = make_probe (i, history, on, today);
  if (body == NULL)
    return ys_fault_set (fault, YS_FAULT_UNKNOWN_KIND, "kind", ys_kind_get_name (kind), NULL);

  g_autoptr (YsEvent) event
    = ys_event_new (YS_STREAM_CASE, ys_history_get_length (history) + 1, kind, on, NULL, body,
                    fault);
  return event != NULL
         && ys_permission_check (history, event, calendar, today, approvals, fault);
}
