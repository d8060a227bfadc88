/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The integer that stands for a case in every table of the index. It sorts as people number cases,
 * and the id can be had back from it, so no table keeps the id as text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0 for what is no case id. */
gint64 ys_key_from_id (const char *id);
/* (transfer full) */
char *ys_key_to_id (gint64 key);

G_END_DECLS
