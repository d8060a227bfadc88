/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YS_PAPER_ERROR: why a document, or one page of it, cannot be shown. Each code has one sentence
 * for a person; what went on between the two programs is not told here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YsPaperError:
 * @YS_PAPER_ERROR_TIMEOUT: the page took longer than the page clock allows
 * @YS_PAPER_ERROR_CRASHED: the worker died over it, or answered what no honest worker does
 * @YS_PAPER_ERROR_NOT_PDF: the file is no PDF, or too damaged to be read as one
 * @YS_PAPER_ERROR_TOO_LARGE: more bytes, pages or pixels than are read here
 * @YS_PAPER_ERROR_ENCRYPTED: the document asks for a password
 * @YS_PAPER_ERROR_UNCONFINED: the worker could not be confined, so nothing was read: save only
 * @YS_PAPER_ERROR_NOT_STARTED: there is no worker, or it does not run; never said by a worker
 *
 * The message is a translated sentence for a person.
 */
typedef enum
{
  YS_PAPER_ERROR_TIMEOUT = 1,
  YS_PAPER_ERROR_CRASHED,
  YS_PAPER_ERROR_NOT_PDF,
  YS_PAPER_ERROR_TOO_LARGE,
  YS_PAPER_ERROR_ENCRYPTED,
  YS_PAPER_ERROR_UNCONFINED,
  YS_PAPER_ERROR_NOT_STARTED,
} YsPaperError;

#define YS_PAPER_ERROR (ys_paper_error_quark ())
GQuark ys_paper_error_quark (void);

/* The error of @code, with its sentence about the whole document. */
GError *ys_paper_error_of_document (YsPaperError code);
/* The error of @code, with its sentence about the one page @page, counted from 0. */
GError *ys_paper_error_of_page (YsPaperError code, guint page);

G_END_DECLS
