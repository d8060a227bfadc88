-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO links (target, key, place, word) VALUES (?1, ?2, ?3, ?4);
