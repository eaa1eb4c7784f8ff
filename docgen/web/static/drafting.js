/* One draft in this window: typed, kept, saved, taken up again, and settled with other windows. */

import { Away, SignedOut, askPage, renewToken } from "./asking.js";
import { Autosave, clock, stateText } from "./autosave.js";
import { WINDOW, copies, digest, drop } from "./local.js";
import { readPairs, samePairs } from "./state.js";
import { say } from "./telling.js";
import { attachWindows, closeBanner, tellChoice, tellOther } from "./windows.js";

/**
 * Save a draft by itself, and lose nothing.
 * @param {HTMLFormElement} form
 * @param {ReturnType<import("./history.js").attachHistory>} history
 * @returns {Autosave}
 */
export function attachDrafting(form, history) {
  const { draft } = form.dataset;
  const line = document.getElementById("da-luu");
  let troubled = false;
  const windows = attachWindows(draft, WINDOW, {
    onOther: tellOther,
    onSaved: (revision) => {
      if (revision > saver.revision) choose("Văn bản này vừa được lưu ở một cửa sổ khác.");
    },
  });
  const saver = new Autosave(form, history.present(), {
    name: WINDOW,
    onState: showState,
    onOvertaken: settle,
    onSaved: (revision) => {
      form.elements.revision.value = revision;
      windows.saved(revision);
    },
  });
  saver.savedAt = new Date(form.dataset.changed);
  showState("saved", saver);

  function showState(state, of) {
    const text = stateText(state, of);
    if (line.textContent !== text) line.textContent = text;
    line.dataset.state = state;
    const trouble = ["away", "signed-out", "refused"].includes(state);
    // Who listens is told when it goes wrong and when it is well again, not at every save.
    if (trouble && !troubled) {
      if (state === "signed-out") tellSignedOut();
      else say(`${text}.`);
    } else if (troubled && state === "saved") {
      say("Đã liên lạc lại được với docgen và lưu xong.");
      closeBanner();
    }
    if (trouble || state === "saved") troubled = trouble;
  }

  function tellSignedOut() {
    tellChoice("Phiên làm việc đã hết. Nội dung đang gõ vẫn được giữ trong trình duyệt này.", [
      ["Đăng nhập lại ở cửa sổ mới", () => open(`${form.dataset.at}`, "_blank")],
      ["Đã đăng nhập, lưu ngay", () => saver.retry()],
    ]);
  }

  // What the server has may be what this window sent, though the answer was lost on its way.
  async function settle({ who }) {
    const stored = await askStored();
    if (stored && saver.wasOurs(stored.pairs)) saver.adopt(stored.revision, stored.pairs);
    else choose(`Văn bản này vừa được lưu ở một cửa sổ khác${who ? ` (${who})` : ""}, nên bản ở đây chưa được lưu.`);
  }

  function choose(text) {
    tellChoice(`${text} Lấy bản kia thì bản đang gõ ở đây vẫn lấy lại được bằng Hoàn tác; giữ bản đang gõ thì bản kia nằm trong Các phiên bản.`, [
      ["Lấy bản kia", takeTheirs],
      ["Giữ bản đang gõ ở đây", keepOurs],
    ]);
  }

  async function takeTheirs() {
    const stored = await askStored();
    if (!stored) return;
    saver.adopt(stored.revision, stored.pairs);
    history.replace(stored.pairs);
    closeBanner();
    say("Đã lấy bản của cửa sổ kia. Muốn lấy lại bản vừa gõ ở đây, bấm Hoàn tác.");
  }

  async function keepOurs() {
    saver.change(history.present());
    await saver.force();
    if (saver.state === "saved") {
      closeBanner();
      say("Đã giữ bản đang gõ ở đây. Bản kia nằm trong Các phiên bản.");
    }
  }

  // What the server has now, with the rows named as its page names them.
  async function askStored() {
    try {
      const page = (await askPage(form)) ?? (await renewToken(form));
      const theirs = page.querySelector("form[data-revision]");
      return { revision: Number(theirs.dataset.revision), pairs: readPairs(theirs) };
    } catch (error) {
      if (!(error instanceof Away) && !(error instanceof SignedOut)) throw error;
      say("Chưa liên lạc được với docgen. Xin thử lại sau giây lát.");
      return null;
    }
  }

  // ---- what an earlier window could not save

  function takeUp({ name: of, copy }) {
    if (samePairs(copy.pairs, saver.stored)) return drop(draft, of);
    const arrived = copy.sent.includes(digest(saver.stored));
    if (copy.revision !== saver.revision && !arrived) return offer(of, copy);
    saver.sent.push(...copy.sent);
    history.replace(copy.pairs);
    saver.keepNow();
    drop(draft, of);
    say(`Đã lấy lại phần gõ lúc ${clock(new Date(copy.when))} mà lần trước chưa kịp lưu.`);
  }

  function offer(of, copy) {
    const when = clock(new Date(copy.when));
    tellChoice(`Trình duyệt còn giữ một bản gõ lúc ${when} chưa lưu được; từ đó văn bản đã được sửa ở nơi khác.`, [
      [
        "Lấy bản trình duyệt giữ",
        () => {
          history.replace(copy.pairs);
          drop(draft, of);
          closeBanner();
          say("Đã lấy bản trình duyệt giữ. Muốn trở lại bản trước đó, bấm Hoàn tác.");
        },
      ],
      [
        "Bỏ bản ấy",
        () => {
          drop(draft, of);
          closeBanner();
        },
      ],
    ]);
  }

  async function begin() {
    const found = copies(draft);
    if (!found.length) return;
    const alive = await windows.others();
    const left = found.filter((each) => !alive.has(each.name));
    if (left.length) takeUp(left[0]);
  }

  // A page out of the memory of the back button shows what was, not what is stored.
  async function refreshOld() {
    const stored = await askStored();
    if (!stored || stored.revision <= saver.revision || saver.unsaved) return;
    saver.adopt(stored.revision, stored.pairs);
    history.replace(stored.pairs);
  }

  form.addEventListener("docgen:state", ({ detail }) => saver.change(detail.pairs));
  form.addEventListener("focusout", () => saver.unsaved && saver.state === "typing" && saver.flush());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) saver.leave();
    else saver.retry();
  });
  addEventListener("pagehide", () => saver.leave());
  addEventListener("online", () => saver.retry());
  addEventListener("pageshow", (event) => event.persisted && refreshOld());
  addEventListener("beforeunload", (event) => saver.endangered && event.preventDefault());
  begin();
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") refreshOld();
  return saver;
}
