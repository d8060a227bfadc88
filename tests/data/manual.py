# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the man pages and the completion to what the program says of itself: every verb, every
option, nothing else; and runs the examples as they are written.

manual.py YISHENCTL COMPLETION PAGE…"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

# Options that all verbs share stand once in a page; these are no options of a verb.
SHARED = {"--as", "--docket", "--help"}

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")

CASES = (
    '{"stream":"case/2024-0001","kind":"received","on":"2024-02-08","body":{"applicant":{"class":'
    '"person","name":"张三"},"channel":"in-person","request":{"delivery":"post","description":'
    '"申请公开征收补偿标准。","form":"paper","title":"征收补偿标准"},"submitted_on":"2024-02-08"}}\n')


def run(program, *words):
    env = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    env.pop("YISHEN_DOCKET", None)
    done = subprocess.run([program, *words], capture_output=True, text=True, env=env, check=True)
    return done.stdout


def read_verbs(program):
    """{verb: long options}, as the program's own help has them."""
    names = re.findall(r"^  (\w+)\s+\S", run(program, "--help"), re.M)
    return {name: set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", run(program, name, "--help"), re.M))
            for name in names}


def plain(roff):
    """A page without fonts and escapes, macros still standing."""
    text = re.sub(r'^\.\\".*\n', "", roff, flags=re.M)
    text = re.sub(r"\\f[BIR]", "", text)
    return text.replace("\\-", "-").replace("\\|", "").replace("\\\n", "")


def read_page(path):
    """{verb: the text of its paragraphs}, and the whole text."""
    text = plain(path.read_text(encoding="utf-8"))
    sections, verb = {}, None
    lines = text.splitlines()
    inside, depth = False, 0
    for at, line in enumerate(lines):
        if line.startswith(".SH"):
            inside, verb = False, None
        if line.startswith(".SS"):
            inside, verb = True, None
        depth += line.startswith(".RS") - line.startswith(".RE")
        if inside and depth == 0 and at and lines[at - 1] == ".TP":
            verb = line.split()[0]
        if verb:
            sections[verb] = sections.get(verb, "") + line + "\n"
    return sections, text


def options_in(text):
    return set(OPTION.findall(re.sub(r'" ?[,、] ?"', " ", text)))


def check_page(path, verbs):
    sections, text = read_page(path)
    yield from (f"{path}: nothing about the verb {verb}" for verb in verbs if verb not in sections)
    yield from (f"{path}: there is no verb {verb}" for verb in sections if verb not in verbs)
    for verb in set(verbs) & set(sections):
        told = options_in(sections[verb])
        own = verbs[verb] - SHARED
        yield from (f"{path}: {verb} has {option}, which is not told"
                    for option in sorted(own - told))
        yield from (f"{path}: {verb} has no {option}"
                    for option in sorted(told - verbs[verb]))
    yield from (f"{path}: {option} is not told"
                for option in sorted((SHARED | {"--version"}) - options_in(text)))


def ask_completion(completion, verb):
    script = ('. "$1"; COMP_WORDS=(yishenctl $2 --); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));'
              ' _yishenctl; printf "%s\\n" "${COMPREPLY[@]}"')
    done = subprocess.run(["bash", "-c", script, "bash", completion, verb], capture_output=True,
                          text=True, check=True)
    return set(done.stdout.split())


def ask_verbs(completion):
    script = '. "$1"; COMP_WORDS=(yishenctl ""); COMP_CWORD=1; _yishenctl; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script, "bash", completion], capture_output=True,
                          text=True, check=True)
    return set(done.stdout.split())


def check_completion(completion, verbs):
    offered = ask_verbs(completion)
    yield from (f"verb {verb} is {'not offered' if verb in verbs else 'no verb'}"
                for verb in sorted(offered ^ set(verbs)))
    for verb, options in verbs.items():
        for option in sorted(ask_completion(completion, verb) ^ options):
            yield f"{verb}: {option} is {'not offered' if option in options else 'no option'}"


def check_lint(path):
    done = subprocess.run(["mandoc", "-T", "lint", path], capture_output=True, text=True)
    yield from done.stdout.splitlines()


def check_version(path, program):
    version = run(program, "--version").split()[-1]
    heading = re.search(r'^\.TH YISHENCTL 1 \d{4}-\d\d-\d\d "Yishen ([^"]+)"',
                        path.read_text(encoding="utf-8"), re.M)
    if heading is None or heading.group(1) != version:
        yield f"{path}: the heading does not name version {version}"


def read_examples(path):
    text = plain(path.read_text(encoding="utf-8"))
    return re.findall(r"^\.nf\n(.*?)^\.fi$", text, re.M | re.S)


def check_examples(path, program):
    examples = read_examples(path)
    if not examples:
        yield f"{path}: no examples"
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        (place / "bin").mkdir()
        (place / "bin/yishenctl").symlink_to(pathlib.Path(program).resolve())
        (place / "cases.ndjson").write_text(CASES, encoding="utf-8")
        env = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en",
               "XDG_STATE_HOME": f"{folder}/state", "PATH": f"{folder}/bin:{os.environ['PATH']}"}
        env.pop("YISHEN_DOCKET", None)
        for example in examples:
            done = subprocess.run(["bash", "-euc", example], cwd=folder, capture_output=True,
                                  text=True, env=env)
            if done.returncode != 0 or done.stderr.strip():
                yield f"{path}: exit {done.returncode} of:\n{example}{done.stdout}{done.stderr}"
            if "workdays" in example and done.stdout.split() != ["2022-11-02", "248"]:
                yield f"{path}: not the days of the example: {done.stdout}"


def prove_itself(pages, completion, verbs):
    """A verb and an option more, or fewer, in the program must be noticed everywhere."""
    name = next(iter(verbs))
    changes = (
        {**verbs, "frob": set(SHARED)},
        {verb: options for verb, options in verbs.items() if verb != name},
        {**verbs, name: verbs[name] | {"--frob"}},
        {**verbs, name: set(SHARED)},
    )
    for changed in changes:
        for page in pages:
            if not list(check_page(page, changed)):
                yield f"{page}: a changed program was not noticed"
        if not list(check_completion(completion, changed)):
            yield "completion: a changed program was not noticed"


def check_same_examples(pages):
    first, *others = [read_examples(page) for page in pages]
    yield from (f"{page}: other examples than {pages[0]}"
                for page, examples in zip(pages[1:], others) if examples != first)


def main():
    program, completion = sys.argv[1], sys.argv[2]
    pages = [pathlib.Path(word) for word in sys.argv[3:]]
    plan = tap.Plan()
    verbs = read_verbs(program)
    plan.check("the program tells its verbs and options",
               [] if len(verbs) > 10 and all(SHARED <= o for o in verbs.values()) else [verbs])
    plan.check("the completion offers what the program takes", check_completion(completion, verbs))
    for page in pages:
        name = "/".join(page.parts[-2:])
        plan.check(f"{name}: tells every verb and option, and no other", check_page(page, verbs))
        if shutil.which("mandoc"):
            plan.check(f"{name}: mandoc has nothing to say", check_lint(page))
        else:
            plan.skip(f"{name}: linted", "mandoc is not installed")
        plan.check(f"{name}: is of this version", check_version(page, program))
        plan.check(f"{name}: the examples work as written", check_examples(page, program))
    plan.check("the pages have the same examples", check_same_examples(pages))
    plan.check("a changed program is noticed", prove_itself(pages, completion, verbs))
    plan.end()


if __name__ == "__main__":
    main()
