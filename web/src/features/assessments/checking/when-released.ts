const ENDS = ["pointerup", "pointercancel"] as const;

let isHeld = false;
window.addEventListener("pointerdown", () => (isHeld = true), true);
for (const end of ENDS) window.addEventListener(end, () => (isHeld = false), true);

/**
 * Calls back once no mouse button or finger is down, at once where none is. Who leaves a field by pressing a link would lose
 * the click if something appeared above the link before they let go: it moves away from under the pointer.
 */
export const whenReleased = (callback: () => void): void => {
  if (!isHeld) {
    callback();
    return;
  }
  const letGo = () => {
    for (const end of ENDS) window.removeEventListener(end, letGo, true);
    // After the click that follows.
    setTimeout(callback);
  };
  for (const end of ENDS) window.addEventListener(end, letGo, true);
};
