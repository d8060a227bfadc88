/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts bodies together, has the rules judge them, and appends. */
#include "office/record.h"

#include "docket/signer.h"
#include "office/authority.h"
#include "rules/permission.h"
#include "wording/explain.h"
#include "wording/i18n.h"

/* --- bodies ---------------------------------------------------------------------------------- */

cJSON *
ys_body_new (const char *key, ...)
{
  cJSON *body = cJSON_CreateObject ();
  va_list args;

  va_start (args, key);
  while (key != NULL)
    {
      const char *text = va_arg (args, const char *);

      if (text != NULL)
        cJSON_AddStringToObject (body, key, text);
      key = va_arg (args, const char *);
    }
  va_end (args);
  return body;
}

void
ys_body_add_day (cJSON *body, const char *key, YsDay day)
{
  char text[YS_DAY_TEXT];

  if (day != YS_DAY_NONE)
    cJSON_AddStringToObject (body, key, ys_day_format (day, text));
}

void
ys_body_add_files (cJSON *body, const char *key, const char *const *files)
{
  cJSON *list;

  if (files == NULL || files[0] == NULL)
    return;
  list = cJSON_AddArrayToObject (body, key);
  for (; *files != NULL; files++)
    cJSON_AddItemToArray (list, cJSON_CreateString (*files));
}

/* --- judging --------------------------------------------------------------------------------- */

static gboolean
refuse (YsFault *fault, GError **error)
{
  g_autofree char *sentence = ys_explain_fault (fault);

  g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED, sentence);
  return FALSE;
}

typedef struct
{
  YsDocket *docket;
  const char *missing; /* points into the event */
} FileCheck;

static void
check_file (const char *digest, gpointer user_data)
{
  FileCheck *check = user_data;

  if (check->missing == NULL && !ys_docket_has_file (check->docket, digest))
    check->missing = digest;
}

static gboolean
has_files (YsSession *self, const YsEvent *event, GError **error)
{
  FileCheck check = { ys_session_get_docket (self), NULL };
  g_auto (YsFault) fault = YS_FAULT_INIT;

  ys_event_foreach_file (event, check_file, &check);
  if (check.missing == NULL)
    return TRUE;
  ys_fault_set (&fault, YS_FAULT_NO_FILE, NULL, check.missing, NULL);
  return refuse (&fault, error);
}

/* Adds the record to the history if the rules let it. */
static gboolean
judge (YsSession *self, YsHistory *history, YsRecord *record, GError **error)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *stream = g_strconcat ("case/", ys_history_get_id (history), NULL);
  g_autoptr (YsEvent) event
    = ys_event_new (YS_STREAM_CASE, ys_history_get_length (history) + 1, record->kind, record->on,
                    ys_session_get_actor (self), g_steal_pointer (&record->body), &fault);

  if (event == NULL || !ys_authority_may (self, stream, event, &fault)
      || !ys_permission_check (history, event, ys_session_get_calendar (self),
                               ys_session_get_today (self),
                               ys_session_get_approval (self) != YS_STAFF_APPROVAL_NONE, &fault))
    return refuse (&fault, error);
  if (!has_files (self, event, error))
    return FALSE;
  ys_history_add (history, event);
  return TRUE;
}

/* --- appending ------------------------------------------------------------------------------- */

static gboolean
add_event (YsAppend *append, const char *stream, gint64 expected, const YsEvent *event,
           GError **error)
{
  g_autofree char *body = ys_event_canonical_body (event);
  char on[YS_DAY_TEXT];

  return ys_append_add (append, stream, expected, ys_kind_get_name (event->kind),
                        ys_day_format (event->on, on), event->actor, body, NULL, error);
}

/* Files again, under the lock: a case may have been destroyed meanwhile that held them too. */
static gboolean
is_in_order (YsSession *self, YsAppend *append, const char *stream, const YsEvent *event,
             const YsHistory *history, GError **error)
{
  return ys_authority_judge (self, ys_session_get_staff (self), append, stream, event, history,
                             error)
         && has_files (self, event, error)
         && ys_authority_check_bond (self, history, event, error);
}

/* Whether approvals are asked for was part of the rules' judgement. */
static gboolean
is_same_policy (YsSession *self, gboolean approvals, GError **error)
{
  if (approvals == (ys_session_get_approval (self) != YS_STAFF_APPROVAL_NONE))
    return TRUE;
  g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CONFLICT,
                       _("How the office approves was changed meanwhile. Look again."));
  return FALSE;
}

static gboolean
append_events (YsSession *self, YsHistory *history, guint known, YsRecordErase erase,
               GError **error)
{
  g_autofree char *stream = g_strconcat ("case/", ys_history_get_id (history), NULL);
  gboolean approvals = ys_session_get_approval (self) != YS_STAFF_APPROVAL_NONE;
  g_autoptr (YsAppend) append
    = ys_docket_begin (ys_session_get_docket (self), NULL, FALSE, error);

  if (append == NULL || !ys_authority_begin (self, error)
      || !is_same_policy (self, approvals, error))
    return FALSE;
  for (guint seq = known + 1; seq <= ys_history_get_length (history); seq++)
    if (!is_in_order (self, append, stream, ys_history_get (history, seq), history, error)
        || !add_event (append, stream, seq - 1, ys_history_get (history, seq), error))
      return FALSE;
  if (erase != NULL && !erase (self, append, history, error))
    return FALSE;
  if (!ys_append_commit (g_steal_pointer (&append), error))
    return FALSE;
  ys_session_tell_done (self);
  return TRUE;
}

