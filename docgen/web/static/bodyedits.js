/* What the keys of a body area do to its text. Each takes and gives a place: the text and what is chosen in it. */

import { CHU, CONG, DIEU, GACH, LA_MA, SO, isBullet } from "./bodylabels.js";
import { count, itemLine, joined, plainLine, scan } from "./bodylines.js";
import { leadOf, stripped } from "./openings.js";

/**
 * @typedef {object} Place
 * @property {string} text
 * @property {number} start
 * @property {number} end
 * @property {string} [before] what stands above this body in the paper (see scan)
 * @property {number} [floor] the level of the title above it; its lines are deeper. -1 or left out: none
 * @property {string} [said] a sentence for the user
 */

const STEPS = new Set([LA_MA, SO, CHU, GACH, CONG]);

/** The lines, and where an offset stands among them. */
function opened(place) {
  const lines = scan(place.text, place.before);
  const starts = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.source.length + line.end.length;
  }
  const find = (offset) => {
    let low = 0;
    for (let high = starts.length; low + 1 < high; ) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    const line = lines[low];
    const column = Math.min(offset - starts[low], line.source.length);
    // Behind the label a place is counted from the end of the line: the label may grow.
    return column >= line.content ? { line, tail: line.source.length - column } : { line, column };
  };
  return { lines, find, index: (offset) => lines.indexOf(find(offset).line) };
}

/** Count the labels anew and say where the marks stand now. */
function closed(place, lines, start, end, said = "") {
  count(lines, place.before);
  const text = joined(lines);
  const offset = (mark) => {
    const upTo = joined([...lines.slice(0, lines.indexOf(mark.line)), plainLine("")]).length;
    return upTo + (mark.tail === undefined ? Math.min(mark.column, mark.line.source.length) : mark.line.source.length - mark.tail);
  };
  return { ...place, text, start: offset(start), end: offset(end), said };
}

const beginOf = (line) => ({ line, tail: line.source.length - line.content });
const endOf = (line) => ({ line, tail: 0 });
const labelOf = (line) => line.source.slice(leadOf(line.source), line.labelEnd);
const isEmpty = (line) => stripped(line.source.slice(line.content)) === "";

function without(place) {
  if (place.start === place.end) return place;
  return { ...place, text: place.text.slice(0, place.start) + place.text.slice(place.end), end: place.start };
}

/**
 * Enter: the next line of the same level, with its label; on an empty labelled line, up a level or out.
 * @param {Place} place
 * @returns {Place|null} null when Enter is an ordinary line end here
 */
export function nextLine(place) {
  const now = without(place);
  const { lines, find } = opened(now);
  const caret = find(now.start);
  const { line } = caret;
  const at = lines.indexOf(line);
  if (line.kind !== "item" || caret.tail === undefined) return null;
  if (isEmpty(line)) return place.start === place.end ? goOut(now, lines, at) : null;
  const cut = line.source.length - caret.tail;
  const next = itemLine(line.level, line, line.source.slice(cut).trimStart());
  next.end = line.end;
  line.source = line.source.slice(0, cut).trimEnd();
  line.end = "\n";
  lines.splice(at + 1, 0, next);
  const result = closed(now, lines, beginOf(next), beginOf(next));
  return { ...result, said: labelOf(next) };
}

function goOut(place, lines, at) {
  const line = lines[at];
  const above = lines.slice(0, at).findLast((other) => other.kind === "item" && other.level < line.level);
  if (above) {
    lines[at] = { ...itemLine(above.level, above, ""), end: line.end };
    const result = closed(place, lines, beginOf(lines[at]), beginOf(lines[at]));
    return { ...result, said: labelOf(lines[at]) };
  }
  // A line right under an item would be read as its continuation: a blank one parts them.
  const words = plainLine("", line.end);
  lines.splice(at, 1, ...(at > 0 && lines[at - 1].kind !== "blank" ? [plainLine("")] : []), words);
  return closed(place, lines, endOf(words), endOf(words), "Đoạn không có số.");
}

