/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all HTML pages are made of: a page that needs nothing else, and its elements. Private to
 * report. */
#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/* A writer into @buffer; NULL with @error without memory. */
xmlTextWriter *ys_html_new (xmlBuffer **buffer, GError **error);
/* What was written; frees both. (transfer full) */
GBytes *ys_html_finish (xmlTextWriter *writer, xmlBuffer *buffer);

/* Everything before and after what stands in <main>. @style is CSS. */
void ys_html_begin_page (xmlTextWriter *writer, const char *title, const char *style);
void ys_html_end_page (xmlTextWriter *writer);

void ys_html_start (xmlTextWriter *writer, const char *name);
/* With an end tag always: a browser takes <td/> for an open <td>. */
void ys_html_end (xmlTextWriter *writer);
/* For elements that have no end tag. */
void ys_html_end_void (xmlTextWriter *writer);
void ys_html_attribute (xmlTextWriter *writer, const char *name, const char *value);
void ys_html_number_attribute (xmlTextWriter *writer, const char *name, int value);
/* What XML forbids becomes U+FFFD. @string is valid UTF-8. */
void ys_html_text (xmlTextWriter *writer, const char *string);
/* An element that holds a text alone. */
void ys_html_element (xmlTextWriter *writer, const char *name, const char *string);

G_END_DECLS
