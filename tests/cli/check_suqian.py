# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published year of Suqian through the command: imported case by case, counted, and every cell
compared with what was published; the files that report -o writes hold the same numbers.
Needs SUQIAN_NDJSON and SUQIAN_JSON."""

import csv
import html.parser
import io
import json
import os
import re
import zipfile
import xml.etree.ElementTree

from ctl import Place, holds, run_tests, same

with open(os.environ["SUQIAN_JSON"], encoding="utf-8") as source:
    PUBLISHED = json.load(source)
COLUMNS = PUBLISHED["table3_columns"]
RESULTS = PUBLISHED["table4_columns"]
ON = "2024-06-30"

place = Place()


def test_import():
    place.found()
    result = place.do("import", os.environ["SUQIAN_NDJSON"])
    with open(os.environ["SUQIAN_NDJSON"], encoding="utf-8") as lines:
        count = sum(1 for line in lines if line.strip())
    holds(result.out, str(count))
    holds(result.out, str(3511 + 96))
    same(result.err, "", "warnings")
    same(place.do("verify").code, 0)


def assert_published(report):
    for row, cells in PUBLISHED["table3"].items():
        for column, wanted in zip(COLUMNS, cells):
            same(report["table3"][row][column], wanted, f"{row} {column}")
    same(set(report["table3"]), set(PUBLISHED["table3"]), "rows")
    same(report["table2"], PUBLISHED["table2"], "table 2")
    for route, cells in PUBLISHED["table4"].items():
        same(report["table4"][route], dict(zip(RESULTS, cells)), route)
    same(set(report["table4"]), set(PUBLISHED["table4"]), "routes")
    same([check["id"] for check in report["checks"] if not check["holds"]], [], "checks")


def test_cell_by_cell():
    report = place.do("report", "2023", "--json", "--on", ON).json()
    same(report["year"], 2023)
    same(report["form"], "2021")
    same(report["agency"]["name"], "示例局")
    assert_published(report)


def test_from_the_index():
    """Without --on the index answers, for every year and form as the fold from the docket does."""
    assert_published(place.do("report", "2023", "--json").json())
    for year in ("2022", "2023", "2024"):
        for form in ("2019", "2021"):
            one = place.do("report", year, "--form", form, "--json", "--draft").json()
            other = place.do("report", year, "--form", form, "--json", "--draft", "--on", ON).json()
            same(one, other, f"{year} {form}")


def test_carried_on():
    """What one year carries out the next carries in, class by class."""
    one = place.do("report", "2023", "--json", "--on", ON).json()["table3"]["carried-out"]
    two = place.do("report", "2024", "--json", "--draft", "--on", ON).json()["table3"]["carried-in"]
    same(one, two)
    same(one["total"], 121)


def test_xlsx():
    path = place.path("a.xlsx")
    same(place.do("report", "2023", "--on", ON, "-o", path).raw, b"")
    numbers = set()
    with zipfile.ZipFile(path) as book:
        same(book.testzip(), None)
        for name in book.namelist():
            if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
                for cell in xml.etree.ElementTree.fromstring(book.read(name)).iter():
                    if cell.tag.endswith("}v"):
                        numbers.add(cell.text)
        texts = book.read("xl/sharedStrings.xml").decode("utf-8")
    for number in totals():
        assert number in numbers or f">{number}<" in texts, f"{number} is not in the workbook"
    holds(texts, "示例局")


def totals():
    yield from ("3511", "96", "3486", "121", "3402", "1191", "1047", "440", "24", "89", "309",
                "1808595", "2822652", "20163", "11", "597", "489", "59237.2449")


class Cells(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.texts = set()

    def handle_data(self, data):
        self.texts.add(data.strip())


def test_html():
    path = place.path("a.html")
    place.do("report", "2023", "--on", ON, "-o", path)
    with open(path, encoding="utf-8") as file:
        cells = Cells()
        cells.feed(file.read())
    for number in totals():
        assert number in cells.texts, f"{number} is not in the page"


def test_csv():
    path = place.path("a.csv")
    place.do("report", "2023", "--on", ON, "-o", path)
    with open(path, "rb") as file:
        data = file.read()
    cells = {cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row}
    for number in totals():
        assert number in cells, f"{number} is not in the table"
    same(place.do("report", "2023", "--on", ON).raw, data, "stdout against -o")


def test_json_file():
    path = place.path("a.json")
    place.do("report", "2023", "--on", ON, "-o", path)
    with open(path, encoding="utf-8") as file:
        same(json.load(file), place.do("report", "2023", "--on", ON, "--json").json())


def test_written_over():
    """A report is written whole or not at all, and takes the place of the one before."""
    path = place.path("a.json")
    place.do("report", "2022", "--draft", "--on", ON, "-o", path)
    with open(path, encoding="utf-8") as file:
        same(json.load(file)["year"], 2022)


def test_intl_round():
    """Out of the docket and into one of the other suite, the figures are the same."""
    out = place.path("out.ndjson")
    place.do("export", out)
    with Place() as other:
        other.found("--suite", "intl")
        other.do("import", out)
        assert_published(other.do("report", "2023", "--json", "--on", ON).json())
        same(lines_of(other.do("export").out), lines_of(place.do("export").out), "round")


def lines_of(text):
    return [[json.loads(line).get(key) for key in ("stream", "kind", "on", "body", "actor")]
            for line in text.splitlines()]


run_tests(globals(), place)
