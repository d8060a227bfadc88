/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the view of a case together from its stream and its neighbours in the index. Which steps may
 * be taken is case-steps.c's business. */
#include "office/case-view.h"

#include "office/approval-changes.h"
#include "office/case-steps.h"
#include "office/due.h"
#include "office/lists.h"
#include "office/session-private.h"

#define NEIGHBOURS_MAX 6
/* More letters than anybody ever split a request into. */
#define LINKS_MAX 50

/* --- the parts ------------------------------------------------------------------------------- */

static void
entry_free (gpointer data)
{
  YsViewEntry *self = data;

  ys_event_unref (self->event);
  ys_event_unref (self->first);
  g_free (self->recorded_at);
  g_free (self);
}

static void
file_free (gpointer data)
{
  YsViewFile *self = data;

  g_free (self->digest);
  g_free (self->name);
  g_free (self->role);
  g_free (self->media_type);
  g_free (self);
}

static void
case_free (gpointer data)
{
  YsViewCase *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->link);
  g_free (self);
}

YsCaseView *
ys_case_view_ref (YsCaseView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_case_view_unref (YsCaseView *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->history, ys_history_free);
  g_clear_pointer (&self->casefile, ys_casefile_unref);
  g_clear_pointer (&self->clock, ys_clock_unref);
  g_clear_pointer (&self->receipt, ys_event_unref);
  g_clear_pointer (&self->draft, ys_event_unref);
  g_clear_pointer (&self->chain, ys_chain_free);
  g_free (self->approval_void);
  g_free (self->asked_changed);
  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->handlers);
  g_clear_pointer (&self->staff, ys_staff_free);
  g_free (self);
}

/* --- entries --------------------------------------------------------------------------------- */

static gboolean
take_time (YsEntry *entry, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, g_strdup (entry->recorded_at));
  return TRUE;
}

/* Later marks win: a letter that came back may have been posted again. */
static void
mark_letter (YsViewEntry **by_seq, guint n, const YsEvent *mark)
{
  gint64 of = ys_event_get_int (mark, "of", 0);
  YsViewEntry *letter = of >= 1 && of <= n ? by_seq[of] : NULL;

  if (letter == NULL)
    return;
  if (mark->kind == YS_KIND_DISPATCHED)
    letter->dispatched_on = mark->on;
  else if (mark->kind == YS_KIND_DELIVERED)
    letter->delivered_on = mark->on;
  else
    letter->returned_on = mark->on;
}

/* A strike that is itself struck has no effect; strikes stand after what they strike. */
static void
mark_changes (const YsHistory *history, YsViewEntry **by_seq, guint n)
{
  for (guint seq = n; seq >= 1; seq--)
    {
      const YsEvent *event = ys_history_get (history, seq);
      gint64 of = ys_event_get_int (event, "of", 0);

      if (by_seq[seq]->struck_by != 0 || of < 1 || of > n)
        continue;
      if (event->kind == YS_KIND_STRUCK)
        by_seq[of]->struck_by = seq;
      else if (event->kind == YS_KIND_AMENDED)
        by_seq[of]->is_amended = TRUE;
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const YsViewEntry *x = *(YsViewEntry *const *) a;
  const YsViewEntry *y = *(YsViewEntry *const *) b;

  if (x->event->on != y->event->on)
    return x->event->on > y->event->on ? -1 : 1;
  return x->seq > y->seq ? -1 : x->seq < y->seq;
}

static void
list_entries (YsCaseView *self, const YsFolded *folded, const GPtrArray *times)
{
  guint n = ys_history_get_length (self->history);
  g_autofree YsViewEntry **by_seq = g_new0 (YsViewEntry *, n + 1);

  for (guint seq = 1; seq <= n; seq++)
    {
      YsViewEntry *entry = g_new0 (YsViewEntry, 1);
      YsEvent *standing = ys_folded_get (folded, seq);

      entry->seq = seq;
      entry->first = ys_event_ref (ys_history_get (self->history, seq));
      entry->event = ys_event_ref (standing != NULL ? standing : entry->first);
      entry->recorded_at = g_strdup (seq <= times->len ? g_ptr_array_index (times, seq - 1) : NULL);
      entry->dispatched_on = entry->delivered_on = entry->returned_on = YS_DAY_NONE;
      by_seq[seq] = entry;
      g_ptr_array_add (self->entries, entry);
    }

  mark_changes (self->history, by_seq, n);
  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      if (event->kind == YS_KIND_DISPATCHED || event->kind == YS_KIND_DELIVERED
          || event->kind == YS_KIND_UNDELIVERED)
        mark_letter (by_seq, n, event);
    }
  g_ptr_array_sort (self->entries, compare_entries);
}

