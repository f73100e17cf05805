# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer for a bulk file: imports from Russia by reporter, the ten greatest, with pandas."""
import sys

import pandas

frame = pandas.read_csv(
    sys.argv[1],
    usecols=["reporter", "partner", "flow", "indicators", "OBS_VALUE"],
    dtype={
        "reporter": "category",
        "partner": "category",
        "flow": "category",
        "indicators": "category",
        "OBS_VALUE": "float64",
    },
)
frame = frame[(frame.flow == "IMP") & (frame.partner == "RU") & (frame.indicators == "VALUE_IN_EUROS")]
totals = frame.groupby("reporter", observed=True).OBS_VALUE.sum()
print(totals.sort_values(ascending=False).head(10))
