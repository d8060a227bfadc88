-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is a case about, and whose is it?
SELECT cases.title, texts.description, cases.applicant_name, cases.outcome
FROM cases CROSS JOIN texts ON texts.key = cases.key
WHERE cases.key = ?1;
