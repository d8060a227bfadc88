-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO fees (key, place, paid, amount) VALUES (?1, ?2, ?3, ?4);
