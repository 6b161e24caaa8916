// F4: the memória de cálculo of the line that the focus is about, beside the sheet.

import { register } from "../keys.js";
import { kindOf, rowOf } from "./rows.js";
import { preview, said, sheet, tell } from "./sheet.js";

const panel = document.getElementById("memoria");
let from = null;

register("F4", said("explain"), () => show(wanted(document.activeElement)), said("group"));

/** The line that an element is about: itself, or the first of its act or of its member. */
function wanted(element) {
  const line = element.closest?.("[data-line]") ?? ofRow(element) ?? preview.querySelector("[data-line]:not([data-out])");
  return line ? `${line.dataset.line}/${line.dataset.number}` : "";
}

function ofRow(element) {
  const row = rowOf(element);
  if (!row) return null;
  const [kind, name] = row.dataset.row.split(".");
  const lines = [...preview.querySelectorAll("[data-line]:not([data-out])")];
  const is = {
    act: (line) => line.dataset.line.split("-")[0] === name,
    member: (line) => line.dataset.line.split("-")[1] === name,
    single: (line) => line.dataset.line === name,
  }[kindOf(row) ?? kind];
  return lines.find(is) ?? null;
}

async function show(line) {
  if (!line) return tell(said("none"));
  if (!panel.contains(document.activeElement)) from = document.activeElement;
  sheet.elements.namedItem("explain").value = line;
  panel.hidden = false;
  panel.closest(".page__body")?.classList.add("has-memoria");
  return globalThis.htmx.ajax("POST", sheet.dataset.memoria, {
    source: panel,
    target: panel,
    swap: "innerHTML",
    values: Object.fromEntries(new FormData(sheet)),
  });
}

function close() {
  if (panel.hidden) return;
  panel.hidden = true;
  panel.closest(".page__body")?.classList.remove("has-memoria");
  from?.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-explain]");
  if (button) show(button.dataset.explain);
  else if (event.target.closest("[data-memoria-close]")) close();
});

// The panel follows the values: what it explains is what is on the screen.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target !== preview || panel.hidden) return;
  const line = sheet.elements.namedItem("explain").value;
  const [name, number] = line.split("/");
  if (preview.querySelector(`[data-line="${name}"][data-number="${number}"]:not([data-out])`)) show(line);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || panel.hidden) return;
  event.preventDefault();
  close();
});
