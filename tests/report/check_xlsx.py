# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the workbooks of write-xlsx back with openpyxl: merged ranges, every number and label, the
page set-up, and what the file says of its maker. The expected places are written out here, not
taken from the program's layout. Prints TAP."""

import datetime
import json
import os
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
import openpyxl.cell

TITLE = "宿迁市人民政府政府信息公开工作年度报告（%d年）数据表%s"
COLUMNS = ["person", "enterprise", "research", "welfare", "legal", "other", "total"]
RESULTS = ["upheld", "corrected", "other", "pending", "total"]
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

# Excel ranges below the two title lines.
MERGED = {
    ("2021", "表二"): "A1:D1 A2:D2 A3:D3 A7:D7 B8:D8 B9:D9 A10:D10 B11:D11 B12:D12 B13:D13 "
                      "A14:D14 B15:D15 B16:D16",
    ("2021", "表三"): "A1:J1 A2:J2 A3:C5 D3:J3 D4:D5 E4:I4 J4:J5 A6:C6 A7:C7 A8:A29 B8:C8 B9:C9 "
                      "B10:B17 B18:B20 B21:B25 B26:B28 B29:C29 A30:C30",
    ("2019", "表二"): "A1:D1 A2:D2 A3:D3 A7:D7 A11:D11 A15:D15 C16:D16 C17:D17 A18:D18 C19:D19 "
                      "C20:D20",
    ("2019", "表三"): "A1:J1 A2:J2 A3:C5 D3:J3 D4:D5 E4:I4 J4:J5 A6:C6 A7:C7 A8:A27 B8:C8 B9:C9 "
                      "B10:B17 B18:B20 B21:B25 B26:C26 B27:C27 A28:C28",
    ("2021", "表四"): "A1:O1 A2:O2 A3:E3 F3:O3 F4:J4 K4:O4 A4:A5 B4:B5 C4:C5 D4:D5 E4:E5",
}
MERGED["2019", "表四"] = MERGED["2021", "表四"]

LABELS_2021 = {
    "表二": {"A3": "第二十条第（一）项", "A4": "信息内容", "B4": "本年制发件数", "C4": "本年废止件数",
           "D4": "现行有效件数", "A5": "规章", "A6": "行政规范性文件", "A7": "第二十条第（五）项",
           "B8": "本年处理决定数量", "A9": "行政许可", "A12": "行政处罚", "A13": "行政强制",
           "B15": "本年收费金额（单位：万元）", "A16": "行政事业性收费"},
    "表三": {"A2": "三、收到和处理政府信息公开申请情况", "A3": NOTE, "D3": "申请人情况", "D4": "自然人",
           "E4": "法人或其他组织", "J4": "总计", "E5": "商业企业", "I5": "其他",
           "A6": "一、本年新收政府信息公开申请数量", "A8": "三、本年度办理结果", "B10": "（三）不予公开",
           "C12": "3.危及“三安全一稳定”", "C28": "3.其他", "B29": "（七）总计",
           "A30": "四、结转下年度继续办理"},
    "表四": {"A3": "行政复议", "F3": "行政诉讼", "F4": "未经复议直接起诉", "K4": "复议后起诉",
           "A4": "结果维持", "O5": "总计"},
}

tests = 0
failures = 0


def ok(condition, name, found=""):
    global tests, failures
    tests += 1
    failures += not condition
    print(f"{'ok' if condition else 'not ok'} {tests} - {name}")
    if not condition:
        print(f"# found: {found}")


def read(folder, name):
    return openpyxl.load_workbook(os.path.join(folder, name))


def numbers(sheet):
    """Every number of a sheet by its place."""
    return {c.coordinate: c.value for row in sheet.iter_rows() for c in row
            if isinstance(c.value, (int, float))}


def table3(rows):
    """@rows: lists of seven, the first of them in line 6."""
    return {f"{'DEFGHIJ'[c]}{6 + r}": value for r, row in enumerate(rows)
            for c, value in enumerate(row)}


def table4(cells):
    return {f"{chr(ord('A') + i)}6": value for i, value in enumerate(cells)}


