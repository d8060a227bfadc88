-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM held WHERE key = ?1 AND file = ?2;
