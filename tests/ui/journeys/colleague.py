# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second window on the same docket, of another session, and the command line too: what a colleague enters appears
meanwhile, and what stands in an open form is not lost."""
import datetime

from case import Case, fill, list_entries, open_form, record, register
from driver import Atspi, Desk, Lost, _, has_state, main, read_text, wait_for

UNIT = "征收办公室"
# So long ago that the case stands in Today, where the keyboard reaches it.
RECEIVED = (datetime.date.today() - datetime.timedelta(days=28)).isoformat()
MEANWHILE = _("The case went on meanwhile. What you wrote is still here.")


def start(desk):
    """One case is open in two windows."""
    desk.docket = desk.path("new.docket")
    desk.run_ctl("init", desk.docket, "--agency=云州市人民政府办公室")
    desk.start(desk.docket)
    desk.wait_for_docket()
    desk.id = register(desk, **{"Submitted on": RECEIVED})
    desk.other = Desk(beside=desk)
    desk.other.start(desk.docket)
    desk.other.wait_for_docket()
    if desk.other.walk_to_case() != desk.id:
        raise Lost("the case in the second window")
    desk.other.keys("Return")
    desk.other.case = Case(desk.other)


def note_in_second(desk, text):
    other = desk.other
    before = desk.case.read_count()
    other.write(other.find("text", _("Note"), other.case.page), text)
    other.press(other.find("push button", within=other.case.page,
                           where=lambda node: node.get_name().endswith(_("_Note"))))
    desk.case.wait_for_entries(before + 1)
    other.case.wait_for_entries(before + 1)


def see_note(desk):
    """A note of the second window appears in the first one."""
    note_in_second(desk, "已电话告知申请人")
    desk.find("list item", "已电话告知申请人", desk.case.page)


def write_in_form(desk):
    """A form is being filled in the first window, and another note comes from the second."""
    desk.form = open_form(desk, "Ask for a Search")
    fill(desk, desk.form, {"Unit that searches": UNIT})
    note_in_second(desk, "申请人将来取件")
    desk.find(None, MEANWHILE, desk.form)


def act_from_outside(desk):
    """The command line attaches a file: the first window has it, and what was written is kept."""
    path = desk.path("申请表.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("申请表\n")
    before = desk.case.read_count()
    desk.run_ctl("-d", desk.docket, "attach", desk.id, path, "--role=request")
    desk.case.wait_for_entries(before + 1)
    desk.other.case.wait_for_entries(before + 1)
    desk.find("push button", "申请表.txt", desk.case.page)
    found = read_text(desk.find("text", _("Unit that searches"), desk.form))
    if found != UNIT:
        raise Lost(f"“{UNIT}”: “{found}”")


def record_form(desk):
    """The form can still be recorded, and the second window hears of it."""
    record(desk, desk.form, "Ask for a Search")
    desk.other.case.wait_for_entries(desk.case.read_count())
    desk.other.find("list item", UNIT, desk.other.case.page)
    desk.run_ctl("-d", desk.docket, "verify")
    kinds = [entry["kind"] for entry in list_entries(desk, desk.id)]
    if sorted(kinds) != sorted(["received", "assigned", "noted", "noted", "attached",
                                "search-asked"]):
        raise Lost(f"every entry once: {kinds}")


def stop(desk):
    """Both windows close cleanly."""
    desk.stop()
    wait_for("the keys to go to the other window",
             lambda: has_state(desk.other.frame, Atspi.StateType.ACTIVE))
    desk.other.stop()


main(start, see_note, write_in_form, act_from_outside, record_form, stop)
