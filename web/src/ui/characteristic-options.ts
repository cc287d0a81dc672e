import { PROTECTED_CHARACTERISTICS } from "@due-regard/domain/ehria/vocabulary";
import type { SelectOption } from "./select.tsx";

/** "GENDER_REASSIGNMENT" in words: for lists over all forms, each of which has names of its own. */
const inWords = (name: string): string => {
  const words = name.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const CHARACTERISTIC_OPTIONS: readonly SelectOption[] = [
  { value: "", label: "Any characteristic" },
  ...PROTECTED_CHARACTERISTICS.map((value) => ({ value, label: inWords(value) })),
];
