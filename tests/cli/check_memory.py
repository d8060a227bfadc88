# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Memory: an import ten times as long takes no more of it, and nonsense is refused in little.
Sanitizers keep what was freed, so they skip this."""

import json
import os
import random
import subprocess
import sys
import time

from ctl import PROGRAM, Place, Skip, entry, received, run_tests, same

MEBIBYTE = 1024 * 1024
place = Place()


def is_sanitized():
    with open(PROGRAM, "rb") as file:
        return b"__asan_" in file.read()


# A child is said to have used at its peak what its parent used when it was forked: so the parent is
# a small one.
LAUNCHER = """
import os, sys
null = os.open("/dev/null", os.O_RDWR)
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                     file_actions=[(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1)])
_, status, usage = os.wait4(pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss)
"""


def peak(*words):
    """(exit code, peak memory in MiB, seconds, stderr)"""
    begin = time.monotonic()
    command = [sys.executable, "-S", "-c", LAUNCHER, PROGRAM, "-d", place.docket, *words]
    done = subprocess.run(command, env=place.env, capture_output=True, timeout=120, check=True)
    code, kibibytes = map(int, done.stdout.split())
    return code, kibibytes / 1024, time.monotonic() - begin, done.stderr.decode("utf-8")


def write_cases(name, first, count, letters=60):
    with open(place.path(name), "w", encoding="utf-8") as file:
        for number in range(first, first + count):
            case = f"2024-{number:04}"
            for line in [received(case, "2024-02-08", f"关于第{number}号文件的信息")] + [
                    entry(f"case/{case}", "noted", "2024-02-09", text=f"记{k}" + "字" * letters)
                    for k in range(5)]:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return place.path(name)


def test_begin():
    if is_sanitized():
        raise Skip("the sanitizer keeps what was freed")
    place.found()


def test_flat():
    if is_sanitized():
        raise Skip("the sanitizer keeps what was freed")
    # Already the smaller one fills the store's page cache of 16 MiB.
    code, small, _, told = peak("import", write_cases("small", 1, 300, 4000))
    same(code, 0, told)
    code, large, seconds, told = peak("import", write_cases("large", 10000, 3000, 4000))
    same(code, 0, told)
    assert large < 1.5 * small, f"{small:.1f} MiB, then {large:.1f} MiB"
    _, exported, _, _ = peak("export")
    assert exported < 1.5 * small, f"export: {exported:.1f} MiB"
    _, verified, _, _ = peak("verify")
    assert verified < 1.5 * small, f"verify: {verified:.1f} MiB"
    return (f"import of 18 MB {small:.1f} MiB, of 180 MB {large:.1f} MiB in {seconds:.1f} s; "
            f"export {exported:.1f}, verify {verified:.1f} MiB")


def write_repeated(name, block, size=50 * MEBIBYTE):
    with open(place.path(name), "wb") as file:
        while file.tell() < size:
            file.write(block)
    return place.path(name)


def kinds_of_nonsense():
    dice = random.Random(50)
    note = json.dumps(entry("case/2023-0001", "wrongly", "2024-02-09", text="x" * 60)) + "\n"
    yield "no newline", b"x" * MEBIBYTE
    yield "nul", b"\0" * MEBIBYTE
    yield "blanks", b" \t\r" * MEBIBYTE
    yield "random", dice.randbytes(MEBIBYTE)
    yield "wrong kind", note.encode() * 2000
    yield "braces", b"{" * MEBIBYTE
    yield "endless text", b'{"stream":"' + b"a" * MEBIBYTE
    yield "open objects", b'{"a":' * 20000 + b"\n"
    yield "long lists", b'{"body":[' + b"1," * 400000 + b"1]}\n"


def test_nonsense():
    if is_sanitized():
        raise Skip("the sanitizer keeps what was freed")
    told = []
    for name, block in kinds_of_nonsense():
        code, memory, seconds, err = peak("import", write_repeated("nonsense", block))
        same(code, 1, f"{name}: {err[:300]}")
        assert memory < 100, f"{name}: {memory:.1f} MiB"
        assert len(err) < 20000, f"{name}: {len(err)} bytes on stderr"
        told.append(f"{name} {memory:.0f} MiB {seconds:.1f} s")
    same(place.do("verify").code, 0)
    return "; ".join(told)


def test_late_refusal():
    """Good lines to the end but for the last one: all taken back, in little memory."""
    if is_sanitized():
        raise Skip("the sanitizer keeps what was freed")
    before = place.do("export").raw
    path = write_cases("late", 30000, 8000)
    with open(path, "a", encoding="utf-8") as file:
        file.write('{"stream":"case/2024-30000","kind":"corrected","on":"2024-02-09","body":{}}\n')
    code, memory, seconds, err = peak("import", path)
    same(code, 1, err)
    assert "line 48001" in err, err
    assert memory < 100, f"{memory:.1f} MiB"
    assert place.do("export").raw == before, "something was kept"
    return f"{memory:.0f} MiB {seconds:.1f} s"


run_tests(globals(), place)
