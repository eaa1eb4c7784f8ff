/* The page of an office's profile: its rows work in place, with undo, and leaving with unsaved answers is asked. */

import { attachDrag } from "./drag.js";
import { attachFolding } from "./folding.js";
import { attachHistory } from "./history.js";
import { attachNumbering } from "./numbering.js";
import { attachPlaces } from "./places.js";
import { attachRowButtons } from "./row-buttons.js";
import { readPairs, samePairs } from "./state.js";

const form = document.getElementById("ho-so");
document.documentElement.classList.add("with-script");
const history = attachHistory(form);
attachRowButtons(form, history.undo);
attachDrag(form);
attachFolding(form);
attachNumbering(form);
attachPlaces(form);

const shown = readPairs(form);
// After a button that only looked, what is on the page is not what is stored.
const fromStore = !document.querySelector("#thong-bao .notice:not(.well)");
let leaving = false;
form.addEventListener("submit", () => {
  leaving = true;
});
addEventListener("beforeunload", (event) => {
  if (!leaving && !(fromStore && samePairs(readPairs(form), shown))) event.preventDefault();
});
