# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` puts where, and whether the desktop takes it: the validators of desktop file,
metainfo and settings, one id everywhere, icons by that id. Prints TAP.

    installed.py BUILD-FOLDER PREFIX SYSCONFDIR VERSION
"""
import configparser
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ID = "cn.yishen.Yishen"
FILES = [
    "bin/yishen",
    "bin/yishenctl",
    f"share/applications/{ID}.desktop",
    f"share/dbus-1/services/{ID}.service",
    "lib/systemd/user/yishen-remind.service",
    "share/man/man1/yishen.1",
    "share/man/zh_CN/man1/yishen.1",
    "share/bash-completion/completions/yishen",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/yishen/sample/suqian-2023.ndjson",
    "share/locale/zh_CN/LC_MESSAGES/yishen.mo",
]

tests = 0
failures = 0


def ok(condition, name, found=""):
    global tests, failures
    tests += 1
    failures += not condition
    print(f"{'ok' if condition else 'not ok'} {tests} - {name}")
    if not condition:
        for line in str(found).splitlines():
            print(f"# {line}")


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def check_validators(root):
    code, said = run("desktop-file-validate", f"{root}/share/applications/{ID}.desktop")
    ok(code == 0 and not said, "desktop-file-validate", said)
    code, said = run("appstreamcli", "validate", "--no-net", "--explain",
                     f"{root}/share/metainfo/{ID}.metainfo.xml")
    ok(code == 0, "appstreamcli validate", said)
    code, said = run("glib-compile-schemas", "--strict", "--dry-run",
                     f"{root}/share/glib-2.0/schemas")
    ok(code == 0, "glib-compile-schemas --strict", said)


def check_validators_bite(root, folder):
    """A validator that lets everything pass would prove nothing."""
    broken = os.path.join(folder, f"{ID}.desktop")
    with open(f"{root}/share/applications/{ID}.desktop", encoding="utf-8") as file:
        text = file.read()
    with open(broken, "w", encoding="utf-8") as file:
        file.write(text.replace("Type=Application", "Type=Nothing"))
    ok(run("desktop-file-validate", broken)[0] != 0, "desktop-file-validate refuses a broken file")
    broken = os.path.join(folder, f"{ID}.metainfo.xml")
    with open(f"{root}/share/metainfo/{ID}.metainfo.xml", encoding="utf-8") as file:
        text = file.read()
    with open(broken, "w", encoding="utf-8") as file:
        file.write(text.replace("<metadata_license>CC0-1.0</metadata_license>", ""))
    ok(run("appstreamcli", "validate", "--no-net", broken)[0] != 0,
       "appstreamcli refuses a broken file")


def check_ids(root, version):
    desktop = configparser.ConfigParser(interpolation=None, strict=False)
    desktop.optionxform = str
    desktop.read(f"{root}/share/applications/{ID}.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    ok(entry["Icon"] == ID, "the icon is named by the id", entry["Icon"])
    ok(os.path.exists(f"{root}/bin/{entry['Exec'].split()[0]}"), "Exec is installed", entry["Exec"])
    ok(all(f"{key}[zh_CN]" in entry for key in ("Name", "Comment", "Keywords")),
       "the desktop file speaks Chinese", dict(entry))
    ok(any("\u4e00" <= sign <= "\u9fff" for sign in entry["Keywords"]),
       "it is found by Chinese words in every language", entry["Keywords"])
    actions = [name for name in entry["Actions"].split(";") if name]
    ok(all(f"Desktop Action {name}" in desktop for name in actions), "every action is there", actions)
    metainfo = ET.parse(f"{root}/share/metainfo/{ID}.metainfo.xml").getroot()
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    ok("zh_CN" in {node.get(lang, "").replace("-", "_") for node in metainfo.iter("summary")},
       "metainfo speaks Chinese")
    ok(metainfo.findtext("id") == ID and metainfo.findtext("launchable") == f"{ID}.desktop",
       "metainfo names id and desktop file")
    newest = metainfo.find("releases/release").get("version")
    ok(newest == version, "the newest release is this one", newest)
    schema = ET.parse(f"{root}/share/glib-2.0/schemas/{ID}.gschema.xml").find("schema")
    ok(schema.get("id") == ID, "the settings are named by the id", schema.get("id"))


def check_reminding(root, prefix, sysconf):
    """What starts the program without a window: all three start the one that is installed."""
    entry = f"{root}{sysconf}/xdg/autostart/{ID}.Remind.desktop"
    ok(os.path.isfile(entry), "the session starts it at login", entry)
    code, said = run("desktop-file-validate", entry)
    ok(code == 0 and not said, "desktop-file-validate of the autostart entry", said)
    for name, wanted in ((f"share/dbus-1/services/{ID}.service",
                          f"Exec={prefix}/bin/yishen --gapplication-service"),
                         ("lib/systemd/user/yishen-remind.service",
                          f"ExecStart={prefix}/bin/yishen --remind")):
        with open(f"{root}{prefix}/{name}", encoding="utf-8") as file:
            text = file.read()
        ok(wanted in text.splitlines(), f"{name} starts what is installed", text)


def main():
    build, prefix, sysconf, version = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="yishen-install-") as folder:
        code, said = run("meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir",
                         os.path.join(folder, "root"))
        ok(code == 0, "meson install", said)
        root = os.path.join(folder, "root") + prefix
        missing = [name for name in FILES if not os.path.isfile(f"{root}/{name}")]
        ok(not missing, "every file is in its place", missing)
        check_reminding(os.path.join(folder, "root"), prefix, sysconf)
        for name in ("yishen", "yishenctl"):
            ok(os.access(f"{root}/bin/{name}", os.X_OK), f"{name} can be run")
        check_validators(root)
        check_validators_bite(root, folder)
        check_ids(root, version)
    print(f"1..{tests}")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
