/* Asking the server, with the token it wants; a token that is too old is renewed by itself. */

/** The server cannot be reached, or is not itself. */
export class Away extends Error {}
/** The session ended: one has to log in again. */
export class SignedOut extends Error {}

const token = () => document.getElementById("csrf_token");

/**
 * Ask one of the addresses of the draft.
 * @param {HTMLFormElement} form
 * @param {string} path after the address of the draft: "" or "/xem"
 * @param {{method?: string, json?: unknown, signal?: AbortSignal, keepalive?: boolean}} [how]
 * @returns {Promise<Response>} any answer that is about the matter itself
 * @throws {Away|SignedOut} and an AbortError when the signal was given
 */
export async function ask(form, path, { method = "POST", json, signal, keepalive } = {}) {
  const send = () =>
    fetched(form.dataset.at + path, {
      method,
      signal,
      keepalive,
      headers: {
        "X-CSRFToken": token().value,
        Accept: "application/json",
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: json === undefined ? undefined : JSON.stringify(json),
    });
  const answer = await send();
  if (answer.status !== 400 || method === "GET") return answer;
  const before = token().value;
  await renewToken(form);
  return token().value === before ? answer : send();
}

/**
 * Take a fresh copy of the page of the draft, and its token with it.
 * @param {HTMLFormElement} form
 * @returns {Promise<Document>}
 * @throws {Away|SignedOut}
 */
export async function renewToken(form) {
  const answer = await fetched(form.dataset.at, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok) throw new Away();
  const page = parsed(await answer.text());
  const fresh = page.getElementById("csrf_token")?.value;
  if (fresh) token().value = fresh;
  return page;
}

/**
 * Ask how the page looks for other pairs, or for those that are stored.
 * @param {HTMLFormElement} form
 * @param {import("./state.js").Pair[]} [pairs] left out: the stored ones
 * @returns {Promise<Document|null>} null when the server has no such page
 * @throws {Away|SignedOut}
 */
export async function askPage(form, pairs) {
  const answer = await ask(form, "/trang-thai", { json: pairs ? { pairs } : {} });
  if (!answer.ok) return null;
  return parsed((await answer.json()).html);
}

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

async function fetched(address, options) {
  let answer;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Away(error.message);
  }
  if (answer.status === 401 || (answer.redirected && new URL(answer.url).pathname.endsWith("/dang-nhap"))) {
    throw new SignedOut();
  }
  if (answer.status === 502 || answer.status === 504) throw new Away();
  return answer;
}