/* @history may be NULL, with @error set: then the bodies are given back and nothing else is done. */
static gboolean
record_on (YsSession *self, YsHistory *history, YsRecord *records, guint n_records,
           YsRecordErase erase, GError **error)
{
  guint known = history != NULL ? ys_history_get_length (history) : 0;
  gboolean lawful = history != NULL;

  for (guint i = 0; lawful && i < n_records; i++)
    lawful = judge (self, history, &records[i], error);
  for (guint i = 0; i < n_records; i++)
    g_clear_pointer (&records[i].body, cJSON_Delete);

  return lawful && append_events (self, history, known, erase, error);
}

gboolean
ys_session_record (YsSession *self, const char *id, gboolean is_new, YsRecord *records,
                   guint n_records, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && id != NULL && n_records > 0, FALSE);

  g_autoptr (YsHistory) history
    = is_new ? ys_history_new (id) : ys_session_load_case (self, id, error);

  return record_on (self, history, records, n_records, NULL, error);
}

gboolean
ys_session_record_after (YsSession *self, YsHistory *history, YsKind kind, YsDay on, cJSON *body,
                         GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && history != NULL && body != NULL, FALSE);

  YsRecord record = { kind, on, body };

  return record_on (self, history, &record, 1, NULL, error);
}

gboolean
ys_session_record_erasing (YsSession *self, YsHistory *history, YsDay on, cJSON *body,
                           YsRecordErase erase, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && history != NULL && body != NULL, FALSE);

  YsRecord record = { YS_KIND_DESTROYED, on, body };

  return record_on (self, history, &record, 1, erase, error);
}

gboolean
ys_session_record_one (YsSession *self, const char *id, YsKind kind, YsDay on, cJSON *body,
                       GError **error)
{
  YsRecord record = { kind, on, body };

  return ys_session_record (self, id, FALSE, &record, 1, error);
}

/* What a record of a stream that is no case says, judged by itself; NULL with @error. */
static YsEvent *
make_other (YsSession *self, const char *stream, YsRecord *record, GError **error)
{
  YsStreamClass klass = ys_stream_parse (stream, NULL);
  cJSON *body = g_steal_pointer (&record->body);
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autoptr (YsEvent) event = NULL;

  if (klass == YS_STREAM_UNKNOWN)
    {
      cJSON_Delete (body);
      ys_fault_set (&fault, YS_FAULT_UNKNOWN_STREAM, "stream", stream, NULL);
      refuse (&fault, error);
      return NULL;
    }
  event = ys_event_new (klass, 0, record->kind, record->on, ys_session_get_actor (self), body,
                        &fault);
  if (event == NULL || !ys_authority_may (self, stream, event, &fault)
      || !ys_event_check_dates (event, klass, ys_session_get_today (self), &fault))
    {
      refuse (&fault, error);
      return NULL;
    }
  return has_files (self, event, error) ? g_steal_pointer (&event) : NULL;
}

/* An entry was added that may have changed the staff. */
static void
note (YsSession *self, YsStaff *staff, const char *stream, const YsEvent *event)
{
  const char *name;
  YsStreamClass klass = ys_stream_parse (stream, &name);
  const YsSigner *signer = ys_session_get_signer (self);

  ys_staff_add (staff, ys_session_get_audited (self)->position + 1, klass, name, event, FALSE,
                signer != NULL ? ys_signer_get_public_key (signer) : NULL);
}

static gboolean
append_others (YsSession *self, const char *stream, gint64 known, GPtrArray *events,
               GError **error)
{
  g_autoptr (YsAppend) append
    = ys_docket_begin (ys_session_get_docket (self), NULL, FALSE, error);
  g_autoptr (YsStaff) staff = NULL;

  if (append == NULL || !ys_authority_begin (self, error))
    return FALSE;
  /* Each entry may change the staff that the next one is judged by. */
  staff = ys_staff_copy (ys_session_get_staff (self));
  for (guint i = 0; i < events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (events, i);

      if (!ys_authority_judge (self, staff, append, stream, event, NULL, error)
          || !has_files (self, event, error)
          || !add_event (append, stream, known == YS_SEQ_ANY ? known : known + i, event, error))
        return FALSE;
      note (self, staff, stream, event);
    }
  return ys_append_commit (g_steal_pointer (&append), error);
}

gboolean
ys_session_record_others (YsSession *self, const char *stream, gint64 known, YsRecord *records,
                          guint n_records, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && stream != NULL && n_records > 0, FALSE);

  g_autoptr (GPtrArray) events
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_event_unref);
  gboolean done = TRUE;

  for (guint i = 0; done && i < n_records; i++)
    {
      YsEvent *event = make_other (self, stream, &records[i], error);

      done = event != NULL;
      if (done)
        g_ptr_array_add (events, event);
    }
  for (guint i = 0; i < n_records; i++)
    g_clear_pointer (&records[i].body, cJSON_Delete);
  if (!done || !append_others (self, stream, known, events, error))
    return FALSE;
  ys_session_tell_done (self);
  return TRUE;
}

gboolean
ys_session_record_other (YsSession *self, const char *stream, gint64 known, YsKind kind, YsDay on,
                         cJSON *body, GError **error)
{
  YsRecord record = { kind, on, body };

  return ys_session_record_others (self, stream, known, &record, 1, error);
}
