# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Watches over a journey from outside: a screen, a bus and a home of its own, an alarm that even a call that
never comes back cannot outlast, and the end of everything it started, whatever happened.

    watch.py is a module: guard() starts the journey once more under the watch and does not return.
"""
import ctypes
import glob
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile

LIMIT = float(os.environ.get("YISHEN_JOURNEY_SECONDS", "240"))
SCREEN = os.environ.get("YISHEN_SCREEN", "1440x900x24")
SCREEN_SECONDS = 60
LAST_LINES = 60
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
prctl = ctypes.CDLL(None, use_errno=True).prctl


def is_guarded():
    return "YISHEN_JOURNEY_HOME" in os.environ


def list_descendants(of):
    """Of the watch also the orphans: it is their reaper."""
    children = {}
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                words = file.read().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if words[0] != "Z":
            children.setdefault(int(words[1]), []).append(int(path.split("/")[2]))
    found = []
    open_ones = [of]
    while open_ones:
        below = children.get(open_ones.pop(), [])
        found += below
        open_ones += below
    return found


def end_descendants(but=None):
    """All of them, also those that they start meanwhile."""
    while True:
        left = [pid for pid in list_descendants(os.getpid()) if pid != but]
        if not left:
            return
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        for pid in left:
            try:
                os.waitpid(pid, 0)
            except ChildProcessError:  # its parent has it, or is about to go
                pass


def read_log(home):
    try:
        with open(os.path.join(home, "log"), encoding="utf-8", errors="replace") as file:
            return file.read().splitlines()[-LAST_LINES:]
    except OSError:
        return []


def take_screen(name):
    """What stands on the screen, into the folder for pictures of failures."""
    folder = os.environ.get("YISHEN_PICTURES")
    if not folder:
        return None
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name + ".png")
    try:
        subprocess.run(["import", "-window", "root", path], check=False, timeout=20)
    except subprocess.TimeoutExpired:
        pass
    return path


def name_journey():
    language = os.environ.get("LANGUAGE", "C")
    name = os.path.basename(sys.argv[0]).removesuffix(".py")
    return name if language == "C" else f"{name}-{language}"


def tell_alarm(home, tap):
    """Where the journey hangs goes to the standard error, which meson keeps."""
    try:
        with open(os.path.join(home, "pid"), encoding="utf-8") as file:
            os.kill(int(file.read()), signal.SIGUSR1)
    except (OSError, ValueError):
        pass
    picture = take_screen(name_journey())
    for line in [f"not over after {LIMIT:.0f} s; the screen: {picture}", *read_log(home)]:
        os.write(tap, f"# {line}\n".encode())
    os.write(tap, b"Bail out! the journey hung\n")


def leave(*_arguments):
    raise SystemExit(1)


def die_with_watch():
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def start_screen():
    """The server itself finds a display that is free: xvfb-run asks first and starts then, which
    two at a time may do with the same number."""
    numbers, told = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(told), "-screen", "0", SCREEN, "-nolisten",
                               "tcp", "-noreset"], pass_fds=(told,), stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, preexec_fn=die_with_watch)
    os.close(told)
    if not select.select([numbers], [], [], SCREEN_SECONDS)[0]:
        raise TimeoutError("no screen from Xvfb")
    with open(numbers, encoding="ascii") as file:
        number = file.readline().strip()
    if number == "":
        raise RuntimeError("Xvfb ended at once")
    os.environ["DISPLAY"] = ":" + number
    os.environ.pop("XAUTHORITY", None)
    return server


def end_screen(server):
    """Asked, it removes its lock."""
    server.terminate()
    try:
        server.wait(SCREEN_SECONDS)
    except subprocess.TimeoutExpired:
        pass


def guard():
    tap = os.dup(1)
    server = None
    home = tempfile.mkdtemp(prefix="yishen-journey-")
    os.makedirs(home + "/run", mode=0o700)
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, leave)
    status = 1
    try:
        server = start_screen()
        # What daemons of the bus say must not come between the lines of TAP.
        journey = subprocess.Popen(
            ["dbus-run-session", "--", sys.executable, *sys.argv], stdout=2, pass_fds=(tap,),
            env=dict(os.environ, YISHEN_TAP=str(tap), YISHEN_JOURNEY_HOME=home,
                     XDG_RUNTIME_DIR=home + "/run"),
            preexec_fn=die_with_watch)
        try:
            status = journey.wait(LIMIT)
        except subprocess.TimeoutExpired:
            tell_alarm(home, tap)
    finally:
        if server is not None:
            end_descendants(but=server.pid)
            end_screen(server)
        end_descendants()
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(1 if status else 0)
