# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the mnemonics of every page apart, in every language, and each of a label bound to what it
brings the focus to.

mnemonics.py TREE"""

import collections
import pathlib
import re
import sys
import xml.etree.ElementTree

import po
import tap

# Templates that are seen together; every other file is a page of its own.
PAGES = {
    "register": ["register/*.ui"],
    "approvals": ["approvals/*.ui", "case/chain-panel.ui", "case/clock-card.ui"],
    "case": ["case/case-page.ui", "case/chain-panel.ui", "case/clock-card.ui", "case/documents.ui",
             "case/facts-column.ui", "case/steps.ui", "case/timeline.ui"],
}
# What is shown in turn with its like, or above what is then not reached.
APART = {"GtkStackPage", "GtkPopover"}

Mnemonic = collections.namedtuple("Mnemonic", "text context place")


def properties_of(item):
    return {child.get("name"): child for child in item.findall("property")}


def text_of(properties):
    """What holds the mnemonic: the label, or the title of a row of the settings."""
    for name in ("label", "title"):
        text = properties.get(name)
        if text is not None and text.get("translatable") == "yes":
            return text
    return None


def read_scope(item, place, scopes):
    """Mnemonics in @item; each part that stands apart is left in @scopes."""
    here, parts = [], []
    for child in item:
        found = []
        if child.tag == "object":
            properties = properties_of(child)
            text = text_of(properties)
            if text is not None and "use-underline" in properties:
                found.append(Mnemonic(text.text, text.get("context"), place))
            if child.get("class") in APART:
                parts.append(child)
                continue
        here += found + read_scope(child, place, scopes)
    for part in parts:
        scopes.append((part, place))
    return here


def read_page(texts):
    """The sets of mnemonics that are seen together, from pairs of a place and its template."""
    scopes, base = [], []
    for place, text in texts:
        base += read_scope(xml.etree.ElementTree.fromstring(text), place, scopes)
    sets = [base]
    for part, place in scopes:
        sets.append(base + read_scope(part, place, scopes))
    return sets


def letter_of(text):
    match = re.search(r"_([^_])", text)
    return match.group(1).upper() if match else None


def find_clashes(texts, said):
    told = set()
    for together in read_page(texts):
        by_letter = collections.defaultdict(set)
        for mnemonic in together:
            letter = letter_of(said.get((mnemonic.context, mnemonic.text), mnemonic.text))
            if letter:
                by_letter[letter].add(mnemonic)
        for letter, found in sorted(by_letter.items()):
            # The same words twice do the same.
            if len({m.text for m in found}) > 1:
                told.add(f"{letter}: " + ", ".join(sorted(f"“{m.text}” ({m.place})" for m in found)))
    yield from sorted(told)


def find_unbound(place, text):
    ids = {item.get("id") for item in xml.etree.ElementTree.fromstring(text).iter("object")}
    for item in xml.etree.ElementTree.fromstring(text).iter("object"):
        properties = properties_of(item)
        label = text_of(properties)
        if label is None or not letter_of(label.text or ""):
            continue
        if "use-underline" not in properties:
            yield f"{place}: “{label.text}” shows its underscore"
        elif item.get("class") == "GtkLabel":
            target = properties.get("mnemonic-widget")
            if target is None or target.text not in ids:
                yield f"{place}: “{label.text}” leads nowhere"
        elif item.get("class") == "AdwActionRow":
            target = properties.get("activatable-widget")
            if target is None or target.text not in ids:
                yield f"{place}: “{label.text}” leads nowhere"


def list_pages(root):
    """Page -> pairs of place and template."""
    ui = root / "ui"
    pages, taken = {}, set()
    for page, patterns in PAGES.items():
        paths = sorted({path for pattern in patterns for path in ui.glob(pattern)})
        taken.update(paths)
        pages[page] = paths
    for path in sorted(set(ui.rglob("*.ui")) - taken):
        pages[path.relative_to(ui).as_posix()] = [path]
    return {page: [(path.relative_to(ui).as_posix(), path.read_text(encoding="utf-8"))
                   for path in paths] for page, paths in pages.items()}


def check_language(pages, said):
    for page, texts in pages.items():
        yield from (f"{page}: {clash}" for clash in find_clashes(texts, said))


def wrap(*objects):
    return "<interface><object class='GtkBox'>" + "".join(
        f"<child>{text}</child>" for text in objects) + "</object></interface>"


def make(text, kind="GtkButton", more="<property name='use-underline'>True</property>"):
    return (f"<object class='{kind}'><property name='label' translatable='yes'>{text}</property>"
            f"{more}</object>")


def prove_itself():
    def clashes(text, said=None):
        return list(find_clashes([("x", text)], said or {}))

    apart = [f"<object class='GtkStackPage'><property name='child'>{make(text)}</property></object>"
             for text in ("_Cancel", "_Close")]
    if not clashes(wrap(make("_Save"), make("_Show"))):
        yield "two of one letter were not noticed"
    if not clashes(wrap(make("_Close"), apart[0])):
        yield "one inside a stack and one beside it were not noticed"
    if not clashes(wrap(make("_Save"), make("_Print")), {(None, "_Save"): "存(_X)",
                                                         (None, "_Print"): "印(_X)"}):
        yield "a clash of the translation was not noticed"
    if clashes(wrap(make("_Save"), make("_Print"), *apart)):
        yield "what is never seen together was complained of"
    if len(list(find_unbound("x", wrap(make("_Name", "GtkLabel"), make("_Save", more=""))))) != 2:
        yield "a label that leads nowhere, or its underscore, was not noticed"
    row = make("_Quiet", "AdwActionRow").replace("'label'", "'title'")
    if len(list(find_unbound("x", wrap(row)))) != 1 or not clashes(wrap(row, make("_Quit"))):
        yield "the title of a row was passed over"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    pages = list_pages(root)
    plan = tap.Plan()
    plan.check("planted faults are noticed", prove_itself())
    plan.check("every mnemonic leads somewhere",
               (complaint for texts in pages.values() for place, text in texts
                for complaint in find_unbound(place, text)))
    plan.check("en: no page has one letter twice", check_language(pages, {}))
    for language in po.languages(root):
        text = (root / f"po/{language}.po").read_text(encoding="utf-8")
        said = {(entry.context, entry.one): entry.said[0] for entry in po.read_po(text)
                if entry.one and entry.said and entry.said[0]}
        plan.check(f"{language}: no page has one letter twice", check_language(pages, said))
    plan.end()


if __name__ == "__main__":
    main()
