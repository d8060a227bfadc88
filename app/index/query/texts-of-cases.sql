-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was indexed of these cases, and what of it has a name?
SELECT texts.key, texts.text, cases.title, cases.applicant, texts.description
FROM json_each(?1) AS asked
CROSS JOIN texts ON texts.key = asked.value
CROSS JOIN cases ON cases.key = asked.value;
