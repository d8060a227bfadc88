# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the annual report go out as a spreadsheet, which is read back and compared with what
the command line counts."""
import datetime
import json
import os

import openpyxl

from driver import Lost, main, wait_for

YEAR = datetime.date.today().year if datetime.date.today().month > 3 else datetime.date.today().year - 1


def start(desk):
    """A sample year is open on its annual report."""
    desk.docket = desk.make_sample()
    desk.start(desk.docket)
    desk.wait_for_docket()
    desk.keys("ctrl+3")
    desk.find_button("本年新收政府信息公开申请数量, 总计: ")


def export(desk):
    """The menu asks where the spreadsheet goes, and it is written there."""
    desk.target = desk.path("tables.xlsx")
    desk.press(desk.find_button("Export", desk.find("push button", "Export the tables")))
    desk.press(desk.find("menu item", "Spreadsheet"))
    desk.write(desk.find("text", "Name:"), desk.target)
    desk.keys("Return")
    wait_for("the file", lambda: os.path.exists(desk.target))
    desk.find(None, "Exported: tables.xlsx")


def read_back(desk):
    """Every figure of table 3 is what the command line counts."""
    report = json.loads(desk.run_ctl("-d", desk.docket, "report", str(YEAR), "--json"))
    sheet = openpyxl.load_workbook(desk.target)["表三"]
    found = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, min_col=4, max_col=10)]
    wanted = [list(row.values()) for row in report["table3"].values()]
    if found != wanted or sum(wanted[0]) == 0:
        raise Lost(f"{wanted}, found {found}")


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, export, read_back, stop)
