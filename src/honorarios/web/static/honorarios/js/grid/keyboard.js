// The other keys of the sheet: arrows, Delete, F2, F6, F8, Alt+N, Ctrl+Enter, Escape.

import { register } from "../keys.js";
import { settled } from "./enter.js";
import { toggle } from "./lines.js";
import { add, drop, firstField, kindOf, more, rowOf, rowsOf } from "./rows.js";
import { focus, isShown, preview, said, sheet } from "./sheet.js";

const before = new WeakMap();

const here = () => document.activeElement;
const group = said("group");

register("Ctrl+Enter", said("save"), () => save(), group);
register("Alt+N", said("row"), () => focus(firstField(add(section()))), group);
register("F2", said("edit"), () => edit(here()), group);
register("F6", said("lines"), () => around(), group);
register("F8", said("next"), () => nextPending(), group);
register("Ctrl+Delete", said("drop"), () => rowOf(here()) && drop(rowOf(here())), group);

/** Save, by the same way as the button. */
export async function save() {
  await settled();
  const button = sheet.querySelector("[data-save]");
  if (button && !button.disabled) sheet.requestSubmit(button);
}

function section() {
  const row = rowOf(here());
  if (row) return kindOf(row);
  return sheet.querySelector("[data-rows=single]") ? "single" : "act";
}

function edit(element) {
  const line = element.closest?.("[data-line]");
  if (line) return toggle(line.dataset.line);
  const row = rowOf(element);
  if (row?.querySelector("[data-fields-of]")) return more(row);
  if (element.matches?.("input[type=text]")) element.select();
  return undefined;
}

/** From the head to the acts, the team, the lines, and round again. */
function around() {
  const areas = [
    document.getElementById("when"),
    ...["act", "member", "single"].map((kind) => rowsOf(kind)[0]).map((row) => row && firstField(row)),
    preview.querySelector("[data-line]"),
  ].filter(Boolean);
  const now = areas.findIndex((one) => areaOf(one) === areaOf(here()));
  focus(areas[(now + 1) % areas.length]);
}

const areaOf = (element) => element.closest?.("[data-rows], #preview, .sheet__head") ?? null;

/** To the next field that stands in the way. */
export function nextPending() {
  const names = [...preview.querySelectorAll("[data-jump]")].map((one) => one.dataset.jump);
  const fields = names.map(fieldOf).filter(Boolean);
  if (!fields.length) return;
  focus(fields[(fields.indexOf(here()) + 1) % fields.length]);
}

function fieldOf(name) {
  const found = document.getElementById(name) ?? document.getElementById(name.replace(/\.authorised$/, ".not_authorised"));
  if (!found) return preview.querySelector(`[data-line="${name.split(".")[1]}"]`);
  const hidden = found.closest("[hidden]");
  if (hidden) hidden.hidden = false;
  return found;
}

preview.addEventListener("click", (event) => {
  const jump = event.target.closest("[data-jump]");
  if (jump) focus(fieldOf(jump.dataset.jump));
});

// Arrows move among rows and cells, unless a list is open or the caret has where to go.
addEventListener("keydown", (event) => {
  const target = event.target;
  if (!sheet.contains(target) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (way && movesRows(target)) {
    if (!vertical(target, way)) return;
    event.preventDefault();
    event.stopPropagation();
  } else if (["ArrowLeft", "ArrowRight"].includes(event.key) && sideways(target, event.key === "ArrowRight" ? 1 : -1)) {
    event.preventDefault();
  } else if (event.key === "Delete" && deletes(target)) {
    event.preventDefault();
    drop(rowOf(target));
  } else if (event.key === "Escape" && rowOf(target) && leave(target)) {
    event.preventDefault();
  }
}, true);

function movesRows(target) {
  if (target.matches("select, [type=radio]")) return false;
  if (target.getAttribute("role") !== "combobox") return true;
  return target.getAttribute("aria-expanded") !== "true" && (!target.value || target.dataset.taken === target.value.trim());
}

function vertical(target, way) {
  const line = target.closest("[data-line]");
  if (line === target) {
    const lines = [...preview.querySelectorAll("[data-line]")];
    const next = lines[lines.indexOf(line) + way];
    focus(next);
    return Boolean(next);
  }
  const row = rowOf(target);
  if (!row || !target.name) return false;
  const rows = rowsOf(kindOf(row));
  const next = rows[rows.indexOf(row) + way];
  if (!next) return false;
  const cell = target.name.split(".").at(-1);
  focus(document.getElementById(`${next.dataset.row}.${cell}`));
  return true;
}

function sideways(target, way) {
  const row = rowOf(target);
  if (!row || target.matches("select")) return false;
  if (target.matches("[type=text]")) {
    const whole = target.selectionStart === 0 && target.selectionEnd === target.value.length && target.value;
    const edge = way > 0 ? target.value.length : 0;
    if (whole || target.selectionStart !== edge || target.selectionEnd !== edge) return false;
  }
  const cells = [...row.querySelectorAll("input, select")].filter(isShown);
  const next = cells[cells.indexOf(target) + way];
  if (!next) return false;
  focus(next);
  return true;
}

function deletes(target) {
  if (!rowOf(target)) return false;
  return target.matches("select, [type=checkbox]") || (target.matches("[type=text]") && !target.value);
}

/** Escape puts back what the field held when one came to it. */
function leave(target) {
  if (target.getAttribute("aria-expanded") === "true" || !before.has(target)) return false;
  const held = before.get(target);
  if (held === target.value) return false;
  target.value = held;
  target.dispatchEvent(new Event("input", { bubbles: true }));
  target.select?.();
  return true;
}

sheet.addEventListener("focusin", ({ target }) => {
  if (target.matches("input[type=text]")) before.set(target, target.value);
});

// One key for the route: 1 única, 2 mesma via, 3 diferentes vias, and so for every closed list but roles.
sheet.addEventListener("keydown", (event) => {
  const target = event.target;
  if (!target.matches("select") || event.ctrlKey || event.altKey || !/^[0-9]$/.test(event.key)) return;
  if (target.name.endsWith(".role") || target.id === "cost_centre" || target.id === "team_number") return;
  const option = target.options[Number(event.key)];
  if (!option) return;
  event.preventDefault();
  target.value = option.value;
  target.dispatchEvent(new Event("change", { bubbles: true }));
});
