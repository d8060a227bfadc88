-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which texts hold these words, the newest case first?
SELECT hits.rowid, texts.text, cases.title
FROM hits
CROSS JOIN texts ON texts.key = hits.rowid
CROSS JOIN cases ON cases.key = hits.rowid
WHERE hits MATCH ?1
ORDER BY hits.rowid DESC;
