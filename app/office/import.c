/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Import: every line is checked and laid into one append; then the streams are judged, the files
 * brought in, and only then is the append made durable. A refusal abandons it. */
#include "office/import-report.h"

#include "office/authority.h"
#include "office/import-files.h"
#include "office/record.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <string.h>

/* A file with this many bad lines is no exchange file: there is no use in reading on. */
#define GIVE_UP 1000
#define READ_BYTES (64 * 1024)
#define PROGRESS_EVERY 512

typedef struct
{
  YsSession *session;
  GFile *folder;          /* of the exchange file: files/ is in it */
  YsAppend *append;
  YsLineMap lines;
  YsImportReport *report;
  gint64 line;            /* number of the line that is being read */
} Import;

/* --- lines ------------------------------------------------------------------------------------- */

typedef struct
{
  Import *import;
  const char *missing;
} FileCheck;

static void
check_file (const char *digest, gpointer user_data)
{
  FileCheck *check = user_data;

  if (check->missing != NULL
      || ys_docket_has_file (ys_session_get_docket (check->import->session), digest))
    return;
  g_autoptr (GFile) file = ys_import_find_file (check->import->folder, digest);
  if (file == NULL)
    check->missing = digest;
}

static gboolean
append_event (Import *self, const char *stream, const YsEvent *event, GError **error)
{
  g_autofree char *body = ys_event_canonical_body (event);
  char on[YS_DAY_TEXT];

  if (!ys_append_add (self->append, stream, YS_SEQ_ANY, ys_kind_get_name (event->kind),
                      ys_day_format (event->on, on), event->actor, body, NULL, error))
    return FALSE;
  self->report->entries++;
  ys_line_map_add (&self->lines, self->report->entries, self->line);
  return TRUE;
}

/* Not strchr(), to which a nul byte is the end of its list and so one of them. */
static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

/* Who may do what in an office that has staff is never testimony; and what somebody may not enter may
 * not be brought in from a file either. Cases are work of their own, whoever decided what in them. */
static gboolean
may_bring (Import *self, const char *stream, const YsEvent *event, YsFault *fault)
{
  YsStreamClass klass = ys_stream_parse (stream, NULL);
  g_autoptr (YsEvent) note = NULL;

  if (ys_staff_is_open (ys_session_get_staff (self->session)))
    return TRUE;
  if (klass == YS_STREAM_AGENCY || klass == YS_STREAM_STAFF)
    return ys_fault_set (fault, YS_FAULT_IMPORTED_STAFF, "stream", stream, NULL);
  if (klass == YS_STREAM_CASE)
    note = ys_event_new (klass, 1, YS_KIND_NOTED, event->on, NULL, ys_body_new ("text", "-", NULL),
                         fault);
  return ys_authority_may (self->session, stream, note != NULL ? note : event, fault);
}

static gboolean
take_line (Import *self, const char *text, gsize length, GError **error)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *stream = NULL;
  g_autoptr (YsEvent) event = NULL;
  FileCheck check = { self, NULL };

  while (length > 0 && is_blank (text[length - 1]))
    length--;
  if (length == 0)
    return TRUE;

  self->report->lines++;
  event = ys_event_parse_line (text, length, &stream, &fault);
  if (event != NULL
      && ys_event_check_dates (event, ys_stream_parse (stream, NULL),
                               ys_session_get_today (self->session), &fault))
    {
      ys_event_foreach_file (event, check_file, &check);
      if (may_bring (self, stream, event, &fault) && check.missing != NULL)
        ys_fault_set (&fault, YS_FAULT_NO_FILE, NULL, check.missing, NULL);
    }
  if (fault.code != YS_FAULT_NONE)
    {
      ys_import_report_refuse (self->report, self->line, &fault);
      return TRUE;
    }
  /* After the first refusal lines are only checked: nothing will be kept. */
  return self->report->refusals > 0 || append_event (self, stream, event, error);
}

/* --- reading the file, a block at a time --------------------------------------------------------- */

/* The end of an endless line is not looked for. */
static void
give_up_on_line (Import *self)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;

  ys_fault_set (&fault, YS_FAULT_TOO_LONG, NULL, NULL, NULL);
  self->report->lines++;
  ys_import_report_refuse (self->report, self->line, &fault);
  self->report->refusals = MAX (self->report->refusals, GIVE_UP);
}