/* --- what follows from them ------------------------------------------------------------------ */

static void
add_file (YsCaseView *self, const YsEvent *event)
{
  const char *digest = ys_event_get_string (event, "file");
  YsViewFile *file;

  /* Destroyed with its case. */
  if (digest == NULL)
    return;
  file = g_new0 (YsViewFile, 1);
  file->seq = event->seq;
  file->digest = g_strdup (digest);
  file->name = g_strdup (ys_event_get_string (event, "name"));
  file->role = g_strdup (ys_event_get_string (event, "role"));
  file->media_type = g_strdup (ys_event_get_string (event, "media_type"));
  file->pages = ys_event_get_int (event, "pages", 0);
  g_ptr_array_add (self->files, file);
}

static void
add_link (YsCaseView *self, const YsEvent *event)
{
  YsViewCase *other = g_new0 (YsViewCase, 1);

  other->id = g_strdup (ys_event_get_string (event, "to"));
  other->link = g_strdup (ys_event_get_string (event, "as"));
  g_ptr_array_add (self->cases, other);
}

static void
name_linked (YsCaseView *self, YsSession *session)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      YsViewCase *other = g_ptr_array_index (self->cases, i);
      g_autoptr (YsIndexRow) row = ys_office_get_row (session, other->id, NULL);

      if (row != NULL)
        other->title = g_strdup (row->title);
    }
}

