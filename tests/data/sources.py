# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every source as a careful reviewer would: captions, unfinished work, memory by hand, places
of one person's computer, the list of translatable files. What may include what is arrows.py.

sources.py TREE"""

import pathlib
import re
import sys
import tempfile

import tap
from arrows import strip

CAPTION = re.compile(r"/\* SPDX-FileCopyrightText: 2026 The Yishen developers\n"
                     r" \* SPDX-License-Identifier: GPL-3\.0-or-later\n"
                     r" \*\n"
                     r" \* \S.{10,}")
PYTHON_CAPTION = re.compile(r"(?:#!.*\n)?(?:# SPDX-FileCopyrightText: .*\n)?"
                            r"# SPDX-License-Identifier: GPL-3\.0-or-later\n"
                            r"(?:(?:#\n)?# \S|\"\"\"\S)")

# Written apart, so that this file does not complain of itself.
UNFINISHED = re.compile(
    r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|TB" r"D|HA" r"CK)\b|"
    r"(?i:\bstub(?:s|bed)?\b|\bfor no" r"w\b|\bnot (?:yet )?implement" r"ed\b|"
    r"\bwork in prog" r"ress\b)")
# A word of TAP, which a sum of TAP has to know.
UNFINISHED_ALLOWED = {"tests/sum.py": "# TO" "DO"}

BY_HAND = re.compile(r"(?<![\w.>])(malloc|calloc|realloc|reallocarray|free|strdup|strndup|asprintf|"
                     r"strcpy|strcat|sprintf|gets|alloca)\s*\(")

PLACES = re.compile(r"(?<![\w*])/(?:home|Users)/\w|(?<![\w*])/(?:root|work)/|C:\\\\Users|"
                    r"(?:pypi|npmjs|crates|rubygems|pythonhosted|debian|ubuntu|archlinux|"
                    r"fedoraproject|goproxy|jfrog|tsinghua\.edu|aliyun|ustc\.edu)\."
                    r"(?:org|com|io|cn|net)\b|"
                    r"\bmirrors?\.[a-z]+\.")

MARKS = re.compile(r"(?<!\w)(?:_|N_|C_|NC_|Q_|d?ngettext|g_dngettext|g_dgettext|g_dpgettext2?)"
                   r"\s*\(")

VAGUE_NAMES = re.compile(r"(?:^|[-_])(?:utils?|common|helpers?|managers?|misc)(?:[-_.]|$)")

TEXT = {".c", ".h", ".py", ".sh", ".sql", ".build", ".txt", ".in", ".po", ".md", ".xml", ".css",
        ".ui", ".yml", ".yaml", ".json", ".1", ".notice", ""}
LOOK_TWICE = 500


def files_of(root, folders, suffixes):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts:
                yield path


def name_of(root, path):
    return path.relative_to(root).as_posix()


def line_at(text, at):
    return text.count("\n", 0, at) + 1


def read(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def check_captions(root):
    for path in files_of(root, ("app", "tests"), {".c", ".h"}):
        if not CAPTION.match(path.read_text(encoding="utf-8")):
            yield f"{name_of(root, path)}: opens without the two SPDX lines and a caption"
    for path in files_of(root, ("app", "data", "tests"), {".py", ".sh"}):
        if not PYTHON_CAPTION.match(path.read_text(encoding="utf-8")):
            yield f"{name_of(root, path)}: opens without its licence and a caption"


def check_unfinished(root):
    for path in files_of(root, ("app", "data", "po", "tests", "ui"), TEXT - {".json"}):
        text, name = read(path), name_of(root, path)
        for match in UNFINISHED.finditer(text or ""):
            line = text.splitlines()[line_at(text, match.start()) - 1]
            if UNFINISHED_ALLOWED.get(name, "\n") not in line:
                yield f"{name}:{line_at(text, match.start())}: {line.strip()}"


def check_memory(root):
    for path in files_of(root, ("app", "tests"), {".c", ".h"}):
        text = strip(path.read_text(encoding="utf-8"))
        for match in BY_HAND.finditer(text):
            yield f"{name_of(root, path)}:{line_at(text, match.start())}: {match.group(1)} ()"


def check_places(root):
    paths = list(files_of(root, ("app", "data", "po", "tests", "ui"), TEXT))
    paths += [p for p in root.iterdir() if p.is_file() and p.suffix in TEXT]
    for path in paths:
        text = read(path)
        for match in PLACES.finditer(text or ""):
            yield f"{name_of(root, path)}:{line_at(text, match.start())}: {match.group(0)}"


# What the desktop shows of the program; its formats say by themselves what is to be translated.
DESKTOP_FILES = (".desktop.in", ".metainfo.xml.in")


def list_translatable(root):
    for path in files_of(root, ("data",), {".in"}):
        if path.name.endswith(DESKTOP_FILES):
            yield name_of(root, path)
    for path in files_of(root, ("app", "ui", "data"), {".c", ".h", ".ui"}):
        text = path.read_text(encoding="utf-8")
        marked = 'translatable="yes"' in text if path.suffix == ".ui" else MARKS.search(strip(text))
        if marked:
            yield name_of(root, path)


def check_potfiles(root):
    lines = (root / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    there = set(list_translatable(root))
    if listed != sorted(set(listed)):
        yield "po/POTFILES.in: not sorted, or a file stands twice"
    yield from (f"po/POTFILES.in: {name} is missing" for name in sorted(there - set(listed)))
    yield from (f"po/POTFILES.in: {name} has nothing to translate"
                for name in sorted(set(listed) - there))


def check_names(root):
    for path in files_of(root, ("app", "tests", "data", "ui"), TEXT):
        if VAGUE_NAMES.search(path.name):
            yield f"{name_of(root, path)}: the name does not say what the file is"


CHECKS = (
    ("every source opens with its licence and a caption", check_captions),
    ("no words of unfinished work", check_unfinished),
    ("no memory or text by hand", check_memory),
    ("no places of one computer, no package hosts", check_places),
    ("POTFILES.in lists exactly the files with sentences", check_potfiles),
    ("names say what a file is", check_names),
)

GOOD = ("/* SPDX-FileCopyrightText: 2026 The Yishen developers\n"
        " * SPDX-License-Identifier: GPL-3.0-or-later\n *\n * A made file, to be broken. */\n")

# A made tree with one fault each: check, file, text.
PLANTED = (
    (check_captions, "app/a.c", "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"),
    (check_captions, "app/a.c", GOOD.replace("A made file, to be broken.", "")),
    (check_captions, "tests/a.py", "import os\n"),
    (check_unfinished, "app/a.c", GOOD + "/* TO" "DO: more */\n"),
    (check_unfinished, "app/a.c", GOOD + "/* good enough for no" "w */\n"),
    (check_memory, "app/a.c", GOOD + "static void f (void *x) { free (x); }\n"),
    (check_memory, "tests/a.c", GOOD + "static char *f (void) { return strdup (\"\"); }\n"),
    (check_places, "app/a.c", GOOD + 'static const char x[] = "/home' '/me/x";\n'),
    (check_places, "data/a.md", "Take it from https://pypi" ".org.\n"),
    (check_potfiles, "app/a.c", GOOD + 'static const char *f (void) { return _("Say it."); }\n'),
    (check_potfiles, "po/POTFILES.in", "app/none.c\n"),
    (check_potfiles, "data/a.desktop.in", "[Desktop Entry]\nName=A\n"),
    (check_names, "app/date-utils.c", GOOD),
)

# What looks alike and is right.
HARMLESS = GOOD + ("static void f (char *x) { g_free (x); xmlBufferFree (x); }\n"
                   'static const char made[] = "x-XX' 'XXXX";\n'
                   "/* free (as in freedom); _(\"quoted\"), register/work/1 */\n")


def prove_itself():
    for check, name, text in (*PLANTED, (None, "app/a.c", HARMLESS)):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for there in ("app", "data", "po", "tests", "ui"):
                (root / there).mkdir()
            (root / "po/POTFILES.in").write_text("", encoding="utf-8")
            (root / name).write_text(text, encoding="utf-8")
            for _, other in CHECKS:
                found = list(other(root))
                if (other is check) != bool(found):
                    yield f"{name} {text[-60:]!r}: {other.__name__} found {found}"


def count_undocumented(root):
    """Public functions in headers with no comment right above: (without, all)."""
    without = total = 0
    for path in files_of(root, ("app",), {".h"}):
        lines = path.read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines):
            if (not re.match(r"[A-Za-z].*\bys_\w+ \(", line)
                    or line.startswith(("typedef", "#", "G_D"))):
                continue
            total += 1
            above = lines[at - 1].strip() if at else ""
            without += not (above.endswith("*/") or above.endswith(";") or above.endswith(","))
    return without, total


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    plan = tap.Plan()
    for name, check in CHECKS:
        plan.check(name, check(root))
    plan.check(f"{len(PLANTED)} planted faults are each noticed by one check", prove_itself())
    without, total = count_undocumented(root)
    plan.remark(f"{without} of {total} public functions stand below neither a comment nor a sister")
    for path in files_of(root, ("app", "tests"), {".c", ".h"}):
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > LOOK_TWICE:
            plan.remark(f"{name_of(root, path)}: {length} lines, look at it twice")
    plan.end()


if __name__ == "__main__":
    main()
