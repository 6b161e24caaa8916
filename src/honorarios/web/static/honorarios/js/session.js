// A session that ended, a connection that fell, a button pressed twice: nothing lost, nothing doubled.
//
// What was being sent is kept and sent again with its own key, which the server answers as once. A form of
// the usual kind asks the server first whether it is there and who is signed in, so that no answer of the
// browser itself ever takes the place of a page with typed fields.

const CHECK = "/sessao/";
const WAIT = 8000;
let pending = null;
let sure = null;

const dialog = (id) => document.getElementById(id);

function ask(id, retry) {
  pending = retry;
  const shown = dialog(id);
  if (shown && !shown.open) shown.showModal();
}

/** The token of the forms changes at sign-in: every form of the page takes the new one. */
function renew(token) {
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
}

async function state() {
  const answer = await fetch(CHECK, { signal: AbortSignal.timeout(WAIT), cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  const now = await answer.json();
  return { ...now, signed_in: now.signed_in && same(now) };
}

/** What one person typed isn't sent in the name of another, who signed in on another tab, or in another office. */
function same({ user, office }) {
  const mine = document.body.dataset;
  return !mine.user || (mine.user === user && mine.office === String(office));
}

async function again() {
  const retry = pending;
  try {
    const now = await state();
    if (!now.signed_in) {
      dialog("offline")?.close();
      ask("signin", retry);
      return;
    }
    renew(now.csrf);
    dialog("signin")?.close();
    dialog("offline")?.close();
    pending = null;
    retry?.();
  } catch {
    dialog("signin")?.close();
    ask("offline", retry);
  }
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-retry]")) again();
});

// Another tab signed in: this one goes on by itself.
const channel = new BroadcastChannel("honorarios");
channel.addEventListener("message", (event) => {
  if (event.data === "resumed" && dialog("signin")?.open) again();
});
if (document.querySelector("[data-resumed]")) channel.postMessage("resumed");

// What htmx sends. The token it was sent with is left out: the page has the new one, and a person who signs in
// again has made the old one worthless.
function resend({ requestConfig, elt, target }) {
  const kept = requestConfig.parameters;
  delete kept.csrfmiddlewaretoken;
  return () =>
    globalThis.htmx.ajax(requestConfig.verb, requestConfig.path, {
      source: elt,
      target,
      values: requestConfig.verb === "get" ? undefined : kept,
    });
}

document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401) ask("signin", resend(event.detail));
});
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => ask("offline", resend(event.detail)));
}
document.addEventListener("honorarios:signed-out", () => {
  if (!pending) ask("signin", null);
});

// What a page sends by itself.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.matches("[hx-post], [data-plain]")) return;
  if (sure === form) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  send(form, event.submitter);
});

async function send(form, submitter) {
  const retry = () => send(form, submitter);
  try {
    const now = await state();
    if (now.signed_in || form.hasAttribute("data-signed-out")) {
      if (now.csrf) renew(now.csrf);
      sure = form;
      form.requestSubmit(submitter?.form === form ? submitter : undefined);
      sure = null;
      // A field may have become wrong meanwhile, and kept it here.
      if (!submitter?.formNoValidate && !form.noValidate && !form.checkValidity()) delete form.dataset.sending;
      return;
    }
    delete form.dataset.sending;
    ask("signin", retry);
  } catch {
    delete form.dataset.sending;
    ask("offline", retry);
  }
}

// Coming back by the browser's own button: the forms may be sent again, as the same ones.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
});
