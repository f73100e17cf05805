# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
library(boot)
begin("Bootstrap intervals of given replicates (package boot 1.3-28.1).")
t <- ((1:997 * 613) %% 1009) / 100 + sin(1:997)
emit("replicates", t)
t0 <- 4.321
L <- mean(sapply(1:12, function(i) mean(x[-i]^2))) - sapply(1:12, function(i) mean(x[-i]^2))
emit("jackknife", sapply(1:12, function(i) mean(x[-i]^2)))
a <- sum(L^3) / (6 * sum(L^2)^1.5)
emit("corrections", c(qnorm(mean(t < t0)), a), "qnorm(mean(t < t0)), sum(L^3) / (6 * sum(L^2)^1.5)")
z <- qnorm(mean(t < t0)) + qnorm(c(0.05, 0.95))
emit("percentile", boot:::norm.inter(t, c(0.05, 0.95))[, 2])
emit("accelerated", boot:::norm.inter(t, pnorm(qnorm(mean(t < t0)) + z / (1 - a * z)))[, 2],
  "boot:::norm.inter(t, pnorm(z0 + z / (1 - a * z)))[, 2], z <- z0 + qnorm(c(0.05, 0.95))")
emit("moments", c(mean(t) - t0, sd(t)))
