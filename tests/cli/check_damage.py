# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dockets that are damaged, foreign, newer, older or not to be written: the sentence says which,
and the exit code is 3 for damage and distrust, 1 for what is none of ours. What keeps the file
whole and changes its entries is in check_tamper.py."""

import json
import os
import random
import shutil
import sqlite3
import stat

from ctl import PROGRAM, Place, Skip, entry, holds, received, refuses, run_tests, same

place = Place()
STORE = os.path.join(place.docket, "docket.db")
LOOKS = (("verify",), ("due", "--on", "2024-03-01"), ("clock", "2024-0001", "--on", "2024-03-01"),
         ("show", "2024-0001"), ("search", "古渡路"), ("similar", "2024-0001"),
         ("report", "2024", "--json", "--on", "2024-12-31"), ("export",))
WRITES = (("import", place.path("more.ndjson")), ("attach", "2024-0001", place.path("a.txt"),
                                                  "--role", "other"))


def make_lines(first, count):
    lines = []
    for number in range(first, first + count):
        case = f"2024-{number:04}"
        lines += [received(case, "2024-02-08", f"第{number}号文件"),
                  entry(f"case/{case}", "noted", "2024-02-09", text="记" * 40)]
    return lines


def test_build():
    place.found()
    place.take(make_lines(1, 60))
    place.write("a.txt", "附件")
    shutil.copytree(place.docket, place.path("older"))
    place.take(make_lines(101, 60))
    place.do("attach", "2024-0001", place.path("a.txt"), "--role", "request")
    place.write("more.ndjson", "".join(json.dumps(line) + "\n"
                                       for line in make_lines(301, 2)))
    shutil.copytree(place.docket, place.path("pristine"))


def restore(name="pristine"):
    shutil.rmtree(place.docket, ignore_errors=True)
    if os.path.exists(place.docket):
        os.remove(place.docket)
    shutil.copytree(place.path(name), place.docket)


def assert_all(code, says, verbs=LOOKS + WRITES):
    for words in verbs:
        refuses(place.ctl(*words), code, says)


def overwrite(offset, data):
    with open(STORE, "r+b") as file:
        file.seek(offset)
        file.write(data)


# --- damage -------------------------------------------------------------------------------------


def test_header_overwritten():
    for data in (b"\0" * 100, b"SQLite format 4\0", b"\xa5" * 16 + b"\xff" * 84):
        restore()
        overwrite(0, data)
        assert_all(3, STORE)


def test_truncated():
    size = os.path.getsize(os.path.join(place.path("pristine"), "docket.db"))
    for length in (0, 100, 512, 4096, size // 2, size - 4096, size - 1):
        restore()
        os.truncate(STORE, length)
        refuses(place.ctl("verify"), 3)
        for words in LOOKS + WRITES:
            result = place.ctl(*words)
            allowed = (3,) if length < 4096 else (0, 1, 3)
            assert result.code in allowed, (length, words, result.err)


def test_store_removed():
    restore()
    os.remove(STORE)
    assert_all(3, STORE)
    assert not os.path.exists(STORE)


def test_bytes_flipped():
    """Never found whole with other content, never a signal, never a complaint of GLib's."""
    dice = random.Random(20240208)
    restore()
    wanted = place.do("export").raw
    with open(STORE, "rb") as file:
        whole = file.read()
    noticed = 0
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 1, 2, 8, 64))):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        with open(STORE, "wb") as file:
            file.write(data)
        verify = place.ctl("verify")
        assert verify.code in (0, 3) or b"SQLite format 3\0" != data[:16] or verify.code == 1, \
            verify.err
        assert "CRITICAL" not in verify.err and "WARNING" not in verify.err, verify.err
        noticed += verify.code != 0
        if verify.code == 0:
            same(place.do("export").raw, wanted, "whole and yet other")
        for words in (("due", "--on", "2024-03-01"), ("clock", "2024-0001", "--on", "2024-03-01")):
            result = place.ctl(*words)
            assert result.code in (0, 1, 3), (result.code, result.err)
            assert "CRITICAL" not in result.err, result.err
            if result.code:
                same(result.raw, b"", "stdout")
    assert noticed > 20, noticed
    return f"{noticed} of 40 noticed"


# --- not ours -----------------------------------------------------------------------------------


def make_other_database(path):
    os.mkdir(path)
    db = sqlite3.connect(os.path.join(path, "docket.db"))
    db.execute("CREATE TABLE entries (position INTEGER)")
    db.execute("PRAGMA application_id = 7")
    db.commit()
    db.close()


def make_text_for_store(path):
    os.mkdir(path)
    with open(os.path.join(path, "docket.db"), "w", encoding="utf-8") as file:
        file.write("no database at all\n" * 300)


