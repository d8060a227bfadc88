-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who comes after that handler? A seek for each instead of a walk over all cases.
SELECT min(handler) FROM cases WHERE handler > ?1;
