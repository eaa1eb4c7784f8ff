/* Parts that fold: remembered for each draft while the window lives, opened for whoever is sent into them. */

import { listOf, rowOf, rowsOf } from "./rows.js";

/** Remember the folds of a form's parts, and obey the buttons that fold all. */
export function attachFolding(form) {
  const key = `docgen:gap:${form.dataset.draft ?? location.pathname}`;
  const folded = new Set(read(key));
  for (const list of form.querySelectorAll("[data-rows]")) {
    for (const row of rowsOf(list)) {
      const part = row.querySelector(":scope > details.part");
      if (part && folded.has(nameOf(row)) && !part.querySelector(".messages p")) part.open = false;
    }
  }
  // `toggle` does not bubble.
  form.addEventListener(
    "toggle",
    (event) => {
      if (!event.target.matches("details.part")) return;
      if (event.target.open) folded.delete(nameOf(rowOf(event.target)));
      else folded.add(nameOf(rowOf(event.target)));
      write(key, [...folded]);
    },
    true,
  );
  form.addEventListener("click", (event) => {
    const how = event.target.closest("[data-fold]")?.dataset.fold;
    if (!how) return;
    for (const part of listOf(event.target).querySelectorAll("details.part")) part.open = how === "none";
  });
}

/** Open everything folded around an element. */
export function unfold(element) {
  for (let part = element.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
}

const nameOf = (row) => `${listOf(row).dataset.rows}:${row.dataset.row}`;

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
}

function write(key, names) {
  try {
    sessionStorage.setItem(key, JSON.stringify(names));
  } catch {
    // A fold that is not remembered is no loss.
  }
}
