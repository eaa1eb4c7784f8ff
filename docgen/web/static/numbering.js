/* Numbers of rows, shown as the paper will print them, and the list of contents. */

import { LA_MA, SO, letter, roman } from "./bodylabels.js";
import { fold, opening } from "./openings.js";
import { rowsOf } from "./state.js";

const SAMPLE = /^(.*?)([I1iaA])([^\p{L}\p{N}]*)$/su;

/** @returns {string} the label of a number, like the label of number one: `I-`, 3 → `III-` */
export function labelled(sample, number) {
  const found = SAMPLE.exec(sample);
  if (!found) return sample;
  const [, before, one, after] = found;
  return before + WRITERS[one](number) + after;
}

const WRITERS = {
  I: roman,
  i: (number) => roman(number).toLowerCase(),
  1: String,
  a: letter,
  A: (number) => letter(number).toUpperCase(),
};

/**
 * The labels of sections, as docgen.outline.sections.head_labels gives them.
 * @param {{title: string, blank: boolean}[]} rows
 * @param {string} sample label of number one
 * @returns {string[]} "" for a section whose title has its own
 */
export function sectionLabels(rows, sample) {
  let count = 0;
  let above = null;
  return rows.map(({ title, blank }) => {
    const found = opening(fold(title));
    const level = found && found.level <= SO && (!found.weak || found.level === above) ? found.level : null;
    const label = level === null ? labelled(sample, count + 1) : "";
    if (!blank) {
      if (level === null || level === LA_MA) count += 1;
      above = level;
    }
    return label;
  });
}

/** @returns {string[]} the labels of appendices: a single one goes without a number */
export function appendixLabels(count, sample, numberedFrom) {
  const bare = sample.replace(/\s*\S+$/, "");
  return Array.from({ length: count }, (_, at) => (count < numberedFrom ? bare : labelled(sample, at + 1)));
}

/** Keep numbers, labels, titles and contents true to the rows of a form. */
export function attachNumbering(form) {
  const all = () => form.querySelectorAll("[data-rows]").forEach(number);
  form.addEventListener("docgen:state", ({ detail }) => {
    if (!detail.names) return all();
    const lists = new Set(detail.names.map((name) => name.split("[")[0]));
    for (const list of form.querySelectorAll("[data-rows]")) if (lists.has(list.dataset.rows)) number(list);
  });
  form.addEventListener("docgen:asked", all);
  all();
}

/** Number the rows of one list. */
export function number(list) {
  const rows = rowsOf(list);
  rows.forEach((row, at) => {
    for (const place of row.querySelectorAll("[data-number]")) write(place, String(at + 1));
  });
  const contents = document.querySelector(`[data-parts-of="${list.dataset.rows}"]`);
  if (!contents) return;
  const read = rows.map((row) => {
    const inputs = [...row.querySelectorAll("[name]")];
    const title = inputs[0].value.replace(/\s+/g, " ").trim();
    return { title, blank: !title && !inputs.some((input) => input.type !== "checkbox" && /\S/.test(input.value)), id: inputs[0].id };
  });
  const { rows: name, sample, numberedFrom } = list.dataset;
  const labels = name === "phan" ? sectionLabels(read, sample) : appendixLabels(rows.length, sample, Number(numberedFrom));
  rows.forEach((row, at) => {
    const title = row.querySelector("[data-title]");
    write(row.querySelector("[data-label]"), labels[at]);
    write(title, read[at].title || title.dataset.untitled);
  });
  while (contents.children.length > rows.length) contents.lastElementChild.remove();
  read.forEach(({ title, id }, at) => {
    const line = contents.children[at] ?? contents.appendChild(contentsLine());
    const link = line.firstElementChild;
    if (link.getAttribute("href") !== `#${id}`) link.setAttribute("href", `#${id}`);
    write(link.firstElementChild, labels[at]);
    const words = ` ${title || "(chưa có tiêu đề)"}`;
    if (link.lastChild.data !== words) link.lastChild.data = words;
  });
}

function contentsLine() {
  const [line, link, label] = ["li", "a", "span"].map((name) => document.createElement(name));
  label.className = "label";
  link.append(label, " ");
  line.append(link);
  return line;
}

function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
