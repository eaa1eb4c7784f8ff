/* A pasted table → rows of cells of one length: merged cells are spread, widths and alignment are kept. */

import { styleOf } from "./wordlooks.js";

const MOST_CELLS = 20_000;
const WIDEST = 24;

/**
 * @param {HTMLTableElement} element
 * @param {(cell: Element) => object[]} read the words of a cell
 * @param {Map} sheet the rules of the page
 * @returns {{header: object[][][], rows: object[][][], columns: number, aligns: string[], widths: number[],
 *   merged: number}} widths: relative, [] when unknown or alike; merged: how many cells were spread
 */
export function readTable(element, read, sheet) {
  const rows = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element);
  const grid = [];
  let merged = 0;
  rows.forEach((row, y) => {
    const line = (grid[y] ??= []);
    let x = 0;
    for (const cell of row.children) {
      if (!/^T[DH]$/.test(cell.tagName)) continue;
      while (line[x]) x += 1;
      const wide = span(cell, "colspan", MOST_CELLS / Math.max(1, rows.length));
      const high = Math.min(span(cell, "rowspan", rows.length), rows.length - y);
      if (wide * high > 1) merged += 1;
      for (let dy = 0; dy < high; dy += 1) {
        for (let dx = 0; dx < wide; dx += 1) (grid[y + dy] ??= [])[x + dx] = dy || dx ? { parts: [] } : { parts: read(cell), cell, wide };
      }
      x += wide;
    }
  });
  const kept = grid.map((line) => Array.from(line, (cell) => cell ?? { parts: [] })).filter((line) => line.length);
  const columns = Math.max(0, ...kept.map((line) => line.length));
  for (const line of kept) while (line.length < columns) line.push({ parts: [] });
  const header = headerRows(kept);
  const words = (line, bare) => line.map((cell) => (bare ? cell.parts.map((part) => ({ ...part, bold: false })) : cell.parts));
  return {
    header: kept.slice(0, header).map((line) => words(line, true)),
    rows: kept.slice(header).map((line) => words(line, false)),
    columns,
    aligns: alignsOf(kept.slice(header), columns, sheet),
    widths: widthsOf(kept, columns, sheet),
    merged,
  };
}

const span = (cell, name, most) => Math.max(1, Math.min(Number.parseInt(cell.getAttribute(name), 10) || 1, Math.floor(most) || 1));
const isBold = (cell) => cell.parts.every((part) => part.bold || !part.text?.trim());
const hasWords = (line) => line.some((cell) => cell.parts.length);

/** How many rows are header rows: said so, or else a first row all bold above others that are not. */
function headerRows(grid) {
  let said = 0;
  while (said < grid.length && grid[said].some((each) => each.cell) && grid[said].every(({ cell }) => !cell || cell.tagName === "TH" || cell.closest("thead"))) said += 1;
  if (said && said < grid.length) return said;
  const first = grid.length > 1 && hasWords(grid[0]) && grid[0].every(isBold);
  return first && grid.slice(1).some((line) => !line.every(isBold)) ? 1 : 0;
}

function alignsOf(grid, columns, sheet) {
  return Array.from({ length: columns }, (_, x) => {
    const found = new Set(grid.map((line) => line[x]).filter(({ cell, parts }) => cell && parts.length).map(({ cell }) => alignOf(cell, sheet)));
    const [only] = found;
    return found.size === 1 && ["center", "right"].includes(only) ? only : "";
  });
}

function alignOf(cell, sheet) {
  const said = (element) => styleOf(element, {}, sheet).style["text-align"] ?? element.getAttribute("align")?.toLowerCase();
  const inner = cell.querySelector("p, div");
  return (inner && said(inner)) || said(cell) || "";
}

function widthsOf(grid, columns, sheet) {
  const line = grid.find((each) => each.every(({ cell, wide }) => cell && wide === 1));
  if (!line) return [];
  const sizes = line.map(({ cell }) => sizeOf(cell, sheet));
  if (sizes.some((size) => !size)) return [];
  const least = Math.min(...sizes);
  const widths = sizes.map((size) => Math.min(WIDEST, Math.max(1, Math.round((2 * size) / least))));
  const alike = Math.max(...sizes) / least < 1.15;
  const divisor = widths.reduce(gcd, 0);
  return alike || widths.length !== columns ? [] : widths.map((width) => width / divisor);
}

const gcd = (a, b) => (b ? gcd(b, a % b) : a);

function sizeOf(cell, sheet) {
  const styled = Number.parseFloat(styleOf(cell, {}, sheet).style.width);
  return styled > 0 ? styled : Number.parseFloat(cell.getAttribute("width")) || 0;
}
