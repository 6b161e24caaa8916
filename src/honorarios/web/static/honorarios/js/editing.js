// The form of a line, opened below its row: one at a time, at hand at once, and what is typed in it stays.

const untouched = new WeakMap();
const sent = new WeakMap();
let later = [];
let opening = null;

const fields = (form) => [...form.querySelectorAll("input:not([type=hidden]), [data-combobox-value], select, textarea")];
const content = (form) => fields(form).map((one) => (one.type === "checkbox" ? one.checked : one.value));
const isTouched = (form) => content(form).join("\n") !== untouched.get(form);

function put(one, value) {
  if (one.type === "checkbox") one.checked = value;
  else one.value = value;
}

// Two forms would share the names of their fields, and saving one would lose what the other holds.
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, target, xhr, requestConfig } = event.detail;
  if (elt.matches(".editing form")) sent.set(xhr, content(elt));
  if (!target.matches?.("[data-row]") || requestConfig.verb !== "get") return;
  if (opening) {
    event.preventDefault();
    return;
  }
  const form = document.querySelector(".editing form");
  if (!form) {
    opening = xhr;
    return;
  }
  const open = form.closest(".editing");
  if (open.previousElementSibling !== target && !isTouched(form)) {
    open.remove();
    opening = xhr;
    return;
  }
  event.preventDefault();
  fields(form)[0].focus();
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.xhr === opening) opening = null;
});

// A refusal that comes with a piece of the page takes its place; what was typed since it was asked for goes along.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  // htmx's own elt is where the answer goes, which is around the form that asked.
  const form = detail.requestConfig.elt.closest("[data-refusable]");
  if (![409, 412, 422].includes(detail.xhr.status) || !form) return;
  detail.shouldSwap = true;
  detail.isError = false;
  const before = sent.get(detail.xhr);
  later = before ? content(form).map((value, place) => (value === before[place] ? undefined : value)) : [];
});

document.addEventListener("htmx:afterSwap", ({ target, detail }) => {
  // It opens beside its row, and a refusal takes its place.
  const form = target.matches?.("[data-row], .editing") && document.querySelector(".editing form");
  if (!form) return;
  const first = form.querySelector("[autofocus]");
  // htmx would take the focus there once it has settled, away from who types by then.
  first?.removeAttribute("autofocus");
  if (detail.requestConfig.verb === "get") untouched.set(form, content(form).join("\n"));
  const typed = later.some((value) => value !== undefined);
  for (const [place, one] of fields(form).entries()) if (later[place] !== undefined) put(one, later[place]);
  later = [];
  const wrong = form.querySelector("[aria-invalid=true]");
  if (!form.contains(document.activeElement)) (wrong ?? first)?.focus();
  else if (!typed) wrong?.focus();
});
