/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader calls a control: one name, without the letter of its mnemonic. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ys_spoken_name_watch:
 *
 * GTK 4.8 makes a name out of all it finds, one after another: the name that a control was given, and
 * the texts of the labels that it is labelled by. So an entry with a name and a mnemonic was called
 * "电话 电话(T)", and a plain button "取消(_C) 取消(C)", its underscore included. From this call on,
 * every control of the process keeps a single name from when it is first shown: the one it was given,
 * or else its label as it reads without its mnemonic. It follows labels that change.
 */
void ys_spoken_name_watch (void);

G_END_DECLS
