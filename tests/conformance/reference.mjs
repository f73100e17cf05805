// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws specifications with the reference implementation and writes what it drew as a flat list of items, with boxes
// relative to the frame. Strokes are left out of the boxes, and texts are as wide as the program under test says.
// Arguments: pipe to ask for widths, pipe with the answers, a file with one JSON list [specification, result] a line.
import fs from 'node:fs';
import * as vega from 'vega';
import * as lite from 'vega-lite';
import {color as parseColor} from 'd3-color';
import * as texts from './node_modules/vega-scenegraph/src/util/text.js';

const [askPath, answerPath, listPath] = process.argv.slice(2);
const ask = fs.openSync(askPath, 'w');
const answer = fs.openSync(answerPath, 'r');
const weights = {normal: 400, bold: 700, lighter: 100, bolder: 700};
const widths = new Map();

function readLine() {
  const buffer = Buffer.alloc(256);
  let text = '';
  while (!text.endsWith('\n')) text += buffer.toString('utf8', 0, fs.readSync(answer, buffer, 0, 256, null));
  return text;
}

let cutting = false;

// Vega cuts texts at their limit while it measures them; a measurer of one's own has to do the same.
function width(item, text) {
  if (item.limit > 0 && !cutting) {
    cutting = true;
    text = texts.textValue(item, text);
    cutting = false;
  }
  const weight = weights[item.fontWeight ?? 'normal'] ?? +item.fontWeight;
  // While a text is cut, the blank at the end of a piece counts, as it does on a canvas.
  const whole = cutting ? text : texts.textValue({...item, limit: 0}, text);
  const line = String(whole).replace(/[\n\t]/g, ' ');
  const figures = /^(axis|legend)-label$/.test(item.mark?.role) && /\d/.test(line);
  const look = (item.fontStyle === 'italic' ? 1 : 0) + (figures ? 2 : 0);
  const family = (item.font || 'sans-serif').replace(/[\n\t]/g, ' ');
  const request = [texts.fontSize(item), weight || 400, look, family, line].join('\t');
  if (!widths.has(request)) {
    fs.writeSync(ask, request + '\n');
    widths.set(request, parseFloat(readLine()));
  }
  return widths.get(request);
}
vega.textMetrics.width = texts.textMetrics.width = width;

function paint(value) {
  if (value == null || value === 'none' || value === '') return null;
  // Colours that expressions make are objects, too.
  if (typeof value === 'object' && !value.gradient) value = String(value);
  if (typeof value === 'object') return {color: value.gradient, alpha: 1, stops: stops(value)};
  const parsed = parseColor(value);
  return parsed && {color: parsed.formatHex(), alpha: parsed.opacity};
}

function stops(gradient) {
  return gradient.stops.map(({offset, color}) => {
    const parsed = parseColor(color);
    return [offset, parsed.formatHex(), parsed.opacity];
  });
}

function faded(item, name) {
  const found = paint(item[name]);
  if (name === 'stroke' && item.strokeWidth === 0) return null;
  if (found) found.alpha *= Math.min(item.opacity ?? 1, 1) * Math.min(item[name + 'Opacity'] ?? 1, 1);
  return found && found.alpha > 0 ? found : null;
}

function lines(item) {
  const value = texts.textLines(item);
  cutting = true;
  const shown = (Array.isArray(value) ? value : [value])
    .map(line => String(texts.textValue(item, line)).replace(/\n/g, ' ')).join('\n');
  cutting = false;
  return shown;
}

function box(item, type, x, y) {
  const stroke = item.stroke;
  item.stroke = null;
  const bounds = vega.Marks[type].bound(new vega.Bounds(), vega.Marks[type].nested ? item.mark : item);
  item.stroke = stroke;
  return [bounds.x1 + x, bounds.y1 + y, bounds.x2 + x, bounds.y2 + y];
}

function shows(item, type) {
  if (type === 'text' && (item.text == null || item.text.length === 0 || item.fontSize <= 0)) return false;
  return faded(item, 'fill') != null || (faded(item, 'stroke') != null && item.strokeWidth !== 0);
}

