# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the pages and takes a picture of each: PREFIX-start.png, PREFIX-today.png, … also of
the windows over them, of a docket without cases and of one that is read only. A page that cannot be
reached is told and left out; the others are still taken. Run by tests/ui/shots.

    shots.py PREFIX [PART…]

Each part opens a docket of its own: start, pages, register, annual, search, viewer, windows, step,
empty, read-only, failing, opening; without any all are done.
"""
import datetime
import json
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
    desk.keys("ctrl+4")
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


def show_oral(desk):
    """A request that was made orally: who took it down is asked too."""
    desk.keys("ctrl+n")
    desk.move_to_name(_("Channel of the request"))
    desk.choose(5)


def find_cases(desk):
    """Where each was found stands behind its content."""
    desk.keys("ctrl+2", "ctrl+f")
    desk.type_into("征收")
    desk.find_cases()


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


SAMPLE = {
    "pages": [
        ("today", lambda desk: desk.keys("ctrl+1")),
        ("reminders", show_reminders),
        ("case", open_case),
        ("cases", lambda desk: desk.keys("ctrl+2")),
        ("selected", select_some),
    ],
    "register": [
        ("register", lambda desk: desk.keys("ctrl+n")),
        ("organisation", show_organisation),
        ("oral", show_oral),
    ],
    "annual": [
        ("annual-3", show_figure),
        ("annual-2", lambda desk: press(desk, "二、主动公开")),
        ("annual-4", lambda desk: press(desk, "四、复议、诉讼")),
    ],
    "search": [("found", find_cases)],
    "viewer": [
        ("viewer", open_file),
        ("viewer-found", find_in_file),
    ],
    "windows": [
        ("settings-reminders", show_settings("reminders")),
        ("settings-docket", show_settings("docket")),
        ("settings-calendar", show_settings("calendar")),
        ("settings-safety", show_settings("safety")),
        ("about", show_over("about")),
        ("shortcuts", show_over("shortcuts")),
    ],
    "step": [("step", open_step)],
}

# In a docket without cases, and in one that a newer program wrote.
FEW = [
    ("today", lambda desk: desk.keys("ctrl+1")),
    ("cases", lambda desk: desk.keys("ctrl+2")),
    ("annual", lambda desk: desk.keys("ctrl+4")),
]

FAILING = [
    ("annual", lambda desk: desk.keys("ctrl+3")),
    ("annual-2", lambda desk: press(desk, "二、主动公开")),
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


def make_failing(desk):
    """Last year something was repealed that came only this year: the table does not add up."""
    docket = make_empty(desk)
    last = datetime.date.today().year - 1
    entries = [("register/normative/opening", "counted", f"{last - 1}-12-31",
                {"rule": 0, "normative": 0}),
               ("register/normative/a", "issued", f"{last + 1}-01-01",
                {"type": "rule", "title": "云州市信访工作办法"}),
               ("register/normative/a", "repealed", f"{last}-02-09", {"by": "b"})]
    path = desk.path("failing.ndjson")
    with open(path, "w", encoding="utf-8") as file:
        for stream, kind, day, body in entries:
            file.write(json.dumps({"stream": stream, "kind": kind, "on": day, "body": body}) + "\n")
    desk.run_ctl("-d", docket, "import", path)
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


def shoot_docket(prefix, docket, pages, desk):
    desk.start(docket)
    desk.wait_for_docket()
    done = [shoot(prefix, name, go, desk) for name, go in pages]
    close(desk)
    desk.stop()
    shutil.rmtree(docket)
    return all(done)


def shoot_start(prefix, desk):
    desk.start()
    done = [shoot(prefix, "start", lambda desk: desk.find_button(_("_New Docket…")), desk),
            shoot(prefix, "create", lambda desk: press(desk, _("_New Docket…")), desk)]
    desk.stop()
    return all(done)


def shoot_opening(prefix, desk):
    """A docket whose index has to be made first: it takes a while, and can be cancelled. Nothing stands
    still there."""
    docket = desk.make_sample(20000)
    desk.start(docket)
    desk.find_button(_("_Cancel"))
    with open(f"{prefix}-opening.png", "wb") as file:
        file.write(look())
    desk.press(desk.find_button(_("_Cancel")))
    desk.find_button(_("_New Docket…"))
    desk.stop()
    shutil.rmtree(docket)
    return True


PARTS = {
    "start": shoot_start,
    **{name: lambda prefix, desk, pages=pages:
       shoot_docket(prefix, desk.make_sample(600), pages, desk) for name, pages in SAMPLE.items()},
    "empty": lambda prefix, desk: shoot_docket(prefix + "-empty", make_empty(desk), FEW, desk),
    "read-only": lambda prefix, desk: shoot_docket(prefix + "-read-only", make_newer(desk),
                                                   [*FEW, ("case", open_case)], desk),
    "failing": lambda prefix, desk: shoot_docket(prefix + "-failing", make_failing(desk), FAILING,
                                                 desk),
    "opening": shoot_opening,
}


def shoot_part(prefix, name, desk):
    try:
        return PARTS[name](prefix, desk)
    except Lost as lost:
        say(f"the rest of {name}: {lost}")
        if desk.process is not None:
            desk.kill()
        return False


def main():
    prefix, *parts = sys.argv[1:]
    desk = Desk()
    prepare(desk)
    done = [shoot_part(prefix, name, desk) for name in parts or PARTS]
    return 0 if all(done) else 1


if __name__ == "__main__":
    os._exit(main())
