// Enter goes on: to the next field, to a new row, from the acts to the team and from it to saving.

import { changed } from "./changes.js";
import { add, field, isBlank, kindOf, rowOf, rowsOf } from "./rows.js";
import { focus, isShown, preview, sheet } from "./sheet.js";

const pending = new Set();
let byEnter = false;

/** The field after this one, for whoever types a surgery from top to bottom. */
export function advance(from) {
  const row = rowOf(from);
  if (!row) return focus(from.id === "when" ? start() : saving());
  const kind = kindOf(row);
  const stops = [...row.querySelectorAll("[data-stop]")].filter(isShown);
  const next = stops[stops.indexOf(from) + 1];
  if (isBlank(row)) return nothingTyped(kind) ? undefined : focus(kind === "act" ? teamField() : saving());
  if (next && !passesBy(row, next)) return focus(next);
  const rows = rowsOf(kind);
  const following = rows[rows.indexOf(row) + 1] ?? add(kind);
  return focus(following.querySelector("[data-stop]"));
}

/** An empty row ends its list, but for a list of nothing: there Enter waits for what belongs there. */
const nothingTyped = (kind) => rowsOf(kind).every(isBlank);

/** The principal act has no route to tell: Enter passes it by. */
function passesBy(row, next) {
  const first = rowsOf("act")[0];
  return row === first && next.name.endsWith(".access_route");
}

const start = () => firstBlank(sheet.querySelector("[data-rows=single]") ? "single" : "act");
const teamField = () => firstBlank("member");

function firstBlank(kind) {
  const rows = rowsOf(kind);
  const row = rows.find(isBlank) ?? rows[0];
  return row?.querySelector("[data-stop]");
}

function saving() {
  const asked = preview.querySelector("[data-decision]");
  return asked ?? sheet.querySelector("[data-save]");
}

/** Take what a list offers: the field holds the code, and its name stands beside it. */
function take(input, chosen) {
  input.value = chosen.value ?? input.value;
  input.dataset.taken = input.value;
  fillAlike(input);
  changed();
}

/** The next visit is of the same physician, until somebody says another. */
function fillAlike(input) {
  const row = rowOf(input);
  if (!row || kindOf(row) !== "single" || !input.name.endsWith(".code")) return;
  const rows = rowsOf("single");
  const above = rows[rows.indexOf(row) - 1];
  if (!above) return;
  for (const name of ["provider", "role"]) {
    const mine = field(row, name);
    if (!mine.value && mine !== document.activeElement) mine.value = field(above, name).value;
  }
}

/** Whether the field says a code already, that no list has to tell. */
function isCode(input) {
  const text = input.value.trim();
  if (!text || input.dataset.taken === text) return true;
  return input.dataset.code !== undefined && /^[\d.\-]{4,}$/.test(text);
}

/** Find what was typed and go on at once: who types ahead waits for nothing. */
function goOn(input) {
  const found = resolve(input).catch(() => undefined);
  pending.add(found);
  found.finally(() => pending.delete(found));
  advance(input);
}

async function resolve(input) {
  const typed = input.value.trim();
  const address = new URL(input.closest("[data-combobox]").dataset.combobox, location.href);
  address.searchParams.set("q", typed);
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  const list = document.createElement("template");
  list.innerHTML = await answer.text();
  const option = list.content.querySelector("[role=option]:not([aria-disabled=true])");
  if (option && input.value.trim() === typed) take(input, option.dataset);
}

/** When all that was typed ahead is found. */
export const settled = () => Promise.all(pending);

addEventListener("keydown", (event) => {
  byEnter = event.key === "Enter";
}, true);

sheet.addEventListener("combobox:chosen", (event) => {
  const input = event.target.querySelector("[role=combobox]");
  take(input, event.detail);
  if (byEnter && input.dataset.stop !== undefined) advance(input);
});

sheet.addEventListener("keydown", (event) => {
  const target = event.target;
  if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!target.matches("input, select")) return;
  event.preventDefault();
  if (event.shiftKey) return;
  if (target.getAttribute("role") === "combobox") {
    if (isCode(target)) {
      if (target.value) target.dataset.taken = target.value.trim();
      fillAlike(target);
      advance(target);
    } else goOn(target);
  } else if (target.matches("[data-decision]")) target.click();
  else if (target.dataset.stop !== undefined || !rowOf(target)) advance(target);
  else advance(nearest(target));
});

/** The stop that a field outside of the way stands after. */
function nearest(target) {
  const stops = [...rowOf(target).querySelectorAll("[data-stop]")];
  const before = stops.filter((one) => one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
  return before.at(-1) ?? stops.at(-1);
}
