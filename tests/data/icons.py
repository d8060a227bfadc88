# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds our symbolic icons complete: every icon that the window names is one of ours, each is used,
and each is drawn so that GTK can colour it.

icons.py TREE"""

import pathlib
import re
import sys
import xml.etree.ElementTree

import tap

NAME = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)*-symbolic\b")
PREFIX = "/cn/yishen/Yishen/icons/scalable/actions"
SVG = "{http://www.w3.org/2000/svg}"
# What GTK 4.8 gives the colour of the text; a stroke and any other shape stay as they are.
COLOURED = {SVG + "path", SVG + "rect", SVG + "circle"}


def list_used(root):
    """Name -> one place where it stands."""
    used = {}
    for folder, pattern in (("ui", "*.ui"), ("data", "*.ui"), ("app/desk", "*.[ch]")):
        for path in sorted((root / folder).rglob(pattern)):
            for name in NAME.findall(path.read_text(encoding="utf-8")):
                used.setdefault(name, path.relative_to(root))
    return used


def list_given(text):
    """Name in the resources -> file that it is made of."""
    for group in xml.etree.ElementTree.fromstring(text).iter("gresource"):
        if group.get("prefix") == PREFIX:
            return {file.get("alias", file.text).removesuffix(".svg"): file.text
                    for file in group.iter("file")}
    return {}


def compare(used, given):
    yield from (f"{used[name]}: {name} is not among our icons"
                for name in sorted(used.keys() - given.keys()))
    yield from (f"{name} is not used" for name in sorted(given.keys() - used.keys()))


def judge(text):
    top = xml.etree.ElementTree.fromstring(text)
    if (top.get("width"), top.get("height"), top.get("viewBox")) != ("16", "16", "0 0 16 16"):
        return "not 16 by 16"
    shapes = list(top)
    if not shapes:
        return "empty"
    for shape in shapes:
        if shape.tag not in COLOURED:
            return f"{shape.tag.removeprefix(SVG)} is not coloured"
        if "stroke" in shape.attrib or "style" in shape.attrib:
            return "a stroke is not coloured"
        if shape.get("fill") != "#2e3436":
            return "not in the colour that stands for the text's"
    return None


def check_drawings(root, given):
    for name, file in sorted(given.items()):
        path = root / "data" / file
        wrong = judge(path.read_text(encoding="utf-8")) if path.is_file() else "there is no such file"
        if wrong:
            yield f"data/{file}: {wrong}"
        elif path.stem != name:
            yield f"data/{file} is given as {name}"
    there = {f"icons/actions/{path.name}" for path in (root / "data/icons/actions").iterdir()}
    yield from (f"data/{file} is in no resource" for file in sorted(there - set(given.values())))


def draw(size="16", shape='<path d="M0 0h9v9z" fill="#2e3436"/>'):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="16" '
            f'viewBox="0 0 16 16">{shape}</svg>')


PLANTED = (
    draw(size="24"),
    draw(shape=""),
    draw(shape='<ellipse cx="8" cy="8" rx="4" ry="3" fill="#2e3436"/>'),
    draw(shape='<path d="M0 0h9" stroke="#2e3436" fill="#2e3436"/>'),
    draw(shape='<path d="M0 0h9v9z" fill="red"/>'),
)


def prove_itself():
    yield from (f"nothing wrong was found in: {text}" for text in PLANTED if not judge(text))
    if judge(draw()):
        yield f"a sound drawing was refused: {judge(draw())}"
    used, given = {"a-symbolic": "x.ui", "b-symbolic": "y.c"}, {"b-symbolic": "", "c-symbolic": ""}
    if len(list(compare(used, given))) != 2:
        yield "an icon that is lacking or left over was not noticed"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    used = list_used(root)
    given = list_given((root / "ui/desk.gresource.xml").read_text(encoding="utf-8"))
    plan = tap.Plan()
    plan.check(f"{len(PLANTED)} planted faults are noticed", prove_itself())
    plan.check(f"the {len(used)} icons of the window are ours", compare(used, given))
    plan.check("each can be coloured", check_drawings(root, given))
    plan.end()


if __name__ == "__main__":
    main()
