// What every page has.

import "./combobox.js";
import "./dialog.js";
import { register, show } from "./keys.js";
import "./palette.js";
import "./session.js";
import "./theme.js";
import "./tour.js";
import { word } from "./words.js";

register("?", word("keys"), show, word("everywhere"));
register(
  "/",
  word("search"),
  () => {
    const field = document.querySelector("[data-search-field], form[role=search] input:not([type=hidden])");
    field?.closest("form")?.querySelector("[data-fold]")?.setAttribute("aria-expanded", "true");
    if (field) field.focus();
    else document.querySelector("[data-palette]")?.click();
  },
  word("everywhere"),
);

document.addEventListener("click", (event) => {
  const target = event.target.closest?.("[data-keys], [data-print], [data-reveal], [data-fold]");
  if (target?.matches("[data-fold]")) {
    target.setAttribute("aria-expanded", String(target.getAttribute("aria-expanded") !== "true"));
  } else if (target?.matches("[data-keys]")) {
    target.closest("details")?.removeAttribute("open");
    show();
  } else if (target?.matches("[data-reveal]")) {
    const field = document.getElementById(target.dataset.reveal);
    field.type = field.type === "password" ? "text" : "password";
    target.setAttribute("aria-pressed", String(field.type === "text"));
  } else if (target) {
    globalThis.print();
  }
});

// What was refused is where one goes on: at the first field that has to be mended.
const refused = document.querySelector("main form:not(.sheet) [aria-invalid=true]");
if (refused) {
  refused.closest("details")?.setAttribute("open", "");
  refused.focus();
}

// Everything in a list at once, and how much is chosen.
document.addEventListener("change", (event) => {
  const all = event.target.closest?.("[data-check-all]");
  if (!all) return;
  for (const box of all.closest("table, form").querySelectorAll(`input[name="${all.dataset.checkAll}"]`)) {
    box.checked = all.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
});

// The words of a file's field are the page's own: the browser's are in the browser's language.
document.addEventListener("change", (event) => {
  const told = event.target.closest?.(".file")?.querySelector("[data-file]");
  if (told) told.textContent = [...event.target.files].map((file) => file.name).join(", ") || told.dataset.file;
});

// What was just done needs no more than a moment; what went wrong stays until it is closed.
const MOMENT = 10000;
for (const toast of document.querySelectorAll(".toast--success")) {
  setTimeout(() => toast.matches(":hover, :focus-within") || toast.remove(), MOMENT);
}
