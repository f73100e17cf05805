#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Exact probabilities of ranks for numbers that were rounded: every number is anywhere in its interval, evenly. Between
# the ends of the intervals each distribution function is a straight line, so that the integrals are sums of fractions.
# Prints the numbers that tests/unit/test-stats-rank-uncertainty.c quotes.
from fractions import Fraction as F


def times(p, q):
    product = [F(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            product[i + j] += a * b
    return product


def integral(p, low, high):
    return sum(c * (high ** (i + 1) - low ** (i + 1)) / (i + 1) for i, c in enumerate(p))


def ranks(intervals):
    """P(rank of unit) with the greatest first: condition on the unit's own value, count the others above it."""
    ends = sorted({e for interval in intervals for e in interval})
    table = []
    for unit, (low, high) in enumerate(intervals):
        row = [F(0)] * len(intervals)
        for left, right in zip(ends, ends[1:]):
            if left < low or right > high:
                continue
            above = [[F(1)]]  # above[k]: probability (a polynomial in the value) that k of the others are greater
            for other, (a, b) in enumerate(intervals):
                if other == unit:
                    continue
                if right <= a:
                    greater = [F(1)]
                elif left >= b:
                    greater = [F(0)]
                else:
                    greater = [b / (b - a), -1 / (b - a)]
                less = [-c for c in greater]
                less[0] += 1
                grown = [[F(0)] for _ in range(len(above) + 1)]
                for k, p in enumerate(above):
                    for shift, q in ((0, less), (1, greater)):
                        product = times(p, q)
                        old = grown[k + shift]
                        size = max(len(old), len(product))
                        grown[k + shift] = [(old[i] if i < len(old) else 0) + (product[i] if i < len(product) else 0)
                                            for i in range(size)]
                above = grown
            for k, p in enumerate(above):
                row[k] += integral(p, left, right) / (high - low)
        table.append(row)
    return table


for values in ([1, 2, 3], [F(5, 2), 2, 2, 1]):
    table = ranks([(F(v) - 1, F(v) + 1) for v in values])
    assert all(sum(row) == 1 for row in table) and all(sum(column) == 1 for column in zip(*table))
    print([str(v) for v in values], "each plus or minus 1:")
    for row in table:
        print("   ", ", ".join(str(p) for p in row))
