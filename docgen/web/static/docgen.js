"use strict";

/* The form works without this script: every button posts. The script does the same at once and without leaving the
   page: rows are added, removed and moved in place, faults are fetched and put beside their fields. */

(() => {
  const form = document.querySelector("form.sheet");
  if (!form) return;
  document.documentElement.classList.add("with-script");

  const SERVER_AWAY = "Chưa liên lạc được với docgen. Nội dung đã gõ vẫn còn trên trang này; xin thử lại sau giây lát.";
  const telling = document.getElementById("thong-bao");
  const status = document.getElementById("vua-lam");
  let unsaved = false;
  let passing = false;

  // ---- rows

  const listOf = (element) => element.closest("[data-rows]");
  const rowsOf = (list) => [...list.querySelectorAll(":scope > .list > .row")];
  const firstInput = (row) => row.querySelector("input, textarea, select");
  const called = (list, number) => `${list.dataset.item.toLowerCase()} ${number}`;

  function freshKey(list) {
    const keys = rowsOf(list).map((row) => Number(row.dataset.row)).filter(Number.isInteger);
    const key = Math.max(0, Number(list.dataset.last ?? 0), ...keys) + 1;
    list.dataset.last = key; // a removed row may come back: its key is not given again
    return String(key);
  }

  function blankRow(list) {
    const row = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
    const key = freshKey(list);
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const attribute of element.attributes) {
        attribute.value = attribute.value.replaceAll(form.dataset.blank, key);
      }
    }
    return row;
  }

  function renumber(list) {
    rowsOf(list).forEach((row, index) => {
      for (const place of row.querySelectorAll("[data-number]")) place.textContent = index + 1;
    });
    unsaved = true;
  }

  function addRow(list, after) {
    const row = blankRow(list);
    if (after) after.after(row);
    else list.querySelector(":scope > .list").append(row);
    renumber(list);
    firstInput(row).focus();
    say(`Đã thêm ${called(list, rowsOf(list).indexOf(row) + 1)}.`);
  }

  function removeRow(list, row) {
    const rows = rowsOf(list);
    const at = rows.indexOf(row);
    row.remove();
    renumber(list);
    const near = rows[at + 1] ?? rows[at - 1];
    (near ? firstInput(near) : list.querySelector(".add")).focus();
    say(`Đã xóa ${called(list, at + 1)}.`, () => {
      const place = rowsOf(list)[at];
      if (place) place.before(row);
      else list.querySelector(":scope > .list").append(row);
      renumber(list);
      firstInput(row).focus();
      say(`Đã lấy lại ${called(list, at + 1)}.`);
    });
  }

  function moveRow(list, row, up, button) {
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    const from = rowsOf(list).indexOf(row) + 1;
    if (up) other.before(row);
    else other.after(row);
    renumber(list);
    const atEnd = up ? !row.previousElementSibling : !row.nextElementSibling;
    (atEnd ? row.querySelector(up ? ".down" : ".up") : button).focus();
    say(`Đã chuyển ${called(list, from)} thành ${called(list, rowsOf(list).indexOf(row) + 1)}.`);
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const list = button && listOf(button);
    if (!list) return;
    const row = button.closest(".row");
    event.preventDefault();
    if (button.classList.contains("add")) addRow(list);
    else if (button.classList.contains("remove")) removeRow(list, row);
    else moveRow(list, row, button.classList.contains("up"), button);
  });

  // In a list of lines, Enter asks for the next one; Shift+Enter breaks the line.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.tagName !== "TEXTAREA") return;
    const row = event.target.closest(".row");
    if (!row || row.querySelector("fieldset")) return;
    event.preventDefault();
    addRow(listOf(row), row);
  });

  // ---- telling

  function say(text, undo) {
    status.replaceChildren(text);
    if (!undo) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "undo";
    button.textContent = "Hoàn tác";
    button.addEventListener("click", undo);
    status.append(" ", button);
  }

  function trouble(text) {
    const notice = document.createElement("div");
    notice.className = "notice trouble";
    notice.setAttribute("role", "alert");
    notice.tabIndex = -1;
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    notice.append(paragraph);
    telling.replaceChildren(notice);
    notice.focus();
  }

  // ---- asking the server

  async function ask(action, again = true) {
    const data = new FormData(form);
    data.set("lam", action);
    const answer = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.getElementById("csrf_token");
    if (token) document.getElementById("csrf_token").value = token.value;
    // The server was restarted meanwhile: it gave a new token and did nothing else.
    if (answer.status === 400 && token && again) return ask(action, false);
    return { ok: answer.ok, page, form: page.querySelector("form.sheet") };
  }

  const copyAttribute = (to, from, name) => {
    if (from.hasAttribute(name)) to.setAttribute(name, from.getAttribute(name));
    else to.removeAttribute(name);
  };

  // What is typed stays as it is; only what the server has to say about it is taken over.
  function takeOver(page, all) {
    for (const element of page.querySelectorAll("[autofocus]")) {
      element.removeAttribute("autofocus"); // the browser obeys it only while a page is loading
      element.dataset.stand = "";
    }
    for (const place of document.querySelectorAll("[data-live]")) {
      const from = page.getElementById(place.id);
      if (!from) continue;
      for (const name of place.dataset.live.split(" ").filter(Boolean)) {
        if (all || name === "hidden") copyAttribute(place, from, name);
      }
      if (!place.dataset.live && (all || place.matches(".mark, .standard")) && place.innerHTML !== from.innerHTML) {
        place.replaceChildren(...from.childNodes);
      }
    }
    for (const input of form.querySelectorAll("[aria-describedby]")) {
      const from = page.getElementById(input.id);
      if (!from) continue;
      if (all) copyAttribute(input, from, "aria-invalid");
      copyAttribute(input, from, "aria-required");
    }
    if (!all) return;
    for (const details of form.querySelectorAll("details")) {
      if (details.querySelector(".messages p")) details.open = true;
    }
    document.title = page.title;
  }

  async function judge(button) {
    const download = button?.value === "tai-ve";
    say("Đang kiểm tra…");
    form.setAttribute("aria-busy", "true");
    let found;
    try {
      found = await ask("kiem-tra");
    } catch {
      say("");
      return trouble(SERVER_AWAY);
    } finally {
      form.removeAttribute("aria-busy");
    }
    say("");
    if (!found.form) {
      const text = found.page.querySelector("main p")?.textContent;
      return trouble(text ? `${found.page.title.split(" – ")[0]}. ${text}` : SERVER_AWAY);
    }
    takeOver(found.page, true);
    if (!download || !found.ok) return telling.querySelector("[data-stand]")?.focus();
    fetchPaper(button);
  }

  function fetchPaper(button) {
    const notes = telling.querySelector(".notes h2")?.textContent;
    telling.querySelector(".notice")?.remove();
    say("Đã làm xong tệp Word, trình duyệt đang tải về. ");
    if (notes) {
      const link = document.createElement("a");
      link.href = "#thong-bao";
      link.textContent = `Có ${notes}`;
      status.append(link);
    }
    unsaved = false;
    passing = true;
    form.requestSubmit(button);
  }

  form.addEventListener("submit", (event) => {
    if (passing) {
      passing = false;
      return;
    }
    if (form.hasAttribute("aria-busy")) return event.preventDefault();
    if (event.submitter && !["kiem-tra", "tai-ve"].includes(event.submitter.value)) return;
    event.preventDefault();
    judge(event.submitter);
  });

  // The standard follows the issuer and the date: tell at once which one it will be, and what it asks.
  form.addEventListener("change", async (event) => {
    if (!["co_quan.loai", "the_thuc", "ngay"].includes(event.target.name)) return;
    try {
      const found = await ask("cap-nhat");
      if (found.form) takeOver(found.page, false);
    } catch {
      // The sentence stays as it was; "Kiểm tra" will tell.
    }
  });

  form.addEventListener("input", () => {
    unsaved = true;
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved && !passing) event.preventDefault();
  });
})();
