/* Changes of a grid (see tablegrid.js): each gives a new grid and leaves the old one as it is. */

import { isTotalRow, sumOf } from "./tablesum.js";
import { typedCell } from "./tablegrid.js";

const copy = (grid) => ({ ...grid, rows: grid.rows.map((row) => [...row]), aligns: [...grid.aligns], widths: [...grid.widths] });
const columns = (grid) => grid.rows[0].length;

export function addRow(grid, after) {
  const next = copy(grid);
  next.rows.splice(after + 1, 0, Array(columns(grid)).fill(""));
  if (after + 1 < grid.header) next.header += 1;
  return next;
}

export function removeRow(grid, at) {
  if (grid.rows.length === 1) return grid;
  const next = copy(grid);
  next.rows.splice(at, 1);
  if (at < grid.header) next.header -= 1;
  return next;
}

export function moveRow(grid, at, by) {
  if (!grid.rows[at + by]) return grid;
  const next = copy(grid);
  next.rows.splice(at + by, 0, ...next.rows.splice(at, 1));
  return next;
}

export function addColumn(grid, after) {
  const next = copy(grid);
  for (const row of next.rows) row.splice(after + 1, 0, "");
  next.aligns.splice(after + 1, 0, "");
  if (next.widths.length) next.widths.splice(after + 1, 0, grid.widths[after]);
  return next;
}

export function removeColumn(grid, at) {
  if (columns(grid) === 1) return grid;
  const next = copy(grid);
  for (const list of [...next.rows, next.aligns]) list.splice(at, 1);
  if (next.widths.length) next.widths.splice(at, 1);
  return next;
}

export function moveColumn(grid, at, by) {
  if (at + by < 0 || at + by >= columns(grid)) return grid;
  const next = copy(grid);
  for (const list of [...next.rows, next.aligns, ...(next.widths.length ? [next.widths] : [])]) {
    list.splice(at + by, 0, ...list.splice(at, 1));
  }
  return next;
}

export function setAlign(grid, at, align) {
  const next = copy(grid);
  next.aligns[at] = align;
  return next;
}

export function setWidth(grid, at, width) {
  const next = copy(grid);
  if (!next.widths.length) next.widths = Array(columns(grid)).fill(1);
  next.widths[at] = width;
  if (new Set(next.widths).size === 1) next.widths = [];
  return next;
}

export const setHeader = (grid, header) => ({ ...copy(grid), header: Math.max(0, Math.min(header, grid.rows.length)) });

export function setCell(grid, y, x, shown) {
  const next = copy(grid);
  next.rows[y][x] = typedCell(shown);
  return next;
}

/** A block of raw cells laid over the grid from a cell on; the grid grows where it must. */
export function fill(grid, y, x, block) {
  let next = copy(grid);
  const wide = x + Math.max(...block.map((row) => row.length));
  while (columns(next) < wide) next = addColumn(next, columns(next) - 1);
  while (next.rows.length < y + block.length) next = addRow(next, next.rows.length - 1);
  block.forEach((row, dy) => row.forEach((raw, dx) => (next.rows[y + dy][x + dx] = raw)));
  return next;
}

/**
 * The sum of a column in the last row, which is added when the last one is no total.
 * @returns {{grid: object, sum: string, counted: number, refused: number[]}} refused: rows whose cells are no numbers
 */
export function total(grid, x) {
  let next = copy(grid);
  const has = next.rows.length > next.header + 1 && isTotalRow(next.rows.at(-1));
  const body = next.rows.slice(next.header, has ? -1 : undefined);
  const found = sumOf(body.map((row) => row[x]));
  const refused = found.refused.map((at) => at + next.header);
  if (!found.sum) return { grid, ...found, refused };
  if (!has) {
    next = addRow(next, next.rows.length - 1);
    const words = columns(next) > 2 && x !== 1 && /^(?:tt|stt|số tt)/i.test(next.rows[0][0]) ? 1 : 0;
    next.rows.at(-1)[words === x ? (x ? 0 : columns(next) - 1) : words] = columns(next) > 1 ? "**Tổng cộng**" : "";
  }
  next.rows.at(-1)[x] = `**${found.sum}**`;
  return { grid: next, ...found, refused };
}
