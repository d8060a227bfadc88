# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""faults.md 8: entries and files changed, inserted, deleted, reordered, cut off by raw SQL, the
triggers put back as they were: `verify` names the first bad place and exits 3. What breaks the file
itself is in check_damage.py."""

import os
import shutil
import sqlite3

from ctl import Place, entry, holds, received, run_tests, same

SIZE = 12  # entries


def build(place):
    place.found()
    lines = []
    for number in range(1, 5):
        case = f"2024-000{number}"
        lines += [received(case, "2024-02-08", f"第{number}号"),
                  entry(f"case/{case}", "assigned", "2024-02-09", to="甲", actor="officer-1"),
                  entry(f"case/{case}", "noted", "2024-02-10", text=f"记{number}")]
    place.take(lines[:-1])
    paper = place.write("paper.txt", "附件一")
    place.do("attach", "2024-0001", paper, "--role", "request")
    same(place.do("verify").code, 0)
    shutil.copytree(place.docket, place.path("pristine"))


def restore(place):
    shutil.rmtree(place.docket)
    shutil.copytree(place.path("pristine"), place.docket)


def tamper(place, *statements):
    """Runs SQL without the triggers, and puts them back."""
    db = sqlite3.connect(os.path.join(place.docket, "docket.db"), isolation_level=None)
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    assert triggers
    db.execute("BEGIN")
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement)
    for _, sql in triggers:
        db.execute(sql)
    db.execute("COMMIT")
    db.close()


ZERO = "sm3:" + "0" * 64
COPY = ("INSERT INTO entries SELECT {0}, stream, seq + 50, kind, \"on\", recorded_at, actor, "
        "command || 'x', part, imported, body_digest, digest, signature, signer FROM entries "
        "WHERE position = {1}")

# What is done, and the position that must be named; None: the place is no entry. Where the last
# entries are gone, that is the last one which this client has seen.
CASES = {
    "stream": (["UPDATE entries SET stream = 'case/2024-0099' WHERE position = 5"], 5),
    "seq": (["UPDATE entries SET seq = 9 WHERE position = 5"], 5),
    "kind": (["UPDATE entries SET kind = 'noted' WHERE position = 5"], 5),
    "on": (["UPDATE entries SET \"on\" = '2024-02-08' WHERE position = 5"], 5),
    "recorded_at": (["UPDATE entries SET recorded_at = '2024-01-01T00:00:00Z' "
                     "WHERE position = 5"], 5),
    "actor": (["UPDATE entries SET actor = 'officer-2' WHERE position = 5"], 5),
    "actor-gone": (["UPDATE entries SET actor = NULL WHERE position = 5"], 5),
    "actor-made": (["UPDATE entries SET actor = '' WHERE position = 4"], 4),
    "command": (["UPDATE entries SET command = '00000000-0000-4000-8000-000000000000' "
                 "WHERE position = 12"], 12),
    "imported": (["UPDATE entries SET imported = 0 WHERE position = 5"], 5),
    "body-digest": ([f"UPDATE entries SET body_digest = '{ZERO}' WHERE position = 5"], 5),
    "digest": ([f"UPDATE entries SET digest = '{ZERO}' WHERE position = 5"], 5),
    "signature": (["UPDATE entries SET signature = 'x' WHERE position = 5"], 5),
    "body": (["UPDATE bodies SET body = replace (body, '记1', '记9') WHERE position = 3"], 3),
    "salt": (["UPDATE bodies SET salt = zeroblob (16) WHERE position = 3"], 3),
    "bodies-swapped": (["UPDATE bodies SET position = 99 WHERE position = 3",
                        "UPDATE bodies SET position = 3 WHERE position = 6",
                        "UPDATE bodies SET position = 6 WHERE position = 99"], 3),
    "first-changed": (["UPDATE entries SET kind = 'arrived' WHERE position = 1"], 1),
    "last-changed": ([f"UPDATE entries SET kind = 'noted' WHERE position = {SIZE}"], SIZE),
    "inserted-last": ([COPY.format(SIZE + 1, 2)], SIZE + 1),
    "inserted-with-gap": ([COPY.format(SIZE + 5, 2)], SIZE + 1),
    "deleted": (["DELETE FROM entries WHERE position = 5", "DELETE FROM bodies WHERE position = 5"],
                5),
    "deleted-first": (["DELETE FROM entries WHERE position = 1",
                       "DELETE FROM bodies WHERE position = 1"], 1),
    "deleted-and-closed-up": (["DELETE FROM entries WHERE position = 5",
                               "DELETE FROM bodies WHERE position = 5",
                               "UPDATE entries SET position = position - 1 WHERE position > 5",
                               "UPDATE bodies SET position = position - 1 WHERE position > 5"], 5),
    "reordered": (["UPDATE entries SET position = 99 WHERE position = 4",
                   "UPDATE entries SET position = 4 WHERE position = 5",
                   "UPDATE entries SET position = 5 WHERE position = 99",
                   "UPDATE bodies SET position = 99 WHERE position = 4",
                   "UPDATE bodies SET position = 4 WHERE position = 5",
                   "UPDATE bodies SET position = 5 WHERE position = 99"], 4),
    "cut": ([f"DELETE FROM entries WHERE position > {SIZE - 3}",
             f"DELETE FROM bodies WHERE position > {SIZE - 3}"], SIZE),
    "all-cut": (["DELETE FROM entries", "DELETE FROM bodies"], SIZE),
    "founding": (["UPDATE docket SET founding = replace (founding, 'recorded', 'none')"], None),
    "suite": (["UPDATE docket SET suite = 'intl'"], None),
    "table-added": (["CREATE TABLE shadow (a)"], None),
    "column-added": (["ALTER TABLE bodies ADD COLUMN remark TEXT"], None),
    "stray-body": (["INSERT INTO bodies VALUES (77, zeroblob (16), '{}')"], None),
}

place = Place()


def test_build():
    build(place)
    db = sqlite3.connect(os.path.join(place.docket, "docket.db"))
    same(db.execute("SELECT max (position) FROM entries").fetchone()[0], SIZE)
    db.close()


def assert_bad(result, position):
    same((result.code, result.raw), (3, b""), result.err)
    same(result.err.count("\n"), 1, "lines on stderr")
    assert "CRITICAL" not in result.err and "(null)" not in result.err, result.err
    if position is not None:
        numbers = [int(word.strip(".,:;()")) for word in result.err.split()
                   if word.strip(".,:;()").isdigit()]
        assert position in numbers, f"{position} is not named: {result.err}"


def test_entries():
    failures = []
    for name, (statements, position) in CASES.items():
        restore(place)
        tamper(place, *statements)
        try:
            assert_bad(place.ctl("verify"), position)
        except AssertionError as error:
            failures.append(f"{name}: {error}")
    same(failures, [])
    return f"{len(CASES)} ways"


def test_triggers():
    """Triggers that are gone, or that say something else."""
    for statement in ("DROP TRIGGER entries_update", "DROP TRIGGER bodies_delete"):
        restore(place)
        db = sqlite3.connect(os.path.join(place.docket, "docket.db"))
        db.execute(statement)
        db.close()
        assert_bad(place.ctl("verify"), None)


def stored(which=0):
    files = sorted(os.path.join(folder, name)
                   for folder, _, names in os.walk(os.path.join(place.docket, "files"))
                   for name in names)
    assert files
    return files[which]


def test_files():
    def overwrite(path):
        os.chmod(path, 0o600)
        with open(path, "wb") as file:
            file.write("附件二".encode("utf-8"))

    def cut(path):
        os.chmod(path, 0o600)
        os.truncate(path, 3)

    def rename(path):
        os.rename(path, path[:-4] + "0000")

    for change in (overwrite, cut, os.remove, rename):
        restore(place)
        path = stored()
        change(path)
        result = place.ctl("verify")
        assert_bad(result, None)
        if change is not rename:
            holds(result.err, path[-40:])


def test_noticed_without_verify():
    """What this client has seen is compared at every opening: no verb goes on unmoved."""
    for name in ("deleted-and-closed-up", "cut", "all-cut", "founding"):
        restore(place)
        tamper(place, *CASES[name][0])
        for words in (("due", "--on", "2024-03-01"), ("clock", "2024-0001", "--on", "2024-03-01"),
                      ("import", place.path("lines.ndjson")), ("report", "2024", "--json"),
                      ("backup", place.path("copy"))):
            result = place.ctl(*words)
            same((result.code, result.raw), (3, b""), f"{name}: {words}: {result.err}")
        assert not os.path.exists(place.path("copy"))


def test_checkpoint():
    """A client that has never seen the docket has the checkpoint of one that has."""
    restore(place)
    checkpoint = place.path("checkpoint")
    place.do("verify", "--save-checkpoint", checkpoint)
    holds(place.do("verify", "--checkpoint", checkpoint).out, "checkpoint")
    stranger = {"XDG_STATE_HOME": place.path("stranger")}
    same(place.ctl("verify", "--checkpoint", checkpoint, env=stranger).code, 0)

    tamper(place, *CASES["cut"][0])
    same(place.ctl("verify", env=stranger).code, 0)  # Nobody is left who could know.
    result = place.ctl("verify", "--checkpoint", checkpoint, env=stranger)
    same(result.code, 3, result.err)

    restore(place)
    place.do("attach", "2024-0002", place.path("paper.txt"), "--role", "other")
    same(place.do("verify", "--checkpoint", checkpoint).code, 0)
    for text in ("", "nonsense", "yishen-checkpoint 1\n"):
        result = place.ctl("verify", "--checkpoint", place.write("bad", text))
        same(result.code, 1, f"{text!r}: {result.err}")
    same(place.ctl("verify", "--checkpoint", place.path("missing")).code, 1)


run_tests(globals(), place)
