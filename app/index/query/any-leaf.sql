-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Was the text of any file read?
SELECT 1 FROM files WHERE state = 1 LIMIT 1;
