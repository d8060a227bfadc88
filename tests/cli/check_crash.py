# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""An import of the Suqian year killed at moments drawn by seed: afterwards the docket is whole and
holds all of it or nothing, and the next import works. Needs SUQIAN_NDJSON."""

import os
import random
import signal
import subprocess
import time

from ctl import PROGRAM, Place, entry, received, run_tests, same

KILLS = 12
SECONDS = 12

place = Place()
with open(os.environ["SUQIAN_NDJSON"], encoding="utf-8") as source:
    LINES = sum(1 for line in source if line.strip())


def start():
    return subprocess.Popen([PROGRAM, "-d", place.docket, "import", os.environ["SUQIAN_NDJSON"]],
                            env=place.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE)


def count():
    return place.do("export").out.count("\n")


def take_time():
    """How long a whole import takes here, in a docket of its own."""
    with Place() as other:
        other.found()
        begin = time.monotonic()
        other.do("import", os.environ["SUQIAN_NDJSON"])
        return time.monotonic() - begin


def test_killed():
    dice = random.Random(711)
    place.found()
    place.take([received("2024-0001", "2024-02-08")])
    length = take_time()
    end = time.monotonic() + SECONDS
    kills = whole = 0
    while kills < KILLS and time.monotonic() < end:
        program = start()
        # Mostly within, sometimes at the very end, where the append becomes durable.
        at = length * (dice.uniform(0.8, 1.0) if kills % 4 == 3 else dice.uniform(0.02, 0.8))
        try:
            program.wait(at)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
        program.stderr.read()
        killed = program.wait() == -signal.SIGKILL
        verify = place.ctl("verify")
        same(verify.code, 0, f"after a kill at {at:.3f} s: {verify.err}")
        held = count()
        assert held in (1, LINES + 1), f"{held} entries after a kill at {at:.3f} s"
        kills += killed
        if held > 1:
            whole += 1
            place.__exit__()
            place.__init__()
            place.found()
            place.take([received("2024-0001", "2024-02-08")])
    assert kills >= 3, f"only {kills} kills"
    return f"{kills} kills, {whole} imports were complete"


def test_next_import():
    """The lock of the dead is no lock, and nothing of theirs is in the way."""
    place.do("import", os.environ["SUQIAN_NDJSON"])
    same(count(), LINES + 1)
    same(place.do("verify").code, 0)
    same(sorted(os.listdir(place.docket)), ["README.txt", "docket.db", "files"])
    place.take([entry("agency", "named", "2024-02-09", name="某局")])


def test_killed_reader():
    """A command that only reads leaves nothing behind that keeps others out, in index or docket."""
    dice = random.Random(30)
    for _ in range(4):
        program = subprocess.Popen([PROGRAM, "-d", place.docket, "report", "2023", "--json"],
                                   env=place.env, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            program.wait(dice.uniform(0.02, 0.5))
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
        program.wait()
    report = place.do("report", "2023", "--json").json()
    same(report["table3"]["total"]["total"], 3486)


run_tests(globals(), place)
