# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every page, dialog and form through AT-SPI: each control, row and picture that a person can
reach must have a name. GTK names what has none after its class, which is no name."""
import re

from case import Case, open_form
from driver import Lost, _, main, read_active_title, read_number, wait_for, walk

CONTROLS = {"push button", "toggle button", "check box", "radio button", "combo box", "entry",
            "text", "password text", "spin button", "switch", "slider", "list item", "table row",
            "menu item", "image", "icon", "link", "progress bar"}
PICTURES = {"image", "icon"}
CLASS = re.compile(r"(Gtk|Adw|Ys|Gdk)[A-Z]\w*")
STEPS = ["Assign", "Ask for a Correction", "Ask for a Search", "Ask for an Opinion",
         "Draft the Reply", "Ask for Approval", "Extend the Period", "Fee Notice",
         "Ask for Reasons", "Set a Delay", "Record the Withdrawal", "Close without a Reply", "Link to a Case",
         "Remedy Sought"]


def is_named(node):
    name = (node.get_name() or "").strip()
    return name != "" and not CLASS.fullmatch(name)


def list_nameless(node, parent=None, named_above=False):
    """Paths to what has no name. What is inside a named control is part of it, and a picture beside
    words needs none, nor a row of headings. Walks by itself: a path is needed to find it in the source."""
    role = node.get_role_name()
    children = [child for child in (node.get_child_at_index(i)
                                    for i in range(node.get_child_count())) if child is not None]
    named = is_named(node)
    speaks = (role in PICTURES and parent is not None and has_words(parent)
              or role == "table row" and any(map(has_words, children)))
    if role in CONTROLS and not named and not named_above and not speaks:
        yield role
    above = named_above or (named and role in CONTROLS)
    for child in children:
        for path in list_nameless(child, node, above):
            yield f"{role} “{node.get_name()}” > {path}"


def has_words(node):
    return any(child.get_role_name() in ("label", "status bar") and is_named(child)
               for child in walk(node, 2))


def check(what, node):
    found = wait_for(f"the tree of {what}", lambda: [sorted(set(list_nameless(node)))])
    if found[0]:
        raise Lost(f"names on {what}:\n" + "\n".join(found[0]))


def close(desk):
    desk.keys("Escape")
    desk.wait_for_first_window()


def wait_for_another(desk):
    """A window over the first one, whatever its title."""
    wait_for("another window", lambda: read_active_title() not in ("", desk.frame.get_name()))
    return wait_for("its tree", lambda: next(
        (each for each in desk.list_windows() if each != desk.frame), None))


def start_page(desk):
    """The first page, and the form for a docket."""
    desk.start()
    desk.find_button(_("_New Docket…"))
    check("the first page", desk.frame)
    desk.stop()


def places(desk):
    """Today, Cases, Approvals, the annual report and Register: once visited, they stand in one tree."""
    desk.start(desk.make_sample())
    desk.wait_for_docket()
    desk.find("list item", where=read_number)
    desk.keys("ctrl+2")
    table = desk.find_cases()
    wait_for("cases", lambda: desk.list_rows(table))
    desk.keys("ctrl+3")
    desk.find(None, _("Nothing Waits for You"))
    desk.keys("ctrl+4")
    desk.find_button("本年新收政府信息公开申请数量, 总计: ")
    desk.keys("ctrl+n")
    desk.find_button(_("_Discard Draft"))
    check("the pages", desk.frame)


def case(desk):
    """A case, and the sheet of its clock."""
    desk.keys("ctrl+1")
    desk.walk_to_case()
    desk.keys("Return")
    desk.case = Case(desk)
    check("a case", desk.case.page)
    desk.press(desk.find_button(_("Cl_ock Sheet…"), desk.case.page))
    sheet = desk.find_window(_("Clock Sheet"))
    check("the clock sheet", sheet)
    close(desk)


def forms(desk):
    """Every form that the case offers."""
    offered = [step for step in STEPS if desk.look_for("push button", _(step) + "…", desk.case.page)]
    if len(offered) < 3:
        raise Lost(f"some steps: {offered}")
    for step in offered:
        form = open_form(desk, step)
        check(step, form)
        close(desk)


def dialogs(desk):
    """The shortcuts, and what is told about the program."""
    desk.keys("ctrl+question")
    window = wait_for_another(desk)
    # The controls of these two are GTK's and libadwaita's own, and nameless; what they say is ours.
    desk.find("label", _("Register a request"), window)
    close(desk)
    desk.keys("F10")
    desk.press(desk.find("menu item", _("_About Yishen")))
    window = wait_for_another(desk)
    desk.find("label", _("The Yishen developers"), window)
    close(desk)


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start_page, places, case, forms, dialogs, stop)
