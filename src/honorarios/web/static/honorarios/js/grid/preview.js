// Values as one types: only the answer to what stands on the screen is shown, and the focus stays.

import { isPressed, whenReleased } from "../pointer.js";
import { current, recalculate } from "./changes.js";
import { nextPending } from "./keyboard.js";
import { reopen } from "./lines.js";
import { suggest } from "./rows.js";
import { preview, said, sheet, tell } from "./sheet.js";

const asked = new WeakMap();
let held = null;

// Who asked: once an answer is swapped in, htmx's own elt is where it goes, and that is the same for all.
const asker = (event) => event.detail.requestConfig.elt;
const isPreview = (event) => asker(event) === preview;
const isSave = (event) => asker(event) === sheet;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (isPreview(event)) {
    if (sheet.dataset.saving) event.preventDefault();
    asked.set(event.detail.xhr, current());
    tell(said("pricing"));
  } else if (isSave(event)) {
    sheet.dataset.saving = "yes";
    asked.set(event.detail.xhr, current());
    tell(said("saving"));
  }
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = event;
  if (detail.target !== preview) return;
  const refusal = [409, 412, 422].includes(detail.xhr.status);
  if (refusal && !isPreview(event)) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
  if (isPreview(event) && asked.get(detail.xhr) !== current()) detail.shouldSwap = false;
  if (isPreview(event) && isLookingUp(document.activeElement)) {
    detail.shouldSwap = false;
    document.activeElement.addEventListener("blur", () => recalculate(), { once: true });
  }
  if (isPreview(event) && isPressed()) {
    detail.shouldSwap = false;
    whenReleased(recalculate);
  }
  if (detail.shouldSwap) held = focused();
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target !== preview) return;
  spread();
  restore(held);
  reopen();
  held = null;
  tell("");
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (!isSave(event)) return;
  const { status } = event.detail.xhr;
  if (status >= 200 && status < 300) return;
  delete sheet.dataset.saving;
  tell("");
  // What was typed meanwhile has no values yet, and the refusal is about another text.
  const typed = asked.get(event.detail.xhr) !== current();
  if (status === 422) {
    remember();
    if (!typed) nextPending();
  }
  if (typed) recalculate();
});
document.addEventListener("htmx:sendError", (event) => {
  if (event.detail.elt === sheet) delete sheet.dataset.saving;
});

/** Whether somebody still looks a name up there: words are no code, and are judged once they are left. */
function isLookingUp(field) {
  if (preview.contains(field)) return field.getAttribute("aria-expanded") === "true";
  return field.matches("[data-code]") && /\p{L}/u.test(field.value);
}

/** From now on what is missing is said aloud. */
function remember() {
  if (sheet.elements.namedItem("tried")) return;
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "tried", value: "1" });
  sheet.append(field);
}

function focused() {
  const one = document.activeElement;
  if (!preview.contains(one) || !one.id) return null;
  const caret = one.matches("input[type=text]") ? [one.selectionStart, one.selectionEnd] : null;
  return { id: one.id, caret };
}

function restore(was) {
  if (!was) return;
  const one = document.getElementById(was.id) ?? preview.querySelector("[data-line], [data-decision]");
  if (!one || one === document.activeElement) return;
  one.focus({ preventScroll: true });
  if (was.caret) one.setSelectionRange(...was.caret);
}

/** What was told of each field goes beside it; nothing that one types in is touched. */
export function spread() {
  const told = new Map(
    [...preview.querySelectorAll("[data-told] > [data-for]")].map((one) => [one.dataset.for, one]),
  );
  for (const spot of sheet.querySelectorAll("[data-note]")) {
    if (preview.contains(spot)) continue;
    const one = told.get(spot.dataset.note);
    const html = one?.innerHTML ?? "";
    if (spot.innerHTML !== html) spot.innerHTML = html;
    const field = document.getElementById(spot.dataset.note);
    if (one?.querySelector(".note--bad")) field?.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }
  const suggested = new Map(
    [...preview.querySelectorAll("[data-told] > [data-suggest]")].map((one) => [one.dataset.suggest, one]),
  );
  for (const field of sheet.querySelectorAll("[data-suggests]")) {
    if (preview.contains(field)) continue;
    const one = suggested.get(field.id);
    suggest(field, one?.dataset.text ?? "", one?.title ?? "");
  }
}

