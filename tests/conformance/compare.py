# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds two lists of items against each other. Items belong together when role, label and text agree; of several such,
those that lie nearest. A pair agrees when its boxes and looks do; what is left over is told with what lies at its
place."""

from collections import defaultdict

TOLERANCE = 1.5  # pixels, of each side of a box
PAIRINGS = 250_000  # of items that say the same: beyond it they are paired in order


def identity(item):
    return (item["role"], item.get("desc"), item.get("label"), item.get("text"))


def distance(first, second):
    if "box" not in first or "box" not in second:
        return 0
    return max(abs(a - b) for a, b in zip(first["box"], second["box"]))


def pair_up(theirs, ours):
    """Nearest first; the pairs and what is left of both."""
    if len(theirs) * len(ours) > PAIRINGS:
        count = min(len(theirs), len(ours))
        return list(zip(theirs, ours)), theirs[count:], ours[count:]
    near = sorted(((distance(a, b), i, j) for i, a in enumerate(theirs) for j, b in enumerate(ours)))
    pairs, left, right = [], set(range(len(theirs))), set(range(len(ours)))
    for _, i, j in near:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((theirs[i], ours[j]))
    return pairs, [theirs[i] for i in sorted(left)], [ours[j] for j in sorted(right)]


def name(item):
    said = item.get("text") if item.get("text") is not None else item.get("label")
    return item["role"] + ("" if said is None else f' "{said}"'.replace("\n", "\\n"))


def place(item):
    return "" if "box" not in item else "[" + ", ".join(f"{side:.1f}" for side in item["box"]) + "]"


def misplaced(their, our):
    return f"{name(their)}: box {place(our)} instead of {place(their)}"


def unlike(their, our):
    """Two that share a role and perhaps a place, and say something else."""
    return f"{their['role']}: {said(our)} instead of {said(their)} {place(their)}"


def said(item):
    return " / ".join(f'"{item[key]}"' for key in ("desc", "label", "text") if item.get(key) is not None) or "nothing"


def parts(color):
    return [int(color[at:at + 2], 16) for at in (1, 3, 5)]


def same_color(first, second):
    """Within a step of each part: roundings differ. Words name gradients."""
    if first[0] != "#" or second[0] != "#":
        return first == second
    return max(abs(a - b) for a, b in zip(parts(first), parts(second))) <= 1


def color_at(stops, place):
    """Of a gradient: red, green, blue and alpha at a place from 0 to 1."""
    stops = [(offset, [*parts(color), 255 * alpha]) for offset, color, alpha in stops]
    before = max((stop for stop in stops if stop[0] <= place), default=stops[0], key=lambda stop: stop[0])
    after = min((stop for stop in stops if stop[0] >= place), default=stops[-1], key=lambda stop: stop[0])
    share = (place - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0
    return [a + share * (b - a) for a, b in zip(before[1], after[1])]


def same_stops(theirs, ours):
    """At each stop of the reference, between which its colours run straight; ours may have more of them."""
    return all(max(abs(a - b) for a, b in zip(color_at(theirs, offset), color_at(ours, offset))) <= 2
               for offset, _, _ in theirs)


def same_paint(first, second):
    if first is None or second is None:
        return first is second
    alike = same_color(first["color"], second["color"]) and abs(first["alpha"] - second["alpha"]) < 0.02
    return alike and (first.get("stops") is None or same_stops(first["stops"], second["stops"]))


def same_looks(first, second):
    """Dashes with an odd count of parts are drawn twice over."""
    first, second = ({**looks, "dash": looks["dash"] and looks["dash"] * (1 + len(looks["dash"]) % 2)}
                     for looks in (first, second))
    return first == second


def paint_fault(their, our):
    if "fill" not in their:
        return None
    for part in ("fill", "stroke"):
        if not same_paint(their[part], our[part]):
            return f"{name(their)}: {part} {our[part]} instead of {their[part]}"
    if their["stroke"] and abs(their["strokeWidth"] - our["strokeWidth"]) > 0.05:
        return f"{name(their)}: stroke width {our['strokeWidth']} instead of {their['strokeWidth']}"
    if "looks" in their and not same_looks(their["looks"], our["looks"]):
        return f"{name(their)}: {our['looks']} instead of {their['looks']}"
    return None


def order_of(items):
    """Roles and kinds from the lowest to the uppermost; a legend is one."""
    order = [("legend", "") if item["role"].startswith("legend") else (item["role"], item["type"])
             for item in items if "box" in item and item["role"] != "scope"]
    return [item for at, item in enumerate(order) if at == 0 or item != order[at - 1]]


def order_fault(theirs, ours):
    theirs, ours = order_of(theirs), order_of(ours)
    if theirs == ours:
        return None
    at = next((at for at, (a, b) in enumerate(zip(theirs, ours)) if a != b), min(len(theirs), len(ours)))
    return f"order: {ours[at:at + 3]} instead of {theirs[at:at + 3]}"


def by(items, key):
    groups = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def compare(theirs, ours):
    """(differences, number of items held against each other). A difference each for what lies elsewhere, looks
    otherwise, is missing or is there in addition, and one for the order in which things lie over each other."""
    differences = []
    their_groups, our_groups = by(theirs["items"], identity), by(ours["items"], identity)
    their_rest, our_rest = [], []
    for key in list(dict.fromkeys([*their_groups, *our_groups])):
        pairs, left, right = pair_up(their_groups.get(key, []), our_groups.get(key, []))
        their_rest += left
        our_rest += right
        for their, our in pairs:
            fault = misplaced(their, our) if distance(their, our) > TOLERANCE else paint_fault(their, our)
            differences += [fault] if fault else []
    compared = len(theirs["items"]) + len(our_rest) + 1
    roles_of_ours = by(our_rest, lambda item: item["role"])
    for role, items in by(their_rest, lambda item: item["role"]).items():
        pairs, left, right = pair_up(items, roles_of_ours.pop(role, []))
        compared -= len(pairs)  # counted on both sides
        differences += [unlike(their, our) for their, our in pairs]
        differences += [f"{name(item)} is missing {place(item)}" for item in left]
        differences += [f"{name(item)} is there in addition {place(item)}" for item in right]
    for items in roles_of_ours.values():
        differences += [f"{name(item)} is there in addition {place(item)}" for item in items]
    disorder = order_fault(theirs["items"], ours["items"])
    differences += [disorder] if disorder else []
    size = max(abs(theirs[side] - ours[side]) for side in ("width", "height"))
    if size > 2 * TOLERANCE:
        differences.append("picture: {} x {} instead of {} x {}".format(
            ours["width"], ours["height"], theirs["width"], theirs["height"]))
    return differences, compared
