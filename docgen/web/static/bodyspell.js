/* Words with looks → the notation of a body, as docgen.outline.escape spells them: what would be a sign of the
   notation by accident gets its `\`. A part is {text, bold, italic, superscript} or {note: key}. */

import { fold, opening } from "./openings.js";

const LOOKS = [["italic", "*"], ["bold", "**"], ["superscript", "^"]];
const CLOSING = ")]},.;:!?…”’»";
const OPENING = "([{“‘«";
const LOUD = /\\|\*|\^|\||\[(?=\^)|<(?=br ?\/?>)|\s+/gi;
const isLetter = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/**
 * One paragraph, title or cell in the notation.
 * @param {object[]} parts in normal form (see normal)
 * @param {{cell?: boolean}} [how] cell: in a table, where a line end in the text becomes `<br>`
 */
export function spell(parts, { cell = false } = {}) {
  const texts = parts.map((part) => (part.note ? "" : cell ? part.text : part.text.replaceAll("\n", " ")));
  const turns = turnsOf(parts, texts);
  const starting = (at) => turns.filter((turn) => turn.start === at);
  const ending = (at) => turns.filter((turn) => turn.end === at);
  let out = "";
  parts.forEach((part, at) => {
    out += boundary(ending(at), starting(at));
    if (part.note) out += `[^${part.note}]`;
    else {
      const edges = { first: at === 0, last: at === parts.length - 1, opened: starting(at).length, closed: ending(at + 1).length };
      out += words(texts[at], cell, edges);
    }
  });
  return out + boundary(ending(parts.length), []);
}

/** The same said in as few parts as it takes. */
export function normal(parts) {
  const out = [];
  for (const part of parts) {
    if (!part.note && !part.text) continue;
    const last = out.at(-1);
    const alike = last && !last.note && !part.note && LOOKS.every(([look]) => Boolean(last[look]) === Boolean(part[look]));
    if (alike) last.text = (last.text + part.text).normalize("NFC");
    else out.push(part.note ? part : { ...part, text: part.text.normalize("NFC") });
  }
  return out;
}

function turnsOf(parts, texts) {
  const turns = [];
  for (const [look, mark] of LOOKS) {
    let start = null;
    let on = false;
    for (let at = 0; at <= parts.length; at += 1) {
      const part = parts[at];
      if (!part) on = false;
      else if (!part.note) on = Boolean(part[look]);
      if (on && start === null) start = at;
      else if (!on && start !== null) {
        turns.push({ mark, start, end: at, forced: needsBraces(look, texts, start, at) });
        start = null;
      }
    }
  }
  return turns;
}

function needsBraces(look, texts, start, end) {
  if (texts[start].startsWith("\n") || texts[end - 1].endsWith("\n")) return true;
  if (look === "superscript") return texts.slice(start, end).some((text) => /\s/.test(text));
  const meets = (at) => at > 0 && at < texts.length && isLetter([...texts[at - 1]].at(-1)) && isLetter([...texts[at]][0]);
  return look === "italic" && (meets(start) || meets(end));
}

/** The marks between two parts: one run of stars never has a brace in it. */
function boundary(ends, begins) {
  const natural = [...ends, ...begins].filter((turn) => !turn.forced).map((turn) => turn.mark);
  const stars = natural.filter((mark) => mark !== "^").join("");
  const carets = natural.filter((mark) => mark === "^").join("");
  const before = ends.filter((turn) => turn.forced).map((turn) => `${turn.mark}}`).join("");
  const after = begins.filter((turn) => turn.forced).map((turn) => `{${turn.mark}`).join("");
  return before + stars + carets + after;
}

function words(text, cell, edges) {
  const quiet = (found, at) => {
    if (found === "|") return cell ? "\\|" : "|";
    if (!/\s/.test(found)) return `\\${found}`;
    const atHead = at === 0 && (edges.first || edges.opened);
    const atTail = at + found.length === text.length && (edges.last || edges.closed);
    return blanks(found, atHead || atTail, text[at + found.length] ?? "");
  };
  let out = text.replace(LOUD, quiet);
  const [head, tail] = [text[0] ?? "", text.at(-1) ?? ""];
  if (head === "}" || (head && edges.opened && CLOSING.includes(head))) out = `\\${out}`;
  const lends = tail === "{" || tail === "[" || (tail && edges.closed && OPENING.includes(tail));
  if (lends && !/(^|[^\\])\\(\\\\)*.$/.test(out)) out = `${out.slice(0, -1)}\\${tail}`;
  return out;
}

function blanks(run, atEdge, after) {
  if (run === " " && !atEdge) return run;
  if (run.includes("\n")) {
    const out = [...run].map((sign) => (sign === "\n" ? "<br>" : `\\${sign}`)).join("");
    // ">" and U+0338 would compose to one character.
    return run.endsWith("\n") && /\p{M}/u.test(after) ? `${out}\\` : out;
  }
  const first = run[0] === " " && !atEdge ? " " : `\\${run[0]}`;
  return first + [...run.slice(1)].map((sign) => `\\${sign}`).join("");
}

/** A `\` where words would otherwise open an item, a table, a footnote text or a "Lưu ý". */
export function asWords(raw) {
  const definition = /^\[\^[\p{L}\p{N}_-]{1,32}\](?=:)/u.exec(raw);
  const at = definition ? definition[0].length : raw.startsWith("|") ? 0 : opening(fold(raw))?.sign;
  return at === undefined ? raw : `${raw.slice(0, at)}\\${raw.slice(at)}`;
}
