/* What the styles of pasted HTML say about looks; they are read as text, never applied. */

/** The declarations of a style attribute or rule, in lower case. */
export function declarations(text) {
  const found = {};
  for (const each of (text ?? "").split(";")) {
    const colon = each.indexOf(":");
    if (colon > 0) found[each.slice(0, colon).trim().toLowerCase()] = each.slice(colon + 1).trim().toLowerCase();
  }
  return found;
}

/** Rules by class, from the text of style sheets: Excel says there what is bold. */
export function styleSheet(text) {
  const sheet = new Map();
  const rules = text.replace(/<!--|-->/g, "").replace(/\/\*[\s\S]*?\*\//g, "");
  for (const [, selectors, body] of rules.matchAll(/([^{}]+)\{([^}]*)\}/g)) {
    for (const [, name] of selectors.matchAll(/\.([\w-]+)\s*(?=,|$)/g)) {
      sheet.set(name, { ...sheet.get(name), ...declarations(body) });
    }
  }
  return sheet;
}

const BOLD = new Set(["B", "STRONG", "TH", "H1", "H2", "H3", "H4", "H5", "H6"]);
const ITALIC = new Set(["I", "EM", "CITE", "DFN"]);

/**
 * The look of the words in an element.
 * @returns {{look: object, style: object}} style: its declarations, classes first
 */
export function styleOf(element, outer, sheet) {
  const style = {};
  for (const name of element.classList) Object.assign(style, sheet.get(name));
  Object.assign(style, declarations(element.getAttribute("data-style")));
  const look = { ...outer };
  if (BOLD.has(element.tagName)) look.bold = true;
  if (ITALIC.has(element.tagName)) look.italic = true;
  if (element.tagName === "SUP") look.superscript = true;
  const weight = style["font-weight"];
  if (weight) look.bold = /bold/.test(weight) || Number(weight) >= 600;
  if (style["font-style"]) look.italic = /italic|oblique/.test(style["font-style"]);
  if (style["vertical-align"] === "super") look.superscript = true;
  return { look, style };
}
