-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Into one segment, as merge-hits.
INSERT INTO leaves (leaves) VALUES ('optimize');
