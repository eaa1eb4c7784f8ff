/* Rows of a list: added, removed, moved, copied. Nothing here takes the focus or says anything; every change is told
   to the form by a `docgen:changed` event, once it is done. */

import { blankRow, rowName, rowsOf } from "./state.js";

export { rowsOf };

/** @returns {HTMLElement|null} the list (`[data-rows]`) an element stands in */
export const listOf = (element) => element.closest("[data-rows]");

/** @returns {HTMLElement|null} the row an element stands in */
export const rowOf = (element) => element.closest(".row");

/** @returns {HTMLElement|null} the first input of a row */
export const firstInput = (row) => row.querySelector("input, textarea, select");

/** @returns {boolean} whether a row has several inputs */
export const ofParts = (row) => row.classList.contains("of-parts");

/** @returns {string} what a row is called in a sentence: `căn cứ 3` */
export const called = (list, number) => `${list.dataset.item.toLowerCase()} ${number}`;

/** @returns {string} what the row is called now */
export const rowCalled = (row) => called(listOf(row), rowsOf(listOf(row)).indexOf(row) + 1);

function freshKey(list) {
  const keys = rowsOf(list).map((row) => Number(row.dataset.row)).filter(Number.isInteger);
  const key = Math.max(0, Number(list.dataset.last ?? 0), ...keys) + 1;
  list.dataset.last = key; // a removed row may come back: its key is not given again
  return String(key);
}

const tell = (list, what) =>
  list.closest("form").dispatchEvent(new CustomEvent("docgen:changed", { bubbles: true, detail: { list, what } }));

/**
 * Add a row.
 * @param {HTMLElement} list
 * @param {Object<string, string|boolean>} [values] by name within the row; "" for the one input of a row that has one
 * @param {HTMLElement|null} [after] the row it follows; left out: the last one
 * @returns {HTMLElement} the new row
 */
export function addRow(list, values = {}, after = null) {
  const row = blankRow(list, freshKey(list));
  fillRow(row, values);
  if (after) after.after(row);
  else list.querySelector(":scope > .list").append(row);
  tell(list, "add");
  return row;
}

/** Set inputs of a row by their name within it; others stay. Tells nobody. */
export function fillRow(row, values) {
  for (const input of row.querySelectorAll("[name]")) {
    const within = rowName(input.name)?.within;
    if (within === undefined || !(within in values)) continue;
    if (input.type === "checkbox") input.checked = Boolean(values[within]);
    else input.value = values[within];
  }
}

/** @returns {Object<string, string|boolean>} the values of a row by name within it */
export function valuesOf(row) {
  const values = {};
  for (const input of row.querySelectorAll("[name]")) {
    const within = rowName(input.name)?.within;
    if (within !== undefined) values[within] = input.type === "checkbox" ? input.checked : input.value;
  }
  return values;
}

/** Take a row away. */
export function removeRow(row) {
  const list = listOf(row);
  row.remove();
  tell(list, "remove");
}

/**
 * Move a row.
 * @param {HTMLElement} row
 * @param {number} to its new index, from 0
 * @returns {boolean} whether it moved
 */
export function moveRow(row, to) {
  const list = listOf(row);
  const rows = rowsOf(list);
  const from = rows.indexOf(row);
  const at = Math.min(Math.max(to, 0), rows.length - 1);
  if (at === from) return false;
  if (at < from) rows[at].before(row);
  else rows[at].after(row);
  tell(list, "move");
  return true;
}

/** Copy a row, with all it holds, to the place after it. @returns {HTMLElement} the copy */
export function duplicateRow(row) {
  return addRow(listOf(row), valuesOf(row), row);
}
