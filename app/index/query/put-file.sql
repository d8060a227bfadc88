-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR IGNORE INTO files (digest, state) VALUES (?1, 0);
