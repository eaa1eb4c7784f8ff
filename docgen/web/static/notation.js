/* Writing a body: labels come by themselves. Enter opens the next line of a level, Tab changes the level, Alt and an
   arrow moves a line with all below it; the labels are counted anew at once, as docgen.outline will print them. */

import { BODY, change, placeOf, say } from "./bodyarea.js";
import { dropLabel, joinNext, moveBlock, nextLine, recount, relevel, takesLevel } from "./bodyedits.js";
import { toggleMark } from "./bodymarks.js";
import { addNote } from "./bodynotes.js";
import { attachTools, firstTool, toggleKeys } from "./bodytools.js";

export { renumber } from "./bodylines.js";

/** Event on a body area: the user asks for the table at the caret, or a new one. */
export const TABLE_WANTED = "docgen:table";
const TYPED_OVER = /^(delete|insertFromDrop|insertText|insertCompositionText)/;

/**
 * Let the body areas of a form number themselves; areas that come later, too.
 * @param {HTMLFormElement} form
 */
export function attach(form) {
  const writer = new Writer();
  form.addEventListener("keydown", (event) => writer.key(event));
  form.addEventListener("input", (event) => writer.input(event));
  form.addEventListener("focusin", (event) => writer.come(event.target));
  document.addEventListener("keydown", (event) => writer.note(event.key), true);
  document.addEventListener("pointerdown", () => writer.note(""), true);
  attachTools(form, use);
}

const LEAVING = "Muốn rời ô bằng Tab, bấm Esc trước.";
const SHORT = { b: "dam", i: "nghieng" };

const DOES = {
  "cap-len": (place) => relevel(place, -1),
  "cap-xuong": (place) => relevel(place, 1),
  len: (place) => moveBlock(place, -1),
  xuong: (place) => moveBlock(place, 1),
  dam: (place) => toggleMark(place, "**"),
  nghieng: (place) => toggleMark(place, "*"),
  "chu-thich": addNote,
};

function use(area, tool) {
  if (tool === "phim") toggleKeys(area);
  else if (tool === "bang") area.dispatchEvent(new CustomEvent(TABLE_WANTED, { bubbles: true }));
  else put(area, DOES[tool](placeOf(area)));
  if (tool === "chu-thich") area.focus();
}

function put(area, place, seen = true) {
  change(area, place);
  say(area, place.said ?? "", null, seen);
}

/** What the keys mean just now: a field that was only tabbed into, or left by Escape, lets Tab go on. */
class Writer {
  passing = false;
  tabbed = false;
  lines = new WeakMap();

  note(key) {
    if (key !== "Shift") this.tabbed = key === "Tab";
    if (!key) this.passing = false;
  }

  come(target) {
    if (!target.matches?.(BODY)) return;
    this.passing = this.tabbed;
    this.lines.set(target, lineEnds(target));
  }

  key(event) {
    const area = event.target;
    if (!area.matches?.(BODY) || event.isComposing || event.defaultPrevented) return;
    if (event.key === "Tab") return this.#tab(event, area);
    if (event.key === "Shift") return;
    this.passing = event.key === "Escape";
    if (event.key === "Escape") return say(area, "Bấm Tab để rời ô này.");
    const place = this.#meant(event, area);
    if (!place) return;
    event.preventDefault();
    put(area, place, event.key !== "Enter");
    this.lines.set(area, lineEnds(area));
  }

  #meant(event, area) {
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (plain && event.key === "Enter") return nextLine(placeOf(area));
    if (plain && event.key === "Backspace") return dropLabel(placeOf(area));
    if (plain && event.key === "Delete") return joinNext(placeOf(area));
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      if (event.key === "F10") firstTool(area)?.focus();
      const by = { ArrowUp: "len", ArrowDown: "xuong" }[event.key];
      return by && !event.shiftKey ? DOES[by](placeOf(area)) : null;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
    const key = event.key.toLowerCase();
    if (key === "b" && event.shiftKey) {
      event.preventDefault();
      use(area, "bang");
      return null;
    }
    return SHORT[key] && !event.shiftKey ? DOES[SHORT[key]](placeOf(area)) : null;
  }

  #tab(event, area) {
    if (event.altKey || event.ctrlKey || event.metaKey || this.passing) return;
    const place = placeOf(area);
    if (!takesLevel(place)) return;
    event.preventDefault();
    const after = relevel(place, event.shiftKey ? -1 : 1);
    put(area, { ...after, said: `${after.said.replace(/\.$/, "")}. ${LEAVING}` });
  }

  /** Lines that went or came by deleting, dropping or typing over them: the labels after them are others. */
  input(event) {
    const area = event.target;
    if (!area.matches?.(BODY)) return;
    this.passing = false;
    const count = lineEnds(area);
    const structural = event.isTrusted && TYPED_OVER.test(event.inputType) && this.lines.get(area) !== count;
    this.lines.set(area, count);
    if (structural && !event.isComposing) change(area, recount(placeOf(area)));
  }
}

function lineEnds(area) {
  let count = 0;
  for (let at = area.value.indexOf("\n"); at >= 0; at = area.value.indexOf("\n", at + 1)) count += 1;
  return count;
}
