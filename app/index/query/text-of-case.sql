-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was indexed of a case?
SELECT text, description FROM texts WHERE key = ?1;
