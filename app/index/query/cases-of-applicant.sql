-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT key FROM cases WHERE applicant_name = ?1 ORDER BY key DESC LIMIT ?2;
