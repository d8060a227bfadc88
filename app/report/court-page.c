/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pieces in the order in which a page uses them. */
#include "report/court-page.h"

#include "wording/explain.h"
#include "wording/field.h"

#include <string.h>

static const char style[]
  = "\nbody{font-family:\"Noto Serif CJK SC\",SimSun,宋体,serif;color:#000;background:#fff;"
    "margin:1.5em auto;max-width:60em;padding:0 1em;line-height:1.6}\n"
    "h1{font-size:1.5em;text-align:center;margin-bottom:.2em}\n"
    "h2{font-size:1.15em;margin:1.6em 0 .5em}\n"
    ".of{text-align:center;margin:0 0 1em}\n"
    "table{border-collapse:collapse;width:100%;margin:.5em 0}\n"
    "th,td{border:1px solid #333;padding:.3em .5em;font-weight:normal;text-align:left;"
    "vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}\n"
    "thead th,th[scope=row]{background:#f0f0f0}\n"
    "th[scope=row]{width:11em}\n"
    "td div+div{margin-top:.2em}\n"
    "code{font-family:\"Noto Sans Mono\",monospace;font-size:.85em;overflow-wrap:anywhere}\n"
    "@page{size:A4;margin:18mm 15mm}\n"
    "@media print{body{margin:0;max-width:none;padding:0;font-size:10pt}a{color:inherit;"
    "text-decoration:none}tr{break-inside:avoid}thead{display:table-header-group}"
    "h2{break-after:avoid}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n";

/* --- texts ----------------------------------------------------------------------------------- */

char *
ys_court_day (YsDay day)
{
  int year, month, date;

  if (day == YS_DAY_NONE)
    return g_strdup ("—");
  ys_day_split (day, &year, &month, &date);
  return g_strdup_printf ("%d年%d月%d日", year, month, date);
}

char *
ys_court_time (const char *recorded_at)
{
  g_autoptr (GDateTime) utc = recorded_at != NULL ? g_date_time_new_from_iso8601 (recorded_at, NULL)
                                                  : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("+08:00");
  g_autoptr (GDateTime) there = utc != NULL && zone != NULL ? g_date_time_to_timezone (utc, zone)
                                                            : NULL;

  return there != NULL ? g_date_time_format (there, "%Y-%m-%d %H:%M:%S")
                       : g_strdup (recorded_at != NULL ? recorded_at : "—");
}

char *
ys_court_seq (gint64 seq)
{
  return g_strdup_printf ("第%" G_GINT64_FORMAT "条", seq);
}

/* "第3条（答复）" */
static char *
name_entry (const YsCasePapers *papers, gint64 seq)
{
  const YsPaperEntry *entry = ys_case_papers_get_entry (papers, seq);
  g_autofree char *number = ys_court_seq (seq);

  return entry != NULL ? g_strdup_printf ("%s（%s）", number, ys_name_kind (entry->first->kind))
                       : g_steal_pointer (&number);
}

/* --- the page -------------------------------------------------------------------------------- */

gboolean
ys_court_page_begin (YsCourtPage *self, const char *title, GError **error)
{
  const YsCasePapers *papers = self->papers;
  g_autofree char *day = ys_court_day (papers->on);
  g_autofree char *of
    = g_strdup_printf ("%s　案件编号 %s　%s制作", papers->agency, papers->casefile->id, day);

  self->writer = ys_html_new (&self->buffer, error);
  if (self->writer == NULL)
    return FALSE;
  ys_html_begin_page (self->writer, title, style);
  ys_html_element (self->writer, "h1", title);
  ys_html_start (self->writer, "p");
  ys_html_attribute (self->writer, "class", "of");
  ys_html_text (self->writer, of);
  ys_html_end (self->writer);
  ys_html_text (self->writer, "\n");
  return TRUE;
}

GBytes *
ys_court_page_finish (YsCourtPage *self)
{
  ys_html_end_page (self->writer);
  return ys_html_finish (self->writer, self->buffer);
}

