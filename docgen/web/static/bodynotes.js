/* Footnotes of a body: `[^1]` at the place, `[^1]: …` at the end. */

const KEY = /\[\^([\p{L}\p{N}_-]{1,32})\]/gu;

/** The keys of the footnotes in a text, each once. */
export const noteKeys = (text) => new Set([...text.matchAll(KEY)].map((m) => m[1]));

/** The least number that is no key in a text yet; taken: keys that are given away already. */
export function freeKey(text, taken = new Set()) {
  const keys = noteKeys(text);
  let n = 1;
  while (keys.has(String(n)) || taken.has(String(n))) n += 1;
  return String(n);
}

/** Footnote texts put at the end of a body. */
export function withNotes(text, notes) {
  if (!notes.length) return text;
  const lines = text.trimEnd().split("\n");
  const follows = /^\s*\[\^[\p{L}\p{N}_-]{1,32}\]:/u.test(lines.at(-1));
  return text.trimEnd() + (follows ? "\n" : "\n\n") + notes.join("\n");
}

/**
 * A new footnote: its sign behind what is chosen, the caret where its text is to be typed.
 * @param {import("./bodyedits.js").Place} place
 */
export function addNote(place) {
  const key = freeKey(place.text);
  const marked = `${place.text.slice(0, place.end)}[^${key}]${place.text.slice(place.end)}`;
  const text = withNotes(marked, [`[^${key}]: `]);
  return { ...place, text, start: text.length, end: text.length, said: `Gõ nội dung chú thích ${key}.` };
}
