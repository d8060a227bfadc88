-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many files are not read yet, read, or cannot be read?
SELECT state, count(*) FROM files GROUP BY state;