void
ys_court_page_heading (YsCourtPage *self, const char *text)
{
  ys_html_element (self->writer, "h2", text);
}

void
ys_court_page_paragraph (YsCourtPage *self, const char *text)
{
  ys_html_element (self->writer, "p", text);
}

void
ys_court_page_begin_table (YsCourtPage *self, const char *const *heads)
{
  ys_html_start (self->writer, "table");
  ys_html_start (self->writer, "thead");
  ys_html_start (self->writer, "tr");
  for (; *heads != NULL; heads++)
    {
      ys_html_start (self->writer, "th");
      ys_html_attribute (self->writer, "scope", "col");
      ys_html_text (self->writer, *heads);
      ys_html_end (self->writer);
    }
  ys_html_end (self->writer);
  ys_html_end (self->writer);
  ys_html_start (self->writer, "tbody");
}

void
ys_court_page_begin_facts (YsCourtPage *self)
{
  ys_html_start (self->writer, "table");
  ys_html_start (self->writer, "tbody");
}

void
ys_court_page_end_table (YsCourtPage *self)
{
  ys_html_end (self->writer);
  ys_html_end (self->writer);
  ys_html_text (self->writer, "\n");
}

void
ys_court_page_begin_row (YsCourtPage *self)
{
  ys_html_start (self->writer, "tr");
}

void
ys_court_page_end_row (YsCourtPage *self)
{
  ys_html_end (self->writer);
  ys_html_text (self->writer, "\n");
}

void
ys_court_page_cell (YsCourtPage *self, const char *text)
{
  ys_html_element (self->writer, "td", text != NULL ? text : "");
}

void
ys_court_page_number_cell (YsCourtPage *self, gint64 number)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
  ys_court_page_cell (self, digits);
}

void
ys_court_page_begin_cell (YsCourtPage *self)
{
  ys_html_start (self->writer, "td");
}

void
ys_court_page_end_cell (YsCourtPage *self)
{
  ys_html_end (self->writer);
}

void
ys_court_page_line (YsCourtPage *self, const char *text)
{
  ys_html_element (self->writer, "div", text);
}

void
ys_court_page_digest (YsCourtPage *self, const char *digest)
{
  ys_html_start (self->writer, "div");
  ys_html_element (self->writer, "code", digest != NULL ? digest : "—");
  ys_html_end (self->writer);
}

void
ys_court_page_fact (YsCourtPage *self, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  ys_court_page_begin_row (self);
  ys_html_start (self->writer, "th");
  ys_html_attribute (self->writer, "scope", "row");
  ys_html_text (self->writer, name);
  ys_html_end (self->writer);
  ys_court_page_cell (self, value);
  ys_court_page_end_row (self);
}

void
ys_court_page_day_fact (YsCourtPage *self, const char *name, YsDay day)
{
  g_autofree char *text = day != YS_DAY_NONE ? ys_court_day (day) : NULL;

  ys_court_page_fact (self, name, text);
}

/* --- files ----------------------------------------------------------------------------------- */

static const char *
find_name (const YsCourtPage *self, const char *digest)
{
  for (guint i = 0; i < self->papers->files->len; i++)
    {
      const YsPaperFile *file = g_ptr_array_index (self->papers->files, i);
      if (g_str_equal (file->digest, digest))
        return g_ptr_array_index (self->names, i);
    }
  return NULL;
}

void
ys_court_page_file (YsCourtPage *self, const char *digest)
{
  const char *name = find_name (self, digest);
  g_autofree char *address = name != NULL ? g_uri_escape_string (name, "/", FALSE) : NULL;

  ys_html_start (self->writer, "div");
  if (address != NULL)
    {
      ys_html_start (self->writer, "a");
      ys_html_attribute (self->writer, "href", address);
      ys_html_text (self->writer, name);
      ys_html_end (self->writer);
    }
  else
    {
      ys_html_text (self->writer, "（案卷库中没有保存该文件）");
      ys_html_element (self->writer, "code", digest);
    }
  ys_html_end (self->writer);
}

