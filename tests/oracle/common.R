# SPDX-License-Identifier: GPL-3.0-or-later
# The sample that the tests of the statistics share, and arrays of C.
options(digits = 17, warn = 1)
x <- c(2.385, -7.1203, 11.947, 0.0317, 5.5501, -3.3391, 8.7264, 2.3851, 19.0043, -0.6127, 4.4409, 7.7713)
y <- c(1.9042, -4.2217, 9.3308, 3.1416, 2.2093, -5.0871, 12.6049, 0.7734, 14.2281, 1.3337, -2.7182, 6.0602)
z <- c(0.7161, 3.9018, -1.2277, 8.4403, 2.7713, 6.1192, -0.4471, 5.3319, 1.0913, 9.7127, 4.4127, -2.6011)
w <- c(1.25, 0.5, 3, 2.125, 0.75, 1, 4.5, 0.375, 2, 1.5, 0.625, 1.75)

begin <- function(what) {
  cat("/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * ", what, "\n * Printed by the script of the same name under ",
      R.version.string, ".\n */\n#include <math.h>\n\n", sep = "")
}
number <- function(v) ifelse(is.na(v), "NAN", sprintf("%.17g", v))
# The call as it stands, above its value.
emit <- function(name, call, comment = NULL) {
  source <- if (is.null(comment)) paste(trimws(deparse(substitute(call), 500)), collapse = " ") else comment
  v <- as.vector(call)
  cat("/* ", gsub("[*]/", "* /", source), " */\nstatic const double ", name, "[", length(v), "] = {",
      paste(number(v), collapse = ", "), "};\n", sep = "")
}
