/* The start page: a file may be dropped onto it, and one that is too large is told before it is sent. */

const form = document.getElementById("bat-dau");
const input = document.getElementById("tep");
const place = document.getElementById("tep-o");
const told = document.getElementById("tep-lon");

/** Say at once when a file is larger than is let in; nothing is sent then, and what was pasted stays. */
function judge() {
  const large = [...input.files].some((file) => file.size > Number(form.dataset.maxBytes));
  told.textContent = large ? form.dataset.tooLarge : "";
  told.hidden = !large;
  if (large) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  return !large;
}

const holdsFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

function choose(files) {
  const one = new DataTransfer();
  one.items.add(files[0]);
  input.files = one.files;
  judge();
  place.scrollIntoView({ block: "nearest" });
  place.querySelector("button").focus();
}

if (form) {
  document.documentElement.classList.add("with-script");
  input.addEventListener("change", judge);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "tep" && !judge()) {
      event.preventDefault();
      input.focus();
    }
  });
  // A file that misses its place would be opened by the browser, and the page with everything pasted would be gone.
  addEventListener("dragover", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    place.classList.add("target");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) place.classList.remove("target");
  });
  addEventListener("drop", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    place.classList.remove("target");
    if (event.dataTransfer.files.length) choose(event.dataTransfer.files);
  });
}
