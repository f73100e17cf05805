# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer for a bulk file: Russia's part in imports by reporter, the ten greatest, with pandas."""
import sys

import pandas

frame = pandas.read_csv(
    sys.argv[1],
    usecols=["reporter", "partner", "flow", "OBS_VALUE"],
    dtype={"reporter": "category", "partner": "category", "flow": "category", "OBS_VALUE": "float64"},
)
imports = frame[frame.flow == "IMP"]
totals = imports.groupby("reporter", observed=True).OBS_VALUE.sum()
russia = imports[imports.partner == "RU"].groupby("reporter", observed=True).OBS_VALUE.sum()
print((russia / totals).sort_values(ascending=False).head(10))
