// The command palette: every place of the navigation, the keys of this screen, and what the server finds.

import { listed, register } from "./keys.js";
import { fold, word } from "./words.js";

const dialog = document.getElementById("palette");
const input = dialog?.querySelector("[role=combobox]");
const list = dialog?.querySelector("[role=listbox]");
const WAIT = 150;
let timer = 0;
let asked = null;

function places() {
  return [...document.querySelectorAll(".side__link, .bar a.menu__item")].map((link) => ({
    text: link.textContent.trim(),
    href: link.href,
  }));
}

function commands() {
  return listed()
    .filter((one) => !one.unlisted)
    .map((one) => ({ text: one.label, key: one.key, fn: one.fn }));
}

function option(entry) {
  const item = document.createElement("li");
  item.className = "option";
  item.setAttribute("role", "option");
  const text = document.createElement("span");
  text.textContent = entry.text;
  item.append(text);
  if (entry.key) {
    const shown = document.createElement("kbd");
    shown.className = "kbd";
    shown.textContent = entry.key.replaceAll("+", " ");
    item.append(shown);
  }
  item.onchosen = () => (entry.href ? location.assign(entry.href) : entry.fn(new Event("palette")));
  return item;
}

function group(title, items) {
  if (!items.length) return [];
  const heading = document.createElement("li");
  heading.className = "palette__group";
  heading.setAttribute("role", "presentation");
  heading.textContent = title;
  return [heading, ...items];
}

function matching(entries, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => words.every((one) => fold(entry.text).includes(one))).map(option);
}

function number() {
  const found = [...list.querySelectorAll("[role=option]")];
  found.forEach((item, index) => {
    item.id = `palette-${index}`;
    item.setAttribute("aria-selected", "false");
  });
  mark(found[0]);
}

function mark(item) {
  list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
  item?.setAttribute("aria-selected", "true");
  item?.scrollIntoView({ block: "nearest" });
  if (item) input.setAttribute("aria-activedescendant", item.id);
  else input.removeAttribute("aria-activedescendant");
}

function draw(found = "") {
  const query = input.value;
  const served = document.createElement("template");
  served.innerHTML = found;
  const results = [...served.content.querySelectorAll("[role=option]")];
  for (const item of results) {
    item.classList.add("option");
    item.onchosen = () => location.assign(item.dataset.href);
  }
  const near = places();
  const groups = [
    group(word("results"), results),
    group(word("places"), matching(near, query)),
    group(word("commands"), matching(commands(), query)),
  ];
  // A screen that is being called by its name stays first: what the server finds later doesn't slip under Enter.
  if (near.some((place) => fold(place.text).startsWith(fold(query.trim())))) groups.unshift(...groups.splice(1, 1));
  list.replaceChildren(...groups.flat());
  if (!list.children.length) {
    const none = document.createElement("li");
    none.className = "option option--none";
    none.textContent = word("none");
    list.append(none);
  }
  number();
}

async function ask() {
  const query = input.value.trim();
  asked?.abort();
  if (!dialog.dataset.search || query.length < 2) return;
  asked = new AbortController();
  const address = new URL(dialog.dataset.search, location.href);
  address.searchParams.set("q", query);
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal: asked.signal });
    if (answer.ok) draw(await answer.text());
  } catch (problem) {
    if (problem.name !== "AbortError") draw();
  }
}

function open() {
  if (dialog.open) return;
  input.value = "";
  draw();
  dialog.showModal();
  input.focus();
}

function choose(item) {
  dialog.close();
  item.onchosen();
}

if (dialog) {
  register("Ctrl+K", word("palette"), open, word("everywhere"));
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-palette]")) open();
  });
  input.addEventListener("input", () => {
    draw();
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    asked?.abort();
  });
  dialog.addEventListener("keydown", (event) => {
    const found = [...list.querySelectorAll("[role=option]")];
    const now = found.findIndex((item) => item.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") mark(found[(now + 1) % found.length]);
    else if (event.key === "ArrowUp") mark(found[(now - 1 + found.length) % found.length]);
    else if (event.key === "Enter" && now >= 0) choose(found[now]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose(item);
  });
}
