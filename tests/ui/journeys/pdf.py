# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a PDF whose words are known.

    pdf.py is a module.
"""


def write_pdf(path, pages):
    """A page for each text of @pages, in one line."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    parts = ["<< /Type /Catalog /Pages 2 0 R >>",
             f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
             "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for i, text in enumerate(pages):
        drawing = f"BT /F 18 Tf 72 720 Td ({text}) Tj ET"
        parts.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                     f"/Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>")
        parts.append(f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream")
    with open(path, "wb") as file:
        file.write(b"%PDF-1.4\n")
        places = []
        for number, part in enumerate(parts, 1):
            places.append(file.tell())
            file.write(f"{number} 0 obj\n{part}\nendobj\n".encode("ascii"))
        table = file.tell()
        file.write(f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode("ascii"))
        for place in places:
            file.write(f"{place:010} 00000 n \n".encode("ascii"))
        file.write(f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{table}\n"
                   "%%EOF\n".encode("ascii"))
