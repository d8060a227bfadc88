-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was read out of a file?
SELECT text FROM files WHERE id = ?1;
