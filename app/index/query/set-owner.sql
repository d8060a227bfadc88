-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose index is this?
INSERT INTO meta (only, docket, position, residue) VALUES (1, ?1, 0, 0);
