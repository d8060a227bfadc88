-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was read out of the files of a case?
SELECT files.digest, files.text
FROM held CROSS JOIN files ON files.id = held.file
WHERE held.key = ?1 AND files.state = 1
ORDER BY held.file;
