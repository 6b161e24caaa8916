// The keys of a screen: who registers one shows it under "?".
//
// register("Alt+N", "Novo lançamento", fn, "Lançamentos") or, in a page,
// <a data-key="Alt+N">; keys of a single character do nothing while one types, and can be turned off.

import { word } from "./words.js";

const held = new Map();
const MODIFIERS = ["Ctrl", "Alt", "Shift", "Meta"];

/** "ctrl+k" -> "Ctrl+K": one spelling for each key. */
function spelled(key) {
  const parts = key.split("+").map((part) => part.trim());
  const last = parts.pop() || "+";
  const given = parts.map((part) => part[0].toUpperCase() + part.slice(1).toLowerCase());
  const name = last.length === 1 ? last.toUpperCase() : last;
  return [...MODIFIERS.filter((one) => given.includes(one)), name].join("+");
}

function pressed(event) {
  const parts = [];
  if (event.ctrlKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  // Shift makes the character of a single key ("?"), and counts only with named keys.
  if (event.shiftKey && event.key.length > 1) parts.push("Shift");
  if (event.metaKey) parts.push("Ctrl");
  const code = /^Key([A-Z])$/.exec(event.code);
  // With Alt some keyboards write another letter: the key itself is what counts.
  const name = event.altKey && code ? code[1] : event.key;
  parts.push(name.length === 1 ? name.toUpperCase() : name);
  return [...new Set(parts)].join("+");
}

const single = (key) => key.length === 1;
const typing = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("select, textarea, input:not([type=checkbox], [type=radio], [type=button])"));

/** Give a key its work; returns what takes it away again. */
export function register(key, label, fn, group = word("on")) {
  const name = spelled(key);
  held.set(name, { key: name, label, fn, group });
  return () => held.delete(name);
}

/** Every key that works on this screen now, with what it does. */
export function listed() {
  const own = [...document.querySelectorAll("[data-key]")]
    .filter((element) => element.checkVisibility())
    .map((element) => ({
      key: spelled(element.dataset.key),
      label: element.dataset.keyLabel || element.getAttribute("aria-label") || said(element),
      fn: () => press(element),
      group: element.dataset.keyGroup || word("on"),
    }));
  return [...new Map([...held.values(), ...own].map((one) => [one.key, one])).values()];
}

/** The words of a button without the key that it shows. */
function said(element) {
  const copy = element.cloneNode(true);
  for (const shown of copy.querySelectorAll("kbd")) shown.remove();
  return copy.textContent.trim() || element.labels?.[0]?.textContent.trim() || element.name || "";
}

function press(element) {
  if (element.matches("input:not([type=submit], [type=button]), select, textarea")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.key === "Dead") return;
  const name = pressed(event);
  if (single(name) && (typing(event.target) || document.body.dataset.singleKeys === "off")) return;
  // What is under an open dialog waits, but for what the dialog itself offers.
  const dialog = document.querySelector("dialog[open]");
  const one = listed().find((each) => each.key === name);
  if (!one || (dialog && !held.get(name)?.everywhere && !dialog.contains(event.target))) return;
  event.preventDefault();
  one.fn(event);
});

/** Show the keys of this screen. */
export function show() {
  const dialog = document.getElementById("keys");
  const list = dialog?.querySelector("[data-keys-list]");
  if (!list || dialog.open) return;
  const groups = Map.groupBy
    ? Map.groupBy(listed(), (one) => one.group)
    : listed().reduce((all, one) => all.set(one.group, [...(all.get(one.group) ?? []), one]), new Map());
  list.replaceChildren(
    ...[...groups].map(([title, keys]) => {
      const section = document.createElement("section");
      const heading = document.createElement("h3");
      heading.textContent = title;
      const items = document.createElement("ul");
      items.setAttribute("role", "list");
      items.append(...keys.map(row));
      section.append(heading, items);
      return section;
    }),
  );
  dialog.showModal();
}

function row({ key, label }) {
  const item = document.createElement("li");
  const text = document.createElement("span");
  text.textContent = label;
  const shown = document.createElement("kbd");
  shown.className = "kbd";
  shown.textContent = key.replaceAll("+", " ").replace("  ", " +");
  item.append(text, shown);
  return item;
}
