-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Own text and title of the cases that a filter leaves.
SELECT key, (SELECT text FROM texts WHERE texts.key = cases.key), title
FROM cases
