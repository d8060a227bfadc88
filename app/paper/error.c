/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YS_PAPER_ERROR: the sentences of its codes, about a document and about one page. */

#include "paper/error.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
G_DEFINE_QUARK (ys-paper-error-quark, ys_paper_error)
/* clang-format on */

GError *
ys_paper_error_of_document (YsPaperError code)
{
  const char *sentence = NULL;

  switch (code)
    {
    case YS_PAPER_ERROR_TIMEOUT:
      sentence = _ ("The document takes too long to read. Save it and open it in another program.");
      break;
    case YS_PAPER_ERROR_CRASHED:
      sentence = _ ("The document breaks the reader, which was stopped. Save it, and be careful "
                    "with what opens it.");
      break;
    case YS_PAPER_ERROR_NOT_PDF:
      sentence = _ ("The file is not a PDF, or is damaged. Ask for it once more, or save it and "
                    "open it in another program.");
      break;
    case YS_PAPER_ERROR_TOO_LARGE:
      sentence = _ ("The document has more than 200 MiB or 10,000 pages. Save it and open it in "
                    "another program.");
      break;
    case YS_PAPER_ERROR_ENCRYPTED:
      sentence = _ ("The document is locked with a password. Ask for a copy without one, or save "
                    "it and open it in another program.");
      break;
    case YS_PAPER_ERROR_UNCONFINED:
      sentence = _ ("This computer cannot confine the reader of documents, so none is shown here. "
                    "Save the document and open it in another program.");
      break;
    case YS_PAPER_ERROR_NOT_STARTED:
      sentence = _ ("The reader of documents does not start. Install the program once more; until "
                    "then save the document and open it in another program.");
      break;
    default:
      g_assert_not_reached ();
    }
  return g_error_new_literal (YS_PAPER_ERROR, code, sentence);
}

GError *
ys_paper_error_of_page (YsPaperError code, guint page)
{
  guint number = page + 1;

  switch (code)
    {
    case YS_PAPER_ERROR_TIMEOUT:
      return g_error_new (YS_PAPER_ERROR, code,
                          _ ("Page %u takes too long to draw. The other pages can be read."),
                          number);
    case YS_PAPER_ERROR_CRASHED:
      return g_error_new (YS_PAPER_ERROR, code,
                          _ ("Page %u breaks the reader and is not shown. The other pages can be "
                             "read."),
                          number);
    case YS_PAPER_ERROR_NOT_PDF:
      return g_error_new (YS_PAPER_ERROR, code,
                          _ ("Page %u is damaged. The other pages can be read."), number);
    case YS_PAPER_ERROR_TOO_LARGE:
      return g_error_new (YS_PAPER_ERROR, code,
                          _ ("Page %u is too large to be drawn at this size. Zoom out, or save the "
                             "document."),
                          number);
    default:
      return ys_paper_error_of_document (code);
    }
}
