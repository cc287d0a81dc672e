import type { FieldError } from "../../../ui/error-summary.tsx";
import type { Fault } from "../types.ts";

const RULES = ["condition", "required", "forced", "obligations", "subsections"];

/** "questions.who.parts.a.label" → "parts-a-label": the field of the thing's own page that a fault is about. */
export const fieldOfFault = (path: string): string | null => {
  const [, , ...rest] = path.split(".");
  if (rest.length === 0) return null;
  const [first] = rest;
  // Rules have one field each, however deep a fault lies in them.
  if (RULES.includes(first ?? "")) return first ?? null;
  // What to look at is one field, a line each.
  return rest.join("-").replace(/-lookAt-\d+$/, "-lookAt");
};

/** A fault as an error at its field: what is wrong, then what to do. */
const faultError = (fault: Fault): FieldError => ({
  field: fieldOfFault(fault.path),
  message: `${fault.message}. ${fault.remedy}`,
});

/** Each error once: two tests of one condition may be wrong in the same way. */
export const faultErrors = (faults: readonly Fault[]): FieldError[] => [
  ...new Map(faults.map(faultError).map((error) => [`${error.field} ${error.message}`, error])).values(),
];

export const faultsOfQuestion = (faults: readonly Fault[], key: string): readonly Fault[] =>
  faults.filter(({ question }) => question === key);

export const faultsOfSection = (faults: readonly Fault[], key: string): readonly Fault[] =>
  faults.filter(({ section }) => section === key);

/** Those about no section and no question: the form as a whole. */
export const faultsOfForm = (faults: readonly Fault[]): readonly Fault[] =>
  faults.filter(({ section, question }) => section === null && question === null);
