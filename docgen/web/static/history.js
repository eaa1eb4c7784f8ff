/* Undo and redo for everything: what is typed, pasted, inserted, added, removed, moved.

   A step is a whole state; states share the pairs that are equal, so that a thousand steps of a long plan weigh little.
   Every new state is told to the form by a `docgen:state` event: {pairs, names: inputs whose text changed, null when
   rows changed too}. Whoever saves, prints or judges listens to that one event. */

import { unfold } from "./folding.js";
import { inputOf, readPairs, rowName, rowsOf, samePairs, showPairs } from "./state.js";
import { say } from "./telling.js";

const PAUSE_MS = 1000;
const MAX_STEPS = 1000;
const TYPING = new Set([
  "insertText",
  "insertCompositionText",
  "insertReplacementText",
  "deleteContentBackward",
  "deleteContentForward",
  "deleteWordBackward",
  "deleteWordForward",
]);

/** States behind and ahead of the present one. */
export class Steps {
  /** @param {import("./state.js").Pair[]} present */
  constructor(present) {
    this.present = present;
    this.behind = [];
    this.ahead = [];
  }

  /** Go on to a next state; `joined`: it belongs to the step that led to the present one. */
  go(next, joined = false) {
    if (!joined || !this.behind.length) {
      this.behind.push(this.present);
      if (this.behind.length > MAX_STEPS) this.behind.shift();
    }
    this.ahead = [];
    this.present = next;
  }

  /** @returns {boolean} whether there was a state to go back to */
  undo() {
    if (!this.behind.length) return false;
    this.ahead.push(this.present);
    this.present = this.behind.pop();
    return true;
  }

  /** @returns {boolean} whether there was a state to go forward to */
  redo() {
    if (!this.ahead.length) return false;
    this.behind.push(this.present);
    this.present = this.ahead.pop();
    return true;
  }
}

/** @returns {import("./state.js").Pair[]} `next`, made of the pairs of `last` wherever they are equal */
export function sharing(next, last) {
  const known = new Map(last.map((pair) => [pair[0], pair]));
  return next.map((pair) => (known.get(pair[0])?.[1] === pair[1] ? known.get(pair[0]) : pair));
}

/**
 * Where two states differ first.
 * @returns {{name: string, start: number, end: number}|null} an input of `to` and the stretch of its text that is not
 *   in `from`; an input of `from` alone when one was taken away; null for equal states
 */
export function difference(from, to) {
  const before = new Map(from);
  const after = new Map(to);
  for (const [name, text] of to) {
    if (!before.has(name)) return { name, start: text.length, end: text.length };
  }
  for (const [name, text] of to) {
    if (before.get(name) !== text) return { name, ...stretch(before.get(name), text) };
  }
  const gone = from.find(([name]) => !after.has(name));
  if (gone) return { name: gone[0], start: 0, end: 0 };
  const at = to.findIndex(([name], index) => from[index][0] !== name);
  return at < 0 ? null : { name: to[at][0], start: 0, end: 0 };
}

function stretch(was, is) {
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let tail = 0;
  while (tail < was.length - start && tail < is.length - start && was.at(-1 - tail) === is.at(-1 - tail)) tail += 1;
  return { start, end: is.length - tail };
}

/**
 * Keep the history of a form, and obey Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z and the two buttons.
 * @param {HTMLFormElement} form
 */
