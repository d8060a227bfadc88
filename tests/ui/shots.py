# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the pages and takes a picture of each: PREFIX-start.png, PREFIX-today.png, … A page
that cannot be reached is told and left out; the others are still taken. Run by tests/ui/shots.

    shots.py PREFIX
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "journeys"))
from case import Case  # noqa: E402
from driver import Desk, Lost, _, say, wait_for  # noqa: E402


# So many looks in a row must be alike.
STILL = 10
# A page looks unlike the one before it, sooner or later.
CHANGE_SECONDS = 4


def look():
    return subprocess.run(["import", "-window", "root", "png:-"], capture_output=True,
                          check=True).stdout


def take(path, before):
    """A picture once the page before is gone and nothing changes any more."""
    pictures = []

    def is_still():
        pictures.append(look())
        return len(pictures) >= STILL and len(set(pictures[-STILL:])) == 1

    try:
        wait_for("another page", lambda: look() != before, CHANGE_SECONDS)
    except Lost:
        pass
    wait_for("a picture that stands still", is_still)
    with open(path, "wb") as file:
        file.write(pictures[-1])


def press(desk, name):
    desk.press(desk.find_button(name))


def open_case(desk):
    desk.keys("ctrl+1")
    desk.walk_to_case()
    desk.keys("Return")


def show_figure(desk):
    desk.keys("ctrl+3")
    press(desk, "（一）予以公开, 自然人")


def open_step(desk):
    """The form that the first offered step opens."""
    open_case(desk)
    case = Case(desk)
    desk.press(desk.find("push button", "…", case.page, lambda node: (
        node.get_name() in (_("Ask for Approval") + "…", _("Draft the Reply") + "…",
                            _("Approve") + "…"))))


PAGES = [
    ("today", lambda desk: desk.keys("ctrl+1")),
    ("case", open_case),
    ("cases", lambda desk: desk.keys("ctrl+2")),
    ("register", lambda desk: desk.keys("ctrl+n")),
    ("annual-3", show_figure),
    ("annual-2", lambda desk: press(desk, "二、主动公开")),
    ("annual-4", lambda desk: press(desk, "四、复议、诉讼")),
    ("step", open_step),
]


def prepare(desk):
    """Maximized, as it is used."""
    folder = desk.home + "/config/glib-2.0/settings"
    os.makedirs(folder, exist_ok=True)
    with open(folder + "/keyfile", "a", encoding="utf-8") as file:
        file.write("[cn/yishen/Yishen]\nwindow-maximized=true\n")


def shoot(prefix, name, go, desk):
    try:
        before = look()
        go(desk)
        take(f"{prefix}-{name}.png", before)
        return True
    except Lost as lost:
        say(f"{name}: {lost}")
        return False


def main():
    prefix = sys.argv[1]
    done = []
    desk = Desk()
    try:
        prepare(desk)
        desk.start()
        done.append(shoot(prefix, "start", lambda desk: desk.find_button(_("_New Docket…")), desk))
        done.append(shoot(prefix, "create", lambda desk: press(desk, _("_New Docket…")), desk))
        desk.stop()
        desk.start(desk.make_sample(600))
        desk.wait_for_docket()
        done += [shoot(prefix, name, go, desk) for name, go in PAGES]
        desk.keys("Escape")
        desk.wait_for_first_window()
        desk.stop()
    except Lost as lost:
        say(f"the rest: {lost}")
        done.append(False)
    return 0 if all(done) else 1


if __name__ == "__main__":
    os._exit(main())
