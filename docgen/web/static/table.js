/* The table editor: a dialog over the form. It takes the table at the caret, or makes a new one, and puts the pipes
   back into the body as one step. */

import { change, placeOf, say } from "./bodyarea.js";
import { cellOf } from "./bodypaste.js";
import { TABLE_WANTED } from "./notation.js";
import {
  addColumn, addRow, fill, moveColumn, moveRow, removeColumn, removeRow, setAlign, setCell, setHeader, setWidth, total,
} from "./tablechanges.js";
import { build } from "./tabledialog.js";
import { placeTable, tableWithWords } from "./tableplace.js";
import { emptyGrid, gridLines, readGrid, readTsv, shownCell, typedCell } from "./tablegrid.js";
import { shifted, unitOf } from "./tablesum.js";
import { cellAt, draw, placeIn, step } from "./tableview.js";
import { readHtml } from "./wordhtml.js";

const NEW_ROWS = 3;
const NEW_COLUMNS = 3;
const AWAY = "Chưa đổi được số ra chữ: không liên lạc được với docgen. Xin thử lại sau giây lát.";

/**
 * Let the body areas of a form open the editor.
 * @param {HTMLFormElement} form
 */
export function attach(form) {
  form.addEventListener(TABLE_WANTED, (event) => new Editor(event.target).open());
}

class Editor {
  at = { y: 0, x: 0 };
  warned = false;

  constructor(area) {
    this.area = area;
    this.place = placeOf(area);
    this.found = tableWithWords(this.place.text, this.place.start);
    this.grid = this.found ? readGrid(this.found.lines) : emptyGrid(NEW_ROWS, NEW_COLUMNS);
    this.began = JSON.stringify(this.grid);
    this.parts = build(this.found ? "Sửa bảng" : "Bảng mới");
    this.parts.words.value = this.found?.words ?? "";
    this.parts.unit.value = String(unitOf(this.found ? `${this.grid.rows.slice(0, this.grid.header).flat().join(" ")} ${this.found.above}` : ""));
  }

  open() {
    const { dialog, table } = this.parts;
    dialog.addEventListener("click", (event) => this.#pressed(event.target.closest("button[data-do]")?.dataset.do));
    dialog.addEventListener("change", (event) => this.#chosen(event.target));
    dialog.addEventListener("cancel", (event) => this.#leave(event));
    dialog.addEventListener("close", () => {
      dialog.remove();
      this.area.focus();
    });
    table.addEventListener("input", (event) => {
      const { y, x } = placeIn(event.target);
      this.grid = setCell(this.grid, y, x, event.target.value);
    });
    table.addEventListener("focusin", (event) => event.target.matches("textarea") && this.#stand(placeIn(event.target)));
    table.addEventListener("keydown", (event) => this.#key(event));
    table.addEventListener("paste", (event) => this.#paste(event));
    document.body.append(dialog);
    this.#show();
    dialog.showModal();
    cellAt(table, 0, 0).focus();
  }

  #show() {
    draw(this.parts.table, this.grid);
    this.parts.header.value = String(this.grid.header);
    this.parts.header.max = String(this.grid.rows.length);
    this.#stand(this.at);
  }

  #stand({ y, x }) {
    this.at = { y: Math.min(y, this.grid.rows.length - 1), x: Math.min(x, this.grid.rows[0].length - 1) };
    this.parts.here.textContent = `Hàng ${this.at.y + 1}, cột ${this.at.x + 1}`;
    this.parts.align.value = this.grid.aligns[this.at.x];
    this.parts.width.value = String(this.grid.widths[this.at.x] ?? 1);
  }

  #change(grid, at, said, focus = true) {
    this.grid = grid;
    this.at = at;
    this.#show();
    if (focus) cellAt(this.parts.table, this.at.y, this.at.x).focus();
    this.#say(said);
  }

  #say(text) {
    this.parts.said.textContent = text;
  }

  #pressed(what) {
    const { y, x } = this.at;
    const { grid } = this;
    const does = {
      "them-hang": () => this.#change(addRow(grid, y), { y: y + 1, x }, `Đã thêm hàng ${y + 2}.`),
      "xoa-hang": () => this.#same(removeRow(grid, y), this.at, `Đã xóa hàng ${y + 1}.`, "Bảng phải còn ít nhất một hàng."),
      "hang-len": () => this.#same(moveRow(grid, y, -1), { y: y - 1, x }, `Hàng ${y + 1} thành hàng ${y}.`, "Đã ở hàng đầu."),
      "hang-xuong": () => this.#same(moveRow(grid, y, 1), { y: y + 1, x }, `Hàng ${y + 1} thành hàng ${y + 2}.`, "Đã ở hàng cuối."),
      "them-cot": () => this.#change(addColumn(grid, x), { y, x: x + 1 }, `Đã thêm cột ${x + 2}.`),
      "xoa-cot": () => this.#same(removeColumn(grid, x), this.at, `Đã xóa cột ${x + 1}.`, "Bảng phải còn ít nhất một cột."),
      "cot-trai": () => this.#same(moveColumn(grid, x, -1), { y, x: x - 1 }, `Cột ${x + 1} thành cột ${x}.`, "Đã ở cột đầu."),
      "cot-phai": () => this.#same(moveColumn(grid, x, 1), { y, x: x + 1 }, `Cột ${x + 1} thành cột ${x + 2}.`, "Đã ở cột cuối."),
      "tong": () => this.#total(),
      "bang-chu": () => this.#inWords(),
      "xong": () => this.#done(),
      "bo": () => this.parts.dialog.close(),
    };
    does[what]?.();
  }

  #same(grid, at, said, refused) {
    if (grid === this.grid) this.#say(refused);
    else this.#change(grid, { y: Math.max(0, at.y), x: Math.max(0, at.x) }, said, false);
  }

