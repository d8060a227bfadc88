-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM cases;
DELETE FROM texts;
INSERT INTO hits (hits) VALUES ('delete-all');
DELETE FROM reviews;
DELETE FROM links;
DELETE FROM fees;
DELETE FROM ahead;
