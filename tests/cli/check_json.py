# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON of clock, due and report: every key of exchange.md, each of its type, null where it says
so, and no other. Figures are tested in check_suqian.py and check_vectors.py."""

import datetime

from ctl import Place, entry, holds, received, run_tests, same

NONE = type(None)
DAY = "2024-03-01"
ROWS = ("new carried-in granted partial refused.state-secret refused.law-forbids "
        "refused.security-stability refused.third-party refused.internal-affairs "
        "refused.process-information refused.enforcement-file refused.administrative-query "
        "unavailable.not-held unavailable.must-be-created unavailable.still-unclear "
        "declined.petition "
        "declined.repeated declined.publication declined.excessive declined.confirm-or-reissue "
        "other.correction-lapsed other.fee-lapsed other.other total carried-out").split()
COLUMNS = ["person", "enterprise", "research", "welfare", "legal", "other", "total"]

CLOCK = {"case": str, "state": str, "start": (str, NONE), "due": (str, NONE), "budget": int,
         "counted": int, "suspended": int, "remaining": (int, NONE), "provisional": bool,
         "on_time": (bool, NONE), "contested_due": (str, NONE), "reason": (str, NONE),
         "limits": list, "steps": list}
LIMIT = {"act": str, "until": (str, NONE), "article": str}
STEP = {"from": str, "to": str, "days": int, "effect": str, "article": str, "text": str}
DUE = {"case": str, "title": (str, NONE), "state": str, "due": (str, NONE),
       "remaining": (int, NONE), "handler": (str, NONE)}
STATES = {"awaiting-confirmation", "running", "suspended", "awaiting-correction", "awaiting-fee",
          "concluded"}
ACTS = {"correction", "consultation", "fee", "extension", "review-reply", "lawsuit-answer"}
EFFECTS = {"count", "skip", "suspend", "halt", "restart", "extend"}


def shaped(value, shape, what):
    same(list(value), list(shape), f"keys of {what}")
    for key, kind in shape.items():
        allowed = kind if isinstance(kind, tuple) else (kind,)
        assert type(value[key]) in allowed, f"{what}: {key} is {value[key]!r}"
    for key in ("start", "due", "until", "from", "to", "contested_due"):
        if value.get(key) is not None:
            assert len(value[key]) == 10 and value[key][4] == "-", f"{what}: {key} {value[key]!r}"


def replied(case, on):
    return entry(f"case/{case}", "replied", on, outcome="granted", ground="36-2", sent_by="post")


def arrived(case, on):
    line = received(case, on)
    line["kind"] = "arrived"
    line["body"]["channel"] = "internet"
    return line


LINES = [
    received("2024-0001", "2024-02-08"),
    arrived("2024-0002", "2024-02-08"),
    received("2024-0003", "2024-02-08"),
    entry("case/2024-0003", "correction-asked", "2024-02-26", points="p", until="2024-03-20"),
    received("2024-0004", "2024-02-08"),
    entry("case/2024-0004", "fee-noticed", "2024-02-20", basis="pages", quantity=31,
          amount_fen=1000),
    entry("case/2024-0004", "delivered", "2024-02-21", of=2),
    received("2024-0005", "2024-02-08"),
    entry("case/2024-0005", "consultation-sent", "2024-02-19", ref="甲", with_="third-party",
          name="某公司"),
    received("2024-0006", "2024-02-08"),
    replied("2024-0006", "2024-02-29"),
    entry("case/2024-0006", "review-opened", "2024-03-01", ref="复", route="reconsideration",
          served_on="2024-03-01"),
    entry("case/2024-0006", "review-opened", "2024-03-01", ref="诉", route="litigation",
          served_on="2024-03-01"),
    received("2024-0007", "2024-01-05"),
    replied("2024-0007", "2024-02-29"),
    received("2024-0008", "2024-02-08"),
    entry("case/2024-0008", "withdrawn", "2024-02-20"),
    received("2018-0001", "2018-03-05"),
    received("2024-0010", "2024-02-08"),
    entry("case/2024-0010", "extension-granted", "2024-02-29", days=20, reason="r", approver="长"),
    entry("case/2024-0010", "assigned", "2024-02-09", to="乙"),
    received("2024-0011", "2024-02-08"),
    entry("case/2024-0011", "correction-asked", "2024-02-26", points="p", until="2024-02-28"),
    entry("case/2024-0011", "corrected", "2024-02-29"),
]

# state, start, due, remaining, on_time, contested_due, reason
WANTED = {
    "2024-0001": ("running", "2024-02-08", "2024-03-13", 8, None, None, None),
    "2024-0002": ("awaiting-confirmation", None, None, None, None, None, None),
    "2024-0003": ("awaiting-correction", None, None, None, None, "2024-03-13", None),
    "2024-0004": ("awaiting-fee", None, None, None, None, None, None),
    "2024-0005": ("suspended", "2024-02-08", "2024-03-26", 17, None, None, None),
    "2024-0006": ("concluded", "2024-02-08", "2024-03-13", None, True, None, None),
    "2024-0007": ("concluded", "2024-01-05", "2024-02-02", None, False, None, None),
    "2024-0008": ("concluded", "2024-02-08", "2024-03-13", None, None, None, None),
    "2018-0001": ("running", None, None, None, None, None, "older-law"),
    "2024-0010": ("running", "2024-02-08", "2024-04-11", 28, None, None, None),
    "2024-0011": ("running", "2024-02-29", "2024-03-28", 19, None, "2024-03-13", None),
}

place = Place()


def test_begin():
    place.found("--approval", "none")
    place.take(LINES)


def test_clock():
    acts, effects = set(), set()
    for case, wanted in WANTED.items():
        clock = place.do("clock", case, "--json", "--on", DAY).json()
        shaped(clock, CLOCK, case)
        same(clock["case"], case)
        same(tuple(clock[key] for key in ("state", "start", "due", "remaining", "on_time",
                                          "contested_due", "reason")), wanted, case)
        assert clock["state"] in STATES
        if clock["due"] is None:
            same((clock["counted"], clock["suspended"], clock["budget"]), (0, 0, 20), case)
        for limit in clock["limits"]:
            shaped(limit, LIMIT, f"limit of {case}")
            acts.add(limit["act"])
        for step in clock["steps"]:
            shaped(step, STEP, f"step of {case}")
            effects.add(step["effect"])
            assert step["text"] and step["article"] and step["from"] <= step["to"], step
    same(acts, ACTS, "acts")
    same(effects, EFFECTS, "effects")


def days_of(step):
    first = datetime.date.fromisoformat(step["from"])
    last = datetime.date.fromisoformat(step["to"])
    return {(first + datetime.timedelta(n)).isoformat() for n in range((last - first).days + 1)}


def test_clock_steps_add_up():
    """From the day of start to the due day the steps leave no day out and tell none twice; the days
    that they count up to DAY are as many as `counted`, and all together the budget."""
    for case in WANTED:
        clock = place.do("clock", case, "--json", "--on", DAY).json()
        if clock["due"] is None or clock["state"] == "concluded":
            continue
        told, counted = set(), set()
        for step in clock["steps"]:
            if step["effect"] == "extend" or step["to"] < clock["start"]:
                continue
            days = days_of(step)
            same(days & told, set(), f"{case}: told twice")
            same(len(days), step["days"], f"{case}: {step}")
            told |= days
            if step["effect"] == "count":
                counted |= days
        wanted = days_of({"from": clock["start"], "to": clock["due"]})
        same(wanted - told, set(), f"{case}: left out")
        same(len({day for day in counted if day <= DAY}), clock["counted"], case)
        same(len({day for day in counted if day <= clock["due"]}), clock["budget"], case)


def test_limits():
    def limits(case):
        clock = place.do("clock", case, "--json", "--on", DAY).json()
        return {limit["act"]: limit["until"] for limit in clock["limits"]}

    same(limits("2024-0001")["correction"], "2024-02-23")
    same(limits("2024-0001")["extension"], "2024-03-13")
    same(limits("2024-0004")["fee"], "2024-03-20")
    # The fifteenth day is a Saturday: the Monday after it (行政诉讼法 101, 民事诉讼法 85).
    same(limits("2024-0006"), {"review-reply": "2024-03-15", "lawsuit-answer": "2024-03-18"})
    same(limits("2024-0005")["consultation"], "2024-03-11")


def test_due():
    rows = place.do("due", "--json", "--on", DAY).json()
    for row in rows:
        shaped(row, DUE, row["case"])
        same((row["state"], row["due"], row["remaining"]),
             tuple(WANTED[row["case"]][i] for i in (0, 2, 3)), row["case"])
    same([row["case"] for row in rows],
         ["2024-0001", "2024-0005", "2024-0011", "2024-0010", "2018-0001", "2024-0002", "2024-0003",
          "2024-0004"])
    same({row["case"]: row["handler"] for row in rows}["2024-0010"], "乙")
    same({row["handler"] for row in rows if row["case"] != "2024-0010"}, {None})
    within = place.do("due", "--json", "--on", DAY, "--within", "17").json()
    same([row["case"] for row in within], ["2024-0001", "2024-0005"])
    overdue = place.do("due", "--json", "--on", "2024-02-05", "--within", "0").json()
    same([(row["case"], row["remaining"]) for row in overdue], [("2024-0007", -2)])
    same(place.do("due", "--json", "--on", "2008-06-02").json(), [])


def test_report():
    for form, rows in (("2021", ROWS), ("2019", ROWS[:-5] + ["other", "total", "carried-out"])):
        report = place.do("report", "2024", "--json", "--form", form, "--on", DAY).json()
        same(list(report), ["year", "form", "agency", "table2", "table3", "table4", "fees",
                            "checks"])
        same((report["year"], report["form"]), (2024, form))
        same(report["agency"], {"name": "示例局"})
        same(report["table2"], {"rule": {"issued": 0, "repealed": 0, "in_force": 0},
                                "normative": {"issued": 0, "repealed": 0, "in_force": 0},
                                "licence": 0, "penalty": 0, "coercion": 0, "fee_wan": None})
        same(list(report["table3"]), rows)
        for row in report["table3"].values():
            same(list(row), COLUMNS)
            assert all(type(cell) is int for cell in row.values())
        same(list(report["table4"]), ["reconsideration", "litigation",
                                      "litigation-after-reconsideration"])
        for route in report["table4"].values():
            same(list(route), ["upheld", "corrected", "other", "pending", "total"])
            assert all(type(cell) is int for cell in route.values())
        same(report["fees"], {"cases": 0, "amount_fen": 0})
        assert report["checks"]
        for check in report["checks"]:
            assert {"id", "holds", "detail"} <= set(check), check
            assert type(check["id"]) is str and type(check["holds"]) is bool
            assert type(check["detail"]) is str
        same(report["table3"]["new"]["total"], 9)
        same(report["table3"]["carried-in"]["total"], 1)
        same(report["table3"]["granted"]["person"], 2)
        same(report["table4"]["reconsideration"]["pending"], 1)


def test_draft():
    """Marked as one, and otherwise the same."""
    report = place.do("report", "2024", "--json", "--on", DAY).json()
    draft = place.do("report", "2024", "--json", "--draft", "--on", DAY).json()
    same({key: value for key, value in draft.items() if key != "draft"}, report)
    holds(place.do("report", "2024", "--draft", "--on", DAY).out, "草稿")
    assert "草稿" not in place.do("report", "2024", "--on", DAY).out


def test_known_by_halves():
    """Days that were put right later: as of an earlier day a request may seem to be confirmed
    before it arrived, to arrive twice, a review to be decided before it was opened. Everything
    still answers."""
    with Place() as other:
        other.found("--approval", "none")
        late = arrived("2024-0001", "2024-02-20")
        other.take([
            late, entry("case/2024-0001", "received", "2024-02-09", confirmed_by="x"),
            entry("case/2024-0001", "amended", "2024-03-01", of=1, field="on", from_="2024-02-20",
                  to="2024-02-08", reason="r"),
            received("2024-0002", "2024-02-08"), replied("2024-0002", "2024-02-20"),
            entry("case/2024-0002", "review-opened", "2024-04-01", ref="a", route="litigation"),
            entry("case/2024-0002", "review-decided", "2024-03-05", ref="a", result="other"),
            entry("case/2024-0002", "amended", "2024-04-02", of=3, field="on", from_="2024-04-01",
                  to="2024-03-01", reason="r"),
            arrived("2024-0003", "2024-02-08"), arrived("2024-0003", "2024-02-12"),
            entry("case/2024-0003", "struck", "2024-02-21", of=1, reason="r"),
            received("2024-0004", "2024-02-08"), received("2024-0004", "2024-02-19"),
            entry("case/2024-0004", "struck", "2024-02-20", of=1, reason="r")])
        for day in ("2024-02-08", "2024-02-10", "2024-02-19", "2024-02-25", "2024-03-02",
                    "2024-03-10", "2024-04-01", "2024-05-01", "2199-12-31"):
            report = other.do("report", "2024", "--json", "--draft", "--on", day).json()
            rows = {row["case"]: row for row in other.do("due", "--json", "--on", day).json()}
            same(report["table3"]["new"]["total"], 3 if day >= "2024-02-20" else 2, f"new on {day}")
            for case in ("2024-0001", "2024-0002", "2024-0003", "2024-0004"):
                result = other.ctl("clock", case, "--json", "--on", day)
                assert result.code in (0, 1) and "CRITICAL" not in result.err, result.err
                if result.code == 0:
                    for step in result.json()["steps"]:
                        assert "2024-01-01" < step["from"] <= step["to"], f"{case} {day}: {step}"
                    if case in rows:
                        same(rows[case]["due"], result.json()["due"], f"{case} on {day}")


def test_default_form():
    for year, form in (("2019", "2019"), ("2020", "2019"), ("2021", "2021"), ("2024", "2021")):
        same(place.do("report", year, "--json", "--draft", "--on", DAY).json()["form"], form, year)


def test_fee_in_report():
    place.take([
        entry("register/decisions/2024", "counted", "2024-02-09", licence=1, penalty=2, coercion=3,
              fee_wan="59237.2449"),
        entry("agency", "named", "2024-02-09", name="新名局", phone="0351-1"),
        received("2024-0020", "2024-02-08"),
        entry("case/2024-0020", "fee-noticed", "2024-02-20", basis="pages", quantity=31,
              amount_fen=1000),
        entry("case/2024-0020", "fee-paid", "2024-02-21", amount_fen=1000)])
    report = place.do("report", "2024", "--json", "--draft", "--on", DAY).json()
    same(report["table2"]["fee_wan"], "59237.2449")
    same(report["fees"], {"cases": 1, "amount_fen": 1000})
    same(report["agency"], {"name": "新名局", "phone": "0351-1"})


run_tests(globals(), place)
