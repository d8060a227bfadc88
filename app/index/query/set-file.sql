-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE files SET state = ?2, reason = ?3, text = ?4 WHERE id = ?1;
