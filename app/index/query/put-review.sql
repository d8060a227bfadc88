-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO reviews (key, place, route, opened, decided, result) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
