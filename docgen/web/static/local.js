/* A copy of what is typed, in the browser: for a server that is away, and for a browser that dies. */

const PREFIX = "docgen:nhap:";
const WEEKS_KEPT = 8;

/** What this page calls itself among the windows on a draft; new with every load. */
export const WINDOW = Math.random().toString(36).slice(2, 12);

/**
 * @typedef {Object} Copy
 * @property {number} revision the stored state it was typed upon
 * @property {number} when milliseconds
 * @property {import("./state.js").Pair[]} pairs
 * @property {string[]} sent digests of states sent to the server, which may have arrived although no answer came
 */

/** Keep a copy. @returns {boolean} whether the browser took it */
export function keep(draft, name, copy) {
  try {
    localStorage.setItem(`${PREFIX}${draft}:${name}`, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** Drop the copy of a window. */
export function drop(draft, name) {
  try {
    localStorage.removeItem(`${PREFIX}${draft}:${name}`);
  } catch {
    // Nothing could be kept either.
  }
}

/** @returns {{name: string, copy: Copy}[]} the copies of a draft, newest first, by the window that kept them */
export function copies(draft) {
  const found = [];
  try {
    for (let at = localStorage.length - 1; at >= 0; at -= 1) {
      const key = localStorage.key(at);
      if (!key.startsWith(PREFIX)) continue;
      const copy = understood(localStorage.getItem(key));
      if (!copy || Date.now() - copy.when > WEEKS_KEPT * 7 * 86_400_000) localStorage.removeItem(key);
      else if (key.startsWith(`${PREFIX}${draft}:`)) found.push({ name: key.slice(PREFIX.length + draft.length + 1), copy });
    }
  } catch {
    return found;
  }
  return found.sort((a, b) => b.copy.when - a.copy.when);
}

function understood(text) {
  try {
    const copy = JSON.parse(text);
    const isPair = (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === "string");
    return Number.isInteger(copy.revision) && Array.isArray(copy.pairs) && copy.pairs.every(isPair) && Array.isArray(copy.sent) ? copy : null;
  } catch {
    return null;
  }
}

/** @returns {string} a short digest of pairs: tells states apart, keeps no secret (cyrb53) */
export function digest(pairs) {
  const text = JSON.stringify(pairs);
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
