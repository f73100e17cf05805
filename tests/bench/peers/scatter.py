# SPDX-License-Identifier: GPL-3.0-or-later
"""A scatter plot from pairs of doubles: scatter.py POINTS OUTPUT. The quickest way that matplotlib has: one marker for all,
and numbers that need no parsing."""

import sys

import matplotlib
import numpy

matplotlib.use("Agg")
import matplotlib.pyplot as plot

points = numpy.fromfile(sys.argv[1]).reshape(-1, 2)
figure, axes = plot.subplots(figsize=(10.6, 8.5), dpi=100)
axes.plot(points[:, 0], points[:, 1], "o", markersize=2.1, markeredgewidth=0, color="#4c78a8")
axes.grid(True)
axes.set_axisbelow(True)
figure.savefig(sys.argv[2])
