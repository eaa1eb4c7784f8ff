/* The standard follows the issuer and the date: what it asks for is shown as soon as they change. */

import { askPage } from "./asking.js";
import { readPairs } from "./state.js";

const DECIDING = ["co_quan.loai", "the_thuc", "ngay"];

/** Keep marks, hidden questions and label samples true to the standard. */
export function attachStandard(form) {
  const answers = (pairs) => JSON.stringify(DECIDING.map((name) => pairs.find((pair) => pair[0] === name)?.[1]));
  let known = answers(readPairs(form));
  form.addEventListener("docgen:state", async ({ detail: { pairs, names } }) => {
    if (known && names && !names.some((name) => DECIDING.includes(name))) return;
    const now = answers(pairs);
    if (now === known) return;
    known = now;
    try {
      const page = await askPage(form, pairs);
      if (page && now === known) takeOver(form, page);
    } catch {
      known = ""; // The next change asks again.
    }
  });
}

// What is typed stays as it is; only what the server has to say about it is taken over.
function takeOver(form, page) {
  for (const place of document.querySelectorAll(".middle [data-live]")) {
    const from = page.getElementById(place.id);
    if (!from) continue;
    for (const name of ["hidden", "data-sample"]) {
      if (place.dataset.live.split(" ").includes(name)) copyAttribute(place, from, name);
    }
    if (place.matches(".mark, .standard") && place.textContent !== from.textContent) place.textContent = from.textContent;
  }
  for (const input of form.querySelectorAll("[aria-describedby]")) {
    const from = page.getElementById(input.id);
    if (from) copyAttribute(input, from, "aria-required");
  }
  form.dispatchEvent(new CustomEvent("docgen:asked"));
}

function copyAttribute(to, from, name) {
  if (from.hasAttribute(name)) to.setAttribute(name, from.getAttribute(name));
  else to.removeAttribute(name);
}
