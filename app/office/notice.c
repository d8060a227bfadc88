/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notices read, listed, tried and announced. Which days are working days is calendar.h. */
#include "office/notice.h"

#include "office/lists.h"
#include "office/record.h"
#include "rules/number.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <string.h>

/* What a notice without a title is called in the docket. */
#define UNTITLED "放假安排通知"

void
ys_notice_free (YsNotice *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->address);
  g_free (self);
}

void
ys_notice_preview_free (YsNoticePreview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->moves, g_ptr_array_unref);
  g_free (self->title);
  g_free (self);
}

static void
move_free (gpointer data)
{
  YsNoticeMove *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/* --- reading --------------------------------------------------------------------------------- */

/* What stands behind @word at the beginning of a line, or NULL. */
static char *
find_line (const char *text, const char *word)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, word))
      return g_strdup (g_strstrip (*line + strlen (word)));
  return NULL;
}

/* The notice alone and its year, or NULL with @error. */
static YsCalendar *
parse_notice (const char *text, int *year, GError **error)
{
  g_autoptr (YsCalendar) notice = ys_calendar_new ();
  int line = 0;
  YsNoticeFault fault = ys_calendar_add_notice (notice, text, &line);

  if (fault != YS_NOTICE_OK)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT, _("Line %d of the notice: %s."),
                   line, ys_explain_notice_fault (fault));
      return NULL;
    }
  ys_calendar_get_years (notice, year, NULL);
  return g_steal_pointer (&notice);
}

/* --- what is known --------------------------------------------------------------------------- */

static void
add_notice (GPtrArray *notices, int year, const char *title, const char *address, YsDay on)
{
  YsNotice *notice = g_new0 (YsNotice, 1);

  notice->year = year;
  notice->title = g_strdup (title != NULL ? title : UNTITLED);
  notice->address = g_strdup (address);
  notice->announced_on = on;
  g_ptr_array_add (notices, notice);
}

static void
take_shipped (const char *text, gpointer user_data)
{
  g_autofree char *year = find_line (text, "year ");
  g_autofree char *title = find_line (text, "notice ");
  g_autofree char *address = find_line (text, "address ");

  add_notice (user_data, (int) g_ascii_strtoll (year, NULL, 10), title, address, YS_DAY_NONE);
}

static gboolean
take_announced (YsEntry *entry, gpointer user_data, GError **error)
{
  g_autoptr (YsEvent) event = ys_session_parse_entry (entry, error);

  if (event == NULL)
    return FALSE;
  add_notice (user_data, (int) g_ascii_strtoll (strrchr (entry->stream, '/') + 1, NULL, 10),
              ys_event_get_string (event, "notice"), ys_event_get_string (event, "address"),
              event->on);
  return TRUE;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return (*(const YsNotice *const *) b)->year - (*(const YsNotice *const *) a)->year;
}

GPtrArray *
ys_office_list_notices (YsSession *session, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session), NULL);

  g_autoptr (GPtrArray) notices
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_notice_free);

  ys_calendar_foreach_shipped (take_shipped, notices);
  if (!ys_docket_read_streams (ys_session_get_docket (session), "calendar/", take_announced,
                               notices, error))
    return NULL;
  /* As they were added, the later one wins: it comes first. The sort keeps that order. */
  for (guint i = 0; i < notices->len / 2; i++)
    {
      gpointer *first = &notices->pdata[i];
      gpointer *last = &notices->pdata[notices->len - 1 - i];
      gpointer held = *first;

      *first = *last;
      *last = held;
    }
  g_ptr_array_sort (notices, compare_years);
  return g_steal_pointer (&notices);
}

/* --- trying ---------------------------------------------------------------------------------- */

typedef struct
{
  const YsCalendar *before;
  const YsCalendar *after;
  YsDay today;
  YsNoticePreview *preview;
} Trial;

static gboolean
try_case (YsHistory *history, gpointer user_data, GError **error)
{
  Trial *trial = user_data;
  g_autoptr (YsCasefile) before = ys_casefile_new (history, trial->before, trial->today);
  g_autoptr (YsCasefile) after = NULL;
  YsNoticeMove *move;

  if (before->clock == NULL || before->clock->state == YS_STATE_CONCLUDED
      || before->clock->due == YS_DAY_NONE)
    return TRUE;
  trial->preview->open++;
  after = ys_casefile_new (history, trial->after, trial->today);
  if (after->clock->due == before->clock->due)
    return TRUE;
  move = g_new0 (YsNoticeMove, 1);
  move->id = g_strdup (before->id);
  move->title = g_strdup (before->title);
  move->from = before->clock->due;
  move->to = after->clock->due;
  g_ptr_array_add (trial->preview->moves, move);
  return TRUE;
}

