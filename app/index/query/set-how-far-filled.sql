-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE meta SET position = ?1, digest = ?2, day = ?3, residue = ?4, part = ?5;
