/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The characters of a page, as poppler finds them, with boxes in fractions of the page. */

#include "paper-worker/words.h"

#include "paper-worker/document.h"

#include <math.h>

static guint16
fraction (double at, double whole)
{
  double share = at / whole * G_MAXUINT16;

  return isfinite (share) ? (guint16) CLAMP (floor (share + 0.5), 0, G_MAXUINT16) : 0;
}

GArray *
ys_worker_read_words (PopplerDocument *document, guint32 page, gboolean *cut)
{
  YsWireSize size = ys_worker_measure (document, page);
  double width = size.width / 1000.0, height = size.height / 1000.0;
  g_autofree PopplerRectangle *boxes = NULL;
  g_autoptr (YsWorkerPage) found = NULL;
  g_autofree char *text = NULL;
  GArray *characters;
  guint n_boxes = 0;

  if (size.width == 0)
    return NULL;
  found = poppler_document_get_page (document, (int) page);
  if (found == NULL)
    return NULL;

  *cut = FALSE;
  characters = g_array_new (FALSE, FALSE, sizeof (YsWireCharacter));
  text = poppler_page_get_text (found);
  if (text == NULL || !g_utf8_validate (text, -1, NULL)
      || !poppler_page_get_text_layout (found, &boxes, &n_boxes))
    return characters;

  for (const char *at = text; *at != '\0' && characters->len < n_boxes; at = g_utf8_next_char (at))
    {
      const PopplerRectangle *box = &boxes[characters->len];
      YsWireCharacter character = {
        .character = g_utf8_get_char (at),
        .left = fraction (box->x1, width),
        .top = fraction (box->y1, height),
        .right = fraction (box->x2, width),
        .bottom = fraction (box->y2, height),
      };

      if (characters->len == YS_PAPER_MAX_TEXT)
        {
          *cut = TRUE;
          break;
        }
      g_array_append_val (characters, character);
    }
  return characters;
}
