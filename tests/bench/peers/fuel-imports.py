# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer for figure 1 with matplotlib: fuel-imports.py DATASET OUTPUT WIDTH HEIGHT (pixels)."""
import csv
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

dataset, output, width, height = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
FUELS = {
    "G3000": ("Natural gas", "#2B5C97"),
    "O4000": ("Oil", "#E78C20"),
    "C0000X0350-0370": ("Solid fuels", "#57606A"),
}
HIGHLIGHT, CONTEXT, TEXT, MUTED, GRID = "#B3282D", "#B9C3CC", "#1B1F24", "#57606A", "#E4E8EC"

shares = {}
with open(dataset, newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["indicator"] == "RU_SHARE_IMPORTS" and row["product"] in FUELS:
            cell = (float(row["value"]), "u" in row["flag"])
            shares.setdefault(row["country"], {})[row["product"]] = cell


def mean(country):
    return sum(value for value, _ in shares[country].values()) / len(shares[country])


order = sorted(shares, key=lambda country: (mean(country), country))
place = {country: number for number, country in enumerate(order)}

pyplot.rcParams.update({"font.family": ["Inter", "DejaVu Sans"], "font.size": 8, "svg.fonttype": "none"})
dpi = 192
figure, axes = pyplot.subplots(figsize=(width / dpi, height / dpi), dpi=dpi)
figure.subplots_adjust(left=0.2, right=0.97, top=0.86, bottom=0.1)
for country, by_fuel in shares.items():
    values = [value for value, _ in by_fuel.values()]
    axes.plot([min(values), max(values)], [place[country]] * 2, color=CONTEXT, linewidth=0.75, zorder=1)
for fuel, (name, color) in FUELS.items():
    for hollow in (False, True):
        points = [
            (by_fuel[fuel][0], place[country])
            for country, by_fuel in shares.items()
            if fuel in by_fuel and by_fuel[fuel][1] == hollow
        ]
        axes.scatter(
            [x for x, _ in points],
            [y for _, y in points],
            s=28,
            facecolors="white" if hollow else color,
            edgecolors=color,
            linewidths=1,
            zorder=2,
            clip_on=False,
            label=None if hollow else name,
        )
axes.tick_params(length=0, colors=TEXT)
axes.set_yticks(range(len(order)), order)
for label in axes.get_yticklabels():
    if label.get_text() == "Lithuania":
        label.set(color=HIGHLIGHT, fontweight="semibold")
axes.set(xlim=(0, 100), ylim=(-0.7, len(order) - 0.3))
axes.xaxis.grid(True, color=GRID)
axes.set_axisbelow(True)
for spine in axes.spines.values():
    spine.set_visible(False)
axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, handletextpad=0.2, borderaxespad=0)
left = 4 / 25.4 * 2 * 96 / width
lithuania = shares["Lithuania"]
title = "Lithuania bought {:.0f} % of its oil and {:.0f} % of its solid fuels from Russia,\nbut {:.0f} % of its gas".format(
    *(lithuania[fuel][0] for fuel in ("O4000", "C0000X0350-0370", "G3000"))
)
figure.text(left, 0.985, title, fontsize=13, fontweight="semibold", color=TEXT, va="top")
figure.text(left, 0.915, "Russia's share of imports of the fuel, %, 2020", fontsize=9.5, color=MUTED, va="top")
figure.text(left, 0.05, "Hollow: a fifth or more of the imports without declared origin.", fontsize=7, color=MUTED)
figure.text(left, 0.025, "Source: Eurostat (nrg_ti_oil, nrg_ti_gas, nrg_ti_sff); own calculations", fontsize=7, color=MUTED)
figure.savefig(output)
