# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""sample: the same seed is the same year, another is another; its list has something overdue, due
today and due soon; its year can be reported and goes through export and import."""

import json
import os

from ctl import Place, holds, refuses, run_tests, same

TODAY = "2024-06-28"
place = Place()


def told(text):
    return [[line[key] for key in ("stream", "kind", "on", "body")] + [line.get("actor")]
            for line in map(json.loads, text.splitlines())]


def make(name, *words):
    docket = place.path(name)
    result = place.run("sample", docket, "--today", TODAY, *words)
    same(result.code, 0, result.err)
    holds(result.out, name)
    return docket


def export(docket):
    result = place.run("-d", docket, "export")
    same(result.code, 0, result.err)
    return told(result.out)


def test_seed():
    one = export(make("one", "--cases", "120", "--seed", "7"))
    same(export(make("two", "--cases", "120", "--seed", "7")) == one, True, "the same seed")
    same(export(make("three", "--cases", "120", "--seed", "8")) == one, False, "another seed")
    same(len({line[0] for line in one if line[0].startswith("case/")}), 120)
    assert max(line[2] for line in one) <= TODAY
    same(place.run("-d", place.path("one"), "verify").code, 0)


def test_due():
    rows = place.run("-d", place.path("one"), "due", "--json", "--on", TODAY).json()
    left = [row["remaining"] for row in rows if row["remaining"] is not None]
    assert any(number < 0 for number in left), "nothing is overdue"
    assert any(row["due"] == TODAY for row in rows), "nothing is due today"
    assert any(0 < number <= 3 for number in left), "nothing is due soon"
    assert any(row["due"] is None for row in rows), "nothing waits"
    assert len({row["handler"] for row in rows}) > 2


def test_default():
    """600 cases of seed 1."""
    docket = make("default")
    lines = export(docket)
    same(len({line[0] for line in lines if line[0].startswith("case/")}), 600)
    same(export(make("again", "--seed", "1", "--cases", "600")) == lines, True, "the default seed")
    for year in ("2023", "2024"):
        result = place.run("-d", docket, "report", year, "--json", "--on", TODAY)
        same(result.code, 0, result.err)


def test_round():
    out = place.path("out")
    os.mkdir(out)
    same(place.run("-d", place.path("one"), "export", os.path.join(out, "a.ndjson")).code, 0)
    place.found("--suite", "intl")
    place.do("import", os.path.join(out, "a.ndjson"))
    same(told(place.do("export").out) == export(place.path("one")), True, "round")
    one = place.run("-d", place.path("one"), "due", "--json", "--on", TODAY).json()
    same(place.do("due", "--json", "--on", TODAY).json(), one)


def test_one_case():
    same(len({line[0] for line in export(make("small", "--cases", "1"))
              if line[0].startswith("case/")}), 1)


def test_in_the_way():
    refuses(place.run("sample", place.path("one"), "--today", TODAY), 1, "one")
    same(place.run("-d", place.path("one"), "verify").code, 0)
    same(os.listdir(place.path("tmp")), [], "left in the folder for passing files")


run_tests(globals(), place)
