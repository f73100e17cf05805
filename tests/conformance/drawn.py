# SPDX-License-Identifier: GPL-3.0-or-later
"""What rodiklis drew, as the flat list of items that reference.mjs writes of the reference: boxes relative to the frame,
texts boxed as the reference boxes them (from the font size, not from the font)."""

import json
import math
import re

CLASS = re.compile(r"mark-(\w+) role-([\w-]+)")
CAPTIONS = {"axis": "axis", "legend": "legend", "title": "title-text", "subtitle": "title-subtitle"}


def read(path):
    """The picture's size and its items."""
    with open(path, encoding="utf-8") as file:
        scene = json.load(file)
    frame = find_frame(scene["root"])
    origin = frame["box"][:2] if frame else [0, 0]
    items = []
    walk(scene["root"], None, origin, items)
    return {"width": scene["width"], "height": scene["height"], "items": items}


def find_frame(node):
    if "role-frame" in node.get("class", ""):
        return node
    for child in node.get("items", []):
        found = find_frame(child)
        if found:
            return found
    return None


def walk(node, container, origin, items):
    if node["kind"] == "group":
        matched = CLASS.search(node.get("class", ""))
        container = matched.groups() if matched else container
        caption = CAPTIONS.get(node.get("roleDescription"))
        if caption and node.get("label") is not None:
            items.append({"role": caption + "-caption", "label": node["label"]})
        is_frame = container is not None and container[1] == "frame"
        if matched and container[0] == "group" and (is_frame or shows(node)):
            items.append(item_of(node, container, origin))
        for child in node.get("items", []):
            walk(child, container, origin, items)
    elif container is not None and shows(node):
        items.append(item_of(node, container, origin))


def paint(node, name):
    if name not in node or (name == "stroke" and node.get("strokeWidth") == 0):
        return None
    alpha = node.get(name + "Opacity", 1) * node.get("opacity", 1)
    if alpha <= 0:
        return None
    gradient = node.get(name + "Gradient")
    if gradient:
        return {"color": gradient["gradient"], "alpha": alpha, "stops": gradient["stops"]}
    return {"color": node[name], "alpha": alpha}


def looks(node):
    """What of a text's or line's looks no box and no colour tells."""
    out = {"dash": node.get("strokeDash")}
    if node["kind"] == "text":
        style = node.get("fontStyle", "normal")
        out["font"] = f'{node["font"]} {round(node["fontSize"], 2):g} {node["fontWeight"]:g} {style}'
    return out


def shows(node):
    if node["kind"] == "text" and not any(node["lines"]):
        return False
    return paint(node, "fill") is not None or (paint(node, "stroke") is not None and node.get("strokeWidth") != 0)


def item_of(node, container, origin):
    box = text_box(node) if node["kind"] == "text" else node["box"]
    hidden = node.get("hidden", False)
    named = node.get("label") is not None and not hidden and node["kind"] != "group"
    return {
        "role": container[1],
        "type": container[0],
        "desc": node.get("roleDescription") if named else None,
        "label": node["label"] if named else None,
        "href": node.get("href"),
        "text": "\n".join(node["lines"]) if node["kind"] == "text" else None,
        "box": [box[0] - origin[0], box[1] - origin[1], box[2] - origin[0], box[3] - origin[1]],
        "fill": paint(node, "fill"),
        "stroke": paint(node, "stroke"),
        "strokeWidth": node.get("strokeWidth", 1),
        "looks": looks(node),
    }


def text_box(node):
    """Four fifths of the font size above the first baseline, one below the last, turned around the anchor."""
    size, width = node["fontSize"], node["textWidth"]
    left = {"left": 0, "center": -width / 2, "right": -width}[node["align"]]
    top = node["baseline"] - round(0.8 * size)
    bottom = top + size + node["lineHeight"] * (len(node["lines"]) - 1)
    angle = math.radians(node["angle"])
    corners = [(x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle))
               for x in (left, left + width) for y in (top, bottom)]
    x, y = node["anchor"]
    across, down = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return [x + min(across), y + min(down), x + max(across), y + max(down)]
