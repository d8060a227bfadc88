# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window through AT-SPI: starting, finding by role and name, waiting, and what
AT-SPI of GTK 4.8 cannot do (keys) through xdotool. Run by meson; every journey has a screen, a
bus and a home of its own, so it leaves nothing behind and knows nothing.

    driver.py is a module: a journey calls main() with its steps.
"""
import faulthandler
import gettext
import os
import re
import signal
import subprocess
import sys
import time
import traceback

import watch

if not watch.is_guarded():
    watch.guard()
TAP = os.fdopen(int(os.environ["YISHEN_TAP"]), "w", encoding="utf-8")
faulthandler.register(signal.SIGUSR1)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = float(os.environ.get("YISHEN_PATIENCE", "60"))
LOOK_AGAIN_MS = 40
# A program whose main loop stands still this long is as good as gone; more while it starts.
CALL_MS = 2000
STARTING_MS = 10000
# The focus moves at once; where it did not, there was nowhere to go.
FOCUS_SECONDS = 2
# For typed letters to arrive.
TYPED_SECONDS = 5
FOCUSED = "object:state-changed:focused"
translate = gettext.translation("yishen", os.environ["YISHEN_LOCALE_DIR"],
                                os.environ.get("LANGUAGE", "C").split(":"), fallback=True).gettext


def _(msgid):
    """A text of the program as it is read: mnemonics are not part of a name, nor are the letters in
    brackets that carry them in Chinese."""
    return re.sub(r"\(_\w\)", "", translate(msgid)).replace("_", "")


class Lost(Exception):
    """What was waited for did not come."""


desks = []


def wait_for(what, look, patience=PATIENCE):
    """Gives what look() gives once that is true. Looks again on a timer of the main loop, which
    also lets AT-SPI deliver its events; fails at the deadline, or when a program has ended."""
    deadline = time.monotonic() + patience
    loop = GLib.MainLoop()
    found = []
    trouble = []

    def once():
        try:
            for desk in desks:
                desk.check_alive()
            value = look()
        except GLib.Error as error:  # the widget went away while it was looked at
            trouble[:] = [f" ({error.message})"]
            value = None
        except Exception as error:  # noqa: BLE001  an exception must not be lost in a callback
            trouble[:] = [error]
            loop.quit()
            return GLib.SOURCE_REMOVE
        if value:
            found.append(value)
        if found or time.monotonic() > deadline:
            loop.quit()
            return GLib.SOURCE_REMOVE
        return GLib.SOURCE_CONTINUE

    if once() == GLib.SOURCE_CONTINUE:
        GLib.timeout_add(LOOK_AGAIN_MS, once)
        loop.run()
    if found:
        return found[0]
    if trouble and isinstance(trouble[0], Exception):
        raise trouble[0]
    raise Lost(what + "".join(trouble))


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


def is_laid_out(node):
    """Whether it has been shown: a button that never was takes a press and does nothing."""
    size = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return size.width > 0 and size.height > 0


def read_active_title():
    """The title of the window that keys go to."""
    return subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True,
                          text=True, timeout=10).stdout.strip()


def find_number(words):
    """The first case that is named: 〔2026〕7号 is 2026-0007."""
    found = re.search(r"〔(\d{4})〕(\d+)号", words)
    return f"{found.group(1)}-{int(found.group(2)):04}" if found else None


def read_number(node):
    """The case that a row begins with."""
    name = node.get_name() or ""
    return find_number(name) if name.startswith("〔") else None


def read_text(node):
    """What stands in an entry or a text view. The end must be told as a number."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def find_readers_bus():
    """The address of the bus that screen readers use."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                         GLib.VariantType("(s)"), Gio.DBusCallFlags.NONE, -1).unpack()[0]


class Desk:
    """The program on a display of its own; or @beside another one, as a colleague's."""

    def __init__(self, beside=None):
        self.home = os.environ["YISHEN_JOURNEY_HOME"]
        self.program = os.environ["YISHEN"]
        self.ctl = os.environ["YISHENCTL"]
        self.env = dict(os.environ, HOME=self.home, XDG_STATE_HOME=self.home + "/state",
                        XDG_DATA_HOME=self.home + "/share", XDG_CONFIG_HOME=self.home + "/config",
                        XDG_CACHE_HOME=self.home + "/cache")
        self.process = None
        self.manager = None
        self.app = None
        self.frame = None
        self.focus = None
        self.session = []
        self.listener = Atspi.EventListener.new(self.take_focus)
        desks.append(self)
        if beside is None:
            self.prepare()
        else:
            self.docket = beside.docket
            # Another session, so that it is not the same program once more; the same readers.
            self.session = ["dbus-run-session", "--"]
            self.env["AT_SPI_BUS_ADDRESS"] = find_readers_bus()

    def prepare(self):
        with open(self.path("pid"), "w", encoding="utf-8") as file:
            file.write(str(os.getpid()))
        Atspi.set_timeout(CALL_MS, STARTING_MS)
        self.write_settings()
        self.start_manager()

    def take_focus(self, event):
        if event.detail1 == 1:
            self.focus = event.source

    def write_settings(self):
        """Nothing moves or blinks while it is looked at."""
        os.makedirs(self.home + "/config/gtk-4.0")
        with open(self.home + "/config/gtk-4.0/settings.ini", "w", encoding="utf-8") as file:
            file.write("[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n")
        # On X11 the size of letters is the display's.
        dpi = os.environ.get("YISHEN_DPI")
        if dpi is not None:
            subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set",
                            "RESOURCE_MANAGER", f"Xft.dpi:\t{dpi}\n"], check=True, timeout=10)

    def start_manager(self):
        """Keys need a window manager to have somewhere to go, and it must be there first: it does
        not give the focus to windows that it finds."""
        with open(self.path("manager.log"), "w", encoding="utf-8") as log:
            def is_there():
                if self.manager is None or self.manager.poll() is not None:
                    self.manager = subprocess.Popen(["mutter", "--x11", "--sm-disable"],
                                                    env=self.env, stdout=log, stderr=log)
                return subprocess.run(["xdotool", "get_num_desktops"], capture_output=True,
                                      timeout=10).returncode == 0

            try:
                wait_for("a window manager", is_there)
            except Lost as lost:
                with open(self.path("manager.log"), encoding="utf-8") as said:
                    raise Lost(f"{lost}, it said: {said.read()[-2000:]}") from lost

        # Out of the way: what is under the pointer has another colour, and tooltips.
        subprocess.run(["xdotool", "mousemove", "9999", "9999"], check=True, timeout=10)

    def path(self, name):
        return os.path.join(self.home, name)

    def run_ctl(self, *arguments):
        done = subprocess.run([self.ctl, *arguments], env=self.env, capture_output=True, text=True,
                              timeout=PATIENCE)
        if done.returncode != 0:
            raise Lost(f"yishenctl {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return done.stdout

    def make_sample(self, cases=60):
        docket = self.path("sample.docket")
        self.run_ctl("sample", docket, "--cases", str(cases), "--seed", "5")
        return docket

    def start(self, *arguments):
        with open(self.path("log"), "a", encoding="utf-8") as log:
            self.process = subprocess.Popen([*self.session, self.program, *arguments], env=self.env,
                                            stdout=log, stderr=log)
        self.app = wait_for("the program on the accessibility bus", self.look_for_app)
        # Names, states and children change while they are looked at.
        self.app.set_cache_mask(Atspi.Cache.ROLE | Atspi.Cache.INTERFACES | Atspi.Cache.PARENT)
        self.frame = None
        self.frame = wait_for("its window", lambda: self.look_for("frame"))
        wait_for("the window to be active",
                 lambda: has_state(self.frame, Atspi.StateType.ACTIVE))
        return self.app

    def wait_for_docket(self, patience=PATIENCE):
        """Pages that are not shown stand in the tree too; the window's title comes last. Keys get
        lost until the focus has left the page that went away."""
        wait_for("an open docket", lambda: self.frame.get_name() not in ("", _("Yishen")), patience)
        beside = self.find("list", _("Places"))
        while not self.look_for("entry", _("Search cases"), beside):
            beside = beside.get_parent()
        wait_for("the focus in it", lambda: self.look_for(
            within=beside, where=lambda node: has_state(node, Atspi.StateType.FOCUSED)))

    def look_for_app(self):
        desktop = Atspi.get_desktop(0)
        ours = [self.process.pid, *watch.list_descendants(self.process.pid)]
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() in ours:
                return app
        return None

    # --- finding ---------------------------------------------------------------------------

    def look_for_all(self, role=None, name=None, within=None, where=None):
        """What there is now of that role, whose name holds the words (or is found by where()), in
        the first window if not told otherwise: a window that closes is better not walked through,
        GTK 4.8 trips over questions about it."""
        self.check_alive()
        for node in walk(within or self.frame or self.app):
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

    def find_window(self, title):
        """A window of the program beside the first one, once keys go to it: a form, a sheet."""
        wait_for(f"the keys to go to “{title}”", lambda: read_active_title() == title)
        return wait_for(f"the window “{title}”", lambda: next(
            (window for window in self.list_windows() if window.get_name() == title), None))

    def wait_for_first_window(self):
        """The window beside it has closed. The display is asked and not AT-SPI: asked for a window
        that closes just then, GTK 4.8 fails an assertion of GLib."""
        wait_for("the first window alone", lambda: read_active_title() == self.frame.get_name())

    def list_windows(self):
        return [child for child in (self.app.get_child_at_index(i)
                                    for i in range(self.app.get_child_count()))
                if child is not None]

    def find_cases(self):
        """The list of the page Cases."""
        return self.find(None, where=lambda node: node.get_name() == _("Cases")
                         and node.get_role_name() in ("tree table", "list"))

    def list_rows(self, table):
        """The rows of a table; what is in them is not looked at."""
        return [row for row in walk(table, 2) if read_number(row)]

    # --- doing -----------------------------------------------------------------------------

    def press(self, node):
        wait_for(f"“{node.get_name()}” to be usable",
                 lambda: has_state(node, Atspi.StateType.SENSITIVE) and is_laid_out(node))
        if not Atspi.Action.do_action(node.get_action_iface(), 0):
            raise Lost(f"pressing “{node.get_name()}”")

    def write(self, node, text):
        wait_for(f"“{node.get_name()}” to be usable", lambda: is_laid_out(node))
        Atspi.EditableText.set_text_contents(node.get_editable_text_iface(), text)
        wait_for(f"“{text}” in “{node.get_name()}”", lambda: read_text(node) == text)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], check=True, timeout=PATIENCE)

    def type(self, text, delay=60):
        """Presses the keys of the text. For letters that no key has xdotool lends one key after the
        other; on a busy machine the program reads some of them too late: see type_into()."""
        subprocess.run(["xdotool", "type", "--delay", str(delay), text], check=True,
                       timeout=PATIENCE)

    def type_into(self, text, node=None):
        """Types into the field that has the focus until the text stands there, slower each time."""
        node = node or wait_for("the focus", self.get_focus)
        for delay in 60, 250, 500:
            self.type(text, delay)
            try:
                wait_for(f"“{text}”", lambda: text in read_text(node), TYPED_SECONDS)
                return
            except Lost:
                self.check_alive()
                self.keys("ctrl+a")
        raise Lost(f"“{text}” typed into a field that reads “{read_text(node)}”")

    def get_focus(self):
        return self.look_for(where=lambda node: has_state(node, Atspi.StateType.FOCUSED),
                             within=self.app)

    def move_focus(self, key="Tab"):
        """Presses a key that moves the focus and gives where it went, or None if nowhere. Not all
        widgets of GTK 4.8 tell that they have it; those are looked for."""
        self.focus = None
        # Only while it is wanted: GTK 4.8 trips over questions about a window that is closing.
        self.listener.register(FOCUSED)
        try:
            self.keys(key)
            return wait_for("the focus", lambda: self.focus, FOCUS_SECONDS)
        except Lost:
            self.check_alive()
            return self.get_focus()
        finally:
            self.listener.deregister(FOCUSED)

    def move_to(self, is_there, key="Tab", at_most=60):
        """Moves the focus until it is_there(); gives what has it."""
        seen = []
        before = None
        stuck = 0
        for step in range(at_most):
            focus = self.move_focus(key)
            if focus is not None and is_there(focus):
                return focus
            seen.append(f"{focus.get_role_name()} “{focus.get_name()}”" if focus else "nothing")
            stuck = stuck + 1 if focus == before else 0
            before = focus
            if stuck == 3:
                break
        raise Lost(f"the focus by {key} where it was wanted; it was on "
                   + ", ".join(dict.fromkeys(seen)))

    def move_to_name(self, name, key="Tab", at_most=60):
        return self.move_to(lambda node: name in (node.get_name() or ""), key, at_most)

    def choose(self, steps):
        """The drop-down in focus, so many choices further down."""
        self.keys("space", *["Down"] * steps, "Return")

    def choose_name(self, name):
        """The drop-down in focus, the choice of that name."""
        self.keys("space")
        # Rows of GTK's own lists have no names, their labels have.
        self.move_to(lambda row: any(name in (node.get_name() or "") for node in walk(row, 3)),
                     "Down")
        self.keys("Return")

    def choose_file(self, title, path, after):
        """In the file chooser that is opening over the window @after. A slash brings the entry for
        the path."""
        chooser = self.find_window(title)
        self.keys("slash")
        entry = self.find("text", within=chooser, where=lambda node: read_text(node) == "/")
        self.write(entry, path)
        self.keys("Return")
        wait_for("the end of the file chooser", lambda: read_active_title() == after)

    def walk_to_case(self, at_most=60):
        """Tab by Tab, and down in a list, until the focus is on a case; gives its number."""
        key = "Tab"
        for step in range(at_most):
            focus = self.move_focus(key) or wait_for("the focus", self.get_focus)
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
            raise Lost(f"the program, it ended with {self.process.returncode}")

    def stop(self):
        """Closes the window as a person does, and wants a clean end."""
        if self.process is None:
            return
        process, self.process = self.process, None
        self.keys("ctrl+q")
        try:
            code = process.wait(PATIENCE)
        except subprocess.TimeoutExpired as late:
            self.process = process
            raise Lost("the end of the program after Ctrl+Q") from late
        if code != 0:
            raise Lost(f"a clean end, it ended with {code}")

    def kill(self):
        """As a power cut does."""
        process, self.process = self.process, None
        process.kill()
        process.wait()

    def tell_failure(self):
        """Where a journey ended, as a person and as a screen reader sees it, and what the program
        said."""
        path = watch.take_screen(watch.name_journey())
        if path is not None:
            say(f"# the screen: {path}")
            try:
                with open(path.removesuffix("png") + "txt", "w", encoding="utf-8") as file:
                    for node in walk(self.app) if self.app is not None else ():
                        file.write(f"{node.get_role_name()}\t{node.get_name()}\n")
            except GLib.Error as error:
                say(f"# the tree is not to be had: {error.message}")
        for line in watch.read_log(self.home):
            say(f"# {line}")


def say(line):
    TAP.write(line + "\n")
    TAP.flush()


def main(*steps):
    """Each step is a function of the desk and one test; a failed one ends the journey. TAP."""
    desk = None
    failed = False
    say(f"1..{len(steps)}")
    for number, step in enumerate(steps, 1):
        name = (step.__doc__ or step.__name__).split("\n\n")[0]
        name = " ".join(name.split()).rstrip(".")
        if failed:
            say(f"not ok {number} - {name} (not reached)")
            continue
        try:
            desk = desk or Desk()
            step(desk)
            say(f"ok {number} - {name}")
        except Exception:  # noqa: BLE001  whatever it was, the journey ends here
            failed = True
            say(f"not ok {number} - {name}")
            for line in traceback.format_exc().splitlines():
                say(f"# {line}")
            if desk is not None:
                desk.tell_failure()
    TAP.flush()
    # The watch ends what is left, also what this process would wait for.
    os._exit(1 if failed else 0)
