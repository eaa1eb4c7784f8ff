/* The form works without any script: every button posts. With it, rows change in place, everything can be undone,
   what is typed is saved by itself, and the printed pages and the judgement stand beside the form.

   history.js turns every change into a state and tells it by one event, `docgen:state`; all others listen to that. */

import { attachBodies } from "./bodies.js";
import { attachDownloads } from "./downloads.js";
import { attachDrafting } from "./drafting.js";
import { attachDrag } from "./drag.js";
import { attachEditingPlace } from "./editing-place.js";
import { attachFolding } from "./folding.js";
import { attachHistory } from "./history.js";
import { Judging } from "./judging.js";
import { WINDOW } from "./local.js";
import { attachNumbering } from "./numbering.js";
import { attachOffice } from "./office.js";
import { attachPanes } from "./panes.js";
import { attachPlaces } from "./places.js";
import { Preview } from "./preview.js";
import { attachRowButtons } from "./row-buttons.js";
import { attachStandard } from "./standard.js";

const form = document.querySelector("form.sheet[data-draft]");
if (form) begin();

function begin() {
  document.documentElement.classList.add("with-script");
  const history = attachHistory(form);
  attachNumbering(form);
  attachRowButtons(form, history.undo);
  attachDrag(form);
  attachFolding(form);
  attachPanes(form);
  attachStandard(form);
  attachBodies(form);
  attachPlaces(form);
  attachOffice(form);
  const saver = attachDrafting(form, history);
  const preview = new Preview(form, history.present);
  const judging = new Judging(form, history.present, WINDOW);
  attachDownloads(form, saver, judging);
  attachEditingPlace(form, preview);
  form.addEventListener("docgen:state", () => {
    preview.change();
    judging.change();
  });
  preview.change(0);
  judging.change(0);
}
