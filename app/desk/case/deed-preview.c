/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of the due day: the entry that the answers would make is put behind a copy of the
 * history, and the clock is read again. The least body will do, for the clock reads little of it
 * (declared in deed.h). */
#include "desk/case/deed.h"

#include "desk/case/words.h"
#include "rules/event-fields.h"
#include "rules/fee.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>

/* How a text that the clock does not read is filled in. */
#define ANY "-"

static void
add_text (cJSON *body, const char *key, const char *text)
{
  if (text != NULL)
    cJSON_AddStringToObject (body, key, text);
}

/* From the answer of that key, or @otherwise. */
static void
add_answer (cJSON *body, const char *key, GHashTable *answers, const char *otherwise)
{
  const char *text = ys_deed_answer (answers, key);

  add_text (body, key, text != NULL ? text : otherwise);
}

static void
add_number (cJSON *body, const char *key, GHashTable *answers, gint64 otherwise)
{
  const char *text = ys_deed_answer (answers, key);

  cJSON_AddNumberToObject (body, key,
                           text != NULL ? (double) g_ascii_strtoll (text, NULL, 10)
                                        : (double) otherwise);
}

static void
add_change (cJSON *body, GHashTable *answers, const YsCaseView *view)
{
  const char *seq = ys_deed_answer (answers, YS_DEED_OF);
  const char *path = ys_deed_answer (answers, "field");
  const YsViewEntry *entry
    = seq != NULL ? ys_case_view_get_entry (view, g_ascii_strtoll (seq, NULL, 10)) : NULL;
  g_autoptr (YsEventField) field
    = entry != NULL && path != NULL ? ys_event_find_field (entry->event, path) : NULL;
  g_autofree char *from = field != NULL ? ys_event_get_text (entry->event, path) : NULL;
  const char *to = ys_deed_answer (answers, "to");

  if (field == NULL)
    return;
  add_text (body, "field", path);
  cJSON_AddItemToObject (body, "from", *from != '\0'
                                         ? ys_event_field_read (field, entry->event, from)
                                         : cJSON_CreateString (""));
  cJSON_AddItemToObject (body, "to",
                         ys_event_field_read (field, entry->event, to != NULL ? to : ""));
}

/* NULL for acts that do not touch the due day. */
static cJSON *
make_body (YsKind kind, GHashTable *answers, const YsCaseView *view)
{
  cJSON *body = cJSON_CreateObject ();

  switch (kind)
    {
    case YS_KIND_RECEIVED:
      add_text (body, "confirmed_by", ANY);
      break;
    case YS_KIND_CORRECTION_ASKED:
      add_text (body, "points", ANY);
      add_answer (body, "until", answers, NULL);
      break;
    case YS_KIND_CORRECTED:
      break;
    case YS_KIND_CONSULTATION_SENT:
      add_answer (body, "ref", answers, ANY);
      add_answer (body, "with", answers, NULL);
      add_answer (body, "name", answers, ANY);
      break;
    case YS_KIND_CONSULTATION_ANSWERED:
      add_answer (body, "ref", answers, NULL);
      add_text (body, "opinion", "none");
      break;
    case YS_KIND_EXTENSION_GRANTED:
      add_number (body, "days", answers, 0);
      add_text (body, "reason", ANY);
      break;
    case YS_KIND_DELAY_SET:
      add_answer (body, "until", answers, NULL);
      add_text (body, "reason", ANY);
      break;
    case YS_KIND_FEE_NOTICED:
      add_answer (body, "basis", answers, NULL);
      add_number (body, "quantity", answers, 0);
      cJSON_AddNumberToObject (body, "amount_fen", 1);
      break;
    case YS_KIND_FEE_PAID:
      cJSON_AddNumberToObject (body, "amount_fen", 1);
      break;
    case YS_KIND_REOPENED:
      add_text (body, "reason", ANY);
      add_answer (body, "until", answers, NULL);
      break;
    case YS_KIND_AMENDED:
      add_number (body, "of", answers, 0);
      add_text (body, "reason", ANY);
      add_change (body, answers, view);
      break;
    case YS_KIND_STRUCK:
      add_number (body, "of", answers, 0);
      add_text (body, "reason", ANY);
      break;
    default:
      g_clear_pointer (&body, cJSON_Delete);
      break;
    }
  return body;
}

static YsClock *
read_clock (YsKind kind, GHashTable *answers, const YsCaseView *view, const YsCalendar *calendar)
{
  const char *text = ys_deed_answer (answers, "on");
  YsDay on = text != NULL ? ys_day_parse (text, -1) : view->on;
  cJSON *body = on != YS_DAY_NONE && on <= view->on ? make_body (kind, answers, view) : NULL;
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autoptr (YsEvent) event = NULL;
  g_autoptr (YsHistory) history = NULL;
  g_autoptr (YsFolded) folded = NULL;

  if (body == NULL)
    return NULL;
  event = ys_event_new (YS_STREAM_CASE, ys_history_get_length (view->history) + 1, kind, on, NULL,
                        body, &fault);
  if (event == NULL)
    return NULL;
  history = ys_history_with (view->history, event);
  folded = ys_history_fold (history, view->on);
  return ys_clock_read (folded, calendar, FALSE);
}

static gboolean
is_same (const YsClock *one, const YsClock *other)
{
  return other != NULL && one->state == other->state && one->due == other->due;
}

char *
ys_deed_preview (YsKind kind, GHashTable *answers, const YsCaseView *view,
                 const YsCalendar *calendar)
{
  g_return_val_if_fail (answers != NULL && view != NULL && calendar != NULL, NULL);

  const YsClock *now = view->clock;
  g_autoptr (YsClock) then = read_clock (kind, answers, view, calendar);
  g_autofree char *day = then != NULL ? ys_day_with_weekday (then->due) : NULL;
  g_autofree char *before = now != NULL ? ys_day_with_weekday (now->due) : NULL;

  if (then == NULL || then->older_law || then->state == YS_STATE_CONCLUDED)
    return NULL;
  if (is_same (then, now))
    {
      /* An amendment mostly has nothing to do with the period. */
      if (kind == YS_KIND_AMENDED || kind == YS_KIND_STRUCK || then->due == YS_DAY_NONE)
        return NULL;
      return g_strdup_printf (_("The due day stays %s."), day);
    }
  if (then->due == YS_DAY_NONE)
    return g_strdup (_("The period then stands still; the due day comes when it runs again."));
  if (then->state == YS_STATE_SUSPENDED)
    return g_strdup_printf (_("The period is then suspended: due not before %s."), day);
  if (now == NULL || now->due == YS_DAY_NONE || now->due == then->due)
    return g_strdup_printf (_("The due day will be %s."), day);
  return g_strdup_printf (_("The due day will be %1$s instead of %2$s."), day, before);
}
