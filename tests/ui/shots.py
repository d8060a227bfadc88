# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the pages and takes a picture of each: PREFIX-start.png, PREFIX-today.png, … also of
the windows over them, of a docket without cases and of one that is read only. A page that cannot be
reached is told and left out; the others are still taken. Run by tests/ui/shots.

    shots.py PREFIX
"""
import os
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "journeys"))
from case import Case  # noqa: E402
from driver import Desk, Gio, GLib, Lost, _, read_active_title, say, wait_for  # noqa: E402


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
    # What may still be open over the page goes first.
    desk.keys("Escape", "ctrl+1")
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


def show_organisation(desk):
    """Registering for an organisation."""
    desk.keys("ctrl+n")
    kind = "法人或其他组织"
    desk.press(desk.find("push button", kind, where=lambda node: node.get_name() == kind))


def open_file(desk):
    """The first file of the first case that has one, in the viewer."""
    desk.keys("ctrl+2")
    desk.keys("ctrl+f")
    # Words of the form for requests: it is in the search once it has been read.
    desk.type_into("政府信息公开申请表")
    desk.walk_to_case()
    desk.keys("Return")
    press(desk, ".pdf")
    desk.find("text", _("Page number"))


def find_in_file(desk):
    press(desk, _("Words as text"))
    desk.keys("ctrl+f")
    desk.find("entry", _("Search in the document"))
    desk.type_into("申请")


def show_reminders(desk):
    desk.keys("ctrl+1")
    press(desk, _("Reminders"))


def select_some(desk):
    desk.keys("Escape", "ctrl+2")
    desk.find_cases()
    desk.keys("Down", "space", "shift+Down", "shift+Down")


def activate(name, *arguments):
    """An action of the program, as the desktop asks for it."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync("cn.yishen.Yishen", "/cn/yishen/Yishen", "org.freedesktop.Application",
                  "ActivateAction",
                  GLib.Variant("(sava{sv})", (name, [GLib.Variant("s", each) for each in arguments],
                                              {})), None, Gio.DBusCallFlags.NONE, -1)


def show_settings(page):
    return lambda desk: activate("show-preferences", page)


def show_over(name):
    """Another window over the first, once the one before has gone."""
    def show(desk):
        close(desk)
        if name == "shortcuts":
            desk.keys("ctrl+question")
        else:
            activate(name)
        wait_for("another window", lambda: read_active_title() != desk.frame.get_name())
    return show


def close(desk):
    desk.keys("Escape")
    desk.wait_for_first_window()


PAGES = [
    ("today", lambda desk: desk.keys("ctrl+1")),
    ("reminders", show_reminders),
    ("case", open_case),
    ("cases", lambda desk: desk.keys("ctrl+2")),
    ("selected", select_some),
    ("register", lambda desk: desk.keys("ctrl+n")),
    ("organisation", show_organisation),
    ("annual-3", show_figure),
    ("annual-2", lambda desk: press(desk, "二、主动公开")),
    ("annual-4", lambda desk: press(desk, "四、复议、诉讼")),
    ("viewer", open_file),
    ("viewer-found", find_in_file),
    ("settings-reminders", show_settings("reminders")),
    ("settings-docket", show_settings("docket")),
    ("settings-calendar", show_settings("calendar")),
    ("settings-safety", show_settings("safety")),
    ("about", show_over("about")),
    ("shortcuts", show_over("shortcuts")),
]

# In a docket without cases, and in one that a newer program wrote.
FEW = [
    ("today", lambda desk: desk.keys("ctrl+1")),
    ("cases", lambda desk: desk.keys("ctrl+2")),
    ("annual", lambda desk: desk.keys("ctrl+3")),
]


def make_empty(desk):
    docket = desk.path("empty.docket")
    desk.run_ctl("init", docket, "--agency=云州市人民政府办公室")
    return docket


def make_newer(desk):
    docket = desk.make_sample(60)
    database = sqlite3.connect(docket + "/docket.db")
    version = database.execute("PRAGMA user_version").fetchone()[0]
    database.execute(f"PRAGMA user_version = {version + 1}")
    database.commit()
    database.close()
    return docket


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


def shoot_few(prefix, docket, pages, desk):
    desk.start(docket)
    desk.wait_for_docket()
    done = [shoot(prefix, name, go, desk) for name, go in pages]
    desk.stop()
    return done


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
        close(desk)
        done.append(shoot(prefix, "step", open_step, desk))
        close(desk)
        desk.stop()
        done += shoot_few(prefix + "-empty", make_empty(desk), FEW, desk)
        shutil.rmtree(desk.path("sample.docket"))
        done += shoot_few(prefix + "-read-only", make_newer(desk), [*FEW, ("case", open_case)], desk)
    except Lost as lost:
        say(f"the rest: {lost}")
        done.append(False)
    return 0 if all(done) else 1


if __name__ == "__main__":
    os._exit(main())
