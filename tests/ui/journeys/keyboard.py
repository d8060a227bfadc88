# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys alone: a request is registered, a step taken, a case searched and opened, the annual report
exported. AT-SPI only reads where the focus is."""
import os
import re

from case import list_entries
from driver import Lost, _, find_number, main, read_number, read_text, wait_for

REGISTERED = _("Registered as %s, reply due %s").partition("%s")[0]
# In no PDF of the sample: those are read while one looks, and would be found from then on.
WORDS = "安置"


def move_and_type(desk, label, text):
    """Tab until the field has the focus, and type."""
    node = desk.move_to_name(_(label))
    desk.type_into(text, node)


def start(desk):
    """A sample year is open."""
    desk.docket = desk.make_sample()
    desk.start(desk.docket)
    desk.wait_for_docket()


def register(desk):
    """Ctrl+N, the fields one after the other, Ctrl+Enter."""
    desk.keys("ctrl+n")
    node = desk.find("text", _("Name of the applicant"))
    wait_for("the focus on the form", desk.get_focus)
    desk.type_into("张小明", node)
    move_and_type(desk, "Postal address", "云州市北山路1号")
    move_and_type(desk, "Title of the request", "北山路征收补偿方案")
    move_and_type(desk, "Information asked for", "北山路征收补偿方案及附图")
    desk.keys("ctrl+Return")
    said = desk.find(None, REGISTERED).get_name()
    desk.id = find_number(said)


def take_step(desk):
    """Tab to a step, Enter, the form, Ctrl+Enter."""
    step = _("Ask for a Correction")
    desk.find("push button", step + "…")
    desk.move_to_name(step + "…")
    desk.keys("Return")
    form = desk.find_window(step)
    desk.find("text", _("What must be corrected"), form)
    move_and_type(desk, "What must be corrected", "请明确所需文件的名称")
    desk.keys("ctrl+Return")
    desk.find(None, _("Recorded: %s").replace("%s", step))
    kinds = [entry["kind"] for entry in list_entries(desk, desk.id)]
    if kinds[-1] != "correction-asked":
        raise Lost(f"a correction asked for: {kinds}")


def search(desk):
    """Ctrl+F and two characters, Tab to a case that is found, Enter, and back with Alt+Left."""
    found = set(re.findall(r"^(\d{4}-\d{4,})\b", desk.run_ctl("-d", desk.docket, "search", WORDS),
                           re.MULTILINE))
    desk.keys("ctrl+f")
    desk.type_into(WORDS)
    table = desk.find_cases()
    # The filters that stand stay.
    wait_for("cases that are found", lambda: set() < {
        read_number(row) for row in desk.list_rows(table)} <= found)
    number = read_number(desk.move_to(read_number))
    desk.keys("Return")
    desk.find("label", where=lambda node: (read_number(node) == number
                                           and node.get_parent().get_role_name() == "panel"))
    desk.keys("alt+Left")


def export(desk):
    """Ctrl+4, Tab to Export, down to the spreadsheet, Enter; a name and Enter."""
    target = desk.path("keys.xlsx")
    desk.keys("ctrl+4")
    desk.find("push button", "本年新收政府信息公开申请数量, 总计: ")
    desk.move_to_name(_("Export"))
    desk.keys("Return")
    desk.move_to_name(_("_Spreadsheet (.xlsx)"), "Down")
    desk.keys("Return")
    node = desk.find("text", "Name:", desk.app)
    wait_for("the focus on the name", lambda: read_text(node) != "")
    desk.keys("ctrl+a")
    desk.type(target)
    desk.keys("Return")
    wait_for("the file", lambda: os.path.exists(target))
    desk.find(None, _("Exported: %s").replace("%s", "keys.xlsx"))


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, register, take_step, search, export, stop)
