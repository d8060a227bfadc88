/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One look at the reminders of one docket, never on the main thread: through the window's context
 * where one is open, else in a session of its own, which is closed again at once. */
#pragma once

#include "desk/context.h"
#include "desk/remind/remind-wish.h"

G_BEGIN_DECLS

/**
 * ys_remind_check_async:
 * @context: (nullable): the context in which a window has the docket open
 * @telling: see ys_office_remind()
 */
void ys_remind_check_async (const char *address, YsContext *context, YsRemindWish *wish,
                            YsDay today, GDateTime *now, gboolean telling,
                            GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
YsReminders *ys_remind_check_finish (GAsyncResult *result, GError **error);

/* Notes that @reminders were seen (@again NULL) or are to be told again. Ends by
 * ys_remind_note_finish(). */
void ys_remind_note_async (const char *address, GPtrArray *reminders, YsDay today,
                           GDateTime *again, GAsyncReadyCallback callback, gpointer user_data);
gboolean ys_remind_note_finish (GAsyncResult *result, GError **error);

G_END_DECLS
