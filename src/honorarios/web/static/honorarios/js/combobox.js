// A field that chooses from a list asked of the server (ARIA 1.2 combobox).
//
// <div class="combobox" data-combobox="/busca/procedimentos/"> holds an input[role=combobox], a hidden
// input[data-combobox-value] and a ul[role=listbox]. The address answers to ?q= with
// <li role="option" data-value="…" data-text="…">…</li>. Choosing fires "combobox:chosen" (detail: the
// option's dataset) on the div; data-combobox-min is how much must be typed first (0 asks at focus).
// What was searched in vain in one with data-combobox-lookup doesn't keep its form from being sent.

import { whenReleased } from "./pointer.js";
import { word } from "./words.js";

const WAIT = 120;
const states = new WeakMap();

function stateOf(box) {
  if (!states.has(box)) states.set(box, { timer: 0, asked: null, query: null, typed: false, hurried: false });
  return states.get(box);
}

const parts = (box) => ({
  input: box.querySelector("[role=combobox]"),
  value: box.querySelector("[data-combobox-value]"),
  list: box.querySelector("[role=listbox]"),
});

function boxOf(target) {
  return target.matches?.("[role=combobox]") ? target.closest("[data-combobox]") : null;
}

function close(box) {
  const { input, list } = parts(box);
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function options(list) {
  return [...list.querySelectorAll("[role=option]:not([aria-disabled=true])")];
}

function mark(box, option) {
  const { input, list } = parts(box);
  for (const one of list.querySelectorAll("[aria-selected=true]")) one.setAttribute("aria-selected", "false");
  if (!option) {
    input.removeAttribute("aria-activedescendant");
    return;
  }
  option.setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function show(box, html, query) {
  const { input, list } = parts(box);
  list.innerHTML = html;
  const found = options(list);
  found.forEach((option, index) => {
    option.id = `${list.id}-${index}`;
    option.setAttribute("aria-selected", "false");
  });
  if (!found.length) {
    const none = document.createElement("li");
    none.className = "option option--none";
    none.textContent = word("none");
    list.replaceChildren(none);
  }
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  // The first is chosen by Enter as soon as something was typed; also by one that came before the list.
  mark(box, query ? found[0] : null);
  const state = stateOf(box);
  if (state.hurried && query && found[0]) choose(box, found[0]);
  else if (document.activeElement !== input) close(box);
  state.hurried = false;
}

async function ask(box) {
  const state = stateOf(box);
  const { input } = parts(box);
  const query = input.value.trim();
  state.asked?.abort();
  state.asked = new AbortController();
  const address = new URL(box.dataset.combobox, location.href);
  address.searchParams.set("q", query);
  for (const [name, id] of Object.entries(withs(box))) {
    const other = document.getElementById(id) ?? box.closest("form")?.elements.namedItem(id);
    if (other?.value) address.searchParams.set(name, other.value);
  }
  try {
    const answer = await fetch(address, {
      headers: { "HX-Request": "true" },
      signal: state.asked.signal,
    });
    if (answer.status === 401) document.dispatchEvent(new CustomEvent("honorarios:signed-out"));
    if (!answer.ok) throw new Error(String(answer.status));
    const html = await answer.text();
    if (document.activeElement !== input && !state.hurried) return;
    state.query = query;
    show(box, html, query);
  } catch (problem) {
    if (problem.name === "AbortError") return;
    Object.assign(state, { query, hurried: false });
    show(box, "", query);
    parts(box).list.firstElementChild.textContent = word("failed");
  }
}

/** data-combobox-with="payer:id_of_field" sends another field's value along. */
function withs(box) {
  const given = box.dataset.comboboxWith ?? "";
  return Object.fromEntries(given.split(/\s+/).filter(Boolean).map((pair) => pair.split(":")));
}

function choose(box, option) {
  const { input, value } = parts(box);
  input.value = option.dataset.text ?? option.textContent.trim();
  input.setCustomValidity("");
  if (value) value.value = option.dataset.value ?? "";
  stateOf(box).typed = false;
  close(box);
  box.dispatchEvent(new CustomEvent("combobox:chosen", { bubbles: true, detail: { ...option.dataset } }));
  value?.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Make what an option names a favourite, or one no more. */
async function favour(option) {
  const star = option?.querySelector("[data-star]");
  if (!star) return;
  const on = star.dataset.on === undefined;
  const answer = await fetch("/busca/favoritos/", {
    method: "POST",
    headers: { "HX-Request": "true", ...JSON.parse(document.body.getAttribute("hx-headers") ?? "{}") },
    body: new URLSearchParams({ kind: star.dataset.star, code: option.dataset.value, favourite: on ? "1" : "0" }),
  });
  if (answer.status === 401) document.dispatchEvent(new CustomEvent("honorarios:signed-out"));
  if (answer.ok) star.toggleAttribute("data-on", on);
}

/** Whether the list is of what stands in the field now, and not of what stood there some keys ago. */
function isCurrent(box) {
  const state = stateOf(box);
  return !state.typed || parts(box).input.value.trim() === state.query;
}

/** Whether the list of what was typed is still on its way. The fee grid sees to its own haste. */
function awaits(box) {
  return !isCurrent(box) && parts(box).input.value.trim() && !box.closest("#sheet");
}

document.addEventListener("input", (event) => {
  const box = boxOf(event.target);
  if (!box) return;
  const state = stateOf(box);
  const { input, value } = parts(box);
  state.typed = true;
  state.hurried = false;
  input.setCustomValidity("");
  if (value?.value) {
    value.value = "";
    box.dispatchEvent(new CustomEvent("combobox:cleared", { bubbles: true }));
  }
  clearTimeout(state.timer);
  if (input.value.trim().length < Number(box.dataset.comboboxMin ?? 1)) {
    state.asked?.abort();
    close(box);
    return;
  }
  state.timer = setTimeout(() => ask(box), WAIT);
});

document.addEventListener("focusin", (event) => {
  const box = boxOf(event.target);
  if (box && box.dataset.comboboxMin === "0" && !event.target.value) ask(box);
});

document.addEventListener("focusout", (event) => {
  const box = boxOf(event.target);
  if (!box || box.contains(event.relatedTarget)) return;
  const state = stateOf(box);
  clearTimeout(state.timer);
  if (!state.hurried) state.asked?.abort();
  // A list that was open at the foot of the page had made it longer.
  whenReleased(() => box.contains(document.activeElement) || close(box));
});

document.addEventListener("keydown", (event) => {
  const box = boxOf(event.target);
  if (!box || event.isComposing) return;
  const { list } = parts(box);
  const found = options(list);
  const now = found.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key.toLowerCase() === "d" && event.ctrlKey && !list.hidden && now >= 0) {
    event.preventDefault();
    favour(found[now]);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) {
      ask(box);
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (found.length) mark(box, found[(now + step + found.length + (now < 0 && step < 0 ? 1 : 0)) % found.length]);
  } else if ((event.key === "Enter" || event.key === "Tab") && !list.hidden && now >= 0 && isCurrent(box)) {
    if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
    }
    choose(box, found[now]);
  } else if (event.key === "Enter" && awaits(box) && !event.ctrlKey) {
    event.preventDefault();
    stateOf(box).hurried = true;
  } else if (event.key === "Tab" && !event.shiftKey && awaits(box)) {
    // Who types ahead is in the next field when the list comes: its first is chosen all the same.
    stateOf(box).hurried = true;
    ask(box);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    event.stopPropagation();
    close(box);
  }
}, true);

// What was typed and is nothing of the list isn't sent as if the field were empty: that would lose it unsaid.
document.addEventListener("submit", (event) => {
  if (event.submitter?.formNoValidate) return;
  const open = [...event.target.querySelectorAll("[data-combobox]:not([data-combobox-lookup])")].map(parts);
  const unsaid = open.find(({ input, value }) => value && !value.value && input.value.trim());
  if (!unsaid) return;
  event.preventDefault();
  event.stopPropagation();
  unsaid.input.setCustomValidity(word("choose"));
  unsaid.input.reportValidity();
}, true);

document.addEventListener("mousedown", (event) => {
  const option = event.target.closest?.(".combobox__list [role=option]");
  if (!option) return;
  event.preventDefault();
  if (event.target.closest("[data-star]")) favour(option);
  else choose(option.closest("[data-combobox]"), option);
});
