/* On a narrow screen one pane is seen at a time; wide screens show all, and these buttons are not there. */

/** Obey the buttons that choose a pane. @param {HTMLFormElement} form */
export function attachPanes(form) {
  const studio = form.closest(".studio");
  const buttons = studio.querySelectorAll("[data-show]");
  const places = {};
  const show = (name) => {
    places[studio.dataset.pane] = scrollY;
    studio.dataset.pane = name;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.show === name));
    scrollTo(0, places[name] ?? 0);
  };
  for (const button of buttons) button.addEventListener("click", () => show(button.dataset.show));
  // Whoever is sent to a field must see it.
  form.addEventListener("docgen:go", () => {
    if (studio.dataset.pane !== "bieu") show("bieu");
  });
  form.addEventListener("submit", () => {
    if (studio.dataset.pane !== "bieu") show("bieu");
  });
}
