/* The tools above a body area: one stop for Tab, arrows inside. They are made for areas that come later, too. */

import { BODY } from "./bodyarea.js";

/** The tools in their order: what the button does, its sign, its name, its keys. */
const TOOLS = [
  ["cap-len", "⇤", "Cấp lên", "Shift+Tab"],
  ["cap-xuong", "⇥", "Cấp xuống", "Tab"],
  ["len", "↑", "Chuyển lên", "Alt+↑"],
  ["xuong", "↓", "Chuyển xuống", "Alt+↓"],
  ["dam", "B", "Đậm", "Ctrl+B"],
  ["nghieng", "I", "Nghiêng", "Ctrl+I"],
  ["bang", "▦", "Bảng", "Ctrl+Shift+B"],
  ["chu-thich", "¹", "Chú thích", ""],
  ["phim", "?", "Phím tắt", ""],
];
const KEYS =
  "Enter: dòng tiếp cùng cấp, số tự chạy. Tab, Shift+Tab: đổi cấp. Alt+↑, Alt+↓: chuyển dòng cùng các dòng con. " +
  "Muốn rời ô bằng Tab, bấm Esc trước. Lên thanh công cụ: Alt+F10.";

/**
 * Give tools to every body area of a form, now and later.
 * @param {HTMLFormElement} form
 * @param {(area: HTMLTextAreaElement, tool: string, button: HTMLButtonElement) => void} use
 */
export function attachTools(form, use) {
  const fit = () => form.querySelectorAll(BODY).forEach(fitTools);
  fit();
  new MutationObserver((changes) => {
    if (changes.some((each) => each.addedNodes.length)) fit();
  }).observe(form, { childList: true, subtree: true });
  form.addEventListener("mousedown", (event) => {
    // The choice in the area stays visible while its tools are clicked.
    if (event.target.closest(".body-tools button")) event.preventDefault();
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".body-tools button");
    const area = button && areaOf(button.closest(".body-tools"));
    if (!area) return;
    event.preventDefault();
    stand(button);
    use(area, button.dataset.tool, button);
    if (event.detail > 0 && document.activeElement !== area && !document.querySelector("dialog[open]")) area.focus();
  });
  form.addEventListener("keydown", (event) => {
    const button = event.target.closest?.(".body-tools button");
    if (button) walk(event, button);
  });
}

const areaOf = (tools) => tools.parentElement.querySelector(BODY);

/** The button of the tools that Tab comes to. */
export const firstTool = (area) => area.parentElement.querySelector(".body-tools button[tabindex='0']");

/** Show the keys of an area, or put them away. They are read with the area in any case. */
export function toggleKeys(area) {
  const keys = document.getElementById(`${area.id}-phim`);
  keys.hidden = !keys.hidden;
  const help = area.parentElement.querySelector(".body-tools [data-tool='phim']");
  help.setAttribute("aria-expanded", String(!keys.hidden));
}

function fitTools(area) {
  const name = document.querySelector(`label[for="${CSS.escape(area.id)}"]`)?.firstChild?.textContent.trim() ?? "";
  let tools = area.parentElement.querySelector(":scope > .body-tools");
  if (tools?.dataset.of === area.id) return;
  if (tools) for (const made of area.parentElement.querySelectorAll(":scope > [data-of]")) made.remove();
  tools = document.createElement("div");
  tools.className = "body-tools";
  tools.dataset.of = area.id;
  tools.setAttribute("role", "toolbar");
  tools.setAttribute("aria-label", `Công cụ soạn: ${name}`);
  tools.setAttribute("aria-controls", area.id);
  tools.append(...TOOLS.map(toolButton));
  const keys = document.createElement("p");
  keys.className = "hint body-keys";
  keys.id = `${area.id}-phim`;
  keys.textContent = KEYS;
  keys.hidden = true;
  const help = tools.querySelector("[data-tool='phim']");
  help.setAttribute("aria-expanded", "false");
  help.setAttribute("aria-controls", keys.id);
  const said = document.createElement("p");
  said.className = "body-said";
  said.id = `${area.id}-vua-lam`;
  said.setAttribute("role", "status");
  keys.dataset.of = said.dataset.of = area.id;
  area.before(tools, keys);
  area.after(said);
  const described = (area.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-phim"));
  area.setAttribute("aria-describedby", [...described, keys.id].join(" "));
}

function toolButton([tool, sign, name, keys], index) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.tool = tool;
  button.tabIndex = index ? -1 : 0;
  button.title = keys ? `${name} (${keys})` : name;
  button.setAttribute("aria-label", name);
  const shown = document.createElement("span");
  shown.setAttribute("aria-hidden", "true");
  shown.textContent = sign;
  button.append(shown);
  return button;
}

function stand(button) {
  for (const other of button.parentElement.children) other.tabIndex = other === button ? 0 : -1;
}

function walk(event, button) {
  const buttons = [...button.parentElement.children];
  const at = buttons.indexOf(button);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (event.key === "Escape") areaOf(button.parentElement).focus();
  else if (to === undefined) return;
  else {
    const next = buttons[(to + buttons.length) % buttons.length];
    stand(next);
    next.focus();
  }
  event.preventDefault();
}
