/* What the page says: one line of what was done, notices, and the summary of what must be mended. */

import { unfold } from "./folding.js";

const status = () => document.getElementById("vua-lam");
const place = () => document.getElementById("thong-bao");

/**
 * Say one sentence in the line of the bar; who listens hears it.
 * @param {string} text
 * @param {{text: string, act: () => void}} [offer] a button after it
 */
export function say(text, offer) {
  const line = status();
  line.replaceChildren(text);
  if (!offer) return;
  const button = element("button", "undo", offer.text);
  button.type = "button";
  button.addEventListener("click", offer.act);
  line.append(" ", button);
}

/**
 * Show a notice above the form.
 * @param {string} text
 * @param {"well"|"told"|"trouble"} tone
 * @param {boolean} [stand] whether it takes the focus
 */
export function notice(text, tone, stand = false) {
  const box = element("div", `notice ${tone}`);
  box.setAttribute("role", tone === "trouble" ? "alert" : "status");
  box.tabIndex = -1;
  box.append(element("p", "", text));
  place().replaceChildren(box);
  if (stand) box.focus();
}

/** Take away what stands above the form. */
export const silence = () => place().replaceChildren();

/**
 * Tell everything that must be mended: above the form with links, beside the fields, and in the contents.
 * @param {HTMLFormElement} form
 * @param {{id: string, label: string, text: string}[]} faults
 * @param {{id: string, label: string, text: string}[]} notes
 * @param {boolean} [stand] whether the summary takes the focus
 */
export function tellFaults(form, faults, notes, stand = true) {
  const parts = [];
  if (faults.length) parts.push(section("summary", "can-sua", `Còn ${faults.length} chỗ cần sửa`, faults));
  if (notes.length) {
    const part = section("notes", "xem-lai", `${notes.length} chỗ nên xem lại`, notes);
    part.firstChild.after(
      element("p", "hint", "Những chỗ này không ngăn việc tải tệp: docgen đã tự xử lý, hoặc thấy nghi ngờ."),
    );
    parts.push(part);
  }
  place().replaceChildren(...parts);
  besideFields(form, faults, notes);
  document.title = document.title.replace(/^(Cần sửa: )?/, faults.length ? "Cần sửa: " : "");
  if (faults.length && stand) parts[0].focus();
}

function section(kind, id, title, entries) {
  const part = element("section", kind);
  const head = element("h2", "", title);
  part.id = id;
  part.tabIndex = -1;
  head.id = `${id}-ten`;
  part.setAttribute("aria-labelledby", head.id);
  const list = document.createElement("ul");
  for (const entry of entries.slice(0, MAX_LISTED)) list.append(line(entry));
  if (entries.length > MAX_LISTED) list.append(element("li", "", `Và ${entries.length - MAX_LISTED} chỗ khác, ghi cạnh từng ô.`));
  part.append(head, list);
  return part;
}

const MAX_LISTED = 60;
const MAX_BESIDE = 12;

function line({ id, label, text }) {
  const item = document.createElement("li");
  const target = id && document.getElementById(id);
  if (target) {
    const link = element("a", "", label || text);
    link.href = `#${id}`;
    link.addEventListener("click", () => unfold(target));
    item.append(link, label && text ? `: ${text}` : "");
  } else item.append([label, text].filter(Boolean).join(": "));
  return item;
}

function besideFields(form, faults, notes) {
  const said = new Map();
  for (const [grave, entries] of [[true, faults], [false, notes]]) {
    for (const entry of entries) {
      if (!said.has(entry.id)) said.set(entry.id, []);
      said.get(entry.id).push({ grave, text: entry.text || entry.label });
    }
  }
  for (const box of form.querySelectorAll(".messages")) {
    const id = box.id.replace(/-loi$/, "");
    const here = said.get(id) ?? [];
    if (!here.length && !box.firstElementChild) continue;
    box.replaceChildren(...here.slice(0, MAX_BESIDE).map(message));
    const grave = here.some((each) => each.grave);
    document.getElementById(`${id}-o`)?.classList.toggle("faulty", grave);
    const input = document.getElementById(id);
    if (input?.matches("input, textarea, select")) {
      if (grave) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    if (here.length) unfold(box);
  }
  for (const group of form.querySelectorAll(".group")) {
    const count = document.getElementById(`${group.getAttribute("aria-labelledby")}-dem`);
    const number = faults.filter(({ id }) => id && group.contains(document.getElementById(id))).length;
    if (count) count.textContent = number ? `${number} chỗ cần sửa` : "";
  }
}

function message({ grave, text }) {
  const paragraph = element("p", grave ? "fault" : "note");
  paragraph.append(element("span", "sign", grave ? "Cần sửa:" : "Xem lại:"), ` ${text}`);
  return paragraph;
}

/** @returns {HTMLElement} a new element with a class and a text */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
