# SPDX-License-Identifier: GPL-3.0-or-later
source("common.R")
begin("Regressions of the sample on one variable: coefficients, standard errors, p-values, R², intervals.")
p <- abs(x) + 1
q <- exp(y / 8)
at <- data.frame(x = c(-7.1203, 19.0043), p = c(2, 10))
all_of <- function(fit) summary(fit)$coefficients[, c(1, 2, 4)]
emit("linear", all_of(lm(y ~ x)))
emit("linear_r2", summary(lm(y ~ x))$r.squared)
emit("linear_limits", confint(lm(y ~ x), level = 0.9))
emit("linear_confidence", predict(lm(y ~ x), at, interval = "confidence", level = 0.9))
emit("linear_prediction", predict(lm(y ~ x), at, interval = "prediction", level = 0.9))
emit("quad", all_of(lm(y ~ x + I(x^2))))
emit("cubic", all_of(lm(y ~ x + I(x^2) + I(x^3))))
emit("cubic_limits", confint(lm(y ~ x + I(x^2) + I(x^3))))
emit("cubic_confidence", predict(lm(y ~ x + I(x^2) + I(x^3)), at, interval = "confidence"))
emit("logarithm", all_of(lm(y ~ log(p))))
emit("power", all_of(lm(log(q) ~ log(p))))
emit("power_confidence", exp(predict(lm(log(q) ~ log(p)), at, interval = "confidence")))
emit("power_r2", 1 - sum((q - exp(fitted(lm(log(q) ~ log(p)))))^2) / sum((q - mean(q))^2))
grown <- lm(log(q) ~ x, weights = q)
emit("exponent", all_of(grown))
emit("exponent_r2", 1 - sum((q - exp(fitted(grown)))^2) / sum((q - mean(q))^2))
ends <- exp(predict(grown, at))
emit("exponent_confidence", exp(predict(grown, at, interval = "confidence")))
emit("exponent_prediction", exp(predict(grown, at, interval = "prediction", weights = ends)))
# The fixed point of the definition in GSL's manual, as in stats-robust.R, with Huber's weights.
X <- cbind(1, x)
s <- y
s[3] <- 49.3308
s[8] <- -31.7734
n <- nrow(X)
h <- hatvalues(lm(s ~ x))
b <- coef(lm(s ~ x))
scale_of <- function(r) median(sort(abs(r / sqrt(1 - h)))[2:n]) / 0.6745
for (i in 1:500) {
  r <- drop(s - X %*% b)
  b <- lm.wfit(X, s, 1 / pmax(1, abs(r / sqrt(1 - h) / (1.345 * scale_of(r)))))$coefficients
}
r <- drop(s - X %*% b)
raw <- median(sort(abs(r))[2:n]) / 0.6745
u <- r / sqrt(1 - h) / (raw * 1.345)
m <- mean(abs(u) <= 1)
robust <- (1 + 2 / n * (1 - m) / m) * sqrt(sum((1 - h) * (u / pmax(1, abs(u)))^2) / (n - 2)) * raw * 1.345 / m
sigma <- summary(lm(s ~ x))$sigma
scale <- max(robust, sqrt((sigma^2 * 4 + robust^2 * n) / (4 + n)))
errors <- sqrt(diag(solve(crossprod(X)))) * scale
emit("huber", c(b, errors, 2 * pt(-abs(b / errors), n - 2)), "coefficients, errors, p-values of Huber's weights")
