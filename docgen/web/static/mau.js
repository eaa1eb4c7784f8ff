/** While templates are being looked through, the page is fetched again after some seconds. */

const waiting = document.querySelector("[data-reload]");
if (waiting) {
  setTimeout(() => location.reload(), Number(waiting.dataset.reload) * 1000);
}
