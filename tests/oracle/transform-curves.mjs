// SPDX-License-Identifier: GPL-3.0-or-later
// Points of the transforms of the npm package vega 6.4.0: node transform-curves.mjs > transform-curves.h
import * as vega from 'vega';

const x = [2.385, -7.1203, 11.947, 0.0317, 5.5501, -3.3391, 8.7264, 2.3851, 19.0043, -0.6127, 4.4409, 7.7713];
const y = [1.9042, -4.2217, 9.3308, 3.1416, 2.2093, -5.0871, 12.6049, 0.7734, 14.2281, 1.3337, -2.7182, 6.0602];
const values = x.map((a, i) => ({x: a, y: y[i], p: Math.abs(a) + 1, q: Math.exp(y[i] / 8), g: i % 2}));
const emit = (name, numbers, what) => console.log(`/* ${what} */\nstatic const double ${name}[${numbers.length}] = {` +
  numbers.map(v => (+v).toPrecision(17)).join(', ') + '};');
const show = async (name, transform, columns) => {
  const view = new vega.View(vega.parse({data: [{name: 'table', values, transform: [transform]}]}));
  await view.runAsync();
  emit(name, view.data('table').flatMap(row => columns.map(column => row[column])), JSON.stringify(transform));
};

console.log('/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * Points of curves of the sample by the npm package vega 6.4.0.\n' +
  ' * Printed by the script of the same name.\n */\n');
const regression = (method, a, b, more = {}) => ({type: 'regression', method, x: {field: a}, y: {field: b}, ...more});
await show('vega_linear', regression('linear', 'x', 'y', {groupby: [{field: 'g'}]}), ['g', 'x', 'y']);
await show('vega_log', regression('log', 'p', 'y'), ['p', 'y']);
await show('vega_exp', regression('exp', 'x', 'q'), ['x', 'q']);
await show('vega_pow', regression('pow', 'p', 'q'), ['p', 'q']);
await show('vega_quad', regression('quad', 'x', 'y', {extent: [-10, 20]}), ['x', 'y']);
await show('vega_poly', regression('poly', 'x', 'y', {order: 5}), ['x', 'y']);
await show('vega_loess', {type: 'loess', x: {field: 'x'}, y: {field: 'y'}, bandwidth: 0.6}, ['x', 'y']);
const kde = more => ({type: 'kde', field: {field: 'x'}, ...more});
await show('vega_density', kde({groupby: [{field: 'g'}]}), ['g', 'value', 'density']);
await show('vega_shared', kde({groupby: [{field: 'g'}], resolve: 'shared', steps: 4, counts: true}), ['g', 'value', 'density']);
await show('vega_cumulative', kde({cumulative: true, bandwidth: 2, extent: [0, 10], minsteps: 5, maxsteps: 20}), ['value', 'density']);
await show('vega_quantile', {type: 'quantile', field: {field: 'x'}, step: 0.15}, ['prob', 'value']);
await show('vega_probs', {type: 'quantile', field: {field: 'x'}, groupby: [{field: 'g'}], probs: [0, 0.3, 1]}, ['g', 'prob', 'value']);
