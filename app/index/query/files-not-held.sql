-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which files does no case hold any longer?
SELECT id FROM files WHERE NOT EXISTS (SELECT 1 FROM held WHERE held.file = files.id);
