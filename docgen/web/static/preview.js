/* The printed pages beside the form: pictures of the real file, refreshed shortly after typing stops. */

import { Away, SignedOut, ask } from "./asking.js";
import { WINDOW } from "./local.js";
import { element } from "./telling.js";

const PAUSE_MS = 600;
const WIDTHS = [600, 800, 1000, 1200, 1600];
const AGAIN_MS = 3000;

/** Shows the pages of one draft. */
export class Preview {
  /**
   * @param {HTMLFormElement} form
   * @param {() => import("./state.js").Pair[]} present what is typed now
   */
  constructor(form, present) {
    this.form = form;
    this.present = present;
    this.box = document.getElementById("ban-in");
    this.said = document.getElementById("ban-in-noi");
    this.where = document.getElementById("ban-in-trang");
    this.serial = Date.now();
    this.ban = "";
    this.again = "";
    this.timer = 0;
    this.due = true;
    this.asking = null;
    this.onShown = () => {};
    this.near = new IntersectionObserver((seen) => this.load(seen), { root: this.box, rootMargin: "100% 0px" });
    this.box.addEventListener("scroll", () => this.tellWhere(), { passive: true });
    new ResizeObserver(() => this.seen()).observe(this.box);
    document.addEventListener("visibilitychange", () => this.seen());
  }

  /** Take note that something was typed. */
  change(pause = PAUSE_MS) {
    this.due = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), pause);
  }

  // A pane nobody sees makes nobody work.
  seen() {
    if (this.due && !this.asking && this.isVisible()) this.change(0);
  }

  isVisible() {
    return !document.hidden && this.box.clientWidth > 0;
  }

  async refresh() {
    if (!this.isVisible()) return;
    this.due = false;
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    const n = (this.serial += 1);
    this.say(this.ban ? "Đang làm lại bản in…" : "Đang làm bản in…");
    try {
      const answer = await ask(this.form, "/xem", { json: { pairs: this.present(), n, window: WINDOW }, signal: asking.signal });
      const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
      if (this.asking !== asking) return;
      this.asking = null;
      this.take(answer.status, told);
    } catch (error) {
      if (this.asking !== asking || error.name === "AbortError") return;
      this.asking = null;
      if (!(error instanceof Away) && !(error instanceof SignedOut)) throw error;
      this.say("Chưa liên lạc được với docgen nên bản in chưa đổi theo.", "stale");
      this.change(AGAIN_MS);
    }
  }

  take(status, told) {
    if (status === 200) {
      this.say(told.missing ? `Còn ${told.missing} mục bắt buộc chưa điền, trên bản in ghi trong ngoặc vuông.` : "");
      if (told.ban !== this.ban) this.show(told);
      this.onShown();
    } else if (status === 409) this.change();
    else if (status === 422) {
      const faults = told.faults ? `Còn ${told.faults} chỗ cần sửa` : "Còn chỗ cần sửa";
      this.say(`${faults} nên chưa làm được bản in.${this.ban ? " Dưới đây là bản in lần trước." : ""}`, "stale");
    } else if (status === 503) this.say(told.why || "Máy chủ chưa có LibreOffice nên không xem được bản in.", "stale");
    else {
      this.say(told.why || "Chưa làm được bản in.", "stale");
      if (status === 429) this.change(AGAIN_MS);
    }
  }

  say(text, state = "") {
    if (this.said.textContent !== text) this.said.textContent = text;
    this.box.firstElementChild.dataset.note = text;
    this.box.classList.toggle("stale", state === "stale" && this.ban !== "");
  }

  // Pages keep their boxes, and a box keeps its picture until the next one is ready: nothing flickers, nothing jumps.
  show({ ban, pages, sizes }) {
    this.ban = ban;
    while (this.box.children.length > pages) {
      this.near.unobserve(this.box.lastElementChild);
      this.box.lastElementChild.remove();
    }
    for (let number = 1; number <= pages; number += 1) {
      const paper = this.box.children[number - 1] ?? this.box.appendChild(element("div", "paper"));
      const [width, height] = sizes[number - 1];
      paper.classList.remove("blank");
      paper.style.aspectRatio = `${width} / ${height}`;
      paper.dataset.page = number;
      this.near.unobserve(paper);
      this.near.observe(paper);
    }
    this.tellWhere();
  }

  load(seen) {
    for (const { isIntersecting, target } of seen) if (isIntersecting) this.fetchPage(target);
  }

  async fetchPage(paper) {
    const number = Number(paper.dataset.page);
    const wanted = `${this.form.dataset.at}/trang/${this.ban}/${number}.png?rong=${this.width(paper)}`;
    if (paper.dataset.wanted === wanted) return;
    paper.dataset.wanted = wanted;
    const picture = new Image();
    picture.alt = `Trang ${number} của bản in`;
    picture.src = wanted;
    try {
      await picture.decode();
    } catch {
      if (paper.dataset.wanted === wanted) this.missed(paper);
      return;
    }
    if (paper.dataset.wanted !== wanted) return;
    const old = paper.querySelector("img");
    if (old) old.replaceWith(picture);
    else paper.prepend(picture);
  }

  // The server keeps pictures only for a while: the pages are asked for anew, once.
  missed(paper) {
    delete paper.dataset.wanted;
    if (this.again === this.ban) return;
    this.again = this.ban;
    this.ban = "";
    this.change(0);
  }

  width(paper) {
    const pixels = paper.clientWidth * Math.min(devicePixelRatio, 2);
    return WIDTHS.find((width) => width >= pixels) ?? WIDTHS.at(-1);
  }

  tellWhere() {
    const papers = [...this.box.children];
    if (!this.ban || !papers.length) return;
    const middle = this.box.scrollTop + this.box.clientHeight / 2;
    const at = papers.findLastIndex((paper) => paper.offsetTop - this.box.offsetTop <= middle);
    const text = `Trang ${Math.max(at, 0) + 1}/${papers.length}`;
    if (this.where.textContent !== text) this.where.textContent = text;
  }

  /**
   * Mark places on a page.
   * @param {number} page from 1; 0 takes all marks away
   * @param {number[][]} boxes x, y, width, height as fractions of the page
   * @param {boolean} follow whether to scroll there when none of it is in sight
   */
  mark(page, boxes, follow) {
    for (const mark of this.box.querySelectorAll(".mark-here")) mark.remove();
    const paper = this.box.children[page - 1];
    if (!paper || !boxes.length) return;
    const marks = boxes.map(([x, y, width, height]) => {
      const mark = element("div", "mark-here");
      Object.assign(mark.style, { left: percent(x), top: percent(y), width: percent(width), height: percent(height) });
      return mark;
    });
    paper.append(...marks);
    if (follow) this.follow(marks[0]);
  }

  follow(mark) {
    const here = mark.getBoundingClientRect();
    const pane = this.box.getBoundingClientRect();
    if (here.bottom > pane.top && here.top < pane.bottom) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = this.box.scrollTop + here.top - pane.top - pane.height / 3;
    this.box.scrollTo({ top, behavior: calm ? "instant" : "smooth" });
  }
}

const percent = (fraction) => `${fraction * 100}%`;
