# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking around in the published report of Suqian: made from its cases, counted, compared, and one
figure followed to its cases."""
import re

from driver import Lost, _, main, read_number, wait_for

FIGURE = "予以公开, 自然人: "


def start(desk):
    """The docket is made from the first page."""
    desk.start()
    desk.press(desk.find_button(_("The _Published Report of Suqian 2023")))
    desk.wait_for_docket(180)


def count(desk):
    """The annual report is counted and is as published."""
    desk.keys("ctrl+4")
    desk.find(None, "All 25 totals are as published", patience=60)
    desk.find_button(FIGURE + "1175")


def follow(desk):
    """A figure leads to its cases, the newest first."""
    desk.press(desk.find_button("属于行政查询事项, 法人或其他组织 商业企业: 1"))
    rows = desk.find("list", _("Cases of the figure"))
    row = wait_for("the case of the figure", lambda: desk.look_for(within=rows, where=read_number))
    if not re.match(r"〔202[23]〕\d+号, .+, 2023-\d\d-\d\d$", row.get_name()):
        raise Lost(f"number, title and day: {row.get_name()}")


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, count, follow, stop)
