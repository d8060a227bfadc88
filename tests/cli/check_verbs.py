# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb of exchange.md once in the right way, in the C locale and in UTF-8, and wrong in the
ways that people get it wrong: usage is 2, a refusal 1 with its reason on stderr alone. The shape of
JSON is tested in check_json.py."""

import os

from ctl import Place, entry, holds, received, refuses, run_tests, same

DAY = "2024-03-01"


def lines():
    return [
        received("2024-0001", "2024-02-08", "古渡路拓宽工程"),
        entry("case/2024-0001", "assigned", "2024-02-09", to="officer-1", actor="officer-2"),
        received("2024-0002", "2024-02-19", "古渡路拓宽工程的环评", name="李四"),
        received("2024-0003", "2024-02-20", "养犬管理办法", "enterprise", "晴川某公司"),
        entry("case/2024-0003", "replied", "2024-02-28", outcome="granted", ground="36-2",
              sent_by="post"),
    ]


def each_locale(test):
    def run():
        for locale in ("C", "C.UTF-8"):
            with Place(locale) as place:
                place.found("--approval", "none")
                place.take(lines())
                test(place)
    return run


def test_init():
    for words in ((), ("--suite", "gm"), ("--suite", "intl"), ("--approval", "none"),
                  ("--approval", "recorded")):
        with Place("C") as place:
            result = place.run("init", place.docket, "--agency", "示例局", *words)
            same((result.code, result.err), (0, ""))
            holds(result.out, place.docket)
            holds(result.out, "open docket")
            same(sorted(os.listdir(place.docket)), ["README.txt", "docket.db", "files"])
            same(place.do("verify").out, "Whole: 0 entries, 0 files.\n")
            paper = place.write("p", "x")
            place.take(lines())
            suite = "sha256:" if "intl" in words else "sm3:"
            holds(place.do("attach", "2024-0001", paper, "--role", "other").out, suite)


@each_locale
def test_import(place):
    result = place.do("import", place.write("a", '\ufeff{"stream":"agency","kind":"named","on":'
                                                 '"2024-02-08","body":{"name":"新名"}}\r\n'))
    holds(result.out, "1 entries imported, 0 cases, 0 files, 0 warnings")
    same(result.err, "")
    result = place.ctl("import", place.write("b", "{}\n"))
    refuses(result, 1, "line 1: refused [missing-field]")
    odd = '{"stream":"register/normative/x","kind":"repealed","on":"2024-02-08","body":{}}'
    result = place.do("import", place.write("c", odd))
    holds(result.err, "line 1: warning [repealed-unknown]")
    holds(result.out, "1 warnings")
    refuses(place.ctl("import", place.path("missing")), 1)
    refuses(place.ctl("import", place.root), 1)


@each_locale
def test_export(place):
    text = place.do("export").out
    same(text.count("\n"), 5)
    target = place.path("out", "a.ndjson")
    os.mkdir(place.path("out"))
    same(place.do("export", target).raw, b"")
    with open(target, encoding="utf-8") as file:
        same(file.read(), text)


@each_locale
def test_keeping(place):
    holds(place.do("verify").out, "5 entries, 0 files")
    copy = place.path("copy.docket")
    holds(place.do("backup", copy).out, copy)
    same(place.run("-d", copy, "verify").code, 0)
    same(place.run("-d", copy, "export").out, place.do("export").out)
    refuses(place.ctl("backup", copy), 1, copy)
    checkpoint = place.path("point")
    place.do("verify", "--save-checkpoint", checkpoint)
    with open(checkpoint, encoding="utf-8") as file:
        holds(file.read(), " 5 ")
    place.do("verify", "--checkpoint", checkpoint)
    holds(place.do("restore", copy).out, copy)


@each_locale
def test_clock(place):
    text = place.do("clock", "2024-0001", "--on", DAY).out
    # 20 working days from 8 February 2024, the Spring Festival left out, end on 13 March.
    for part in ("2024-03-13", "2024-02-10", "春节", "2024-02-18"):
        holds(text, part)
    refuses(place.ctl("clock", "2024-0001", "--on", "2024-02-07"), 1, "2024-0001")
    refuses(place.ctl("clock", "2024-0009", "--on", DAY), 1, "2024-0009")
    refuses(place.ctl("clock", "case/2024-0001", "--on", DAY), 1)
    refuses(place.ctl("clock", "", "--on", DAY), 1)


@each_locale
def test_due(place):
    rows = place.do("due", "--on", DAY).out.splitlines()
    same([row.split()[:2] for row in rows],
         [["2024-0001", "2024-03-13"], ["2024-0002", "2024-03-18"]])
    holds(rows[0], "officer-1")
    holds(rows[0], "古渡路拓宽工程")
    csv = place.do("due", "--on", DAY, "--csv").out
    holds(csv.lstrip("\ufeff"), "case,title,state,due,remaining,handler\r\n")
    holds(csv, "2024-0001,古渡路拓宽工程,running,2024-03-13,8,officer-1\r\n")
    # The 8th working day after 1 March is the 13th.
    same(len(place.do("due", "--on", DAY, "--within", "7").out.splitlines()), 0)
    same(len(place.do("due", "--on", DAY, "--within", "8").out.splitlines()), 1)
    same(len(place.do("due", "--on", DAY, "--within", "1000").out.splitlines()), 2)
    same(len(place.do("due", "--on", "2024-02-25").out.splitlines()), 3)


@each_locale
def test_show(place):
    text = place.do("show", "2024-0001").out
    for part in ("古渡路拓宽工程", "张三", "officer-1", "officer-2", '"channel":"in-person"'):
        holds(text, part)
    refuses(place.ctl("show", "2024-0009"), 1, "2024-0009")


@each_locale
def test_search(place):
    text = place.do("search", "古渡").out
    holds(text, "2024-0001")
    holds(text, "2024-0002")
    assert "2024-0003" not in text, text
    same(place.do("search", "古渡路", "环评").out.count("2024-"), 1)
    nothing = place.do("search", "没有这样的字")
    same(nothing.raw, b"")
    holds(nothing.err, "没有这样的字")


@each_locale
def test_similar(place):
    text = place.do("similar", "2024-0001").out
    holds(text, "2024-0002")
    assert "2024-0001" not in text, text
    refuses(place.ctl("similar", "2024-0009"), 1, "2024-0009")


@each_locale
def test_attach(place):
    paper = place.write("申请表.txt", "原件")
    digest = place.do("attach", "2024-0001", paper, "--role", "request").out.strip()
    assert digest.startswith("sm3:") and len(digest) == 68, digest
    line = place.do("export").out.splitlines()[-1]
    for part in ("申请表.txt", digest, '"role":"request"', '"media_type":"text/plain"'):
        holds(line, part)
    holds(place.do("verify").out, "6 entries, 1 files")
    refuses(place.ctl("attach", "2024-0009", paper, "--role", "request"), 1, "2024-0009")
    refuses(place.ctl("attach", "2024-0001", place.path("missing"), "--role", "request"), 1,
            "missing")
    refuses(place.ctl("attach", "2024-0001", place.root, "--role", "request"), 1)
    refuses(place.ctl("attach", "2024-0001", paper, "--role", "paper"), 1, "paper")
    holds(place.do("verify").out, "6 entries")


@each_locale
def test_report(place):
    csv = place.do("report", "2024", "--on", DAY).out
    holds(csv, "示例局")
    same(place.ctl("report", "2024", "--on", DAY, "--form", "2019").code, 0)
    refuses(place.ctl("report", "2024", "--on", DAY, "-o", place.path("none", "a.csv")), 1)


@each_locale
def test_usage(place):
    """Exit 2, a word on stderr, nothing done."""
    paper = place.write("p", "x")
    for words in (
            (), ("invent",), ("-x", "due"), ("due", "--invented"), ("due", "now"), ("due", "--on"),
            ("due", "--on", "1 March"), ("due", "--on", "2024-02-30"), ("due", "--within", "-1"),
            ("due", "--within", "two"), ("due", "--json", "--csv"), ("clock",),
            ("clock", "2024-0001", "2024-0002"), ("clock", "2024-0001", "--on", ""), ("import",),
            ("import", "a", "b"), ("export", "a", "b"), ("verify", "x"), ("verify", "--checkpoint"),
            ("backup",), ("restore",), ("show",), ("search",), ("similar",),
            ("attach", "2024-0001", paper), ("attach", "2024-0001", "--role", "other"), ("report",),
            ("report", "next"), ("report", "1999"), ("report", "2024", "--form", "2020"),
            ("report", "2024", "-o", "a.odt"), ("report", "2024", "-o", "noending"),
            ("report", "2024", "--json", "-o", "a.json"), ("workdays",), ("workdays", "2024-02-08"),
            ("workdays", "2024-02-08", "-1"), ("workdays", "2024-02-08", "many"),
            ("workdays", "--between", "2024-02-08"), ("workdays", "8.2.2024", "3"),
            ("init",), ("init", place.path("n")), ("init", place.path("n"), "--agency", "a",
                                                  "--suite", "rot13"),
            ("init", place.path("n"), "--agency", "a", "--approval", "maybe"),
            ("sample",), ("sample", place.path("n"), "--cases", "0"),
            ("sample", place.path("n"), "--seed", "-1"),
            ("sample", place.path("n"), "--today", "tomorrow"), ("-d",)):
        result = place.ctl(*words)
        same(result.code, 2, f"{words}: {result.err}")
        assert result.err or not words, words
        if words:
            same(result.raw, b"", words)
    assert not os.path.exists(place.path("n"))
    for words in (("due",), ("clock", "2024-0001"), ("import", paper), ("verify",),
                  ("restore", "x")):
        result = place.run(*words)
        same((result.code, result.raw), (2, b""), f"{words} without a docket")
        holds(result.err, "YISHEN_DOCKET")


@each_locale
def test_refused_founding(place):
    for agency in ("", "   "):
        refuses(place.run("init", place.path("n"), "--agency", agency), 1)
        assert not os.path.exists(place.path("n"))
    refuses(place.run("init", place.path("no", "where"), "--agency", "a"), 1)


@each_locale
def test_where_the_docket_is_told(place):
    """Before the verb, after it, by YISHEN_DOCKET; the nearest wins."""
    by_env = {"YISHEN_DOCKET": place.docket}
    wrong = {"YISHEN_DOCKET": place.path("wrong")}
    wanted = place.do("due", "--on", DAY).raw
    for words, env in (((("-d", place.docket), ("due",)), {}),
                       (((), ("due", "-d", place.docket)), {}),
                       (((), ("due",)), by_env),
                       ((("--docket=" + place.docket,), ("due",)), {}),
                       (((), ("due", "--docket", place.docket)), {}),
                       ((("-d", place.docket), ("due",)), wrong),
                       (((), ("due", "-d", place.docket)), wrong),
                       ((("-d", place.path("wrong")), ("due", "-d", place.docket)), {}),
                       ((("-d", place.path("wrong"), "-d", place.docket), ("due",)), {}),
                       ((("-d", os.path.relpath(place.docket, place.root)), ("due",)), {})):
        before, verb = words
        result = place.run(*before, *verb, "--on", DAY, env=env)
        same((result.code, result.raw), (0, wanted), f"{words} {env}: {result.err}")
    refuses(place.run("due", env=wrong), 1, place.path("wrong"))


@each_locale
def test_help(place):
    text = place.run("--help").out
    for verb in ("init", "import", "export", "verify", "backup", "restore", "clock", "due", "show",
                 "search", "similar", "attach", "report", "workdays", "sample"):
        holds(text, "  " + verb)
        result = place.run(verb, "--help")
        same((result.code, result.err), (0, ""), verb)
        holds(result.out, verb)
    holds(place.run("--version").out, "yishenctl ")


@each_locale
def test_dashes(place):
    """Words that look like options, after --."""
    place.take([received("2024-0010", "2024-02-08", "关于--on的说明")])
    holds(place.do("search", "--", "--on").out, "2024-0010")
    same(place.ctl("show", "--", "2024-0001").code, 0)
    same(place.ctl("show", "--", "--json").code, 1)


def test_not_utf8():
    with Place("C") as place:
        place.found()
        for words in ((b"search", b"\xff\xfe"), (b"clock", b"\xff")):
            result = place.ctl(*words)
            assert result.code in (1, 2), result.code
            same(result.raw, b"")
        result = place.run("init", place.path("n"), "--agency", b"\xff\xff")
        assert result.code in (1, 2), result.code
        assert not os.path.exists(place.path("n"))


run_tests(globals())
