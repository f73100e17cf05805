# SPDX-License-Identifier: GPL-3.0-or-later
"""Contact sheets for the eye: both renderings of each specification side by side, twenty to a page."""

import base64
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from html import escape

COLUMNS, ROWS = 2, 10
WIDE, HIGH, GAP, LINE = 420, 300, 10, 18  # of one rendering, and of the name above it


def to_png(svg, target):
    subprocess.run(["rsvg-convert", "-o", target], input=svg.encode(), check=True)
    return target


def image(path, x, y):
    """A picture in its cell, shrunk where it is larger; nothing where it is missing."""
    if path is None or not path.exists():
        return f'<text x="{x + 10}" y="{y + 30}" fill="#b00">no picture</text>'
    content = path.read_bytes()
    width, height = (int.from_bytes(content[at:at + 4], "big") for at in (16, 20))
    scale = min(WIDE / width, HIGH / height, 1)
    data = base64.b64encode(content).decode()
    return (f'<image x="{x}" y="{y}" width="{width * scale:.1f}" height="{height * scale:.1f}" '
            f'href="data:image/png;base64,{data}"/>')


def cell(number, name, ours, theirs):
    x = (number % COLUMNS) * 2 * (WIDE + GAP) + GAP
    y = (number // COLUMNS) * (HIGH + LINE + GAP) + GAP
    return (f'<text x="{x}" y="{y + 13}" font-weight="bold">{escape(name)}</text>'
            + image(ours, x, y + LINE) + image(theirs, x + WIDE + GAP, y + LINE)
            + f'<rect x="{x - 4}" y="{y - 2}" width="{2 * WIDE + GAP + 8}" height="{HIGH + LINE + 4}" fill="none" '
              'stroke="#999"/>')


def page(cells):
    width = COLUMNS * 2 * (WIDE + GAP) + 2 * GAP
    height = ROWS * (HIGH + LINE + GAP) + 2 * GAP
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" '
            f'font-size="13"><rect width="100%" height="100%" fill="white"/>{"".join(cells)}</svg>')


def pictures(options, spec, target, draw):
    ours, _ = draw(options, spec, "svg")
    if ours is not None:
        ours = to_png(ours.read_text(encoding="utf-8"), ours.with_suffix(".ours.png"))
    told = json.loads(target.read_text(encoding="utf-8"))
    theirs = options.work / "ours" / f"{target.stem}.reference.png"
    return ours, to_png(told["svg"], theirs) if "svg" in told else None


def draw_sheets(options, specs, targets, draw):
    """Ours on the left, the reference on the right."""
    options.sheet.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda spec: pictures(options, spec, targets[spec], draw), specs))
    size = COLUMNS * ROWS
    for first in range(0, len(specs), size):
        cells = [cell(number, spec.name.split(".")[0], *found[first + number])
                 for number, spec in enumerate(specs[first:first + size])]
        target = options.sheet / f"sheet-{first // size + 1:02}.png"
        to_png(page(cells), target)
        print(f"{target}: {len(cells)} specifications, rodiklis on the left")
