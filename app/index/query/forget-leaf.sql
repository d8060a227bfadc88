-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The text must be the one that was put.
INSERT INTO leaves (leaves, rowid, text) VALUES ('delete', ?1, ?2);
