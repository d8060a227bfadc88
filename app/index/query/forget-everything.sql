-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was read out of files stays until it is known that no case holds them (files-not-held).
DELETE FROM cases;
DELETE FROM texts;
INSERT INTO hits (hits) VALUES ('delete-all');
DELETE FROM reviews;
DELETE FROM links;
DELETE FROM fees;
DELETE FROM ahead;
DELETE FROM held;
