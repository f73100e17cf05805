# SPDX-License-Identifier: GPL-3.0-or-later
# Gini, Herfindahl and the Lorenz curve in rational arithmetic; Theil and Atkinson from rational shares with the
# logarithms and powers of Python's decimal at 50 digits.
from decimal import Decimal as D, getcontext
from fractions import Fraction as F

getcontext().prec = 50
X = "2.385 11.947 0.0317 5.5501 8.7264 2.385 19.0043 0 4.4409 7.7713".split()
W = "1.25 0.5 3 2.125 0.75 1 4.5 0.375 2 1.5".split()


def dec(q):
    return D(q.numerator) / D(q.denominator)


def emit(name, values, what):
    print("/* %s */" % what)
    print("static const double %s[%d] = {%s};" % (name, len(values), ", ".join("%.17g" % float(v) for v in values)))


def measures(tag, x, w, what):
    x, w = [F(float(v)) for v in x], [F(float(v)) for v in w]
    total = sum(w)
    p = [v / total for v in w]
    mean = sum(a * b for a, b in zip(p, x))
    gini = sum(p[i] * p[j] * abs(x[i] - x[j]) for i in range(len(x)) for j in range(len(x))) / (2 * mean)
    emit(tag + "_gini", [gini, gini * len(x) / (len(x) - 1)], "Gini of " + what + ", and times n/(n-1)")
    t = sum(dec(a * b / mean) * dec(b / mean).ln() for a, b in zip(p, x) if b)
    emit(tag + "_theil_t", [t], "Theil T of " + what)
    if all(x):
        emit(tag + "_theil_l", [sum(dec(a) * dec(mean / b).ln() for a, b in zip(p, x))], "Theil L of " + what)
    out = []
    for e in ("0.5", "1", "2"):
        e = D(e)
        if e >= 1 and not all(x):
            out.append(1)
        elif e == 1:
            out.append(1 - sum(dec(a) * dec(b).ln() for a, b in zip(p, x)).exp() / dec(mean))
        else:
            s = sum(dec(a) * (dec(b / mean) ** (1 - e)) for a, b in zip(p, x) if b)
            out.append(1 - s ** (1 / (1 - e)))
    emit(tag + "_atkinson", out, "Atkinson of " + what + ", epsilon 0.5, 1, 2")
    order = sorted(range(len(x)), key=lambda i: (x[i], w[i]))
    points, a, b = [0, 0], F(0), F(0)
    for i in order:
        a, b = a + p[i], b + p[i] * x[i] / mean
        points += [a, b]
    emit(tag + "_lorenz", points, "Lorenz curve of " + what)
    share = [v / sum(x) for v in x]
    h, n = sum(s * s for s in share), len(x)
    emit(tag + "_herfindahl", [h, (h - F(1, n)) / (1 - F(1, n))], "Herfindahl of the values, and normalised")


print("/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * Inequality of the values %s with weights %s.\n" % (" ".join(X), " ".join(W))
      + " * Printed by the script of the same name (Python's fractions and decimal).\n */\n")
ones = ["1"] * len(X)
measures("plain", X, ones, "the values")
measures("weighted", X, W, "the weighted values")
P = [i for i, v in enumerate(X) if float(v)]
measures("positive", [X[i] for i in P], [W[i] for i in P], "the weighted values above zero")
