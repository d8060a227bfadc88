# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start: no docket yet, one is made with the name of the agency alone, in four steps (New
Docket, the name, Create, Register) and no password, and it is a good one."""
import glob
import time

from driver import Atspi, Lost, _, has_state, is_laid_out, main, wait_for

AGENCY = "云州市人民政府办公室"
SECONDS = 300


def start(desk):
    """The window opens on the first page, and asks for no password."""
    desk.began = time.monotonic()
    desk.start()
    desk.find_button(_("_New Docket…"))
    desk.find_button(_("_Open a Docket…"))
    desk.find_button(_("Look Around a _Sample Year"))
    if desk.look_for("password text"):
        raise Lost("no password")


def refuse_no_name(desk):
    """Step 1, New Docket: without a name none can be made."""
    desk.press(desk.find_button(_("_New Docket…")))
    desk.entry = desk.find("text", _("Name of the agency, as on its letters"))
    wait_for("the form for a docket", lambda: is_laid_out(desk.entry))
    if has_state(desk.find_button(_("Create the _Docket")), Atspi.StateType.SENSITIVE):
        raise Lost("an insensitive button")


def create(desk):
    """Steps 2 and 3, the name and Create: it is made and opened."""
    desk.write(desk.entry, AGENCY)
    desk.press(desk.find_button(_("Create the _Docket")))
    desk.wait_for_docket()
    desk.find("label", AGENCY)


def can_register(desk):
    """Step 4, Register: the form is there, within five minutes of the start."""
    desk.press(desk.find_button(_("Register a request")))
    desk.find("text", _("Name of the applicant"))
    took = time.monotonic() - desk.began
    if took > SECONDS:
        raise Lost(f"at most {SECONDS} s, it took {took:.0f}")


def lies_on_disk(desk):
    """It lies where it was said to lie, and verifies."""
    dockets = glob.glob(f"{desk.home}/**/*.docket", recursive=True)
    if len(dockets) != 1:
        raise Lost(f"one docket: {dockets}")
    desk.run_ctl("-d", dockets[0], "verify")


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, refuse_no_name, create, can_register, lies_on_disk, stop)
