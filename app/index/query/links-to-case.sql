-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which cases link to this one, as what, and what are they called? The newest first.
SELECT links.key, links.word, cases.title FROM links JOIN cases ON cases.key = links.key
WHERE links.target = ?1 ORDER BY links.key DESC, links.place LIMIT ?2;
