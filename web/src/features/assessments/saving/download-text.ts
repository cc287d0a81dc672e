import { inWords } from "./kinds/kind.ts";
import { kindNamed } from "./kinds/registry.ts";
import type { Slot } from "./slot.ts";

/** What somebody wrote, as words that can be copied by hand. */
export const textOf = ({ kind, choices, cell }: Slot): string =>
  inWords(kindNamed(kind).pieces(choices), cell.value);

/** All of it as one text, each part with the question that it answers. */
export const textOfAll = (slots: readonly Slot[]): string =>
  slots
    .map((slot) => `${slot.address.reference}\n${slot.label}\n\n${textOf(slot)}\n`)
    .join("\n----------------------------------------\n\n");

/** Hands a text to the person as a file. Nothing leaves the browser. */
export const downloadText = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
