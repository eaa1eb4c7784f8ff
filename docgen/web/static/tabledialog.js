/* The parts of the table editor's dialog. */

const ROWS = [["them-hang", "+ Hàng"], ["xoa-hang", "Xóa hàng"], ["hang-len", "Hàng lên"], ["hang-xuong", "Hàng xuống"]];
const COLUMNS = [["them-cot", "+ Cột"], ["xoa-cot", "Xóa cột"], ["cot-trai", "Cột sang trái"], ["cot-phai", "Cột sang phải"]];
const ALIGNS = [["", "Tự động"], ["left", "Trái"], ["center", "Giữa"], ["right", "Phải"]];
const UNITS = [["0", "đồng"], ["3", "nghìn đồng"], ["6", "triệu đồng"], ["9", "tỷ đồng"]];
const HELP =
  "Mũi tên, Tab, Enter: sang ô khác. Shift+Enter: xuống dòng trong ô. Dán được cả khối ô từ Excel hoặc Word.";

function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const button = ([what, name]) => made("button", { type: "button", "data-do": what }, name);
const group = (name, ...children) => made("div", { class: "table-tools", role: "group", "aria-label": name }, ...children);
const labelled = (name, field) => made("label", {}, `${name} `, field);
const select = (options) => made("select", {}, ...options.map(([value, text]) => made("option", { value }, text)));

/**
 * Make a dialog; the caller puts it on the page.
 * @param {string} title
 * @returns {{dialog: HTMLDialogElement, table: HTMLTableElement, here: HTMLElement, align: HTMLSelectElement,
 *   width: HTMLInputElement, header: HTMLInputElement, unit: HTMLSelectElement, words: HTMLInputElement, said: HTMLElement}}
 */
export function build(title) {
  const table = made("table", {}, made("caption", { class: "unseen" }, "Các ô của bảng"));
  const here = made("strong");
  const align = select(ALIGNS);
  const width = made("input", { type: "number", min: "1", max: "24", step: "1" });
  const header = made("input", { type: "number", min: "0", step: "1" });
  const unit = select(UNITS);
  const words = made("input", { type: "text" });
  const said = made("p", { class: "said", role: "status" });
  const dialog = made(
    "dialog",
    { class: "table-editor", "aria-labelledby": "bang-ten", "aria-describedby": "bang-giup" },
    made("h2", { id: "bang-ten" }, title),
    made("p", { class: "hint", id: "bang-giup" }, HELP),
    group("Hàng", ...ROWS.map(button)),
    group("Cột", ...COLUMNS.map(button)),
    made("div", { class: "table-cells" }, table),
    made("div", { class: "table-column" }, here, labelled("Căn chữ của cột", align), labelled("Độ rộng cột (tỷ lệ)", width), labelled("Số hàng tiêu đề", header)),
    group("Tổng", button(["tong", "Cộng cột này"]), labelled("Số liệu tính bằng", unit), button(["bang-chu", "Ghi tổng bằng chữ"])),
    made("div", { class: "table-words" }, labelled("Dòng dưới bảng", words)),
    said,
    made("div", { class: "table-end" }, made("button", { type: "button", class: "main", "data-do": "xong" }, "Đưa vào bài"), button(["bo", "Bỏ, không thay đổi"])),
  );
  return { dialog, table, here, align, width, header, unit, words, said };
}
