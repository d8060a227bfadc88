# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every clock vector of tests/fixtures through import and `clock --json --on`, a process each.
Needs FIXTURES_DIR."""

import concurrent.futures
import json
import os

from ctl import Place, run_tests, same

FIXTURES = os.environ["FIXTURES_DIR"]
place = Place()

with open(os.path.join(FIXTURES, "clock-vectors.json"), encoding="utf-8") as source:
    VECTORS = json.load(source)


def test_import():
    place.found()
    place.do("import", os.path.join(FIXTURES, "clock-vectors.ndjson"))


def ask(vector):
    clock = place.do("clock", vector["case"], "--json", "--on", vector["on"]).json()
    return [f"{vector['case']} on {vector['on']}: {key} is {clock[key]!r}, not {wanted!r}"
            for key, wanted in vector.items() if key != "on" and clock[key] != wanted]


def test_each():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        wrong = [line for lines in pool.map(ask, VECTORS) for line in lines]
    same(wrong, [])
    assert len(VECTORS) >= 200, len(VECTORS)
    return f"{len(VECTORS)} vectors"


def test_before_known():
    """Before the first known entry the clock cannot be read."""
    for vector in VECTORS[:5]:
        result = place.ctl("clock", vector["case"], "--json", "--on", "2008-05-01")
        same((result.code, result.raw), (1, b""), result.err)


run_tests(globals(), place)
