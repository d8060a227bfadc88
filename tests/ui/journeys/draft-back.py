# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft comes back after the program was killed: every text as it was when last saved."""
import glob
import json

from driver import Lost, _, main, read_text, wait_for

TEXTS = {
    "Name of the applicant": "欧阳静",
    "Postal address": "云州市解放路二十二号三单元",
    "Title of the request": "二〇二五年部门预算",
    "Information asked for": "部门预算的明细表。\n以及说明。",
}
SAVED = _("Draft saved %s").partition("%s")[0]


def start(desk):
    """A form is open on a docket."""
    desk.docket = desk.path("new.docket")
    desk.run_ctl("init", desk.docket, "--agency=云州市人民政府办公室")
    desk.start(desk.docket)
    desk.wait_for_docket()
    desk.press(desk.find_button(_("Register a request")))


def find_draft(desk):
    paths = glob.glob(f"{desk.home}/state/yishen/drafts/*.json")
    if len(paths) != 1:
        return None
    with open(paths[0], encoding="utf-8") as file:
        return file.read()


def write(desk):
    """What is written is saved without being asked, every text of it."""
    for label, text in TEXTS.items():
        desk.write(desk.find("text", _(label)), text)
    desk.find(None, SAVED)
    wait_for("all of it in the file", lambda: find_draft(desk) and all(
        json.dumps(text, ensure_ascii=False)[1:-1] in find_draft(desk) for text in TEXTS.values()))


def kill(desk):
    """Killed while more is written, the program leaves no half a file."""
    desk.write(desk.find("text", _("Telephone")), "0527-0000000")
    desk.kill()
    json.loads(find_draft(desk))


def come_back(desk):
    """Started again, the form has it all, and says so."""
    desk.start(desk.docket)
    desk.wait_for_docket()
    desk.press(desk.find_button(_("Register a request")))
    desk.find(None, _("Draft of %s restored").partition("%s")[0])
    for label, text in TEXTS.items():
        found = read_text(desk.find("text", _(label)))
        if found != text:
            raise Lost(f"“{text}” in “{label}”: “{found}”")


def register(desk):
    """It can be registered, and then the draft is gone."""
    desk.press(desk.find_button(_("_Register (Ctrl+Enter)")))
    desk.find(None, _("Registered as %s, reply due %s").partition("%s")[0])
    if find_draft(desk) is not None:
        raise Lost("no draft any more")


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, write, kill, come_back, register, stop)
