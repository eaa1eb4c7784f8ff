/* Rows moved by pointer: mouse, pen or finger on the handle. The buttons of the row do the same for everybody else. */

import { listOf, moveRow, rowCalled, rowOf, rowsOf } from "./rows.js";
import { say } from "./telling.js";

const EDGE_PX = 60;
const STEP_PX = 14;

/** Let the rows of a form be dragged by their handles. */
export function attachDrag(form) {
  form.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    drag(grip, event);
  });
}

function drag(grip, start) {
  const row = rowOf(grip);
  const list = listOf(row);
  const top = row.getBoundingClientRect().top;
  // Long rows fold while one is carried, and the carried one stays under the pointer.
  list.classList.add("carrying");
  row.classList.add("carried");
  scrollBy(0, row.getBoundingClientRect().top - top);
  grip.setPointerCapture(start.pointerId);
  let y = start.clientY;
  let target = rowsOf(list).indexOf(row);
  let frame = 0;

  const find = () => {
    const rows = rowsOf(list);
    const others = rows.filter((each) => each !== row);
    target = others.filter((each) => middle(each) < y).length;
    for (const each of rows) each.classList.remove("drop-before", "drop-after");
    if (target === rows.indexOf(row)) return;
    if (others[target]) others[target].classList.add("drop-before");
    else others.at(-1).classList.add("drop-after");
  };
  const roll = () => {
    const by = y < EDGE_PX ? -STEP_PX : y > innerHeight - EDGE_PX ? STEP_PX : 0;
    if (by) {
      scrollBy(0, by);
      find();
    }
    frame = requestAnimationFrame(roll);
  };
  const move = (event) => {
    y = event.clientY;
    find();
  };
  const end = (drop) => {
    cancelAnimationFrame(frame);
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", dropped);
    grip.removeEventListener("pointercancel", given);
    removeEventListener("keydown", key, true);
    for (const each of rowsOf(list)) each.classList.remove("drop-before", "drop-after", "carried");
    const from = rowCalled(row);
    if (drop && moveRow(row, target)) say(`Đã chuyển ${from} thành ${rowCalled(row)}.`);
    list.classList.remove("carrying");
    row.scrollIntoView({ block: "nearest" });
  };
  const dropped = () => end(true);
  const given = () => end(false);
  const key = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    end(false);
  };
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", dropped);
  grip.addEventListener("pointercancel", given);
  addEventListener("keydown", key, true);
  roll();
}

function middle(element) {
  const box = element.getBoundingClientRect();
  return box.top + box.height / 2;
}
