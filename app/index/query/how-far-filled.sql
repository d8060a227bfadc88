-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Up to which entry is the index filled, and for which day was it folded?
SELECT position, digest, day, residue, part FROM meta;
