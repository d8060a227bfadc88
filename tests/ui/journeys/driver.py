# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window through AT-SPI: starting, finding by role and name, waiting, and what
AT-SPI of GTK 4.8 cannot do (keys) through xdotool. Run by meson under xvfb-run; every journey has a
bus and a home of its own, so it leaves nothing behind and knows nothing.

    driver.py is a module: a journey calls main() with its steps.
"""
import gettext
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

if "YISHEN_TAP" not in os.environ:
    # A bus of its own. What daemons of the bus say must not come between the lines of TAP.
    tap = os.dup(1)
    os.set_inheritable(tap, True)
    os.dup2(2, 1)
    os.environ["YISHEN_TAP"] = str(tap)
    os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])
TAP = os.fdopen(int(os.environ["YISHEN_TAP"]), "w", encoding="utf-8")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("YISHEN_PATIENCE", "60"))
LOOK_AGAIN_MS = 40
# Journeys speak English; the pictures are in Chinese.
_ = gettext.translation("yishen", os.environ["YISHEN_LOCALE_DIR"],
                        os.environ.get("LANGUAGE", "C").split(":"), fallback=True).gettext


class Lost(Exception):
    """What was waited for did not come."""


def wait_for(what, look, patience=PATIENCE):
    """Gives what look() gives once that is true. Looks again on a timer of the main loop, which
    also lets AT-SPI deliver its events; fails at the deadline."""
    deadline = time.monotonic() + patience
    loop = GLib.MainLoop()
    found = []

    def once():
        try:
            value = look()
        except GLib.Error:  # the widget went away while it was looked at
            value = None
        if value:
            found.append(value)
        if found or time.monotonic() > deadline:
            loop.quit()
            return GLib.SOURCE_REMOVE
        return GLib.SOURCE_CONTINUE

    if once() == GLib.SOURCE_CONTINUE:
        GLib.timeout_add(LOOK_AGAIN_MS, once)
        loop.run()
    if not found:
        raise Lost(what)
    return found[0]


def walk(node, depth=99):
    """Everything at and below a node, in the order of the tree. A table has thousands of cells and
    each costs a call: ask for no deeper than needed."""
    yield node
    for i in range(node.get_child_count() if depth > 0 else 0):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child, depth - 1)


def has_state(node, state):
    return node.get_state_set().contains(state)


def read_number(node):
    """The case that a row begins with: "〔2026〕7号, …" is 2026-0007."""
    found = re.match(r"〔(\d{4})〕(\d+)号", node.get_name() or "")
    return f"{found.group(1)}-{int(found.group(2)):04}" if found else None


class Desk:
    """The program on a display of its own."""

    def __init__(self):
        self.home = tempfile.mkdtemp(prefix="yishen-journey-")
        self.program = os.environ["YISHEN"]
        self.ctl = os.environ["YISHENCTL"]
        self.env = dict(os.environ, HOME=self.home, XDG_STATE_HOME=self.home + "/state",
                        XDG_DATA_HOME=self.home + "/share", XDG_CONFIG_HOME=self.home + "/config",
                        XDG_CACHE_HOME=self.home + "/cache")
        self.process = None
        self.manager = None
        self.log = None
        self.app = None
        self.write_settings()
        self.start_manager()

    def write_settings(self):
        """Nothing moves or blinks while it is looked at."""
        os.makedirs(self.home + "/config/gtk-4.0")
        with open(self.home + "/config/gtk-4.0/settings.ini", "w", encoding="utf-8") as file:
            file.write("[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n")

    def start_manager(self):
        """Keys need a window manager to have somewhere to go, and it must be there first: it does
        not give the focus to windows that it finds."""
        self.manager = subprocess.Popen(["mutter", "--x11", "--sm-disable"], env=self.env,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for("a window manager", lambda: subprocess.run(
            ["xdotool", "get_num_desktops"], capture_output=True).returncode == 0)

    def path(self, name):
        return os.path.join(self.home, name)

    def run_ctl(self, *arguments):
        return subprocess.run([self.ctl, *arguments], env=self.env, check=True,
                              capture_output=True, text=True).stdout

    def make_sample(self, cases=150):
        docket = self.path("sample.docket")
        self.run_ctl("sample", docket, "--cases", str(cases), "--seed", "5")
        return docket

    def start(self, *arguments):
        self.log = open(self.path("log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen([self.program, *arguments], env=self.env,
                                        stdout=self.log, stderr=self.log)
        self.app = wait_for("the program on the accessibility bus", self.look_for_app)
        # Names, states and children change while they are looked at.
        self.app.set_cache_mask(Atspi.Cache.ROLE | Atspi.Cache.INTERFACES | Atspi.Cache.PARENT)
        self.frame = wait_for("its window", lambda: self.look_for("frame"))
        wait_for("the window to be active",
                 lambda: has_state(self.frame, Atspi.StateType.ACTIVE))
        return self.app

    def wait_for_docket(self, patience=PATIENCE):
        """Pages that are not shown stand in the tree too; the window's title comes last. Keys get
        lost until the focus has left the page that went away."""
        wait_for("an open docket", lambda: self.frame.get_name() not in ("", _("Yishen")), patience)
        places = self.find("list", _("Places"))
        beside = places.get_parent().get_parent()
        wait_for("the focus in it", lambda: self.look_for(
            within=beside, where=lambda node: has_state(node, Atspi.StateType.FOCUSED)))

    def look_for_app(self):
        if self.process.poll() is not None:
            raise Lost(f"the program, it ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid:
                return app
        return None

    # --- finding ---------------------------------------------------------------------------

    def look_for_all(self, role=None, name=None, within=None, where=None):
        """What there is now of that role, whose name holds the words (or is found by where())."""
        self.check_alive()
        for node in walk(within or self.app):
            if ((role is None or node.get_role_name() == role)
                    and (name is None or name in (node.get_name() or ""))
                    and (where is None or where(node))):
                yield node

    def look_for(self, *arguments, **named):
        return next(self.look_for_all(*arguments, **named), None)

    def find(self, role, name=None, within=None, where=None, patience=PATIENCE):
        return wait_for(f"{role} “{name or ''}”",
                        lambda: self.look_for(role, name, within, where), patience)

    def find_button(self, name, within=None):
        """The inner toggle of a menu button is the one that can be pressed."""
        return self.find("push button", name, within, lambda node: node.get_n_actions() > 0)

    # --- doing -----------------------------------------------------------------------------

    def press(self, node):
        if not Atspi.Action.do_action(node.get_action_iface(), 0):
            raise Lost(f"pressing “{node.get_name()}”")

    def write(self, node, text):
        Atspi.EditableText.set_text_contents(node.get_editable_text_iface(), text)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "60", text], check=True)

    def get_focus(self):
        return self.look_for(where=lambda node: has_state(node, Atspi.StateType.FOCUSED))

    def walk_to_case(self, at_most=60):
        """Tab by Tab, and down in a list, until the focus is on a case; gives its number."""
        key = "Tab"
        for step in range(at_most):
            self.keys(key)
            focus = wait_for("the focus", self.get_focus)
            number = read_number(focus)
            if number:
                return number
            is_in_list = (focus.get_role_name() == "list item"
                          and focus.get_parent().get_name() == _("Cases to see to"))
            key = "Down" if is_in_list else "Tab"
        raise Lost(f"a case within {at_most} steps of the keyboard")

    # --- the end ---------------------------------------------------------------------------

    def check_alive(self):
        if self.process is not None and self.process.poll() is not None:
            raise Lost(f"the program, it ended with {self.process.returncode}:\n{self.read_log()}")

    def read_log(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read()

    def stop(self):
        """Closes the window as a person does, and wants a clean end."""
        if self.process is None:
            return
        self.keys("ctrl+q")
        self.process.wait(PATIENCE)
        if self.process.returncode != 0:
            raise Lost(f"a clean end: {self.process.returncode}\n{self.read_log()}")
        self.process = None

    def clear(self):
        for process in (self.process, self.manager):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait()
        if self.log is not None:
            self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def take_picture(self):
        """Where a journey ended, as a person and as a screen reader sees it."""
        folder = os.environ.get("YISHEN_PICTURES")
        if not folder:
            return
        os.makedirs(folder, exist_ok=True)
        name = os.path.basename(sys.argv[0]).removesuffix(".py")
        subprocess.run(["import", "-window", "root", f"{folder}/{name}.png"], check=False)
        with open(f"{folder}/{name}.txt", "w", encoding="utf-8") as file:
            for node in walk(self.app) if self.app is not None else ():
                file.write(f"{node.get_role_name()}\t{node.get_name()}\n")


def say(line):
    TAP.write(line + "\n")
    TAP.flush()


def main(*steps):
    """Each step is a function of the desk and one test; a failed one ends the journey. TAP."""
    desk = Desk()
    failed = False
    say(f"1..{len(steps)}")
    try:
        for number, step in enumerate(steps, 1):
            name = (step.__doc__ or step.__name__).strip().rstrip(".")
            if failed:
                say(f"not ok {number} - {name} (not reached)")
                continue
            try:
                step(desk)
                say(f"ok {number} - {name}")
            except Exception:  # noqa: BLE001  whatever it was, the journey ends here
                failed = True
                say(f"not ok {number} - {name}")
                for line in traceback.format_exc().splitlines():
                    say(f"# {line}")
                desk.take_picture()
    finally:
        desk.clear()
    sys.exit(1 if failed else 0)
