# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer for figure 1 with matplotlib: fuel-imports.py SHARES IMPORTS OUTPUT WIDTH HEIGHT (pixels)."""
import csv
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

share_file, import_file, output = sys.argv[1:4]
width, height = int(sys.argv[4]), int(sys.argv[5])
FUELS = {
    "O4000": ("Oil", "#E78C20"),
    "G3000": ("Natural gas", "#2B5C97"),
    "C0000X0350-0370": ("Solid fuels", "#57606A"),
}
HIGHLIGHT, CONTEXT, TEXT, MUTED, GRID = "#B3282D", "#B9C3CC", "#1B1F24", "#57606A", "#E4E8EC"

shares = {}
with open(share_file, newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["indicator"] == "RU_SHARE_IMPORTS" and row["product"] in FUELS:
            cell = (float(row["value"]), "u" in row["flag"])
            shares.setdefault(row["country"], {})[row["product"]] = cell

quantities = {}
with open(import_file, newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["time"] == "2020":
            quantities[row["geo"], row["product"], row["indicator"]] = float(row["value"])


def undeclared(geo, product):
    return 100 * quantities[geo, product, "IMP_NSP"] / quantities[geo, product, "IMP_TOTAL"]


def mean(country):
    return sum(value for value, _ in shares[country].values()) / len(shares[country])


UNION = "European Union (27)"
order = sorted(set(shares) - {UNION}, key=lambda country: (mean(country), country))
place = {UNION: -1.5, **{country: number for number, country in enumerate(order)}}

pyplot.rcParams.update({"font.family": ["Inter", "DejaVu Sans"], "font.size": 8, "svg.fonttype": "none"})
dpi = 192
figure, axes = pyplot.subplots(figsize=(width / dpi, height / dpi), dpi=dpi)
figure.subplots_adjust(left=0.2, right=0.957, top=0.845, bottom=0.115)
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
axes.set_yticks(list(place.values()), list(place))
for label in axes.get_yticklabels():
    if label.get_text() == "Lithuania":
        label.set(color=HIGHLIGHT, fontweight="semibold")
axes.set(xlim=(0, 100), ylim=(-2, len(order) - 0.5))
axes.xaxis.grid(True, color=GRID)
axes.axvline(0, color="#8A949E", linewidth=0.75)
axes.set_axisbelow(True)
for spine in axes.spines.values():
    spine.set_visible(False)
axes.legend(loc="lower left", bbox_to_anchor=(-0.26, 1), ncols=3, frameon=False, handletextpad=0.2, borderaxespad=0)
left = 4 / 25.4 * 2 * 96 / width
lithuania = shares["Lithuania"]
title = (
    "Lithuania bought {:.0f} % of its oil and {:.0f} % of its solid\n"
    "fuels from Russia in 2020, but only {:.0f} % of its gas"
).format(*(lithuania[fuel][0] for fuel in ("O4000", "C0000X0350-0370", "G3000")))
subtitle = (
    "Russia’s share of each country’s imports of the fuel, % of\n"
    "quantity, 2020; countries in order of the mean of their shares"
)
notes = (
    "Notes: Shares of imports, not of consumption; imports include trade within the EU. Hollow: a fifth or more of the imports is of\n"
    "undeclared origin (Austria’s gas {:.0f} %, Luxembourg’s gas {:.0f} %, Bulgaria’s oil {:.0f} %). Denmark’s gas comes through Germany and\n"
    "shows as zero. Cyprus imported no gas, Malta no solid fuels.\n"
    "Source: Eurostat (nrg_ti_oil, nrg_ti_gas, nrg_ti_sff), extracted April–May 2022; own calculations"
).format(undeclared("AT", "G3000"), undeclared("LU", "G3000"), undeclared("BG", "O4000"))
figure.text(left, 0.98, title, fontsize=13, fontweight="semibold", color=TEXT, va="top")
figure.text(left, 0.924, subtitle, fontsize=9.5, color=MUTED, va="top")
figure.text(left, 0.085, notes, fontsize=7, color=MUTED, va="top", linespacing=1.4)
figure.savefig(output)
