-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What does the tally count of each remedy, and whose is it?
SELECT key, route, opened, decided, result FROM reviews;
