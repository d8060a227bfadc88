-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What does the tally count of each case, and which case is it?
SELECT key, class, received, first_concluded, first_outcome FROM cases;
