# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of yishenctl share: a place of their own with HOME and state, one way to run the
program, and TAP. The path of the program stands in YISHENCTL; nothing is tested here."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ["YISHENCTL"]


class Result:
    def __init__(self, code, out, err):
        self.code, self.raw, self.err = code, out, err

    @property
    def out(self):
        return self.raw.decode("utf-8")

    def json(self):
        return json.loads(self.out, object_pairs_hook=unique)


def unique(pairs):
    assert len({key for key, _ in pairs}) == len(pairs), f"a key stands twice: {pairs}"
    return dict(pairs)


class Place:
    """A folder with HOME and state of its own, removed afterwards."""

    def __init__(self, locale="C.UTF-8"):
        self.root = tempfile.mkdtemp(prefix="yishen-cli-")
        self.docket = self.path("office.docket")
        self.env = {key: value for key, value in os.environ.items()
                    if key in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "G_DEBUG")}
        self.env.update(HOME=self.path("home"), XDG_STATE_HOME=self.path("state"),
                        TMPDIR=self.path("tmp"), LC_ALL=locale, TZ="Asia/Shanghai",
                        YISHEN_LOCALE_DIR=self.path("none"))
        for name in ("home", "state", "tmp"):
            os.mkdir(self.path(name))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for folder, _, _ in os.walk(self.root):
            os.chmod(folder, 0o700)
        shutil.rmtree(self.root)

    def path(self, *names):
        return os.path.join(self.root, *names)

    def write(self, name, data):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data.encode("utf-8") if isinstance(data, str) else data)
        return path

    def run(self, *words, env=(), cwd=None, **options):
        """The program with these words, on no docket but those they name."""
        options.setdefault("stdout", subprocess.PIPE)
        done = subprocess.run([PROGRAM, *map(os.fsencode, words)], env=self.env | dict(env),
                              stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              cwd=cwd or self.root, timeout=60, **options)
        return Result(done.returncode, done.stdout, done.stderr.decode("utf-8"))

    def ctl(self, *words, **options):
        """The same on the place's docket."""
        return self.run("-d", self.docket, *words, **options)

    def do(self, *words, **options):
        """What has to succeed."""
        result = self.ctl(*words, **options)
        assert result.code == 0, f"{words}: exit {result.code}: {result.err}"
        return result

    def found(self, *words):
        result = self.run("init", self.docket, "--agency", "示例局", *words)
        assert result.code == 0, result.err

    def take(self, lines, name="lines.ndjson"):
        """Imports a list of entries, or a text."""
        text = lines if isinstance(lines, str) else "".join(
            json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        return self.do("import", self.write(name, text))


def same(found, wanted, what=""):
    assert found == wanted, f"{what}: found {found!r}, wanted {wanted!r}"


def holds(text, part):
    assert part in text, f"{part!r} is not in {text!r}"


def refuses(result, code=1, says=""):
    """Nothing on stdout, the reason on stderr, one sentence of ours."""
    same(result.code, code, result.err)
    same(result.raw, b"", "stdout")
    holds(result.err, "yishenctl: ")
    holds(result.err, says)
    assert "(null)" not in result.err and "CRITICAL" not in result.err, result.err


def entry(stream, kind, on, actor=None, **body):
    line = {"stream": stream, "kind": kind, "on": on,
            "body": {key.rstrip("_"): value for key, value in body.items()}}
    return line | ({"actor": actor} if actor else {})


def received(case, on, title="古渡路工程", klass="person", name="张三", **more):
    return entry(f"case/{case}", "received", on, channel="in-person", submitted_on=on,
                 applicant={"class": klass, "name": name},
                 request={"title": title, "description": "申请公开" + title + "的批复全文",
                          "form": "paper", "delivery": "post"}, **more)


class Skip(Exception):
    """A reason why something cannot be tested here."""


def run_tests(names, *places):
    """Runs every function whose name begins with test_, in order, speaks TAP, and clears up."""
    tests = [(name, test) for name, test in names.items() if name.startswith("test_")]
    failed = False
    print(f"1..{len(tests)}", flush=True)
    for number, (name, test) in enumerate(tests, 1):
        title = name[5:].replace("_", "-")
        try:
            note = test()
        except Skip as skip:
            print(f"ok {number} - {title} # SKIP {skip}", flush=True)
            continue
        except Exception:  # pylint: disable=broad-except
            failed = True
            print(f"not ok {number} - {title}")
            for line in traceback.format_exc().splitlines():
                print("# " + line)
        else:
            print(f"ok {number} - {title}")
            if note:
                print(f"# {note}")
        sys.stdout.flush()
    for place in places:
        place.__exit__()
    sys.exit(failed)
