-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which cases hold these tokens, the newest first?
SELECT rowid FROM hits WHERE hits MATCH ?1 ORDER BY rowid DESC LIMIT ?2;
