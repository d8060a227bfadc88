/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the page writes down without a form: notes, who looked at the applicant, and the strike of a
 * strike. */
#include "desk/case/case-page-private.h"

#include "desk/window.h"
#include "office/deliver.h"
#include "office/register.h"
#include "wording/i18n.h"

/* --- notes and the applicant ----------------------------------------------------------------- */

typedef struct
{
  char *id;
  char *text;
} Note;

static void
note_free (gpointer data)
{
  Note *self = data;

  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

static gpointer
record_note (YsSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  Note *note = data;

  ys_office_note (session, note->id, ys_session_get_today (session), note->text, error);
  return NULL;
}

static void
add_note (YsCasePage *self, const char *text, GAsyncReadyCallback callback)
{
  Note *note = g_new0 (Note, 1);

  note->id = g_strdup (self->id);
  note->text = g_strstrip (g_strdup (text));
  ys_context_run_async (self->context, record_note, note, note_free, NULL, self->cancellable,
                        callback, g_object_ref (self));
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasePage) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  self->noting = FALSE;
  if (error != NULL)
    ys_window_tell_failure (GTK_WIDGET (self), error);
  else
    {
      ys_timeline_clear_note (self->timeline);
      ys_window_tell (GTK_WIDGET (self), _("Noted"));
    }
}

void
ys_case_page_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);

  if (self->noting || !ys_case_page_may_write (self))
    return;
  self->noting = TRUE;
  add_note (self, ys_timeline_get_note (self->timeline), noted_cb);
}

/* Nothing is shown unless the case has it on record who looked. */
static void
revealed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasePage) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  if (error == NULL)
    ys_facts_column_reveal (self->facts);
  else
    ys_window_tell_failure (GTK_WIDGET (self), error);
}

void
ys_case_page_reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);
  g_autofree char *text = g_strdup_printf (_("The applicant's details were shown to %s."),
                                           ys_context_name_actor (
                                             self->context, ys_context_get_actor (self->context)));

  if (!ys_facts_column_is_revealed (self->facts))
    add_note (self, text, revealed_cb);
}

/* --- undoing a strike ------------------------------------------------------------------------- */

typedef struct
{
  char *id;
  gint64 seq;
} Strike;

static void
strike_free (gpointer data)
{
  Strike *self = data;

  g_free (self->id);
  g_free (self);
}

static gpointer
strike_strike (YsSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  Strike *strike = data;

  ys_office_strike (session, strike->id, ys_session_get_today (session), strike->seq,
                    _("Undone at once"), error);
  return NULL;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasePage) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  if (error != NULL)
    ys_window_tell_failure (GTK_WIDGET (self), error);
}

/* Nothing is ever taken out of the docket: the strike itself is struck. */
void
ys_case_page_undo_strike (GtkWidget *page)
{
  YsCasePage *self = YS_CASE_PAGE (page);
  const YsViewEntry *entry
    = self->view != NULL ? ys_case_view_get_entry (self->view, self->struck) : NULL;
  Strike *strike;

  if (entry == NULL || entry->struck_by == 0)
    return;
  strike = g_new0 (Strike, 1);
  strike->id = g_strdup (self->id);
  strike->seq = entry->struck_by;
  ys_context_run_async (self->context, strike_strike, strike, strike_free, NULL, self->cancellable,
                        undone_cb, g_object_ref (self));
}
