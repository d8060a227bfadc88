/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One short function a family of kinds; parts that are missing leave no trace. */
#include "desk/case/entry-sentence.h"

#include "desk/case/words.h"
#include "desk/widgets/row-words.h"
#include "wording/explain.h"
#include "wording/field.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>
#include <inttypes.h>

static const char *
get (const YsEvent *event, const char *path)
{
  return ys_event_get_string (event, path);
}

static const char *
word (const YsEvent *event, const char *path, const char *group)
{
  return ys_word_name (group, get (event, path));
}

/* Joins what there is of the parts; NULL closes them, "" is passed over. */
static char *
join (const char *separator, ...)
{
  GString *out = g_string_new (NULL);
  const char *part;
  va_list args;

  va_start (args, separator);
  while ((part = va_arg (args, const char *)) != NULL)
    {
      if (*part == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, separator);
      g_string_append (out, part);
    }
  va_end (args);
  return g_string_free (out, FALSE);
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static char *
until (const YsEvent *event)
{
  YsDay day = ys_event_get_day (event, "until");
  g_autofree char *text = day != YS_DAY_NONE ? ys_day_with_weekday (day) : NULL;

  return text != NULL ? g_strdup_printf (_("until %s"), text) : g_strdup ("");
}

static char *
with_until (const YsEvent *event, const char *text)
{
  g_autofree char *end = until (event);

  return join (" · ", or_nothing (text), end, NULL);
}

/* Who was asked in the question that this answers. */
static const char *
find_asked (const YsCaseView *view, const YsEvent *event, YsKind kind, const char *path)
{
  const YsViewEntry *entry = ys_case_view_find_ref (view, kind, get (event, "ref"));

  return entry != NULL ? or_nothing (get (entry->event, path)) : "";
}

static char *
tell_receipt (const YsEvent *event)
{
  if (get (event, "confirmed_by") != NULL)
    return g_strdup_printf (_("confirmed by %s"), get (event, "confirmed_by"));
  return join (" · ", or_nothing (ys_name_channel (get (event, "channel"))),
               or_nothing (get (event, "request.title")), NULL);
}

static char *
tell_reply (const YsEvent *event)
{
  YsOutcome outcome = ys_outcome_from_id (get (event, "outcome"));
  const char *ground = get (event, "ground");

  return join (" · ", or_nothing (ys_name_outcome (outcome)),
               or_nothing (ys_ground_get_article (ground)),
               or_nothing (get (event, "reply_number")), or_nothing (get (event, "earlier")),
               or_nothing (word (event, "sent_by", "sent_by")), or_nothing (get (event, "text")),
               or_nothing (get (event, "reason")), NULL);
}

static char *
tell_fee (const YsEvent *event)
{
  g_autofree char *yuan = ys_yuan_format (ys_event_get_int (event, "amount_fen", 0));
  g_autofree char *amount = g_strdup_printf (_("%s yuan"), yuan);
  g_autofree char *quantity = NULL;

  if (event->kind == YS_KIND_FEE_PAID)
    return g_steal_pointer (&amount);
  /* Translators: how a fee is counted, and how many pages or requests. */
  quantity = g_strdup_printf (C_ ("fee", "%1$s: %2$" PRId64), word (event, "basis", "basis"),
                              ys_event_get_int (event, "quantity", 0));
  return join (" · ", quantity, amount, NULL);
}

static char *
tell_extension (const YsEvent *event)
{
  int days = (int) ys_event_get_int (event, "days", 0);
  g_autofree char *length
    = g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) days), days);
  g_autofree char *approver
    = get (event, "approver") != NULL
        ? g_strdup_printf (_("with the consent of %s"), get (event, "approver"))
        : g_strdup ("");

  return join (" · ", length, or_nothing (get (event, "reason")), approver, NULL);
}

static char *
tell_delivery (const YsCaseView *view, const YsEvent *event)
{
  const YsViewEntry *letter = ys_case_view_get_entry (view, ys_event_get_int (event, "of", 0));

  return join (" · ", letter != NULL ? ys_name_kind (letter->event->kind) : "",
               or_nothing (word (event, "by", "sent_by")), or_nothing (get (event, "tracking")),
               or_nothing (get (event, "reason")), NULL);
}

