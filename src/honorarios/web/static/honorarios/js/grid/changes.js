// What was typed: each change has a number, so that an answer to an older one is never shown.

import { preview, sheet } from "./sheet.js";

// Longer than between two keys of one number as people type them, and not felt after the last of them.
const WAIT = 90;
let timer = 0;
let number = 0;
const heard = [];

/** The number of the last change. */
export const current = () => number;

/** Be told of each change. */
export function onChange(listener) {
  heard.push(listener);
}

/** Something was typed, chosen, added or taken away. */
export function changed() {
  number += 1;
  const seen = preview.querySelector("[data-seen]");
  // The sum on the screen is no longer that of what is typed.
  if (seen) seen.value = "";
  clearTimeout(timer);
  timer = setTimeout(recalculate, WAIT);
  for (const listener of heard) listener();
}

/** Ask for the values of what is typed now. */
export function recalculate() {
  clearTimeout(timer);
  globalThis.htmx.trigger(preview, "sheet:changed");
}

sheet.addEventListener("input", (event) => {
  if (event.target.form === sheet) changed();
});
// A tick and a choice say so by change; a text has said so while it was typed.
sheet.addEventListener("change", (event) => {
  if (event.target.matches("select, [type=checkbox], [type=radio]")) changed();
});
