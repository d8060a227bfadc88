/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case's entries, and the fold that applies what was amended and struck by a given day. */
#include "rules/history.h"

#include "rules/event-json.h"
#include "rules/history-judge.h"

struct _YsHistory
{
  char *id;
  GPtrArray *entries; /* of YsEvent, by seq */
};

YsHistory *
ys_history_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  YsHistory *self = g_new0 (YsHistory, 1);

  self->id = g_strdup (id);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_event_unref);
  return self;
}

void
ys_history_free (YsHistory *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

const char *
ys_history_get_id (const YsHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

void
ys_history_add (YsHistory *self, YsEvent *event)
{
  g_return_if_fail (self != NULL && event != NULL);
  g_return_if_fail (event->seq == (gint64) self->entries->len + 1);

  g_ptr_array_add (self->entries, ys_event_ref (event));
}

guint
ys_history_get_length (const YsHistory *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->entries->len;
}

YsEvent *
ys_history_get (const YsHistory *self, gint64 seq)
{
  g_return_val_if_fail (self != NULL, NULL);

  return seq >= 1 && seq <= (gint64) self->entries->len
           ? g_ptr_array_index (self->entries, seq - 1)
           : NULL;
}

YsHistory *
ys_history_with (const YsHistory *self, YsEvent *event)
{
  g_return_val_if_fail (self != NULL && event != NULL, NULL);

  YsHistory *copy = ys_history_new (ys_history_get_id (self));
  guint n = ys_history_get_length (self);

  for (guint seq = 1; seq <= n; seq++)
    ys_history_add (copy, ys_history_get (self, seq));
  ys_history_add (copy, event);
  return copy;
}

/* --- folding --------------------------------------------------------------------------------- */

static gboolean
is_meta (const YsEvent *event)
{
  return event->kind == YS_KIND_AMENDED || event->kind == YS_KIND_STRUCK;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const YsEvent *x = *(YsEvent *const *) a;
  const YsEvent *y = *(YsEvent *const *) b;

  if (x->on != y->on)
    return x->on < y->on ? -1 : 1;
  return x->seq < y->seq ? -1 : x->seq > y->seq;
}

gboolean *
ys_history_find_struck (const YsHistory *self, gint64 last, YsDay on)
{
  gboolean *struck = g_new0 (gboolean, self->entries->len + 1);

  /* A strike may itself be struck, by a later one only: so the last strike is decided first. */
  for (gint64 seq = last; seq >= 1; seq--)
    {
      YsEvent *event = ys_history_get (self, seq);
      gint64 of;

      if (event->kind != YS_KIND_STRUCK || event->on > on || struck[seq])
        continue;
      of = ys_event_get_int (event, "of", 0);
      if (of >= 1 && of < seq)
        struck[of] = TRUE;
    }

  return struck;
}

/* Applies @amendment to the entries as they stand; an amendment that would not hold changes
 * nothing (an import refuses it, see history-judge). */
static void
apply_amendment (GPtrArray *standing, YsEvent *amendment)
{
  gint64 of = ys_event_get_int (amendment, "of", 0);
  g_auto (YsFault) fault = YS_FAULT_INIT;

  if (of < 1 || of >= amendment->seq)
    return;

  YsEvent *target = g_ptr_array_index (standing, of - 1);
  if (is_meta (target))
    return;

  YsEvent *amended = ys_event_amend (target, YS_STREAM_CASE,
                                     ys_event_get_string (amendment, "field"),
                                     ys_event_get (amendment, "to"), &fault);
  if (amended != NULL)
    {
      ys_event_unref (target);
      g_ptr_array_index (standing, of - 1) = amended;
    }
}

GPtrArray *
ys_history_stand (const YsHistory *self, gint64 last, YsDay on, const gboolean *struck)
{
  GPtrArray *standing
    = g_ptr_array_new_full (self->entries->len, (GDestroyNotify) ys_event_unref);

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (standing, ys_event_ref (g_ptr_array_index (self->entries, i)));
  for (gint64 seq = 1; seq <= last; seq++)
    {
      YsEvent *event = ys_history_get (self, seq);

      if (event->kind == YS_KIND_AMENDED && event->on <= on && !struck[seq])
        apply_amendment (standing, event);
    }
  return standing;
}

YsFolded *
ys_history_fold (const YsHistory *self, YsDay on)
{
  g_return_val_if_fail (self != NULL && on != YS_DAY_NONE, NULL);

  guint n = self->entries->len;
  g_autofree gboolean *struck = ys_history_find_struck (self, n, on);
  g_autoptr (GPtrArray) standing = ys_history_stand (self, n, on, struck);
  YsFolded *folded = g_new0 (YsFolded, 1);

  g_atomic_ref_count_init (&folded->refs);
  folded->on = on;
  folded->events = g_ptr_array_new_full (n, (GDestroyNotify) ys_event_unref);

  for (guint i = 0; i < n; i++)
    {
      YsEvent *event = g_ptr_array_index (standing, i);

      folded->has_later |= event->on > on;
      if (event->on <= on && !struck[i + 1] && !is_meta (event))
        g_ptr_array_add (folded->events, ys_event_ref (event));
    }

  g_ptr_array_sort (folded->events, compare_events);
  return folded;
}

YsFolded *
ys_folded_ref (YsFolded *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_folded_unref (YsFolded *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->events);
  g_free (self);
}

YsEvent *
ys_folded_get (const YsFolded *self, gint64 seq)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->events->len; i++)
    {
      YsEvent *event = g_ptr_array_index (self->events, i);
      if (event->seq == seq)
        return event;
    }
  return NULL;
}

/* --- references ------------------------------------------------------------------------------ */

/* Whether entries of @kind name by `ref` what an entry of kind @asked opened. */
static gboolean
answers_ref (YsKind kind, YsKind asked)
{
  switch (kind)
    {
    case YS_KIND_CONSULTATION_ANSWERED:
      return asked == YS_KIND_CONSULTATION_SENT;
    case YS_KIND_SEARCH_ANSWERED:
      return asked == YS_KIND_SEARCH_ASKED;
    case YS_KIND_REVIEW_DECIDED:
    case YS_KIND_REOPENED:
      return asked == YS_KIND_REVIEW_OPENED;
    default:
      return FALSE;
    }
}

gint64
ys_history_find_referrer (const YsHistory *self, gint64 seq, gint64 before)
{
  g_return_val_if_fail (self != NULL, 0);

  YsEvent *target = ys_history_get (self, seq);
  gint64 end = before != 0 ? before - 1 : (gint64) self->entries->len;

  if (target == NULL)
    return 0;

  const char *ref = ys_event_get_string (target, "ref");
  g_autofree gboolean *struck = ys_history_find_struck (self, end, G_MAXINT32);

  for (gint64 i = seq + 1; i <= end; i++)
    {
      YsEvent *event = ys_history_get (self, i);

      /* What is struck counts no more, so its reference does not bind either. */
      if (event->kind == YS_KIND_STRUCK || struck[i])
        continue;
      if (ys_event_get_int (event, "of", 0) == seq || ys_event_get_int (event, "asked", 0) == seq)
        return i;
      if (answers_ref (event->kind, target->kind)
          && g_strcmp0 (ys_event_get_string (event, "ref"), ref) == 0)
        return i;
    }
  return 0;
}
