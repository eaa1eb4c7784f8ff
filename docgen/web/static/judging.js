/* The judgement of what is typed, as a calm list: what is missing, what must be mended, what is worth a look. A click
   goes to the place; by itself it takes the focus from nobody. */

import { Away, SignedOut, ask } from "./asking.js";
import { unfold } from "./folding.js";
import { element } from "./telling.js";

const PAUSE_MS = 1000;
const AGAIN_MS = 5000;
const MAX_SHOWN = 40;

/** @typedef {{id: string, label: string, text: string, more?: string, quote?: string, chon?: [number, number]|null}} Line */

/** Judges one draft. */
export class Judging {
  /**
   * @param {HTMLFormElement} form
   * @param {() => import("./state.js").Pair[]} present
   * @param {string} name this window's own
   */
  constructor(form, present, name) {
    this.form = form;
    this.present = present;
    this.name = name;
    this.box = document.getElementById("xet");
    this.timer = 0;
    this.asking = null;
    this.box.addEventListener("click", (event) => this.go(event));
  }

  /** Take note that something was typed. */
  change(pause = PAUSE_MS) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), pause);
  }

  async refresh() {
    try {
      const found = await this.judge();
      if (found) this.show(found);
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!(error instanceof Away) && !(error instanceof SignedOut)) throw error;
      this.change(AGAIN_MS);
    }
  }

  /**
   * Ask for the judgement of what is typed now; an older question is given up.
   * @returns {Promise<object|null>} null when the server had none to give
   * @throws {Away|SignedOut} and an AbortError when a newer question came
   */
  async judge() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = new AbortController();
    const json = { pairs: this.present(), window: this.name };
    const answer = await ask(this.form, "/xet", { json, signal: this.asking.signal });
    return answer.ok ? answer.json() : null;
  }

  /** Show a judgement. */
  show(found) {
    const standard = document.getElementById("the-thuc-da-chon");
    if (found.standard && standard.textContent !== found.standard) standard.textContent = found.standard;
    const groups = grouped(found, this.form);
    const kept = this.standing();
    this.box.replaceChildren(...groups.filter(({ lines }) => lines.length).map(groupBox));
    if (found.trouble) this.box.prepend(element("p", "hint", found.trouble));
    if (!this.box.firstElementChild) this.box.append(element("p", "hint", "Chưa thấy chỗ nào phải sửa hay xem lại."));
    if (kept) this.box.querySelector(`[data-key="${CSS.escape(kept)}"]`)?.focus({ preventScroll: true });
    const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
    document.getElementById("xet-tom-tat").textContent = count ? `${count} chỗ` : "";
    document.getElementById("xet-dem").textContent = count || "";
  }

  standing() {
    return this.box.contains(document.activeElement) ? (document.activeElement.dataset.key ?? "") : "";
  }

  go(event) {
    const button = event.target.closest("[data-to]");
    const target = button && document.getElementById(button.dataset.to);
    if (!target) return;
    this.form.dispatchEvent(new CustomEvent("docgen:go"));
    unfold(target);
    const stand = target.matches("input, textarea, select, button") ? target : (target.querySelector("input, textarea, select") ?? target);
    stand.focus({ preventScroll: true });
    if (button.dataset.from && stand.setSelectionRange) stand.setSelectionRange(Number(button.dataset.from), Number(button.dataset.till));
    stand.scrollIntoView({ block: "center" });
  }
}

/** @returns {{title: string, kind: string, lines: Line[]}[]} a judgement in groups, the graver first */
function grouped(found, form) {
  const isBlank = ({ id }) => {
    const input = id && form.querySelector(`#${CSS.escape(id)}`);
    return Boolean(input) && (input.matches("button") || (input.value !== undefined && !input.value.trim()));
  };
  const of = (nang) => found.findings.filter((one) => one.nang === nang).map(findingLine);
  return [
    { title: "Còn thiếu", kind: "missing", lines: found.faults.filter(isBlank).map(missingLine) },
    { title: "Cần sửa", kind: "fault", lines: [...found.faults.filter((each) => !isBlank(each)), ...of("loi")] },
    { title: "Nên xem lại", kind: "note", lines: [...found.notes, ...of("canh-bao")] },
    { title: "Để biết", kind: "told", lines: of("thong-tin") },
  ];
}

// The heading says already that it is missing.
const missingLine = ({ id, label, text }) => ({ id, label: "", text: (text ? `${label}: ${text}` : label).replace(/^Còn thiếu /, "") });

function findingLine(one) {
  const more = [
    one.found && `đang là “${one.found}”`,
    one.wanted && `cần “${one.wanted}”`,
    one.chac === "co-le" && "có thể docgen nhìn nhầm",
    one.clause,
  ];
  return { id: one.id, label: one.label || one.where, text: one.text, quote: one.quote, more: more.filter(Boolean).join("; "), chon: one.chon };
}

function groupBox({ title, kind, lines }) {
  const box = element("details", `found ${kind}`);
  box.open = kind !== "told";
  const head = element("summary", "", `${title} `);
  head.append(element("span", "tally", String(lines.length)));
  const list = document.createElement("ul");
  for (const line of lines.slice(0, MAX_SHOWN)) list.append(item(line));
  if (lines.length > MAX_SHOWN) list.append(element("li", "", `Và ${lines.length - MAX_SHOWN} chỗ khác.`));
  box.append(head, list);
  return box;
}

function item({ id, label, text, more, quote, chon }) {
  const line = document.createElement("li");
  const place = element(id ? "button" : "div", "finding");
  if (id) {
    place.type = "button";
    place.dataset.to = id;
    place.dataset.key = `${id} ${text}`;
    if (chon) [place.dataset.from, place.dataset.till] = chon;
  }
  if (label) place.append(element("strong", "", label), text ? ": " : "");
  place.append(text);
  if (quote) place.append(element("span", "quote", quote));
  if (more) place.append(element("small", "", more));
  line.append(place);
  return line;
}
