-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Into one segment: only then are forgotten words gone from the table.
INSERT INTO hits (hits) VALUES ('optimize');
