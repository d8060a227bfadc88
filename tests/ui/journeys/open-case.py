# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From Today into a case and back, with the keyboard alone."""
from driver import main, read_number, wait_for


def start(desk):
    """Today lists what is due."""
    desk.start(desk.make_sample())
    desk.wait_for_docket()
    desk.find("list item", None, where=read_number)


def go_to_case(desk):
    """Tab and arrows reach a case."""
    desk.number = desk.walk_to_case()


def open_case(desk):
    """Return opens it."""
    desk.keys("Return")
    wait_for("the case's page", lambda: desk.look_for(
        "label", where=lambda node: read_number(node) == desk.number
        and node.get_parent().get_role_name() != "list item"))
    desk.find_button("Back")


def go_back(desk):
    """Alt+Left goes back to Today, where one was."""
    desk.keys("alt+Left")
    wait_for("the same case in focus", lambda: read_number(desk.get_focus()) == desk.number)


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, go_to_case, open_case, go_back, stop)
