# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
begin("Kernel density of the sample.")
emit("bandwidths", c(bw.nrd(x), bw.nrd0(x)))
at <- c(-20, -7.1203, 0, 2.4, 6.66, 31)
emit("density_scott", sapply(at, function(p) mean(dnorm(p, x, bw.nrd(x)))))
emit("density_narrow", sapply(at, function(p) mean(dnorm(p, x, 0.37))))
emit("share_narrow", sapply(at, function(p) mean(pnorm(p, x, 0.37))))
# density() itself bins onto a grid and agrees to about three digits.
d <- density(x, bw = 0.37, n = 4096)
stopifnot(max(abs(d$y - sapply(d$x, function(p) mean(dnorm(p, x, 0.37))))) < 1e-3)
