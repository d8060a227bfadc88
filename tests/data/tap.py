# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks TAP for the validators: one line a check, its complaints below it. No check lives here."""

import sys


class Plan:
    """Checks in the order in which they are told, and whether all of them held."""

    def __init__(self):
        self.told = 0
        self.failed = 0

    def check(self, name, complaints):
        """A check holds if it has nothing to complain of."""
        complaints = list(complaints)
        self.told += 1
        self.failed += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {self.told} - {name}")
        for complaint in complaints:
            self.remark(complaint)

    def skip(self, name, reason):
        self.told += 1
        print(f"ok {self.told} - {name} # SKIP {reason}")

    @staticmethod
    def remark(text):
        for line in str(text).splitlines():
            print(f"#   {line}")

    def end(self):
        print(f"1..{self.told}")
        sys.exit(1 if self.failed else 0)
