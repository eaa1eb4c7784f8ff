/* The labels of pasted lists: what Word counted by itself, what HTML lists count, what was typed. */

import { CHU, CONG, GACH, LA_MA, SO, SO4, decimals, firstLabel, isBullet } from "./bodylabels.js";
import { fold, opening } from "./openings.js";

const LOWER_ROMAN = /^\(?[ivx]+[.)]$/;
const BULLET_SIGN = /^(?:[^\p{L}\p{N}\s]{1,2}|[oØüvqw§])$/u;

/**
 * The label of a line that Word counted by itself (`mso-list: Ignore`).
 * @param {string} text the label as Word shows it
 * @param {object[]} parts the words behind it
 * @param {object} style of its paragraph
 * @param {object[]} blocks what was read before
 * @returns {{level: number|null, label: string, depth: number, shown: string, parts: object[]}}
 */
export function markedLabel(text, parts, style, blocks) {
  const shown = fold(text.replace(/\u00a0/g, " "));
  const depth = Number(/level(\d+)/.exec(style["mso-list"] ?? "")?.[1] ?? 1);
  const above = blocks.findLast((block) => block.depth > 0 && block.depth < depth && block.level !== null);
  const found = opening(`${shown} X`);
  const as = (level, label = firstLabel(level)) => ({ level, label, depth, shown, parts });
  if (/^[-–+]$/.test(shown)) return as(found.level);
  if (BULLET_SIGN.test(shown)) return as(above && isBullet(above.level) ? CONG : GACH);
  if (LOWER_ROMAN.test(shown) && !followsLetter(shown, depth, blocks)) {
    return as(above?.level === CHU ? GACH : above && isBullet(above.level) ? CONG : CHU);
  }
  // A counted label is one for sure, even where the same signs could be words.
  if (found?.typed === shown) return as(found.level, decimals(found.level) > 1 ? `${found.number}.` : found.weak ? undefined : shown);
  // No level of the notation looks so: the label is words.
  return { level: null, label: "", depth: 0, shown, parts: [{ text: `${shown} ` }, ...parts] };
}

/** Whether "i." comes after "h.": then it is the letter. */
function followsLetter(label, depth, blocks) {
  const before = blocks.findLast((block) => block.depth === depth);
  return /^i/.test(label) && /^h/.test(before?.shown ?? "");
}

/** The label that was typed at the beginning of a line, if it is surely one. */
export function typedLabel(parts) {
  const words = parts.map((part) => part.text ?? "").join("");
  const found = opening(words);
  if (!found || found.weak) return { level: null, label: "", depth: 0, parts };
  const label = isBullet(found.level) ? firstLabel(found.level) : found.typed;
  return { level: found.level, label, depth: 0, parts: behind(parts, words.length - found.rest.length) };
}

/** Parts without their first signs. */
function behind(parts, count) {
  const out = [];
  for (const part of parts) {
    if (part.note) {
      out.push(part);
      continue;
    }
    const text = part.text.slice(count);
    count = Math.max(0, count - part.text.length);
    if (text) out.push({ ...part, text: out.length ? text : text.trimStart() });
  }
  return out;
}

/** The label of a line in an HTML list: its number stands in no text, only the kind of the list is known. */
export function listLabel(item) {
  const level = levelOf(item);
  return { level, label: firstLabel(level), depth: depthOf(item) };
}

const depthOf = (item) => {
  let depth = 0;
  for (let at = item; at; at = at.parentElement?.closest("li")) depth += 1;
  return Number(item.getAttribute("aria-level")) || depth;
};

function levelOf(item) {
  const list = item.parentElement?.closest("ol, ul");
  const outer = list?.parentElement?.closest("li") ?? previousItem(list);
  const above = outer ? levelOf(outer) : null;
  const kind = kindOf(item, list);
  if (kind === "bullet") return above !== null && isBullet(above) ? CONG : GACH;
  if (kind === "upper-roman") return above === null ? LA_MA : Math.min(above + 1, CONG);
  if (kind === "letter") return above !== null && above >= CHU ? Math.min(above + 1, CONG) : CHU;
  if (kind === "lower-roman") return above === null ? CHU : Math.min(Math.max(above + 1, CHU), CONG);
  if (above === null || above < SO) return SO;
  return above < SO4 ? above + 1 : Math.min(Math.max(above + 1, CHU), CONG);
}

/** Google Docs and old editors put an inner list beside the item it belongs to, not into it. */
function previousItem(list) {
  if (!/^(OL|UL)$/.test(list?.parentElement?.tagName ?? "")) return null;
  let before = list.previousElementSibling;
  while (before && before.tagName !== "LI") before = before.previousElementSibling;
  return before;
}

function kindOf(item, list) {
  const styles = `${item.getAttribute("data-style") ?? ""};${list?.getAttribute("data-style") ?? ""}`;
  const named = /list-style(?:-type)?\s*:\s*([a-z-]+)/.exec(styles)?.[1];
  const type = item.getAttribute("type") ?? list?.getAttribute("type");
  const byType = { 1: "decimal", a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" }[type];
  const kind = named ?? byType ?? (list?.tagName === "OL" ? "decimal" : "disc");
  if (/alpha|latin/.test(kind)) return "letter";
  if (/roman/.test(kind)) return kind;
  return /decimal/.test(kind) ? "decimal" : "bullet";
}
