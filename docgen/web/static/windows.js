/* Two windows on one draft: told early in the same browser, and told calmly when both have saved. */

import { element } from "./telling.js";

/**
 * Listen to other windows of this browser that show the same draft.
 * @param {string} draft
 * @param {string} name this window's own
 * @param {{onOther: () => void, onSaved: (revision: number) => void}} how
 */
export function attachWindows(draft, name, how) {
  if (!("BroadcastChannel" in window)) return { saved() {}, others: async () => new Set() };
  const channel = new BroadcastChannel(`docgen:nhap:${draft}`);
  const others = new Set();
  channel.addEventListener("message", ({ data }) => {
    others.add(data.name);
    if (data.kind === "hello") channel.postMessage({ kind: "here", name });
    if (data.kind === "saved") how.onSaved(data.revision);
    else if (data.kind === "hello" || data.kind === "here") how.onOther();
  });
  channel.postMessage({ kind: "hello", name });
  return {
    /** Tell the others that this window has saved. */
    saved: (revision) => channel.postMessage({ kind: "saved", name, revision }),
    /** @returns {Promise<Set<string>>} the names of the other windows that are alive */
    others: () => new Promise((resolve) => setTimeout(() => resolve(others), 200)),
  };
}

const place = () => document.getElementById("hai-cua-so");

/** Say that another window shows this draft too. */
export function tellOther() {
  if (place().firstElementChild) return;
  const box = banner(
    "Văn bản này cũng đang mở ở một cửa sổ khác. Nên chỉ sửa ở một cửa sổ; nếu sửa cả hai, docgen sẽ hỏi giữ bản nào.",
  );
  box.append(choices([["Đã hiểu", () => box.remove()]]));
}

/**
 * Ask which of two states goes on; nothing is lost either way.
 * @param {string} text
 * @param {[string, () => void][]} offers
 */
export function tellChoice(text, offers) {
  place().replaceChildren();
  const box = banner(text);
  box.append(choices(offers));
}

/** Take the banner away. */
export const closeBanner = () => place()?.replaceChildren();

function banner(text) {
  const box = element("section", "notice told two");
  box.setAttribute("role", "status");
  box.append(element("p", "", text));
  place().append(box);
  return box;
}

function choices(offers) {
  const line = element("p", "choices");
  for (const [text, act] of offers) {
    const button = element("button", "", text);
    button.type = "button";
    button.addEventListener("click", act);
    line.append(button, " ");
  }
  return line;
}
