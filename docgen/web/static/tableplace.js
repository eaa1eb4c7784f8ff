/* Where a table stands in a body, with the amount in words under it. */

import { tableAt } from "./tablegrid.js";

const WORDS = /^\n[^\S\n]*\n?[^\S\n]*(\(?\*{0,3}Bằng chữ:[^\n]*)/;

/**
 * The table at a place, with the "Bằng chữ: …" under it.
 * @returns {{start: number, end: number, lines: string[], words: string, above: string}|null} above: the line before
 */
export function tableWithWords(text, at) {
  const found = tableAt(text, at);
  if (!found) return null;
  const under = WORDS.exec(text.slice(found.end));
  const above = text.slice(0, found.start).trimEnd().split("\n").at(-1) ?? "";
  return { ...found, end: found.end + (under?.[0].length ?? 0), words: under?.[1].trim() ?? "", above };
}

/**
 * Put the lines of a table into a body: in place of the one that was found, or behind the line of the caret.
 * @param {import("./bodyedits.js").Place} place
 * @param {{start: number, end: number}|null} found
 * @param {string[]} lines
 * @param {string} words the line under the table, "" for none
 */
export function placeTable(place, found, lines, words) {
  const { text } = place;
  const stop = text.indexOf("\n", place.start) < 0 ? text.length : text.indexOf("\n", place.start);
  const before = found ? text.slice(0, found.start) : text.slice(0, stop);
  const after = text.slice(found ? found.end : stop);
  const table = [...lines, ...(words ? ["", words] : [])].join("\n");
  const gap = found || !before.trim() ? "" : before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = !after.trim() || /^\n[^\S\n]*\n/.test(after) ? after : `\n${after}`;
  const head = before + gap + table;
  const caret = before.length + gap.length + lines.join("\n").length;
  return { ...place, text: head + tail, start: caret, end: caret };
}
