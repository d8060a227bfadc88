-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What does a list show? The columns stand in the order of pages.c.
SELECT key, title, applicant, joint, class, channel, handler, state, received, start, due, budget,
       counted, suspended, provisional, older_law, waiting_until, open, extended, concluded,
       outcome, asks_approval
FROM cases