/* A value as it is shown beside its field. */
static char *
show_value (const YsEvent *target, const YsEventField *field, const cJSON *value)
{
  g_autofree char *text = NULL;

  if (field != NULL)
    text = ys_event_field_write (value);
  else
    text = g_strdup (cJSON_IsString (value) ? value->valuestring : "");
  return field != NULL ? ys_field_describe (field, target->kind, text)
                       : g_strdup (*text != '\0' ? text : "—");
}

static char *
tell_amendment (const YsEvent *target, const YsEvent *event)
{
  const char *path = or_nothing (get (event, "field"));
  g_autoptr (YsEventField) field = target != NULL ? ys_event_find_field (target, path) : NULL;
  g_autofree char *name = ys_field_name (path);
  g_autofree char *from = show_value (target, field, ys_event_get (event, "from"));
  g_autofree char *to = show_value (target, field, ys_event_get (event, "to"));

  /* Translators: a field, what stood there, and what stands there now. */
  return g_strdup_printf (C_ ("amendment", "%1$s: %2$s → %3$s"), name, from, to);
}

static char *
tell_change (const YsCaseView *view, const YsEvent *event)
{
  const YsViewEntry *of = ys_case_view_get_entry (view, ys_event_get_int (event, "of", 0));
  const char *name = of != NULL ? ys_name_kind (of->event->kind) : "";
  g_autofree char *change = NULL;

  if (event->kind == YS_KIND_STRUCK)
    return join (" · ", name, or_nothing (get (event, "reason")), NULL);
  change = tell_amendment (of != NULL ? of->event : NULL, event);
  return join (" · ", name, change, or_nothing (get (event, "reason")), NULL);
}

static char *
tell_decision (const YsCaseView *view, const YsEvent *event)
{
  const YsViewEntry *asked = ys_case_view_get_entry (view, ys_event_get_int (event, "asked", 0));

  return join (" · ", asked != NULL ? or_nothing (word (asked->event, "for", "for")) : "",
               or_nothing (get (event, "reason")), NULL);
}

static char *
tell_files (const YsEvent *event)
{
  int n = ys_event_count_list (event, "files");
  g_autofree char *files = n > 0 ? g_strdup_printf (ngettext ("%d file", "%d files", (gulong) n), n)
                                 : g_strdup ("");

  return join (" · ", or_nothing (word (event, "for", "for")), files, NULL);
}

static char *
tell_link (const YsEvent *event)
{
  g_autofree char *number = ys_words_number (or_nothing (get (event, "to")));

  return join (" · ", number, or_nothing (word (event, "as", "link")),
               or_nothing (get (event, "agency")), NULL);
}

static char *
tell_remedy (const YsEvent *event)
{
  YsDay served = ys_event_get_day (event, "served_on");
  g_autofree char *day = served != YS_DAY_NONE ? ys_day_with_weekday (served) : NULL;
  g_autofree char *papers
    = day != NULL ? g_strdup_printf (_("papers received on %s"), day) : g_strdup ("");

  return join (" · ", or_nothing (word (event, "route", "route")), or_nothing (get (event, "body")),
               papers, or_nothing (get (event, "ref")), NULL);
}

