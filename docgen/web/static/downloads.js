/* Files out: what is typed is saved first, what must be mended is told, errors ask once, warnings never do. */

import { Away, SignedOut } from "./asking.js";
import { element, notice, say, silence, tellFaults } from "./telling.js";

const PATHS = { "tai-ve": ["/word", "Word"], "tai-pdf": ["/pdf", "PDF"], "tai-du-lieu": ["/du-lieu", "dữ liệu"] };
const SERVER_AWAY = "Chưa liên lạc được với docgen. Nội dung đã gõ vẫn còn trên trang này; xin thử lại sau giây lát.";
const SIGNED_OUT = "Phiên làm việc đã hết. Xin đăng nhập lại ở một cửa sổ khác rồi bấm lại; nội dung vẫn còn trên trang này.";
const WELL = "Chưa thấy chỗ nào phải sửa. Có thể tải tệp Word.";

/**
 * Obey the buttons that check and download.
 * @param {HTMLFormElement} form
 * @param {import("./autosave.js").Autosave} saver
 * @param {import("./judging.js").Judging} judging
 */
export function attachDownloads(form, saver, judging) {
  form.addEventListener("submit", async (event) => {
    const action = event.submitter?.value ?? "kiem-tra";
    if (action !== "kiem-tra" && !(action in PATHS)) return;
    event.preventDefault();
    if (form.hasAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    try {
      await (action === "kiem-tra" ? check(form, judging) : download(action));
    } catch (error) {
      say("");
      if (error instanceof SignedOut) notice(SIGNED_OUT, "trouble", true);
      else if (error instanceof Away) notice(SERVER_AWAY, "trouble", true);
      else if (error.name !== "AbortError") throw error;
    } finally {
      form.removeAttribute("aria-busy");
    }
  });

  async function download(action, confirmed = false) {
    const [path, called] = PATHS[action];
    say(`Đang làm tệp ${called}…`);
    if (!(await saver.flush())) return unsaved(saver);
    const answer = await fetched(form.dataset.at + path + (confirmed ? "?xac-nhan=1" : ""));
    if (answer.ok) return handOver(answer, called);
    say("");
    if (answer.status === 422) return check(form, judging);
    const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (answer.status !== 409) return notice(told.why ?? "Chưa làm được tệp. Xin thử lại.", "trouble", true);
    if (await asked(told)) return download(action, true);
    document.querySelector("#xet summary, #xet button")?.focus();
  }

  function unsaved() {
    say("");
    if (saver.state === "overtaken") {
      document.querySelector("#hai-cua-so button")?.focus();
      return;
    }
    if (saver.state === "signed-out") throw new SignedOut();
    if (saver.state === "refused" && saver.why === 413) {
      notice("Nội dung quá lớn nên docgen không nhận. Xin bớt phần quá dài (thường là phần dán nhầm).", "trouble", true);
      return;
    }
    throw new Away();
  }
}

async function fetched(address) {
  let answer;
  try {
    answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
  } catch (error) {
    throw new Away(error.message);
  }
  if (answer.status === 401 || answer.redirected) throw new SignedOut();
  return answer;
}

async function check(form, judging) {
  say("Đang kiểm tra…");
  const found = await judging.judge();
  say("");
  if (!found) throw new Away();
  judging.show(found);
  tellFaults(form, found.faults, found.notes);
  if (found.faults.length) return;
  if (found.trouble && !found.made) notice(found.trouble, "trouble", true);
  else if (found.notes.length) document.getElementById("xem-lai").focus();
  else notice(WELL, "well", true);
}

async function handOver(answer, called) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName(answer.headers.get("Content-Disposition") ?? "");
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  silence();
  say(`Đã làm xong tệp ${called}, trình duyệt đang tải về.`);
}

/** @returns {string} the name a file is sent with (RFC 6266) */
export function fileName(disposition) {
  const found = /filename\*=UTF-8''([^;]+)/i.exec(disposition);
  return found ? decodeURIComponent(found[1]) : (/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? "");
}

function asked({ why, findings = [] }) {
  const dialog = document.getElementById("hoi-tai");
  const place = document.getElementById("hoi-tai-noi");
  const list = document.createElement("ul");
  for (const { text } of findings.slice(0, 6)) list.append(element("li", "", text));
  if (findings.length > 6) list.append(element("li", "", `Và ${findings.length - 6} chỗ khác.`));
  place.replaceChildren(element("p", "", why ?? "Văn bản còn chỗ docgen cho là sai thể thức."), list);
  place.append(element("p", "hint", "Tệp vẫn tải được; người ký là người quyết định."));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "tai"), { once: true });
  });
}
