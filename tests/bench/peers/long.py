# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer for Eurostat's TSV: the long table with dimensions, years, values and flags, with pandas."""
import sys

import pandas

wide = pandas.read_csv(sys.argv[1], sep="\t", dtype=str)
key = wide.columns[0]
names = key.split("\\")[0].split(",")
dimensions = wide[key].str.split(",", expand=True)
dimensions.columns = names
wide = pandas.concat([dimensions.astype("category"), wide.drop(columns=key)], axis=1)
long = wide.melt(id_vars=names, var_name="time", value_name="cell")
parts = long["cell"].str.split(" ", n=1, expand=True)
long["time"] = pandas.to_numeric(long["time"])
long["value"] = pandas.to_numeric(parts[0].where(parts[0] != ":"))
long["flag"] = parts[1].str.strip().astype("category")
del long["cell"]
print(len(long), long["value"].count(), long["value"].sum())