def make_text_file(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("a letter\n")


def test_not_ours():
    for make, says in ((make_other_database, "not a docket"), (os.mkdir, "not a docket"),
                       (make_text_for_store, "not a docket"), (make_text_file, "not a docket"),
                       (lambda path: None, "no docket")):
        shutil.rmtree(place.docket, ignore_errors=True)
        if os.path.exists(place.docket):
            os.remove(place.docket)
        make(place.docket)
        before = sorted(os.listdir(place.docket)) if os.path.isdir(place.docket) else None
        assert_all(1, says)
        after = sorted(os.listdir(place.docket)) if os.path.isdir(place.docket) else None
        same(after, before, "what stood there")


def test_founding_in_the_way():
    for make in (make_other_database, make_text_file, make_text_for_store):
        shutil.rmtree(place.docket, ignore_errors=True)
        make(place.docket)
        for verb in (("init", place.docket, "--agency", "a"),
                     ("sample", place.docket, "--cases", "3", "--today", "2024-06-28")):
            refuses(place.run(*verb), 1, place.docket)
        if os.path.isfile(place.docket):
            os.remove(place.docket)
    restore()
    refuses(place.run("init", place.docket, "--agency", "a"), 1, place.docket)
    same(place.do("verify").code, 0)


# --- newer, older -------------------------------------------------------------------------------


def test_newer():
    restore()
    db = sqlite3.connect(STORE)
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.execute(f"PRAGMA user_version = {version + 1}")
    db.close()
    wanted = place.do("clock", "2024-0001", "--json", "--on", "2024-03-01").json()
    same(wanted["state"], "running")
    for words in LOOKS[1:]:
        same(place.ctl(*words).code, 0, words)
    for words in WRITES:
        refuses(place.ctl(*words), 1, "newer")


def test_older_copy():
    restore("older")
    assert_all(3, "older copy", LOOKS[1:] + WRITES)
    refuses(place.ctl("verify"), 3, "older copy")
    # What was there before is accepted again.
    restore()
    same(place.do("verify").code, 0)


def test_restore():
    """A backup that is older than what was seen is put back only when told so."""
    restore()
    backup = place.path("backup")
    place.do("backup", backup)
    place.take(make_lines(401, 3))
    refuses(place.ctl("restore", backup), 3)
    same(place.do("export").out.count('"kind":"received"'), 123)
    result = place.do("restore", backup, "--accept-older")
    holds(result.out, place.docket)
    same(place.do("verify").code, 0)
    same(place.do("export").out.count('"kind":"received"'), 120)
    aside = [name for name in os.listdir(place.root)
             if name.startswith("office.docket") and name != "office.docket"]
    same(len(aside), 1, aside)
    holds(result.out, aside[0])
    refuses(place.ctl("restore", place.path("home")), 1)
    refuses(place.ctl("restore", place.path("missing")), 1)
    os.truncate(os.path.join(backup, "docket.db"), 9000)
    refuses(place.ctl("restore", backup, "--accept-older"), 3)
    same(place.do("verify").code, 0)
    shutil.rmtree(backup)
    shutil.rmtree(place.path(aside[0]))


# --- not to be written --------------------------------------------------------------------------


def become_nobody():
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)


def test_read_only_folder():
    """As root the folder would be written all the same, so there the program runs as nobody."""
    restore()
    options = {}
    if os.geteuid() == 0:
        folder = os.path.dirname(PROGRAM)
        while folder != "/":
            if not os.stat(folder).st_mode & stat.S_IXOTH:
                raise Skip(f"nobody may not enter {folder}")
            folder = os.path.dirname(folder)
        options["preexec_fn"] = become_nobody
        for folder, _, names in os.walk(place.root):
            for name in [folder] + [os.path.join(folder, name) for name in names]:
                os.chown(name, 65534, 65534)
    for folder, _, names in os.walk(place.docket):
        os.chmod(folder, 0o555)
        for name in names:
            os.chmod(os.path.join(folder, name), 0o444)
    try:
        for words in LOOKS:
            result = place.ctl(*words, **options)
            same(result.code, 0, f"{words}: {result.err}")
        for words in WRITES:
            refuses(place.ctl(*words, **options), 1, "cannot be written")
        rows = place.do("due", "--json", "--on", "2024-03-01", **options).json()
        same(rows[0]["state"], "running")
    finally:
        for folder, _, names in os.walk(place.docket):
            os.chmod(folder, 0o755)
            for name in names:
                os.chmod(os.path.join(folder, name), 0o644)


def test_state_not_to_be_written():
    """Without a place for pins and index: a sentence, no entry."""
    restore()
    before = place.do("export").raw
    env = {"XDG_STATE_HOME": place.write("file-in-the-way", "")}
    for words in WRITES + LOOKS[1:2]:
        result = place.ctl(*words, env=env)
        assert result.code in (0, 1), result.err
        assert result.code == 0 or "yishenctl: " in result.err, result.err
    same(place.do("export").raw, before, "entries")


run_tests(globals(), place)
