# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
begin("Sums of coefficients of the sample: estimate, standard error, p-value, interval at 90 %.")
about <- function(fit, k) {
  value <- sum(k * coef(fit))
  error <- sqrt(drop(t(k) %*% vcov(fit) %*% k))
  c(value, error, 2 * pt(-abs(value / error), fit$df.residual), value + c(-1, 1) * qt(0.95, fit$df.residual) * error)
}
emit("difference", about(lm(y ~ x + z), c(0, 1, -1)))
emit("mean_at", about(lm(y ~ x + z, weights = w), c(1, 5, 2)))
emit("without_intercept", about(lm(y ~ x + z - 1), c(2, 3)))
