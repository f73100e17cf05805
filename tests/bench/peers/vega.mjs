// SPDX-License-Identifier: GPL-3.0-or-later
//
// Vega-Lite specifications to SVG with vega and vega-lite, in one process: vega.mjs FOLDER SPEC… writes into FOLDER. Runs where
// node finds both packages; data are read from beside each specification.
import fs from 'node:fs';
import path from 'node:path';
import * as vega from 'vega';
import * as lite from 'vega-lite';

const [folder, ...files] = process.argv.slice(2);
const logger = {level: () => logger, error: () => logger, warn: () => logger, info: () => logger, debug: () => logger};

async function draw(file) {
  const spec = JSON.parse(fs.readFileSync(file, 'utf8'));
  const loader = vega.loader({baseURL: path.dirname(path.resolve(file)) + '/'});
  const view = new vega.View(vega.parse(lite.compile(spec, {logger}).spec), {renderer: 'none', loader, logger});
  fs.writeFileSync(path.join(folder, path.basename(file) + '.svg'), await view.toSVG());
  view.finalize();
}

for (const file of files) await draw(file);
