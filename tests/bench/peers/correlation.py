# SPDX-License-Identifier: GPL-3.0-or-later
#
# The same matrix by the quickest call of scipy or pandas: milliseconds (the median), and the sum of the coefficients.
# usage: correlation.py CSV spearman|kendall ROUNDS
import sys
import time

import pandas as pd
from scipy.stats import spearmanr

path, kind, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
table = pd.read_csv(path)
calls = {"spearman": lambda: spearmanr(table.values).correlation, "kendall": lambda: table.corr("kendall").values}
times = []
for _ in range(rounds):
    start = time.perf_counter()
    matrix = calls[kind]()
    times.append(1000 * (time.perf_counter() - start))
print(f"{sorted(times)[rounds // 2]:.3f} {matrix.sum():.6f}")