def check_book(folder, name, form, year, draft, expected):
    book = read(folder, name)
    ok(book.sheetnames == ["表二", "表三", "表四"], f"{name}: sheets", book.sheetnames)
    for sheet in book:
        place = f"{name} {sheet.title}"
        merged = sorted(str(r) for r in sheet.merged_cells.ranges)
        ok(merged == sorted(MERGED[form, sheet.title].split()), f"{place}: merged ranges", merged)
        found = numbers(sheet)
        ok(found == expected[sheet.title], f"{place}: every number in its place",
           sorted(set(found.items()) ^ set(expected[sheet.title].items())))
        ok(sheet["A1"].value == TITLE % (year, "（草稿）" if draft else ""), f"{place}: title",
           sheet["A1"].value)
        header = sheet.oddHeader.center.text or ""
        ok(("草稿" in header) == draft, f"{place}: draft in the page header", header)
        setup = sheet.page_setup
        ok((setup.orientation, str(setup.paperSize), sheet.sheet_properties.pageSetUpPr.fitToPage)
           == ("landscape", "9", True) and sheet.print_options.horizontalCentered,
           f"{place}: A4 across, one page, centred")
        ok(sheet.print_title_rows is not None and bool(sheet.print_area), f"{place}: print titles")
        # openpyxl drops the inner borders of a merged range; its first cell keeps left and top.
        grid = [c for row in sheet.iter_rows(min_row=3) for c in row
                if not isinstance(c, openpyxl.cell.MergedCell)]
        bare = [c.coordinate for c in grid if c.border.left.style != "thin"
                or c.border.top.style != "thin"]
        ok(not bare, f"{place}: borders", bare)
        if form == "2021":
            wrong = {k: sheet[k].value for k, v in LABELS_2021[sheet.title].items()
                     if sheet[k].value != v}
            ok(not wrong, f"{place}: labels", wrong)
    properties = book.properties
    ok(not properties.creator and not properties.lastModifiedBy, f"{name}: nobody named",
       (properties.creator, properties.lastModifiedBy))
    ok(properties.created == datetime.datetime(2024, 1, 31), f"{name}: time of making",
       properties.created)
    with zipfile.ZipFile(os.path.join(folder, name)) as archive:
        ok(archive.testzip() is None and not any("vba" in n or "external" in n
                                                 for n in archive.namelist()), f"{name}: plain")


def published(fixture):
    t2 = fixture["table2"]
    expected = {"表二": {"B5": t2["rule"]["issued"], "C5": t2["rule"]["repealed"],
                       "D5": t2["rule"]["in_force"], "B6": t2["normative"]["issued"],
                       "C6": t2["normative"]["repealed"], "D6": t2["normative"]["in_force"],
                       "B9": t2["licence"], "B12": t2["penalty"], "B13": t2["coercion"],
                       "B16": float(t2["fee_wan"])}}
    expected["表三"] = table3([[row[c] for c in COLUMNS] for row in fixture["table3"].values()])
    expected["表四"] = table4([route[r] for route in fixture["table4"].values() for r in RESULTS])
    return expected


def distinct(form):
    rows = [r for r in range(25) if form == "2021" or r not in (20, 21)]
    if form == "2021":
        t2 = {"B5": 101, "C5": 102, "D5": 103, "B6": 201, "C6": 202, "D6": 203, "B9": 301,
              "B12": 302, "B13": 303, "B16": 404.25}
    else:
        t2 = {"B5": 101, "D5": 103, "B6": 201, "D6": 203, "D9": 301, "D13": 302, "D14": 303}
    return {"表二": t2, "表三": table3([[1000 + 10 * r + c for c in range(7)] for r in rows]),
            "表四": table4([5000 + 10 * a + b for a in range(3) for b in range(5)])}


def empty():
    t2 = {k: 0 for k in distinct("2021")["表二"] if k != "B16"}  # the fee was not recorded
    return {"表二": t2, "表三": table3([[0] * 7] * 25), "表四": table4([0] * 15)}


def main():
    writer, fixture_path = sys.argv[1:]
    with open(fixture_path, encoding="utf-8") as file:
        fixture = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        before = set(os.listdir(tempfile.gettempdir()))
        subprocess.run([writer, folder], check=True, stdout=subprocess.DEVNULL)
        left = [n for n in set(os.listdir(tempfile.gettempdir())) - before
                if n.startswith("yishen-report-")]
        ok(not left, "no temporary folder stays behind", left)
        check_book(folder, "published.xlsx", "2021", 2023, False, published(fixture))
        check_book(folder, "distinct-2021.xlsx", "2021", 2023, True, distinct("2021"))
        check_book(folder, "distinct-2019.xlsx", "2019", 2020, False, distinct("2019"))
        check_book(folder, "empty.xlsx", "2021", 2023, False, empty())
    print(f"1..{tests}")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
