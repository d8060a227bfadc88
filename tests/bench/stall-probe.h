/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the main loop is away between two looks at its sources, in time and in processor time of
 * its thread, and how many frames were painted meanwhile. It measures; it judges nothing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once, before the loop turns. */
void stall_probe_install (void);

/* Starts anew; counts the frames of @window until stall_probe_print(). */
void stall_probe_begin (GtkWidget *window);
/* Ends, and prints a line that begins with @what. */
void stall_probe_end (const char *what);

typedef gboolean (*StallUntil) (gpointer data);

/* Turns the loop until @until is so; the program ends when that takes two minutes. */
void stall_turn_until (StallUntil until, gpointer data);
void stall_turn_for (guint ms);
/* Until the next frame of @window is painted. */
void stall_turn_frame (GtkWidget *window);

/* Runs a program, for instance xdotool with keys as from a person; the loop turns meanwhile. */
void stall_run (const char *const *arguments);

/* The first widget of @type at or below @widget. */
GtkWidget *stall_find (GtkWidget *widget, GType type);

G_END_DECLS
