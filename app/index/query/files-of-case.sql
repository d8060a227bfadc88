-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which files does a case hold?
SELECT files.id, files.digest
FROM held CROSS JOIN files ON files.id = held.file
WHERE held.key = ?1;
