/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reminder says: head and text of a notification, words of a row. */
#pragma once

#include "office/remind.h"

G_BEGIN_DECLS

/* "〔2026〕163号 is overdue"; of several: "5 cases fall due within 3 working days". @group is not
 * empty and of one YsRemindGroup. (transfer full) */
char *ys_remind_describe_head (GPtrArray *group, YsDay today);
/* Whom and what it is about, masked; of several the first numbers. (transfer full) */
char *ys_remind_describe_body (GPtrArray *group, YsDay today);
/* How things stand with one: "3 days left", "the time to correct has passed". (transfer full) */
char *ys_remind_describe_standing (const YsReminder *self, YsDay today);
/* A whole row as one sentence for a screen reader. (transfer full) */
char *ys_remind_describe_row (const YsReminder *self, YsDay today);
/* Name of an icon and style class for its standing. */
const char *ys_remind_get_icon (const YsReminder *self, YsDay today);
const char *ys_remind_get_style (const YsReminder *self, YsDay today);

G_END_DECLS
