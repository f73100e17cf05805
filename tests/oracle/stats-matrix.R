# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
begin("Correlation matrices of the sample: two columns with ties, and one with missing values.")
X <- cbind(x, y, z, w, round(x / 3), round(y / 4))
emit("pearson_complete", cor(X))
emit("spearman_complete", cor(X, method = "spearman"))
emit("kendall_complete", cor(X, method = "kendall"))
X[c(2, 7), 3] <- NA
emit("pearson_pairwise", cor(X, use = "pairwise.complete.obs"))
emit("spearman_pairwise", cor(X, use = "pairwise.complete.obs", method = "spearman"))
emit("kendall_pairwise", cor(X, use = "pairwise.complete.obs", method = "kendall"))