char *
ys_entry_sentence (const YsCaseView *view, const YsEvent *event)
{
  g_return_val_if_fail (view != NULL && event != NULL, NULL);

  switch (event->kind)
    {
    case YS_KIND_ARRIVED:
    case YS_KIND_RECEIVED:
      return tell_receipt (event);
    case YS_KIND_CORRECTION_ASKED:
      return with_until (event, get (event, "points"));
    case YS_KIND_CORRECTED:
      return g_strdup (or_nothing (get (event, "description")));
    case YS_KIND_CONSULTATION_SENT:
      return join (" · ", word (event, "with", "with"), or_nothing (get (event, "name")), NULL);
    case YS_KIND_CONSULTATION_ANSWERED:
      return join (" · ", find_asked (view, event, YS_KIND_CONSULTATION_SENT, "name"),
                   word (event, "opinion", "opinion"), NULL);
    case YS_KIND_SEARCH_ASKED:
      return with_until (event, get (event, "unit"));
    case YS_KIND_SEARCH_ANSWERED:
      return join (" · ", find_asked (view, event, YS_KIND_SEARCH_ASKED, "unit"),
                   word (event, "result", "result"), or_nothing (get (event, "where")),
                   or_nothing (get (event, "terms")), NULL);
    case YS_KIND_EXTENSION_GRANTED:
      return tell_extension (event);
    case YS_KIND_REASONS_ASKED:
      return until (event);
    case YS_KIND_DELAY_SET:
    case YS_KIND_REOPENED:
      return with_until (event, get (event, "reason"));
    case YS_KIND_FEE_NOTICED:
    case YS_KIND_FEE_PAID:
      return tell_fee (event);
    case YS_KIND_ASSIGNED:
      return g_strdup (or_nothing (get (event, "to")));
    case YS_KIND_DRAFTED:
    case YS_KIND_REPLIED:
    case YS_KIND_CLOSED:
      return tell_reply (event);
    case YS_KIND_REVIEWED:
      return join (" · ", word (event, "as", "as"), word (event, "opinion", "opinion"),
                   or_nothing (get (event, "comment")), NULL);
    case YS_KIND_APPROVAL_ASKED:
      return tell_files (event);
    case YS_KIND_APPROVED:
    case YS_KIND_RETURNED:
      return tell_decision (view, event);
    case YS_KIND_DISPATCHED:
    case YS_KIND_DELIVERED:
    case YS_KIND_UNDELIVERED:
      return tell_delivery (view, event);
    case YS_KIND_REVIEW_OPENED:
      return tell_remedy (event);
    case YS_KIND_REVIEW_DECIDED:
      return join (" · ", or_nothing (get (event, "ref")), word (event, "result", "decision"), NULL);
    case YS_KIND_LINKED:
      return tell_link (event);
    case YS_KIND_AMENDED:
    case YS_KIND_STRUCK:
      return tell_change (view, event);
    case YS_KIND_ATTACHED:
      return join (" · ", or_nothing (get (event, "name")), word (event, "role", "role"), NULL);
    case YS_KIND_ARCHIVED:
      return join (" · ", or_nothing (get (event, "file_no")),
                   word (event, "retention", "retention"), NULL);
    default: /* withdrawn, reasons given, noted */
      return join (" · ", or_nothing (get (event, "text")), or_nothing (get (event, "reason")),
                   NULL);
    }
}

const char *
ys_entry_icon (YsKind kind)
{
  switch (kind)
    {
    case YS_KIND_ARRIVED:
    case YS_KIND_RECEIVED:
      return "mail-unread-symbolic";
    case YS_KIND_CORRECTION_ASKED:
    case YS_KIND_CONSULTATION_SENT:
    case YS_KIND_FEE_NOTICED:
      return "media-playback-pause-symbolic";
    case YS_KIND_CORRECTED:
    case YS_KIND_CONSULTATION_ANSWERED:
    case YS_KIND_FEE_PAID:
    case YS_KIND_REOPENED:
      return "media-playback-start-symbolic";
    case YS_KIND_SEARCH_ASKED:
    case YS_KIND_SEARCH_ANSWERED:
      return "system-search-symbolic";
    case YS_KIND_EXTENSION_GRANTED:
    case YS_KIND_DELAY_SET:
      return "preferences-system-time-symbolic";
    case YS_KIND_ASSIGNED:
      return "avatar-default-symbolic";
    case YS_KIND_DRAFTED:
    case YS_KIND_AMENDED:
      return "document-edit-symbolic";
    case YS_KIND_REVIEWED:
      return "object-select-symbolic";
    case YS_KIND_APPROVAL_ASKED:
      return "go-up-symbolic";
    case YS_KIND_APPROVED:
      return "emblem-ok-symbolic";
    case YS_KIND_RETURNED:
    case YS_KIND_UNDELIVERED:
      return "mail-reply-sender-symbolic";
    case YS_KIND_REPLIED:
      return "document-send-symbolic";
    case YS_KIND_DISPATCHED:
      return "mail-send-symbolic";
    case YS_KIND_DELIVERED:
      return "mail-read-symbolic";
    case YS_KIND_WITHDRAWN:
    case YS_KIND_CLOSED:
      return "process-stop-symbolic";
    case YS_KIND_REVIEW_OPENED:
    case YS_KIND_REVIEW_DECIDED:
      return "security-medium-symbolic";
    case YS_KIND_LINKED:
      return "insert-link-symbolic";
    case YS_KIND_STRUCK:
      return "edit-delete-symbolic";
    case YS_KIND_ATTACHED:
      return "mail-attachment-symbolic";
    case YS_KIND_ARCHIVED:
      return "folder-symbolic";
    default:
      return "text-x-generic-symbolic";
    }
}