// What of a text's or line's looks no box and no colour tells.
function looks(mark, item) {
  const dash = (item.strokeDash ?? []).map(Number);
  const out = {dash: faded(item, 'stroke') && dash.some(part => part > 0) ? dash : null};
  if (mark.marktype !== 'text') return out;
  const weight = weights[item.fontWeight ?? 'normal'] ?? +item.fontWeight;
  return {...out, font: `${item.font ?? 'sans-serif'} ${+(+texts.fontSize(item)).toFixed(2)} ${weight || 400} ${item.fontStyle || 'normal'}`};
}

function leaf(mark, item, x, y) {
  const named = mark.aria !== false && item.aria !== false && item.description != null;
  return {
    role: mark.role,
    type: mark.marktype,
    desc: named ? item.ariaRoleDescription ?? `${mark.marktype} mark` : null,
    label: named ? String(item.description) : null,
    href: item.href ?? null,
    text: mark.marktype === 'text' ? lines(item) : null,
    box: box(item, mark.marktype, x, y),
    fill: faded(item, 'fill'),
    stroke: faded(item, 'stroke'),
    strokeWidth: item.strokeWidth ?? 1,
    looks: looks(mark, item),
  };
}

function frame(mark, item, x, y) {
  const [left, top] = [x + (item.x ?? 0), y + (item.y ?? 0)];
  return {
    role: mark.role, type: 'group', desc: null, label: null, href: null, text: null,
    box: [left, top, left + (item.width ?? 0), top + (item.height ?? 0)],
    fill: faded(item, 'fill'), stroke: faded(item, 'stroke'), strokeWidth: item.strokeWidth ?? 1,
  };
}

// From the lowest to the uppermost.
function painted(marks) {
  return [...marks].sort((a, b) => (a.zindex ?? 0) - (b.zindex ?? 0));
}

function walk(mark, x, y, out) {
  if (mark.marktype === 'group') {
    for (const item of mark.items) {
      if (item.opacity === 0) continue;
      if (mark.role === 'frame' || shows(item, 'group')) out.push(frame(mark, item, x, y));
      for (const child of painted(item.items)) walk(child, x + (item.x ?? 0), y + (item.y ?? 0), out);
    }
    return;
  }
  const items = vega.Marks[mark.marktype].nested ? mark.items.slice(0, 1) : mark.items;
  for (const item of items) {
    const drawn = shows(item, mark.marktype) ? leaf(mark, item, x, y) : null;
    // What lies at a place that is no number is nowhere.
    if (drawn?.box.every(Number.isFinite)) out.push(drawn);
  }
}

// Line feeds are blanks where they break no line.
const entities = {'&#xA;': ' ', '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>', '&#39;': "'"};

// What screen readers are told of axes, legends and titles stands in the picture only.
function guides(svg) {
  const pattern = /class="mark-\w+ role-(axis|legend|title-text|title-subtitle)[^"]*"[^>]*?aria-label="([^"]*)"/g;
  return [...svg.matchAll(pattern)].map(([, role, label]) =>
    ({role: `${role}-caption`, label: label.replace(/&[^;]+;/g, name => entities[name] ?? name)}));
}

async function draw(path) {
  const warnings = [];
  const note = (...message) => { warnings.push(message.join(' ')); return logger; };
  const logger = {level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger};
  const spec = JSON.parse(fs.readFileSync(path, 'utf8'));
  const compiled = lite.compile(spec, {logger}).spec;
  const loader = vega.loader({baseURL: new URL('./node_modules/vega-datasets/', import.meta.url).pathname});
  const view = new vega.View(vega.parse(compiled), {renderer: 'none', loader, logger});
  await view.runAsync();
  // The picture is painted with the texts as they are cut.
  cutting = true;
  const svg = await view.toSVG();
  cutting = false;
  const [, pictureWidth, pictureHeight] = svg.match(/width="([\d.]+)" height="([\d.]+)"/);
  const items = [];
  walk(view.scenegraph().root, 0, 0, items);
  items.push(...guides(svg));
  return {width: +pictureWidth, height: +pictureHeight, items, warnings, compiled, svg};
}

for (const line of fs.readFileSync(listPath, 'utf8').split('\n').filter(Boolean)) {
  const [spec, target] = JSON.parse(line);
  let result;
  try {
    result = await draw(spec);
  } catch (problem) {
    result = {error: String(problem?.message ?? problem)};
  }
  fs.writeFileSync(target + '.part', JSON.stringify(result));
  fs.renameSync(target + '.part', target);
}
