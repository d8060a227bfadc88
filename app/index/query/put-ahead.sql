-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO ahead (key, changes) VALUES (?1, ?2);
