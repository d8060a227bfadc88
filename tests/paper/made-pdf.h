/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF files made for the tests: object by object, so that every hostile one can be made too. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Points of A4, as the pages below have it unless told otherwise. */
#define A4_WIDTH 595
#define A4_HEIGHT 842

typedef struct
{
  const char *content; /* the content stream */
  const char *box;     /* "0 0 595 842" if NULL */
  const char *more;    /* further words of the page's dictionary, or NULL */
} MadePage;

/* The bytes of a PDF with @pages. @objects (NULL at the end, or NULL) are further objects, numbered
 * from 3 on; the pages follow them. */
GBytes *made_pdf (const MadePage *pages, guint n_pages, const char *const *objects);

/* Writes @bytes to a new file in @folder and gives its path. */
char *made_file (const char *folder, const char *name, GBytes *bytes);

/* --- particular ones --- */

/* Page 1: red its left top quarter, blue its right bottom quarter, white the rest. Page 2: green.
 */
GBytes *made_coloured (void);
/* @n pages; page N says "Page N" in Courier of 20 points, from (100, 600) on. */
GBytes *made_numbered (guint n);
/* Pages that take longer than anyone waits (forms that draw forms, 10 to the 12th), where @laughs
 * says so (its letters are pages: 'x' such a one, else a plain one). */
GBytes *made_laughing (const char *laughs);
/* One line of Chinese in a font that is not embedded and a predefined encoding, "政府信息". */
GBytes *made_not_embedded (void);

G_END_DECLS