/** The lines that are chosen, and the marks of the choice. */
function chosen(place) {
  const { lines, find } = opened(place);
  const [start, end] = [find(place.start), find(place.end)];
  const from = lines.indexOf(start.line);
  let to = lines.indexOf(end.line);
  if (to > from && (end.column === 0 || (end.line.content === 0 && end.tail === end.line.source.length))) to -= 1;
  return { lines, start, end, from, to };
}

/** Whether Tab means a level here: on a labelled line, or at the beginning of a line of words. */
export function takesLevel(place) {
  const { lines, from, to } = chosen(place);
  if (lines.slice(from, to + 1).some((line) => line.kind === "item")) return true;
  const begin = place.text.lastIndexOf("\n", place.start - 1) + 1;
  return lines[from].kind === "words" && place.start === place.end && place.start === begin;
}

/**
 * Tab and Shift+Tab: another level for the chosen lines.
 * @param {Place} place
 * @param {1|-1} by 1: a level deeper, -1: up
 * @returns {Place}
 */
export function relevel(place, by) {
  const { lines, start, end, from, to } = chosen(place);
  const used = new Set(lines.filter((line) => line.kind === "item").map((line) => line.level));
  let said = "";
  let changed = false;
  for (let at = from; at <= to; at += 1) {
    const line = lines[at];
    const level = otherLevel(line, by, used, place.floor ?? -1);
    if (level === null) {
      said ||= by > 0 ? "Dòng này không có cấp thấp hơn." : "Dòng này không có cấp cao hơn.";
      continue;
    }
    const near = lines.slice(0, at).findLast((other) => other.level === level) ?? lines.find((other) => other.level === level);
    const made = { ...itemLine(level, near, line.source.slice(line.content)), end: line.end };
    lines[at] = made;
    for (const mark of [start, end]) {
      if (mark.line === line) Object.assign(mark, mark.tail === undefined ? beginOf(made) : { line: made });
    }
    changed = true;
  }
  const result = closed(place, lines, start, end, said);
  return changed ? { ...result, said: labelsSaid(lines.slice(from, to + 1)) } : { ...place, said };
}

const labelsSaid = (lines) =>
  `Đã đổi thành ${lines.filter((line) => line.kind === "item").map(labelOf).slice(0, 3).join(", ")}`;

function otherLevel(line, by, used, floor) {
  if (line.kind === "words") return by > 0 ? GACH : null;
  if (line.kind !== "item") return null;
  for (let level = line.level + by; level > floor && level >= 0 && level <= CONG; level += by) {
    // Under an article comes its clause; "I." is offered only where articles are not.
    const isStep = STEPS.has(level) && !(level === LA_MA && used.has(DIEU));
    if (isStep || used.has(level)) return level;
  }
  return null;
}

// A paragraph or table belongs to the numbered item above it, and to no bullet.
const WORDS = CHU + 0.5;

/** What moves as one: an item, a paragraph, a table; each with its first and last line and its rank. */
function nodes(lines) {
  const found = [];
  const lastWords = lines.findLastIndex((line) => line.kind !== "blank" && line.kind !== "definition");
  lines.forEach((line, at) => {
    if (line.kind === "blank") return;
    const above = found.at(-1);
    const touches = above?.last === at - 1;
    const joins = touches && (line.kind === "table" ? above.kind === "table" : line.kind === "words" && above.kind !== "table");
    if (above && (joins || (line.kind === "definition" && at < lastWords))) above.last = at;
    else {
      const rank = line.kind === "item" ? line.level : line.kind === "definition" ? -1 : WORDS;
      found.push({ first: at, last: at, kind: line.kind, rank });
    }
  });
  return found;
}

const isLoose = (node) => node.rank === WORDS || isBullet(node.rank);

/** The nodes from..to that make one block: a node and all below it. */
function blockAt(all, from) {
  let to = from;
  while (all[to + 1] && all[to + 1].rank > all[from].rank && all[from].rank !== WORDS) to += 1;
  return [from, to];
}

function siblingAfter(all, [from, to]) {
  const [node, next] = [all[from], all[to + 1]];
  if (!next) return null;
  const alike = next.rank === node.rank || (isLoose(node) && isLoose(next) && next.rank >= Math.min(WORDS, node.rank));
  return alike && !(node.rank === CONG && next.rank === GACH) ? blockAt(all, to + 1) : null;
}