/* --- fields ---------------------------------------------------------------------------------- */

/* What points to another entry, and the field that an amendment changes, are told in words. */
static char *
describe (const YsCourtPage *self, const YsEvent *event, const YsEventField *field)
{
  g_autofree char *text = ys_event_get_text (event, field->path);

  if (*text == '\0')
    return NULL;
  if (g_str_equal (field->path, "of") || g_str_equal (field->path, "asked"))
    return name_entry (self->papers, g_ascii_strtoll (text, NULL, 10));
  if (event->kind == YS_KIND_AMENDED && g_str_equal (field->path, "field"))
    return ys_field_name (text);
  if (field->shape == YS_SHAPE_DAY)
    return ys_court_day (ys_day_parse (text, -1));
  return ys_field_describe (field, event->kind, text);
}

static char *
name_field (const YsEventField *field)
{
  if (g_str_equal (field->path, "of") || g_str_equal (field->path, "asked"))
    return g_strdup ("针对");
  if (g_str_equal (field->path, "field"))
    return g_strdup ("更正项目");
  return ys_field_name (field->path);
}

static gboolean
begins_with_one (const char *path, const char *const *prefixes)
{
  for (; *prefixes != NULL; prefixes++)
    if (g_str_has_prefix (path, *prefixes))
      return TRUE;
  return FALSE;
}

void
ys_court_page_fields (YsCourtPage *self, const YsEvent *event, const char *const *prefixes,
                      gboolean without)
{
  g_autoptr (GPtrArray) fields = ys_event_list_fields (event);

  for (guint i = 0; i < fields->len; i++)
    {
      const YsEventField *field = g_ptr_array_index (fields, i);
      g_autofree char *value = NULL;
      g_autofree char *name = NULL;

      if (prefixes != NULL && begins_with_one (field->path, prefixes) == without)
        continue;
      value = describe (self, event, field);
      name = name_field (field);
      ys_court_page_fact (self, name, value);
    }
}

static void
write_change (YsCourtPage *self, const YsEvent *event, const char *label, const char *path)
{
  const YsPaperEntry *of
    = ys_case_papers_get_entry (self->papers, ys_event_get_int (event, "of", 0));
  const char *name = ys_event_get_string (event, "field");
  g_autoptr (YsEventField) field
    = of != NULL && name != NULL ? ys_event_find_field (of->first, name) : NULL;
  g_autofree char *text = ys_event_field_write (ys_event_get (event, path));
  g_autofree char *value = field != NULL ? ys_field_describe (field, of->first->kind, text)
                                         : g_strdup (*text != '\0' ? text : "—");
  g_autofree char *line = g_strdup_printf ("%s：%s", label, value);

  ys_court_page_line (self, line);
}

void
ys_court_page_field_lines (YsCourtPage *self, const YsEvent *event, const YsEvent *other)
{
  g_autoptr (GPtrArray) fields = ys_event_list_fields (event);

  for (guint i = 0; i < fields->len; i++)
    {
      const YsEventField *field = g_ptr_array_index (fields, i);
      g_autofree char *value = describe (self, event, field);
      g_autofree char *before = other != NULL ? describe (self, other, field) : NULL;
      g_autofree char *name = name_field (field);
      g_autofree char *line = g_strdup_printf ("%s：%s", name, value != NULL ? value : "—");

      /* The day of an entry stands in a column of its own. */
      if (other != NULL ? g_strcmp0 (value, before) != 0
                        : value != NULL && !g_str_equal (field->path, "on"))
        ys_court_page_line (self, line);
    }
  if (event->kind != YS_KIND_AMENDED || other != NULL)
    return;
  write_change (self, event, "原为", "from");
  write_change (self, event, "更正为", "to");
}
