// The rows of acts, of the team and of single entries: added, taken away, filled.

import { changed } from "./changes.js";
import { focus, sheet } from "./sheet.js";

const NAMED = ["id", "name", "aria-controls", "aria-describedby", "data-note"];

export const rowOf = (element) => element?.closest?.("[data-row]") ?? null;
export const kindOf = (row) => row.dataset.row.split(".")[0];
export const tableOf = (kind) => sheet.querySelector(`[data-rows="${kind}"]`);
export const rowsOf = (kind) => [...(tableOf(kind)?.querySelectorAll("[data-row]") ?? [])];

/** A field of a row: "code", "provider". */
export const field = (row, name) => document.getElementById(`${row.dataset.row}.${name}`);

/** Where one types first in a row. */
export const firstField = (row) => field(row, kindOf(row) === "member" ? "provider" : "code");

/** Whether nothing was typed in a row; a quantity of 1 is how it came. */
export function isBlank(row) {
  return [...row.querySelectorAll("input, select")].every((one) =>
    one.type === "checkbox" ? !one.checked : !one.value || one.name.endsWith(".quantity"),
  );
}

/** A new row after the last of its kind. */
export function add(kind) {
  const rows = rowsOf(kind);
  const last = rows.at(-1);
  const next = Math.max(...rows.map((row) => Number(row.dataset.row.split(".")[1]))) + 1;
  const row = last.cloneNode(true);
  rename(row, last.dataset.row, `${kind}.${next}`);
  clear(row);
  last.after(row);
  number(kind);
  return row;
}

function rename(row, before, after) {
  row.dataset.row = after;
  for (const one of row.querySelectorAll("*")) {
    for (const name of NAMED) {
      const value = one.getAttribute(name);
      if (value?.includes(`${before}.`)) one.setAttribute(name, value.replace(`${before}.`, `${after}.`));
    }
  }
}

/** Empty a row. */
export function clear(row) {
  for (const one of row.querySelectorAll("input, select")) {
    if (one.type === "checkbox") one.checked = false;
    else one.value = one.name.endsWith(".quantity") ? "1" : "";
    one.removeAttribute("aria-invalid");
    if (one.dataset.suggests !== undefined) suggest(one, "", "");
  }
  for (const notes of row.querySelectorAll("[data-note]")) notes.replaceChildren();
  for (const list of row.querySelectorAll(".combobox__list")) list.replaceChildren();
}

/** Take a row away, or empty it where it is the only one; the focus goes to the one that follows. */
export function drop(row) {
  const kind = kindOf(row);
  const rows = rowsOf(kind);
  const place = rows.indexOf(row);
  if (rows.length === 1) {
    clear(row);
    focus(firstField(row));
  } else {
    row.remove();
    number(kind);
    focus(firstField(rowsOf(kind)[Math.min(place, rows.length - 2)]));
  }
  changed();
}

/** What an empty field stands for. */
export function suggest(one, text, why) {
  const shown = text || one.dataset.suggests || "";
  if (one.matches("select")) {
    one.options[0].textContent = shown;
    one.classList.toggle("is-suggested", Boolean(text));
  } else {
    one.placeholder = shown;
  }
  if (why) one.title = why;
  else one.removeAttribute("title");
}

function number(kind) {
  for (const [place, row] of rowsOf(kind).entries()) {
    const shown = row.querySelector("[data-position]");
    if (shown) shown.textContent = String(place + 1);
  }
}

sheet.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add], [data-drop], [data-fields]");
  if (button?.dataset.add) focus(firstField(add(button.dataset.add)));
  else if (button?.dataset.drop !== undefined) drop(rowOf(button));
  else if (button) more(rowOf(button));
});

/** Show or hide the fields behind a single entry. */
export function more(row) {
  const fields = row.querySelector("[data-fields-of]");
  if (!fields) return;
  fields.hidden = !fields.hidden;
  focus(fields.hidden ? firstField(row) : fields.querySelector("select, input"));
}
