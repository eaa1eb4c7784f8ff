/* Names of places offered while one is typed: a combobox by WAI-ARIA 1.2 over GET /dia-danh.

   Whatever is typed stays: a name that is not on the list is as good as one that is. */

import { inputOf } from "./state.js";

const PAUSE_MS = 120;
const FEWEST = 2;

/**
 * Offer places at the `dia_danh` of a form, also when its input is made anew.
 * @param {HTMLFormElement} form
 */
export function attachPlaces(form) {
  const input = inputOf(form, "dia_danh");
  if (!input?.matches("input")) return;
  new Combobox(input, () => inputOf(form, "ngay")?.value ?? "");
}

class Combobox {
  /** @param {HTMLInputElement} input @param {() => string} day the date of the paper as typed */
  constructor(input, day) {
    this.input = input;
    this.day = day;
    this.active = -1;
    this.waiting = 0;
    this.asking = null;
    this.list = made("ul", { id: `${input.id}-goi-y`, role: "listbox", "aria-label": "Địa danh", class: "choices-list" });
    this.list.hidden = true;
    this.told = made("p", { class: "unseen", role: "status" });
    const frame = made("div", { class: "combobox" });
    input.replaceWith(frame);
    frame.append(input, this.list, this.told);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", (event) => event.isTrusted && this.wait());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    // The input keeps the focus while the list is clicked or scrolled.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option);
    });
  }

  get options() {
    return [...this.list.children];
  }

  wait() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    const typed = this.input.value.trim();
    if (typed.length < FEWEST) return this.close();
    const asking = new AbortController();
    this.asking = asking;
    const query = new URLSearchParams({ q: typed, ngay: this.day() });
    try {
      const answer = await fetch(new URL(`../dia-danh?${query}`, import.meta.url), { signal: asking.signal });
      if (answer.ok) this.show(await answer.json());
    } catch {
      if (!asking.signal.aborted) this.close(); // without the server one types the name oneself
    }
  }

  show(places) {
    if (document.activeElement !== this.input) return;
    const options = places.flatMap((place) => place.ghi.map((text) => this.option(place, text)));
    this.list.replaceChildren(...options);
    options.forEach((option, at) => {
      option.id = `${this.list.id}-${at + 1}`;
    });
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.open(options.length > 0);
    this.told.textContent = options.length
      ? `Có ${options.length} địa danh, chọn bằng phím mũi tên.`
      : "Không có địa danh nào như vậy trong danh mục; cứ giữ chữ đã gõ nếu đúng.";
  }

  option(place, text) {
    const option = made("li", { role: "option", "aria-selected": "false" });
    option.dataset.text = text;
    option.append(text, " ", made("span", { class: "where" }, [place.cap, place.tinh].filter(Boolean).join(", ")));
    return option;
  }

  open(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  close() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.told.textContent = "";
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.open(false);
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const open = !this.list.hidden;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        if (!open) this.ask();
        else if (!event.altKey) this.stand(event.key === "ArrowDown" ? 1 : -1);
        else if (event.key === "ArrowUp") this.close();
        break;
      case "Enter":
        if (!open || this.active < 0) break;
        event.preventDefault();
        this.choose(this.options[this.active]);
        break;
      case "Escape":
        if (!open) break;
        event.preventDefault();
        event.stopPropagation();
        this.close();
        break;
      case "Home":
      case "End":
      case "ArrowLeft":
      case "ArrowRight":
        // Back in the text.
        if (open && this.active >= 0) this.mark(-1);
    }
  }

  stand(by) {
    const count = this.options.length;
    // Beyond either end one stands in the text again, as nothing is chosen there.
    const next = this.active + by;
    this.mark(next >= count ? -1 : next < -1 ? count - 1 : next);
  }

  mark(at) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.options[at];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  choose(option) {
    this.input.value = option.dataset.text;
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.close();
  }
}

function made(name, attributes = {}, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}
