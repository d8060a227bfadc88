/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joins the view of a case with what the docket alone knows: positions, digests, files. */
#include "office/case-papers.h"

#include "office/approve.h"
#include "office/case-view.h"
#include "office/export-line.h"
#include "office/keep.h"
#include "office/register.h"
#include "office/session-private.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>

gboolean
ys_office_log_papers (YsSession *session, const char *id, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  return ys_office_note (session, id, ys_session_get_today (session),
                         _("The applicant's details were taken in full for a case file for a court."),
                         error);
}

/* --- entries --------------------------------------------------------------------------------- */

typedef struct
{
  YsDocket *docket;
  YsCasePapers *papers;
  gint64 last_position; /* of the entry before, in this case */
  char *last_digest;
} Collection;

static gboolean
take_digest (YsEntry *entry, gpointer user_data, GError **error)
{
  char **digest = user_data;

  *digest = g_strdup (entry->digest);
  return FALSE;
}

/* The digest of the entry before in the whole docket; NULL before the first one. */
static gboolean
find_previous (Collection *self, const YsEntry *entry, char **digest, GError **error)
{
  *digest = NULL;
  if (entry->position == self->last_position + 1 && self->last_digest != NULL)
    {
      *digest = g_strdup (self->last_digest);
      return TRUE;
    }
  return entry->position < 2
         || ys_docket_read_after (self->docket, entry->position - 2, take_digest, digest, error);
}

static void
add_text (cJSON *object, const char *key, const char *text)
{
  if (text != NULL)
    cJSON_AddStringToObject (object, key, text);
  else
    cJSON_AddNullToObject (object, key);
}

/* Which entry of its command it is, from 1: one append stands in the docket without a gap. */
static char *
make_link (Collection *self, const YsEntry *entry, GError **error)
{
  g_autofree char *previous = NULL;
  g_autofree char *text = NULL;
  gint64 first = 0;
  cJSON *object;
  char *printed;

  if (!find_previous (self, entry, &previous, error)
      || !ys_docket_find_command (self->docket, entry->command, &first, error))
    return NULL;
  object = cJSON_CreateObject ();
  add_text (object, "previous", previous);
  cJSON_AddNumberToObject (object, "position", (double) entry->position);
  add_text (object, "stream", entry->stream);
  cJSON_AddNumberToObject (object, "seq", (double) entry->seq);
  add_text (object, "kind", entry->kind);
  add_text (object, "on", entry->on);
  add_text (object, "recorded_at", entry->recorded_at);
  add_text (object, "actor", entry->actor);
  add_text (object, "command", entry->command);
  cJSON_AddNumberToObject (object, "part", (double) (entry->position - first + 1));
  cJSON_AddBoolToObject (object, "imported", entry->imported);
  add_text (object, "body_digest", entry->body_digest);
  add_text (object, "digest", entry->digest);
  printed = cJSON_PrintUnformatted (object);
  text = g_strconcat (printed, "\n", NULL);
  cJSON_free (printed);
  cJSON_Delete (object);
  return g_steal_pointer (&text);
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  Collection *self = user_data;
  g_autofree char *link = make_link (self, entry, error);
  YsPaperEntry *paper;

  if (link == NULL)
    return FALSE;
  paper = ys_case_papers_add_entry (self->papers);
  paper->seq = entry->seq;
  paper->position = entry->position;
  paper->recorded_at = g_strdup (entry->recorded_at);
  paper->digest = g_strdup (entry->digest);
  paper->signature = g_strdup (entry->signature);
  paper->line = ys_export_make_line (entry, NULL);
  paper->link = g_steal_pointer (&link);
  self->last_position = entry->position;
  g_free (self->last_digest);
  self->last_digest = g_strdup (entry->digest);
  return TRUE;
}

static gboolean
collect_entries (YsSession *session, const char *id, YsCasePapers *papers, GError **error)
{
  g_autofree char *stream = g_strconcat ("case/", id, NULL);
  Collection self = { ys_session_get_docket (session), papers, 0, NULL };
  gboolean done = ys_docket_read_stream (self.docket, stream, take_entry, &self, error);

  g_free (self.last_digest);
  return done;
}

