# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders on a desktop of their own: told once, without a window and without holding the docket,
the very cases that the command line lists; a click on one opens the window; what was told stands
under the bell."""
import datetime
import json
import os
import signal
import subprocess
import time

from driver import Lost, main, wait_for

WITHIN = 5  # the widest threshold that is set at first


def list_due(desk):
    """Running cases that must be told: by group, as the command line has them."""
    today = datetime.date.today().isoformat()
    groups = {"overdue": set(), "today": set(), "coming": set()}
    for case in json.loads(desk.run_ctl("-d", desk.docket, "due", "--within", str(WITHIN),
                                        "--json")):
        if case["state"] == "running":
            group = ("overdue" if case["due"] < today
                     else "today" if case["due"] == today else "coming")
            groups[group].add(case["case"])
    return groups


def ask_dunst(*words):
    return subprocess.run(["dunstctl", *words], check=True, capture_output=True, text=True).stdout


def read_history():
    """(summary, body) of every notification that is no longer shown."""
    return [(entry["summary"]["data"], entry["body"]["data"])
            for entry in json.loads(ask_dunst("history"))["data"][0]]


def dismiss_all():
    ask_dunst("close-all")
    wait_for("nothing shown", lambda: int(ask_dunst("count", "displayed")) == 0)


def run_once(desk):
    done = subprocess.run([desk.program, "--remind", "--once"], env=desk.env, capture_output=True,
                          text=True, timeout=60)
    if done.returncode != 0:
        raise Lost(f"a clean end: {done.returncode}\n{done.stdout}{done.stderr}")


def forget(desk):
    """What was told is removed, so that all is told again."""
    folder = desk.path("state/yishen/reminders")
    for name in os.listdir(folder):
        if name.endswith(".told"):
            os.remove(os.path.join(folder, name))


def prepare(desk):
    """A sample year is watched, at any hour of any day; a daemon shows notifications."""
    desk.docket = desk.make_sample(cases=600)
    desk.env["GSETTINGS_BACKEND"] = "keyfile"
    os.makedirs(desk.path("config/glib-2.0/settings"))
    with open(desk.path("config/glib-2.0/settings/keyfile"), "w", encoding="utf-8") as file:
        file.write(f"[cn/yishen/Yishen]\nlast-docket='{desk.docket}'\n"
                   "remind-quiet=false\nremind-rest-days=true\nremind-others=false\n")
    # The bus starts it, and takes it with it.
    wait_for("a notification daemon", lambda: subprocess.run(
        ["dunstctl", "count"], capture_output=True).returncode == 0)


def listen(desk, name):
    """What is asked of the daemon from now on is written down."""
    path = desk.path(name)
    with open(path, "w", encoding="utf-8") as file:
        process = subprocess.Popen(["dbus-monitor", "member='Notify'"], stdout=file)
    # The bus tells the monitor its own name first.
    wait_for("a listener on the bus", lambda: os.path.getsize(path) > 0)
    return process, path


def read_heard(process, path):
    process.terminate()
    process.wait(10)
    with open(path, encoding="utf-8") as file:
        return file.read()


def tell_once(desk):
    """--remind --once tells what the command line lists, a notification a group, and offers nothing
    that would need somebody to hear of it."""
    heard = listen(desk, "once-heard")
    run_once(desk)
    groups = {name: numbers for name, numbers in list_due(desk).items() if numbers}
    if not groups:
        raise Lost("a sample with cases that are due")
    wait_for("notifications", lambda: int(ask_dunst("count", "displayed"))
             + int(ask_dunst("count", "waiting")) == len(groups))
    heard = read_heard(*heard)
    if "string \"desktop-entry\"" not in heard or "string \"later\"" in heard \
            or "string \"default\"" in heard:
        raise Lost(f"notifications without a choice: {heard}")
    dismiss_all()
    desk.told = read_history()
    for name, numbers in groups.items():
        words = {"overdue": "overdue", "today": "due today", "coming": "due"}[name]
        head = (f"{len(numbers)} cases are {words}" if len(numbers) > 1 else words)
        if not any(head in summary for summary, _body in desk.told):
            raise Lost(f"“{head}” among {desk.told}")


def tell_no_more(desk):
    """Asked again, it tells nothing."""
    run_once(desk)
    dismiss_all()
    if read_history() != desk.told:
        raise Lost(f"no more than {desk.told}: {read_history()}")


def stay(desk):
    """--remind stays without a window, tells, and does not hold the docket."""
    forget(desk)
    heard = listen(desk, "stay-heard")
    desk.log = open(desk.path("log"), "w+", encoding="utf-8")
    desk.process = subprocess.Popen([desk.program, "--remind"], env=desk.env, stdout=desk.log,
                                    stderr=desk.log)
    wait_for("notifications", lambda: int(ask_dunst("count", "displayed")) > 0)
    heard = read_heard(*heard)
    if "string \"later\"" not in heard or "string \"default\"" not in heard:
        raise Lost(f"notifications with choices: {heard}")
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(desk.process.pid)],
                           capture_output=True, text=True)
    if found.stdout.strip():
        raise Lost(f"no window: {found.stdout}")
    files = f"/proc/{desk.process.pid}/fd"

    def is_free():
        return not any(desk.docket in os.path.realpath(os.path.join(files, name))
                       for name in os.listdir(files))
    wait_for("the docket let go", is_free)


def ask_again(desk):
    """A second --remind asks the first and ends."""
    started = time.monotonic()
    done = subprocess.run([desk.program, "--remind"], env=desk.env, capture_output=True, text=True,
                          timeout=30)
    if done.returncode != 0 or desk.process.poll() is not None:
        raise Lost(f"an end of its own after {time.monotonic() - started:.1f} s: {done}")


def click(desk):
    """A click on a notification opens the window, with the list under the bell."""
    ask_dunst("action", "0")
    desk.app = wait_for("the program on the accessibility bus", desk.look_for_app)
    desk.frame = desk.find("frame")
    desk.wait_for_docket()
    wanted = sum(len(numbers) for numbers in list_due(desk).values())
    found = wait_for("the list of reminders", lambda: desk.look_for(
        "list", "Reminders", where=lambda node: node.get_child_count() == wanted))
    desk.numbers = [read_row(found.get_child_at_index(i)) for i in range(wanted)]
    if set(desk.numbers) != set().union(*list_due(desk).values()):
        raise Lost(f"the very cases: {desk.numbers}")


def read_row(row):
    name = row.get_name().removeprefix("new: ")
    found = name.split("号")[0].removeprefix("〔").split("〕")
    return f"{found[0]}-{int(found[1]):04}"


def end(desk):
    """SIGTERM ends it cleanly, window and all."""
    desk.process.send_signal(signal.SIGTERM)
    desk.process.wait(60)
    if desk.process.returncode != 0:
        raise Lost(f"a clean end: {desk.process.returncode}")
    desk.process = None


main(prepare, tell_once, tell_no_more, stay, ask_again, click, end)
