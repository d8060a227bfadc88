# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two Chinese characters find the cases that hold them, and no others."""
import re

from driver import Lost, _, main, read_number, wait_for

# In no PDF of the sample: those are read while one looks, and would be found from then on.
WORDS = "安置"


def list_numbers(desk):
    """The cases that the list shows."""
    return {read_number(row) for row in desk.list_rows(desk.table)}


def start(desk):
    """A sample year is open."""
    desk.docket = desk.make_sample()
    desk.start(desk.docket)
    desk.wait_for_docket()


def search(desk):
    """Ctrl+F and two characters show the very cases that the command line finds."""
    said = desk.run_ctl("-d", desk.docket, "search", WORDS)
    desk.wanted = set(re.findall(r"^(\d{4}-\d{4,})\b", said, re.MULTILINE))
    if not desk.wanted:
        raise Lost("a sample with such cases")
    desk.keys("ctrl+f")
    desk.type_into(WORDS)
    desk.table = desk.find_cases()
    # The filters that stand stay: concluded cases come when theirs is taken off.
    wait_for("the search among the filters", lambda: set() < list_numbers(desk) <= desk.wanted)
    desk.press(desk.find_button(_("Take off the filter: %s").replace("%s", _("State"))))
    # The list has lines for what is seen; how many there are stands above it.
    desk.find("label", f"{len(desk.wanted)} cases")
    wait_for(f"none but the {len(desk.wanted)} cases with “{WORDS}”",
             lambda: set() < list_numbers(desk) <= desk.wanted)


def clear(desk):
    """An empty search shows the other cases again."""
    desk.keys("ctrl+f", "ctrl+a", "BackSpace")
    wait_for("other cases", lambda: list_numbers(desk) - desk.wanted)


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, search, clear, stop)
