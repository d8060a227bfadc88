/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history is folded twice, up to the approval and now, and the facts of both compared. No value
 * is told, for some are personal: the field is enough to find it. */
#include "office/approval-changes.h"

#include "office/facts.h"
#include "wording/explain.h"
#include "wording/field.h"
#include "wording/i18n.h"

#include <string.h>

/* Digits of a digest that tell files of one case apart. */
#define DIGITS_SHOWN 8

static void
take (GPtrArray *changes, char *change)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_str_equal (g_ptr_array_index (changes, i), change))
      {
        g_free (change);
        return;
      }
  g_ptr_array_add (changes, change);
}

/* --- facts ----------------------------------------------------------------------------------- */

static YsFolded *
fold_until (const YsHistory *history, YsDay today, gint64 seq)
{
  g_autoptr (YsHistory) until = ys_history_new (ys_history_get_id (history));

  for (gint64 i = 1; i <= seq && i <= ys_history_get_length (history); i++)
    ys_history_add (until, ys_history_get (history, i));
  return ys_history_fold (until, today);
}

static const YsEvent *
find_last_draft (const YsFolded *folded)
{
  const YsEvent *draft = NULL;

  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      if (event->kind == YS_KIND_DRAFTED)
        draft = event;
    }
  return draft;
}

static void
take_field (GPtrArray *changes, const YsEvent *event, const char *path)
{
  g_autofree char *name = ys_field_name (path);

  if (event->kind == YS_KIND_DRAFTED)
    take (changes, g_strdup_printf (_("“%s” of the draft was changed"), name));
  else if (event->kind == YS_KIND_CORRECTED)
    take (changes, g_strdup_printf (_("“%s” of the correction was amended"), name));
  else
    take (changes, g_strdup_printf (_("“%s” was amended"), name));
}

/* Fields of either that differ. */
static void
compare_events (GPtrArray *changes, const YsEvent *then, const YsEvent *now)
{
  const YsEvent *const both[] = { then, now };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    {
      g_autoptr (GPtrArray) fields = ys_event_list_fields (both[k]);

      for (guint i = 0; i < fields->len; i++)
        {
          const YsEventField *field = g_ptr_array_index (fields, i);
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;

          if (!g_hash_table_add (seen, g_strdup (field->path)))
            continue;
          before = ys_event_get_text (then, field->path);
          after = ys_event_get_text (now, field->path);
          if (!g_str_equal (before, after))
            take_field (changes, now, field->path);
        }
    }
}

static void
take_added (GPtrArray *changes, const YsFolded *then, const YsEvent *event)
{
  g_autofree char *day = ys_explain_day (event->on);
  const YsEvent *draft = find_last_draft (then);

  if (event->kind != YS_KIND_DRAFTED)
    {
      take (changes, g_strdup_printf (_("“%1$s” of %2$s was added"), ys_name_kind (event->kind),
                                      day));
      return;
    }
  take (changes, g_strdup_printf (_("the reply was drafted anew on %s"), day));
  if (draft != NULL)
    compare_events (changes, draft, event);
}

static gboolean
is_same (const YsEvent *a, const YsEvent *b)
{
  g_autoptr (GString) x = g_string_new (NULL);
  g_autoptr (GString) y = g_string_new (NULL);

  ys_facts_add (x, a);
  ys_facts_add (y, b);
  return g_string_equal (x, y);
}

GPtrArray *
ys_approval_list_changes (const YsHistory *history, YsDay today, gint64 since)
{
  g_return_val_if_fail (history != NULL && since > 0, NULL);

  g_autoptr (YsFolded) then = fold_until (history, today, since);
  g_autoptr (YsFolded) now = ys_history_fold (history, today);
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < then->events->len; i++)
    {
      const YsEvent *before = g_ptr_array_index (then->events, i);
      const YsEvent *after = ys_folded_get (now, before->seq);

      if (!ys_facts_hold (before->kind))
        continue;
      if (after == NULL)
        {
          g_autofree char *day = ys_explain_day (before->on);
          take (changes, g_strdup_printf (_("“%1$s” of %2$s was struck"),
                                          ys_name_kind (before->kind), day));
        }
      else if (!is_same (before, after))
        compare_events (changes, before, after);
    }
  for (guint i = 0; i < now->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (now->events, i);

      if (ys_facts_hold (event->kind) && ys_folded_get (then, event->seq) == NULL)
        take_added (changes, then, event);
    }
  return changes;
}

