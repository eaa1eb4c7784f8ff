/* Clipboard HTML of Word, LibreOffice, Google Docs and web pages → blocks: lines with their labels and looks, tables,
   footnotes. What only a screen or Word itself needs is dropped; what a reader would miss is counted. */

import { styleOf, styleSheet } from "./wordlooks.js";
import { listLabel, markedLabel, typedLabel } from "./wordlists.js";
import { readTable } from "./wordtables.js";
import { normal } from "./bodyspell.js";

const DROPPED = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "HEAD", "XML", "TEMPLATE", "NOSCRIPT", "SVG", "CANVAS",
  "OBJECT", "IFRAME", "BUTTON", "INPUT", "SELECT", "TEXTAREA", "HR", "COLGROUP", "COL", "AUDIO", "VIDEO"]);
const BLOCKS = new Set(["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "UL", "OL", "BLOCKQUOTE", "PRE", "SECTION",
  "ARTICLE", "HEADER", "FOOTER", "MAIN", "DL", "DT", "DD", "FIGURE", "FIGCAPTION", "FORM", "CENTER", "ADDRESS", "ASIDE",
  "NAV", "BODY", "TR", "TD", "TH", "TBODY", "THEAD", "TFOOT", "CAPTION", "DETAILS", "SUMMARY"]);
const NOTE = /^#_?(?:(?:ftn|edn|ftnt)(\d+)|sd(?:foot|end)note(\d+)sym)$/;
const BACK = /^#_?(?:(?:ftnref|ednref|ftnt_ref)(\d+)|sd(?:foot|end)note(\d+)anc)$/;

/**
 * @typedef {object} Block
 * @property {"line"|"table"} kind
 * @property {object[]} parts of a line: words with looks (see bodyspell)
 * @property {number|null} level of a line with a label, found in the list it stood in
 * @property {string} label its label as text
 * @property {boolean} soft whether it follows a line break inside a paragraph
 * @property {object} table of a table (see wordtables)
 */

/**
 * Read clipboard HTML.
 * @param {string} html
 * @returns {{blocks: Block[], notes: Map<string, object[]>, source: string,
 *   dropped: {pictures: number, deleted: number, comments: number, merged: number}}}
 *   notes: the texts of footnotes by the key their places have
 */
export function readHtml(html) {
  // Word's own XML stands in comments. Styles and handlers are text and never applied: the page's
  // Content-Security-Policy would stop them, and complain of every one.
  const sheets = [];
  const unstyled = html.replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_, rules) => void sheets.push(rules) ?? "");
  const inert = unstyled.replace(/<[^<>]*>/g, (tag) => tag.replace(/(\s)(style|on\w+)(\s*=)/gi, "$1data-$2$3"));
  const page = new DOMParser().parseFromString(inert, "text/html");
  const reader = new Reader(styleSheet(sheets.join("\n")));
  reader.children(page.body, {});
  reader.flush();
  return reader.result(sourceOf(html));
}

