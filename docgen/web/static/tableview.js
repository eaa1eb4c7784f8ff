/* The cells of the table editor: one area a cell, walked by arrows, Tab and Enter. */

import { shownCell } from "./tablegrid.js";

/**
 * Draw a grid.
 * @param {HTMLTableElement} table where it stands
 * @param {import("./tablegrid.js").Grid} grid
 */
export function draw(table, grid) {
  const head = document.createElement("thead");
  const top = head.insertRow();
  top.append(cornerCell());
  grid.rows[0].forEach((_, x) => top.append(headCell("col", `Cột ${x + 1}`)));
  const body = document.createElement("tbody");
  grid.rows.forEach((row, y) => {
    const line = body.insertRow();
    line.classList.toggle("is-header", y < grid.header);
    line.append(headCell("row", String(y + 1)));
    row.forEach((raw, x) => line.insertCell().append(cellArea(grid, y, x, raw)));
  });
  table.tHead?.remove();
  table.replaceChildren(...(table.caption ? [table.caption] : []), head, body);
}

function cornerCell() {
  const cell = document.createElement("td");
  cell.className = "corner";
  return cell;
}

function headCell(scope, text) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

function cellArea(grid, y, x, raw) {
  const area = document.createElement("textarea");
  area.rows = 1;
  area.value = shownCell(raw);
  area.dataset.y = y;
  area.dataset.x = x;
  if (grid.aligns[x]) area.dataset.align = grid.aligns[x];
  const title = grid.header && y >= grid.header ? shownCell(grid.rows[grid.header - 1][x]).replace(/[*\n]+/g, " ").trim() : "";
  area.setAttribute("aria-label", `Hàng ${y + 1}, cột ${x + 1}${title ? `: ${title}` : ""}`);
  return area;
}

/** The area of a cell, the nearest one there is. */
export function cellAt(table, y, x) {
  const rows = table.tBodies[0].rows;
  const row = rows[Math.max(0, Math.min(y, rows.length - 1))];
  return row.querySelectorAll("textarea")[Math.max(0, Math.min(x, row.cells.length - 2))];
}

export const placeIn = (area) => ({ y: Number(area.dataset.y), x: Number(area.dataset.x) });

/**
 * Where a key leads from a cell.
 * @returns {{y: number, x: number}|null} null when the key belongs to the cell itself
 */
export function step(event, area, columns) {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const { y, x } = placeIn(area);
  const { value, selectionStart: start, selectionEnd: end } = area;
  if (event.key === "Enter") return { y: y + 1, x };
  // A cell that was walked into is chosen as a whole, and walked out of by the same keys.
  if (start !== end && end - start !== value.length) return null;
  if (event.key === "ArrowUp" && !value.slice(0, start).includes("\n")) return { y: y - 1, x };
  if (event.key === "ArrowDown" && !value.slice(end).includes("\n")) return { y: y + 1, x };
  if (event.key === "ArrowLeft" && start === 0) return x ? { y, x: x - 1 } : { y: y - 1, x: columns - 1 };
  if (event.key === "ArrowRight" && end === value.length) return x + 1 < columns ? { y, x: x + 1 } : { y: y + 1, x: 0 };
  return null;
}
