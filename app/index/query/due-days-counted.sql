-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many running cases (1, see counts.c) are due on each day? One state at a time is a stretch of
-- cases_open, which answers by itself.
SELECT due, count(*) FROM cases WHERE state = 1 AND due BETWEEN ?1 AND ?2 GROUP BY due;
