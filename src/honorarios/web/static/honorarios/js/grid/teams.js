// A favourite team comes with one key.

import { changed } from "./changes.js";
import { add, clear, field, rowsOf } from "./rows.js";
import { sheet } from "./sheet.js";

function call(members) {
  const rows = rowsOf("member");
  members.forEach(([role, provider], place) => {
    const row = rows[place] ?? add("member");
    clear(row);
    field(row, "role").value = role;
    field(row, "provider").value = provider;
    field(row, "provider").dataset.taken = provider;
  });
  for (const row of rowsOf("member").slice(members.length)) clear(row);
  changed();
}

sheet.addEventListener("click", (event) => {
  const button = event.target.closest("[data-team]");
  if (!button) return;
  call(button.dataset.members.split(";").filter(Boolean).map((one) => one.split(":")));
});
