/* Blocks that were pasted → lines of the notation, put where the caret stands. */

import { DIEU, LA_MA, SO4 } from "./bodylabels.js";
import { plainLine, scan } from "./bodylines.js";
import { freeKey, withNotes } from "./bodynotes.js";
import { recount } from "./bodyedits.js";
import { asWords, normal, spell } from "./bodyspell.js";
import { opening } from "./openings.js";
import { gridLines } from "./tablegrid.js";

const isItem = (block) => block.level !== null && block.level !== undefined;
const isTitle = (level) => level < DIEU || level === LA_MA;

/** A line of its own: its words, with its label in front. */
function lineOf(block) {
  const words = spell(settled(block));
  if (!isItem(block)) return words.startsWith("|") ? asWords(words) : words;
  if (!words) return block.label;
  const stop = isTitle(block.level) && block.level !== LA_MA && !/[.:)/]$/.test(block.label) ? "." : "";
  return `${block.label}${stop} ${words}`;
}

/** The weight of a title is the style's affair: only what would not be taken for one keeps its stars. */
function settled({ level, parts }) {
  const bold = parts.length > 0 && parts.every((part) => part.note || part.bold || !part.text.trim());
  if (level === null || !(isTitle(level) || bold)) return parts;
  const words = parts.map((part) => part.text ?? "").join("").trimEnd();
  const ends = /[.;,…?!]["”'’»]*$|\.\/$/.test(words) || (words.endsWith(":") && /: ./.test(words));
  const plain = isTitle(level) || (level <= SO4 && !ends);
  return plain ? normal(parts.map((part) => (part.note ? part : { ...part, bold: false }))) : parts;
}

/**
 * Put what was pasted into a body.
 * @param {import("./bodyedits.js").Place} place
 * @param {{blocks: object[], notes: Map<string, object[]>}} pasted as readHtml gives it
 * @returns {import("./bodyedits.js").Place}
 */
export function pasteBlocks(place, pasted) {
  const body = place.text.slice(0, place.start) + place.text.slice(place.end);
  const keys = new Map();
  for (const key of pasted.notes.keys()) keys.set(key, freeKey(body, new Set(keys.values())));
  const renamed = (parts) => parts.map((part) => (part.note ? { note: keys.get(part.note) } : part));
  const blocks = pasted.blocks.map((block) =>
    block.table
      ? { table: { ...block.table, header: block.table.header.map((row) => row.map(renamed)), rows: block.table.rows.map((row) => row.map(renamed)) } }
      : { ...block, parts: renamed(block.parts) },
  );
  const put = insert(body, place, blocks);
  const notes = [...pasted.notes].map(([key, parts]) => `[^${keys.get(key)}]: ${spell(parts)}`);
  return recount({ ...place, text: withNotes(put.text, notes), start: put.at, end: put.at });
}

function insert(body, place, blocks) {
  const at = place.start;
  const begin = body.lastIndexOf("\n", at - 1) + 1;
  const next = body.indexOf("\n", at);
  const stop = next < 0 ? body.length : next;
  let [head, tail] = [body.slice(begin, at), body.slice(at, stop)];
  const own = scan(body.slice(begin, stop))[0];
  const empty = own.kind === "item" && !(head + tail).slice(own.content).trim();
  const [first] = blocks;
  const lines = [];
  blocks.forEach((block, i) => lines.push(...linesOf(block, blocks[i - 1])));
  // A new label takes the place of one that still waits for words; words go behind it.
  if (empty && (first.table || isItem(first))) head = tail = "";
  const inline = head.trim() !== "" && !first.table && (!isItem(first) || blocks.length === 1);
  if (inline) lines[0] = head + spell(first.parts);
  const before = [...body.slice(0, begin).split("\n").slice(0, -1), ...(inline || !head.trim() ? [] : [head.trimEnd()])];
  const after = stop < body.length ? body.slice(stop + 1).split("\n") : [];
  if (!inline && before.at(-1)?.trim() && needsGap(first, before.at(-1))) before.push("");
  const last = blocks.at(-1);
  const caret = [...before, ...lines].join("\n").length;
  if (tail.trim() && (blocks.length === 1 && !last.table)) lines[lines.length - 1] += tail;
  else if (tail.trim()) lines.push(...(isItem(last) && opening(tail.trim()) ? [] : [""]), tail.trimStart());
  if (after[0]?.trim() && !tail.trim() && !isItem(last) && !(inline && blocks.length === 1)) lines.push("");
  return { text: [...before, ...lines, ...after].join("\n"), at: caret };
}

function linesOf(block, above) {
  const lines = block.table ? gridLines(tableOf(block.table)) : [lineOf(block)];
  return above && needsGap(block, above) ? ["", ...lines] : lines;
}

/** Whether a blank line stands before a block; above: the block or line before it. */
function needsGap(block, above) {
  if (block.soft && !above.table) return false;
  const isText = (each) => typeof each === "string" ? plainLine(each).kind === "words" && !opening(each.trim()) : !isItem(each);
  return !isItem(block) || isText(above) || block.level <= LA_MA;
}

const tableOf = ({ header, rows, aligns, widths }) => ({
  header: header.length,
  rows: [...header, ...rows].map((row) => row.map((parts) => spell(parts, { cell: true }))),
  aligns,
  widths,
});

/** Words for one cell: every block on a line of its own. */
export function cellOf(pasted) {
  const lines = pasted.blocks.flatMap((block) =>
    block.table
      ? [...block.table.header, ...block.table.rows].map((row) => row.map((parts) => spell(parts, { cell: true })).filter(Boolean).join(" "))
      : [`${block.label ? `${block.label} ` : ""}${spell(block.parts, { cell: true })}`],
  );
  return lines.join("<br>");
}

/** Whether there is more in what was pasted than its words. */
export function isRich(pasted, text) {
  if (pasted.blocks.some((block) => block.table || block.label) || pasted.notes.size) return true;
  if (pasted.blocks.some((block) => block.parts.some((part) => part.bold || part.italic || part.superscript))) return true;
  return pasted.blocks.length > 1 || pasted.blocks.some((block) => spell(block.parts) !== text.trim());
}