/* The open cases alone where there is an index, else all of them. */
static gboolean
try_cases (YsSession *session, Trial *trial, GError **error)
{
  YsFilter filter;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) local = NULL;

  ys_filter_init (&filter);
  filter.open_only = TRUE;
  ids = ys_office_list_ids (session, &filter, YS_ORDER_DUE, FALSE, &local);
  if (ids == NULL && ys_error_is_index (local))
    return ys_session_each_case (session, try_case, trial, error);
  if (ids == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (YsHistory) history
        = ys_session_load_case (session, g_ptr_array_index (ids, i), error);

      if (history == NULL || !try_case (history, trial, error))
        return FALSE;
    }
  return TRUE;
}

static void
count_listed (YsDay day, gboolean is_rest, const char *name, gpointer user_data)
{
  YsNoticePreview *preview = user_data;

  if (is_rest)
    preview->rest_days++;
  else
    preview->work_days++;
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const YsNoticeMove *x = *(const YsNoticeMove *const *) a;
  const YsNoticeMove *y = *(const YsNoticeMove *const *) b;

  return x->from != y->from ? (x->from < y->from ? -1 : 1) : ys_number_compare (x->id, y->id);
}

YsNoticePreview *
ys_office_preview_notice (YsSession *session, const char *text, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && text != NULL, NULL);

  g_autoptr (YsNoticePreview) preview = g_new0 (YsNoticePreview, 1);
  g_autoptr (YsCalendar) notice = parse_notice (text, &preview->year, error);
  g_autoptr (YsCalendar) after = NULL;
  Trial trial = { ys_session_get_calendar (session), NULL, ys_session_get_today (session),
                  preview };

  if (notice == NULL)
    return NULL;
  preview->title = find_line (text, "notice ");
  preview->is_known = ys_calendar_has_year (trial.before, preview->year);
  preview->moves = g_ptr_array_new_with_free_func (move_free);
  ys_calendar_foreach (notice, count_listed, preview);
  after = ys_session_read_calendar (session, preview->year, text, error);
  if (after == NULL)
    return NULL;
  trial.after = after;
  if (!try_cases (session, &trial, error))
    return NULL;
  g_ptr_array_sort (preview->moves, compare_moves);
  return g_steal_pointer (&preview);
}

/* --- announcing ------------------------------------------------------------------------------ */

typedef struct
{
  cJSON *rest;
  cJSON *work;
  YsDay last; /* last day of the span that is being joined */
} Announcement;

/* Neighbouring days of rest of one name are one span, as the notice wrote them. */
static void
add_listed (YsDay day, gboolean is_rest, const char *name, gpointer user_data)
{
  Announcement *announcement = user_data;
  cJSON *span = cJSON_GetArrayItem (announcement->rest,
                                    cJSON_GetArraySize (announcement->rest) - 1);
  char text[YS_DAY_TEXT];

  ys_day_format (day, text);
  if (!is_rest)
    cJSON_AddItemToArray (announcement->work, cJSON_CreateString (text));
  else if (span != NULL && announcement->last == day - 1
           && g_strcmp0 (cJSON_GetStringValue (cJSON_GetObjectItem (span, "name")), name) == 0)
    cJSON_SetValuestring (cJSON_GetObjectItem (span, "to"), text);
  else
    cJSON_AddItemToArray (announcement->rest,
                          ys_body_new ("name", name, "from", text, "to", text, NULL));
  if (is_rest)
    announcement->last = day;
}

static cJSON *
make_announcement (const YsCalendar *notice, const char *text)
{
  g_autofree char *title = find_line (text, "notice ");
  g_autofree char *address = find_line (text, "address ");
  cJSON *body = ys_body_new ("notice", title != NULL ? title : UNTITLED,
                             "address", address, NULL);
  Announcement announcement = { cJSON_AddArrayToObject (body, "rest"),
                                cJSON_AddArrayToObject (body, "work"), YS_DAY_NONE };

  ys_calendar_foreach (notice, add_listed, &announcement);
  return body;
}

gboolean
ys_office_announce_notice (YsSession *session, YsDay on, const char *text, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && text != NULL, FALSE);

  int year = 0;
  g_autoptr (YsCalendar) notice = parse_notice (text, &year, error);
  g_autofree char *stream = NULL;

  if (notice == NULL)
    return FALSE;
  stream = g_strdup_printf ("calendar/%04d", year);
  return ys_session_record_other (session, stream, YS_SEQ_ANY, YS_KIND_CALENDAR_ANNOUNCED, on,
                                  make_announcement (notice, text), error);
}
