/* A body as lines: which of them have a label, and the same lines with the labels counted anew.
   Escaped lines (`\-`), rows of tables and footnote texts are nobody's label and stay as they are. */

import { Numbering, firstLabel, isBullet, writeNumber } from "./bodylabels.js";
import { endsWithLoneBackslash, fits, fold, leadOf, opening } from "./openings.js";

const LINE_ENDS = /(\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029])/;
const DEFINITION = /^\[\^[\p{L}\p{N}_-]{1,32}\]:/u;

/**
 * One line of a body.
 * @typedef {object} Line
 * @property {string} source as typed
 * @property {string} end the line end behind it; "" for the last
 * @property {"blank"|"item"|"table"|"definition"|"words"} kind
 * @property {number} [level] of an item
 * @property {number[]} [numbers] what its typed label says
 * @property {[number, number]} [number] where its number stands in source
 * @property {number} [labelEnd] where its label ends in source
 * @property {number} content where its words begin in source
 */

/**
 * Read the lines of a body.
 * @param {string} text
 * @param {string} before the text above it in the same paper, which counts first
 * @returns {Line[]}
 */
export function scan(text, before = "") {
  const reader = new Reader();
  if (before) reader.read(before);
  return reader.read(text);
}

class Reader {
  numbering = new Numbering();
  typed = new Map();

  read(text) {
    const pieces = text.split(LINE_ENDS);
    const lines = [];
    for (let i = 0; i < pieces.length; i += 2) lines.push(this.line(pieces[i], pieces[i + 1] ?? ""));
    return lines;
  }

  line(source, end) {
    const composed = source.normalize("NFC");
    const raw = fold(composed);
    const line = { source, end, kind: "words", content: leadOf(source) };
    if (!raw) line.kind = "blank";
    else if (raw.startsWith("|")) line.kind = "table";
    else if (DEFINITION.test(raw)) line.kind = "definition";
    else {
      const found = opening(endsWithLoneBackslash(raw) ? raw.slice(0, -1) : raw);
      if (found && fits(found, this.numbering, (level) => this.typed.get(level))) {
        this.numbering.next(found.level, found.numbers);
        this.typed.set(found.level, found.numbers);
        asItem(line, composed, found);
      }
    }
    return line;
  }
}

/** Note in a line where its label stands; source: in NFC. */
function asItem(line, source, found) {
  const lead = leadOf(source);
  // Blanks inside a label ("Phần  I") are folded in what was found: count them where they stand.
  const past = (from, folded) => {
    let at = from;
    for (const sign of folded) at += sign === " " ? leadOf(source.slice(at)) : sign.length;
    return at;
  };
  const start = past(lead, found.typed.slice(0, found.at));
  const stop = past(start, found.number);
  line.kind = "item";
  line.source = source;
  line.level = found.level;
  line.numbers = found.numbers;
  line.number = [start, stop];
  line.labelEnd = past(stop, found.typed.slice(found.at + found.number.length));
  line.content = line.labelEnd + leadOf(source.slice(line.labelEnd));
}

/**
 * A new labelled line.
 * @param {number} level
 * @param {Line|undefined} like a line of this level whose shape it takes
 * @param {string} words what stands behind the label
 */
export function itemLine(level, like, words) {
  const shape = like ? like.source.slice(leadOf(like.source), like.labelEnd) : firstLabel(level);
  const keeps = [shape, `${shape} X`].every((raw) => opening(fold(raw))?.level === level);
  const label = keeps ? shape : firstLabel(level);
  const indent = like ? like.source.slice(0, leadOf(like.source)) : "";
  const line = { source: "", end: "\n", kind: "item", content: 0 };
  asItem(line, `${indent}${label} ${words}`, opening(fold(`${label} X`)));
  if (like?.numbers.length === line.numbers.length) line.numbers = like.numbers;
  return line;
}

/** A line without a label. */
export const plainLine = (source, end = "\n") => ({
  source, end, kind: fold(source) ? "words" : "blank", content: leadOf(source),
});

/**
 * Put the right numbers into the labels of lines; the lines are changed in place.
 * @param {Line[]} lines
 * @param {string} before as for scan
 * @returns {number} how many labels became others
 */
export function count(lines, before = "") {
  const reader = new Reader();
  if (before) reader.read(before);
  let changed = 0;
  for (const line of lines) {
    if (line.kind !== "item") continue;
    const numbers = reader.numbering.next(line.level, line.numbers);
    if (isBullet(line.level) || numbers.join() === line.numbers.join()) continue;
    const [start, stop] = line.number;
    const number = writeNumber(line.level, line.source.slice(start, stop), numbers);
    const grown = number.length - (stop - start);
    changed += line.source.slice(start, stop) === number ? 0 : 1;
    line.source = line.source.slice(0, start) + number + line.source.slice(stop);
    line.number = [start, stop + grown];
    line.labelEnd += grown;
    line.content += grown;
    line.numbers = numbers;
  }
  return changed;
}

/** The lines as one text again. */
export const joined = (lines) =>
  lines.map((line, i) => line.source + (i + 1 < lines.length ? line.end || "\n" : "")).join("");

/**
 * The body with right numbers.
 * @param {string} text
 * @param {string} before as for scan
 */
export function renumber(text, before = "") {
  const lines = scan(text, before);
  return count(lines, before) ? joined(lines) : text;
}
