-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A case holds a file that put-file made sure of.
INSERT OR IGNORE INTO held (key, file) SELECT ?1, id FROM files WHERE digest = ?2;
