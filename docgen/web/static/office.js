/* "Từ hồ sơ cơ quan": small menus in the form of a draft that put in what its office has: the answers about itself,
   a signer, a group of recipients, usual can_cu. Everything goes in as if it were typed, so that undo takes it out. */

import { addRow, firstInput, rowsOf } from "./rows.js";
import { inputOf } from "./state.js";
import { element, say } from "./telling.js";

/**
 * Put the menus into the form of a draft; nothing happens while no office has a profile.
 * @param {HTMLFormElement} form with `data-at`, the address of the draft
 */
export async function attachOffice(form) {
  const found = await fetched(form);
  if (!found?.danh_sach.length) return;
  const menus = new Menus(form);
  menus.show(found);
  // Another state of the draft may be shown as a new page within the page: the menus belong to the form that stays.
}

async function fetched(form, office) {
  const options = { headers: { Accept: "application/json" } };
  if (office !== undefined) {
    options.method = "POST";
    options.headers["Content-Type"] = "application/json";
    options.headers["X-CSRFToken"] = document.getElementById("csrf_token").value;
    options.body = JSON.stringify({ co_quan: office });
  }
  try {
    const answer = await fetch(`${form.dataset.at}/ho-so`, options);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // the form is as good without
  }
}

class Menus {
  constructor(form) {
    this.form = form;
    this.office = new Menu("Hồ sơ cơ quan");
    this.signers = new Menu("Người ký từ hồ sơ");
    this.groups = new Menu("Nơi nhận từ hồ sơ");
    this.bases = new Menu("Căn cứ từ hồ sơ");
    const field = (name) => inputOf(form, name)?.closest(".field");
    field("co_quan.loai")?.before(this.office.frame);
    field("ky.quyen_han")?.before(this.signers.frame);
    form.querySelector('[data-rows="noi_nhan"] > p > .add')?.after(this.groups.frame);
    form.querySelector('[data-rows="can_cu"] > p > .add')?.after(this.bases.frame);
  }

  show(found) {
    this.office.offer([
      ...(found.co_quan
        ? [{ text: `Điền lại theo ${found.ten}`, act: () => this.fillOffice(found) }]
        : []),
      ...found.danh_sach
        .filter(({ id }) => id !== found.co_quan)
        .map(({ id, ten }) => ({ text: `Dùng hồ sơ ${ten}`, act: () => this.choose(id) })),
    ]);
    this.signers.offer(
      found.nguoi_ky.map((signer) => ({ text: signer.ten, more: lines(signer), act: () => this.sign(signer) })),
    );
    this.groups.offer([
      ...found.nhom_nhan.map(({ ten, noi }) => ({
        text: ten || noi[0],
        more: noi.join("; "),
        act: () => this.addLines("noi_nhan", noi, "nơi nhận"),
      })),
    ]);
    const all = { text: `Cả ${found.can_cu.length} căn cứ`, act: () => this.addLines("can_cu", found.can_cu, "căn cứ") };
    this.bases.offer([
      ...(found.can_cu.length > 1 ? [all] : []),
      ...found.can_cu.map((text) => ({ text, act: () => this.addLines("can_cu", [text], "căn cứ") })),
    ]);
  }

  async choose(id) {
    const found = await fetched(this.form, id);
    if (!found) return say("Chưa lấy được hồ sơ cơ quan; xin thử lại sau giây lát.");
    this.show(found);
    this.fillOffice(found);
    this.office.button.focus();
  }

  fillOffice(found) {
    const answers = new Map(found.tra_loi);
    // What the new office does not have must not stay from the one before.
    for (const { name } of [...this.form.elements]) {
      if ((name.startsWith("co_quan.") || name === "the_thuc") && !answers.has(name)) answers.set(name, "");
    }
    const filled = this.fill([...answers]);
    say(filled ? `Đã điền theo hồ sơ ${found.ten}. Ctrl+Z để lấy lại như trước.` : `Đã đúng như hồ sơ ${found.ten}.`);
  }

  sign(signer) {
    this.fill(signer.tra_loi);
    const doubts = signer.nhac.length ? ` Nên xem lại: ${signer.nhac.join(" ")}` : "";
    say(`Đã điền người ký ${signer.ten}.${doubts}`);
  }

  /** @returns {number} how many inputs changed */
  fill(answers) {
    let changed = 0;
    for (const [name, text] of answers) {
      const input = inputOf(this.form, name);
      if (!input || input.value === text) continue;
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
      changed += 1;
    }
    return changed;
  }

  addLines(name, wanted, what) {
    const list = this.form.querySelector(`[data-rows="${name}"]`);
    const there = new Set(rowsOf(list).map((row) => plain(firstInput(row).value)));
    const missing = wanted.filter((text) => !there.has(plain(text)));
    let last = null;
    for (const text of missing) {
      const blank = rowsOf(list).find((row) => !firstInput(row).value.trim());
      if (blank) {
        firstInput(blank).value = text;
        firstInput(blank).dispatchEvent(new Event("input", { bubbles: true }));
        last = blank;
      } else last = addRow(list, { "": text }, last);
    }
    const rest = wanted.length - missing.length;
    if (!missing.length) say(`Đã có sẵn ${rest > 1 ? `cả ${rest} ${what} này` : `${what} này`}.`);
    else say(`Đã thêm ${missing.length} ${what}${rest ? `, ${rest} ${what} đã có sẵn` : ""}.`);
  }
}

/** A button that opens a short list of buttons; Escape and leaving close it. */
class Menu {
  constructor(name) {
    this.frame = element("div", "from-office");
    this.frame.hidden = true;
    this.button = element("button", "quiet", name);
    this.button.type = "button";
    this.list = element("ul", "choices-list");
    this.frame.append(this.button, this.list);
    this.open(false);
    this.button.addEventListener("click", () => this.open(this.list.hidden));
    this.frame.addEventListener("keydown", (event) => this.key(event));
    this.frame.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.frame.contains(event.relatedTarget)) this.open(false);
    });
    document.addEventListener("pointerdown", (event) => {
      if (!this.frame.contains(event.target)) this.open(false);
    });
  }

  /** @param {{text: string, more?: string, act: () => void}[]} entries */
  offer(entries) {
    this.list.replaceChildren(
      ...entries.map(({ text, more, act }) => {
        const button = element("button", "", text);
        button.type = "button";
        if (more) button.append(" ", element("span", "where", more));
        button.addEventListener("click", () => {
          this.open(false);
          this.button.focus();
          act();
        });
        const item = element("li");
        item.append(button);
        return item;
      }),
    );
    this.frame.hidden = !entries.length;
  }

  open(open) {
    this.list.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
  }

  key(event) {
    if (this.list.hidden) return;
    const buttons = [...this.list.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") {
      this.open(false);
      this.button.focus();
    } else if (next !== undefined) buttons[Math.min(Math.max(next, 0), buttons.length - 1)].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const lines = ({ tra_loi: answers }) =>
  answers.map(([, text]) => text.split("\n").join(", ")).filter(Boolean).join(", ");

const plain = (text) => text.normalize("NFC").replace(/\s+/g, " ").replace(/[\s;.]+$/, "").trim().toLowerCase();
