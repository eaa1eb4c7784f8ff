/* What helps to write bodies (labels, pasting from Word, tables) is much, and nothing of it shows before somebody is
   there: it is fetched at the first sign of a user, so that the page itself is light. */

const SIGNS = ["pointermove", "pointerdown", "focusin", "keydown"];

/**
 * Let the bodies of a form be written with help, as soon as it is needed.
 * @param {HTMLFormElement} form its `data-bodies` says `ready` once the help is there
 */
export function attachBodies(form) {
  let coming = null;

  async function load() {
    for (const sign of SIGNS) removeEventListener(sign, begin);
    const helps = await Promise.all([import("./notation.js"), import("./paste.js"), import("./table.js")]);
    for (const help of helps) help.attach(form);
    form.removeEventListener("paste", hold, true);
    form.dataset.bodies = "ready";
    // Who stands in a body already came before anybody listened.
    const { activeElement: active } = document;
    if (active?.matches("textarea[data-body]")) active.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  }

  // The server may be away just now: the next sign tries again, and a body can be typed without help.
  const begin = () => {
    coming ??= load().catch(() => {
      coming = null;
      for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
    });
    return coming;
  };

  // Pasted in the moment before the help is there: kept, and pasted again once it is.
  async function hold(event) {
    const area = event.target;
    if (!area.matches("textarea[data-body]") || !event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    const kept = new DataTransfer();
    for (const type of ["text/plain", "text/html"]) kept.setData(type, event.clipboardData.getData(type));
    await begin();
    const again = new ClipboardEvent("paste", { clipboardData: kept, bubbles: true, cancelable: true });
    if (!area.dispatchEvent(again)) return;
    area.setRangeText(kept.getData("text/plain"), area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }

  for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
  form.addEventListener("paste", hold, true);
  if (document.activeElement?.form === form) begin();
}
