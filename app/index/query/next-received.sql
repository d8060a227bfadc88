-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which day of receipt comes after that day?
SELECT min(received) FROM cases WHERE received > ?1;
