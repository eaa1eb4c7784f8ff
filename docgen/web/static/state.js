/* What is typed, as (name, value) pairs: read from the form, and shown in it again. */

const NOT_TYPED = new Set(["csrf_token", "lam", "loai", "revision", "force"]);
const ROW_NAME = /^([^[\]]+)\[([\w-]*)\](?:\.([a-z_]+))?$/;

/** @typedef {[string, string]} Pair */

/**
 * Read what is typed, in the order of the page.
 * @param {HTMLFormElement} form of this page, or of one that was parsed
 * @returns {Pair[]}
 */
export function readPairs(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NOT_TYPED.has(name));
}

/**
 * Take the name of an input in a row apart: `phan[3].tieu_de` → list `phan`, key `3`, within `tieu_de`.
 * @param {string} name
 * @returns {{list: string, key: string, within: string}|null} null for an input that stands in no row
 */
export function rowName(name) {
  const found = ROW_NAME.exec(name);
  return found && { list: found[1], key: found[2], within: found[3] ?? "" };
}

/** @returns {HTMLElement|null} the input of this name */
export const inputOf = (form, name) => form.querySelector(`[name="${CSS.escape(name)}"]`);

/** @returns {HTMLElement[]} the rows of a list (`[data-rows]`), in their order */
export const rowsOf = (list) => [...list.querySelector(":scope > .list").children];

/** @returns {boolean} whether both are the same pairs in the same order */
export function samePairs(a, b) {
  return a.length === b.length && a.every((pair, at) => pair === b[at] || (pair[0] === b[at][0] && pair[1] === b[at][1]));
}

/**
 * A blank row of a list, under a key; not yet on the page.
 * @returns {HTMLElement}
 */
export function blankRow(list, key) {
  const row = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  const blank = list.form?.dataset.blank ?? list.closest("form").dataset.blank;
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes(blank)) attribute.value = attribute.value.replaceAll(blank, key);
    }
  }
  return row;
}

/**
 * Show other pairs in the form: rows are made, taken away and put in order as they say, every input gets its value.
 * Inputs that stay keep their element, so nothing flickers. Sends no `input` events.
 * @param {HTMLFormElement} form
 * @param {Pair[]} pairs
 */
export function showPairs(form, pairs) {
  for (const list of form.querySelectorAll("[data-rows]")) {
    const keys = new Set();
    for (const [name] of pairs) {
      const row = rowName(name);
      if (row?.list === list.dataset.rows) keys.add(row.key);
    }
    showRows(list, [...keys]);
  }
  const values = new Map(pairs);
  showKept(form, values);
  for (const input of [...form.elements]) {
    if (input.name && !NOT_TYPED.has(input.name) && input.matches("input, textarea, select")) {
      showValue(input, values.get(input.name));
    }
  }
}

// What the form does not ask for is carried along unseen, so that it is not lost.
function showKept(form, values) {
  for (const input of form.querySelectorAll("[data-kept]")) if (!values.has(input.name)) input.remove();
  const known = new Set([...form.elements].map((input) => input.name));
  for (const [name, value] of values) {
    if (known.has(name)) continue;
    const input = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    input.dataset.kept = "";
    form.prepend(input);
  }
}

function showRows(list, keys) {
  const place = list.querySelector(":scope > .list");
  const there = new Map(rowsOf(list).map((row) => [row.dataset.row, row]));
  const wanted = keys.map((key) => there.get(key) ?? blankRow(list, key));
  const kept = new Set(wanted);
  for (const row of there.values()) if (!kept.has(row)) row.remove();
  wanted.forEach((row, at) => {
    const here = place.children[at];
    if (here === row) return;
    // A row that went further down is lifted out, so that those after it need not move.
    if (here && here.nextElementSibling === row) here.remove();
    else place.insertBefore(row, here ?? null);
  });
  for (const key of keys) {
    if (Number.isInteger(Number(key))) list.dataset.last = Math.max(Number(list.dataset.last ?? 0), Number(key));
  }
}

function showValue(input, value) {
  if (input.type === "checkbox") {
    input.checked = value !== undefined;
    return;
  }
  const text = value ?? "";
  if (input.value === text) return;
  if (input.tagName === "SELECT" && ![...input.options].some((option) => option.value === text)) {
    input.add(new Option(text, text));
  }
  // A browser takes line breaks out of a one-line input without a word.
  const shown = input.tagName === "INPUT" && text.includes("\n") ? grown(input) : input;
  shown.value = text;
}

function grown(input) {
  const area = document.createElement("textarea");
  for (const { name, value } of input.attributes) {
    if (!["type", "value", "inputmode"].includes(name)) area.setAttribute(name, value);
  }
  area.className = "area";
  area.rows = 2;
  input.replaceWith(area);
  return area;
}