/* What became of each entry. Entries that came since the view was made are left out. */
static void
mark_entries (YsCasePapers *papers, const YsCaseView *view)
{
  for (guint i = 0; i < view->entries->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (view->entries, i);
      YsPaperEntry *paper = (YsPaperEntry *) ys_case_papers_get_entry (papers, entry->seq);

      if (paper == NULL)
        continue;
      paper->event = ys_event_ref (entry->event);
      paper->first = ys_event_ref (entry->first);
      paper->is_amended = entry->is_amended;
      paper->struck_by = entry->struck_by;
      paper->dispatched_on = entry->dispatched_on;
      paper->delivered_on = entry->delivered_on;
      paper->returned_on = entry->returned_on;
    }
  if (papers->entries->len > view->entries->len)
    g_ptr_array_set_size (papers->entries, (int) view->entries->len);
}

/* --- files and approval ---------------------------------------------------------------------- */

static void
mark_kept (YsSession *session, YsCasePapers *papers)
{
  for (guint i = 0; i < papers->files->len; i++)
    {
      YsPaperFile *file = g_ptr_array_index (papers->files, i);

      file->is_kept = ys_docket_has_file (ys_session_get_docket (session), file->digest);
    }
}

static GPtrArray *
list_files_of (const YsEvent *event)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < ys_event_count_list (event, "files"); i++)
    {
      g_autofree char *path = g_strdup_printf ("files.%d", i);

      g_ptr_array_add (files, g_strdup (ys_event_get_string (event, path)));
    }
  g_ptr_array_add (files, NULL);
  return files;
}

static const YsPaperEntry *
find_last (const YsCasePapers *papers, YsKind kind)
{
  for (guint i = papers->entries->len; i > 0; i--)
    {
      const YsPaperEntry *entry = g_ptr_array_index (papers->entries, i - 1);

      if (entry->event->kind == kind && entry->struck_by == 0)
        return entry;
    }
  return NULL;
}

static gboolean
judge_cover (YsSession *session, const YsCaseView *view, YsCasePapers *papers, GError **error)
{
  const YsPaperEntry *replied = find_last (papers, YS_KIND_REPLIED);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) local = NULL;

  papers->cover = YS_COVER_HOLDS;
  if (ys_session_get_approval (session) == YS_STAFF_APPROVAL_NONE)
    papers->cover = YS_COVER_NOT_ASKED;
  else if (replied == NULL)
    papers->cover = YS_COVER_NOT_YET;
  else if (find_last (papers, YS_KIND_APPROVED) == NULL)
    papers->cover = YS_COVER_NONE;
  if (papers->cover != YS_COVER_HOLDS)
    return TRUE;
  files = list_files_of (replied->event);
  if (ys_approval_covers_reply (session, view->history, (const char *const *) files->pdata, &local))
    return TRUE;
  if (!g_error_matches (local, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  papers->cover = YS_COVER_BROKEN;
  papers->uncovered = g_strdup (local->message);
  return TRUE;
}

/* --- all of it ------------------------------------------------------------------------------- */

static char *
find_agency (YsSession *session, GError **error)
{
  g_autofree char *json = ys_session_get_agency (session, error);
  cJSON *object = json != NULL ? cJSON_Parse (json) : NULL;
  const char *name = cJSON_GetStringValue (cJSON_GetObjectItem (object, "name"));
  char *copy = json != NULL ? g_strdup (name != NULL ? name : "") : NULL;

  cJSON_Delete (object);
  return copy;
}

YsCasePapers *
ys_office_collect_papers (YsSession *session, const char *id, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, NULL);

  g_autoptr (YsCaseView) view = ys_office_view_case_alone (session, id, NULL, error);
  g_autoptr (YsCasePapers) papers = NULL;

  if (view == NULL)
    return NULL;
  papers = ys_case_papers_new ();
  papers->on = view->on;
  papers->docket = g_strdup (ys_session_get_docket_id (session));
  papers->made_by = g_strdup (ys_session_get_actor (session));
  papers->casefile = ys_casefile_ref (view->casefile);
  papers->clock = view->clock != NULL ? ys_clock_ref (view->clock) : NULL;
  papers->receipt = view->receipt != NULL ? ys_event_ref (view->receipt) : NULL;
  papers->agency = find_agency (session, error);
  if (papers->agency == NULL || !collect_entries (session, id, papers, error))
    return NULL;
  mark_entries (papers, view);
  ys_case_papers_list_files (papers);
  mark_kept (session, papers);
  if (!judge_cover (session, view, papers, error))
    return NULL;
  papers->checkpoint = ys_office_make_checkpoint (session, error);
  return papers->checkpoint != NULL ? g_steal_pointer (&papers) : NULL;
}

GInputStream *
ys_office_open_paper (const char *digest, gpointer session, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && digest != NULL, NULL);

  return ys_docket_get_file (ys_session_get_docket (session), digest, error);
}