function sourceOf(html) {
  if (/schemas-microsoft-com:office:excel|Excel\.Sheet/.test(html)) return "Excel";
  if (/schemas-microsoft-com:office:word|class="?Mso/.test(html)) return "Word";
  if (/docs-internal-guid/.test(html)) return "Google Docs";
  return /LibreOffice|OpenOffice/.test(html) ? "LibreOffice" : "trang web";
}

/** The words of one cell: its lines, parted by line ends. */
function cellParts(cell, outer) {
  const inner = new Reader(outer.sheet, outer);
  inner.children(cell, styleOf(cell, {}, outer.sheet).look);
  inner.flush();
  const parts = [];
  for (const block of inner.blocks) {
    if (block.kind === "table") continue;
    const label = block.label ? [{ text: `${block.label} ` }] : [];
    parts.push(...(parts.length ? [{ text: "\n" }] : []), ...label, ...block.parts);
  }
  return normal(parts);
}

class Reader {
  blocks = [];
  #parts = [];
  #label = null;
  #note = null;
  #soft = false;

  /** outer: who reads the table in whose cell this reads; footnotes and what is dropped are counted together. */
  constructor(sheet, outer = null) {
    this.sheet = sheet;
    this.inCell = outer !== null;
    this.notes = outer?.notes ?? new Map();
    this.places = outer?.places ?? new Set();
    this.dropped = outer?.dropped ?? { pictures: 0, deleted: 0, comments: 0, merged: 0 };
  }

  children(element, look) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.#words(node.nodeValue, look);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node, look);
    }
  }

  #words(text, look) {
    const shown = text.replace(/[\s\u00a0]+/g, " ").replace(/[\ufeff\u200b\u00ad]/g, "");
    if (shown) this.#parts.push({ text: shown, ...look });
  }

  #element(element, outer) {
    const name = element.tagName;
    if (DROPPED.has(name) || name.startsWith("V:")) return;
    if (name === "IMG") return void (this.dropped.pictures += 1);
    const { look, style } = styleOf(element, outer, this.sheet);
    if (this.#isHidden(element, style)) return;
    if (name === "BR") return this.#lineBreak(style);
    if (name === "A" && this.#noteLink(element)) return;
    if (/ignore/.test(style["mso-list"] ?? "")) return void (this.#label ??= { text: element.textContent });
    if (name === "TABLE") return this.#table(element);
    if (!BLOCKS.has(name)) return this.children(element, look);
    this.flush();
    if (name === "LI") this.#label = { item: element };
    else if (style["mso-list"]) this.#label = null;
    this.children(element, look);
    this.flush(style);
  }

  #isHidden(element, style) {
    const isComment = /comment/.test(style["mso-element"] ?? "") || /MsoCommentReference/.test(element.className);
    if (/MsoCommentReference/.test(element.className)) this.dropped.comments += 1;
    const isDeleted = element.tagName === "DEL" || /\bmsoDel\b/.test(element.className);
    if (isDeleted && element.textContent.trim()) this.dropped.deleted += 1;
    const isPageMatter = /^(header|footer)$/.test(style["mso-element"] ?? "");
    return isComment || isDeleted || isPageMatter || style.display === "none" || style["mso-hide"] === "all";
  }

  #lineBreak(style) {
    if (style["page-break-before"] || style["mso-special-character"] === "line-break") return this.flush();
    this.flush();
    this.#soft = true;
  }

  /** A link between a footnote's place and its text. */
  #noteLink(link) {
    const to = link.getAttribute("href")?.replace(/^[^#]*/, "") ?? "";
    const [place, back] = [NOTE.exec(to), BACK.exec(to)];
    const kind = /edn|endnote/.test(to) ? "e" : "";
    if (back) this.#note = kind + (back[1] ?? back[2]);
    if (!place) return Boolean(back);
    const key = kind + (place[1] ?? place[2]);
    this.places.add(key);
    this.#parts.push({ note: key, shown: link.textContent.trim() });
    return true;
  }

  #table(element) {
    this.flush();
    const table = readTable(element, (cell) => cellParts(cell, this), this.sheet);
    // One cell is a frame, not a table.
    if (table.rows.length + table.header.length <= 1 && table.columns <= 1) {
      this.children(element, {});
      return this.flush();
    }
    this.dropped.merged += table.merged;
    this.blocks.push({ kind: "table", table });
  }

  /** End the line that is being read; style: of the paragraph that ends. */
  flush(style = {}) {
    const parts = trimmed(normal(this.#parts));
    const [label, note, soft] = [this.#label, this.#note, this.#soft];
    this.#parts = [];
    this.#note = null;
    this.#soft = false;
    if (!parts.length) return;
    this.#label = null;
    if (note) return void this.notes.set(note, [...(this.notes.get(note) ?? []), ...parts]);
    this.blocks.push({ kind: "line", soft, ...this.#labelled(label, parts, style) });
  }

  #labelled(label, parts, style) {
    if (label?.item) return { ...listLabel(label.item), parts };
    if (label) return markedLabel(label.text, parts, style, this.blocks);
    return this.inCell ? { level: null, label: "", depth: 0, parts } : typedLabel(parts);
  }

  result(source) {
    // A place whose text was not copied keeps its sign, a text whose place was not copied its words.
    const settled = (parts) =>
      normal(parts.map((part) => (part.note && !this.notes.has(part.note) ? { text: part.shown, superscript: true } : part)));
    for (const block of this.blocks) {
      if (block.parts) block.parts = settled(block.parts);
      for (const row of [...(block.table?.header ?? []), ...(block.table?.rows ?? [])]) row.splice(0, row.length, ...row.map(settled));
    }
    for (const [key, parts] of this.notes) {
      if (this.places.has(key)) continue;
      this.blocks.push({ kind: "line", parts, level: null, label: "", depth: 0, soft: false });
      this.notes.delete(key);
    }
    return { blocks: this.blocks, notes: this.notes, source, dropped: this.dropped };
  }
}

/** Parts without blanks at the ends, without two in a row, and with no look on a blank alone. */
export function trimmed(parts) {
  const out = [];
  let blank = true;
  for (const part of parts) {
    if (part.note) {
      out.push(part);
      blank = false;
      continue;
    }
    const [, head, words, tail] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part.text);
    if ((head || (!words && tail)) && !blank) out.push({ text: " " });
    if (head || !words) blank = true;
    if (!words) continue;
    out.push({ ...part, text: words.replace(/ +/g, " ") });
    if (tail) out.push({ text: " " });
    blank = Boolean(tail);
  }
  while (out.length && out.at(-1).text === " ") out.pop();
  return normal(joinedAcrossBlanks(out));
}

/** A blank between two words of one look has that look. */
function joinedAcrossBlanks(parts) {
  const looks = ["bold", "italic"];
  return parts.map((part, at) => {
    if (part.text !== " ") return part;
    const [before, after] = [parts[at - 1], parts[at + 1]];
    const look = {};
    for (const each of looks) if (before?.[each] && after?.[each]) look[each] = true;
    return { text: " ", ...look };
  });
}
