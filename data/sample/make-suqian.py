#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the lines of an exchange file whose cases, when counted, give every published figure of
Suqian's annual report for 2023. The figures are facts, everything else is made up by a fixed seed.

    make-suqian.py FIGURES.json FOLDER-OF-NOTICES OUT.ndjson
"""
import datetime
import json
import sys

sys.dont_write_bytecode = True
from suqian_life import DAY, Life, Workdays  # noqa: E402
from suqian_words import (RECEPTION, Dice, make_applicant, make_document,  # noqa: E402
                          make_request)

CLASSES = ["person", "enterprise", "research", "welfare", "legal", "other"]
FIRST, LAST = datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)
# The last working day of the year: what is concluded is concluded by then.
CLOSING = datetime.date(2023, 12, 29)
CHANNELS = [("internet", 46), ("post", 38), ("in-person", 12), ("ordinary-post", 2), ("fax", 1),
            ("oral", 1)]
# Carried-in cases are those of last year's numbers that were still open.
LAST_YEARS_NUMBERS = (2980, 3420)


class Year:
    def __init__(self, figures, days, dice):
        self.figures, self.days, self.dice = figures, days, dice
        self.lives = []
        self.people = [make_applicant(dice, "person") for _ in range(2100)]
        self.working = [day for day in (FIRST + DAY * i for i in range(365)) if days.is_working(day)]
        self.autumn = [day for day in (datetime.date(2022, 10, 10) + DAY * i for i in range(82))
                       if days.is_working(day)]

    def begin(self, klass):
        dice = self.dice
        applicant = dice.pick(self.people) if klass == "person" else make_applicant(dice, klass)
        return Life(self.days, dice, klass, dict(applicant), make_request(dice),
                    dice.weighted(CHANNELS))

    def pick_day(self):
        """Mondays bring the post of three days."""
        while True:
            day = self.dice.pick(self.working)
            if self.dice.chance(1.0 if day.weekday() == 0 else 0.7):
                return day

    def conclude_new(self, klass, outcome):
        while True:
            life = self.begin(klass)
            life.run(self.pick_day(), outcome)
            if life.concluded <= CLOSING:
                return life

    def conclude_carried_in(self, klass, outcome):
        while True:
            life = self.begin(klass)
            life.run(self.dice.pick(self.autumn[-24:] if self.dice.chance(0.8) else self.autumn),
                     outcome)
            if FIRST < life.concluded <= CLOSING:
                return life

    def keep_open(self, klass):
        life = self.begin(klass)
        recent = self.working[-9:] if self.dice.chance(0.85) else self.working[-24:-9]
        life.stay_open(self.dice.pick(recent), LAST)
        return life

    def fill(self):
        """As many lives of each class and outcome as the published table has."""
        table = self.figures["table3"]
        results = [row for row in table if row not in ("new", "carried-in", "total", "carried-out")]
        for column, klass in enumerate(CLASSES):
            ends = [row for row in results for _ in range(table[row][column])]
            self.dice.shuffle(ends)
            # A repetition needs an earlier reply within the file, so none of them is carried in.
            ends.sort(key=lambda end: end == "declined.repeated")
            carried_in = table["carried-in"][column]
            for end in ends[:carried_in]:
                self.lives.append(self.conclude_carried_in(klass, end))
            for end in ends[carried_in:]:
                self.lives.append(self.conclude_new(klass, end))
            for _ in range(table["carried-out"][column]):
                self.lives.append(self.keep_open(klass))

    def number(self):
        """Case ids in order of receipt; of last year's only the open ones' numbers occur."""
        low, high = LAST_YEARS_NUMBERS
        self.lives.sort(key=lambda life: life.first_on)
        old = [life for life in self.lives if life.first_on < FIRST]
        numbers = list(range(low, high))
        self.dice.shuffle(numbers)
        for life, number in zip(old, sorted(numbers[:len(old)])):
            life.id = "2022-%04d" % number
        for number, life in enumerate(self.lives[len(old):], 1):
            life.id = "2023-%04d" % number

    def point_back(self):
        """A repeated request names the one that was answered before, of the same applicant."""
        for life in self.lives:
            if life.outcome != "declined.repeated":
                continue
            earlier = self.dice.pick([other for other in self.lives
                                      if other.reply and other.klass == life.klass
                                      and other.outcome in ("granted", "unavailable.not-held")
                                      and other.concluded < life.first_on] or [None])
            for entry in life.entries:
                if entry["kind"] in ("drafted", "replied") and earlier:
                    entry["body"]["earlier"] = earlier.id
                if "request" in entry["body"] and earlier:
                    entry["body"]["applicant"] = earlier.applicant
                    entry["body"]["request"] = earlier.request
            if earlier:
                life.add("linked", life.reply["on"], to=earlier.id, **{"as": "duplicate"})

    def review(self):
        """Remedies: the published counts, each against a case that can have had it."""
        table = self.figures["table4"]
        columns = self.figures["table4_columns"]
        counts = {route: dict(zip(columns, row)) for route, row in table.items()}
        free = [life for life in self.lives if life.reply and life.outcome != "granted"]
        free += [life for life in self.lives if life.reply and life.outcome == "granted"][::12]
        self.dice.shuffle(free)
        taken = set()
        after = [(result, n) for result, n in counts["litigation-after-reconsideration"].items()
                 if result != "total"]
        first = counts["reconsideration"]
        for result in [result for result, n in after for _ in range(n)]:
            kind = "upheld" if self.dice.chance(0.8) and first["upheld"] else "other"
            first[kind] -= 1
            self.place(free, taken, [("reconsideration", kind),
                                     ("litigation-after-reconsideration", result)])
        for route in ("litigation", "reconsideration"):
            for result in [r for r in columns if r != "total" for _ in range(counts[route][r])]:
                self.place(free, taken, [(route, result)])

    def place(self, free, taken, steps):
        for life in free:
            if life.id not in taken and self.try_review(life, steps):
                taken.add(life.id)
                return
        sys.exit("no case is left for %s" % steps)

    def try_review(self, life, steps):
        dice, days = self.dice, self.days
        at, plan = life.concluded, []
        for route, result in steps:
            wait = {"reconsideration": (8, 55), "litigation": (20, 150)}.get(route, (5, 14))
            opened = days.on_or_after(at + DAY * dice.between(*wait))
            lasts = (28, 60) if route == "reconsideration" else (50, 150)
            decided = days.on_or_after(opened + DAY * dice.between(*lasts))
            if opened > CLOSING or (decided > CLOSING) != (result == "pending"):
                return False
            # What is corrected is answered again within the year.
            if result == "corrected" and days.nth(decided, 20) > CLOSING:
                return False
            plan.append((route, result, opened, decided))
            at = decided
        for route, result, opened, decided in plan:
            ref = "%s-%s" % ("复议" if route == "reconsideration" else "诉讼", life.id)
            life.add("review-opened", opened, ref=ref, route=route, served_on=opened.isoformat(),
                     body="复议机关" if route == "reconsideration" else "人民法院")
            if result == "pending":
                continue
            life.add("review-decided", decided, ref=ref, result=result)
            if result == "corrected":
                again = days.on_or_after(decided + DAY)
                life.add("reopened", again, reason="决定撤销原答复，责令重新答复", ref=ref,
                         until=days.nth(again, 15).isoformat())
                life.answer(days.nth(again, dice.between(5, 12)), "granted")
        return True

    def archive(self):
        for life in self.lives:
            if life.concluded is None or any(e["kind"] == "review-opened" for e in life.entries):
                continue
            day = self.days.nth(max(entry["on"] for entry in life.entries), 20)
            if day <= datetime.date(2023, 10, 31):
                life.add("archived", day, file_no="XXGK-" + life.id, retention="10y",
                         pages=self.dice.between(3, 40))

    def lines(self):
        written = []
        for life in self.lives:
            entries = sorted((e for e in life.entries if e["on"] <= LAST), key=lambda e: e["on"])
            for seq, entry in enumerate(entries, 1):
                entry["seq"] = seq
            for entry in entries:
                body = {key: value["seq"] if isinstance(value, dict) and "seq" in value else value
                        for key, value in entry["body"].items()}
                written.append((entry["on"], "case/" + life.id, entry["kind"], body, entry["actor"]))
        written += self.registers()
        written.sort(key=lambda line: line[0])
        return written

    def registers(self):
        dice, table = self.dice, self.figures["table2"]
        before = datetime.date(2022, 12, 31)
        rule, normative = table["rule"], table["normative"]
        # Repealed documents are entered one by one, so the opening counts only what stayed.
        opening = {"rule": rule["in_force"] - rule["issued"],
                   "normative": normative["in_force"] - normative["issued"]}
        yield before, "register/normative/opening", "counted", opening, RECEPTION
        for is_rule, counts in ((True, rule), (False, normative)):
            kind = "rule" if is_rule else "normative"
            for number in range(1, counts["repealed"] + 1):
                year = dice.between(2006, 2021)
                issued = datetime.date(year, 1, 4) + DAY * dice.below(355)
                stream = "register/normative/%s-old-%04d" % (kind, number)
                yield issued, stream, "issued", make_document(dice, year, is_rule), RECEPTION
                yield (dice.pick([datetime.date(2023, 5, 31), datetime.date(2023, 11, 30)]), stream,
                       "repealed", {"by": "规范性文件清理结果"}, RECEPTION)
            for number in range(1, counts["issued"] + 1):
                yield (dice.pick(self.working), "register/normative/%s-2023-%04d" % (kind, number),
                       "issued", make_document(dice, 2023, is_rule), RECEPTION)
        half = {key: table[key] * 46 // 100 for key in ("licence", "penalty", "coercion")}
        yield (datetime.date(2023, 6, 30), "register/decisions/2023", "counted",
               dict(half, fee_wan="27512.8"), RECEPTION)
        yield LAST, "register/decisions/2023", "counted", dict(
            {key: table[key] for key in half}, fee_wan=table["fee_wan"]), RECEPTION


def main(figures_path, notices, out):
    with open(figures_path, encoding="utf-8") as file:
        figures = json.load(file)
    year = Year(figures, Workdays(notices), Dice(20230101))
    year.fill()
    year.number()
    year.point_back()
    year.review()
    year.archive()
    with open(out, "w", encoding="utf-8", newline="\n") as file:
        for on, stream, kind, body, actor in year.lines():
            line = {"stream": stream, "kind": kind, "on": on.isoformat(), "body": body,
                    "actor": actor}
            file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