export function attachHistory(form) {
  const steps = new Steps(readPairs(form));
  const buttons = { undo: document.getElementById("hoan-tac"), redo: document.getElementById("lam-lai") };
  let touched = null; // names typed into since the last state; "all" once rows changed
  let typing = { name: "", at: 0 };

  function show() {
    buttons.undo.disabled = !steps.behind.length;
    buttons.redo.disabled = !steps.ahead.length;
  }

  function tell(names) {
    show();
    form.dispatchEvent(new CustomEvent("docgen:state", { detail: { pairs: steps.present, names } }));
  }

  // All that is changed in one go is one step: several inputs filled by one button, rows made of one paste.
  function touch(name, isTyping) {
    if (!touched) {
      touched = { names: new Set(), rows: false, typing: true };
      queueMicrotask(settle);
    }
    if (name) touched.names.add(name);
    else touched.rows = true;
    touched.typing &&= isTyping;
  }

  function settle() {
    if (!touched) return;
    const { names, rows, typing: isTyping } = touched;
    touched = null;
    const next = rows || names.size !== 1 ? sharing(readPairs(form), steps.present) : withOne([...names][0]);
    if (samePairs(next, steps.present)) return;
    const name = names.size === 1 && !rows ? [...names][0] : "";
    const joined = isTyping && name !== "" && name === typing.name && performance.now() - typing.at < PAUSE_MS;
    steps.go(next, joined);
    typing = isTyping && name ? { name, at: performance.now() } : { name: "", at: 0 };
    tell(rows ? null : [...names]);
  }

  function withOne(name) {
    const input = inputOf(form, name);
    const at = steps.present.findIndex((pair) => pair[0] === name);
    if (at < 0 || !input || input.type === "checkbox") return sharing(readPairs(form), steps.present);
    return steps.present.with(at, [name, input.value]);
  }

  function stand(from) {
    const found = difference(from, steps.present);
    const input = found && inputOf(form, found.name);
    if (input) {
      unfold(input);
      input.focus({ preventScroll: true });
      if (input.matches("textarea, input[type=text]")) input.setSelectionRange(found.end, found.end);
      input.scrollIntoView({ block: "nearest" });
    } else if (found) standNear(from, found.name);
    return input;
  }

  // The row is gone: stand on what took its place.
  function standNear(from, name) {
    const { list: called, key } = rowName(name) ?? {};
    const list = called && form.querySelector(`[data-rows="${called}"]`);
    if (!list) return;
    const keys = [...new Set(from.map((pair) => rowName(pair[0])).filter((row) => row?.list === called).map((row) => row.key))];
    const rows = rowsOf(list);
    const near = rows[keys.indexOf(key)] ?? rows.at(-1);
    (near?.querySelector("details:not([open]) > summary, input, textarea, select") ?? list.querySelector(".add")).focus();
  }

  function step(way) {
    settle();
    const from = steps.present;
    if (!steps[way]()) {
      say(way === "undo" ? "Không còn gì để hoàn tác." : "Không còn gì để làm lại.");
      return;
    }
    typing = { name: "", at: 0 };
    showPairs(form, steps.present);
    tell(null);
    stand(from);
    say(way === "undo" ? "Đã hoàn tác." : "Đã làm lại.");
  }

  form.addEventListener("input", (event) => {
    if (event.target.name) touch(event.target.name, TYPING.has(event.inputType));
  });
  form.addEventListener("docgen:changed", () => touch("", false));
  buttons.undo.addEventListener("click", () => step("undo"));
  buttons.redo.addEventListener("click", () => step("redo"));
  document.addEventListener("keydown", (event) => {
    const way = wayOf(event);
    if (!way || event.isComposing || outside(event.target, form)) return;
    event.preventDefault();
    step(way);
  });
  // The browser's own undo, from its menu, would know nothing of rows.
  form.addEventListener("beforeinput", (event) => {
    if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
    event.preventDefault();
    step(event.inputType === "historyUndo" ? "undo" : "redo");
  });
  show();

  return {
    undo: () => step("undo"),
    redo: () => step("redo"),
    /** @returns {import("./state.js").Pair[]} what is typed now */
    present() {
      settle();
      return steps.present;
    },
    /** Show another state, as a step that can be undone. */
    replace(pairs) {
      settle();
      showPairs(form, pairs);
      const next = sharing(readPairs(form), steps.present);
      if (samePairs(next, steps.present)) return;
      steps.go(next);
      tell(null);
    },
  };
}

function wayOf(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return "";
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : "";
}

const outside = (target, form) =>
  Boolean(target.closest("dialog")) || (target.matches("input, textarea, select") && target.form !== form);
