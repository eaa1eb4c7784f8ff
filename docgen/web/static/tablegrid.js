/* Tables typed with pipes ⇄ rows of cells: docgen.outline.tables, for the eyes of an editor.
   A cell is kept as raw notation; what a person edits has line ends for `<br>` and plain bars for `\|`. */

import { scan } from "./bodylines.js";
import { endsWithLoneBackslash, fold } from "./openings.js";

const PIECE = /\\[^\p{L}\p{N}]|\||\\|[^\\|]+/gu;
const BREAK = /(\\[^\p{L}\p{N}])| ?<br ?\/?> ?/giu;
const RULE = /^(:?)(-{2,}|(?<=:)-|-(?=:))(:?)$/;
const LEAST_DASHES = 3;

/**
 * @typedef {object} Grid
 * @property {number} header how many of the rows are header rows
 * @property {string[][]} rows raw cells, all rows of one length
 * @property {string[]} aligns "", "left", "center" or "right" a column
 * @property {number[]} widths relative, one a column; [] when all are alike
 */

/**
 * Read the lines of a table.
 * @param {string[]} lines
 * @returns {Grid}
 */
export function readGrid(lines) {
  const rows = [];
  let header = 0;
  let rule = null;
  for (const line of lines) {
    const cells = cellsOf(fold(line));
    if (!cells.every((cell) => RULE.test(cell))) rows.push(cells);
    else if (!rule) [rule, header] = [cells, rows.length];
  }
  const columns = Math.max(1, ...rows.map((row) => row.length), rule?.length ?? 0);
  for (const row of rows) while (row.length < columns) row.push("");
  const parts = rule?.length === columns ? rule.map((cell) => RULE.exec(cell)) : [];
  const widths = parts.map((m) => m[2].length);
  const divisor = widths.reduce(gcd, 0);
  return {
    header,
    rows,
    aligns: Array.from({ length: columns }, (_, x) => (parts[x] ? alignOf(parts[x][1], parts[x][3]) : "")),
    widths: new Set(widths).size > 1 ? widths.map((width) => width / divisor) : [],
  };
}

const gcd = (a, b) => (b ? gcd(b, a % b) : a);
const alignOf = (left, right) => (left && right ? "center" : left ? "left" : right ? "right" : "");
const trimmed = (raw) => {
  const head = raw.replace(/^ /, "");
  return head.endsWith(" ") && /(^|[^\\])(\\\\)*$/.test(head.slice(0, -1)) ? head.slice(0, -1) : head;
};

function cellsOf(line) {
  const cells = [""];
  for (const [piece] of line.replace(/^\|/, "").matchAll(PIECE)) {
    if (piece === "|") cells.push("");
    else cells[cells.length - 1] += piece;
  }
  const texts = cells.map(trimmed);
  return texts.length > 1 && texts.at(-1) === "" ? texts.slice(0, -1) : texts;
}

/**
 * Write the lines of a table.
 * @param {Grid} grid
 * @returns {string[]}
 */
export function gridLines({ header, rows, aligns, widths }) {
  const out = rows.map((row) => {
    const cells = row.map((raw) => (RULE.test(raw) ? `\\${raw}` : raw));
    return `|${cells.map((raw) => (raw ? ` ${raw} |` : " |")).join("")}`;
  });
  if (header || widths.length || aligns.some(Boolean)) out.splice(header, 0, ruleLine(rows[0].length, aligns, widths));
  return out;
}

function ruleLine(columns, aligns, widths) {
  const shares = widths.length === columns ? widths : Array(columns).fill(LEAST_DASHES);
  const times = Math.ceil(LEAST_DASHES / Math.min(...shares));
  const cells = shares.map((share, x) => {
    const align = aligns[x] ?? "";
    const left = align === "left" || align === "center" ? ":" : "";
    const right = align === "right" || align === "center" ? ":" : "";
    return left + "-".repeat(share * times) + right;
  });
  return `|${cells.join("|")}|`;
}

/** A raw cell as a person edits it. */
export function shownCell(raw) {
  const bare = raw.startsWith("\\") && RULE.test(raw.slice(1)) ? raw.slice(1) : raw;
  return bare.replace(BREAK, (_, escaped) => escaped ?? "\n").replace(PIECE, (piece) => (piece === "\\|" ? "|" : piece));
}

/** What a person typed into a cell, as raw notation. */
export function typedCell(shown) {
  const lines = shown.normalize("NFC").split(/\r\n?|\n/).map((line) => {
    const words = fold(line).replace(PIECE, (piece) => (piece === "|" ? "\\|" : piece));
    // A lone backslash at the end would take what follows for a sign of the text.
    return endsWithLoneBackslash(words) ? `${words}\\` : words;
  });
  return lines.join("<br>");
}

/**
 * The table a caret stands in.
 * @param {string} text
 * @param {number} at
 * @returns {{start: number, end: number, lines: string[]}|null} its place in the text
 */
export function tableAt(text, at) {
  let start = 0;
  let found = null;
  for (const line of scan(text)) {
    const end = start + line.source.length;
    if (line.kind === "table") {
      found ??= { start, end, lines: [] };
      found.end = end;
      found.lines.push(line.source);
    } else {
      if (found && found.start <= at && at <= found.end) return found;
      found = null;
    }
    start = end + line.end.length;
  }
  return found && found.start <= at && at <= found.end ? found : null;
}

/** A new table: so many empty rows and columns, the first row a header. */
export const emptyGrid = (rows, columns) => ({
  header: 1,
  rows: Array.from({ length: rows }, () => Array(columns).fill("")),
  aligns: Array(columns).fill(""),
  widths: [],
});

/** The cells of a block copied from a sheet: tabs and lines, quoted where a cell has line ends. */
export function readTsv(text) {
  const rows = [[""]];
  let quoted = false;
  const signs = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < signs.length; i += 1) {
    const [sign, row] = [signs[i], rows.at(-1)];
    const last = row.length - 1;
    if (quoted && sign === '"' && signs[i + 1] === '"') row[last] += signs[(i += 1)];
    else if (sign === '"' && (quoted || (row[last] === "" && hasClosing(signs, i)))) quoted = !quoted;
    else if (!quoted && sign === "\t") row.push("");
    else if (!quoted && sign === "\n") rows.push([""]);
    else row[last] += sign;
  }
  return rows;
}

/** Whether a quotation mark at the beginning of a cell has its partner at the end of one. */
const hasClosing = (text, at) => /^"(?:[^"]|"")*"(?=[\t\n]|$)/.test(text.slice(at));
