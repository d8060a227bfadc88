/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reminders of one docket: its open cases, and the memory of what was told of them. */
#include "office/remind.h"

#include "office/session-private.h"

/* Rows fetched from the index at a time. */
#define PAGE 512

static gboolean
read_pages (YsIndex *index, GPtrArray *rows, GError **error)
{
  YsFilter filter;
  g_autofree char *after = NULL;
  guint got;

  ys_filter_init (&filter);
  filter.open_only = TRUE;
  do
    {
      g_autoptr (GPtrArray) page
        = ys_index_page (index, &filter, YS_ORDER_DUE, FALSE, after, PAGE, error);

      if (page == NULL)
        return FALSE;
      got = page->len;
      if (got > 0)
        {
          g_free (after);
          after = g_strdup (((YsIndexRow *) g_ptr_array_index (page, got - 1))->id);
        }
      g_ptr_array_extend_and_steal (rows, g_steal_pointer (&page));
    }
  while (got == PAGE);
  return TRUE;
}

typedef struct
{
  YsSession *session;
  GPtrArray *rows;
} Walk;

/* What a reminder wants to know of a case, without an index. */
static gboolean
take_case (YsHistory *history, gpointer user_data, GError **error)
{
  Walk *self = user_data;
  g_autoptr (YsCasefile) casefile
    = ys_casefile_new (history, ys_session_get_calendar (self->session),
                       ys_session_get_today (self->session));
  const YsClock *clock = casefile->clock;
  YsIndexRow *row;

  if (clock == NULL || clock->state == YS_STATE_CONCLUDED)
    return TRUE;
  row = g_new0 (YsIndexRow, 1);
  row->id = g_strdup (casefile->id);
  row->title = g_strdup (casefile->title);
  row->applicant = g_strdup (casefile->applicant);
  row->joint = casefile->joint;
  row->handler = g_strdup (casefile->handler);
  row->state = clock->state;
  row->received_on = casefile->received_on;
  row->start = clock->start;
  row->due = clock->due;
  row->waiting_until = casefile->waiting_until;
  row->open = casefile->open;
  row->concluded_on = YS_DAY_NONE;
  g_ptr_array_add (self->rows, row);
  return TRUE;
}

/* (element-type YsIndexRow): the open cases. */
static GPtrArray *
read_open_cases (YsSession *session, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_index_row_free);
  g_autoptr (GError) local = NULL;
  YsIndex *index = ys_session_get_index (session, NULL, NULL, &local);
  Walk walk = { session, rows };

  if (local != NULL && !ys_error_is_index (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* A full disk must not silence a deadline. */
  if (!(index != NULL ? read_pages (index, rows, error)
                      : ys_session_each_case (session, take_case, &walk, error)))
    return NULL;
  return g_steal_pointer (&rows);
}

static YsTold *
open_told (YsSession *session, GError **error)
{
  g_autofree char *dir = g_build_filename (g_get_user_state_dir (), "yishen", "reminders", NULL);

  return ys_told_open (dir, ys_docket_get_id (ys_session_get_docket (session)), error);
}

YsReminders *
ys_office_remind (YsSession *session, const YsRemindRules *rules, GDateTime *now, gboolean telling,
                  GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && rules != NULL && now != NULL, NULL);

  g_autoptr (YsReminders) self = g_new0 (YsReminders, 1);
  g_autoptr (GPtrArray) rows = read_open_cases (session, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (YsTold) told = NULL;

  if (rows == NULL)
    return NULL;
  told = open_told (session, &local);
  /* Another client is telling at this moment: this one only lists. */
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_BUSY))
    telling = FALSE;
  if (told == NULL)
    told = ys_told_new ();
  self->reminders = ys_remind_decide (rows, rules, told, ys_session_get_calendar (session),
                                      ys_session_get_today (session), now, telling);
  ys_told_prune (told, ys_session_get_today (session));
  if (local == NULL && !ys_told_save (told, &local))
    g_info ("reminders: %s", local->message);
  self->pause = ys_remind_get_pause (rules, told, now);
  return g_steal_pointer (&self);
}

gboolean
ys_office_mark_reminders (YsSession *session, GPtrArray *reminders, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && reminders != NULL, FALSE);

  g_autoptr (YsTold) told = open_told (session, error);

  if (told == NULL)
    return FALSE;
  for (guint i = 0; i < reminders->len; i++)
    {
      const YsReminder *reminder = g_ptr_array_index (reminders, i);

      ys_told_set_read (told, reminder->row->id, reminder->kind, reminder->day, reminder->level);
    }
  return ys_told_save (told, error);
}

gboolean
ys_office_put_off_reminders (YsSession *session, GPtrArray *reminders, GDateTime *again,
                             GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && reminders != NULL && again != NULL, FALSE);

  g_autoptr (YsTold) told = open_told (session, error);

  if (told == NULL)
    return FALSE;
  for (guint i = 0; i < reminders->len; i++)
    {
      const YsReminder *reminder = g_ptr_array_index (reminders, i);

      ys_told_set_again (told, reminder->row->id, reminder->kind, reminder->day,
                         g_date_time_to_unix (again));
    }
  return ys_told_save (told, error);
}
