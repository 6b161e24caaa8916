// What is typed is kept on the server while it is typed: a closed tab or a session that ends loses nothing.

import { onChange } from "./changes.js";
import { said, sheet, tell } from "./sheet.js";

const WAIT = 1200;
let timer = 0;
let dirty = false;

onChange(() => {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(keep, WAIT);
});

async function keep() {
  if (!dirty || sheet.dataset.saving) return;
  dirty = false;
  try {
    const answer = await fetch(sheet.dataset.draft, {
      method: "POST",
      body: new FormData(sheet),
      headers: { "HX-Request": "true" },
      keepalive: true,
    });
    if (!answer.ok) throw new Error(String(answer.status));
    if (!sheet.dataset.saving && (await answer.json()).kept) tell(said("kept"));
  } catch {
    // The values' own request says that the connection or the session is gone; this only tries again.
    dirty = true;
  }
}

// Leaving the page: the last second of typing goes too.
addEventListener("pagehide", () => {
  if (dirty && !sheet.dataset.saving) navigator.sendBeacon(sheet.dataset.draft, new FormData(sheet));
});
