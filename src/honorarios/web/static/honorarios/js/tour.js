// The guided tour: a card that goes from screen to screen and points at one thing of each.
//
// Only the address of the stops and the number of the current one are kept, for as long as the tab lives.

const KEPT = "tour";

function kept() {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
}

function button(text, look, fn) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `btn btn--small ${look}`;
  made.textContent = text;
  made.addEventListener("click", fn);
  return made;
}

function end() {
  sessionStorage.removeItem(KEPT);
  document.querySelector(".tour")?.remove();
  document.querySelector(".tour-target")?.classList.remove("tour-target");
}

function go(address, stops, at) {
  sessionStorage.setItem(KEPT, JSON.stringify({ address, at }));
  const there = new URL(stops[at].href, location.href);
  if (there.pathname === location.pathname) show(address, stops, at);
  else location.assign(there);
}

const here = (stop) => new URL(stop.href, location.href).pathname === location.pathname;

let words = {};

function show(address, stops, at) {
  document.querySelector(".tour")?.remove();
  document.querySelector(".tour-target")?.classList.remove("tour-target");
  const stop = stops[at];
  // Whoever went elsewhere meanwhile may come back to where the tour was.
  const away = !here(stop);
  const target = away ? null : document.querySelector(stop.target);
  // The whole page is no thing to point at.
  if (target && !target.matches("main")) {
    target.classList.add("tour-target");
    target.scrollIntoView({ block: "center" });
  }
  const card = document.createElement("section");
  card.className = "tour";
  card.setAttribute("aria-label", words.name);
  const title = document.createElement("h2");
  title.textContent = away ? words.away : stop.title;
  title.tabIndex = -1;
  const text = document.createElement("p");
  text.textContent = away ? stop.title : stop.text;
  const foot = document.createElement("div");
  foot.className = "spread";
  const count = document.createElement("span");
  count.className = "muted small";
  count.textContent = `${at + 1} / ${stops.length}`;
  const buttons = document.createElement("div");
  buttons.className = "row";
  const last = at === stops.length - 1;
  if (!last || away) buttons.append(button(words.end, "btn--quiet", end));
  if (at > 0 && !away) buttons.append(button(words.back, "", () => go(address, stops, at - 1)));
  if (away) buttons.append(button(words.resume, "btn--primary", () => go(address, stops, at)));
  else buttons.append(
    last
      ? button(words.done, "btn--primary", end)
      : button(words.next, "btn--primary", () => go(address, stops, at + 1)),
  );
  foot.append(count, buttons);
  card.append(title, text, foot);
  document.body.append(card);
  if (!away) title.focus({ preventScroll: true });
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const told = await answer.json();
  words = told.words;
  return told.stops;
}

document.addEventListener("click", async (event) => {
  const start = event.target.closest?.("[data-tour-start]");
  if (!start) return;
  start.closest("details.menu")?.removeAttribute("open");
  const stops = await load(start.dataset.tourStart);
  go(start.dataset.tourStart, stops, 0);
});

const now = kept();
if (now) {
  load(now.address)
    .then((stops) => (stops[now.at] ? show(now.address, stops, now.at) : end()))
    .catch(end);
}