function siblingBefore(all, [from]) {
  for (let at = from - 1; at >= 0; at -= 1) {
    const after = siblingAfter(all, blockAt(all, at));
    if (after?.[0] === from) return blockAt(all, at);
    if (all[at].rank < all[from].rank && !(isLoose(all[from]) && isLoose(all[at]))) return null;
  }
  return null;
}

/**
 * Alt and an arrow: the line and all below it in its level, past its neighbour.
 * @param {Place} place
 * @param {1|-1} by 1: down, -1: up
 * @returns {Place}
 */
export function moveBlock(place, by) {
  const { lines, find } = opened(place);
  const [start, end] = [find(place.start), find(place.end)];
  const all = nodes(lines);
  const line = lines.indexOf(start.line);
  const own = all.findIndex((node) => node.first <= line && line <= node.last);
  if (own < 0) return { ...place, said: "Đặt con trỏ vào dòng cần chuyển." };
  const block = blockAt(all, own);
  const other = by > 0 ? siblingAfter(all, block) : siblingBefore(all, block);
  if (!other) return { ...place, said: by > 0 ? "Đã ở cuối cấp này." : "Đã ở đầu cấp này." };
  const [upper, lower] = by > 0 ? [block, other] : [other, block];
  const [a, b] = [all[upper[0]].first, all[upper[1]].last + 1];
  const [c, d] = [all[lower[0]].first, all[lower[1]].last + 1];
  const kept = new Set(all.map((node) => lines[node.first]));
  const moved = [...lines.slice(0, a), ...lines.slice(c, d), ...lines.slice(b, c), ...lines.slice(a, b), ...lines.slice(d)];
  const inside = (mark) => (moved.indexOf(mark.line) < 0 ? start : mark);
  const said = () => `Đã chuyển ${by > 0 ? "xuống" : "lên"}: ${stripped(start.line.source).slice(0, 40)}`;
  const result = closed(place, parted(moved, kept), start, inside(end));
  return { ...result, said: said() };
}

/** Put a blank line where a paragraph or table would run into the line above it. */
function parted(lines, starts) {
  return lines.flatMap((line, at) => {
    const above = lines[at - 1];
    const runs =
      starts.has(line) && above && above.kind !== "blank" &&
      (line.kind === "words" ? above.kind !== "table" : line.kind === "table" && above.kind === "table");
    return runs ? [plainLine(""), line] : [line];
  });
}

/**
 * Backspace right behind a label takes the label off.
 * @returns {Place|null} null when the caret does not stand there
 */
export function dropLabel(place) {
  if (place.start !== place.end) return null;
  const { lines, find } = opened(place);
  const { line, tail } = find(place.start);
  if (line.kind !== "item" || tail !== line.source.length - line.content) return null;
  const words = plainLine(line.source.slice(line.content), line.end);
  words.content = 0;
  lines[lines.indexOf(line)] = words;
  return closed(place, lines, { line: words, column: 0 }, { line: words, column: 0 }, "Đã bỏ số của dòng này.");
}

/**
 * Delete at the end of a line joins the next one without its label.
 * @returns {Place|null} null when the next line has no label
 */
export function joinNext(place) {
  if (place.start !== place.end) return null;
  const { lines, find } = opened(place);
  const { line, tail } = find(place.start);
  const at = lines.indexOf(line);
  const next = lines[at + 1];
  if (tail !== 0 || next?.kind !== "item" || line.kind === "blank" || line.kind === "table") return null;
  const words = next.source.slice(next.content);
  const gap = !words || /\s$/.test(line.source) ? "" : " ";
  line.source += gap + words;
  line.end = next.end;
  lines.splice(at + 1, 1);
  const mark = { line, tail: words.length + gap.length };
  return closed(place, lines, mark, mark);
}

/** The same text with its labels counted anew. */
export function recount(place) {
  const { lines, find } = opened(place);
  const marks = [find(place.start), find(place.end)];
  return closed(place, lines, ...marks);
}

