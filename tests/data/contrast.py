# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the colours of text at 4.5:1 and more on what they stand on, light and dark.

contrast.py TREE"""

import pathlib
import re
import sys

import tap

LEAST = 4.5

# Of libadwaita 1.2: what our style is laid over. (colour, alpha)
BASE = {
    "light": {"window_bg_color": "#fafafa", "card_bg_color": "#ffffff", "error_color": "#c01c28",
              "window_fg_color": "rgba(0,0,0,.8)", "error_bg_color": "#e01b24"},
    "dark": {"window_bg_color": "#242424", "card_bg_color": "rgba(255,255,255,.08)",
             "error_color": "#ff7b63", "window_fg_color": "#ffffff", "error_bg_color": "#c01c28"},
}

# Text, its alpha in the style, and the ground: a stack of colours with their alphas, lowest first.
CARD = (("window_bg_color", 1), ("card_bg_color", 1))
SELECTED = CARD + (("accent_bg_color", .18),)
PAIRS = (
    ("window_fg_color", 1, CARD), ("window_fg_color", ".sub", CARD),
    ("window_fg_color", ".sub", SELECTED), ("window_fg_color", ".sub", (("ys_side", 1),)),
    ("window_fg_color", "button.fig.z", CARD),
    ("ys_warn", 1, CARD), ("ys_warn", 1, SELECTED), ("ys_warn", 1, (("ys_warnbg", 1),)),
    ("ys_ok", 1, CARD), ("ys_ok", 1, SELECTED),
    ("error_color", 1, CARD), ("error_color", 1, SELECTED), ("error_color", 1, (("ys_errbg", 1),)),
    ("ys_acc", 1, CARD), ("ys_acc", 1, (("ys_bulk", 1),)),
    ("ys_acc", 1, CARD + (("accent_bg_color", .16),)),
    ("#ffffff", 1, (("accent_bg_color", 1),)), ("#ffffff", 1, (("error_bg_color", 1),)),
    (".bg-c label", 1, (("ys_bar", 1),)),
)


def parse(text):
    match = re.fullmatch(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)", text)
    if match:
        return tuple(int(part) for part in match.groups()[:3]), float(match.group(4))
    if text == "white":
        text = "#ffffff"
    return tuple(int(text[at:at + 2], 16) for at in (1, 3, 5)), 1.0


def lay(colour, alpha, ground):
    return tuple(c * alpha + g * (1 - alpha) for c, g in zip(colour, ground))


def weigh(colour):
    parts = [part / 255 for part in colour]
    parts = [p / 12.92 if p <= .03928 else ((p + .055) / 1.055) ** 2.4 for p in parts]
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2]


def contrast(one, other):
    high, low = sorted((weigh(one), weigh(other)), reverse=True)
    return (high + .05) / (low + .05)


def read_style(text):
    """Colours by name, and by selector the colour of text or its alpha."""
    found = dict(re.findall(r"@define-color (\w+) ([^;]+);", text))
    for selectors, body in re.findall(r"([^{};]+)\{([^}]*)\}", text):
        colour = re.search(r"(?<![-\w])color: ([^;]+);", body)
        if colour:
            for selector in selectors.split(","):
                found[re.sub(r"/\*.*?\*/", "", selector, flags=re.S).strip()] = colour.group(1)
    return found


def judge(style, pairs=PAIRS):
    for text, alpha, stack in pairs:
        if isinstance(alpha, str):
            alpha = float(re.search(r"alpha\(currentColor,([\d.]+)\)", style[alpha]).group(1))
        ground = (0, 0, 0)
        for name, cover in stack:
            colour, own = parse(style[name])
            ground = lay(colour, own * cover, ground)
        colour, own = parse(text if text.startswith("#") else style[text])
        ratio = contrast(lay(colour, own * alpha, ground), ground)
        if ratio < LEAST:
            yield f"{text} on {stack[-1][0]}: {ratio:.2f}:1"


def prove_itself():
    style = {**BASE["light"], "grey": "#949494"}
    if abs(contrast((0, 0, 0), (255, 255, 255)) - 21) > .01:
        yield "black on white is not 21:1"
    if len(list(judge(style, (("grey", 1, CARD), ("#000000", 1, CARD))))) != 1:
        yield "pale grey on white was not noticed, or black was"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    light = (root / "data/style.css").read_text(encoding="utf-8")
    dark = (root / "data/style-dark.css").read_text(encoding="utf-8")
    plan = tap.Plan()
    plan.check("what is too pale is noticed", prove_itself())
    plan.check("light", judge({**BASE["light"], **read_style(light)}))
    plan.check("dark", judge({**BASE["dark"], **read_style(light), **read_style(dark)}))
    plan.end()


if __name__ == "__main__":
    main()
