/* The buttons and keys of rows: they change rows, keep the focus, and say what was done. */

import { addRow, called, duplicateRow, firstInput, listOf, moveRow, ofParts, removeRow, rowCalled, rowOf, rowsOf } from "./rows.js";
import { say } from "./telling.js";

/**
 * Obey the buttons and keys of all rows of a form.
 * @param {HTMLFormElement} form
 * @param {() => void} undo takes the last step back
 */
export function attachRowButtons(form, undo) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !form.contains(button) || !listOf(button)) return;
    const row = rowOf(button);
    const done = row ? [...button.classList].find((name) => name in ON_ROW) : undefined;
    if (done) ON_ROW[done](row, button, undo);
    else if (button.classList.contains("add")) added(addRow(listOf(button)));
    else return;
    event.preventDefault();
  });
  form.addEventListener("keydown", (event) => {
    if (event.isComposing || event.target.tagName !== "TEXTAREA") return;
    const row = rowOf(event.target);
    if (row && !ofParts(row)) keyInLine(event, row);
  });
  form.addEventListener("paste", (event) => {
    const row = event.target.tagName === "TEXTAREA" ? rowOf(event.target) : null;
    if (row && !ofParts(row)) pasteLines(event, row);
  });
}

const ON_ROW = {
  up: (row, button) => moved(row, -1, button),
  down: (row, button) => moved(row, 1, button),
  copy: (row) => copied(row),
  remove: (row, _button, undo) => removed(row, undo),
};

function added(row) {
  firstInput(row).focus();
  say(`Đã thêm ${rowCalled(row)}.`);
}

function copied(row) {
  const from = rowCalled(row);
  const copy = duplicateRow(row);
  firstInput(copy).focus();
  say(`Đã nhân đôi ${from} thành ${rowCalled(copy)}.`);
}

function removed(row, undo) {
  const list = listOf(row);
  const at = rowsOf(list).indexOf(row);
  removeRow(row);
  const rows = rowsOf(list);
  const near = rows[at] ?? rows[at - 1];
  // A folded row keeps its fold: its heading takes the focus.
  const stand = near?.querySelector("details:not([open]) > summary") ?? (near ? firstInput(near) : list.querySelector(".add"));
  stand.focus();
  say(`Đã xóa ${called(list, at + 1)}.`, { text: "Hoàn tác", act: undo });
}

function moved(row, by, button) {
  const from = rowCalled(row);
  const list = listOf(row);
  if (!moveRow(row, rowsOf(list).indexOf(row) + by)) return;
  const atEnd = by < 0 ? !row.previousElementSibling : !row.nextElementSibling;
  const stand = button && atEnd ? row.querySelector(by < 0 ? ".down" : ".up") : button;
  (stand ?? firstInput(row)).focus();
  say(`Đã chuyển ${from} thành ${rowCalled(row)}.`);
}

// In a list of lines, Enter asks for the next one; Shift+Enter breaks the line.
function keyInLine(event, row) {
  const area = event.target;
  if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    added(addRow(listOf(row), {}, row));
  } else if (event.key === "Backspace" && area.value === "" && rowsOf(listOf(row)).length > 1) {
    const near = row.previousElementSibling ?? row.nextElementSibling;
    event.preventDefault();
    const gone = rowCalled(row);
    removeRow(row);
    firstInput(near).focus();
    say(`Đã xóa ${gone}.`);
  } else if (event.altKey && !event.shiftKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    moved(row, event.key === "ArrowUp" ? -1 : 1, null);
  }
}

/**
 * The lines of a pasted text, as rows: blank ones left out, the dash of a list taken off.
 * @param {string} text
 * @returns {string[]}
 */
export function pastedLines(text) {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\v]/)
    .map((line) => line.replace(/^[\s\u00a0]*[-–—•·+*\uf02d\uf0b7](?=[\s\u00a0])/, "").trim())
    .filter((line) => line !== "");
}

function pasteLines(event, row) {
  const lines = pastedLines(event.clipboardData?.getData("text/plain") ?? "");
  if (lines.length < 2) return;
  event.preventDefault();
  const area = event.target;
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  area.value = before + lines[0];
  area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  let last = row;
  for (const line of lines.slice(1)) last = addRow(listOf(row), { "": line }, last);
  const end = firstInput(last);
  end.value += after;
  end.focus();
  end.setSelectionRange(end.value.length - after.length, end.value.length - after.length);
  say(`Đã dán ${lines.length} dòng, mỗi dòng thành một ô.`);
}
