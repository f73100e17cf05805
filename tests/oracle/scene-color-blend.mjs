// SPDX-License-Identifier: GPL-3.0-or-later
// Colours on the way from one to another by the npm package vega-scale 8.1.3 (d3-interpolate 3.0.1), and points of its
// schemes: node scene-color-blend.mjs > scene-color-blend.h
import {interpolate, interpolateColors, scheme} from 'vega-scale';

const ways = ['rgb', 'hsl', 'hsl-long', 'lab', 'hcl', 'hcl-long', 'cubehelix', 'cubehelix-long'];
const pairs = [['#4c78a8', '#f58518'], ['black', 'steelblue'], ['#808080', 'red'], ['white', '#0a4a90'],
  ['#ff0000', '#00ff01'], ['#e4f4ac', '#440154'], ['transparent', '#e45756'], ['#123456', '#123456']];
const hex = text => {
  const numbers = text.match(/[\d.]+/g).map(Number);
  return '#' + numbers.slice(0, 3).map(n => Math.round(n).toString(16).padStart(2, '0')).join('');
};

console.log('/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * Colours of the npm package vega-scale 8.1.3.\n' +
  ' * Printed by the script of the same name.\n */\n');
console.log('/* interpolate(way, gamma)(a, b)(t) */\nstatic const struct {\n    const char *way;\n    double gamma;\n' +
  '    const char *from, *to;\n    double t;\n    const char *color;\n} blend_oracle[] = {');
for (const way of ways) {
  for (const [a, b] of pairs) {
    for (const t of [-0.25, 0, 0.3, 0.75, 1, 1.5])
      console.log(`    {"${way}", 1, "${a}", "${b}", ${t}, "${hex(interpolate(way)(a, b)(t))}"},`);
  }
}
for (const [way, gamma] of [['rgb', 2.2], ['cubehelix', 3], ['cubehelix-long', 0.5], ['rgb', 0.5]]) {
  for (const [a, b] of pairs.slice(0, 6))
    console.log(`    {"${way}", ${gamma}, "${a}", "${b}", 0.3, "${hex(interpolate(way, gamma)(a, b)(0.3))}"},`);
}
console.log('};\n\n/* scheme(name)(t) */\nstatic const struct {\n    const char *name;\n    double t;\n' +
  '    const char *color;\n} scheme_oracle[] = {');
for (const name of ['blues', 'viridis', 'turbo', 'redblue', 'rainbow', 'sinebow', 'darkred', 'spectral', 'lightmulti', 'teals']) {
  for (const t of [0, 0.111, 0.5, 0.93, 1])
    console.log(`    {"${name}", ${t}, "${hex(scheme(name)(t))}"},`);
}
console.log('};\n\n/* scheme(name)[index] */\nstatic const struct {\n    const char *name;\n    guint index, length;\n' +
  '    const char *color;\n} list_oracle[] = {');
for (const name of ['tableau20', 'category20', 'category20b', 'category20c', 'accent', 'paired', 'set3', 'observable10', 'dark2', 'pastel2']) {
  const list = scheme(name);
  console.log(`    {"${name}", 0, ${list.length}, "${list[0]}"},\n    {"${name}", ${list.length - 1}, ${list.length}, "${list[list.length - 1]}"},`);
}
console.log('};');
