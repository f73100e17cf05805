// SPDX-License-Identifier: GPL-3.0-or-later
// Curves of the npm package d3-shape 3.2.0 as path data: node plot-curves.mjs > plot-curves.h
import * as shape from 'd3-shape';

const points = [[0, 0], [10, 5], [20, -3], [30, 8], [45, 2], [50, 2]];
const curves = {
  linear: shape.curveLinear, 'linear-closed': shape.curveLinearClosed, step: shape.curveStep,
  'step-before': shape.curveStepBefore, 'step-after': shape.curveStepAfter, basis: shape.curveBasis,
  'basis-open': shape.curveBasisOpen, 'basis-closed': shape.curveBasisClosed, bundle: shape.curveBundle.beta(0.85),
  cardinal: shape.curveCardinal.tension(0), 'cardinal-open': shape.curveCardinalOpen.tension(0),
  'cardinal-closed': shape.curveCardinalClosed.tension(0), 'catmull-rom': shape.curveCatmullRom.alpha(0.5),
  monotone: shape.curveMonotoneX, natural: shape.curveNatural,
};
/* Points along the curve, a few of every piece: steps may be written with or without a point in the middle. */
const sample = path => {
  const out = []; let x = 0, y = 0, first = null;
  for (const [, letter, rest] of path.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const n = rest.split(',').filter(s => s).map(Number);
    if (letter === 'Z') { [x, y] = first; continue; }
    if (letter === 'C') for (const t of [0.25, 0.5, 0.75]) {
      const u = 1 - t, b = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3];
      out.push([0, 1].map(k => b[0] * [x, y][k] + b[1] * n[k] + b[2] * n[2 + k] + b[3] * n[4 + k]));
    }
    [x, y] = n.slice(-2); if (letter === 'M') first = [x, y]; out.push([x, y]);
  }
  return out;
};
const number = v => (+v.toFixed(6)).toString();
console.log(`/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves by the npm package d3-shape 3.2.0: places on each, from point to point. Printed by the script of the same name.
 */
static const double curve_points[] = {${points.flat().join(', ')}};
typedef struct {
    const char *name;
    unsigned count;
    double places[80];
} CurveOracle;
static const CurveOracle curve_oracle[] = {`);
for (const [name, curve] of Object.entries(curves)) {
  const places = sample(shape.line().digits(12).curve(curve)(points)).flat();
  console.log(`    {"${name}", ${places.length / 2}, {${places.map(number).join(', ')}}},`);
}
console.log('};');
