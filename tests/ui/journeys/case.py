# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The case page as journeys read it, and its step forms as they fill them.

    case.py is a module: what it reads of the clock it also asks of the command line.
"""
import json
import os
import re

from driver import Lost, _, find_number, is_laid_out, wait_for, walk


REQUEST = {
    "Name of the applicant": "张小明",
    "Postal address": "云州市北山路1号",
    "Title of the request": "北山路改造工程征收补偿方案",
    "Information asked for": "北山路改造工程的征收补偿方案及附图。",
}


def read_clock(card):
    """The day on the clock card and whether it is certain; None where none stands. No deeper than
    what is never made anew: GTK 4.8 trips over questions about what goes meanwhile."""
    texts = [node.get_name() or "" for node in walk(card, 3)]
    day = next((text for text in texts if re.fullmatch(r"\d{4}-\d\d-\d\d", text)), None)
    heading = next((text for text in texts if text in (_("Reply due"), _("Concluded on"))), None)
    return heading, day, _("Not before") in texts


def ask_clock(desk, number):
    """What the card should say, from the command line: heading, day, whether “not before”."""
    clock = json.loads(desk.run_ctl("-d", desk.docket, "clock", "--json", number))
    if clock["state"] == "concluded":
        return _("Concluded on"), desk.concluded_on, False
    return _("Reply due"), clock["due"], clock["state"] == "suspended"


def compare_clock(desk, number):
    wanted = ask_clock(desk, number)
    card = desk.case.card
    try:
        wait_for("the clock", lambda: read_clock(card) == wanted)
    except Lost as lost:
        raise Lost(f"{wanted}, the card says {read_clock(card)}") from lost
    return wanted


def register(desk, **texts):
    """A request through the form, with that many texts; gives the number of the case."""
    desk.press(desk.find_button(_("Register a request")))
    for label, text in REQUEST.items():
        desk.write(desk.find("text", _(label)), texts.get(label, text))
    for label in texts.keys() - REQUEST.keys():
        desk.write(desk.find("text", _(label)), texts[label])
    desk.press(desk.find_button(_("_Register (Ctrl+Enter)")))
    said = desk.find(None, _("Registered as %s, reply due %s").partition("%s")[0]).get_name()
    desk.case = Case(desk)
    return find_number(said)


def find_page(desk):
    """What holds both the field for notes and the clock card. Widgets go while it is looked for:
    to be asked by wait_for(), which then begins anew."""
    node = desk.look_for("text", _("Note"))
    while node is not None and not desk.look_for("push button", _("Cl_ock Sheet…"), node):
        node = node.get_parent()
    return node


class Case:
    """The page of the case in front: what of it stays, however the case goes on."""

    def __init__(self, desk):
        self.page = wait_for("the page of the case", lambda: find_page(desk))
        heading = desk.find("label", _("What Happened"), self.page)
        self.count = desk.find("label", within=heading.get_parent(),
                               where=lambda node: node.get_name().isdigit())
        headings = (_("Reply due"), _("Concluded on"))
        self.card = desk.find("label", within=self.page, where=lambda node: (
            node.get_name() in headings)).get_parent().get_parent().get_parent()

    def read_count(self):
        return int(self.count.get_name())

    def wait_for_entries(self, count):
        """Once the count is right, all of the page is."""
        wait_for(f"{count} entries on the page", lambda: self.read_count() >= count)


def open_form(desk, step):
    """The form that the button of a step opens."""
    desk.press(desk.find_button(_(step) + "…", desk.case.page))
    form = desk.find_window(_(step))
    wait_for("the form", lambda: is_laid_out(find_record(desk, form)))
    return form


def find_record(desk, form):
    """The button that records; where a legal fact comes of it, it is named after that."""
    names = (_("_Record"), form.get_name())
    return desk.find("push button", within=form,
                     where=lambda node: (node.get_name() or "").endswith(names))


def fill(desk, form, texts):
    for label, text in texts.items():
        desk.write(desk.find("text", _(label), form), text)


def record(desk, form, step):
    """The form goes when it is recorded, and the page has one entry more."""
    before = desk.case.read_count()
    title = form.get_name()
    button = find_record(desk, form)
    is_asked = button.get_name().endswith(title)
    desk.press(button)
    if is_asked:
        answer_whether_sure(desk, form, title)
    desk.wait_for_first_window()
    desk.case.wait_for_entries(before + 1)
    desk.find(None, _("Recorded: %s").replace("%s", _(step)))


def answer_whether_sure(desk, form, title):
    """Of a legal fact it is asked whether it is meant; the answer is named like the form."""
    def look():
        for window in desk.list_windows():
            if window not in (desk.frame, form):
                found = desk.look_for("push button", title, window)
                if found is not None and is_laid_out(found):
                    return found
        return None

    desk.press(wait_for(f"the question “{title}”", look))


def take(desk, step, texts):
    form = open_form(desk, step)
    fill(desk, form, texts)
    record(desk, form, step)


def list_entries(desk, number):
    """The kinds of the entries of a case, from the command line, the first first."""
    path = desk.path("export.ndjson")
    desk.run_ctl("-d", desk.docket, "export", path)
    with open(path, encoding="utf-8") as file:
        entries = [json.loads(line) for line in file]
    os.unlink(path)
    return [entry for entry in entries if entry.get("stream") == f"case/{number}"]
