// Lists that are walked by keys: <table data-rows> whose <tr data-row> have [data-row-open], [data-row-edit]…
//
// j and k (or the arrows, once in the list) go down and up; Enter opens; each [data-row-key="e"] of the row in
// hand is pressed by its key. The row in hand is the one that has the focus.

import "./editing.js";
import { register } from "./keys.js";
import { word } from "./words.js";

const rows = () => [...document.querySelectorAll("[data-rows] [data-row]")].filter((row) => row.checkVisibility());
let last = null;

function inHand() {
  const row = document.activeElement?.closest?.("[data-row]") ?? last;
  return row?.isConnected ? row : null;
}

function take(row) {
  if (!row) return;
  last = row;
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = rows();
  const now = all.indexOf(inHand());
  take(all[Math.min(Math.max(now + by, 0), all.length - 1)]);
}

if (document.querySelector("[data-rows]")) {
  register("j", word("down"), () => step(1), word("list"));
  register("k", word("up"), () => step(-1), word("list"));
}

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("[data-row]");
  for (const one of document.querySelectorAll("[data-row].is-selected")) one.classList.toggle("is-selected", one === row);
  if (row) {
    last = row;
    row.classList.add("is-selected");
  }
});

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (!row || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const onRow = event.target === row;
  if (event.key === "ArrowDown" && (onRow || event.target.matches("a, button"))) step(1);
  else if (event.key === "ArrowUp" && (onRow || event.target.matches("a, button"))) step(-1);
  else if (event.key === "Enter" && onRow) row.querySelector("[data-row-open]")?.click();
  else return;
  event.preventDefault();
});

// A form that opened below its row is given up by Escape, and the row is in hand again.
document.addEventListener("keydown", (event) => {
  const form = event.key === "Escape" && !event.defaultPrevented && event.target.closest?.(".editing");
  if (!form) return;
  const row = form.previousElementSibling;
  form.remove();
  take(row);
});

// Keys of the row in hand: what they do is told by the first row that has them.
const own = new Set([...document.querySelectorAll("[data-row-key]")].map((one) => one.dataset.rowKey));
for (const key of own) {
  const sample = document.querySelector(`[data-row-key="${key}"]`);
  const label = sample.getAttribute("aria-label") || sample.textContent.trim();
  register(key, label, () => inHand()?.querySelector(`[data-row-key="${key}"]`)?.click(), word("list"));
}

// What an address points at is the row to begin with.
const named = location.hash && document.querySelector(`[data-row]${CSS.escape ? `#${CSS.escape(location.hash.slice(1))}` : ""}`);
if (named) take(named);

// The memória de cálculo comes into its drawer, and the focus goes back to the row when it closes.
const drawer = document.getElementById("memoria-drawer");
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "memoria" && drawer && !drawer.open) drawer.showModal();
});
drawer?.addEventListener("click", (event) => {
  if (event.target.closest("[data-memoria-close]")) drawer.close();
});
