# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations complete: every sentence of the sources is in every .po, translated, with
the same places for values, and written as Chinese is written.

po.py TREE YISHENCTL LOCALES"""

import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

# As meson's preset for GLib passes them to xgettext.
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2",
            "g_dngettext:2,3", "g_dpgettext2:2c,3")

# %1$s, %2$02d, %d, and xgettext's %1$<PRId64>.
VALUE = re.compile(r"%(?:(\d+)\$)?[-+ #0]*\d*(?:\.\d+)?"
                   r"(<PRI\w+>|(?:hh|h|ll|l|z)?[diouxXcsfgeu])|%%")

# Half-width marks that touch a Chinese character: “xx, xx” for “xx，xx”.
HALF_WIDTH = re.compile(r"H[,;:?!()]|[,;?!()]H|H\.(?:\s|$)|H H|\.\.\.|H\"|\"H"
                        .replace("H", "[\u4e00-\u9fff]"))

Entry = collections.namedtuple("Entry", "context one many said flags line obsolete")

ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unquote(text):
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m.group(1), m.group(0)), text)


def read_po(text):
    """The entries of a .po file, the header with an empty msgid first."""
    entries, fields, flags, key, begun = [], {}, set(), None, 0

    def end():
        if "msgid" in fields:
            said = [fields[k] for k in sorted(fields) if k.startswith("msgstr")]
            entries.append(Entry(fields.get("msgctxt"), fields["msgid"], fields.get("msgid_plural"),
                                 said, set(flags), begun, False))
        fields.clear()
        flags.clear()

    for number, line in enumerate(text.splitlines(), 1):
        word = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s+"(.*)"$', line)
        if line.startswith("#~"):
            entries.append(Entry(None, line, None, [], set(), number, True))
        elif line.startswith("#") or not line.strip():
            if "msgstr" in (key or ""):
                end()
                key = None
            if line.startswith("#,"):
                flags.update(flag.strip() for flag in line[2:].split(","))
        elif word:
            if word.group(1) in ("msgctxt", "msgid") and "msgstr" in (key or ""):
                end()
            if word.group(1) in ("msgctxt", "msgid"):
                begun = number
            key = word.group(1)
            fields[key] = unquote(word.group(2))
        elif line.startswith('"') and key:
            fields[key] += unquote(line[1:-1])
    end()
    return entries


def values_of(text):
    """Which value stands where: a sorted list, so that an order may differ and a value not."""
    found, at = [], 0
    for match in VALUE.finditer(text):
        if match.group(0) != "%%":
            at += 1
            found.append((int(match.group(1) or at), match.group(2)))
    return sorted(found)


def languages(root):
    lines = (root / "po/LINGUAS").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def check_linguas(root):
    there = sorted(path.stem for path in (root / "po").glob("*.po"))
    if sorted(languages(root)) != there:
        yield f"po/LINGUAS names {languages(root)}, but there are {there}"
    yield from (f"po/{path.name} is made by the build and is not kept"
                for path in sorted((root / "po").glob("*.pot")))


def check_msgfmt(root, path):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["msgfmt", "--check", "--statistics", "-o", f"{folder}/x.mo", path],
                              capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    told = done.stderr.strip()
    if done.returncode != 0:
        yield told
    elif not re.fullmatch(r"\d+ translated messages?\.", told.splitlines()[-1]):
        yield f"{path.name}: {told.splitlines()[-1]}"


def extract(root):
    """What xgettext finds in the sources now."""
    command = ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in", "--directory=.",
               "--add-comments", "--output=-", *(f"--keyword={word}" for word in KEYWORDS)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})
    return read_po(done.stdout)


def check_same(root, path):
    asked = {(e.context, e.one, e.many) for e in extract(root) if e.one}
    given = {(e.context, e.one, e.many) for e in read_po(path.read_text(encoding="utf-8"))
             if e.one and not e.obsolete}
    yield from (f"{path.name} lacks: {one!r}" for _, one, _ in sorted(asked - given, key=str))
    yield from (f"{path.name} keeps what no source says: {one!r}"
                for _, one, _ in sorted(given - asked, key=str))


def judge_entry(entry):
    if entry.obsolete:
        return "an entry is kept that no source says any more"
    if "fuzzy" in entry.flags:
        return "fuzzy"
    for text in entry.said:
        if not text:
            return "not translated"
        wanted = (values_of(entry.one), values_of(entry.many or entry.one))
        if values_of(text) not in wanted:
            return f"other values: {text!r}"
        if (entry.one[:1] == "\n", entry.one[-1:] == "\n") != (text[:1] == "\n", text[-1:] == "\n"):
            return f"other line ends: {text!r}"
        # A mnemonic stands in half-width brackets behind Chinese: 导出(_E).
        clean = re.sub(r"--?[\w-]+|yishenctl:|\{.*\}|\(_[A-Z0-9]\)", "", text)
        # The words of a desktop file stand between semicolons, which end it too.
        if entry.one.endswith(";") and text.endswith(";"):
            clean = clean.replace(";", "；")
        mark = HALF_WIDTH.search(clean)
        if mark:
            return f"half-width mark {mark.group(0)!r}: {text!r}"
    return None


def check_sentences(path):
    for entry in read_po(path.read_text(encoding="utf-8")):
        wrong = judge_entry(entry) if entry.one else None
        if wrong:
            yield f"{path.name}:{entry.line}: {wrong}"


def speak(program, locales, language, *words):
    env = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": language, "YISHEN_LOCALE_DIR": locales}
    env.pop("YISHEN_DOCKET", None)
    done = subprocess.run([program, *words], capture_output=True, text=True, env=env)
    return done.stdout + done.stderr


def check_spoken(path, program, locales):
    """What the program says is what the translation says."""
    said = {entry.one: entry.said[0] for entry in read_po(path.read_text(encoding="utf-8"))
            if entry.one and entry.said}
    for words in (["--help"], ["due"], ["due", "--json", "--csv"], ["frob"], ["report", "--help"]):
        english = speak(program, locales, "en", *words)
        spoken = speak(program, locales, path.stem, *words)
        there = [one for one in said if len(one) > 8 and one.strip() in english]
        yield from (f"{words}: “{said[one].strip()}” was not said" for one in there
                    if said[one].strip() not in spoken)
        if spoken == english:
            yield f"{words}: said in English: {spoken}"


# Entries with one fault each, and one without.
PLANTED = (
    'msgid "Say %1$s to %2$s"\nmsgstr "对%2$s说%3$s"\n',
    'msgid "Say %s"\nmsgstr "说"\n',
    'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%s天"\n',
    'msgid "Say it."\nmsgstr ""\n',
    '#, fuzzy\nmsgid "Say it."\nmsgstr "说。"\n',
    'msgid "Say it.\\n"\nmsgstr "说。"\n',
    'msgid "Say it, now."\nmsgstr "说,现在。"\n',
    'msgid "Say it."\nmsgstr "说."\n',
    '#~ msgid "Say it."\n#~ msgstr "说。"\n',
)
SOUND = ('#, c-format\nmsgid ""\n"Say %s "\n"to %s."\nmsgstr "对 %2$s 说“%1$s”（参见 --help）。"\n\n'
         'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d天"\n')


def prove_itself():
    for text in PLANTED:
        entries = read_po(text)
        if not any(judge_entry(entry) for entry in entries):
            yield f"nothing wrong was found in: {text}"
    entries = read_po(SOUND)
    yield from (f"a sound entry was refused: {judge_entry(e)}" for e in entries if judge_entry(e))
    if [e.one for e in entries] != ["Say %s to %s.", "%d day"]:
        yield f"misread: {entries}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    program, locales = sys.argv[2], sys.argv[3]
    plan = tap.Plan()
    plan.check("LINGUAS names the translations that are there", check_linguas(root))
    plan.check(f"{len(PLANTED)} planted faults are noticed", prove_itself())
    tools = shutil.which("msgfmt") and shutil.which("xgettext")
    for language in languages(root):
        path = root / f"po/{language}.po"
        plan.check(f"{language}: every sentence translated, with its values", check_sentences(path))
        if tools:
            plan.check(f"{language}: msgfmt finds it sound and complete", check_msgfmt(root, path))
            plan.check(f"{language}: the same sentences as in the sources", check_same(root, path))
            plan.check(f"{language}: the program says them", check_spoken(path, program, locales))
        else:
            plan.skip(f"{language}: compared with the sources", "gettext is not installed")
    plan.end()


if __name__ == "__main__":
    main()
