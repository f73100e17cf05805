# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
begin("Weighted and robust location, scatter and shape of the sample.")
emit("mean_weighted", weighted.mean(x, w))
emit("variance_weighted", c(cov.wt(cbind(x), w / sum(w), method = "ML")$cov, cov.wt(cbind(x), w / sum(w))$cov))
times <- c(3, 1, 2, 5, 1, 4, 2, 1, 3, 2, 1, 6)
emit("variance_counted", var(rep(x, times)))
emit("quantiles_counted", quantile(rep(x, times), c(0, 0.1, 0.25, 0.5, 0.7, 0.9, 1), type = 2))
emit("quantiles_equal", quantile(x, c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), type = 2))
emit("trimmed", c(mean(x, trim = 0.1), mean(x, trim = 0.25), mean(x, trim = 0.3), mean(x, trim = 0.5)))
win <- function(x, trim) { g <- floor(length(x) * trim); s <- sort(x); n <- length(s); mean(pmin(pmax(x, s[g + 1]), s[n - g])) }
emit("winsorised", c(win(x, 0.1), win(x, 0.25), win(x, 0.3)), "mean(pmin(pmax(x, s[g + 1]), s[n - g])), s sorted, g = floor(n * share)")
n <- length(x)
g1 <- mean((x - mean(x))^3) / mean((x - mean(x))^2)^1.5
g2 <- mean((x - mean(x))^4) / mean((x - mean(x))^2)^2 - 3
emit("skewness", c(g1, g1 * sqrt(n * (n - 1)) / (n - 2), g1 * ((n - 1) / n)^1.5), "g1, G1, b1")
emit("kurtosis", c(g2, ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)), (g2 + 3) * (1 - 1 / n)^2 - 3), "g2, G2, b2")
m <- weighted.mean(x, w)
moment <- function(k) sum(w * (x - m)^k) / sum(w)
emit("shape_weighted", c(moment(3) / moment(2)^1.5, moment(4) / moment(2)^2 - 3), "sum(w * (x - m)^3) / sum(w) / … ^1.5, the same for the fourth, less 3")
# Counts: the values written so many times.
r <- rep(x, times)
size <- length(r)
h1 <- mean((r - mean(r))^3) / mean((r - mean(r))^2)^1.5
h2 <- mean((r - mean(r))^4) / mean((r - mean(r))^2)^2 - 3
emit("skewness_counted", c(h1, h1 * sqrt(size * (size - 1)) / (size - 2), h1 * ((size - 1) / size)^1.5), "g1, G1, b1 of rep(x, times)")
emit("kurtosis_counted", c(h2, ((size + 1) * h2 + 6) * (size - 1) / ((size - 2) * (size - 3)), (h2 + 3) * (1 - 1 / size)^2 - 3), "g2, G2, b2 of the same")
library(robustbase)
long <- (1:41 * 17) %% 43 + sin(1:41)
sn <- c(Sn(x), Sn(x[1:2]), Sn(x[1:5]), Sn(x[1:9]), Sn(long))
qn <- c(Qn(x), Qn(x[1:2]), Qn(x[1:5]), Qn(x[1:9]), Qn(long))
emit("sn", sn, "robustbase 0.95-0: Sn of x, its first 2, 5, 9 values, (1:41 * 17) %% 43 + sin(1:41)")
emit("qn", qn, "Qn of the same")
