# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the floors of app/ apart: who includes what, which libraries a floor is given, and that the
lower floors read no clock. Proves itself on a copy in which each rule is broken once.

arrows.py TREE"""

import pathlib
import re
import shutil
import sys
import tempfile

import tap

# A floor: the floors below that it may use, and the libraries (app/README.md, "Floors").
FLOORS = {
    "rules": ((), ("glib", "gobject", "cjson")),
    "wording": (("rules",), ("glib", "libintl")),
    "docket": ((), ("gio", "sqlite3", "libcrypto", "libintl")),
    "index": (("rules",), ("gio", "sqlite3", "libintl")),
    "report": (("wording", "rules"), ("gio", "libxlsxwriter", "libxml2", "libarchive", "libcrypto",
                                      "cjson", "libintl")),
    "office": (("docket", "index", "wording", "rules"), ("gio", "cjson", "libintl")),
    "cli": (("office", "report", "wording", "rules"), ("gio", "cjson", "libintl")),
    "paper": ((), ("gio", "libintl")),
    "paper-worker": (("paper",), ("gio", "poppler-glib", "cairo", "libseccomp")),
    "desk": (("office", "report", "paper", "wording", "rules"),
             ("gtk4", "libadwaita", "libnotify", "cjson", "libintl")),
}

# Of another floor, only this.
ONLY = {("paper-worker", "paper"): ("paper/wire.h",)}

# What a library brings with it.
BRINGS = {"gio": ("gobject", "glib"), "gobject": ("glib",), "libadwaita": ("gtk4",),
          "gtk4": ("gio", "gobject", "glib", "cairo", "pango"),
          "poppler-glib": ("gio", "gobject", "glib", "cairo")}

# The beginning of a header's name tells its library; the first that fits counts.
HEADERS = (
    ("glib/gi18n", "libintl"),
    ("libintl.h", "libintl"),
    ("glib-object.h", "gobject"),
    ("gobject/", "gobject"),
    ("glib.h", "glib"),
    ("glib-unix.h", "glib"),
    ("glib/", "glib"),
    ("gio/", "gio"),
    ("sqlite3.h", "sqlite3"),
    ("openssl/", "libcrypto"),
    ("archive.h", "libarchive"),
    ("archive_entry.h", "libarchive"),
    ("cjson/", "cjson"),
    ("xlsxwriter.h", "libxlsxwriter"),
    ("xlsxwriter/", "libxlsxwriter"),
    ("libxml/", "libxml2"),
    ("gtk/", "gtk4"),
    ("gdk/", "gtk4"),
    ("gsk/", "gtk4"),
    ("graphene", "gtk4"),
    ("pango/", "pango"),
    ("adwaita.h", "libadwaita"),
    ("libnotify/", "libnotify"),
    ("poppler.h", "poppler-glib"),
    ("cairo", "cairo"),
    ("seccomp.h", "libseccomp"),
)

# Headers of C itself that compute only, and those that reach the system.
PURE = {"assert.h", "ctype.h", "errno.h", "float.h", "inttypes.h", "limits.h", "math.h",
        "stdarg.h", "stdbool.h", "stddef.h", "stdint.h", "stdlib.h", "string.h"}
SYSTEM = re.compile(r"(dirent|fcntl|locale|poll|sched|signal|stdio|termios|time|unistd|sys/\w+|linux/\w+)"
                    r"\.h")
WITHOUT_SYSTEM = ("rules", "wording")

# Headers that the build makes from resources: who may see them, and where they are asked for.
GENERATED = {
    "calendar-resources.h": ("office", "data/calendars/meson.build"),
    "sample-resources.h": ("office", "data/sample/meson.build"),
    "index/index-queries.h": ("index", "app/index/meson.build"),
}

# Variables of the top meson.build that are given to floors.
VARIABLES = {"glib": "glib", "gobject": "gobject", "gio": "gio", "cjson": "cjson",
             "sqlite": "sqlite3", "libcrypto": "libcrypto", "libarchive": "libarchive", "xlsxwriter": "libxlsxwriter",
             "libxml": "libxml2", "gtk": "gtk4", "adwaita": "libadwaita", "notify": "libnotify",
             "poppler": "poppler-glib", "cairo": "cairo", "seccomp": "libseccomp"}

# Programs that are made in app/meson.build, from sources that their floor's folder lists.
PROGRAMS = {"cli": "yishenctl", "desk": "yishen"}
MAKERS = ("static_library", "executable")

CLOCK = re.compile(
    r"\b(g_date_time_new_now\w*|g_get_(?:real|monotonic|current)_time|g_timer_\w+|"
    r"(?:clock_)?gettime(?:ofday)?|g_date_set_time\w*|time|clock|localtime\w*|gmtime\w*)\s*\(")
READS_CLOCK = ("docket", "index", "office", "cli", "paper", "paper-worker", "desk")

# What day or hour it is: entries are stamped by the docket, and today is read once, by main.
WALL_CLOCK = re.compile(
    r"\b(g_date_time_new_now\w*|g_get_(?:real|current)_time|gettimeofday|clock_gettime|"
    r"g_date_set_time\w*|time|localtime\w*|gmtime\w*)\s*\(")
READS_TODAY = "app/cli/main.c"

REACHES_OUT = re.compile(
    r"\b(g_file_\w+|g_dir_\w+|g_io_\w+|g_spawn_\w+|g_print(?:err)?|g_getenv|g_setenv|"
    r"g_get_(?:user|home|host|tmp|system|prgname|language)\w*|g_random_\w+|g_rand_new|"
    r"g_idle_\w+|g_timeout_\w+|f?open(?:at)?|freopen|fdopen|read|write|close|f?printf|puts|fputs|"
    r"scanf|getenv|setlocale|localeconv|system|popen|rand|random)\s*\(")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def libraries_of(floor):
    given = set(FLOORS[floor][1])
    for library in list(given):
        given.update(BRINGS.get(library, ()))
    return given


def strip(text):
    """C without comments and the words in quotes, line by line as before."""
    def blank(match):
        found = match.group(0)
        return ('""' if found[0] in "\"'" else " ") + "\n" * found.count("\n")
    return COMMENT.sub(blank, text)


def sources_of(root, floor):
    folder = root / "app" / floor
    return sorted(p for p in folder.rglob("*") if p.suffix in (".c", ".h"))


def is_private(root, header):
    """By its name, or because its caption says so."""
    if header.endswith("-private.h"):
        return True
    caption = (root / "app" / header).read_text(encoding="utf-8").split("*/", 1)[0]
    return re.search(r"\bPrivate to\b", caption) is not None


def judge_ours(root, floor, header):
    if header in GENERATED:
        owner, build = GENERATED[header]
        name = pathlib.PurePath(header).stem
        if floor != owner:
            return f"{header} belongs to {owner}"
        if f"compile_resources('{name}'" not in (root / build).read_text(encoding="utf-8"):
            return f"{header} is not made by {build}"
        return None
    if not (root / "app" / header).is_file():
        return f'"{header}" is no file of app/ (write its path from app/ on)'
    other = header.split("/", 1)[0]
    if other == floor:
        return None
    if other not in FLOORS[floor][0] or header not in ONLY.get((floor, other), (header,)):
        return f"{floor} may not use {other} ({header})"
    if is_private(root, header):
        return f"{header} is private to {other}"
    return None


def judge_foreign(floor, header):
    if header in PURE:
        return None
    if SYSTEM.fullmatch(header):
        return f"{floor} may not use <{header}>" if floor in WITHOUT_SYSTEM else None
    for beginning, library in HEADERS:
        if header.startswith(beginning):
            if library in libraries_of(floor):
                return None
            return f"{floor} may not use {library} (<{header}>)"
    return f"<{header}> belongs to no library that any floor may use"


def check_includes(root):
    for floor in FLOORS:
        for path in sources_of(root, floor):
            text = path.read_text(encoding="utf-8")
            for match in INCLUDE.finditer(text):
                quoted, header = match.group(1) == '"', match.group(2)
                wrong = judge_ours(root, floor, header) if quoted else judge_foreign(floor, header)
                if wrong:
                    line = text.count("\n", 0, match.start()) + 1
                    yield f"{path.relative_to(root)}:{line}: {wrong}"


def check_calls(root, floors, pattern, what):
    for floor in floors:
        for path in sources_of(root, floor):
            if pattern is WALL_CLOCK and path == root / READS_TODAY:
                continue
            text = strip(path.read_text(encoding="utf-8"))
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{path.relative_to(root)}:{line}: {what}: {match.group(1)}"


def read_calls(text, name):
    """The arguments of every call of @name in a meson.build."""
    for match in re.finditer(rf"\b{name}\s*\(", text):
        depth = 1
        for at in range(match.end(), len(text)):
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            if depth == 0:
                yield text[match.end():at]
                break


def check_dependencies(root, build, call, arguments, floor):
    lists = re.findall(r"\b(?:dependencies|link_with)\s*:\s*(\[[^\]]*\]|\w+)", arguments)
    if not lists:
        yield f"{build}: {call} names no dependencies"
    for word in re.findall(r"\w+", " ".join(lists)):
        ours = re.fullmatch(r"(\w+)_(dep|lib)", word)
        other = ours.group(1).replace("_", "-") if ours else None
        if other in FLOORS:
            if other != floor and other not in FLOORS[floor][0]:
                yield f"{build}: {floor} is given {other}"
        elif word not in VARIABLES:
            yield f"{build}: {floor} is given {word}, which is no known library"
        elif VARIABLES[word] not in libraries_of(floor):
            yield f"{build}: {floor} is given {VARIABLES[word]}"


def find_makings(root, floor, text):
    """What makes the floor: (where, call, arguments)."""
    for call in (*MAKERS, "declare_dependency"):
        for arguments in read_calls(text, call):
            yield f"app/{floor}/meson.build", call, arguments
    above = (root / "app/meson.build").read_text(encoding="utf-8")
    for arguments in read_calls(above, "executable"):
        if re.match(rf"\s*'{PROGRAMS.get(floor)}'", arguments):
            yield "app/meson.build", "executable", arguments


def check_builds(root):
    for floor in FLOORS:
        if not sources_of(root, floor):
            continue
        own = root / "app" / floor / "meson.build"
        text = own.read_text(encoding="utf-8") if own.is_file() else ""
        makings = list(find_makings(root, floor, text))
        if not any(call in MAKERS for _, call, _ in makings):
            yield f"app/{floor}: no meson.build makes it"
        for build, call, arguments in makings:
            yield from check_dependencies(root, build, call, arguments, floor)
        listed = set(re.findall(r"'([\w./-]+\.c)'", text))
        there = {str(p.relative_to(root / "app" / floor))
                 for p in sources_of(root, floor) if p.suffix == ".c"}
        where = f"app/{floor}/meson.build"
        yield from (f"{where}: {name} is not built" for name in sorted(there - listed))
        yield from (f"{where}: {name} is not there" for name in sorted(listed - there))


def check_floors(root):
    there = {p.name for p in (root / "app").iterdir() if p.is_dir()}
    yield from (f"app/{name} is a floor without rules here"
                for name in sorted(there - set(FLOORS)))
    yield from (f"app/{name} is not there" for name in ("rules", "docket", "office")
                if name not in there)


CHECKS = (
    ("every folder of app is a floor", check_floors),
    ("no include goes up, aside or to a foreign library", check_includes),
    ("each floor is built with its own libraries and all its files", check_builds),
    ("no clock is read where the day is an argument",
     lambda root: check_calls(root, [f for f in FLOORS if f not in READS_CLOCK], CLOCK,
                              "reads a clock")),
    ("today is read by main alone",
     lambda root: check_calls(root, ("index", "office", "cli"), WALL_CLOCK, "asks for today")),
    ("nothing is read or written by rules and wording",
     lambda root: check_calls(root, WITHOUT_SYSTEM, REACHES_OUT, "reaches out")),
)


def find_all(root):
    return [complaint for _, check in CHECKS for complaint in check(root)]


# Each rule broken once: a file, what is added to it, and a word of the complaint that must come.
PLANTED = (
    ("app/rules/day.c", "#include <gio/gio.h>\n", "may not use gio"),
    ("app/rules/day.c", "#include <glib/gi18n-lib.h>\n", "may not use libintl"),
    ("app/rules/day.c", '#include "wording/explain.h"\n', "may not use wording"),
    ("app/rules/day.c", "#include <stdio.h>\n", "may not use <stdio.h>"),
    ("app/rules/day.c", '#include "calendar.h"\n', "is no file of app/"),
    ("app/rules/day.c", "static int f (void) { return (int) time (NULL); }\n", "reads a clock"),
    ("app/rules/day.c", 'static void f (void) { fopen ("x", "r"); }\n', "reaches out"),
    ("app/rules/day.c", "static void f (void) { g_file_get_contents (0, 0, 0, 0); }\n",
     "reaches out"),
    ("app/wording/mask.c", "#include <sqlite3.h>\n", "may not use sqlite3"),
    ("app/docket/chain.c", '#include "rules/day.h"\n', "may not use rules"),
    ("app/docket/chain.h", "#include <cjson/cJSON.h>\n", "may not use cjson"),
    ("app/index/key.c", '#include "docket/docket.h"\n', "may not use docket"),
    ("app/report/csv.c", '#include "office/session.h"\n', "may not use office"),
    ("app/report/csv.c", "static void f (void) { g_date_time_new_now_local (); }\n",
     "reads a clock"),
    ("app/report/csv.c", "#include <gtk/gtk.h>\n", "may not use gtk4"),
    ("app/report/csv.c", "#include <curl/curl.h>\n", "belongs to no library"),
    ("app/office/due.c", '#include "report/csv.h"\n', "may not use report"),
    ("app/office/due.c", '#include "docket/docket-private.h"\n', "is private to docket"),
    ("app/office/due.c", '#include "rules/clock-run.h"\n', "is private to rules"),
    ("app/office/due.c", '#include "index/index-queries.h"\n', "belongs to index"),
    ("app/office/due.c", "static void f (void) { g_date_time_new_now_utc (); }\n",
     "asks for today"),
    ("app/cli/json.c", '#include "docket/docket.h"\n', "may not use docket"),
    ("app/cli/json.c", "# include <sqlite3.h>\n", "may not use sqlite3"),
    ("app/rules/unbuilt.c", "/* */\n", "unbuilt.c is not built"),
    ("app/attic/window.c", "/* */\n", "a floor without rules"),
    ("app/desk/planted.c", "#include <sqlite3.h>\n", "may not use sqlite3"),
    ("app/desk/planted.c", '#include "docket/docket.h"\n', "may not use docket"),
    ("app/desk/planted.c", '#include "index/index.h"\n', "may not use index"),
    ("app/paper/planted.c", '#include "rules/day.h"\n', "may not use rules"),
    ("app/paper-worker/planted.c", "#include <gtk/gtk.h>\n", "may not use gtk4"),
)

# The same for what a floor is given: a file, a text in it, and what stands there instead.
SWAPPED = (
    ("app/wording/meson.build", "dependencies: [rules_dep, glib]",
     "dependencies: [rules_dep, glib, sqlite]", "wording is given sqlite3"),
    ("app/docket/meson.build", "dependencies: [gio, sqlite, libcrypto]",
     "dependencies: [gio, sqlite, libcrypto, rules_dep]", "docket is given rules"),
    ("app/meson.build", "dependencies: [office_dep", "dependencies: [docket_dep, office_dep",
     "cli is given docket"),
    ("app/rules/meson.build", "'day.c',", "'day.c', 'gone.c',", "gone.c is not there"),
)


def prove(root, path, change, word):
    """Breaks one rule in @root, and gives what is wrong with the answer."""
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(change(before or ""), encoding="utf-8")
    found = find_all(root)
    if before is None:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    else:
        path.write_text(before, encoding="utf-8")
    if not any(word in complaint for complaint in found):
        yield f"{path.relative_to(root)}: nobody complained that {word}: {found}"


def prove_itself(tree):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name in ("app", "data/calendars", "data/sample"):
            shutil.copytree(tree / name, root / name, ignore=shutil.ignore_patterns("files", "pdf"))
        for name, text, word in PLANTED:
            yield from prove(root, root / name, lambda old, text=text: old + text, word)
        for name, old, new, word in SWAPPED:
            path = root / name
            if old not in path.read_text(encoding="utf-8"):
                yield f"{name}: “{old}” is not there to be changed"
            else:
                yield from prove(root, path, lambda was, o=old, n=new: was.replace(o, n, 1), word)
        # Words in comments and strings are no calls.
        yield from ("harmless text: " + complaint for complaint in check_harmless(root))


def check_harmless(root):
    path = root / "app/rules/day.c"
    before = path.read_text(encoding="utf-8")
    was = find_all(root)
    harmless = '/* time (NULL) */ // fopen ()\nstatic const char *const x = "time ()";\n'
    path.write_text(before + harmless, encoding="utf-8")
    found = find_all(root)
    path.write_text(before, encoding="utf-8")
    return [complaint for complaint in found if complaint not in was]


def main():
    tree = pathlib.Path(sys.argv[1]).resolve()
    plan = tap.Plan()
    for name, check in CHECKS:
        plan.check(name, check(tree))
    plan.check(f"{len(PLANTED) + len(SWAPPED)} broken rules are all noticed", prove_itself(tree))
    plan.end()


if __name__ == "__main__":
    main()
