// The form itself, and the little that every part of it asks.

export const sheet = document.getElementById("sheet");
export const preview = document.getElementById("preview");

const words = document.getElementById("sheet-words")?.dataset ?? {};
const state = sheet.querySelector("[data-state]");

/** A text of the page's template#sheet-words. */
export const said = (name) => words[name] ?? "";

/** What happens right now, read aloud too. */
export function tell(text) {
  if (state.textContent !== text) state.textContent = text;
}

export const isShown = (element) => element.checkVisibility() && !element.disabled;

export function focus(element) {
  if (!element) return;
  element.focus();
  if (element.matches("input[type=text]")) element.select();
}