/* --- files ----------------------------------------------------------------------------------- */

/* The name that the file was attached under, or the first digits of its digest. */
static char *
name_file (const YsHistory *history, const char *digest)
{
  const char *digits = strchr (digest, ':');

  for (gint64 seq = ys_history_get_length (history); seq > 0; seq--)
    {
      const YsEvent *event = ys_history_get (history, seq);

      if (event->kind == YS_KIND_ATTACHED
          && g_strcmp0 (ys_event_get_string (event, "file"), digest) == 0)
        return g_strdup (ys_event_get_string (event, "name"));
    }
  return g_strdup_printf ("%.*s…", DIGITS_SHOWN, digits != NULL ? digits + 1 : digest);
}

static gboolean
holds (const char *const *files, const char *digest)
{
  return files != NULL && g_strv_contains (files, digest);
}

GPtrArray *
ys_approval_list_file_changes (const YsHistory *history, const YsEvent *approved,
                               const char *const *files)
{
  g_return_val_if_fail (history != NULL && approved != NULL, NULL);

  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  int count = ys_event_count_list (approved, "files");
  guint n = files != NULL ? g_strv_length ((char **) files) : 0;
  g_auto (GStrv) before = NULL;
  gboolean is_moved = (guint) count == n;

  for (int i = 0; i < count; i++)
    {
      g_autofree char *path = g_strdup_printf ("files.%d", i);
      g_strv_builder_add (builder, ys_event_get_string (approved, path));
    }
  before = g_strv_builder_end (builder);
  for (char **digest = before; *digest != NULL; digest++)
    if (!holds (files, *digest))
      {
        g_autofree char *name = name_file (history, *digest);
        take (changes, n >= (guint) count
                         ? g_strdup_printf (_("the reply file “%s” was replaced"), name)
                         : g_strdup_printf (_("the reply file “%s” is missing"), name));
      }
  for (guint i = 0; i < n; i++)
    if (!g_strv_contains ((const char *const *) before, files[i]))
      {
        g_autofree char *name = name_file (history, files[i]);
        take (changes, g_strdup_printf (_("the reply file “%s” was not approved"), name));
      }
  for (guint i = 0; is_moved && i < n; i++)
    if (!g_str_equal (before[i], files[i]) && changes->len == 0)
      take (changes, g_strdup (_("the reply files stand in another order")));
  if (changes->len == 0 && (guint) count != n)
    take (changes, g_strdup (_("a reply file stands there twice")));
  return changes;
}

char *
ys_approval_join_changes (const GPtrArray *changes)
{
  g_return_val_if_fail (changes != NULL, NULL);

  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? C_ ("between changes", "; ") : "",
                            (const char *) g_ptr_array_index (changes, i));
  return g_string_free (text, FALSE);
}

/* --- the approval of a reply ----------------------------------------------------------------- */

static gboolean
is_of_reply (const YsEvent *event)
{
  return event != NULL && g_strcmp0 (ys_event_get_string (event, "for"), "reply") == 0;
}

const YsEvent *
ys_approval_find (const YsFolded *folded, gboolean *reopened)
{
  g_return_val_if_fail (folded != NULL && reopened != NULL, NULL);

  *reopened = FALSE;
  for (guint i = folded->events->len; i > 0; i--)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i - 1);

      *reopened |= event->kind == YS_KIND_REOPENED;
      if (event->kind == YS_KIND_APPROVED
          && is_of_reply (ys_folded_get (folded, ys_event_get_int (event, "asked", 0))))
        return event;
    }
  return NULL;
}

static gboolean
is_past (const YsFolded *folded, const YsEvent *approved)
{
  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      if (event->seq > approved->seq
          && (ys_kind_is_conclusion (event->kind)
              || (event->kind == YS_KIND_APPROVAL_ASKED && is_of_reply (event))))
        return TRUE;
    }
  return FALSE;
}

char *
ys_approval_explain_void (const YsHistory *history, YsDay today)
{
  g_return_val_if_fail (history != NULL, NULL);

  g_autoptr (YsFolded) folded = ys_history_fold (history, today);
  g_autoptr (GPtrArray) changes = NULL;
  gboolean reopened;
  const YsEvent *approved = ys_approval_find (folded, &reopened);

  if (approved == NULL || reopened || is_past (folded, approved))
    return NULL;
  changes = ys_approval_list_changes (history, today, approved->seq);
  return changes->len > 0 ? ys_approval_join_changes (changes) : NULL;
}
