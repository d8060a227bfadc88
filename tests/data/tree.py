# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the tree from above: what stands at the top, and whether its scripts can be run. What
stands in the sources is sources.py.

tree.py TREE"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap

TOP = {"app", "data", "ui", "po", "tests", "meson.build", "meson_options.txt", "README.md",
       "COPYING"}
COMMANDS = ("app/run", "tests/run", ".ci/run")
FOLDERS = ("app", "data", "tests", ".ci")


def list_kept(root):
    """What git keeps, or None where this is no checkout (a release has no .git)."""
    if not (root / ".git").exists() or not shutil.which("git"):
        return None
    done = subprocess.run(["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z"],
                          capture_output=True, text=True)
    return [name for name in done.stdout.split("\0") if name] if done.returncode == 0 else None


def judge_top(names):
    tops = {name.split("/", 1)[0] for name in names}
    yield from (f"{top} does not belong at the top"
                for top in sorted(tops) if top not in TOP and not top.startswith("."))


def judge_kept(root, names):
    """Nothing that a build or an editor leaves."""
    for name in names:
        if name.endswith(("~", ".orig", ".rej", ".swp", ".o", ".a", ".pot", ".mo", ".pyc", ".log")):
            yield f"{name} is made by a program and is not kept"
        path = root / name
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            yield f"{name} leads out of the tree"


def first_line(path):
    with path.open("rb") as file:
        return file.readline()


def scripts_of(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                if path.suffix == ".sh" or first_line(path).startswith(b"#!"):
                    yield path


def check_commands(root):
    yield from (f"{name} is not there" for name in COMMANDS if not (root / name).is_file())


def check_scripts(root):
    for path in scripts_of(root):
        name, head = path.relative_to(root), first_line(path)
        if head.startswith(b"#!"):
            # The build hands Python scripts to Python.
            if path.suffix != ".py" and not os.access(path, os.X_OK):
                yield f"{name} cannot be run: chmod +x"
            if head.split()[0] not in (b"#!/usr/bin/env", b"#!/usr/bin/python3", b"#!/bin/sh"):
                yield f"{name} is for a program that may stand elsewhere: {head.decode().strip()}"
        if path.suffix == ".sh" or head.strip().endswith((b"bash", b"/sh")):
            done = subprocess.run(["bash", "-n", path], capture_output=True, text=True)
            if done.returncode != 0:
                yield done.stderr
    for path in (root / "data/completions").glob("*ctl"):
        done = subprocess.run(["bash", "-n", path], capture_output=True, text=True)
        if done.returncode != 0:
            yield done.stderr


def prove_itself():
    if not list(judge_top(["app/x.c", "notes.txt"])) or list(judge_top(["app/x.c", ".ci/run"])):
        yield "what belongs at the top is not known"
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "app").mkdir()
        script = root / "app/run"
        for text, mode in (("#!/usr/bin/env bash\nif\n", 0o755), ("#!/usr/bin/env bash\n", 0o644),
                           ("#!/opt/bash\n", 0o755)):
            script.write_text(text, encoding="utf-8")
            script.chmod(mode)
            if not list(check_scripts(root)):
                yield f"nothing wrong was found in {text!r} ({mode:o})"
        script.write_text("#!/usr/bin/env bash\necho\n", encoding="utf-8")
        script.chmod(0o755)
        yield from check_scripts(root)
        if not list(judge_kept(root, ["po/yishen.pot"])):
            yield "a template of translations was taken"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    plan = tap.Plan()
    names = list_kept(root)
    if names is None:
        plan.skip("what stands at the top", "no git checkout")
    else:
        plan.check("only what belongs there stands at the top", judge_top(names))
        plan.check("nothing is kept that a program makes", judge_kept(root, names))
    plan.check("the commands are there", check_commands(root))
    plan.check("scripts can be read by bash, and run", check_scripts(root))
    plan.check("broken scripts and strange files are noticed", prove_itself())
    plan.end()


if __name__ == "__main__":
    main()
