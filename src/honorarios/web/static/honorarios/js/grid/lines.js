// The lines that come of the sheet: taken out, put back, changed one by one, and asked about.

import { register } from "../keys.js";
import { changed, recalculate } from "./changes.js";
import { focus, preview, said, sheet } from "./sheet.js";

const open = new Set();
let awaited = "";

export const detailsOf = (name) => preview.querySelector(`[data-details="${name}"]`);
const lineOf = (name) => preview.querySelector(`[data-line="${name}"]`);

/** Show or hide what can be chosen for one line alone; the server draws it when it is first asked for. */
export function toggle(name) {
  const details = detailsOf(name);
  if (details && !details.hidden) {
    open.delete(name);
    details.hidden = true;
    focus(lineOf(name));
  } else {
    open.add(name);
    if (details) show(details);
    else awaited = name;
  }
  sheet.elements.namedItem("open").value = [...open].join(" ");
  if (awaited) recalculate();
}

function show(details) {
  details.hidden = false;
  focus(details.querySelector("select, input"));
}

/** What was asked for is shown when it arrives; what was open, the server draws open. */
export function reopen() {
  const details = awaited && detailsOf(awaited);
  if (details) show(details);
  awaited = "";
}

function bill(name, value) {
  const choice = document.getElementById(`line.${name}.billed`);
  if (!choice) return;
  choice.value = value;
  changed();
}

function answer(decision) {
  for (const radio of preview.querySelectorAll(`[data-decision][value="${decision}"]`)) radio.checked = true;
  changed();
}

preview.addEventListener("click", (event) => {
  const button = event.target.closest("[data-more], [data-bill], [data-answer], [data-unanswer]");
  if (!button) return;
  if (button.dataset.more) toggle(button.dataset.more);
  else if (button.dataset.bill) bill(button.dataset.bill, "sim");
  else if (button.dataset.answer) answer(button.dataset.answer);
  else {
    preview.querySelector(`input[name="${button.dataset.unanswer}"]`)?.remove();
    changed();
  }
});

preview.addEventListener("keydown", (event) => {
  const line = event.target.closest("[data-line]");
  if (line && line === event.target) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Delete") bill(line.dataset.line, line.dataset.out === undefined ? "não" : "");
    else if (event.key === "Enter") toggle(line.dataset.line);
    else return;
    event.preventDefault();
  } else if (event.key === "Escape") {
    const details = event.target.closest("[data-details]");
    if (!details || event.target.getAttribute("aria-expanded") === "true") return;
    event.preventDefault();
    toggle(details.dataset.details);
  }
});

const asked = () => preview.querySelector("[data-decision]");
register("Alt+S", said("yes"), () => asked() && answer("confirm"), said("group"));
register("Alt+X", said("no"), () => asked() && answer("decline"), said("group"));