  #chosen(field) {
    const { align, width, header } = this.parts;
    const number = Math.round(Number(field.value));
    if (field === align) this.#change(setAlign(this.grid, this.at.x, align.value), this.at, "Đã căn lại cột.", false);
    if (field === width && number >= 1) this.#change(setWidth(this.grid, this.at.x, Math.min(number, 24)), this.at, "Đã đổi độ rộng cột.", false);
    if (field === header) this.#change(setHeader(this.grid, number || 0), this.at, `${this.grid.header} hàng tiêu đề.`, false);
  }

  #key(event) {
    if (!event.target.matches("textarea")) return;
    if (event.key !== "Escape") this.warned = false;
    const columns = this.grid.rows[0].length;
    const to = step(event, event.target, columns);
    if (!to || to.y < 0) return;
    if (to.y >= this.grid.rows.length) {
      if (event.key !== "Enter" || !this.grid.rows.at(-1).some(Boolean)) return event.key === "Enter" && event.preventDefault();
      this.#change(addRow(this.grid, to.y - 1), { y: to.y, x: to.x }, `Đã thêm hàng ${to.y + 1}.`);
    } else {
      const cell = cellAt(this.parts.table, to.y, to.x);
      cell.focus();
      cell.select();
    }
    event.preventDefault();
  }

  /** A block of cells lies over the grid; anything else is the cell's own text. */
  #paste(event) {
    const block = pastedBlock(event.clipboardData.getData("text/html"), event.clipboardData.getData("text/plain"));
    if (!block) return;
    event.preventDefault();
    const { y, x } = placeIn(event.target);
    const [high, wide] = [block.length, Math.max(...block.map((row) => row.length))];
    this.#change(fill(this.grid, y, x, block), { y, x }, `Đã dán ${high} hàng, ${wide} cột.`);
  }

  #total() {
    const { grid, sum, counted, refused } = total(this.grid, this.at.x);
    if (!sum) return this.#say(`Cột ${this.at.x + 1} chưa có số nào để cộng.`);
    const odd = refused.slice(0, 3).map((y) => `hàng ${y + 1} (“${shownCell(this.grid.rows[y][this.at.x]).slice(0, 20)}”)`);
    const left = refused.length ? ` Không cộng ${refused.length} ô không phải là số: ${odd.join(", ")}.` : "";
    this.#change(grid, { y: grid.rows.length - 1, x: this.at.x }, `Tổng của ${counted} số là ${sum}.${left}`, false);
  }

  async #inWords() {
    const { sum } = total(this.grid, this.at.x);
    if (!sum) return this.#say(`Cột ${this.at.x + 1} chưa có số nào để cộng.`);
    const { said, text } = await amountInWords(shifted(sum, Number(this.parts.unit.value)));
    if (text) this.parts.words.value = `Bằng chữ: ${text}.`;
    this.#say(said);
  }

  #leave(event) {
    if (!this.#isChanged() || this.warned) return;
    event.preventDefault();
    this.warned = true;
    this.#say("Bảng có thay đổi. Bấm Esc lần nữa để bỏ, hoặc bấm “Đưa vào bài”.");
  }

  #isChanged() {
    return JSON.stringify(this.grid) !== this.began || this.parts.words.value.trim() !== (this.found?.words ?? "");
  }

  #done() {
    const { area, place, found } = this;
    if (this.#isChanged() || !found) {
      change(area, placeTable(place, found, gridLines(this.grid), this.parts.words.value.trim()));
      say(area, `Đã đưa bảng ${this.grid.rows.length} hàng, ${this.grid.rows[0].length} cột vào bài.`);
    }
    this.parts.dialog.close();
  }
}

/** The raw cells of what was copied from a sheet or a table, or null when it is no block of cells. */
export function pastedBlock(html, plain) {
  const pasted = html ? readHtml(html) : null;
  const tables = pasted?.blocks.filter((block) => block.table) ?? [];
  if (tables.length === 1 && pasted.blocks.length === 1) {
    const { header, rows } = tables[0].table;
    return [...header, ...rows].map((row) => row.map((parts) => cellOf({ blocks: [{ parts }] })));
  }
  const rows = readTsv(plain);
  return plain.includes("\t") ? rows.map((row) => row.map(typedCell)) : null;
}

async function amountInWords(number) {
  try {
    const answer = await fetch(new URL("../doi/bang-chu", import.meta.url), {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": document.getElementById("csrf_token")?.value ?? "" },
      body: JSON.stringify({ so: number }),
      credentials: "same-origin",
    });
    const found = await answer.json();
    return answer.ok ? { text: found.chu, said: found.chu } : { text: "", said: found.why ?? AWAY };
  } catch {
    return { text: "", said: AWAY };
  }
}
