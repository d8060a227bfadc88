# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the pages and the completion of the window's program to the options that it has, neither
more nor fewer.

desk_manual.py YISHEN VERSION COMPLETION PAGE…"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import tap
from manual import OPTION, check_lint, plain

# Options that GTK and GApplication bring are no concern of ours.
FOREIGN = {"--help-all", "--help-gapplication", "--help-gtk", "--display", "--gapplication-service"}


def read_options(program):
    env = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    said = subprocess.run([program, "--help"], capture_output=True, text=True, env=env,
                          check=True).stdout
    return set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", said, re.M)) - FOREIGN


def ask_completion(completion, *words):
    script = '. "$1"; COMP_WORDS=(yishen "${@:2}" --); COMP_CWORD=$#; _yishen; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script, "bash", completion, *words], capture_output=True,
                          text=True, check=True)
    return set(done.stdout.split())


def check_page(path, options):
    told = set(OPTION.findall(plain(path.read_text(encoding="utf-8"))))
    yield from (f"{path}: {option} is not told" for option in sorted(options - told))
    yield from (f"{path}: there is no {option}" for option in sorted(told - options))


def check_version(path, version):
    if f'"Yishen {version}"' not in path.read_text(encoding="utf-8"):
        yield f"{path}: the heading does not name version {version}"


def check_completion(completion, options):
    offered = ask_completion(completion) | ask_completion(completion, "--remind")
    yield from (f"{option}" for option in sorted(offered ^ options))


def main():
    program, version, completion = sys.argv[1:4]
    pages = [pathlib.Path(word) for word in sys.argv[4:]]
    plan = tap.Plan()
    options = read_options(program)
    plan.check("the program tells its options", [] if "--remind" in options else [options])
    plan.check("the completion offers them", check_completion(completion, options))
    for page in pages:
        name = "/".join(page.parts[-2:])
        plan.check(f"{name}: tells every option, and no other", check_page(page, options))
        plan.check(f"{name}: is of this version", check_version(page, version))
        if shutil.which("mandoc"):
            plan.check(f"{name}: mandoc has nothing to say", check_lint(page))
        else:
            plan.skip(f"{name}: linted", "mandoc is not installed")
    plan.check("a changed program is noticed",
               [page for page in pages
                if not list(check_page(page, options | {"--frob"}))
                or not list(check_page(page, options - {"--once"}))]
               + ([] if list(check_completion(completion, options | {"--frob"})) else [completion]))
    plan.end()


if __name__ == "__main__":
    main()
