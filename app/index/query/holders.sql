-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Does any case hold this file?
SELECT 1 FROM held WHERE file = ?1 LIMIT 1;
