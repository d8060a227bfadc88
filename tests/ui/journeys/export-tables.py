# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the annual report go out as a spreadsheet; its cells are read back from the very
bytes and compared with what the command line counts."""
import datetime
import json
import os
import xml.etree.ElementTree as ElementTree
import zipfile

from driver import Lost, _, main, wait_for

TODAY = datetime.date.today()
YEAR = TODAY.year if TODAY.month > 3 else TODAY.year - 1
# In table 3 the figures stand from the sixth row on, in the columns D to J.
FIRST_ROW = 6
COLUMNS = "DEFGHIJ"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_cells(path, sheet):
    """The numbers of a sheet by the names of their cells."""
    with zipfile.ZipFile(path) as book:
        parts = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
        targets = {part.get("Id"): part.get("Target") for part in parts}
        sheets = ElementTree.fromstring(book.read("xl/workbook.xml")).find(MAIN + "sheets")
        links = {part.get("name"): part.get(LINK) for part in sheets}
        tree = ElementTree.fromstring(book.read("xl/" + targets[links[sheet]]))
    return {cell.get("r"): int(cell.find(MAIN + "v").text) for cell in tree.iter(MAIN + "c")
            if cell.get("t", "n") == "n" and cell.find(MAIN + "v") is not None}


def start(desk):
    """A sample year is open on its annual report."""
    desk.docket = desk.make_sample()
    desk.start(desk.docket)
    desk.wait_for_docket()
    desk.keys("ctrl+4")
    desk.find_button("本年新收政府信息公开申请数量, 总计: ")


def export(desk):
    """The menu asks where the spreadsheet goes, and it is written there."""
    desk.target = desk.path("tables.xlsx")
    desk.press(desk.find_button(_("Export"), desk.find("push button", _("Export the tables"))))
    desk.press(desk.find("menu item", _("_Spreadsheet (.xlsx)")))
    desk.write(desk.find("text", "Name:", desk.app), desk.target)
    desk.keys("Return")
    wait_for("the file", lambda: os.path.exists(desk.target))
    desk.find(None, _("Exported: %s").replace("%s", "tables.xlsx"))


def read_back(desk):
    """Every figure of table 3 is what the command line counts."""
    report = json.loads(desk.run_ctl("-d", desk.docket, "report", str(YEAR), "--json"))
    wanted = [list(row.values()) for row in report["table3"].values()]
    cells = read_cells(desk.target, "表三")
    found = [[cells.get(f"{column}{FIRST_ROW + i}") for column in COLUMNS]
             for i in range(len(wanted))]
    if found != wanted or sum(wanted[0]) == 0:
        raise Lost(f"{wanted}, found {found}")


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, export, read_back, stop)
