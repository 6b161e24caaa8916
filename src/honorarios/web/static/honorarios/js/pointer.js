// What would move the page from under a pressed pointer waits for its release: else the click meets another place.

let pressed = false;
const waiting = [];

export const isPressed = () => pressed;

/** Do it now, or after the click that is under way. */
export function whenReleased(act) {
  if (pressed) waiting.push(act);
  else act();
}

addEventListener("pointerdown", () => {
  pressed = true;
}, true);

for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => {
    pressed = false;
    setTimeout(() => {
      for (const act of waiting.splice(0)) act();
    });
  }, true);
}
