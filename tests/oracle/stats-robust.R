# SPDX-License-Identifier: GPL-3.0-or-later
# Iterated lm.wfit() until the coefficients stand still, with the scale, the error scale and the weight functions of GSL's
# manual, chapter "Robust linear regression".
source("common.R")
begin("Robust regression of the sample with two gross errors.")
weigh <- list(bisquare = function(u) ifelse(abs(u) < 1, (1 - u^2)^2, 0), cauchy = function(u) 1 / (1 + u^2),
  fair = function(u) 1 / (1 + abs(u)), huber = function(u) 1 / pmax(1, abs(u)), ols = function(u) 0 * u + 1,
  welsch = function(u) exp(-u^2))
slope <- list(bisquare = function(u) ifelse(abs(u) < 1, (1 - u^2) * (1 - 5 * u^2), 0),
  cauchy = function(u) (1 - u^2) / (1 + u^2)^2, fair = function(u) 1 / (1 + abs(u))^2,
  huber = function(u) ifelse(abs(u) <= 1, 1, 0), ols = function(u) 0 * u + 1,
  welsch = function(u) (1 - 2 * u^2) * exp(-u^2))
tuning <- c(bisquare = 4.685, cauchy = 2.385, fair = 1.4, huber = 1.345, ols = 1, welsch = 2.985)
y[3] <- 49.3308
y[8] <- -31.7734
X <- cbind(1, x, z)
n <- nrow(X)
k <- ncol(X)
plain <- lm(y ~ x + z)
h <- hatvalues(plain)
sigma <- summary(plain)$sigma
for (name in names(weigh)) {
  b <- coef(plain)
  look <- function(b) {
    r <- drop(y - X %*% b) / sqrt(1 - h)
    s <- median(sort(abs(r))[k:n]) / 0.6745
    list(s = s, u = r / (s * tuning[[name]]))
  }
  for (i in 1:500) b <- lm.wfit(X, y, weigh[[name]](look(b)$u))$coefficients
  weights <- weigh[[name]](look(b)$u)
  r <- drop(y - X %*% b)
  s <- median(sort(abs(r))[k:n]) / 0.6745
  u <- r / sqrt(1 - h) / (s * tuning[[name]])
  w <- weigh[[name]](u)
  m <- mean(slope[[name]](u))
  robust <- (1 + k / n * (1 - m) / m) * sqrt(sum((1 - h) * (u * w)^2) / (n - k)) * s * tuning[[name]] / m
  scale <- max(robust, sqrt((sigma^2 * k^2 + robust^2 * n) / (k^2 + n)))
  emit(paste0(name, "_coefficients"), b, name)
  emit(paste0(name, "_errors"), sqrt(diag(solve(crossprod(X)))) * scale, "sqrt(diag(solve(crossprod(X)))) * scale")
  emit(paste0(name, "_scale"), scale, "the scale")
  emit(paste0(name, "_weights"), weights, "weights")
}
