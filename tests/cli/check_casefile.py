# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""casefile: what is in the ZIP file, that making one is on record, what cannot be made; and that
tests/verify, which knows nothing of the program, passes it and finds every change."""

import hashlib
import html
import json
import os
import stat
import subprocess
import sys
import zipfile

from ctl import Place, entry, holds, received, refuses, run_tests, same

VERIFY = os.environ["VERIFY"]
TODAY = "2024-06-28"
PAGES = ["00-目录.html", "01-申请.html", "02-收件.html", "03-期限说明.html", "04-经办过程.html",
         "05-审批.html", "06-答复.html"]
DATA = ["数据/chain.ndjson", "数据/checkpoint.txt", "数据/entries.ndjson", "数据/manifest.json"]
place = Place()


def verify(path):
    done = subprocess.run([sys.executable, VERIFY, path], capture_output=True, text=True,
                          check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


def finds(path, *parts):
    code, said = verify(path)
    same(code, 1, said)
    for part in parts:
        holds(said, part)


def make(name, case="2024-0001", on=place):
    target = on.path(name)
    result = on.do("casefile", case, "-o", target)
    holds(result.out, target)
    return target


def members(path):
    with zipfile.ZipFile(path) as archive:
        same(archive.testzip(), None)
        return {name: archive.read(name) for name in archive.namelist()}


def write(name, contents):
    """Another ZIP file of such members, as whoever tampers would make one."""
    path = place.path(name)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in contents.items():
            archive.writestr(member, data)
    return path


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def found(on):
    """A case with a request, a reply that was approved, a struck note and an amended name."""
    on.found("--suite", "intl")
    request, reply = b"%PDF-1.4 request", b"%PDF-1.4 reply"
    for data in (request, reply):
        on.write("in/files/" + digest(data), data)
    case = "case/2024-0001"
    files = {"files": [digest(reply)]}
    facts = "sha256:" + "0" * 64
    first = received("2024-0001", "2024-02-08", name="张<b>三&")
    first["body"]["applicant"]["id_number"] = "110101199001011234"
    on.take([
        first,
        entry(case, "attached", "2024-02-08", file=digest(request), name="../../申请 表.pdf",
              role="request", media_type="application/pdf"),
        entry(case, "noted", "2024-02-09", text="一条写错的备注"),
        entry(case, "struck", "2024-02-09", of=3, reason="写错了"),
        entry(case, "amended", "2024-02-10", of=1, field="applicant.phone", from_="",
              to="13800000000", reason="补录"),
        entry(case, "attached", "2024-03-01", file=digest(reply), name="答复书.pdf", role="reply",
              media_type="application/pdf"),
        entry(case, "drafted", "2024-03-01", outcome="granted", **files),
        entry(case, "approval-asked", "2024-03-02", for_="reply", facts=facts, **files),
        entry(case, "approved", "2024-03-03", actor="李科长", asked=8, facts=facts, **files),
        entry(case, "replied", "2024-03-04", outcome="granted", sent_by="post", **files),
        entry(case, "dispatched", "2024-03-04", of=10, by="post", tracking="EMS 1"),
        entry(case, "delivered", "2024-03-06", of=10),
        entry("case/2024-0002", "received", "2024-02-08", **received(
            "2024-0002", "2024-02-08", name="别人")["body"]),
    ], "in/lines.ndjson")
    return request, reply


REQUEST, REPLY = found(place)


def test_contents():
    path = make("a.zip")
    contents = members(path)
    attachments = sorted(name for name in contents if name.startswith("附件/"))
    same(sorted(contents), sorted(PAGES + DATA + attachments))
    same(len(attachments), 2)
    holds(attachments[0], "附件/01-")
    assert attachments[0].endswith("申请 表.pdf"), attachments
    same([contents[name] for name in attachments], [REQUEST, REPLY])
    same(stat.S_IMODE(os.stat(path).st_mode), 0o600)
    for name in PAGES:
        holds(contents[name].decode(), '<html lang="zh-CN">')
    assert "别人" not in "".join(data.decode() for name, data in contents.items()
                               if not name.startswith("附件/"))
    code, said = verify(path)
    same(code, 0, said)


def test_pages():
    pages = {name: html.unescape(data.decode()) for name, data in members(place.path("a.zip")).items()
             if name.endswith(".html")}
    raw = members(place.path("a.zip"))["01-申请.html"].decode()
    holds(raw, "张&lt;b&gt;三&amp;")
    for part in ("张<b>三&", "110101199001011234", "13800000000"):
        holds(pages["01-申请.html"], part)
    holds(pages["02-收件.html"], "2024年3月6日")
    holds(pages["03-期限说明.html"], "2024年3月13日")
    for part in ("一条写错的备注", "本条已由第4条撤销", "现更正为", "李科长", "EMS 1"):
        holds(pages["04-经办过程.html"], part)
    holds(pages["05-审批.html"], digest(REPLY))
    # The digest of the facts was none of ours.
    holds(pages["05-审批.html"], "审批与答复不相符")
    holds(pages["06-答复.html"], "2024年3月4日")
    for data in (REQUEST, REPLY):
        holds(pages["00-目录.html"], hashlib.sha256(data).hexdigest())


def test_on_record():
    """Applicants stand in it in full, so each making is an entry, and in the file itself."""
    lines = [json.loads(line) for line in place.do("export").out.splitlines()]
    notes = [line for line in lines if line["kind"] == "noted"
             and "case file" in line["body"]["text"]]
    same(len(notes), 1)
    holds(members(place.path("a.zip"))["数据/entries.ndjson"].decode(), notes[0]["digest"])
    same(place.do("verify").code, 0)
    point = place.write("point", members(place.path("a.zip"))["数据/checkpoint.txt"])
    place.do("verify", "--checkpoint", point)


def test_times():
    """Attachments have the time at which they were put on record."""
    recorded = {}
    with zipfile.ZipFile(place.path("a.zip")) as archive:
        for line in archive.read("数据/entries.ndjson").decode().splitlines():
            line = json.loads(line)
            recorded[line["seq"]] = line["recorded_at"]
        same({info.date_time[0] for info in archive.infolist()},
             {int(min(recorded.values())[:4]), int(max(recorded.values())[:4])})
        assert all(info.flag_bits & 0x800 for info in archive.infolist()
                   if not info.filename.isascii()), "names are not marked as UTF-8"


def test_locale_c():
    """Names are UTF-8 whatever the locale is."""
    with Place(locale="C") as other:
        found(other)
        path = make("c.zip", on=other)
        same(sorted(PAGES) <= sorted(members(path)), True)
        same(set(PAGES + DATA) - set(members(path)), set())
        code, said = verify(path)
        same(code, 0, said)


def test_refused():
    refuses(place.ctl("casefile", "2024-0009", "-o", place.path("no.zip")), 1, "2024-0009")
    refuses(place.ctl("casefile", "2024-0001"), 2, "-o")
    refuses(place.ctl("casefile", "2024-0001", "-o", place.path("none", "a.zip")), 1, "none")
    refuses(place.ctl("casefile", "2024-0001", "-o", place.root), 1)
    refuses(place.ctl("casefile", "2024-0001", "-o", "/dev/null"), 1, "/dev/null")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    assert not os.path.exists(place.path("no.zip"))


def test_over_another():
    """What stands there is replaced when the new one is whole."""
    path = place.write("old.zip", "old")
    make("old.zip")
    same(verify(path)[0], 0)
    same([name for name in os.listdir(place.root) if name.startswith(".yishen")], [])


def test_damaged_file():
    """Nothing is handed to a court that the docket does not vouch for; what stood there stays."""
    with Place() as other:
        found(other)
        hex_digits = digest(REPLY)[len("sha256:"):]
        kept = other.path("office.docket", "files", hex_digits[:2], hex_digits[2:])
        os.chmod(kept, 0o600)
        with open(kept, "wb") as file:
            file.write(b"another reply")
        target = other.write("x.zip", "before")
        refuses(other.ctl("casefile", "2024-0001", "-o", target), 3, "答复书.pdf")
        with open(target, encoding="utf-8") as file:
            same(file.read(), "before")
        same([name for name in os.listdir(other.root) if name.startswith(".yishen")], [])


def test_missing_file():
    """A file that an entry names and nobody keeps is told of, and is no fault of the file."""
    with Place() as other:
        found(other)
        hex_digits = digest(REQUEST)[len("sha256:"):]
        os.remove(other.path("office.docket", "files", hex_digits[:2], hex_digits[2:]))
        path = make("m.zip", on=other)
        same(json.loads(members(path)["数据/manifest.json"])["missing"], [digest(REQUEST)])
        holds(members(path)["00-目录.html"].decode(), digest(REQUEST))
        same(verify(path)[0], 0)


def test_sample():
    """Every case of a sample year passes."""
    with Place() as other:
        docket = other.path("s.docket")
        same(other.run("sample", docket, "--today", TODAY, "--cases", "12").code, 0)
        lines = other.run("-d", docket, "export").out.splitlines()
        cases = sorted({json.loads(line)["stream"][len("case/"):] for line in lines
                        if '"stream":"case/' in line})
        same(len(cases), 12)
        for case in cases:
            path = other.path(case + ".zip")
            result = other.run("-d", docket, "casefile", case, "-o", path)
            same(result.code, 0, result.err)
            code, said = verify(path)
            same(code, 0, f"{case}: {said}")


# --- changes, each found --------------------------------------------------------------------------

def load():
    return members(place.path("a.zip"))


def reseal(contents):
    """Puts the manifest right again: what a careful hand would do."""
    manifest = json.loads(contents["数据/manifest.json"])
    for file in manifest["files"]:
        data = contents[file["name"]]
        file.update(size=len(data), sha256=hashlib.sha256(data).hexdigest(),
                    sm3=sm3(data))
    contents["数据/manifest.json"] = json.dumps(manifest).encode()


def sm3(data):
    done = subprocess.run(["openssl", "dgst", "-sm3", "-r"], input=data, capture_output=True,
                          check=True)
    return done.stdout.split()[0].decode()


def test_change_byte():
    for name in load():
        if name == "数据/manifest.json":
            continue
        contents = load()
        data = bytearray(contents[name])
        data[len(data) // 2] ^= 1
        contents[name] = bytes(data)
        finds(write("t.zip", contents), f"{name} was changed")


def test_change_raw_byte():
    """In the ZIP file itself, without making it right: anywhere in the data of a member."""
    with open(place.path("a.zip"), "rb") as file:
        data = bytearray(file.read())
    data[len(data) // 3] ^= 1
    same(verify(place.write("t.zip", bytes(data)))[0], 1)
    same(verify(place.write("t.zip", bytes(data[:len(data) // 2])))[0], 1)
    same(verify(place.write("t.zip", b""))[0], 1)
    same(verify(place.path("not there.zip"))[0], 1)


def test_change_set_of_files():
    contents = load()
    contents["附件/03-其他.pdf"] = b"%PDF"
    finds(write("t.zip", contents), "附件/03-其他.pdf", "added afterwards")
    for name in PAGES + DATA:
        contents = load()
        del contents[name]
        finds(write("t.zip", contents), name)


def test_change_swap():
    contents = load()
    one, two = sorted(name for name in contents if name.startswith("附件/"))
    contents[one], contents[two] = contents[two], contents[one]
    finds(write("t.zip", contents), f"{one} was changed", f"{two} was changed")
    reseal(contents)
    finds(write("t.zip", contents), "is not the file", "do not say the same digests")


def test_change_index():
    contents = load()
    contents["00-目录.html"] = contents["00-目录.html"].replace(
        hashlib.sha256(REPLY).hexdigest().encode(), b"0" * 64)
    reseal(contents)
    finds(write("t.zip", contents), "The index and the manifest do not say the same digests")


def test_change_attachment_with_everything():
    """Another reply, with manifest and index put right: the entries tell."""
    contents = load()
    other = b"%PDF-1.4 another reply"
    name = sorted(name for name in contents if name.startswith("附件/"))[1]
    contents[name] = other
    for old, new in ((hashlib.sha256(REPLY).hexdigest(), hashlib.sha256(other).hexdigest()),
                     (sm3(REPLY), sm3(other))):
        contents["00-目录.html"] = contents["00-目录.html"].replace(old.encode(), new.encode())
    reseal(contents)
    finds(write("t.zip", contents), "is not the file", "speaks of the file " + digest(REPLY))


def resaid(change):
    """The case file with an entry told otherwise and all digests of files put right."""
    contents = load()
    before = {name: (hashlib.sha256(data).hexdigest(), sm3(data))
              for name, data in contents.items()}
    change(contents)
    for name, data in contents.items():
        for old, new in zip(before[name], (hashlib.sha256(data).hexdigest(), sm3(data))):
            contents["00-目录.html"] = contents["00-目录.html"].replace(old.encode(), new.encode())
    reseal(contents)
    return write("t.zip", contents)


def edit(contents, name, old, new):
    assert old.encode() in contents[name], old
    contents[name] = contents[name].replace(old.encode(), new.encode())


def test_change_entry():
    def backdate(contents):
        for name in ("数据/entries.ndjson", "数据/chain.ndjson"):
            edit(contents, name, '"on":"2024-03-04"', '"on":"2024-02-28"')
    finds(resaid(backdate), "Entry 10: its digest does not follow")

    def entries_alone(contents):
        edit(contents, "数据/entries.ndjson", '"on":"2024-03-04"', '"on":"2024-02-28"')
    finds(resaid(entries_alone), "entries and chain differ in on")

    def take_out(contents):
        for name in ("数据/entries.ndjson", "数据/chain.ndjson"):
            lines = contents[name].splitlines(keepends=True)
            contents[name] = b"".join(lines[:4] + lines[5:])
    finds(resaid(take_out), "Entry 5 calls itself 6")


def test_change_approval():
    def swap(contents):
        lines = contents["数据/entries.ndjson"].splitlines(keepends=True)
        lines[9] = lines[9].replace(digest(REPLY).encode(), digest(REQUEST).encode())
        contents["数据/entries.ndjson"] = b"".join(lines)
    finds(resaid(swap), "The reply of entry 10 does not consist of the files that entry 9 approved")


def test_usage():
    done = subprocess.run([sys.executable, VERIFY], capture_output=True, text=True, check=False)
    same(done.returncode, 2)
    holds(done.stderr, "verify FILE.zip")


run_tests(globals(), place)
