/* A body area on the page: what stands in it and above it, how it is changed, and the line that says what was done. */

import { LA_MA, SO } from "./bodylabels.js";
import { fold, opening } from "./openings.js";

export const BODY = "textarea[data-body]";
const COUNTED_THROUGH = /Điều|ĐIỀU|Chương|CHƯƠNG/;

/** The place of an area: its text, what is chosen, and what the paper has above it. */
export function placeOf(area) {
  const { before, floor } = contextOf(area);
  return { text: area.value, start: area.selectionStart, end: area.selectionEnd, before, floor };
}

function contextOf(area) {
  // Sections are parts of one body; the body of an appendix stands alone.
  const list = area.name.startsWith("phan[") ? area.closest("[data-rows]") : null;
  if (!list) return { before: "", floor: -1 };
  const rows = [...list.querySelectorAll(":scope > .list > .row")];
  const own = rows.indexOf(area.closest(".row"));
  const titles = rows.map(titleOf);
  const above = COUNTED_THROUGH.test(area.value)
    ? rows.slice(0, own).map((row, i) => `${titles[i].line}\n${row.querySelector(BODY)?.value ?? ""}`)
    : [];
  return { before: [...above, titles[own].line].join("\n\n"), floor: titles[own].level };
}

/** The title of a section as a line of the body: without a label of its own it is a Roman one. */
function titleOf(row) {
  const title = fold(row.querySelector("input[name$='.tieu_de'], textarea[name$='.tieu_de']")?.value ?? "");
  const found = opening(title);
  if (found && found.level <= SO && !found.weak) return { line: title, level: found.level };
  return { line: `I. ${title}`, level: LA_MA };
}

/**
 * Put a changed place into its area: one step for whoever keeps steps, with the least text replaced.
 * @param {HTMLTextAreaElement} area
 * @param {{text: string, start: number, end: number}} place
 */
export function change(area, place) {
  const [old, text] = [area.value, place.text];
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const differs = old !== text;
  if (differs) area.setRangeText(text.slice(head, text.length - tail), head, old.length - tail, "preserve");
  area.setSelectionRange(place.start, place.end);
  // No kind of typing: whoever joins typed letters into one step keeps this as a step of its own.
  if (differs) area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "formatBlock" }));
}

/** The line under the tools of an area that says what was done. */
export const saidOf = (area) => document.getElementById(`${area.id}-vua-lam`);

/**
 * Say what was done in an area, to the eye and to who listens.
 * @param {HTMLTextAreaElement} area
 * @param {string} text
 * @param {{name: string, act: () => void}|null} [more] a button behind the words
 * @param {boolean} [seen] false: only for who listens; the eye sees it in the text already
 */
export function say(area, text, more = null, seen = true) {
  const place = saidOf(area);
  if (!place) return;
  place.classList.toggle("unseen", !seen);
  place.replaceChildren(text);
  if (!more) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "undo";
  button.textContent = more.name;
  button.addEventListener("click", () => {
    place.replaceChildren();
    more.act();
  });
  place.append(" ", button);
}
