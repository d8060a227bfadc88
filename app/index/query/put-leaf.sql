-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO leaves (rowid, text) VALUES (?1, ?2);
