/* Where on the printed pages the line stands that is being typed. */

import { ask } from "./asking.js";

const PAUSE_MS = 200;

/**
 * Show on the pages what is being edited.
 * @param {HTMLFormElement} form
 * @param {import("./preview.js").Preview} preview
 */
export function attachEditingPlace(form, preview) {
  let timer = 0;
  let shown = "";
  let asking = null;

  async function find() {
    const place = placeOf(document.activeElement, form);
    if (!preview.ban || !place) return;
    const key = `${preview.ban}\n${place.key}`;
    if (key === shown) return;
    const moved = place.key !== shown.split("\n").slice(1).join("\n");
    asking?.abort();
    asking = new AbortController();
    const { ban } = preview;
    try {
      const json = { ban, text: place.text, after: place.after };
      const answer = place.text ? await ask(form, "/cho", { json, signal: asking.signal }) : null;
      const { page = 0, boxes = [] } = answer?.ok ? await answer.json() : {};
      if (ban !== preview.ban) return;
      shown = key;
      preview.mark(page, boxes, moved);
    } catch {
      // A place that is not shown is no harm; the next line asks again.
    }
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE_MS);
  };
  preview.onShown = soon;
  form.addEventListener("focusin", soon);
  document.addEventListener("selectionchange", () => {
    if (document.activeElement?.form === form) soon();
  });
}

/**
 * The words to look for: the line the caret stands in, and what stands before it.
 * @returns {{text: string, after: string, key: string}|null} null for something that is not typed into
 */
export function placeOf(input, form) {
  if (input?.form !== form || !input.name || !input.matches("input[type=text], textarea, select")) return null;
  if (input.tagName === "SELECT") return null;
  const { start, end } = lineAt(input.value, input.selectionStart);
  const text = input.value.slice(start, end).trim();
  const above = input.value.slice(0, start).split("\n").findLast((line) => line.trim()) ?? valueBefore(input, form);
  return { text, after: above.trim(), key: `${input.name}\n${input.value.slice(0, start).split("\n").length}\n${text}` };
}

function lineAt(text, caret) {
  const start = text.lastIndexOf("\n", caret - 1) + 1;
  const end = text.indexOf("\n", caret);
  return { start, end: end < 0 ? text.length : end };
}

function valueBefore(input, form) {
  const inputs = [...form.elements].filter((each) => each.name && each.matches("input[type=text], textarea"));
  const before = inputs.slice(0, inputs.indexOf(input)).findLast((each) => each.value.trim());
  return before?.value.split("\n").findLast((line) => line.trim()) ?? "";
}
