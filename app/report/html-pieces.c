/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame of a page, and elements that an HTML reader takes as they are meant. */
#include "report/html-pieces.h"

#include "wording/i18n.h"

#include <gio/gio.h>

xmlTextWriter *
ys_html_new (xmlBuffer **buffer, GError **error)
{
  xmlTextWriter *writer;

  *buffer = xmlBufferCreate ();
  writer = *buffer != NULL ? xmlNewTextWriterMemory (*buffer, 0) : NULL;
  if (writer != NULL)
    return writer;
  g_clear_pointer (buffer, xmlBufferFree);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The report could not be written as HTML: there is not enough memory. Close "
                  "other programs and try again."));
  return NULL;
}

GBytes *
ys_html_finish (xmlTextWriter *writer, xmlBuffer *buffer)
{
  GBytes *bytes;

  xmlTextWriterFlush (writer);
  xmlFreeTextWriter (writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}

void
ys_html_start (xmlTextWriter *writer, const char *name)
{
  xmlTextWriterStartElement (writer, BAD_CAST name);
}

void
ys_html_end (xmlTextWriter *writer)
{
  xmlTextWriterFullEndElement (writer);
}

void
ys_html_end_void (xmlTextWriter *writer)
{
  xmlTextWriterEndElement (writer);
}

void
ys_html_attribute (xmlTextWriter *writer, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (writer, BAD_CAST name, BAD_CAST value);
}

void
ys_html_number_attribute (xmlTextWriter *writer, const char *name, int value)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, "%d", value);
  ys_html_attribute (writer, name, digits);
}

static gboolean
is_forbidden (gunichar c)
{
  return (g_unichar_iscntrl (c) && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF;
}

void
ys_html_text (xmlTextWriter *writer, const char *string)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, is_forbidden (g_utf8_get_char (p)) ? 0xFFFD
                                                                      : g_utf8_get_char (p));
  xmlTextWriterWriteString (writer, BAD_CAST clean->str);
}

void
ys_html_element (xmlTextWriter *writer, const char *name, const char *string)
{
  ys_html_start (writer, name);
  ys_html_text (writer, string);
  ys_html_end (writer);
}

void
ys_html_begin_page (xmlTextWriter *writer, const char *title, const char *style)
{
  xmlTextWriterWriteRaw (writer, BAD_CAST "<!DOCTYPE html>\n");
  ys_html_start (writer, "html");
  ys_html_attribute (writer, "lang", "zh-CN");
  ys_html_start (writer, "head");
  ys_html_start (writer, "meta");
  ys_html_attribute (writer, "charset", "utf-8");
  ys_html_end_void (writer);
  ys_html_start (writer, "meta");
  ys_html_attribute (writer, "name", "viewport");
  ys_html_attribute (writer, "content", "width=device-width, initial-scale=1");
  ys_html_end_void (writer);
  ys_html_element (writer, "title", title);
  /* Not escaped: within <style> an HTML reader takes "&gt;" literally. */
  ys_html_start (writer, "style");
  xmlTextWriterWriteRaw (writer, BAD_CAST style);
  ys_html_end (writer);
  ys_html_end (writer);

  ys_html_start (writer, "body");
  ys_html_start (writer, "main");
}

void
ys_html_end_page (xmlTextWriter *writer)
{
  ys_html_end (writer);
  ys_html_end (writer);
  ys_html_end (writer);
  ys_html_text (writer, "\n");
}
