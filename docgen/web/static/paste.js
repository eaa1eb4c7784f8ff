/* Pasting: what comes from Word, LibreOffice, Google Docs or a page becomes notation; plain text stays as it is. */

import { BODY, change, placeOf, say } from "./bodyarea.js";
import { cellOf, isRich, pasteBlocks } from "./bodypaste.js";
import { tableAt } from "./tablegrid.js";
import { readHtml } from "./wordhtml.js";

// What may not enter a paper (docgen.vietnamese.text): controls, half characters, noncharacters.
const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|\p{Cs}/gu;

/**
 * Let the fields of a form take what is pasted.
 * @param {HTMLFormElement} form
 */
export function attach(form) {
  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (event.defaultPrevented || !event.clipboardData) return;
    if (field.matches("input[type='text'], textarea:not([data-body])")) pasteLine(event, field);
    else if (field.matches(BODY)) pasteBody(event, field);
  });
}

/**
 * Plain text as a paper can hold it: NFC, line ends LF, no control signs.
 * @returns {{text: string, removed: number}}
 */
export function cleaned(text) {
  const lines = text.replace(/\r\n?|[\u2028\u2029\x0b]/g, "\n");
  return { text: lines.replace(FORBIDDEN, "").normalize("NFC"), removed: (lines.match(FORBIDDEN) ?? []).length };
}

const removedSaid = (removed) => (removed ? `Đã bỏ ${removed} ký tự điều khiển không in được.` : "");

function pasteLine(event, field) {
  const given = event.clipboardData.getData("text/plain");
  if (!given) return;
  let { text, removed } = cleaned(given);
  const lines = text.split("\n").filter((line) => line.trim());
  // Several lines in a list are several rows: whoever keeps the rows sees to them.
  if (field.matches("textarea") && lines.length > 1) return;
  if (field.matches("input") || lines.length <= 1) text = lines.map((line) => line.trim()).join(" ");
  if (text === given) return;
  event.preventDefault();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  const status = document.getElementById("vua-lam");
  if (removed && status) status.textContent = removedSaid(removed);
}

function pasteBody(event, area) {
  const html = event.clipboardData.getData("text/html");
  const plain = cleaned(event.clipboardData.getData("text/plain"));
  const pasted = html ? readHtml(html) : null;
  const place = placeOf(area);
  if (pasted && isRich(pasted, plain.text)) {
    event.preventDefault();
    pasteRich(area, place, pasted, plain);
  } else if (tableAt(place.text, place.start) || plain.text !== event.clipboardData.getData("text/plain")) {
    event.preventDefault();
    pastePlain(area, place, plain);
  }
}

function pastePlain(area, place, { text, removed }) {
  const inCell = tableAt(place.text, place.start);
  const words = inCell ? text.trim().replace(/\|/g, "\\|").replace(/\s*\n\s*/g, "<br>") : text;
  const end = place.start + words.length;
  change(area, { ...place, text: place.text.slice(0, place.start) + words + place.text.slice(place.end), start: end, end });
  if (removed) say(area, removedSaid(removed));
}

function pasteRich(area, place, pasted, plain) {
  if (!pasted.blocks.length) return say(area, `Trong phần vừa dán không có chữ. ${droppedSaid(pasted.dropped)}`);
  if (tableAt(place.text, place.start)) {
    const words = cellOf(pasted);
    const end = place.start + words.length;
    change(area, { ...place, text: place.text.slice(0, place.start) + words + place.text.slice(place.end), start: end, end });
  } else change(area, pasteBlocks(place, pasted));
  const put = area.value;
  say(area, summary(pasted), {
    name: "Dán lại thành chữ thường",
    act: () => {
      area.focus();
      if (area.value !== put) return say(area, "Nội dung đã được sửa tiếp nên không dán lại được.");
      area.setSelectionRange(place.start, place.end);
      pastePlain(area, place, plain);
      say(area, "Đã dán lại thành chữ thường.");
    },
  });
}

/** A sentence on what was pasted and what was left out. */
export function summary({ blocks, notes, source, dropped }) {
  const items = blocks.filter((block) => block.label).length;
  const tables = blocks.filter((block) => block.table).length;
  const words = blocks.length - items - tables;
  const counts = [[items, "dòng có số hoặc gạch đầu dòng"], [words, "đoạn"], [tables, "bảng"], [notes.size, "chú thích"]];
  const kept = counts.filter(([n]) => n).map(([n, name]) => `${n} ${name}`);
  return `Đã dán từ ${source}: ${kept.join(", ")}. ${droppedSaid(dropped)}`.trim();
}

function droppedSaid({ pictures, deleted, comments, merged }) {
  const left = [[pictures, "hình"], [deleted, "chỗ đã xóa trong chế độ theo dõi sửa"], [comments, "nhận xét"]];
  const out = left.filter(([n]) => n).map(([n, name]) => `${n} ${name}`);
  const told = out.length ? [`Đã bỏ ${out.join(", ")}.`] : [];
  if (merged) told.push(`${merged} ô gộp được tách ra; xin xem lại bảng.`);
  return told.join(" ");
}
