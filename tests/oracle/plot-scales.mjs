// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks, round bounds, classes and bands of the npm package vega-scale 8.1.3 (d3-scale 4.0.2) in UTC:
// TZ=UTC node plot-scales.mjs > plot-scales.h
import {scale} from 'vega-scale';

const list = values => `"${values.map(v => +(+v).toPrecision(12)).join(' ')}"`;
const date = text => Date.parse(text);

console.log('/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * Scales of the npm package vega-scale 8.1.3. Printed by the script of the same name.\n */\n');
console.log('/* scale(type)().domain([low, high]): ticks(count), and the domain after nice(count) */\nstatic const struct {\n' +
  '    const char *type;\n    double low, high;\n    guint count;\n    const char *ticks, *nice;\n} moments_oracle[] = {');
const spans = [['2024-03-01T10:00:00.000Z', '2024-03-01T10:00:00.250Z'], ['2024-03-01T10:00:00Z', '2024-03-01T10:00:41Z'],
  ['2024-03-01T10:00:00Z', '2024-03-01T10:31:00Z'], ['2024-03-01T00:00:00Z', '2024-03-02T02:00:00Z'],
  ['2024-02-20T00:00:00Z', '2024-03-14T00:00:00Z'], ['2023-11-05T00:00:00Z', '2024-03-14T00:00:00Z'],
  ['2023-05-05T00:00:00Z', '2025-01-14T00:00:00Z'], ['2000-01-01T00:00:00Z', '2010-03-01T00:00:00Z'],
  ['1871-06-01T00:00:00Z', '2019-01-01T00:00:00Z']];
for (const type of ['time', 'utc']) {
  for (const [a, b] of spans) {
    for (const count of [5, 10]) {
      const s = scale(type)().domain([date(a), date(b)]);
      console.log(`    {"${type}", ${date(a)}, ${date(b)}, ${count}, ${list(s.ticks(count))}, ${list(s.nice(count).domain())}},`);
    }
  }
}
console.log('};\n\n/* scale("log")().base(base).domain([low, high]).ticks(count) */\nstatic const struct {\n    double base, low, high;\n' +
  '    guint count;\n    const char *ticks;\n} log_oracle[] = {');
for (const [base, low, high, count] of [[10, 1, 1000, 8], [10, 0.03, 7, 10], [2, 1, 250, 8], [10, -2000, -1, 8], [10, 1e-5, 1e9, 5],
  [10, 20, 60, 8], [Math.E, 1, 100, 6], [5, 2, 200, 8]]) {
  console.log(`    {${base}, ${low}, ${high}, ${count}, ${list(scale('log')().base(base).domain([low, high]).ticks(count))}},`);
}
console.log('};\n\n/* quantiles of scale("quantile")().domain(sample).range(n results) */');
const sample = [3, 7, 7, 12, 0.5, 41, 18, 23, 5, 9, 2.25];
console.log(`static const double quantile_sample[] = {${sample.slice().sort((a, b) => a - b).join(', ')}};`);
console.log('static const struct {\n    guint count;\n    const char *borders;\n} quantile_oracle[] = {');
for (const n of [1, 2, 3, 4, 5, 7])
  console.log(`    {${n}, ${list(scale('quantile')().domain(sample).range([...Array(n).keys()]).quantiles())}},`);
console.log('};\n\n/* thresholds of scale("quantize")().domain([low, high]).range(n results) */\nstatic const struct {\n    double low, high;\n' +
  '    guint count;\n    const char *borders;\n} quantize_oracle[] = {');
for (const [low, high, n] of [[0, 1, 4], [-3, 18, 5], [10, 0, 3], [2, 9, 1]])
  console.log(`    {${low}, ${high}, ${n}, ${list(scale('quantize')().domain([low, high]).range([...Array(n).keys()]).thresholds())}},`);
console.log('};\n\n/* scale("band")() of n categories over [0, width]: step, bandwidth and the first place */\nstatic const struct {\n' +
  '    guint count;\n    double width, inner, outer, align;\n    gboolean round;\n    double step, bandwidth, start;\n} band_oracle[] = {');
for (const [n, width, inner, outer, align, round] of [[8, 213, 0.25, 0.25, 0.5, true], [8, 240, 0.1, 1.2, 1, false], [1, 100, 0.4, 0, 0.5, false],
  [5, 300, 0.1, 0.05, 0.5, false], [3, 100, 1, 0.5, 0, true]]) {
  const s = scale('band')().domain([...Array(n).keys()]).range([0, width]).paddingInner(inner).paddingOuter(outer).align(align).round(round);
  console.log(`    {${n}, ${width}, ${inner}, ${outer}, ${align}, ${round ? 'TRUE' : 'FALSE'}, ${s.step()}, ${s.bandwidth()}, ${s(0)}},`);
}
console.log('};');
