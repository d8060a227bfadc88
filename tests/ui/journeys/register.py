# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registering a request: the ID number is checked while it is typed, the due day and its article
stand there before anything is saved, and the case is in the list with that very day."""
import datetime
import json
import re

from driver import Lost, _, find_number, main, read_number, wait_for, walk

# The example of GB 11643 and the same with another check digit.
RIGHT = "11010519491231002X"
WRONG = "110105194912310021"
DAY = (datetime.date.today() - datetime.timedelta(days=12)).isoformat()
TITLE = "北山路改造工程征收补偿方案"
DUE = _("Reply due %s. %s").partition("%s")[0]


def read_due(desk):
    """What the card says now: the day, and every text on it."""
    card = desk.look_for(None, DUE)
    found = card and re.search(r"\d{4}-\d\d-\d\d", card.get_name())
    return found and (found.group(), [node.get_name() or "" for node in walk(card)])


def start(desk):
    """An empty docket is open on a fresh form."""
    desk.docket = desk.path("new.docket")
    desk.run_ctl("init", desk.docket, "--agency=云州市人民政府办公室")
    desk.start(desk.docket)
    desk.wait_for_docket()
    desk.press(desk.find_button(_("Register a request")))


def check_number(desk):
    """A wrong ID number is told while it is typed, a right one as well."""
    desk.write(desk.find("text", _("Name of the applicant")), "张小明")
    number = desk.find("text", _("Number of the identity paper"))
    desk.write(number, WRONG)
    desk.find("label", _("Check digit is wrong"))
    desk.write(number, RIGHT)
    desk.find("label", _("Check digit is right"))


def fill(desk):
    """Where to reach the applicant and what is wanted."""
    desk.write(desk.find("text", _("Postal address")), "云州市北山路1号")
    desk.write(desk.find("text", _("Title of the request")), TITLE)
    desk.write(desk.find("text", _("Information asked for")), "北山路改造工程的征收补偿方案及附图。")


def see_due(desk):
    """Another channel and another day move the due day, and the article stands beside it."""
    today = wait_for("a due day", lambda: read_due(desk))[0]
    desk.move_to_name(_("Channel of the request"))
    desk.choose(1)
    day = desk.find("text", _("Signed for on"))
    desk.write(day, DAY)
    due, texts = wait_for("another due day", lambda: (read_due(desk) or (today,))[0] != today
                          and read_due(desk))
    if not any("第三十三条" in text for text in texts):
        raise Lost(f"the article of the period: {texts}")
    if not any("第三十一条" in text for text in texts):
        raise Lost(f"the article of the receipt: {texts}")
    desk.due = due


def save(desk):
    """It is registered, and the window says so with the same day."""
    desk.press(desk.find_button(_("_Register (Ctrl+Enter)")))
    said = desk.find(None, _("Registered as %s, reply due %s").partition("%s")[0]).get_name()
    if desk.due not in said:
        raise Lost(f"{desk.due}: {said}")
    desk.id = find_number(said)
    clock = json.loads(desk.run_ctl("-d", desk.docket, "clock", "--json", desk.id))
    if clock["due"] != desk.due or clock["start"] != DAY:
        raise Lost(f"{DAY} and {desk.due}: {clock['start']} and {clock['due']}")


def stands_in_list(desk):
    """The list has the case, with that due day and a masked applicant."""
    desk.keys("ctrl+2")
    table = desk.find_cases()
    row = wait_for("the row of the case", lambda: next(
        (node for node in desk.list_rows(table) if read_number(node) == desk.id), None))
    texts = [row.get_name(), *(node.get_name() or "" for node in walk(row))]
    if not any(desk.due[5:] in text for text in texts):
        raise Lost(f"{desk.due[5:]} in the row: {texts}")
    if any("张小明" in text for text in texts) or not any("张" in text for text in texts):
        raise Lost(f"a masked applicant: {texts}")


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, check_number, fill, see_due, save, stands_in_list, stop)
