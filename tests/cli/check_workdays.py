# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""workdays: the example of the court, make-up days, the end of the notices, and a docket that
announces one more."""

import datetime

from ctl import Place, entry, refuses, run_tests, same

place = Place()

# FROM, N, the day
NTH = (
    ("2022-09-30", 20, "2022-11-02"),  # from a court's judgment (exchange.md)
    ("2024-02-08", 20, "2024-03-13"),
    ("2024-02-08", 1, "2024-02-09"),
    ("2024-02-08", 2, "2024-02-18"),   # a Sunday worked in exchange
    ("2024-02-03", 1, "2024-02-04"),
    ("2024-02-03", 0, "2024-02-03"),   # a Saturday: no day after it
    ("2020-01-23", 5, "2020-02-07"),   # the rest prolonged in 2020
    ("2019-04-30", 1, "2019-05-05"),   # the days of May as newly set in 2019
    ("2023-12-29", 1, "2024-01-02"),
)

# A, B, how many
BETWEEN = (
    ("2022-09-30", "2022-11-02", 20),
    ("2024-02-08", "2024-03-13", 20),
    ("2024-02-08", "2024-02-08", 0),
    ("2024-03-13", "2024-02-08", 0),
    ("2024-02-09", "2024-02-17", 0),
    ("2024-02-17", "2024-02-18", 1),
    ("2023-12-31", "2024-12-31", 251),
    ("2018-12-31", "2019-12-31", 250),
)


def test_nth():
    for start, count, wanted in NTH:
        result = place.run("workdays", start, str(count))
        same((result.code, result.out, result.err), (0, wanted + "\n", ""), f"{start} + {count}")


def test_between():
    for first, last, wanted in BETWEEN:
        result = place.run("workdays", "--between", first, last)
        same((result.code, result.out, result.err), (0, f"{wanted}\n", ""), f"{first} {last}")


def test_agree():
    """The n-th day after a day has n days up to it."""
    for number in range(0, 400, 37):
        day = (datetime.date(2021, 3, 4) + datetime.timedelta(number)).isoformat()
        for count in (1, 7, 20, 40, 251):
            end = place.run("workdays", day, str(count)).out.strip()
            same(place.run("workdays", "--between", day, end).out.strip(), str(count))


def test_past_the_notices():
    """The last notice is of 2026; of its last three days the next one may speak."""
    for words in (("2026-12-28", "1"), ("2026-12-28", "2"), ("2026-12-31", "1"),
                  ("2027-03-01", "5"),
                  ("2030-01-01", "20"), ("--between", "2026-12-01", "2026-12-29"),
                  ("--between", "2026-12-31", "2027-01-01"),
                  ("--between", "2026-01-01", "2031-01-01"),
                  ("--between", "2017-11-01", "2018-02-01"), ("2017-11-01", "3"),
                  ("2017-12-29", "1")):
        refuses(place.run("workdays", *words), 1, "--provisional")
    for words, wanted in ((("2026-12-28", "1"), "2026-12-29"), (("2026-12-30", "2"), "2027-01-01"),
                          (("2027-03-01", "5"), "2027-03-08"),
                          (("--between", "2026-12-31", "2027-12-31"), "261")):
        result = place.run("workdays", *words, "--provisional")
        same((result.code, result.out), (0, wanted + "\n"), words)
    for words, wanted in ((("2026-12-25", "1"), "2026-12-28"),
                          (("--between", "2026-12-01", "2026-12-28"), "19")):
        result = place.run("workdays", *words)
        same((result.code, result.out), (0, wanted + "\n"), f"{words}: {result.err}")


def test_far_away():
    for words in (("2199-12-30", "20"), ("2190-01-01", "20000"), ("1900-01-01", "1")):
        result = place.run("workdays", *words, "--provisional")
        assert result.code in (0, 1, 2), (words, result.code, result.err)
        assert "CRITICAL" not in result.err, result.err


def test_with_a_docket():
    """A notice that a docket announces counts there, and only there."""
    place.found()
    place.take([entry("calendar/2027", "announced", "2024-02-09", notice="n", work=["2027-01-09"],
                      rest=[{"name": "元旦", "from": "2026-12-30", "to": "2027-01-03"}])])
    same(place.ctl("workdays", "2026-12-28", "2").out, "2027-01-04\n")
    same(place.ctl("workdays", "--between", "2027-01-08", "2027-01-10").out, "1\n")
    refuses(place.run("workdays", "2026-12-28", "2"), 1)
    refuses(place.ctl("workdays", "--between", "2027-01-08", "2027-12-31"), 1)
    refuses(place.run("-d", place.path("missing"), "workdays", "2024-02-08", "1"), 1)


run_tests(globals(), place)
