/* Sums of a column of Vietnamese numbers (1.500.000 and 1,5), exact: no floating point. */

const NUMBER = /^[-−]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?$/;
const NOTHING = /^[-–—xX.]?$/;
const TOTAL = /^(?:tổng|cộng)/i;
const UNITS = [[/tỷ đồng/i, 9], [/triệu đồng/i, 6], [/(?:nghìn|ngàn|1\.000)\s*đồng/i, 3]];

const bare = (raw) => raw.replace(/[*^{}\\]/g, "").replace(/<br ?\/?>/gi, " ").trim();

/**
 * @param {string[]} cells raw cells of a column
 * @returns {{sum: string, counted: number, refused: number[]}} sum: in Vietnamese digits, "" when there is no number;
 *   refused: which cells are no numbers
 */
export function sumOf(cells) {
  const refused = [];
  const numbers = [];
  cells.forEach((raw, at) => {
    const text = bare(raw);
    if (NUMBER.test(text)) numbers.push(text.replace("−", "-").replaceAll(".", ""));
    else if (!NOTHING.test(text)) refused.push(at);
  });
  const places = Math.max(0, ...numbers.map((text) => (text.split(",")[1] ?? "").length));
  const sum = numbers.reduce((total, text) => {
    const [whole, fraction = ""] = text.split(",");
    return total + BigInt(whole + fraction.padEnd(places, "0"));
  }, 0n);
  return { sum: numbers.length ? written(sum, places) : "", counted: numbers.length, refused };
}

function written(sum, places) {
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=([0-9]{3})+$)/g, ".");
  return (sum < 0n ? "-" : "") + whole + (places ? `,${digits.slice(-places)}` : "");
}

/** A number in Vietnamese digits times a power of ten, e.g. millions as đồng. */
export function shifted(number, power) {
  const [whole, fraction = ""] = number.replaceAll(".", "").split(",");
  const digits = fraction.padEnd(power, "0");
  const kept = digits.slice(power).replace(/0+$/, "");
  return written(BigInt(whole + digits.slice(0, power) + kept), kept.length);
}

/** Whether a row is a total by its words. */
export const isTotalRow = (row) => row.some((raw) => TOTAL.test(bare(raw)));

/** How many zeros the amounts of a column lack, as its header or the words around say: "ĐVT: triệu đồng" → 6. */
export const unitOf = (words) => UNITS.find(([unit]) => unit.test(words))?.[1] ?? 0;
