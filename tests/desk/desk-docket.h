/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: a small docket in a folder of its own, opened as a window opens it, and a main
 * loop that is turned until something is so. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"

typedef struct
{
  char *folder;
  char *address;
  YsDay today;
  YsContext *context;
} DeskDocket;

/* @cases 0: an empty docket. */
DeskDocket *desk_docket_new (int cases, YsDay today);
void desk_docket_free (DeskDocket *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDocket, desk_docket_free)

/* Removes what lies below @path, and @path; follows no link. */
void desk_remove_tree (const char *path);

/* A session of its own on the same docket, for what the test expects. */
YsSession *desk_docket_open_session (DeskDocket *self);

/* The application's own style, for measures. Without an application it is not there. */
void desk_load_style (void);

typedef gboolean (*DeskUntil) (gpointer data);
/* Turns the main loop until @until is so; the test fails when it takes a minute. */
void desk_turn_until (DeskUntil until, gpointer data);
/* Turns it as long as there is something to do. */
void desk_turn (void);

/* The first widget below @widget of @type whose text (label, inscription) is @text, or NULL. */
GtkWidget *desk_find_text (GtkWidget *widget, GType type, const char *text);
/* Every text that labels and inscriptions below @widget show. (element-type utf8) */
GPtrArray *desk_list_texts (GtkWidget *widget);
