/* Making many copies: a sheet that is too large is told before it is sent, and the progress shows itself. */

const EVERY_MS = 1000;
const AGAIN_MS = 4000;

const sending = document.querySelector(".send-sheet");
if (sending) watchSize(sending);

const working = document.getElementById("dang-lam");
if (working) {
  document.documentElement.classList.add("with-script");
  watch(working.dataset.at);
}

/** Say at once when a sheet is larger than is let in; nothing is sent then. */
function watchSize(form) {
  const input = form.querySelector("input[type=file]");
  const told = document.getElementById("bang-lon");
  const fits = () => {
    const large = [...input.files].some((file) => file.size > Number(form.dataset.maxBytes));
    told.textContent = large ? form.dataset.tooLarge : "";
    told.hidden = !large;
    return !large;
  };
  input.addEventListener("change", fits);
  form.addEventListener("submit", (event) => {
    if (fits()) return;
    event.preventDefault();
    input.focus();
  });
}

/** Ask how far the job is until it is over; the page with the outcome comes then. */
async function watch(at) {
  const lost = document.getElementById("mat-lien-lac");
  for (;;) {
    const told = await ask(at);
    lost.hidden = told !== null;
    if (told?.over) break;
    if (told) show(told);
    await new Promise((done) => setTimeout(done, told ? EVERY_MS : AGAIN_MS));
  }
  location.reload();
}

async function ask(at) {
  try {
    const answer = await fetch(at, { headers: { Accept: "application/json" } });
    // Gone, or logged out: the page itself says so.
    if (answer.status === 404 || answer.status === 401) return { over: true };
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function show({ line, done, total }) {
  const bar = document.getElementById("tien-do");
  document.getElementById("tien-do-chu").textContent = line;
  if (!total) {
    bar.removeAttribute("value");
    return;
  }
  bar.max = total;
  bar.value = done;
  // Every second would be too much to listen to.
  const tenth = Math.floor((10 * done) / total);
  if (bar.dataset.told !== String(tenth)) {
    bar.dataset.told = tenth;
    document.getElementById("tien-do-noi").textContent = line;
  }
}
