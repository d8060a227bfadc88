# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case from its registration to the delivery of the reply, each step through its button and form.
After each, the clock card says what the command line counts for the same docket."""
import datetime

from case import compare_clock, fill, list_entries, open_form, record, register, take
from driver import Lost, _, main
from pdf import write_pdf

# On successive days that end today, all within the seven working days for a correction.
TODAY = datetime.date.today()
DAYS = [(TODAY - datetime.timedelta(days=6 - n)).isoformat() for n in range(7)]
DONE = ["received", "correction-asked", "corrected", "consultation-sent", "consultation-answered",
        "extension-granted", "attached", "drafted", "approval-asked", "approved", "replied",
        "delivered"]


def start(desk):
    """A request is registered, and its period runs."""
    desk.docket = desk.path("new.docket")
    desk.concluded_on = DAYS[6]
    desk.run_ctl("init", desk.docket, "--agency=云州市人民政府办公室")
    desk.start(desk.docket)
    desk.wait_for_docket()
    desk.id = register(desk, **{"Submitted on": DAYS[0]})
    desk.first = compare_clock(desk, desk.id)


def ask_correction(desk):
    """1: a correction is asked for, and the clock stands still."""
    take(desk, "Ask for a Correction", {"Date of the letter": DAYS[1],
                                        "What must be corrected": "请明确所需文件的名称或者文号。"})
    if compare_clock(desk, desk.id)[1] is not None:
        raise Lost("no due day while a correction is awaited")


def correct(desk):
    """2: the correction comes, and the period starts anew."""
    take(desk, "Correction Received", {"Received on": DAYS[2]})
    if compare_clock(desk, desk.id) <= desk.first:
        raise Lost("a later due day")


def consult(desk):
    """3: a third party is asked for its opinion, and the period is suspended."""
    take(desk, "Ask for an Opinion", {"Name": "云州路桥有限公司", "Date of the letter": DAYS[3]})
    if not compare_clock(desk, desk.id)[2]:
        raise Lost("“not before” while an opinion is awaited")


def hear(desk):
    """4: the opinion comes, and the period runs on."""
    take(desk, "Opinion Received", {"Received on": DAYS[4]})
    desk.heard = compare_clock(desk, desk.id)


def extend(desk):
    """5: with the head's consent the period is extended."""
    take(desk, "Extend the Period", {"Reason": "涉及第三方，情况复杂", "Consent of": "李主任",
                                     "Date": DAYS[5]})
    if compare_clock(desk, desk.id) <= desk.heard:
        raise Lost("a later due day")


def draft(desk):
    """6a: the reply is drafted, and its PDF attached."""
    path = desk.path("答复书.pdf")
    write_pdf(path, ["Reply"])
    desk.entries = desk.case.read_count()
    form = open_form(desk, "Draft the Reply")
    desk.move_to_name(_("Ground"))
    desk.choose_name("可以公开，提供该信息")
    desk.find(None, _("Outcome: %s").partition("%s")[0], form)
    desk.press(desk.find_button(_("_Attach a File…"), form))
    desk.choose_file(_("Attach a File"), path, _("Draft the Reply"))
    desk.find("check box", "答复书.pdf", form)
    desk.case.wait_for_entries(desk.entries + 1)
    record(desk, form, "Draft the Reply")
    compare_clock(desk, desk.id)


def approve(desk):
    """6b: approval is asked for and given."""
    take(desk, "Ask for Approval", {})
    take(desk, "Approve", {})
    compare_clock(desk, desk.id)


def reply(desk):
    """6c: the reply is sent, and the case is concluded that day."""
    take(desk, "Send the Reply", {})
    if compare_clock(desk, desk.id)[0] != _("Concluded on"):
        raise Lost("a concluded case")


def deliver(desk):
    """7: its delivery is recorded on the entry itself."""
    row = desk.find("list item", _("replied"), desk.case.page)
    desk.press(desk.find_button(_("Changes of the entry “%s”").partition("%s")[0], row))
    desk.press(desk.find("menu item", _("_Delivered…")))
    form = desk.find_window(_("Letter Delivered"))
    fill(desk, form, {"Signed for by": "张小明"})
    record(desk, form, "Letter Delivered")


def verify(desk):
    """The docket verifies, and its entries are what was done."""
    desk.run_ctl("-d", desk.docket, "verify")
    entries = list_entries(desk, desk.id)
    kinds = [entry["kind"] for entry in entries if entry["kind"] != "assigned"]
    if kinds != DONE:
        raise Lost(f"{DONE}: {kinds}")
    days = [entry["on"] for entry in entries if entry["kind"] in DONE[:6]]
    if days != DAYS[:6]:
        raise Lost(f"{DAYS[:6]}: {days}")
    replied = next(entry["body"] for entry in entries if entry["kind"] == "replied")
    attached = next(entry["body"] for entry in entries if entry["kind"] == "attached")
    if replied["ground"] != "36-2" or replied["files"] != [attached["file"]]:
        raise Lost(f"the reply that was drafted: {replied}, {attached}")


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, ask_correction, correct, consult, hear, extend, draft, approve, reply, deliver, verify,
     stop)
