/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walls that the worker builds around itself before it reads the first byte of a document. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Closes what was inherited beyond the two descriptors, gives up privileges, limits memory, time
 * and files, then closes the file system and the system calls. There is no way back. Gives the
 * walls that stand (YsPaperConfinement); without SECCOMP among them nothing may be read.
 * @in_bwrap: only the system's own files are there to be seen. */
guint ys_worker_confine (gboolean in_bwrap);

/* --- syscalls.c --- */

/* Lets only those system calls through that drawing needs. @may_read_files: opening for reading
 * is among them, because another wall says which files. */
gboolean ys_worker_filter_system_calls (gboolean may_read_files);

/* --- landlock.c --- */

/* Leaves nothing of the file system but fonts and tables of characters, for reading. FALSE where
 * the kernel has no Landlock. */
gboolean ys_worker_close_file_system (void);

G_END_DECLS
