-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO cases (
  key, title, applicant, applicant_name, joint, class, channel, handler, state, received, start,
  due, budget, counted, suspended, provisional, older_law, waiting_until, open, extended,
  concluded, outcome, asks_approval, first_concluded, first_outcome, in_approval
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
  ?22, ?23, ?24, ?25, ?26
);
