/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mark for translatable sentences. Included by every floor that speaks to people. */
#pragma once

#include <glib/gi18n-lib.h>
