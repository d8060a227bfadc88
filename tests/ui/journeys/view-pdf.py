# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document of a case is viewed in the window: its pages are those of the file, their words can be
read and searched, and one goes back to the case."""
from case import register
from driver import _, main, wait_for
from pdf import write_pdf

PAGES = ["Compensation plan of the road", "Appendix with the map", "Compensation paid"]
WORD = "Compensation"


def start(desk):
    """A case has a document."""
    desk.docket = desk.path("new.docket")
    desk.run_ctl("init", desk.docket, "--agency=云州市人民政府办公室")
    desk.start(desk.docket)
    desk.wait_for_docket()
    number = register(desk)
    path = desk.path("plan.pdf")
    write_pdf(path, PAGES)
    before = desk.case.read_count()
    desk.run_ctl("-d", desk.docket, "attach", number, path, "--role=request")
    desk.case.wait_for_entries(before + 1)


def view(desk):
    """It opens in the window, and says which page is seen of how many."""
    desk.press(desk.find_button("plan.pdf", desk.case.page))
    desk.find("text", _("Page number"))
    desk.find(None, _("Page %u of %u").replace("%u", "1", 1).replace("%u", str(len(PAGES)), 1))


def read_as_text(desk):
    """The words of the page stand beside it as text; a page further, those of that page."""
    desk.press(desk.find_button(_("Words as text")))
    desk.find("label", PAGES[0])
    entry = desk.find("text", _("Page number"))
    desk.write(entry, "2")
    desk.move_to_name(_("Page number"))
    desk.keys("Return")
    desk.find("label", PAGES[1])


def search(desk):
    """A word is searched, and every hit is counted."""
    desk.keys("ctrl+f")
    entry = desk.find("entry", _("Search in the document"))
    desk.type_into(WORD)
    desk.find(None, where=lambda node: "2" in (node.get_name() or "")
              and node.get_parent() == entry.get_parent() and node != entry)


def go_back(desk):
    """Escape ends the search, Alt+Left goes back to the case."""
    desk.keys("Escape", "alt+Left")
    wait_for("the document gone", lambda: not desk.look_for("text", _("Page number")))
    desk.find("text", _("Note"))


def stop(desk):
    """The window closes cleanly."""
    desk.stop()


main(start, view, read_as_text, search, go_back, stop)
