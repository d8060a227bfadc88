# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where output goes: to files beside which attachments are laid, over files that stand there, into
folders that are missing, and to a full device, where exit 0 would be a lie."""

import hashlib
import json
import os

from ctl import Place, entry, holds, received, refuses, run_tests, same

place = Place()
DAY = "2024-03-01"


def test_begin():
    place.found("--approval", "none")
    place.take([received(f"2024-{number:04}", "2024-02-08") for number in range(1, 400)])
    for name, text in (("一.txt", "甲"), ("二.txt", "乙")):
        place.do("attach", "2024-0001", place.write(name, text), "--role", "other")


def test_export_with_files():
    os.mkdir(place.path("out"))
    place.do("export", place.path("out", "a.ndjson"))
    with open(place.path("out", "a.ndjson"), encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    same(len(lines), 401)
    named = {line["body"]["file"] for line in lines if line["kind"] == "attached"}
    same(set(os.listdir(place.path("out", "files"))), named)
    with Place() as other:
        other.found()
        holds(other.do("import", place.path("out", "a.ndjson")).out, "2 files")
        holds(other.do("verify").out, "401 entries, 2 files")


def test_export_here():
    """A name without a folder means the folder that the command stands in."""
    os.mkdir(place.path("here"))
    place.do("export", "a.ndjson", cwd=place.path("here"))
    same(sorted(os.listdir(place.path("here"))), ["a.ndjson", "files"])


def test_export_of_sha256():
    text = "丙"
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    place.write("in/files/" + digest, text)
    place.take([received("2024-0900", "2024-02-08"),
                entry("case/2024-0900", "attached", "2024-02-09", file=digest, name="丙.txt",
                      role="other", media_type="text/plain")], "in/a.ndjson")
    place.do("export", place.path("out", "b.ndjson"))
    with open(place.path("out", "files", digest), encoding="utf-8") as file:
        same(file.read(), text)


def test_full_device():
    with open("/dev/full", "wb") as full:
        for words in (("export",), ("due", "--on", DAY), ("due", "--on", DAY, "--json"),
                      ("due", "--on", DAY, "--csv"), ("show", "2024-0001"),
                      ("clock", "2024-0001", "--on", DAY), ("search", "古渡路"),
                      ("similar", "2024-0001"),
                      ("clock", "2024-0001", "--on", DAY, "--json"), ("verify",),
                      ("report", "2024", "--on", DAY), ("report", "2024", "--on", DAY, "--json"),
                      ("workdays", "2024-02-08", "20"), ("--help",), ("due", "--help"),
                      ("--version",)):
            options = () if words[0].startswith("--") else ("-d", place.docket)
            result = place.run(*options, *words, stdout=full)
            same(result.code, 1, f"{words}: {result.err}")
            holds(result.err, "yishenctl: ")
        # What was done is done, but whoever reads the output is told that it is not all there.
        result = place.ctl("attach", "2024-0002", place.path("一.txt"), "--role", "other",
                           stdout=full)
        same(result.code, 1, result.err)
        more = place.write("more", json.dumps(received("2024-0901", "2024-02-08")))
        result = place.ctl("import", more, stdout=full)
        same(result.code, 1, result.err)


def test_full_file():
    refuses(place.ctl("export", "/dev/full"), 1)
    refuses(place.ctl("report", "2024", "--on", DAY, "-o", "/dev/full/a.csv"), 1)


def test_missing_folder():
    missing = place.path("missing")
    for name in ("a.csv", "a.html", "a.json", "a.xlsx"):
        refuses(place.ctl("report", "2024", "--on", DAY, "-o", os.path.join(missing, name)), 1)
    refuses(place.ctl("export", os.path.join(missing, "a.ndjson")), 1)
    same(place.ctl("verify", "--checkpoint", os.path.join(missing, "c")).code, 1)
    same(place.ctl("verify", "--save-checkpoint", os.path.join(missing, "c")).code, 1)
    refuses(place.ctl("backup", os.path.join(missing, "deep", "c")), 1)
    assert not os.path.exists(missing)


def test_good_file_stays():
    """An export that fails leaves the good one of yesterday; and no scraps beside it."""
    target = place.path("out", "a.ndjson")
    with open(target, "rb") as file:
        before = file.read()
    names = sorted(os.listdir(place.path("out")))
    files = [os.path.join(folder, name)
             for folder, _, found in os.walk(os.path.join(place.docket, "files")) for name in found]
    hidden = files[0] + "-hidden"
    for name in os.listdir(place.path("out", "files")):
        os.remove(place.path("out", "files", name))
    os.rename(files[0], hidden)
    try:
        result = place.ctl("export", target)
        assert result.code in (1, 3), result.code
        holds(result.err, "yishenctl: ")
    finally:
        os.rename(hidden, files[0])
    with open(target, "rb") as file:
        same(file.read() == before, True, "the file is as before")
    same(sorted(os.listdir(place.path("out"))), names)


def test_closed_pipe():
    """Whoever reads only the first lines gets them, and no complaint of ours."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        result = place.ctl("export", stdout=pipe)
    assert result.code in (1, -13), result.code


def test_report_refused():
    """A report whose checks fail is refused, the identities named; --draft writes it anyway."""
    with Place() as other:
        other.found("--approval", "none")
        # Repealed more than there ever were.
        other.take([entry("register/normative/opening", "counted", "2022-12-31", rule=0,
                          normative=0),
                    entry("register/normative/a", "issued", "2024-02-09", type="rule", title="t"),
                    entry("register/normative/a", "repealed", "2023-02-09", by="b")])
        plain = other.ctl("report", "2023", "--json", "--on", "2024-03-01")
        draft = other.ctl("report", "2023", "--json", "--draft", "--on", "2024-03-01")
        same(draft.code, 0, draft.err)
        same([check["id"] for check in draft.json()["checks"] if not check["holds"]],
             ["table2-in-force"])
        refuses(plain, 1, "table2-in-force")
        path = other.path("a.xlsx")
        refuses(other.ctl("report", "2023", "--on", "2024-03-01", "-o", path), 1, "table2-in-force")
        assert not os.path.exists(path)
        same(other.ctl("report", "2023", "--on", "2024-03-01", "--draft", "-o", path).code, 0)
        assert os.path.getsize(path) > 1000
        same(other.ctl("report", "2022", "--json", "--on", "2024-03-01").code, 0)


run_tests(globals(), place)