static gboolean
take_whole_lines (Import *self, GString *pending, gboolean at_end, GError **error)
{
  gsize from = 0;

  while (from < pending->len)
    {
      char *end = memchr (pending->str + from, '\n', pending->len - from);
      gsize length = end != NULL ? (gsize) (end - pending->str) - from : pending->len - from;

      /* One more byte: of a line's end the first half may have been read. */
      if (end == NULL && !at_end && length <= YS_LINE_MAX + 1)
        break;
      self->line++;
      if (end == NULL && !at_end)
        {
          give_up_on_line (self);
          break;
        }
      if (!take_line (self, pending->str + from, length, error))
        return FALSE;
      from += length + (end != NULL);
      if (self->report->refusals >= GIVE_UP)
        break;
    }
  g_string_erase (pending, 0, (gssize) from);
  return TRUE;
}

static gboolean
read_lines (Import *self, GInputStream *stream, gint64 size, YsProgressFunc progress,
            gpointer user_data, GError **error)
{
  g_autoptr (GString) pending = g_string_new (NULL);
  g_autofree char *block = g_malloc (READ_BYTES);
  gint64 done = 0;
  gsize got;

  do
    {
      if (!g_input_stream_read_all (stream, block, READ_BYTES, &got, NULL, error))
        return FALSE;
      g_string_append_len (pending, block, (gssize) got);
      /* Windows editors put a byte order mark before the first line. */
      if (done == 0 && pending->len >= 3 && memcmp (pending->str, "\xef\xbb\xbf", 3) == 0)
        g_string_erase (pending, 0, 3);
      done += (gint64) got;
      if (!take_whole_lines (self, pending, got < READ_BYTES, error))
        return FALSE;
      if (progress != NULL && !progress (done, size, user_data))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
          return FALSE;
        }
    }
  while (got == READ_BYTES && self->report->refusals < GIVE_UP);

  return TRUE;
}

/* --- all or nothing ------------------------------------------------------------------------------ */

static gboolean
is_refused (Import *self, GError **error)
{
  YsImportReport *report = self->report;

  if (report->refusals == 0)
    return FALSE;
  report->entries = report->cases = report->files = 0;
  if (report->refusals >= GIVE_UP)
    g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                         _("The file was given up on after too many bad lines; nothing was kept. "
                           "Is it an exchange file?"));
  else
    g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                 ngettext ("%" PRId64 " problem was found; nothing was kept.",
                           "%" PRId64 " problems were found; nothing was kept.",
                           (gulong) report->refusals),
                 report->refusals);
  return TRUE;
}

static gboolean
carry_out (Import *self, GInputStream *stream, gint64 size, YsProgressFunc progress,
           gpointer user_data, GError **error)
{
  YsDocket *docket = ys_session_get_docket (self->session);

  self->append = ys_docket_begin (docket, NULL, TRUE, error);
  if (self->append == NULL || !ys_authority_begin (self->session, error)
      || !ys_docket_get_position (docket, &self->lines.base, NULL, error)
      || !read_lines (self, stream, size, progress, user_data, error) || is_refused (self, error))
    return FALSE;
  if (!ys_import_judge (self->session, &self->lines, self->report, error)
      || is_refused (self, error))
    return FALSE;
  return ys_import_bring_files (self->session, self->folder, &self->lines,
                                &self->report->files, error)
         && ys_append_commit (g_steal_pointer (&self->append), error);
}

gboolean
ys_office_import (YsSession *session, GFile *file, YsProgressFunc progress, gpointer user_data,
                  YsImportReport **report, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && G_IS_FILE (file), FALSE);

  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  Import self = { .session = session, .folder = folder, .report = ys_import_report_new () };
  gboolean done = FALSE;

  ys_line_map_init (&self.lines, 0);
  if (stream != NULL)
    {
      info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
      done = carry_out (&self, G_INPUT_STREAM (stream), info != NULL ? g_file_info_get_size (info) : 0,
                        progress, user_data, error);
    }
  if (!done)
    {
      g_clear_pointer (&self.append, ys_append_abandon);
      self.report->entries = self.report->cases = self.report->files = 0;
    }

  ys_line_map_clear (&self.lines);
  if (report != NULL)
    *report = g_steal_pointer (&self.report);
  g_clear_pointer (&self.report, ys_import_report_free);
  if (done)
    ys_session_tell_done (session);
  return done;
}
