/* What is typed is saved by itself: into the browser at once, to the server shortly after. */

import { Away, SignedOut, ask } from "./asking.js";
import { digest, drop, keep } from "./local.js";
import { samePairs } from "./state.js";

const LOCAL_MS = 250;
const PAUSE_MS = 700;
const LONGEST_MS = 3000;
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];
const MAX_SENT = 20;
const KEEPALIVE_CHARS = 20_000; // a browser takes 64 KB along when it leaves a page, and a letter may be 3 bytes

/** @typedef {"saved"|"typing"|"saving"|"away"|"signed-out"|"overtaken"|"refused"} SavingState */

/** Saves one draft; tells how it stands through `onState`, and about another window's save through `onOvertaken`. */
export class Autosave {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./state.js").Pair[]} pairs those the server has
   * @param {{name: string, onState: (state: SavingState, saver: Autosave) => void,
   *   onOvertaken: (told: {revision: number}) => void, onSaved: (revision: number) => void}} how
   */
  constructor(form, pairs, how) {
    this.form = form;
    this.how = how;
    this.draft = form.dataset.draft;
    this.revision = Number(form.dataset.revision);
    this.stored = pairs;
    this.pairs = pairs;
    this.savedAt = null;
    this.state = "saved";
    this.kept = true;
    this.why = 0;
    this.told = "";
    this.sent = [];
    this.since = 0;
    this.tries = 0;
    this.localTimer = 0;
    this.timer = 0;
    this.running = null;
  }

  /** @returns {boolean} whether something is typed that the server does not have */
  get unsaved() {
    return !samePairs(this.pairs, this.stored);
  }

  /** @returns {boolean} whether something would be lost if the window closed now */
  get endangered() {
    return this.unsaved && !this.keepNow();
  }

  /** @returns {boolean} whether the server's pairs are what this window typed or sent itself */
  wasOurs(stored) {
    return samePairs(stored, this.pairs) || this.sent.includes(digest(stored));
  }

  /** Take note of what is typed now. */
  change(pairs) {
    this.pairs = pairs;
    this.localTimer ||= setTimeout(() => this.keepNow(), LOCAL_MS);
    if (["away", "signed-out", "overtaken"].includes(this.state)) return this.tell(this.state);
    if (this.running) return;
    const now = performance.now();
    this.since ||= now;
    this.plan(Math.min(PAUSE_MS, Math.max(0, this.since + LONGEST_MS - now)));
    this.tell("typing");
  }

  /** Copy into the browser. @returns {boolean} whether it was kept */
  keepNow() {
    clearTimeout(this.localTimer);
    this.localTimer = 0;
    if (!this.unsaved) {
      drop(this.draft, this.how.name);
      return true;
    }
    const copy = { revision: this.revision, when: Date.now(), pairs: this.pairs, sent: this.sent };
    this.kept = keep(this.draft, this.how.name, copy);
    return this.kept;
  }

  /** Save at once what is not saved. @returns {Promise<boolean>} whether the server has everything now */
  async flush() {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (this.unsaved && this.state !== "overtaken") await this.save();
    return !this.unsaved;
  }

  /** Save while the page is being left: the browser finishes the request by itself. */
  leave() {
    this.keepNow();
    if (!this.unsaved || this.state === "overtaken" || this.running) return;
    this.save({ keepalive: JSON.stringify(this.pairs).length < KEEPALIVE_CHARS });
  }

  /** Try again now, if the last try failed. */
  retry() {
    if (["away", "signed-out", "refused"].includes(this.state)) this.flush();
  }

  /** Save this state over the other window's. */
  force() {
    return this.save({ force: true });
  }

  /** Go on from a state the server has: another window's, or one that was found newer. */
  adopt(revision, pairs) {
    this.revision = revision;
    this.stored = pairs;
    this.sent = [];
    this.keepNow();
    this.tell(this.unsaved ? "typing" : "saved");
    if (this.unsaved) this.plan(PAUSE_MS);
  }

  plan(ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  tell(state) {
    this.state = state;
    this.how.onState(state, this);
  }

  save(how = {}) {
    clearTimeout(this.timer);
    this.running = this.put(how).finally(() => {
      this.running = null;
      if (this.state === "saved" && this.unsaved) this.change(this.pairs);
    });
    return this.running;
  }

  async put({ force = false, keepalive = false }) {
    const pairs = this.pairs;
    this.since = 0;
    this.sent = [...this.sent, digest(pairs)].slice(-MAX_SENT);
    this.keepNow();
    if (this.state !== "away") this.tell("saving");
    let answer;
    try {
      const json = { revision: this.revision, pairs, force };
      answer = await ask(this.form, "", { method: "PUT", json, keepalive });
      if (answer.ok) return this.done(pairs, await answer.json());
      if (answer.status === 409) return this.overtaken(await answer.json());
    } catch (error) {
      if (error instanceof SignedOut) return this.failed("signed-out");
      return this.failed("away", error);
    }
    // Whatever the server did not take stays here, and is tried again: it may be its trouble and not ours.
    this.why = answer.status;
    this.told = (await answer.json().catch(() => ({}))).why;
    return this.failed(answer.status >= 500 ? "away" : "refused");
  }

  done(pairs, { revision, saved }) {
    this.revision = revision;
    this.stored = pairs;
    this.savedAt = saved ? new Date(saved) : new Date();
    this.tries = 0;
    this.sent = [];
    this.tell("saved");
    this.keepNow();
    this.how.onSaved(revision);
  }

  overtaken(told) {
    this.tell("overtaken");
    this.keepNow();
    this.how.onOvertaken(told);
  }

  failed(state, error) {
    if (error && !(error instanceof Away) && error.name !== "AbortError" && !(error instanceof SyntaxError)) throw error;
    this.tell(state);
    this.keepNow();
    const wait = RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)];
    this.tries += 1;
    this.plan(wait);
  }
}

/** @returns {string} how saving stands, in a few words */
export function stateText(state, saver) {
  switch (state) {
    case "saving":
    case "typing":
      return "Đang lưu…";
    case "saved":
      return saver.savedAt ? `Đã lưu lúc ${clock(saver.savedAt)}` : "Đã lưu";
    case "overtaken":
      return "Chưa lưu: cửa sổ khác đã lưu bản mới hơn";
    case "signed-out":
      return saver.kept ? "Phiên làm việc đã hết; đang giữ trong trình duyệt" : "Phiên làm việc đã hết; chưa lưu được";
    case "refused":
      return `${REFUSED[saver.why] ?? saver.told ?? "docgen chưa nhận"} (đang giữ trong trình duyệt)`;
    default:
      return saver.kept
        ? "Mất liên lạc với docgen; đang giữ trong trình duyệt, sẽ tự lưu lại"
        : "Mất liên lạc với docgen và trình duyệt không giữ được; xin đừng đóng cửa sổ này";
  }
}

const REFUSED = { 404: "Văn bản này không còn trên docgen", 413: "Nội dung quá lớn nên docgen không nhận" };

/** @returns {string} hours and minutes: 10:32 */
export const clock = (date) => `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
