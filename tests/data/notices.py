# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the holiday notices with a reader of its own and compares them, day by day, with a table
that somebody else wrote down; then counts working days, and asks the program for the same.

notices.py CALENDARS HOLIDAYS.CSV YISHENCTL"""

import csv
import datetime
import os
import pathlib
import re
import subprocess
import sys

import tap

DAY = datetime.timedelta(days=1)

# Working days of a year, as counted for the annual summaries of the notices.
WORKING_DAYS = {2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248,
                2026: 248}

# From the day, working days, the day: a court's judgment first, then spans over every holiday.
DEADLINES = (
    ("2022-09-30", 20, "2022-11-02"),
    ("2020-01-17", 20, "2020-02-21"),
    ("2020-01-23", 7, "2020-02-11"),
    ("2023-01-13", 40, "2023-03-15"),
    ("2024-02-08", 20, "2024-03-13"),
    ("2025-01-20", 15, "2025-02-14"),
    ("2025-09-26", 20, "2025-10-30"),
    ("2026-02-14", 40, "2026-04-20"),
    ("2026-09-18", 7, "2026-09-29"),
)


class BadNotice(Exception):
    pass


def read_day(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as wrong:
        raise BadNotice(f"“{text}” is no day") from wrong


def span(first, last):
    while first <= last:
        yield first
        first += DAY


def read_notice(text):
    """The year, and {day: (is it rest, name)}."""
    year, titles, days = None, {}, {}
    for line in text.splitlines():
        words = line.split("#", 1)[0].split()
        if not words:
            continue
        if words[0] == "year" and len(words) == 2 and year is None and not days:
            year = int(words[1])
        elif words[0] in ("notice", "address") and len(words) >= 2 and words[0] not in titles:
            titles[words[0]] = line.split(None, 1)[1].strip()
        elif words[0] in ("rest", "work") and len(words) in (3, 4) and year is not None:
            first, last = read_day(words[2]), read_day(words[-1])
            if not first <= last < first + 31 * DAY:
                raise BadNotice(f"“{line}” is no span")
            for day in span(first, last):
                if not datetime.date(year - 1, 12, 1) <= day <= datetime.date(year, 12, 31):
                    raise BadNotice(f"{day} lies outside {year}")
                if days.setdefault(day, (words[0] == "rest", words[1]))[0] != (words[0] == "rest"):
                    raise BadNotice(f"{day} is both rest and work")
                days[day] = (words[0] == "rest", words[1])
        else:
            raise BadNotice(f"“{line}” is not understood")
    if year is None or not any(rest for rest, _ in days.values()):
        raise BadNotice("no year, or no rest")
    if not re.match(r"国务院办公厅关于.*的通知$", titles.get("notice", "")):
        raise BadNotice("no title of the State Council's general office")
    if not re.match(r"https?://www\.gov\.cn/zhengce/", titles.get("address", "")):
        raise BadNotice("no address of the notice")
    return year, days


def read_order(folder):
    """The notices in the order in which the program takes them."""
    listed = (folder / "calendars.gresource.xml").read_text(encoding="utf-8")
    return re.findall(r"<file>([^<]+)</file>", listed)


def read_notices(folder):
    """{year: {day: (rest, name)}}, a later notice over an earlier one."""
    years = {}
    for name in read_order(folder):
        year, days = read_notice((folder / name).read_text(encoding="utf-8"))
        years.setdefault(year, {}).update(days)
    return years


def read_table(path):
    years = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            days = years.setdefault(int(row["year"]), {})
            for day in span(read_day(row["from"]), read_day(row["to"])):
                days[day] = (row["kind"] == "rest", row["holiday"])
    return years


def count_working_days(days, year):
    return sum(1 for day in span(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
               if (not days[day][0] if day in days else day.weekday() < 5))


def find_nth(days, start, n):
    day = start
    while n > 0:
        day += DAY
        n -= (not days[day][0]) if day in days else day.weekday() < 5
    return day


def check_read(folder):
    for path in sorted(folder.glob("*.notice")):
        try:
            year, _ = read_notice(path.read_text(encoding="utf-8"))
        except (BadNotice, ValueError) as wrong:
            yield f"{path.name}: {wrong}"
        else:
            if not re.fullmatch(rf"{year}(-\d)?", path.stem):
                yield f"{path.name}: it is for {year}"


def check_order(folder):
    listed = read_order(folder)
    there = sorted(path.name for path in folder.glob("*.notice"))
    if sorted(listed) != there:
        yield f"compiled in: {listed}; there: {there}"
    issued = [(name[:4], name[4:] != ".notice", name) for name in listed]
    if issued != sorted(issued):
        yield f"not in the order of issue: {listed}"


def check_agree(notices, table):
    for year in sorted(set(notices) | set(table)):
        ours, theirs = notices.get(year, {}), table.get(year, {})
        for day in sorted(set(ours) | set(theirs)):
            if ours.get(day) != theirs.get(day):
                yield f"notice of {year}, {day}: {ours.get(day)}, the table says {theirs.get(day)}"


def check_counts(days):
    for year, expected in WORKING_DAYS.items():
        found = count_working_days(days, year)
        if found != expected:
            yield f"{year}: {found} working days, expected {expected}"


def check_deadlines(days):
    for start, n, expected in DEADLINES:
        found = find_nth(days, read_day(start), n)
        if found != read_day(expected):
            yield f"{start} and {n} working days: {found}, expected {expected}"


def ask(program, *words):
    env = {key: value for key, value in os.environ.items() if key != "YISHEN_DOCKET"}
    done = subprocess.run([program, "workdays", *words], capture_output=True, text=True, env=env)
    return done.stdout.strip() if done.returncode == 0 else f"exit {done.returncode}: {done.stderr}"


def check_program(program):
    for year, expected in WORKING_DAYS.items():
        # The last days of the last year wait for the next notice.
        late = ["--provisional"] if year + 1 not in WORKING_DAYS else []
        answer = ask(program, *late, "--between", f"{year - 1}-12-31", f"{year}-12-31")
        if answer != str(expected):
            yield f"{year}: “{answer}”, expected {expected}"
    for start, n, expected in DEADLINES:
        answer = ask(program, start, str(n))
        if answer != expected:
            yield f"{start} and {n} working days: “{answer}”, expected {expected}"


BAD_NOTICES = (
    "",
    "year 2026\n",
    "rest 元旦 2026-01-01\nyear 2026\n",
    "year 2026\nrest 元旦 2026-01-32\n",
    "year 2026\nrest 元旦 2027-01-01\n",
    "year 2026\nrest 元旦 2026-01-03 2026-01-01\n",
    "year 2026\nrest 元旦 2026-01-01\nwork 元旦 2026-01-01\n",
    "year 2026\nholiday 元旦 2026-01-01\n",
    "year 2026\nrest 元旦 2026-01-01\n",
)


def prove_itself(notices, table):
    for text in BAD_NOTICES:
        try:
            read_notice(text)
        except BadNotice:
            continue
        yield f"was read: {text!r}"
    for year in table:
        for day in table[year]:
            changed = {**table, year: {k: v for k, v in table[year].items() if k != day}}
            if not list(check_agree(notices, changed)):
                yield f"nobody missed {day}"


def main():
    folder, path, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    plan = tap.Plan()
    plan.check("every notice can be read", check_read(folder))
    plan.check("every notice is compiled in, a later one after an earlier one", check_order(folder))
    notices, table = read_notices(folder), read_table(path)
    days = {day: what for year in sorted(notices) for day, what in notices[year].items()}
    plan.check("the notices say what the table says, day by day", check_agree(notices, table))
    plan.check("bad notices and missing days are noticed", prove_itself(notices, table))
    plan.check("a year has the working days that it should have", check_counts(days))
    plan.check("periods end where courts and hand counts end them", check_deadlines(days))
    plan.check("the program counts the same", check_program(program))
    plan.remark(f"{len(days)} days listed in {len(notices)} years")
    plan.end()


if __name__ == "__main__":
    main()
