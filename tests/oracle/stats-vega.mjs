// SPDX-License-Identifier: GPL-3.0-or-later
// Loess of the npm package vega-statistics 1.8.1: node stats-vega.mjs > stats-vega.h
import * as vega from 'vega-statistics';

const x = [2.385, -7.1203, 11.947, 0.0317, 5.5501, -3.3391, 8.7264, 2.3851, 19.0043, -0.6127, 4.4409, 7.7713];
const y = [1.9042, -4.2217, 9.3308, 3.1416, 2.2093, -5.0871, 12.6049, 0.7734, 14.2281, 1.3337, -2.7182, 6.0602];
const rows = (u, v) => u.map((a, i) => ({x: a, y: v[i]}));
const X = d => d.x, Y = d => d.y;
const emit = (name, values, what) =>
  console.log(`/* ${what} */\nstatic const double ${name}[${values.length}] = {${values.map(v => (+v).toPrecision(17)).join(', ')}};`);

console.log('/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * Curves of the sample by the npm package vega-statistics 1.8.1.\n' +
  ' * Printed by the script of the same name.\n */\n');
const data = rows(x, y);
const long = [...Array(60).keys()].map(i => ({x: Math.floor((i * 37 % 61) / 2) + 0.25, y: (i * 23 % 59) / 7 + Math.sin(i)}));
long.push({x: 12.75, y: 300});
long.sort((a, b) => a.x - b.x || a.y - b.y);
emit('loess_x', long.map(X), 'x of the points');
emit('loess_y', long.map(Y), 'y of the points');
for (const [name, b] of [['third', 0.3], ['all', 1], ['least', 0]]) {
  const curve = vega.regressionLoess(long, X, Y, b);
  emit('loess_' + name, curve.flatMap(p => [p[0], p[1]]), `regressionLoess, bandwidth ${b}: x, y`);
}
emit('loess_sample', vega.regressionLoess(data, X, Y, 0.5).flatMap(p => [p[0], p[1]]), 'regressionLoess of the sample, bandwidth 0.5');
