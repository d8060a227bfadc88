/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A YsPaperReader asked and waited for, and the processes that tests look at from outside. */
#pragma once

#include "paper/document.h"
#include "paper/reader.h"

G_BEGIN_DECLS

/* --- waiting --- */

typedef gboolean (*AskedFunc) (gpointer data);

/* Turns the main loop until @done says so; fails the test after a minute. */
void asked_until (AskedFunc done, gpointer data);
/* A callback that keeps the result in the GAsyncResult * at @data. */
void asked_cb (GObject *source, GAsyncResult *result, gpointer data);
/* Turns the main loop until the place is filled. */
void asked_wait (GAsyncResult **place);

/* --- asking --- */

YsPaperReader *asked_reader_of_bytes (GBytes *bytes);
gboolean asked_open (YsPaperReader *reader, GError **error);
/* An open reader, or the test fails. */
YsPaperReader *asked_open_path (const char *path);
YsPaperReader *asked_open_bytes (GBytes *bytes);
YsPaperPixels *
asked_pixels (YsPaperReader *reader, guint page, guint width, guint turn, GError **error);
YsPaperText *asked_text (YsPaperReader *reader, guint page, GError **error);
/* 0xAARRGGBB */
guint32 asked_pixel (YsPaperPixels *pixels, int x, int y);

/* --- processes --- */

/* Children of this process, dead but unreaped ones included. */
guint asked_count_children (void);
/* The one descendant that is a worker, or 0. */
int asked_find_worker (void);
/* For asked_until(): the process GPOINTER_TO_INT (@pid) has ended. */
gboolean asked_is_gone (gpointer pid);
/* Processor time that @pid has used, in clock ticks. */
guint64 asked_ticks_of (int pid);
/* The line of /proc/@pid/@file that begins with @word, without it; or NULL. */
char *asked_line_of (int pid, const char *file, const char *word);
/* Whether bubblewrap can make its walls here, asked of bubblewrap itself. */
gboolean asked_bwrap_works (void);
/* Whether the kernel has Landlock, asked of the kernel. */
gboolean asked_landlock_works (void);

G_END_DECLS
