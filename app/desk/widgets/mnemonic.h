/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letters of labels that are made in code: where the underscore goes, and how a label reads
 * without it. Those of templates are written into their texts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with the mnemonic @letter: at its first place in @text, else in brackets behind it, as in
 * "电话(_T)"; before an ellipsis or colon. (transfer full) */
char *ys_mnemonic_mark (const char *text, char letter);

/**
 * ys_mnemonic_pick:
 * @said: the label as it is said in English, which is where every language takes its letter from
 * @taken: letters and digits that are taken, in capitals
 *
 * The first free letter of @said, those that begin a word before the others; where none is free, the
 * first free one of all.
 *
 * Returns: a capital letter or a digit; 0 when all are taken.
 */
char ys_mnemonic_pick (const char *said, const char *taken);

/* The letter of a text that holds a mnemonic, in capitals; 0 if it holds none. */
char ys_mnemonic_get (const char *text);

/* How a text with a mnemonic reads: "Phone" of "_Phone", "电话" of "电话(_T)". (transfer full) */
char *ys_mnemonic_strip (const char *text);

G_END_DECLS
