-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO texts (key, text, description) VALUES (?1, ?2, ?3);
