-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which number has a file here?
SELECT id FROM files WHERE digest = ?1;
