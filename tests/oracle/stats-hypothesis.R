# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
begin("Tests of hypotheses about the sample.")
t <- function(f) c(f$statistic, f$p.value, f$parameter, f$conf.int)
u <- function(f) c(f$statistic, f$p.value)
emit("one", t(t.test(x, mu = 0.7, conf.level = 0.9)), "t.test(x, mu = 0.7, conf.level = 0.9): statistic, p, degrees, interval")
emit("paired", t(t.test(x, y, paired = TRUE)))
emit("welch", t(t.test(x, z[1:7])))
emit("pooled", t(t.test(x, z[1:7], var.equal = TRUE)))
g <- factor(c(0, 1, 2, 0, 1, 2, 2, 1, 0, 2, 1, 1))
a <- anova(lm(x ~ g))
emit("anova", c(a$F[1], a$"Pr(>F)"[1], a$Df), "anova(lm(x ~ g)), g <- factor(c(0, 1, 2, 0, 1, 2, 2, 1, 0, 2, 1, 1)): F, p, degrees")
emit("kruskal", unlist(kruskal.test(x, g)[c("statistic", "p.value", "parameter")]))
emit("kruskal_ties", unlist(kruskal.test(round(x / 3), g)[c("statistic", "p.value", "parameter")]))
long <- (1:49 * 37) %% 53 + sqrt(2) / 3
other <- (1:48 * 23) %% 59 + sqrt(3)
emit("signed_", c(u(wilcox.test(x)), u(wilcox.test(x, mu = 2.4)), u(wilcox.test(x[1:2])), u(wilcox.test(long - 20))),
  "wilcox.test of x, of x with mu = 2.4, of x[1:2], of (1:49 * 37) %% 53 + sqrt(2) / 3 - 20: statistic and p each")
options(warn = -1)
emit("signed_ties", c(u(wilcox.test(round(x / 3))), u(wilcox.test(c(x, 0))), u(wilcox.test(c(long - 20, 0.123)))),
  "wilcox.test of round(x / 3), of c(x, 0), of fifty values")
emit("sums", c(u(wilcox.test(x, z)), u(wilcox.test(x[1:3], z[1:2])), u(wilcox.test(long, other)), u(wilcox.test(x[1], z[1]))),
  "wilcox.test(x, z), (x[1:3], z[1:2]), (long, (1:48 * 23) %% 59 + sqrt(3)), (x[1], z[1])")
emit("sums_ties", c(u(wilcox.test(round(x / 3), round(z / 3))), u(wilcox.test(c(long, 0.123), other))),
  "wilcox.test(round(x / 3), round(z / 3)), and fifty values")
