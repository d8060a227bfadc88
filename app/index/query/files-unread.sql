-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which files are to be read next? Those that came last first.
SELECT digest FROM files WHERE state = 0 ORDER BY id DESC LIMIT ?1;
