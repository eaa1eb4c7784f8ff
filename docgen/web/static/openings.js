/* Which label a line begins with: docgen.outline.openings and lines, sign by sign. Only the line itself is looked at;
   a label that could as well be words (`C.`, `1.1 tỷ`, `p. Bến Nghé`) is weak: the numbers before it decide. */

import {
  CHU, CHUONG, CONG, DIEU, GACH, LA_MA, MUC, PHAN, SO, TIEU_MUC, decimals, letterValue, ordinalValue, romanValue,
} from "./bodylabels.js";

/** What counts as a blank there; JavaScript's own \s has other ends. */
export const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const ESCAPE = "\\\\[^\\p{L}\\p{N}]";
const BLANKS = new RegExp(`(${ESCAPE})|[${BLANK}]+`, "gu");
// Most lines have single blanks between words and nothing else to fold.
const UNEVEN = new RegExp(`\\\\|^ |  | $|[${BLANK.replace("-\\x20", "-\\x1f")}]`, "u");
const HEAD = new RegExp(`^[${BLANK}]+`, "u");
const TAIL = new RegExp(`[${BLANK}]+$`, "u");

export const stripped = (text) => text.replace(HEAD, "").replace(TAIL, "");
export const leadOf = (text) => HEAD.exec(text)?.[0].length ?? 0;
export const endsWithLoneBackslash = (text) => /\\*$/.exec(text)[0].length % 2 === 1;

/** Blanks folded to one and none at the ends; an escaped blank stays. */
export function fold(source) {
  if (!UNEVEN.test(source)) return source;
  let words = stripped(source);
  if (endsWithLoneBackslash(words)) {
    const end = leadOf(source) + words.length;
    words += source.slice(end, end + 1);
  }
  return words.replace(BLANKS, (_, escaped) => escaped ?? " ");
}

const WORD = "[\\p{L}\\p{N}_]";
const NAMED = new RegExp(
  "^(?<word>Phần|PHẦN|Chương|CHƯƠNG|Tiểu mục|Tiểu Mục|TIỂU MỤC|Mục|MỤC|Điều|ĐIỀU)(?<blank> )" +
    `(?<number>(?:thứ|THỨ) ${WORD}{2,4}|[IVXLCDM]+|[0-9]{1,6})(?!${WORD})` +
    "(?<sign> ?[.:)/](?![0-9])| ?[-–—](?= |$))?",
  "u",
);
const WORDS = { phần: PHAN, chương: CHUONG, "tiểu mục": TIEU_MUC, mục: MUC, điều: DIEU };
const ROMAN = /^(?<number>[IVXLCDM]+)(?<sign>[./):]| ?[-–—])/u;
const DECIMAL = /^(?<number>[0-9]{1,6}(?:\.[0-9]{1,6}){1,3})(?<sign>[./)]?)(?!\.?[0-9])/u;
const ARABIC = /^(?<number>[0-9]{1,6})(?<sign>[./)]| ?-(?= ))/u;
const LETTER = /^(?<number>[a-zđ]{1,3})(?<sign>[.)/])/u;
const DASH = /^(?<sign>[-–—](?![-–—>=])|\*(?= )|[·•∙‧▪▫■□●○◦‣⁃➢➤►✓\uf0b7\uf0a7\uf0d8\uf0fc\uf02d])/u;
const PLUS = /^(?<sign>\+)(?!\+)/u;
const INITIAL = /^[A-ZĐ]\./u;
const SURE_ROMAN = 39;
const BIG = 100;
const ENDS = ".;:,…?!";
const ONE_SIGN = ["C", "D", "L", "M"];

