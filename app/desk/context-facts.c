/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every page may read at once, on the main loop: the docket, the day, who sits here and what that
 * person may do. */
#include "desk/context-private.h"

#include "office/staff.h"
#include "wording/explain.h"

const char *
ys_context_get_address (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);
  return self->address;
}

const char *
ys_context_get_name (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);
  return self->name;
}

const char *
ys_context_get_docket_id (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);
  return self->docket_id;
}

const char *
ys_context_get_agency (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);
  return self->agency;
}

const char *
ys_context_get_read_only_reason (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);
  return self->read_only;
}

const char *
ys_context_get_actor (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);
  return self->actor;
}

gpointer
ys_context_do_set_actor (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  if (g_strcmp0 (ys_session_get_actor (session), input) != 0)
    ys_office_lock_key (session);
  ys_session_set_actor (session, *(const char *) input != '\0' ? input : NULL);
  return NULL;
}

void
ys_context_set_actor (YsContext *self, const char *name)
{
  g_return_if_fail (YS_IS_CONTEXT (self));

  g_autofree char *actor = name != NULL ? g_strdup (name) : ys_context_find_login ();

  if (g_str_equal (actor, self->actor))
    return;
  g_free (self->actor);
  self->actor = g_steal_pointer (&actor);
  ys_context_run_async (self, ys_context_do_set_actor, g_strdup (self->actor), g_free, NULL, NULL, NULL, NULL);
  ys_context_emit_changed (self);
}

YsDay
ys_context_get_today (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), YS_DAY_NONE);
  return self->today;
}

static gpointer
set_today (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  ys_session_set_today (session, GPOINTER_TO_INT (input));
  return NULL;
}

void
ys_context_set_today (YsContext *self, YsDay today)
{
  g_return_if_fail (YS_IS_CONTEXT (self) && today != YS_DAY_NONE);

  if (self->today == today)
    return;
  self->today = today;
  ys_context_run_async (self, set_today, GINT_TO_POINTER (today), NULL, NULL, NULL, NULL, NULL);
}

YsCalendar *
ys_context_get_calendar (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);
  return self->calendar;
}

gboolean
ys_context_asks_approval (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), TRUE);
  return ys_staff_get_approval (self->staff) != YS_STAFF_APPROVAL_NONE;
}

gboolean
ys_context_signs (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), FALSE);
  return ys_staff_get_approval (self->staff) == YS_STAFF_APPROVAL_SIGNED;
}

const YsStaff *
ys_context_get_staff (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);
  return self->staff;
}

const char *
ys_context_name_actor (YsContext *self, const char *actor)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), actor);

  const YsPerson *person = actor != NULL ? ys_staff_find (self->staff, actor) : NULL;

  return person != NULL && person->name != NULL ? person->name : actor;
}

char *
ys_context_tell_why_not (YsContext *self, YsKind kind)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), NULL);

  const char *actor = *self->actor != '\0' ? self->actor : NULL;
  g_auto (YsFault) fault = YS_FAULT_INIT;

  if (self->read_only != NULL)
    return g_strdup (self->read_only);
  return ys_staff_judge_kind (self->staff, actor, kind, self->today, &fault)
           ? NULL
           : ys_explain_fault (&fault);
}

gboolean
ys_context_may (YsContext *self, YsKind kind)
{
  g_autofree char *reason = ys_context_tell_why_not (self, kind);

  return reason == NULL;
}

int
ys_context_count_left (YsContext *self, YsDay due)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self) && due != YS_DAY_NONE, 0);

  return due >= self->today ? ys_calendar_count (self->calendar, self->today, due)
                            : -ys_calendar_count (self->calendar, due, self->today);
}
