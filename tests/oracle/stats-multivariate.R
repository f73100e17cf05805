# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
begin("Principal components and Cronbach's alpha of the sample.")
X <- cbind(x, y, z, w)
f <- prcomp(X, scale. = TRUE)
s <- apply(f$rotation, 2, function(v) sign(v[which.max(abs(v))]))
emit("eigenvalues", f$sdev^2)
emit("loadings", t(sweep(f$rotation, 2, s, "*")), "prcomp(cbind(x, y, z, w), scale. = TRUE)$rotation, signs turned")
emit("scores", t(sweep(f$x, 2, s, "*")), "the same of $x")
alpha <- function(X) { C <- cov(X, use = "pairwise.complete.obs"); k <- ncol(X); k^2 * mean(C[upper.tri(C)]) / sum(C) }
emit("alpha", alpha(cbind(x, y, w)), "k^2 * mean(C[upper.tri(C)]) / sum(C), C <- cov(cbind(x, y, w))")
X[c(2, 7), 2] <- NA
X[9, 4] <- NA
emit("alpha_pairwise", alpha(X[, c(1, 2, 4)]), "the same with y[c(2, 7)] and w[9] missing, pairwise complete")
