/** The field with this id; where it isn't shown, the one that it stands under: "answer-a-direction", else "answer-a". */
const findField = (id: string): HTMLElement | null => {
  for (let name = id; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf("-")))) {
    const found = document.getElementById(name);
    if (found) return found;
  }
  return null;
};

/** Puts the focus into a field, and shows it with the question that it answers. False: there is no such field here. */
export const goToField = (id: string): boolean => {
  const found = findField(id);
  if (found === null) return false;
  const folded = found.closest("details");
  if (folded) folded.open = true;
  const target = found instanceof HTMLDetailsElement ? (found.querySelector("summary") ?? found) : found;
  target.focus();
  (target.closest("fieldset") ?? target.closest(".govuk-form-group") ?? target).scrollIntoView();
  return true;
};
