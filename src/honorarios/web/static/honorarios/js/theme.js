// The theme as it is chosen: seen at once, kept when the form is saved.

document.addEventListener("change", (event) => {
  if (!event.target.matches?.("[data-theme-choice]")) return;
  const chosen = event.target.value;
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
});
