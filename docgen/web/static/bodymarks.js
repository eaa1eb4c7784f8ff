/* Bold and italic in a body: `**` and `*` around what is chosen, line by line, cell by cell (docgen.outline.marks). */

import { scan } from "./bodylines.js";

const WORD = /[\p{L}\p{N}_]/u;
const CLOSING = ")]},.;:!?…”’»";
const OPENING = "([{“‘«";

/**
 * Turn a look on, or off when all that is chosen has it; without a choice, for the word at the caret.
 * @param {import("./bodyedits.js").Place} place
 * @param {"**"|"*"} mark
 * @returns {import("./bodyedits.js").Place}
 */
export function toggleMark(place, mark) {
  const stretches = stretchesOf(place).map((stretch) => innerOf(place.text, stretch));
  if (!stretches.length) {
    const at = Math.max(place.start, contentAt(place));
    const text = place.text.slice(0, at) + mark + mark + place.text.slice(at);
    return { ...place, text, start: at + mark.length, end: at + mark.length, said: saidOf(mark, true) };
  }
  const on = !stretches.every((stretch) => isMarked(place.text, stretch, mark));
  let { text } = place;
  let last = null;
  let first = null;
  // From the end, so that the places before stay right.
  for (const stretch of stretches.reverse()) {
    if (on && isMarked(text, stretch, mark)) continue;
    const made = on ? marked(text, stretch, mark) : unmarked(text, stretch, mark);
    const grown = made.text.length - text.length;
    if (last) last = { end: last.end + grown };
    else last = { end: made.end };
    first = made.start;
    text = made.text;
  }
  return { ...place, text, start: first ?? place.start, end: last?.end ?? place.end, said: saidOf(mark, on) };
}

const saidOf = (mark, on) => `${on ? "Đã" : "Đã bỏ"} in ${mark === "*" ? "nghiêng" : "đậm"}.`;

/** Where the words begin in the line of the caret. */
function contentAt({ text, start, before }) {
  let at = 0;
  for (const line of scan(text, before)) {
    if (start <= at + line.source.length) return line.kind === "item" ? at + line.content : start;
    at += line.source.length + line.end.length;
  }
  return start;
}

/** The stretches of words that are chosen: no label, no bar of a table, no blank at an end. */
function stretchesOf({ text, start, end, before }) {
  if (start === end) [start, end] = wordAt(text, start);
  const found = [];
  let at = 0;
  for (const line of scan(text, before)) {
    const from = Math.max(start, at + (line.kind === "item" ? line.content : 0));
    const to = Math.min(end, at + line.source.length);
    at += line.source.length + line.end.length;
    if (from >= to || line.kind === "blank") continue;
    const pieces = line.kind === "table" ? text.slice(from, to).split(/(?<=^|[^\\])(\|)/) : [text.slice(from, to)];
    let begin = from;
    for (const piece of pieces) {
      const lead = piece.length - piece.trimStart().length;
      const words = piece.trim();
      if (words && words !== "|") found.push([begin + lead, begin + lead + words.length]);
      begin += piece.length;
    }
  }
  return found;
}

function wordAt(text, at) {
  let [start, end] = [at, at];
  while (start > 0 && WORD.test(text[start - 1])) start -= 1;
  while (end < text.length && WORD.test(text[end])) end += 1;
  return [start, end];
}

/** A stretch chosen with its marks, or with one of them, is the stretch between them. */
function innerOf(text, [start, end]) {
  const chosen = text.slice(start, end);
  const [head] = /^\{?\*{0,3}/.exec(chosen);
  const [tail] = /\*{0,3}\}?$/.exec(chosen);
  if (head.length + tail.length >= chosen.length) return [start, end];
  const inner = [start + (head.includes("*") ? head.length : 0), end - (tail.includes("*") ? tail.length : 0)];
  return starsBefore(text, inner[0]) && starsAfter(text, inner[1]) ? inner : [start, end];
}

const starsBefore = (text, at) => /\*{0,3}$/.exec(text.slice(Math.max(0, at - 3), at))[0].length;
const starsAfter = (text, at) => /^\*{0,3}/.exec(text.slice(at, at + 3))[0].length;
const alone = (mark) => (mark === "*" ? /(?<![*\\])\*(?!\*)/g : /(?<![*\\])\*\*(?!\*)/g);

function isMarked(text, [start, end], mark) {
  if (text.slice(start, end).search(alone(mark)) >= 0) return false;
  const has = (stars) => stars === 3 || stars === mark.length;
  return has(starsBefore(text, start)) && has(starsAfter(text, end));
}

function unmarked(text, [start, end], mark) {
  const size = mark.length;
  const braces = text[start - size - 1] === "{" && text[end + size] === "}" ? 1 : 0;
  const cut = size + braces;
  return {
    text: text.slice(0, start - cut) + text.slice(start, end) + text.slice(end + cut),
    start: start - cut,
    end: end - cut,
  };
}

function marked(text, [start, end], mark) {
  const words = text.slice(start, end).replace(alone(mark), "");
  const [before, after] = [text[start - 1] ?? "", text[end] ?? ""];
  const inWord = (a, b) => mark === "*" && WORD.test(a) && WORD.test(b);
  const forced =
    CLOSING.includes(words[0]) || OPENING.includes(words.at(-1)) || inWord(before, words[0]) || inWord(words.at(-1), after);
  const [open, close] = forced ? [`{${mark}`, `${mark}}`] : [mark, mark];
  return {
    text: text.slice(0, start) + open + words + close + text.slice(end),
    start: start + open.length,
    end: start + open.length + words.length,
  };
}
