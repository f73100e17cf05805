# SPDX-License-Identifier: GPL-3.0-or-later
"""Akima's and Steffen's curves through the sample, and smoothing splines, in rational arithmetic."""
from fractions import Fraction as F

X = "2.385 -7.1203 11.947 0.0317 5.5501 -3.3391 8.7264 2.3851 19.0043 -0.6127 4.4409 7.7713".split()
Y = "1.9042 -4.2217 9.3308 3.1416 2.2093 -5.0871 12.6049 0.7734 14.2281 1.3337 -2.7182 6.0602".split()
# The doubles that the program gets, not the decimals: two points are so near that the difference shows.
POINTS = sorted((F(float(a)), F(float(b))) for a, b in zip(X, Y))
x, y = [list(column) for column in zip(*POINTS)]
n = len(x)
h = [x[i + 1] - x[i] for i in range(n - 1)]
m = [(y[i + 1] - y[i]) / h[i] for i in range(n - 1)]


def hermite(slopes, at):
    """The cubic of the interval that holds `at`, by values and slopes at its ends."""
    i = max(k for k in range(n - 1) if x[k] <= at)
    t = (at - x[i]) / h[i]
    return ((1 + 2 * t) * (1 - t) ** 2 * y[i] + t * (1 - t) ** 2 * h[i] * slopes[i]
            + t * t * (3 - 2 * t) * y[i + 1] + t * t * (t - 1) * h[i] * slopes[i + 1])


def akima():
    """J. ACM 17 (1970), 589-602: slopes (1), two more secants at each end by (12)."""
    e = [3 * m[0] - 2 * m[1], 2 * m[0] - m[1], *m, 2 * m[-1] - m[-2], 3 * m[-1] - 2 * m[-2]]
    slopes = []
    for i in range(n):
        a, b = abs(e[i + 3] - e[i + 2]), abs(e[i + 1] - e[i])
        slopes.append((a * e[i + 1] + b * e[i + 2]) / (a + b))
    return slopes


def steffen():
    """Astron. Astrophys. 239 (1990), 443-450: slopes (11); those of the ends are not used here."""
    slopes = [F(0)] * n
    for i in range(1, n - 1):
        p = (m[i - 1] * h[i] + m[i] * h[i - 1]) / (h[i - 1] + h[i])
        sign = (m[i - 1] > 0) - (m[i - 1] < 0) + (m[i] > 0) - (m[i] < 0)
        slopes[i] = sign * min(abs(m[i - 1]), abs(m[i]), abs(p) / 2)
    return slopes


def solve(matrix, columns):
    """Gauss and Jordan: the columns times the inverse of the matrix."""
    rows = [list(left) + list(right) for left, right in zip(matrix, columns)]
    size = len(rows)
    for k in range(size):
        pivot = next(i for i in range(k, size) if rows[i][k] != 0)
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [v / rows[k][k] for v in rows[k]]
        for i in range(size):
            if i != k and rows[i][k] != 0:
                rows[i] = [v - rows[i][k] * w for v, w in zip(rows[i], rows[k])]
    return [row[size:] for row in rows]


def smooth(places, values, weights, penalty):
    """The least of sum w (y - g)^2 + penalty * integral g''^2 with places moved to 0 ... 1: its g, and the trace of the
    matrix that makes it. The integral is g'Kg with K = Q R^-1 Q' (Green and Silverman, Nonparametric Regression, 2.1)."""
    size, width = len(places), places[-1] - places[0]
    steps = [(b - a) / width for a, b in zip(places, places[1:])]
    q = [[F(0)] * (size - 2) for _ in range(size)]
    r = [[F(0)] * (size - 2) for _ in range(size - 2)]
    for j in range(size - 2):
        q[j][j], q[j + 2][j] = 1 / steps[j], 1 / steps[j + 1]
        q[j + 1][j] = -q[j][j] - q[j + 2][j]
        r[j][j] = (steps[j] + steps[j + 1]) / 3
        if j + 1 < size - 2:
            r[j][j + 1] = r[j + 1][j] = steps[j + 1] / 6
    transposed = [list(row) for row in zip(*q)]
    inner = solve(r, transposed)
    k = [[sum(q[i][m] * inner[m][j] for m in range(size - 2)) for j in range(size)] for i in range(size)]
    system = [[penalty * k[i][j] + (weights[i] if i == j else 0) for j in range(size)] for i in range(size)]
    hat = solve(system, [[weights[i] if i == j else F(0) for j in range(size)] for i in range(size)])
    return [sum(a * b for a, b in zip(row, values)) for row in hat], sum(hat[i][i] for i in range(size))


def show(name, values, what):
    print(f"/* {what} */\nstatic const double {name}[{len(values)}] = {{{', '.join(repr(float(v)) for v in values)}}};")


print("/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * Akima's and Steffen's curves of the sample, and smoothing splines, in rational arithmetic.\n"
      " * Printed by the script of the same name.\n */\n")
everywhere = [F(float(v)) for v in "-7 -4.4 -0.3 1.7 2.38505 3.3 8 10 18.5".split()]
inside = [F(float(v)) for v in "-3 -0.3 1.7 2.38505 3.3 8 10 11.9".split()]
show("akima_places", everywhere, "where")
show("akima_values", [hermite(akima(), v) for v in everywhere], "Akima")
show("steffen_places", inside, "where, not between the two points at an end")
show("steffen_values", [hermite(steffen(), v) for v in inside], "Steffen")
show("sorted_x", x, "x of the sample")
for name, penalty in (("rough", F(1, 100000)), ("middle", F(1, 1000)), ("line", F(1, 2))):
    fit, trace = smooth(x, y, [F(1)] * n, penalty)
    show(f"{name}_freedom", [trace], f"degrees of freedom with the penalty {penalty}")
    show(f"{name}_fit", fit, "values at x")
# One x three times and one twice: their means, with the numbers as weights.
fit, trace = smooth([F(v) for v in range(1, 7)], [F(2), F(4), F(3), F(7), F(6), F(8)], [F(v) for v in (1, 3, 1, 2, 1, 1)], F(1, 50))
show("shared_freedom", [trace], "degrees of freedom of points that share an x")
show("shared_fit", fit, "values at 1 ... 6")
