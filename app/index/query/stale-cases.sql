-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which cases may have changed by that day without a new entry?
SELECT key FROM ahead WHERE changes <= ?1 ORDER BY key;
