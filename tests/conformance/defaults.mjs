// SPDX-License-Identifier: GPL-3.0-or-later
//
// The defaults of the reference, a line each: path, tab, value as JSON. Vega's own lie under those of Vega-Lite, whose
// function for them is not exported: a copy of the module that exports it is made beside the installed packages.
import fs from 'node:fs';
import {config as vegaConfig} from 'vega-parser';

const source = fs.readFileSync('node_modules/vega-lite/build/index.js', 'utf8');
fs.writeFileSync('vega-lite-open.mjs', source.replace(/export \{(?=[^{}]*\};?\s*(\/\/.*\s*)?$)/, 'export { initConfig,'));
const {initConfig} = await import(process.cwd() + '/vega-lite-open.mjs');

function over(under, upper) {
  if (upper === undefined) return under;
  const both = [under, upper].every(value => value && typeof value === 'object' && !Array.isArray(value));
  if (!both) return upper;
  const keys = new Set([...Object.keys(under), ...Object.keys(upper)]);
  return Object.fromEntries([...keys].map(key => [key, over(under[key], upper[key])]));
}

function tell(path, value) {
  if (value && typeof value === 'object' && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) tell(path ? path + '.' + key : key, inner);
  else if (value !== undefined) console.log(path + '\t' + JSON.stringify(value));
}

tell('', over(vegaConfig(), initConfig()));
