// Long forms: a step that reloads the page keeps what was unfolded and where one was; what is typed is tried.

const KEPT = `fold:${location.pathname}`;

document.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "_step") {
    sessionStorage.removeItem(KEPT);
    return;
  }
  sessionStorage.setItem(KEPT, JSON.stringify({ unfolded: unfolded(), top: scrollY }));
});

function nameOf(fold) {
  return fold.dataset.fold ?? fold.id;
}

function unfolded() {
  const open = {};
  for (const fold of document.querySelectorAll("details.fold")) if (nameOf(fold)) open[nameOf(fold)] = fold.open;
  return open;
}

const kept = sessionStorage.getItem(KEPT);
if (kept) {
  sessionStorage.removeItem(KEPT);
  const { unfolded, top } = JSON.parse(kept);
  for (const fold of document.querySelectorAll("details.fold")) {
    if (unfolded[nameOf(fold)] === true) fold.open = true;
  }
  if (!document.activeElement || document.activeElement === document.body) scrollTo({ top });
}

// What is proposed is tried as one types, a moment after the last key.
for (const form of document.querySelectorAll("form[data-try]")) {
  let timer = 0;
  const tryIt = () => form.dispatchEvent(new CustomEvent("tried"));
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tryIt, 600);
  });
  // What a field lacks is told once the person has left it, and not before they came to it.
  form.addEventListener("focusout", ({ target }) => {
    if (!target.matches("textarea, :invalid") || isLeft(form, target.name)) return;
    const mark = document.createElement("input");
    Object.assign(mark, { type: "hidden", name: "_left", value: target.name });
    form.append(mark);
    tryIt();
  });
}

function isLeft(form, name) {
  return !name || [...form.querySelectorAll('[name="_left"]')].some((mark) => mark.value === name);
}
