/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The door to the writers: which format, the report's title, and what is refused before anything
 * is written. */
#include "report/annual-report-private.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>
#include <string.h>

static const struct
{
  const char *ending;
  YsReportFormat format;
} formats[] = {
  { ".json", YS_REPORT_JSON },
  { ".csv", YS_REPORT_CSV },
  { ".html", YS_REPORT_HTML },
  { ".xlsx", YS_REPORT_XLSX },
};

/* No line breaks in a title, and nothing that XML forbids. */
static char *
clean_name (const char *name)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_iscntrl (c) || c == 0xFFFE || c == 0xFFFF)
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, c);
    }
  return g_strstrip (g_string_free (clean, FALSE));
}

static char *
make_title (const YsAnnualReport *report, GError **error)
{
  cJSON *agency = cJSON_ParseWithOpts (report->agency, NULL, TRUE);
  const char *name = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (agency, "name"));
  char *title = NULL;

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("The docket does not say whose it is: its agency has no name. Record the "
                    "agency's name, then make the report again."));
  else
    {
      g_autofree char *clean = clean_name (name);
      title
        = g_strdup_printf ("%s政府信息公开工作年度报告（%d年）数据表%s", clean,
                           report->figures->year, report->draft ? "（" YS_REPORT_DRAFT "）" : "");
    }
  cJSON_Delete (agency);
  return title;
}

gboolean
ys_report_format_from_path (const char *path, YsReportFormat *format)
{
  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  g_autofree char *name = g_path_get_basename (path);
  const char *ending = strrchr (name, '.');
  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (ending, formats[i].ending) == 0)
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

GBytes *
ys_annual_report_write (const YsAnnualReport *report, YsReportFormat format, GError **error)
{
  g_return_val_if_fail (report != NULL && report->figures != NULL, NULL);
  g_return_val_if_fail (report->checks != NULL && report->agency != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autofree char *title = make_title (report, error);
  if (title == NULL)
    return NULL;
  switch (format)
    {
    case YS_REPORT_JSON:
      return ys_report_write_json (report, error);
    case YS_REPORT_CSV:
      return ys_report_write_csv (report, title);
    case YS_REPORT_HTML:
      return ys_report_write_html (report, title, error);
    case YS_REPORT_XLSX:
      return ys_report_write_sheet (report, title, error);
    default:
      g_return_val_if_reached (NULL);
    }
}
