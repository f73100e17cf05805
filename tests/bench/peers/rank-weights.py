# SPDX-License-Identifier: GPL-3.0-or-later
#
# How sure ranks are under random weights, with numpy: reads the table, draws weights, ranks every draw with one sort and
# a scatter, takes the quantiles. It is spared the groups, which need every pair of places.
# usage: rank-weights.py CSV DRAWS
import sys

import numpy as np

path, draws = sys.argv[1], int(sys.argv[2])
with open(path) as file:
    columns = len(file.readline().split(","))
values = np.loadtxt(path, delimiter=",", skiprows=1, usecols=range(1, columns))
places, indicators = values.shape
weights = np.random.default_rng(1).dirichlet(np.ones(indicators), draws)
order = np.argsort(-(weights @ values.T), axis=1)
ranks = np.empty_like(order)
np.put_along_axis(ranks, order, np.arange(1, places + 1)[None, :], axis=1)
low, middle, high = np.percentile(ranks, [5, 50, 95], axis=0)
for place in range(places):
    print(place, low[place], middle[place], high[place], ranks[:, place].mean())