static gboolean
has_case (const YsCaseView *self, const char *id)
{
  for (guint i = 0; i < self->cases->len; i++)
    if (g_str_equal (((YsViewCase *) g_ptr_array_index (self->cases, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Recorded in the other case: it stands in the index alone. */
static void
list_incoming (YsCaseView *self, YsSession *session)
{
  g_autoptr (GPtrArray) links
    = ys_office_list_links_to (session, ys_history_get_id (self->history), LINKS_MAX, NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const YsIndexLink *link = g_ptr_array_index (links, i);
      YsViewCase *other;

      if (has_case (self, link->id))
        continue;
      other = g_new0 (YsViewCase, 1);
      other->id = g_strdup (link->id);
      other->title = g_strdup (link->title);
      other->link = g_strdup (link->as);
      other->incoming = TRUE;
      g_ptr_array_add (self->cases, other);
    }
}

/* The index is a convenience: a case can be shown without its neighbours. */
static void
list_neighbours (YsCaseView *self, YsSession *session)
{
  const char *id = ys_history_get_id (self->history);
  g_autoptr (GPtrArray) similar = ys_office_list_similar (session, id, NEIGHBOURS_MAX, NULL);
  g_autoptr (GPtrArray) handlers = ys_office_list_handlers (session, NULL);

  for (guint i = 0; similar != NULL && i < similar->len; i++)
    {
      const YsLikeness *likeness = g_ptr_array_index (similar, i);
      YsViewCase *other;

      if (has_case (self, likeness->id))
        continue;
      other = g_new0 (YsViewCase, 1);
      other->id = g_strdup (likeness->id);
      other->title = g_strdup (likeness->title);
      other->same_applicant = likeness->same_applicant;
      other->percent = likeness->percent;
      g_ptr_array_add (self->cases, other);
    }
  for (guint i = 0; handlers != NULL && i < handlers->len; i++)
    g_ptr_array_add (self->handlers, g_strdup (g_ptr_array_index (handlers, i)));
}

/* The letter that an approval lets out; a reply has a draft of its own. */
static YsKind
find_letter (const char *asked_for)
{
  if (g_strcmp0 (asked_for, "extension") == 0)
    return YS_KIND_EXTENSION_GRANTED;
  if (g_strcmp0 (asked_for, "correction") == 0)
    return YS_KIND_CORRECTION_ASKED;
  return g_strcmp0 (asked_for, "fee") == 0 ? YS_KIND_FEE_NOTICED : YS_KIND_UNKNOWN;
}

static void
take_event (YsCaseView *self, const YsFolded *folded, YsEvent *event)
{
  const YsEvent *asked;

  if (event->kind == self->approved_step)
    self->approved_step = YS_KIND_UNKNOWN;
  switch (event->kind)
    {
    case YS_KIND_ARRIVED:
    case YS_KIND_RECEIVED:
      if (ys_event_get (event, "applicant") != NULL)
        {
          g_clear_pointer (&self->receipt, ys_event_unref);
          self->receipt = ys_event_ref (event);
        }
      break;
    case YS_KIND_DRAFTED:
      g_clear_pointer (&self->draft, ys_event_unref);
      self->draft = ys_event_ref (event);
      self->approved = FALSE;
      break;
    case YS_KIND_APPROVED:
      asked = ys_folded_get (folded, ys_event_get_int (event, "asked", 0));
      if (asked == NULL)
        break;
      if (g_strcmp0 (ys_event_get_string (asked, "for"), "reply") == 0)
        self->approved = TRUE;
      else
        self->approved_step = find_letter (ys_event_get_string (asked, "for"));
      break;
    case YS_KIND_REOPENED:
      g_clear_pointer (&self->draft, ys_event_unref);
      self->approved = FALSE;
      self->approved_step = YS_KIND_UNKNOWN;
      break;
    case YS_KIND_ATTACHED:
      add_file (self, event);
      break;
    case YS_KIND_LINKED:
      add_link (self, event);
      break;
    default:
      break;
    }
}

/* Reviews, and whether what was approved or asked for is still what it was. */
static void
look_at_approval (YsCaseView *self, YsSession *session)
{
  g_autoptr (GPtrArray) changes = NULL;

  self->chain = ys_chain_new (self->history, self->on,
                              ys_office_get_chain (session));
  if (self->casefile->concluded_on != YS_DAY_NONE)
    return;
  self->approval_void = ys_approval_explain_void (self->history, self->on);
  if (self->approval_void != NULL)
    self->approved = FALSE;
  if (self->casefile->approval_seq == 0)
    return;
  changes = ys_approval_list_changes (self->history, self->on, self->casefile->approval_seq);
  if (changes->len > 0)
    self->asked_changed = ys_approval_join_changes (changes);
}

YsCaseView *
ys_office_view_case_alone (YsSession *session, const char *id, GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, NULL);

  g_autofree char *stream = g_strconcat ("case/", id, NULL);
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
  const YsCalendar *calendar = ys_session_get_calendar (session);
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  g_autoptr (YsFolded) folded = NULL;
  g_autoptr (YsCaseView) self = NULL;

  if (history == NULL
      || !ys_docket_read_stream (ys_session_get_docket (session), stream, take_time, times, error))
    return NULL;

  self = g_new0 (YsCaseView, 1);
  g_atomic_ref_count_init (&self->refs);
  self->on = ys_session_get_today (session);
  self->approvals = ys_session_get_approval (session) != YS_STAFF_APPROVAL_NONE;
  self->staff = ys_staff_copy (ys_session_get_staff (session));
  self->history = g_steal_pointer (&history);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->cases = g_ptr_array_new_with_free_func (case_free);
  self->handlers = g_ptr_array_new_with_free_func (g_free);

  folded = ys_history_fold (self->history, self->on);
  self->casefile = ys_casefile_new (self->history, calendar, self->on);
  self->clock = ys_clock_read (folded, calendar, TRUE);
  list_entries (self, folded, times);
  for (guint i = 0; i < folded->events->len; i++)
    take_event (self, folded, g_ptr_array_index (folded->events, i));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  look_at_approval (self, session);
  self->steps = ys_case_steps_list (self->history, self->casefile, calendar, self->on,
                                    self->approvals);
  ys_case_steps_restrict (self->steps, self->history, self->chain, ys_session_get_staff (session),
                          ys_session_get_actor (session), self->on);
  return g_steal_pointer (&self);
}

YsCaseView *
ys_office_view_case (YsSession *session, const char *id, GCancellable *cancellable, GError **error)
{
  YsCaseView *self = ys_office_view_case_alone (session, id, cancellable, error);

  if (self == NULL)
    return NULL;
  name_linked (self, session);
  list_incoming (self, session);
  list_neighbours (self, session);
  return self;
}

/* --- asking it ------------------------------------------------------------------------------- */

const char *
ys_case_view_name_actor (const YsCaseView *self, const char *actor)
{
  g_return_val_if_fail (self != NULL, actor);

  const YsPerson *person = ys_staff_find (self->staff, actor);

  return person != NULL && person->name != NULL ? person->name : actor;
}

const YsViewEntry *
ys_case_view_get_entry (const YsCaseView *self, gint64 seq)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (self->entries, i);
      if (entry->seq == seq)
        return entry;
    }
  return NULL;
}

const YsViewStep *
ys_case_view_get_step (const YsCaseView *self, YsKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const YsViewStep *step = g_ptr_array_index (self->steps, i);
      if (step->kind == kind)
        return step;
    }
  return NULL;
}

GPtrArray *
ys_case_view_list_open (const YsCaseView *self, YsKind asked, YsKind answer)
{
  g_return_val_if_fail (self != NULL, NULL);

  GPtrArray *open = g_ptr_array_new ();
  g_autoptr (GHashTable) answered = g_hash_table_new (g_str_hash, g_str_equal);

  /* Newest first: an answer is met before its question. */
  for (guint i = 0; i < self->entries->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (self->entries, i);
      const char *ref = ys_event_get_string (entry->event, "ref");

      if (entry->struck_by != 0 || ref == NULL)
        continue;
      if (entry->event->kind == answer)
        g_hash_table_add (answered, (gpointer) ref);
      else if (entry->event->kind == asked && !g_hash_table_contains (answered, ref))
        g_ptr_array_insert (open, 0, (gpointer) entry);
    }
  return open;
}

const YsViewEntry *
ys_case_view_find_ref (const YsCaseView *self, YsKind kind, const char *ref)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (self->entries, i);
      if (entry->event->kind == kind && entry->struck_by == 0
          && g_strcmp0 (ys_event_get_string (entry->event, "ref"), ref) == 0)
        return entry;
    }
  return NULL;
}

char *
ys_case_view_make_ref (const YsCaseView *self, YsKind kind, const char *prefix)
{
  g_return_val_if_fail (self != NULL && prefix != NULL, NULL);

  for (int i = 1;; i++)
    {
      g_autofree char *ref = g_strdup_printf ("%s%d", prefix, i);
      if (ys_case_view_find_ref (self, kind, ref) == NULL)
        return g_steal_pointer (&ref);
    }
}

gboolean
ys_office_copy_file (YsSession *session, const char *digest, GFile *to, GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && digest != NULL && G_IS_FILE (to), FALSE);

  g_autoptr (GInputStream) from
    = ys_docket_get_file (ys_session_get_docket (session), digest, error);
  g_autoptr (GFileOutputStream) out = NULL;

  if (from == NULL)
    return FALSE;
  out = g_file_replace (to, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
  return out != NULL
         && g_output_stream_splice (G_OUTPUT_STREAM (out), from,
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                      | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                    cancellable, error)
              >= 0;
}
