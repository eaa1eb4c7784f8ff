/* The labels of a body, counted as docgen.outline counts them (labels.py, numerals.py, scheme.py). */

/** The levels, strongest first; everywhere else a level is its place in this list. */
export const LEVELS = [
  "phan", "chuong", "muc", "tieu_muc", "dieu", "la_ma", "so", "so2", "so3", "so4", "chu", "gach", "cong",
];
export const [PHAN, CHUONG, MUC, TIEU_MUC, DIEU, LA_MA, SO, SO2, SO3, SO4, CHU, GACH, CONG] = LEVELS.keys();
const DECIMALS = 4;
const RUN_THROUGH = new Set([CHUONG, DIEU]);

/** How many numbers the label of a decimal level has; 0 for other levels. */
export const decimals = (level) => (level >= SO && level <= SO4 ? level - SO + 1 : 0);
export const isBullet = (level) => level >= GACH;

const ROMAN = [
  [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"],
  [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"],
];
const LETTERS = [..."abcdđeghiklmnopqrstuvxy"];
const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const LONGEST_ROMAN = 2000;

/** @param {number} n at least 1 */
export function roman(n) {
  let written = "";
  for (const [value, sign] of ROMAN) {
    written += sign.repeat(Math.floor(n / value));
    n %= value;
  }
  return written;
}

/** The number of a Roman numeral in its one right spelling, else null. */
export function romanValue(text) {
  if (!/^[IVXLCDM]+$/.test(text) || text.length > LONGEST_ROMAN) return null;
  let [sum, above] = [0, 0];
  const values = Object.fromEntries(ROMAN.map(([value, sign]) => [sign, value]));
  for (const sign of [...text].reverse()) {
    sum += values[sign] >= above ? values[sign] : -values[sign];
    above = Math.max(above, values[sign]);
  }
  return sum > 0 && roman(sum) === text ? sum : null;
}

/** The letter of point n: a b c d đ … y, then aa, ab. */
export function letter(n) {
  let letters = "";
  while (n > 0) {
    letters = LETTERS[(n - 1) % LETTERS.length] + letters;
    n = Math.floor((n - 1) / LETTERS.length);
  }
  return letters;
}

/** The place of a letter label, or null when it numbers no point (f, w). */
export function letterValue(text) {
  let n = 0;
  for (const sign of text) {
    const at = LETTERS.indexOf(sign);
    if (at < 0) return null;
    n = n * LETTERS.length + at + 1;
  }
  return n || null;
}

/** "nhất" → 1 …, or null. */
export function ordinalValue(word) {
  const lower = word.toLowerCase();
  return lower === "bốn" ? 4 : ORDINALS.indexOf(lower) + 1 || null;
}

/**
 * A number written the way another one of its level is.
 * @param {number} level
 * @param {string} like the number as typed: "I", "1", "thứ nhất", "b"
 * @param {number[]} numbers as Numbering gives them
 */
export function writeNumber(level, like, numbers) {
  const n = numbers.at(-1);
  if (isBullet(level)) return like;
  if (level === CHU) return letter(n);
  if (level === LA_MA) return roman(n);
  if (decimals(level)) return numbers.join(".");
  if (/^[0-9]/.test(like)) return String(n);
  if (!/^th/i.test(like) || n > ORDINALS.length) return roman(n);
  const word = `thứ ${ORDINALS[n - 1]}`;
  return like.startsWith("TH") ? word.toUpperCase() : word;
}

const FIRST = ["Phần I.", "Chương I.", "Mục 1.", "Tiểu mục 1.", "Điều 1.", "I.", "1.", "1.1.", "1.1.1.", "1.1.1.1.", "a)", "-", "+"];

/** The label of number one of a level, in the usual shape. */
export const firstLabel = (level) => FIRST[level];

const same = (a, b) => a.length === b.length && a.every((n, i) => n === b[i]);

/** The counters of one text, moved on by each item in reading order. */
export class Numbering {
  #counts = LEVELS.map(() => 0);
  #fronts = new Map();

  /** Count one more item; typed: the numbers of its typed label, used where a decimal has no parent. */
  next(level, typed = []) {
    const front = this.#front(level, typed);
    if (front.length && !same(front, this.#fronts.get(level) ?? [])) {
      this.#counts[level] = 0;
      this.#fronts.set(level, front);
    }
    this.#counts[level] += 1;
    for (let deeper = level + 1; deeper < LEVELS.length; deeper += 1) {
      if (RUN_THROUGH.has(deeper)) continue;
      this.#counts[deeper] = 0;
      this.#fronts.delete(deeper);
    }
    return [...front, this.#counts[level]];
  }

  /** The number `next` would give, without counting. */
  expected(level, typed = []) {
    const front = this.#front(level, typed);
    const again = !front.length || same(front, this.#fronts.get(level) ?? []);
    return [...front, again ? this.#counts[level] + 1 : 1];
  }

  /** The number a decimal level takes from the items above it. */
  parent(level) {
    let front = [];
    for (let upper = SO; decimals(level) && upper < level; upper += 1) {
      if (this.#counts[upper]) front = [...(this.#fronts.get(upper) ?? []), this.#counts[upper]];
    }
    return front;
  }

  #front(level, typed) {
    const length = decimals(level) - 1;
    if (length < 1 || length >= DECIMALS) return [];
    const front = this.parent(level);
    if (front.length === length) return front;
    const given = typed.length === length + 1 ? typed : (this.#fronts.get(level) ?? Array(length).fill(1));
    return [...front, ...given.slice(front.length, length)];
  }
}
