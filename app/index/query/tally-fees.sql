-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What did each case pay in that span of days?
SELECT sum(amount) FROM fees WHERE paid BETWEEN ?1 AND ?2 GROUP BY key;
