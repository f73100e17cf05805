# SPDX-License-Identifier: GPL-3.0-or-later
# scipy.stats.theilslopes (scipy 1.10.1, Debian 12) of the sample.
from scipy import stats

x = [2.385, -7.1203, 11.947, 0.0317, 5.5501, -3.3391, 8.7264, 2.3851, 19.0043, -0.6127, 4.4409, 7.7713]
y = [1.9042, -4.2217, 9.3308, 3.1416, 2.2093, -5.0871, 12.6049, 0.7734, 14.2281, 1.3337, -2.7182, 6.0602]
print("/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * Theil and Sen's line of the sample by scipy 1.10.1.\n"
      " * Printed by the script of the same name.\n */\n")


def emit(name, u, v, level, what):
    r = stats.theilslopes(v, u, level)
    print("/* theilslopes(%s, %g): slope, low, high, intercept */" % (what, level))
    print("static const double %s[4] = {%.17g, %.17g, %.17g, %.17g};" % (name, r[0], r[2], r[3], r[1]))


emit("plain", x, y, 0.95, "y, x")
emit("narrow", x, y, 0.5, "y, x")
emit("ties", [round(v / 3) for v in x], [round(v / 4) for v in y], 0.9, "[round(v / 4) …], [round(v / 3) …]")
