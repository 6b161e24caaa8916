// What would move the page from under a pressed pointer waits for its release: else the click meets another place.

let pressed = false;
const waiting = [];

export const isPressed = () => pressed;

/** Do it now, or after the click that is under way. */
export function whenReleased(act) {
  if (pressed) waiting.push(act);
  else act();
}

function release() {
  pressed = false;
  setTimeout(() => {
    for (const act of waiting.splice(0)) act();
  });
}

// A select's own list and the menu of the other button keep the release to themselves.
addEventListener("pointerdown", (event) => {
  pressed = event.button === 0 && !event.target.closest?.("select");
}, true);

for (const end of ["pointerup", "pointercancel", "keydown"]) addEventListener(end, release, true);
// One that was let go outside of the window comes back unpressed.
addEventListener("pointermove", (event) => {
  if (pressed && !event.buttons) release();
}, true);