export const isUpper = (text) => /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
const beginsUpper = (text) => /^\p{Uppercase}/u.test(text);
const isOpeningWord = (text) => beginsUpper(text) || /^[“"‘'([]/u.test(text) || text.startsWith("**");

/**
 * The label that a line begins with, if any.
 * @param {string} line blanks folded, none in front (see fold)
 * @returns {{level: number, typed: string, number: string, at: number, numbers: number[], rest: string, weak: boolean,
 *   sign: number, slack: number}|null} typed: the label as it stands; number: the part that counts, at: where it
 *   stands in typed; sign: index in the line where a `\` makes it words; slack: how far off a weak label may be
 */
export function opening(line) {
  const first = line.slice(0, 1);
  if (/[0-9]/.test(first)) return decimal(line) ?? arabic(line);
  const found = "IVXLCDM".includes(first) ? romanLabel(line) : null;
  if (found) return found;
  if ("PCTMĐ".includes(first)) return named(line);
  return letterLabel(line) ?? bullet(line);
}

function made(level, m, line, numbers, weak, more = {}) {
  const rest = line.slice(m[0].length).replace(/^ /, "");
  const number = m.groups.number ?? "";
  return { level, typed: m[0], number, at: 0, numbers, rest, weak, sign: number.length, slack: 0, ...more };
}

function named(line) {
  const m = NAMED.exec(line);
  const value = m && namedValue(m.groups.number);
  if (!value) return null;
  const tail = line.slice(m[0].length);
  const rest = tail.replace(/^ /, "");
  let weak = ONE_SIGN.includes(m.groups.number);
  if (!m.groups.sign && tail) {
    // "Điều 5 của Luật …" is a sentence, "Phần I TÌNH HÌNH" a title; what lies between must at least fit.
    if (!tail.startsWith(" ") || !beginsUpper(rest)) return null;
    weak = weak || !isUpper(rest);
    if (weak && ENDS.includes(rest.at(-1))) return null;
  }
  const blank = m.groups.word.length;
  return made(WORDS[m.groups.word.toLowerCase()], m, line, [value], weak, { at: blank + 1, sign: blank });
}

function namedValue(number) {
  if (/^[0-9]/.test(number)) return Number(number) || null;
  return number.includes(" ") ? ordinalValue(number.slice(number.indexOf(" ") + 1)) : romanValue(number);
}

function romanLabel(line) {
  const m = ROMAN.exec(line);
  const value = m && romanValue(m.groups.number);
  if (!value) return null;
  const tail = line.slice(m[0].length);
  let weak = value > SURE_ROMAN || ONE_SIGN.includes(m.groups.number) || INITIAL.test(tail.replace(/^ /, ""));
  if (tail && !tail.startsWith(" ")) {
    if (!isOpeningWord(tail)) return null;
    weak = weak || ![".", "/", ")"].includes(m.groups.sign);
  }
  return made(LA_MA, m, line, [value], weak);
}

function decimal(line) {
  const m = DECIMAL.exec(line);
  if (!m) return null;
  const numbers = m.groups.number.split(".").map(Number);
  const tail = line.slice(m[0].length);
  const rest = tail.replace(/^ /, "");
  if (numbers.includes(0)) return null;
  if (tail && !tail.startsWith(" ") && !(m.groups.sign && isOpeningWord(tail))) return null;
  if (!m.groups.sign && rest && !isOpeningWord(rest)) return null;
  const weak = !m.groups.sign || Math.max(...numbers) >= BIG;
  return made(SO + numbers.length - 1, m, line, numbers, weak, { sign: line.indexOf(".") });
}

function arabic(line) {
  const m = ARABIC.exec(line);
  if (!m) return null;
  const value = Number(m.groups.number);
  const dashed = m.groups.sign.includes("-");
  const tail = line.slice(m[0].length);
  let weak = !(value > 0 && value < 10 * BIG) || dashed;
  if (tail && !tail.startsWith(" ") && !isOpeningWord(tail)) {
    if (m.groups.sign === "/" || !/^\p{L}/u.test(tail)) return null;
    weak = true;
  }
  if (dashed && !isOpeningWord(tail.replace(/^ /, ""))) return null;
  return made(SO, m, line, [value], weak);
}

function letterLabel(line) {
  const m = LETTER.exec(line);
  if (!m) return null;
  const value = letterValue(m.groups.number);
  const single = m.groups.number.length === 1;
  if (value === null && !single) return null;
  const tail = line.slice(m[0].length);
  const touches = tail !== "" && !tail.startsWith(" ");
  if (touches && !isOpeningWord(tail) && !(m.groups.sign === ")" && /^\p{L}/u.test(tail))) return null;
  // "p. Bến Nghé": one letter and a dot is a label only about where that letter is due.
  const weak = !single || m.groups.sign !== ")";
  return made(CHU, m, line, value ? [value] : [], weak, { slack: single ? 2 : 0 });
}

function bullet(line) {
  const dash = DASH.exec(line);
  const m = dash ?? PLUS.exec(line);
  return m && made(dash ? GACH : CONG, m, line, [], false);
}

/** Whether a label is one: a weak one must have about the number that is due (blocks.py, `_fits`). */
export function fits(found, numbering, typedAbove) {
  if (!found.weak) return true;
  const due = numbering.expected(found.level, found.numbers);
  const same = (a, b) => b !== undefined && a.length === b.length && a.every((n, i) => n === b[i]);
  if (decimals(found.level) > 1) {
    const parent = numbering.parent(found.level);
    const front = found.numbers.slice(0, -1);
    if (parent.length === front.length) return same(front, parent) || same(front, typedAbove(found.level - 1));
    return same(found.numbers, due);
  }
  // f, j, w, z are no letters of points, but offices that count a b c d e f come to f sixth.
  if (!found.numbers.length) return due[0] >= 6;
  return Math.abs(found.numbers[0] - due[0]) <= found.slack;
}
