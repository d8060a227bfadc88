/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRemindFoot: one line that says when one is reminded, with the way to change it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_REMIND_FOOT (ys_remind_foot_get_type ())
G_DECLARE_FINAL_TYPE (YsRemindFoot, ys_remind_foot, YS, REMIND_FOOT, GtkBox)

G_END_DECLS
