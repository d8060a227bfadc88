# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start: no docket yet, one is made, and it is a good one."""
import glob

from driver import Atspi, Lost, has_state, main, wait_for

AGENCY = "云州市人民政府办公室"


def start(desk):
    """The window opens on the first page."""
    desk.start()
    desk.find_button("New Docket")
    desk.find_button("Open a Docket")
    desk.find_button("Sample Year")


def refuse_no_name(desk):
    """Without a name no docket can be made."""
    desk.press(desk.find_button("New Docket"))
    create = desk.find_button("Create the Docket")
    if has_state(create, Atspi.StateType.SENSITIVE):
        raise Lost("an insensitive button")


def create(desk):
    """With a name it is made and opened."""
    entry = desk.find("text", "Name of the agency")
    desk.write(entry, AGENCY)
    button = desk.find_button("Create the Docket")
    wait_for("the button to wake", lambda: has_state(button, Atspi.StateType.SENSITIVE))
    desk.press(button)
    desk.wait_for_docket()
    desk.find("label", AGENCY)


def lies_on_disk(desk):
    """It lies where it was said to lie, and verifies."""
    dockets = glob.glob(f"{desk.home}/**/*.docket", recursive=True)
    if len(dockets) != 1:
        raise Lost(f"one docket: {dockets}")
    desk.run_ctl("-d", dockets[0], "verify")


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, refuse_no_name, create, lies_on_disk, stop)
