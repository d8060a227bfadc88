/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether an approval on record still holds. Private to the office; asking and giving one stands
 * in reply.h. */
#pragma once

#include "office/session-private.h"

G_BEGIN_DECLS

/* What is approved is bytes: REFUSED when the files of a reply or its facts are no longer those
 * that were approved, or only a reply before the reopening was. TRUE also where the office asks
 * for no approval, and where there is none at all: that is for the rules to say. */
gboolean ys_approval_covers_reply (YsSession *session, const YsHistory *history,
                                   const char *const *files, GError **error);
/**
 * ys_approval_covers_extension:
 * @on: the day of the extension
 *
 * Article 33: an extension needs the head of the body. In an office with staff that is an approval of
 * this very extension, by who was a head or stood in for one when it was given; REFUSED without it. An
 * open office names its head in the entry instead, and the rules look at that.
 */
gboolean ys_approval_covers_extension (YsSession *session, const YsHistory *history, YsDay on,
                                       GError **error);

G_END_DECLS
