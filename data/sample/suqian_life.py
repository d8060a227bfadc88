# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to one made-up case of the Suqian year, a day at a time and within the clock of the
regulation. Which cases there are, and how many, is for make-suqian.py."""
import datetime
import hashlib
import pathlib

from suqian_words import HEAD, OFFICERS, RECEPTION

GROUNDS = {
    "partial": "37", "refused.state-secret": "14-secret",
    "refused.law-forbids": "14-law", "refused.security-stability": "14-security",
    "refused.third-party": "15", "refused.internal-affairs": "16-internal",
    "refused.process-information": "16-process", "refused.enforcement-file": "16-enforcement",
    "refused.administrative-query": "36-7", "unavailable.must-be-created": "38",
    "unavailable.still-unclear": "30-unclear", "declined.petition": "39-petition",
    "declined.repeated": "36-6", "declined.publication": "39-publication",
    "declined.excessive": "35", "declined.confirm-or-reissue": "reissue",
}
UNITS = ["自然资源和规划局", "住房和城乡建设局", "生态环境局", "财政局", "信访局", "农业农村局", "档案馆"]
DAY = datetime.timedelta(days=1)


class Workdays:
    """Working days out of the notices in data/calendars; a later notice wins day by day."""

    def __init__(self, folder):
        listed = {}
        paths = pathlib.Path(folder).glob("*.notice")
        for path in sorted(paths, key=lambda p: [int(part) for part in p.stem.split("-")]):
            for line in path.read_text(encoding="utf-8").splitlines():
                words = line.split()
                if words and words[0] in ("rest", "work"):
                    day = datetime.date.fromisoformat(words[2])
                    while day <= datetime.date.fromisoformat(words[-1]):
                        listed[day] = words[0] == "work"
                        day += DAY
        self._listed = listed

    def is_working(self, day):
        return self._listed.get(day, day.weekday() < 5)

    def nth(self, day, n):
        """The n-th working day after the day; 0 is the day itself."""
        while n > 0:
            day += DAY
            n -= self.is_working(day)
        return day

    def on_or_after(self, day):
        while not self.is_working(day):
            day += DAY
        return day


class Life:
    """The entries of one case. `of` and `asked` hold an entry until the seqs are known."""

    def __init__(self, days, dice, klass, applicant, request, channel):
        self.days, self.dice, self.klass = days, dice, klass
        self.applicant, self.request, self.channel = applicant, request, channel
        self.entries = []
        self.actor = OFFICERS[dice.between(1, len(OFFICERS)) - 1]
        self.concluded = None
        self.outcome = None
        self.reply = None
        self.id = None

    def add(self, kind, on, actor=None, **body):
        entry = {"kind": kind, "on": on, "body": body, "actor": actor or self.actor}
        self.entries.append(entry)
        return entry

    @property
    def first_on(self):
        return self.entries[0]["on"]

    def receive(self, day):
        """Enters the request; the clock starts on the day."""
        dice = self.dice
        body = {"channel": self.channel, "submitted_on": day.isoformat(),
                "applicant": self.applicant, "request": self.request}
        if self.channel in ("internet", "fax", "ordinary-post"):
            arrived = day - DAY * dice.weighted([(0, 6), (1, 3), (2, 1)])
            if arrived.year != day.year:
                arrived = day
            body["submitted_on"] = arrived.isoformat()
            if self.channel == "ordinary-post":
                arrived = day
                body["submitted_on"] = (day - DAY * dice.between(2, 6)).isoformat()
            self.add("arrived", arrived, **body)
            self.add("received", day, confirmed_by=self.actor)
        else:
            if self.channel == "post":
                body["submitted_on"] = (day - DAY * dice.between(1, 4)).isoformat()
            if self.channel == "oral":
                body["taken_by"] = self.actor
            self.add("received", day, **body)
        self.add("assigned", day, actor=RECEPTION, to=self.actor)

    def send(self, letter, sent_by="post"):
        """A letter goes out by post on its own day and is signed for some days later."""
        if sent_by != "post":
            return letter["on"]
        self.add("dispatched", letter["on"], of=letter, by="EMS",
                 tracking="YS%09dCN" % self.dice.below(1_000_000_000))
        arrives = letter["on"] + DAY * self.dice.between(1, 3)
        self.add("delivered", arrives, of=letter, by="本人签收")
        return arrives

    def consult(self, sent, opinion, agency=False):
        days = self.dice.between(3, 11)
        letter = self.add("consultation-sent", sent, ref="c1",
                          **{"with": "agency" if agency else "third-party"},
                          name=self.dice.pick(UNITS) if agency else "有关权利人")
        delivered = self.send(letter)
        answered = self.days.nth(delivered, days)
        self.add("consultation-answered", answered, ref="c1", opinion=opinion)
        return answered

    def extend(self, day):
        self.add("extension-granted", day, days=self.dice.pick([10, 15, 20, 20]),
                 reason="需要核实的材料较多", approver=HEAD)

    def correct(self, start, answered):
        asked = self.days.nth(start, self.dice.between(2, 6))
        until = asked + DAY * self.dice.between(15, 21)
        letter = self.add("correction-asked", asked, points="请明确所需信息的名称、文号或者其他特征性描述",
                          until=until.isoformat())
        delivered = self.send(letter)
        if not answered:
            return until
        corrected = min(self.days.nth(delivered, self.dice.between(2, 8)), until)
        self.add("corrected", corrected, description=self.request["description"] + "（已补正）")
        return corrected

    def answer(self, day, outcome, earlier=None):
        """Draft, the head's decision, the reply and its delivery."""
        dice = self.dice
        body = {"outcome": outcome}
        if outcome == "granted":
            body["ground"] = dice.pick(["36-1", "36-2", "36-2"])
        elif outcome == "unavailable.not-held":
            body["ground"] = dice.pick(["36-4", "36-4", "36-5"])
        else:
            body["ground"] = GROUNDS[outcome]
        if earlier:
            body["earlier"] = earlier
        self.add("drafted", self.days_before(day), **body)
        facts = "sha256:" + hashlib.sha256(repr(sorted(self.request.items())).encode()).hexdigest()
        asked = self.add("approval-asked", day, **{"for": "reply"}, files=[], facts=facts)
        self.add("approved", day, actor=HEAD, asked=asked, files=[], facts=facts)
        sent_by = {"email": "email", "onsite": "in-person", "pickup": "in-person"}.get(
            self.request["delivery"], "post")
        reply = self.add("replied", day, sent_by=sent_by, **body)
        self.send(reply, sent_by)
        if self.concluded is None:
            self.concluded, self.outcome, self.reply = day, outcome, reply
        return reply

    def days_before(self, day):
        """A day for the draft: the day before where nothing happened since, else the same."""
        before = day - DAY
        last = max(entry["on"] for entry in self.entries)
        return before if before >= last and self.days.is_working(before) else day

    def reply_with(self, start, outcome):
        """From the start of a run to its reply, by a way that suits the outcome."""
        dice, nth = self.dice, self.days.nth
        at, budget = start, 20
        consult = {"refused.third-party": 1, "refused.security-stability": 0.5, "partial": 0.25,
                   "refused.law-forbids": 0.2, "granted": 0.05}.get(outcome, 0)
        if outcome == "unavailable.not-held" or outcome == "unavailable.must-be-created":
            unit = dice.pick(UNITS)
            asked = nth(start, dice.between(1, 3))
            self.add("search-asked", asked, ref="s1", unit=unit)
            at = nth(asked, dice.between(1, 5))
            self.add("search-answered", at, ref="s1", where="档案室及业务系统",
                     terms=self.request["title"], result="none")
        elif outcome == "declined.excessive":
            asked = nth(start, dice.between(1, 4))
            letter = self.add("reasons-asked", asked, until=nth(asked, 10).isoformat())
            at = nth(self.send(letter), dice.between(1, 5))
            self.add("reasons-given", at, text="了解情况")
        elif dice.chance(consult):
            agency = outcome == "refused.security-stability"
            opinion = "disagree" if outcome.startswith("refused") else \
                "partly" if outcome == "partial" else "agree"
            at = self.consult(nth(start, dice.between(1, 4)), opinion, agency)
            return self.answer(nth(at, dice.between(1, 9)), outcome)
        if dice.chance(0.05):
            last = max(nth(start, dice.between(14, 19)), at)
            self.extend(last)
            return self.answer(nth(last, dice.between(2, 9)), outcome)
        spent = sum(self.days.is_working(start + DAY * i) for i in range(1, (at - start).days + 1))
        slow = dice.weighted([(2, 2), (5, 4), (9, 4), (14, 3), (20, 3)])
        left = max(min(slow, budget) - spent, 0)
        return self.answer(self.days.on_or_after(nth(at, dice.between(min(left, 1), max(left, 1)))),
                           outcome)

    def run(self, day, outcome):
        """The whole life up to its first conclusion."""
        dice, nth = self.dice, self.days.nth
        self.receive(day)
        if outcome == "other.correction-lapsed":
            until = self.correct(day, False)
            self.end("closed", nth(until, dice.between(1, 3)), outcome,
                     reason="申请人无正当理由逾期不补正")
        elif outcome == "other.fee-lapsed":
            asked = nth(day, dice.between(3, 12))
            pieces = dice.between(12, 45)
            letter = self.add("fee-noticed", asked, basis="pieces", quantity=pieces,
                              amount_fen=charge_pieces(pieces))
            delivered = self.send(letter)
            self.end("closed", nth(delivered, dice.between(21, 24)), outcome,
                     reason="申请人逾期未缴纳信息处理费")
        elif outcome == "other.other":
            on = nth(day, dice.between(1, 12))
            if dice.chance(0.85):
                self.end("withdrawn", on, outcome, reason="申请人书面撤回申请")
            else:
                self.end("closed", on, outcome, reason="不属于政府信息公开申请，已电话告知")
        elif outcome == "unavailable.still-unclear" or dice.chance(0.06):
            self.reply_with(self.correct(day, True), outcome)
        else:
            self.reply_with(day, outcome)

    def end(self, kind, on, outcome, reason):
        if kind == "closed":
            self.add(kind, on, outcome=outcome, reason=reason)
        else:
            self.add(kind, on, reason=reason)
        self.concluded, self.outcome = on, outcome

    def stay_open(self, day, last):
        """A life that is not over on the last day of the year."""
        dice, nth = self.dice, self.days.nth
        self.receive(day)
        age = sum(self.days.is_working(day + DAY * i) for i in range(1, (last - day).days + 1))
        if age > 19:
            self.extend(nth(day, dice.between(12, 19)))
        elif age >= 7 and dice.chance(0.15):
            asked = nth(day, dice.between(2, 6))
            self.send(self.add("correction-asked", asked, points="请明确所需信息的名称或者文号",
                               until=(last + DAY * dice.between(3, 20)).isoformat()))
        elif age >= 5 and dice.chance(0.15):
            self.send(self.add("consultation-sent", nth(day, dice.between(1, 4)), ref="c1",
                               **{"with": "third-party"}, name="有关权利人"))
        elif age >= 3 and dice.chance(0.3):
            self.add("search-asked", nth(day, 2), ref="s1", unit=dice.pick(UNITS))
        self.entries = [entry for entry in self.entries if entry["on"] <= last]


def charge_pieces(pieces):
    """109号 art. 4, progressive, in 分."""
    amount, first, price = 0, 31, 20000
    amount += 10000 * max(min(pieces, 30) - 10, 0)
    while pieces >= first:
        amount += price * (min(pieces, first + 9) - first + 1)
        first, price = first + 10, price + 10000
    return amount
