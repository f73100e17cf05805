# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
begin("Natural cubic splines of the sample.")
at <- c(-7.1203, -5, -0.3, 2.38505, 3.3, 10, 19.0043)
emit("spline_at", at)
emit("natural_at", splinefun(x, y, method = "natural")(at))
# smooth.spline() integrates with 0.333 in the place of 1/3 (sgram.f): it agrees to some four digits.
s <- smooth.spline(x, y, lambda = 1e-3, all.knots = TRUE, keep.data = FALSE)
emit("smooth_df", s$df)
emit("smooth_at", predict(s, at)$y)
