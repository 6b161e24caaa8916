// Dialogs and menus: <button data-dialog="id"> opens, [data-close] closes; the focus goes back by itself.

document.addEventListener("click", (event) => {
  const target = event.target.closest?.("[data-dialog], [data-close], [data-remove]");
  if (target?.dataset.dialog) {
    target.closest("details.menu")?.removeAttribute("open");
    document.getElementById(target.dataset.dialog)?.showModal();
  } else if (target?.dataset.remove) {
    target.closest(target.dataset.remove)?.remove();
  } else if (target) {
    target.closest("dialog")?.close();
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// Beside a dialog is outside of it. Pressing and letting go outside: a selection that ends there doesn't close.
let down = null;
document.addEventListener("pointerdown", (event) => {
  down = event.target;
});
document.addEventListener("click", (event) => {
  const dialog = event.target;
  if (!(dialog instanceof HTMLDialogElement) || down !== dialog || dialog.hasAttribute("data-stays")) return;
  const box = dialog.getBoundingClientRect();
  const inside =
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  // A form that was touched isn't closed by a click that went astray.
  if (!inside && event.detail && !dialog.querySelector("form")) dialog.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details.menu[open]") ?? document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
  event.preventDefault();
});

// A piece that arrives with <dialog data-open> is a question: it opens itself.
document.addEventListener("htmx:afterSettle", () => {
  for (const dialog of document.querySelectorAll("dialog[data-open]:not([open])")) {
    dialog.removeAttribute("data-open");
    dialog.showModal();
  }
});
