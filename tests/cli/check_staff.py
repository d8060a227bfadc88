# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A docket with staff from the command line: founded with its keeper, with a key and without; who
writes must be said and may; the passphrase is asked of a terminal that does not echo."""

import os
import pty
import select
import subprocess

from ctl import PROGRAM, Place, holds, received, refuses, run_tests, same

SECRET = "correct horse battery"


def found(place, *words, env=()):
    return place.run("init", place.docket, "--agency", "示例局", *words, env=env)


def test_open():
    with Place() as place:
        place.found()
        holds(place.do("staff").out, "open docket")
        told = place.do("staff", "--json").json()
        same((told["open"], told["approval"], told["persons"]), (True, "recorded", []))
        place.take([received("2024-0001", "2024-02-08")])


def test_keeper_without_key():
    with Place() as place:
        result = found(place, "--keeper", "li")
        same((result.code, result.err), (0, ""))
        holds(result.out, "only staff may write")
        told = place.do("staff", "--json").json()
        same(told["open"], False)
        same([(person["id"], person["roles"], person["key_state"]) for person in told["persons"]],
             [("li", ["keeper"], "none")])
        holds(place.do("staff").out, "keeper")
        holds(place.do("verify").out, "Whole: 2 entries")


def test_keeper_with_key():
    for suite, prefix in (("gm", "sm2:"), ("intl", "ed25519:")):
        with Place() as place:
            result = found(place, "--keeper", "li", "--approval", "signed", "--suite", suite,
                           env={"YISHEN_PASSPHRASE": SECRET})
            same((result.code, result.err), (0, ""))
            told = place.do("staff", "--json").json()
            same(told["approval"], "signed")
            assert told["persons"][0]["key"].startswith(prefix), told
            holds(place.do("verify").out, "Whole: 3 entries")
            keys = [os.path.join(folder, name) for folder, _, names in os.walk(place.path("home"))
                    for name in names if name.endswith(".key")]
            same(len(keys), 1)
            same(os.stat(keys[0]).st_mode & 0o777, 0o600)


def test_refusals():
    with Place() as place:
        refuses(found(place, "--approval", "signed"), 2, "--keeper")
        refuses(found(place, "--approval", "signed", "--keeper", "li",
                      env={"YISHEN_PASSPHRASE": "short"}), 1, "too short")
        refuses(found(place, "--keeper", "li wang"), 2, "“li wang” is no id")
        refuses(found(place, "--keeper", "../li"), 2, "is no id")
        refuses(found(place, "--keeper", "li", "--approval", "often"), 2, "signed")
        # Nothing half done.
        same(os.path.exists(place.docket), False)


def test_who_writes():
    with Place() as place:
        same(found(place, "--keeper", "li").code, 0)
        paper = place.write("p", "x")
        lines = place.write("lines", '{"stream":"agency","kind":"named","on":"2024-02-08",'
                                     '"body":{"name":"新名"}}\n')
        refuses(place.ctl("attach", "2024-0001", paper, "--role", "other"), 2, "--as")
        refuses(place.ctl("import", lines), 2, "YISHEN_AS")
        refuses(place.ctl("casefile", "2024-0001", "-o", place.path("a.zip")), 2, "--as")
        # An import says nothing of staff or agency any more.
        refuses(place.ctl("--as", "li", "import", lines), 1)
        refuses(place.ctl("--as=li", "attach", "2024-0001", paper, "--role", "other"), 1,
                "no case 2024-0001")
        refuses(place.ctl("attach", "2024-0001", paper, "--role", "other",
                          env={"YISHEN_AS": "li"}), 1, "no case 2024-0001")
        refuses(place.run("--as"), 2, "--as wants")


def test_roles():
    with Place() as place:
        place.found()
        place.take([received("2024-0001", "2024-02-08")])
        paper = place.write("p", "x")
        place.do("attach", "2024-0001", paper, "--role", "other")
    with Place() as place:
        same(found(place, "--keeper", "li").code, 0)
        case = place.write("case", '{"stream":"case/2024-0001","kind":"received","on":"2024-02-08",'
                                   '"body":{"channel":"in-person","submitted_on":"2024-02-08",'
                                   '"applicant":{"class":"person","name":"张三"},"request":{"title":'
                                   '"题","description":"文","form":"paper","delivery":"post"}}}\n')
        # A keeper keeps the staff; cases are an officer's, those of an import as well.
        refuses(place.ctl("--as", "li", "import", case), 1, "officer")
        refuses(place.ctl("--as", "wang", "import", case), 1, "“wang” is not among the staff")


def converse(place, answers):
    """Runs init with a key on a terminal of its own; gives the exit code and all that it showed."""
    env = {key: value for key, value in place.env.items() if key != "YISHEN_PASSPHRASE"}
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, "init", place.docket, "--agency", "office", "--keeper", "li", "--approval",
         "signed"], env=env, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        preexec_fn=lambda: __import__("fcntl").ioctl(slave, __import__("termios").TIOCSCTTY, 0))
    os.close(slave)
    shown, waiting = b"", list(answers)
    while True:
        ready, _, _ = select.select([master], [], [], 60)
        assert ready, f"nothing more was shown after {shown!r}"
        try:
            part = os.read(master, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
        if waiting and shown.rstrip(b" ").endswith(b":"):
            os.write(master, waiting.pop(0).encode() + b"\n")
            shown += b"|"
    os.close(master)
    return process.wait(60), shown.decode()


def test_terminal():
    with Place() as place:
        code, shown = converse(place, [SECRET, SECRET])
        same(code, 0, shown)
        assert SECRET not in shown, shown
        same(shown.count("|"), 2, shown)
        same(place.do("staff", "--json").json()["persons"][0]["key_state"], "in-force")
    with Place() as place:
        code, shown = converse(place, [SECRET, SECRET + "."])
        same(code, 1, shown)
        holds(shown, "not the same")
        same(os.path.exists(place.docket), False)


run_tests(globals())
