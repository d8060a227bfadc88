-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many cases are in each state?
SELECT state, count(*) FROM cases GROUP BY state;
