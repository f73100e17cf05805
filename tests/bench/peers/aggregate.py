# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer for reading and aggregating: imports by reporter from the generated table, with pandas."""
import sys

import pandas

frame = pandas.read_csv(
    sys.argv[1],
    usecols=["reporter", "flow", "value"],
    dtype={"reporter": "category", "flow": "category", "value": "float64"},
)
totals = frame[frame.flow == "IMP"].groupby("reporter", observed=True).value.sum()
print(totals.sort_values(ascending=False))
