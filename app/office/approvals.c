/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index knows which cases are on their way; each of these, a few at a time, is read and looked at
 * as it stands. */
#include "office/approvals.h"

#include "office/approval-changes.h"
#include "office/authority.h"
#include "office/case-steps.h"
#include "office/lists.h"
#include "wording/i18n.h"
#include "wording/word.h"

/* More than wait for one person in any office; the list says so when it is full. */
#define WAITING_MAX 500

void
ys_waiting_free (YsWaiting *self)
{
  g_free (self->what);
  g_free (self->by);
  g_free (self->changed);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->row, ys_index_row_free);
  g_free (self);
}

static const char *
name_actor (YsSession *session, const char *actor)
{
  const YsPerson *person = actor != NULL ? ys_staff_find (ys_session_get_staff (session), actor)
                                         : NULL;

  return person != NULL ? person->name : actor;
}

/* --- one case -------------------------------------------------------------------------------- */

/* A case as it is looked at. */
typedef struct
{
  YsSession *session;
  YsHistory *history;
  YsFolded *folded;
  YsChain *chain;
  YsDay today;
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->chain, ys_chain_free);
  g_clear_pointer (&look->folded, ys_folded_unref);
  g_clear_pointer (&look->history, ys_history_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static gboolean
is_mine (const Look *look, YsKind kind)
{
  g_autofree char *reason
    = ys_case_step_explain_not_theirs (kind, look->history, look->chain,
                                       ys_session_get_staff (look->session),
                                       ys_session_get_actor (look->session), look->today);

  return reason == NULL;
}

static YsWaiting *
waiting_new (const Look *look, YsWaitsFor waits_for, const char *what, const YsEvent *event)
{
  YsWaiting *self = g_new0 (YsWaiting, 1);

  self->waits_for = waits_for;
  self->what = g_strdup (what);
  self->seq = event->seq;
  self->since = event->on;
  self->by = g_strdup (name_actor (look->session, event->actor));
  self->files = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < ys_event_count_list (event, "files"); i++)
    {
      g_autofree char *path = g_strdup_printf ("files.%d", i);
      g_ptr_array_add (self->files, g_strdup (ys_event_get_string (event, path)));
    }
  return self;
}

static YsWaiting *
look_for_approval (const Look *look, const YsIndexRow *row)
{
  g_autoptr (YsCasefile) casefile = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const YsEvent *asked;
  YsWaiting *self;

  if (row->asks_approval == NULL)
    return NULL;
  casefile = ys_casefile_new (look->history, ys_session_get_calendar (look->session), look->today);
  asked = casefile->approval_seq > 0 ? ys_folded_get (look->folded, casefile->approval_seq) : NULL;
  if (asked == NULL || !is_mine (look, YS_KIND_APPROVED))
    return NULL;
  self = waiting_new (look, YS_WAITS_FOR_APPROVAL, casefile->asks_approval, asked);
  changes = ys_approval_list_changes (look->history, look->today, asked->seq);
  if (changes->len > 0)
    self->changed = ys_approval_join_changes (changes);
  return self;
}

/* Why an approval that there was holds no more, or NULL. (transfer full) */
static char *
explain_void (const Look *look)
{
  g_autofree char *changes = ys_approval_explain_void (look->history, look->today);

  return changes != NULL ? g_strdup_printf (_("The approval is void: %s"), changes) : NULL;
}

/* The leader's step is left to the approval once that is asked for. */
static YsWaiting *
look_for_review (const Look *look, const YsIndexRow *row)
{
  const YsChainStep *next = ys_chain_get_next (look->chain);
  const YsEvent *draft = ys_folded_get (look->folded, look->chain->draft);
  YsWaiting *self;

  if (next == NULL || draft == NULL || !is_mine (look, YS_KIND_REVIEWED))
    return NULL;
  if (g_str_equal (next->as, "leader") && row->asks_approval != NULL)
    return NULL;
  self = waiting_new (look, YS_WAITS_FOR_REVIEW, next->as, draft);
  self->changed = explain_void (look);
  return self;
}

/* It goes back to whoever drafted it; where nobody is named, to whoever may draft. */
static gboolean
was_drafted_by_me (const Look *look)
{
  const char *drafter
    = ys_authority_find_drafter (look->history, (gint64) ys_history_get_length (look->history) + 1);
  const char *actor = ys_session_get_actor (look->session);

  if (drafter == NULL || ys_staff_is_open (ys_session_get_staff (look->session)))
    return is_mine (look, YS_KIND_APPROVAL_ASKED);
  return g_strcmp0 (drafter, actor) == 0;
}

static YsWaiting *
look_for_mend (const Look *look)
{
  const YsChainStep *refused = ys_chain_get_refused (look->chain);
  const YsEvent *draft = ys_folded_get (look->folded, look->chain->draft);
  gboolean reopened;
  const YsEvent *approved = ys_approval_find (look->folded, &reopened);
  g_autofree char *changes = explain_void (look);
  YsWaiting *self = NULL;

  if (changes != NULL && was_drafted_by_me (look))
    {
      self = waiting_new (look, YS_WAITS_FOR_MEND, "reply", approved);
      self->changed = g_steal_pointer (&changes);
    }
  else if (refused != NULL && draft != NULL && was_drafted_by_me (look))
    {
      self = waiting_new (look, YS_WAITS_FOR_MEND, "reply", draft);
      self->changed = refused->comment != NULL
                        ? g_strdup_printf (_("%1$s disagreed: %2$s"),
                                           ys_word_name ("as", refused->as), refused->comment)
                        : g_strdup_printf (_("%s disagreed"), ys_word_name ("as", refused->as));
    }
  return self;
}

static gboolean
look_at (YsSession *session, const YsIndexRow *row, YsWaiting **waiting, GError **error)
{
  g_auto (Look) look = { .session = session, .today = ys_session_get_today (session) };

  *waiting = NULL;
  look.history = ys_session_load_case (session, row->id, error);
  if (look.history == NULL)
    return FALSE;
  look.folded = ys_history_fold (look.history, look.today);
  look.chain = ys_chain_new (look.history, look.today,
                             ys_office_get_chain (session));
  *waiting = look_for_approval (&look, row);
  if (*waiting == NULL)
    *waiting = look_for_review (&look, row);
  if (*waiting == NULL && row->asks_approval == NULL)
    *waiting = look_for_mend (&look);
  return TRUE;
}

/* --- all of them ----------------------------------------------------------------------------- */

GPtrArray *
ys_office_list_waiting (YsSession *session, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session), NULL);

  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_waiting_free);
  g_autoptr (GPtrArray) rows = NULL;
  YsFilter filter;

  ys_filter_init (&filter);
  filter.in_approval = TRUE;
  rows = ys_office_page (session, &filter, YS_ORDER_DUE, FALSE, NULL, WAITING_MAX, error);
  if (rows == NULL)
    return NULL;
  while (rows->len > 0)
    {
      g_autoptr (YsIndexRow) row = g_ptr_array_steal_index (rows, 0);
      YsWaiting *waiting;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !look_at (session, row, &waiting, error))
        return NULL;
      if (waiting == NULL)
        continue;
      waiting->row = g_steal_pointer (&row);
      g_ptr_array_add (list, waiting);
    }
  return g_steal_pointer (&list);
}
