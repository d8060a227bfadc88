/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A believable year of an office, made by seed, as lines of an exchange file. It invents people,
 * titles and days; whatever it makes goes through the same import as anybody's file. */
#pragma once

#include <gio/gio.h>

#include "rules/calendar.h"

G_BEGIN_DECLS

/**
 * ys_sample_write:
 * @calendar: working days
 * @cases: how many requests the year has, 1..1,000,000
 * @seed: the same seed, cases and day make the same bytes
 * @today: the day that the year ends on
 * @out: gets the exchange lines, in bounded memory
 * @files: folder that gets files/ of the attached PDFs by digest (made if missing)
 * @suite: "sm3" or "sha256": how the files are named
 */
gboolean ys_sample_write (const YsCalendar *calendar, int cases, guint32 seed, YsDay today,
                          GOutputStream *out, GFile *files, const char *suite, GError **error);

G_END_DECLS
