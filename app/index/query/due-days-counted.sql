-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many cases that are not concluded (?3) are due on each day?
SELECT due, count(*) FROM cases WHERE due BETWEEN ?1 AND ?2 AND state <> ?3 GROUP BY due;
